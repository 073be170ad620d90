//! Functions of texts.

use super::{Call, CallStop, Given};
use crate::value::{Data, TextPiece, Val, joined};
use std::rc::Rc;

impl Call<'_, '_> {
    pub fn texts(&self, name: &str) -> Given {
        match name {
            "join" => return self.join(),
            "format" => return self.format(self.arguments).map(|own| own.data),
            "formatlist" => return self.format_list(),
            "tostring" => {
                let own = self.at(0)?;
                return match &own.data {
                    Data::Null | Data::Parts(_) | Data::Encoded(_) => Ok(own.data.clone()),
                    _ => self.text(0).map(Data::Text),
                };
            }
            "replace" => return self.replace(),
            "split" => {
                let (between, whole) = (self.text(0)?, self.text(1)?);
                if between.is_empty() {
                    return Err(CallStop::Function);
                }
                let parts = if whole.is_empty() { 0 } else { whole.matches(&*between).count() + 1 };
                self.spend(whole.len() + parts * 16)?;
                let part = |own: &str| Val::text(own, self.place);
                return self.list(whole.split(&*between).take(parts).map(part).collect());
            }
            _ => {}
        }
        let text = self.text(0)?;
        self.spend(text.len())?;
        let cut = |chars: &str, own: &str| own.trim_matches(|c| chars.contains(c)).to_owned();
        let out = match name {
            "upper" => text.to_uppercase(),
            "lower" => text.to_lowercase(),
            "title" => {
                let mut first = true;
                let mut out = String::new();
                for c in text.chars() {
                    if first {
                        out.extend(c.to_uppercase())
                    } else {
                        out.push(c)
                    }
                    first = !c.is_alphanumeric() && c != '_' && c != '\'';
                }
                out
            }
            "trim" => cut(&self.text(1)?, &text),
            "trimspace" => text.trim().to_owned(),
            "chomp" => text.trim_end_matches(['\n', '\r']).to_owned(),
            "trimprefix" => text.strip_prefix(&*self.text(1)?).unwrap_or(&text).to_owned(),
            "trimsuffix" => text.strip_suffix(&*self.text(1)?).unwrap_or(&text).to_owned(),
            "startswith" => return Ok(Data::Bool(text.starts_with(&*self.text(1)?))),
            "endswith" => return Ok(Data::Bool(text.ends_with(&*self.text(1)?))),
            "strcontains" => return Ok(Data::Bool(text.contains(&*self.text(1)?))),
            "substr" => {
                let (offset, length) = (self.text(1)?, self.text(2)?);
                let offset = offset.parse::<usize>().map_err(|_| CallStop::Function)?;
                let length = length.parse::<i64>().map_err(|_| CallStop::Fails)?;
                let length = usize::try_from(length).unwrap_or(usize::MAX);
                text.chars().skip(offset).take(length).collect()
            }
            // It indents with text that a budget must know of; rules do not use it.
            _ => return Err(CallStop::Function),
        };
        Ok(Data::Text(out.into()))
    }

    fn replace(&self) -> Given {
        let (from, to) = (self.text(1)?, self.text(2)?);
        // A text between slashes is a regular expression.
        if from.len() > 1 && from.starts_with('/') && from.ends_with('/') {
            return Err(CallStop::Function);
        }
        let text = self.text(0)?;
        let found = if from.is_empty() { text.chars().count() + 1 } else { text.matches(&*from).count() };
        self.spend(text.len().saturating_add(found.saturating_mul(to.len())))?;
        Ok(Data::Text(text.replace(&*from, &to).into()))
    }

    fn join(&self) -> Given {
        let between = self.text(0)?;
        let mut pieces: Vec<TextPiece> = Vec::new();
        for list in self.arguments.get(1..).unwrap_or_default() {
            for item in self.items_of(list)? {
                self.spend(between.len() + 1)?;
                if !pieces.is_empty() {
                    pieces.push(TextPiece::Known(between.clone()));
                }
                pieces.extend(self.pieces_of(item)?);
            }
        }
        Ok(joined(pieces, self.place).data)
    }

    fn pieces_of(&self, value: &Val) -> Result<Vec<TextPiece>, CallStop> {
        let unknown =
            if matches!(value.data, Data::Unknown(_)) { CallStop::Unknown } else { CallStop::Fails };
        self.evaluator.as_pieces(value).ok_or(unknown)
    }

    /// `format` with `%s`, `%v`, `%d` and `%%` alone.
    fn format(&self, arguments: &[Val]) -> Result<Val, CallStop> {
        let (pattern, values) = arguments.split_first().ok_or(CallStop::Fails)?;
        let pattern = self.text_of(pattern)?;
        self.spend(pattern.len())?;
        let mut values = values.iter();
        let (mut pieces, mut text) = (Vec::new(), String::new());
        let mut chars = pattern.chars();
        while let Some(c) = chars.next() {
            if c != '%' {
                text.push(c);
                continue;
            }
            match chars.next().ok_or(CallStop::Fails)? {
                '%' => text.push('%'),
                's' | 'v' => {
                    pieces.push(TextPiece::Known(std::mem::take(&mut text).into()));
                    pieces.extend(self.pieces_of(values.next().ok_or(CallStop::Fails)?)?);
                }
                'd' => match &values.next().ok_or(CallStop::Fails)?.data {
                    Data::Number(number) if !number.contains('.') => text.push_str(number),
                    Data::Unknown(_) => return Err(CallStop::Unknown),
                    _ => return Err(CallStop::Function),
                },
                'q' => {
                    let own = self.text_of(values.next().ok_or(CallStop::Fails)?)?;
                    self.spend(own.len() * 6)?;
                    text.push_str(&rulepad_document::json::quote(&own));
                }
                _ => return Err(CallStop::Function),
            }
        }
        if values.next().is_some() {
            return Err(CallStop::Fails);
        }
        pieces.push(TextPiece::Known(text.into()));
        Ok(joined(pieces, self.place))
    }

    fn format_list(&self) -> Given {
        let lists = self.arguments.iter().filter_map(Val::items);
        let length = lists.map(|own| own.len()).max().ok_or(CallStop::Unknown)?;
        let mut out = Vec::new();
        for at in 0..length {
            self.spend(16)?;
            let item = |own: &Val| match own.items() {
                Some(items) => items.get(at).cloned().ok_or(CallStop::Fails),
                None => Ok(own.clone()),
            };
            let arguments = self.arguments.iter().map(item).collect::<Result<Vec<Val>, CallStop>>()?;
            out.push(self.format(&arguments)?);
        }
        self.list(out)
    }
}

/// The text of a scalar, for keys and sets.
pub fn key(value: &Val) -> Result<Rc<str>, CallStop> {
    let unknown = if matches!(value.data, Data::Unknown(_) | Data::Parts(_)) {
        CallStop::Unknown
    } else {
        CallStop::Fails
    };
    value.scalar().ok_or(unknown)
}
