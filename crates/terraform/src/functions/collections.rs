//! Functions of lists, maps and sets, and conversions.

use super::operators::equal;
use super::texts::key;
use super::{Call, CallStop, Given};
use crate::evaluate::{pairs, unique};
use crate::number::canonical;
use crate::value::{Data, Val};
use std::collections::BTreeSet;
use std::rc::Rc;

/// How many items a comparison of all with all is carried out for.
const MOST_COMPARED: usize = 2000;

impl Call<'_, '_> {
    pub fn collections(&self, name: &str) -> Given {
        match name {
            "sensitive" | "nonsensitive" | "ephemeralasnull" => Ok(self.at(0)?.data.clone()),
            "tolist" => match &self.at(0)?.data {
                Data::List { items, .. } => Ok(Data::List { items: items.clone(), set: false }),
                _ => Err(self.refusal(0)),
            },
            "tomap" => match &self.at(0)?.data {
                own @ (Data::Map(_) | Data::Null) => Ok(own.clone()),
                _ => Err(self.refusal(0)),
            },
            "toset" => self.set(self.items(0)?),
            "setunion" => {
                let mut all = Vec::new();
                for list in self.arguments {
                    all.extend(self.items_of(list)?.iter().cloned());
                }
                self.set(&all)
            }
            "tonumber" => {
                let text = self.text(0)?;
                let number = canonical(&text).filter(|own| is_number(own)).ok_or(CallStop::Fails)?;
                Ok(Data::Number(number.into()))
            }
            "tobool" => match &self.at(0)?.data {
                Data::Null => Ok(Data::Null),
                _ => self.at(0)?.truth().map(Data::Bool).ok_or(self.refusal(0)),
            },
            "concat" => {
                let mut all = Vec::new();
                for list in self.arguments {
                    let items = self.items_of(list)?;
                    self.spend(items.len() * 4)?;
                    all.extend(items.iter().cloned());
                }
                self.list(all)
            }
            "flatten" => {
                let mut out = Vec::new();
                self.flat(self.items(0)?, &mut out)?;
                self.list(out)
            }
            "merge" => self.merge(),
            "lookup" => self.lookup(),
            "length" => self.length(),
            "keys" | "values" => {
                let all = pairs(self.at(0)?).filter(|_| self.at(0).is_ok_and(|own| own.members().is_some()));
                let all = all.ok_or(self.refusal(0))?;
                self.spend(all.len() * 8)?;
                self.list(all.into_iter().map(|(key, own)| if name == "keys" { key } else { own }).collect())
            }
            "element" => {
                let items = self.items(0)?;
                let at = self.at(1)?.size().ok_or(self.refusal(1))?;
                let at = at.checked_rem(items.len()).ok_or(CallStop::Fails)?;
                items.get(at).map(|own| own.data.clone()).ok_or(CallStop::Fails)
            }
            "one" => match self.items(0)? {
                [] => Ok(Data::Null),
                [only] => Ok(only.data.clone()),
                _ => Err(CallStop::Fails),
            },
            "coalesce" => {
                for own in self.arguments {
                    match &own.data {
                        Data::Null => {}
                        Data::Text(text) if text.is_empty() => {}
                        Data::Unknown(_) => return Err(CallStop::Unknown),
                        other => return Ok(other.clone()),
                    }
                }
                Err(CallStop::Fails)
            }
            "coalescelist" => {
                for own in self.arguments {
                    if !self.items_of(own)?.is_empty() {
                        return Ok(own.data.clone());
                    }
                }
                Err(CallStop::Fails)
            }
            "compact" => {
                let empty = |own: &&Val| {
                    !matches!(&own.data, Data::Null) && own.scalar().is_none_or(|own| !own.is_empty())
                };
                self.list(self.items(0)?.iter().filter(empty).cloned().collect())
            }
            "distinct" => {
                let mut out: Vec<Val> = Vec::new();
                let mut seen = BTreeSet::new();
                for own in self.items(0)? {
                    if seen.insert(key(own)?) {
                        out.push(own.clone());
                    }
                }
                self.list(out)
            }
            "sort" => {
                let mut all = self.items(0)?.iter().map(key).collect::<Result<Vec<Rc<str>>, CallStop>>()?;
                self.spend(all.len() * 16)?;
                all.sort();
                self.list(all.into_iter().map(|own| Val::text(own, self.place)).collect())
            }
            "reverse" => self.list(self.items(0)?.iter().rev().cloned().collect()),
            "slice" => {
                let (from, to) = (self.at(1)?.size(), self.at(2)?.size());
                let (from, to) = (from.ok_or(self.refusal(1))?, to.ok_or(self.refusal(2))?);
                self.list(self.items(0)?.get(from..to).ok_or(CallStop::Fails)?.to_vec())
            }
            "contains" => {
                let (items, wanted) = (self.items(0)?, self.at(1)?);
                self.spend(items.len() * 8)?;
                let mut unknown = false;
                for own in items {
                    match equal(own, wanted) {
                        Some(true) => return Ok(Data::Bool(true)),
                        Some(false) => {}
                        None => unknown = true,
                    }
                }
                if unknown { Err(CallStop::Unknown) } else { Ok(Data::Bool(false)) }
            }
            "index" => {
                let (items, wanted) = (self.items(0)?, self.at(1)?);
                self.spend(items.len() * 8)?;
                let at =
                    items.iter().position(|own| equal(own, wanted) == Some(true)).ok_or(CallStop::Fails)?;
                Ok(Val::number(at, self.place).data)
            }
            "alltrue" | "anytrue" => {
                let all = self.items(0)?.iter().map(Val::truth).collect::<Option<Vec<bool>>>();
                let all = all.ok_or(CallStop::Unknown)?;
                Ok(Data::Bool(if name == "alltrue" {
                    all.into_iter().all(|own| own)
                } else {
                    all.into_iter().any(|own| own)
                }))
            }
            "zipmap" => {
                let (keys, values) = (self.items(0)?, self.items(1)?);
                if keys.len() != values.len() {
                    return Err(CallStop::Fails);
                }
                self.spend(keys.len() * 8)?;
                let pair = |(own, value): (&Val, &Val)| Ok((key(own)?, value.clone()));
                let members = keys.iter().zip(values).map(pair).collect::<Result<Vec<_>, CallStop>>()?;
                Ok(Val::map(unique(members), self.place).data)
            }
            "range" => self.range(),
            "setproduct" => self.product(),
            "min" | "max" => {
                let number = |own: &Val| match &own.data {
                    Data::Number(text) => text.parse::<i64>().map_err(|_| CallStop::Function),
                    Data::Unknown(_) => Err(CallStop::Unknown),
                    _ => Err(CallStop::Fails),
                };
                let all = self.arguments.iter().map(number).collect::<Result<Vec<i64>, CallStop>>()?;
                let found = if name == "min" { all.into_iter().min() } else { all.into_iter().max() };
                Ok(Data::Number(found.ok_or(CallStop::Fails)?.to_string().into()))
            }
            _ => Err(CallStop::Function),
        }
    }

