//! The files of a configuration: the one that is read, those beside it, and those of the modules that it calls.

use crate::configuration::{Module, Parsed, Source};
use crate::evaluate::{Env, Evaluator};
use crate::modules::{self, EVENTBRIDGE, EVENTBRIDGE_FOLDER, Where};
use crate::syntax::{self, Fault};
use crate::value::{self, SourcePlace};
use crate::{Diagnostic, diagnostics};
use rulepad_document::files::{self, Files};
use std::collections::BTreeSet;
use std::rc::Rc;

/// How many bytes of other files are read with one.
const MAX_AROUND: usize = 2 << 20;

/// The files of a configuration, parsed.
#[derive(Default)]
pub struct Gathered {
    /// The files, in the order in which they were added.
    pub parsed: Vec<Parsed>,
    /// Their texts.
    pub sources: Vec<Source>,
    /// What is not valid, with the place of its text in the list.
    pub faults: Vec<(usize, Diagnostic)>,
    bytes: usize,
}

impl Gathered {
    /// Adds the text of a file in a folder.
    pub fn add(&mut self, text: &str, folder: &str) {
        let source = self.sources.len();
        let (mut body, faults) = syntax::parse(text, source);
        self.faults.extend(self::faults(text, faults).into_iter().map(|found| (source, found)));
        self.sources.push(Source { text: text.into(), parent: None });
        modules::add_terragrunt(&mut body);
        self.parsed.push(Parsed { folder: folder.to_owned(), body });
        self.bytes += text.len();
    }

    /// The other files of the folder, and those of the modules that are called.
    pub fn around(&mut self, text: &str, files: &Files<'_>, folder: &str) {
        let own = |name: &str| files::normal(files::folder(name));
        let mut folders = vec![(folder.to_owned(), None)];
        let mut seen = BTreeSet::new();
        let mut at = 0;
        while let Some((folder, call)) = folders.get(at).cloned() {
            at += 1;
            if !seen.insert(folder.clone()) {
                continue;
            }
            if folder == EVENTBRIDGE_FOLDER {
                self.add(EVENTBRIDGE, &folder);
                // What is found in it is shown at the call.
                if let Some(source) = self.sources.last_mut() {
                    source.parent = call;
                }
                continue;
            }
            for file in
                files.all().iter().filter(|file| file.name.ends_with(".tf") && own(&file.name) == folder)
            {
                let is_home = at == 1 && file.text == text;
                if !is_home && self.bytes.saturating_add(file.text.len()) <= MAX_AROUND.max(text.len()) {
                    self.add(&file.text, &folder);
                }
            }
            let calls = self.parsed.iter().filter(|own| own.folder == folder);
            let calls = calls.flat_map(|own| own.body.blocks("module"));
            let more: Vec<(String, Option<SourcePlace>)> = calls
                .filter_map(|block| match modules::place_of(block, &folder) {
                    Where::Folder(folder) => {
                        Some((folder, Some(SourcePlace::new(block.source, block.kind_span))))
                    }
                    Where::Elsewhere(_) => None,
                })
                .collect();
            folders.extend(more);
        }
    }
}

/// What is not valid in a text, and what is skipped for it.
#[must_use]
pub fn faults(text: &str, faults: Vec<Fault>) -> Vec<Diagnostic> {
    let both = |fault: Fault| {
        [diagnostics::syntax(text, fault.at, fault.problem), diagnostics::skipped(text, fault.skipped)]
    };
    faults.into_iter().flat_map(both).collect()
}

/// The file that calls the folder as a module, where one of the files does.
#[must_use]
pub fn is_called(files: &Files<'_>, folder: &str) -> Option<String> {
    let mut bytes = 0usize;
    for file in files.all().iter().filter(|file| file.name.ends_with(".tf")) {
        let own = files::normal(files::folder(&file.name));
        bytes = bytes.saturating_add(file.text.len());
        if bytes > MAX_AROUND || own == folder || !file.text.contains("module") {
            continue;
        }
        let (body, _) = syntax::parse(&file.text, 0);
        let calls = body
            .blocks("module")
            .any(|block| modules::place_of(block, &own) == Where::Folder(folder.to_owned()));
        if calls {
            return Some(file.name.clone());
        }
    }
    None
}

/// Values of variables from `.tfvars` files, as Terraform takes them.
pub fn variables<'t>(
    evaluator: &Evaluator<'t>,
    root: &Rc<Module<'t>>,
    files: &Files<'_>,
    folder: &str,
) -> std::collections::BTreeMap<String, value::Val> {
    let mut found: Vec<&files::NamedText> = files
        .all()
        .iter()
        .filter(|file| file.name.ends_with(".tfvars"))
        .filter(|file| files::normal(files::folder(&file.name)) == folder)
        .collect();
    let is_taken = |file: &&files::NamedText| {
        file.name.ends_with(".auto.tfvars")
            || file.name.rsplit(['/', '\\']).next() == Some("terraform.tfvars")
    };
    // Another one is meant only where it is alone.
    if found.len() > 1 {
        found.retain(is_taken);
    }
    found.sort_by_key(|file| (file.name.ends_with(".auto.tfvars"), file.name.clone()));
    let mut out = std::collections::BTreeMap::new();
    for file in found {
        let source = {
            let mut sources = evaluator.sources.borrow_mut();
            sources.push(Source { text: file.text.as_str().into(), parent: None });
            sources.len() - 1
        };
        let (body, _) = syntax::parse(&file.text, source);
        for attribute in &body.attributes {
            out.insert(attribute.name.clone(), evaluator.attribute(&Env::of(root, source), attribute));
        }
    }
    out
}
