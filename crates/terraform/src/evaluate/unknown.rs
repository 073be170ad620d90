//! Values that the text does not decide: why, and what is shown for them.

use super::Evaluator;
use crate::value::{Data, SourcePlace, TextPiece, Val, Why};

impl<'t> Evaluator<'t> {
    /// An expression of which nothing is known.
    pub(super) fn unknown(&self, place: SourcePlace, why: Why) -> Val {
        Val::unknown(self.text(place), why, place)
    }

    /// What is shown for an expression; never the same for two of them.
    pub fn shown(&self, source: &str) -> String {
        if let Some(known) = self.shown.borrow().get(source) {
            return known.clone();
        }
        let name = short(source);
        let mut taken = self.taken.borrow_mut();
        let mut shown = format!("${{{name}}}");
        let mut number = taken.len().min(1) + 1;
        while !taken.insert(shown.clone()) {
            shown = format!("${{{name} #{number}}}");
            number = if number > 8 { taken.len() } else { number + 1 };
        }
        self.shown.borrow_mut().insert(source.to_owned(), shown.clone());
        shown
    }
}

/// Why what is made of these is not known.
pub fn why_of(values: &[Val]) -> Why {
    let unknown = values.iter().find_map(|own| match &own.data {
        Data::Unknown(own) => Some(own.why.clone()),
        Data::Parts(pieces) => pieces.iter().find_map(|own| match own {
            TextPiece::Unknown(own) => Some(own.why.clone()),
            TextPiece::Known(_) => None,
        }),
        Data::Encoded(inner) => Some(why_of(std::slice::from_ref(inner))).filter(|own| *own != Why::Fails),
        Data::Instance(_) => Some(Why::Deploy),
        Data::List { items, .. } => Some(why_of(items)).filter(|own| *own != Why::Fails),
        Data::Map(members) => {
            members.iter().map(|(_, own)| why_of(std::slice::from_ref(own))).find(|own| *own != Why::Fails)
        }
        _ => None,
    });
    unknown.unwrap_or(Why::Fails)
}

/// A call that cannot be worked out, with what is known of its arguments.
pub fn residual(name: &str, arguments: &[Val], why: Why, place: SourcePlace) -> Val {
    let arguments: Vec<String> = arguments.iter().map(Val::source).collect();
    let source: String = format!("{name}({})", arguments.join(", ")).chars().take(4000).collect();
    Val::unknown(source, why, place)
}

/// An expression short enough to be shown, without quotes and braces.
fn short(source: &str) -> String {
    const LONGEST: usize = 60;
    let plain = |c: char| match c {
        '"' | '\\' | '`' => '\'',
        '{' => '(',
        '}' => ')',
        '$' => '§',
        c if c.is_control() => ' ',
        c => c,
    };
    let replaced = source.replace("${", "(");
    let mut out: String = replaced.chars().map(plain).take(LONGEST).collect();
    if replaced.chars().count() > LONGEST {
        out.push('…');
    }
    out
}
