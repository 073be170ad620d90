//! Any text as one that holds rules: no panic, spans on character boundaries, fixes that apply, and what was
//! understood can be exported and read again.

#![no_main]

use libfuzzer_sys::fuzz_target;
use rulepad_workbench::{Draft, Export, Format, Lang, apply, evaluate, export, import};

fuzz_target!(|text: &str| {
    let read = import(text, Lang::KO);
    for found in &read.diagnostics {
        assert!(text.get(found.span().range()).is_some());
        for help in &found.help {
            let _ = apply(text, &help.edits);
        }
    }
    for rule in read.rules.iter().take(3) {
        let draft = rule.onto(&Draft::default());
        let _ = evaluate(&draft, Lang::En);
        for format in Format::ALL {
            if let Export::Ready(file) = export(&draft, format, Lang::En) {
                let _ = import(&file.text, Lang::En);
            }
        }
    }
});
