//! The answer of CloudFormation's `get-template`: the template is an object, or a text within it.

use super::{Imported, documents, template};
use rulepad_cloudformation::{Template, is_template};
use rulepad_document::Role;
use rulepad_document::json::{Node, Value, parse};

/// The rules of the template in an answer; `None` where the text is none.
pub(super) fn read(root: &Node, text: &str) -> Option<Imported> {
    let body = root.get("TemplateBody")?;
    match &body.value {
        Value::String(inner) => {
            let mut read = template::read(inner)?;
            // Places of the inner text are none of the outer one.
            read.diagnostics
                .iter_mut()
                .for_each(|found| found.help.iter_mut().for_each(|help| help.edits.clear()));
            documents::relocate(&mut read, &|span| *span = body.span);
            Some(read)
        }
        Value::Object(_) if is_template(body) => {
            // The same text by itself is a template that a rule may be written back into.
            let inner = body.span.of(text);
            let alone = parse(inner, Role::Import);
            if alone.valid().is_some_and(is_template)
                && let Some(mut read) = template::read(inner)
            {
                let start = body.span.start;
                documents::relocate(&mut read, &|span| {
                    span.start += start;
                    span.end += start;
                });
                return Some(read);
            }
            Some(template::read_template(&Template::of(body.clone()), text, false))
        }
        _ => None,
    }
}