    /// Why an argument is not taken.
    fn refusal(&self, at: usize) -> CallStop {
        match self.arguments.get(at).map(|own| &own.data) {
            Some(Data::Unknown(_) | Data::Instance(_) | Data::Parts(_)) => CallStop::Unknown,
            _ => CallStop::Fails,
        }
    }

    fn set(&self, items: &[Val]) -> Given {
        self.spend(items.len() * 16)?;
        // Resources and what is made of them have no order that is known.
        if items.iter().any(|own| own.scalar().is_none()) {
            let scalar = |own: &Val| matches!(own.data, Data::Unknown(_) | Data::Parts(_) | Data::Encoded(_));
            return if items.iter().any(scalar) {
                Err(CallStop::Unknown)
            } else {
                Ok(Data::List { items: Rc::new(items.to_vec()), set: true })
            };
        }
        let mut all: Vec<(Rc<str>, &Val)> =
            items.iter().filter_map(|own| own.scalar().map(|key| (key, own))).collect();
        all.sort_by(|one, other| one.0.cmp(&other.0));
        all.dedup_by(|one, other| one.0 == other.0);
        Ok(Data::List { items: Rc::new(all.into_iter().map(|(_, own)| own.clone()).collect()), set: true })
    }

    fn flat(&self, items: &[Val], out: &mut Vec<Val>) -> Result<(), CallStop> {
        for item in items {
            self.spend(4)?;
            match &item.data {
                Data::List { items, .. } => self.flat(items, out)?,
                Data::Unknown(_) => return Err(CallStop::Unknown),
                _ => out.push(item.clone()),
            }
        }
        Ok(())
    }

