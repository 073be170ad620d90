//! The texts of a draft with some of their values replaced.

use super::Sensitive;
use super::find::{Found, found};
use super::names::Names;
use super::pieces::{is_json, pieces};
use crate::draft::Draft;
use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};

/// A value that may be masked.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Value {
    /// What it is.
    pub kind: Sensitive,
    /// Its characters.
    pub text: String,
}

/// All texts that are shared together.
pub(super) struct Texts<'t> {
    /// The draft as its members, so that none is forgotten.
    members: Json,
    events: &'t [(String, String)],
    /// Everything in one text, to look for what is there already.
    all: String,
}

impl<'t> Texts<'t> {
    pub(super) fn new(draft: &Draft, events: &'t [(String, String)]) -> Self {
        let members = serde_json::to_value(draft).unwrap_or_default();
        let mut all = String::new();
        let mut add = |text: &str| {
            for piece in pieces(text) {
                all.push_str(&piece.text);
            }
            all.push('\n');
        };
        each(&members, &mut add);
        events.iter().flat_map(|(title, text)| [title, text]).for_each(|text| add(text));
        Self { members, events, all }
    }

    /// Whether one of the texts has this somewhere.
    pub(super) fn contain(&self, text: &str) -> bool {
        self.all.contains(text)
    }

    /// Every value that may be masked.
    pub(super) fn values(&self) -> BTreeSet<Value> {
        let mut known = BTreeSet::new();
        let mut collect = |text: &str| {
            let more = in_text(text, &BTreeSet::new()).into_iter().map(|(found, _)| found.value);
            known.extend(more);
        };
        each(&self.members, &mut collect);
        self.events.iter().flat_map(|(title, text)| [title, text]).for_each(|text| collect(text));
        known
    }

    /// The draft and the events with these values replaced, and how often each was.
    pub(super) fn replaced(
        &self,
        names: &Names,
        masked: &BTreeSet<Value>,
    ) -> (Draft, Vec<(String, String)>, BTreeMap<Value, usize>) {
        let mut counts = BTreeMap::new();
        let mut replace = |text: &str| {
            let mut out = String::with_capacity(text.len());
            let mut from = 0;
            for (Found { value, .. }, place) in in_text(text, masked) {
                if masked.contains(&value) {
                    out.push_str(text.get(from..place.start).unwrap_or_default());
                    out.push_str(names.of(&value));
                    from = place.end;
                    *counts.entry(value).or_default() += 1;
                }
            }
            out.push_str(text.get(from..).unwrap_or_default());
            out
        };
        let mut members = self.members.clone();
        change(&mut members, &mut replace);
        let events = self.events.iter().map(|(title, text)| (replace(title), replace(text))).collect();
        // A replacement changes no member that has a few fixed values. If it did, the verdict would be another one, and
        // the value be kept.
        let draft = serde_json::from_value(members).unwrap_or_default();
        (draft, events, counts)
    }
}

/// The values of a text with their places in it, in order.
fn in_text(text: &str, known: &BTreeSet<Value>) -> Vec<(Found, std::ops::Range<usize>)> {
    let all = pieces(text);
    let mut out = Vec::new();
    let mut key = None;
    // A text that is not JSON is no string of one.
    let known_names = is_json(text);
    for piece in &all {
        for found in found(piece, key, known) {
            let is_whole = found.span == (0..piece.text.len());
            if known_names || !is_whole || found.value.kind != Sensitive::ResourceName {
                let place = piece.place(&found.span);
                out.push((found, place));
            }
        }
        key = if piece.in_string { Some(&*piece.text) } else { key };
    }
    out
}

fn each(members: &Json, act: &mut impl FnMut(&str)) {
    match members {
        Json::String(text) => act(text),
        Json::Array(list) => list.iter().for_each(|member| each(member, act)),
        Json::Object(list) => list.values().for_each(|member| each(member, act)),
        Json::Null | Json::Bool(_) | Json::Number(_) => {}
    }
}

fn change(members: &mut Json, act: &mut impl FnMut(&str) -> String) {
    match members {
        Json::String(text) => *text = act(text),
        Json::Array(list) => list.iter_mut().for_each(|member| change(member, act)),
        Json::Object(list) => list.values_mut().for_each(|member| change(member, act)),
        Json::Null | Json::Bool(_) | Json::Number(_) => {}
    }
}
