//! The program that writes rules as subscribers of a custom event bus.

use rulepad_js_api::{give, lang, text};
use rulepad_migrate::{MigratedRule, rule};
use rulepad_subscriber::units::{Unit, Units};
use rulepad_workbench::{Diagnostic, Draft, import};
use serde::Serialize;
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};

/// The rules of a text as subscribers.
#[derive(Serialize)]
struct Migrated {
    /// What the text is; blank where nothing of it was known.
    form: String,
    /// Each rule of the text.
    rules: Vec<MigratedRule>,
    /// What could not be taken from the text.
    diagnostics: Vec<Diagnostic>,
}

/// Every rule of a text, in any form that is imported, as subscribers of a bus: one for each target.
#[wasm_bindgen(js_name = migrateRules)]
pub fn migrate_rules(text: &JsValue, bus: &JsValue, lang: &JsValue) -> Result<String, JsError> {
    let (text, bus) = (self::text("text", text)?, self::text("bus", bus)?);
    let lang = self::lang(lang)?;
    let read = import(&text, lang);
    let units = Units::new(&text, Unit::Utf16);
    let mut diagnostics = read.diagnostics;
    diagnostics.iter_mut().for_each(|found| units.diagnostic(found));
    let rules = read.rules.into_iter().map(|own| {
        let draft = own.onto(&Draft::default());
        let migration = rule(&draft.rule, &draft.pattern, &draft.targets, &bus);
        MigratedRule {
            label: own.label,
            notes: own.notes,
            migration: migration.report(lang).counted(Unit::Utf16),
        }
    });
    give(&Migrated { form: read.form, rules: rules.collect(), diagnostics })
}

fn main() {}