    fn merge(&self) -> Given {
        let mut all: Vec<(Rc<str>, Val)> = Vec::new();
        for own in self.arguments {
            match &own.data {
                Data::Null => {}
                Data::Map(members) => {
                    self.spend(members.len() * 4)?;
                    all.extend(members.iter().cloned());
                }
                Data::Unknown(_) | Data::Instance(_) => return Err(CallStop::Unknown),
                _ => return Err(CallStop::Fails),
            }
        }
        Ok(Val::map(in_first_order(all), self.place).data)
    }

    fn lookup(&self) -> Given {
        let map = self.at(0)?;
        let wanted = self.text(1)?;
        let Some(members) = map.members() else { return Err(self.refusal(0)) };
        self.spend(members.len())?;
        match (map.get(&wanted), self.arguments.get(2)) {
            (Some(own), _) => Ok(own.data.clone()),
            (None, Some(default)) => Ok(default.data.clone()),
            (None, None) => Err(CallStop::Fails),
        }
    }

    fn length(&self) -> Given {
        let own = self.at(0)?;
        let length = match &own.data {
            Data::List { items, .. } => items.len(),
            Data::Map(members) => members.len(),
            Data::Text(text) => text.chars().count(),
            _ => return Err(self.refusal(0)),
        };
        Ok(Val::number(length, self.place).data)
    }

    fn range(&self) -> Given {
        let numbers = self.arguments.iter().map(|own| match &own.data {
            Data::Number(text) => text.parse::<i64>().map_err(|_| CallStop::Function),
            Data::Unknown(_) => Err(CallStop::Unknown),
            _ => Err(CallStop::Fails),
        });
        let numbers = numbers.collect::<Result<Vec<i64>, CallStop>>()?;
        let (from, to, step) = match numbers[..] {
            [to] => (0, to, if to < 0 { -1 } else { 1 }),
            [from, to] => (from, to, if to < from { -1 } else { 1 }),
            [from, to, step] if step != 0 => (from, to, step),
            _ => return Err(CallStop::Fails),
        };
        // Terraform itself gives at most 1,024.
        const MOST: usize = 1024;
        let mut out = Vec::new();
        let mut at = from;
        while (step > 0 && at < to) || (step < 0 && at > to) {
            if out.len() == MOST {
                return Err(CallStop::Fails);
            }
            out.push(Val::new(Data::Number(at.to_string().into()), self.place));
            at = at.checked_add(step).ok_or(CallStop::Fails)?;
        }
        self.list(out)
    }

    fn product(&self) -> Given {
        let mut out: Vec<Vec<Val>> = vec![Vec::new()];
        for list in self.arguments {
            let items = self.items_of(list)?;
            let size = out.len().saturating_mul(items.len());
            if size > MOST_COMPARED {
                return Err(CallStop::Budget);
            }
            self.spend(size.saturating_mul(self.arguments.len() * 8))?;
            let with = |own: &Vec<Val>, item: &Val| own.iter().cloned().chain([item.clone()]).collect();
            out = out.iter().flat_map(|own| items.iter().map(move |item| with(own, item))).collect();
        }
        self.list(out.into_iter().map(|own| Val::list(own, self.place)).collect())
    }
}

/// Each key once, where it was first, with its last value.
fn in_first_order(all: Vec<(Rc<str>, Val)>) -> Vec<(Rc<str>, Val)> {
    let mut at = std::collections::BTreeMap::new();
    let mut out: Vec<(Rc<str>, Val)> = Vec::new();
    for (key, value) in all {
        match at.get(&key).and_then(|at: &usize| out.get_mut(*at)) {
            Some(own) => own.1 = value,
            None => {
                at.insert(key.clone(), out.len());
                out.push((key, value));
            }
        }
    }
    out
}

fn is_number(text: &str) -> bool {
    let digits = text.trim_start_matches('-').replacen('.', "", 1);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}
