//! Templates: quoted texts and heredocs with values in them.

use super::{Env, Evaluator, STEP, pairs, why_of};
use crate::functions;
use crate::syntax::TemplatePart;
use crate::value::{Data, SourcePlace, TextPiece, Val, Why, joined};

impl<'t> Evaluator<'t> {
    /// The text of a template; one that is nothing but `${…}` is the value in it.
    pub fn template(&self, env: &Env<'t>, parts: &[TemplatePart], place: SourcePlace) -> Val {
        if let [TemplatePart::Value(only)] = parts {
            return self.evaluate(env, only);
        }
        let mut pieces = Vec::new();
        match self.pieces(env, parts, &mut pieces) {
            Ok(()) => joined(pieces, place),
            Err(why) => self.unknown(place, why),
        }
    }

    pub(super) fn pieces(
        &self,
        env: &Env<'t>,
        parts: &[TemplatePart],
        out: &mut Vec<TextPiece>,
    ) -> Result<(), Why> {
        for part in parts {
            match part {
                TemplatePart::Text(text) => {
                    if !self.spend(text.len()) {
                        return Err(Why::Budget);
                    }
                    out.push(TextPiece::Known(text.as_str().into()));
                }
                TemplatePart::Value(own) => {
                    let value = self.evaluate(env, own);
                    let pieces = self.as_pieces(&value).ok_or(Why::Fails)?;
                    out.extend(pieces);
                }
                TemplatePart::If { condition, then, otherwise } => {
                    let condition = self.evaluate(env, condition);
                    let on = condition.truth().ok_or_else(|| why_of(&[condition]))?;
                    self.pieces(env, if on { then } else { otherwise }, out)?;
                }
                TemplatePart::For { key, value, collection, body } => {
                    let collection = self.evaluate(env, collection);
                    let pairs = pairs(&collection).ok_or_else(|| why_of(&[collection]))?;
                    for (own_key, own) in pairs {
                        if !self.spend(STEP) {
                            return Err(Why::Budget);
                        }
                        let env = self.iteration(env, key.as_deref(), value, own_key, own);
                        self.pieces(&env, body, out)?;
                    }
                }
            }
        }
        Ok(())
    }

    /// The pieces of a value in a text; `None` where Terraform makes no text of it.
    pub fn as_pieces(&self, value: &Val) -> Option<Vec<TextPiece>> {
        let pieces = match &value.data {
            Data::Text(text) | Data::Number(text) => vec![TextPiece::Known(text.clone())],
            Data::Bool(on) => vec![TextPiece::Known(if *on { "true" } else { "false" }.into())],
            Data::Parts(pieces) => pieces.to_vec(),
            Data::Encoded(inner) => functions::encoded(self, inner)?,
            Data::Unknown(own) if own.why != Why::Fails => vec![TextPiece::Unknown(own.clone())],
            _ => return None,
        };
        let cost =
            pieces.iter().map(|own| if let TextPiece::Known(text) = own { text.len() } else { 8 }).sum();
        self.spend(cost).then_some(pieces)
    }

    pub(super) fn iteration(
        &self,
        env: &Env<'t>,
        key: Option<&str>,
        value: &str,
        own_key: Val,
        own: Val,
    ) -> Env<'t> {
        match key {
            Some(key) => env.with(key, own_key).with(value, own),
            None => env.with(value, own),
        }
    }
}
