//! The page's address: the draft it opens, and how it follows the draft.
//!
//! The address of the page carries the draft as a share link does, so that it can be copied at any time. It has a mark
//! in the browser's history that says which stored draft it is of and when it was written. A link from elsewhere has
//! none. So a reload shows the stored draft and makes no second one, and an older address replaces nothing newer.

use super::bus::Beside;
use super::model::Model;
use super::own::DraftId;
use super::record::Record;
use super::tray::Stored;
use rulepad_workbench::Draft;
use rulepad_workbench::bus::Bus;
use rulepad_workbench::share::{self, BadLink};
use std::fmt;
use std::str::FromStr;

/// Which stored draft an address is of, and when it was written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// The draft.
    pub id: DraftId,
    /// When the address was written, in milliseconds since 1970.
    pub written: f64,
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.id, self.written)
    }
}

impl FromStr for Mark {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (id, written) = text.split_once(' ').ok_or(())?;
        let written = written.parse::<f64>().ok().filter(|time| time.is_finite()).ok_or(())?;
        Ok(Self { id: id.parse().map_err(|_| ())?, written })
    }
}

/// What an address opens.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The draft, or why it cannot be opened.
    pub draft: Result<Draft, BadLink>,
    /// The loaded events, of which the draft has one.
    pub events: Option<Stored>,
    /// The other rules of the bus, and the tests.
    pub bus: Option<Bus>,
    /// The mark of an address that the page wrote.
    pub mark: Option<Mark>,
}

impl Link {
    /// Reads the parts of an address, each with the character it starts with or blank; `None` where there is no draft in
    /// them.
    #[must_use]
    pub fn read(query: &str, fragment: &str, mark: Option<Mark>) -> Option<Self> {
        if fragment.len() > 1 {
            let (events, bus) = (share::events(fragment), share::bus(fragment));
            return Some(Self { draft: share::decode(fragment), events, bus, mark });
        }
        let draft = share::from_query(query)?;
        Some(Self { draft, events: None, bus: None, mark: None })
    }

    /// Whether the stored draft is the one that this address is of, the same or newer.
    #[must_use]
    pub fn is_of(&self, record: &Record) -> bool {
        let is_same = || self.draft.as_ref() == Ok(&record.draft);
        self.mark.is_some_and(|mark| mark.id == record.id && (record.stored >= mark.written || is_same()))
    }
}

/// More rules are not tried: they do not fit into a link.
const MOST_RULES: usize = 100;

/// What the address is to be.
#[derive(Clone, Debug, PartialEq)]
pub enum Wanted {
    /// As it is: nothing was changed since the page was opened at it.
    AsItIs,
    /// Without a draft: the link would be too long.
    Bare,
    /// With this fragment.
    Fragment(String),
}

/// What the address is to be; `page` is how long it is without fragment.
#[must_use]
pub fn wanted(model: &Model, page: usize) -> Wanted {
    if !model.followed {
        return Wanted::AsItIs;
    }
    // Packed, a text is hardly a tenth of itself: what is far longer is not tried.
    let draft = &model.draft;
    if draft.event.len() + draft.pattern.len() > share::LONG * 20 {
        return Wanted::Bare;
    }
    let short = |fragment: &String| page + 1 + fragment.len() <= share::LONG;
    // The tests are in the address as long as it stays short.
    if !model.bus.is_plain() && model.bus.rules.len() <= MOST_RULES {
        let Beside { events, bus, .. } = Beside::tests(&model.bus, model.tray.as_deref());
        let bytes: usize = events.iter().flat_map(|own| &own.events).map(|(_, text)| text.len()).sum();
        let with_tests =
            (bytes <= share::LONG * 20).then(|| share::encode_with(draft, events.as_ref(), bus.as_ref()));
        if let Some(fragment) = with_tests.filter(short) {
            return Wanted::Fragment(fragment);
        }
    }
    let fragment = share::encode(draft);
    if page + 1 + fragment.len() > share::LONG { Wanted::Bare } else { Wanted::Fragment(fragment) }
}

#[cfg(test)]
mod tests {
    use super::super::action::Action;
    use super::super::field::Field;
    use super::super::model::{Opened, Settings};
    use super::super::own;
    use super::super::reduce::reduce;
    use super::super::shared::Shared;
    use super::*;

    fn draft(pattern: &str) -> Draft {
        Draft { pattern: pattern.into(), event: "{}".into(), ..Draft::default() }
    }

    /// The page, opened with a link over a stored draft.
    fn opened(link: Option<Link>, kept: Option<&Record>) -> Model {
        started(7, link, kept)
    }

    /// The page as a start with these ids opens it.
    fn started(seed: u64, link: Option<Link>, kept: Option<&Record>) -> Model {
        Model::first((Settings::default(), seed), link, kept, Draft::default)
    }

    /// The model's draft as it is stored at a time.
    fn stored(model: &Model, time: f64) -> Record {
        Record::of(model, time, "tab-1".into(), String::new())
    }

    /// The page after its address was written at a time and opened again, over what was stored.
    fn reloaded(model: &Model, written: f64, record: &Record) -> Model {
        let Wanted::Fragment(fragment) = wanted(model, 20) else { panic!("{:?}", wanted(model, 20)) };
        let mark = Mark { id: model.own.id, written }.to_string().parse().ok();
        started(8, Link::read("", &format!("#{fragment}"), mark), Some(record))
    }

    fn typed(model: &Model, pattern: &str) -> Model {
        reduce(model, Action::Type(Field::Pattern, pattern.into()))
    }

    #[test]
    fn a_mark_is_read_as_it_is_written() {
        let mark = Mark { id: own::DraftId(77), written: 1_700_000_000_123.0 };
        assert_eq!(mark.to_string().parse(), Ok(mark));
        for bad in ["", "x", "0000000000000000", "0000000000000000 x", "0000000000000000 NaN", "1 1"] {
            assert_eq!(bad.parse::<Mark>(), Err(()), "{bad}");
        }
    }

    #[test]
    fn an_address_is_left_alone_until_something_changes() {
        let first = opened(None, None);
        assert_eq!(wanted(&first, 20), Wanted::AsItIs);
        let link = Link::read("", &format!("#{}", share::encode(&draft("{}"))), None);
        let linked = opened(link, None);
        assert_eq!(wanted(&linked, 20), Wanted::AsItIs, "the link stays in the address");
        assert!(matches!(wanted(&typed(&linked, "[]"), 20), Wanted::Fragment(_)));
        let again = reduce(&typed(&first, "[]"), Action::Open(Shared::new(draft("{}")), Opened::Link));
        assert_eq!(wanted(&again, 20), Wanted::AsItIs, "another link was put into the address");
        let looked = reduce(&first, Action::Wrap);
        assert_eq!(wanted(&looked, 20), Wanted::AsItIs);
    }

    #[test]
    fn a_reload_shows_the_stored_draft_and_makes_no_second_one() {
        let model = typed(&opened(None, None), "{\"a\": [1]}");
        let record = stored(&model, 1000.0);
        let again = reloaded(&model, 1100.0, &record);
        assert_eq!((again.own.id, &again.draft.pattern), (model.own.id, &model.draft.pattern));
        assert!(!again.edited && again.undos.is_empty() && again.notices.is_empty());
        assert_eq!(wanted(&again, 20), Wanted::AsItIs);
    }

    #[test]
    fn an_older_address_replaces_nothing_newer() {
        let model = typed(&opened(None, None), "{\"a\": [1]}");
        // Typed and stored behind the address, here or in another tab.
        let newer = stored(&typed(&model, "{\"a\": [2]}"), 2000.0);
        let again = reloaded(&model, 1500.0, &newer);
        assert_eq!((again.own.id, &*again.draft.pattern), (model.own.id, "{\"a\": [2]}"));
        assert!(matches!(wanted(&again, 20), Wanted::Fragment(_)), "the address is of an older draft");
    }

    #[test]
    fn an_address_with_more_than_was_stored_opens_beside_it() {
        let model = typed(&opened(None, None), "{\"a\": [1]}");
        let older = stored(&model, 1000.0);
        let more = typed(&model, "{\"a\": [2]}");
        let again = reloaded(&more, 2000.0, &older);
        assert_eq!(&*again.draft.pattern, "{\"a\": [2]}");
        assert_ne!(again.own.id, model.own.id, "what was stored stays");
    }

    #[test]
    fn an_address_of_another_draft_opens_as_a_link_does() {
        let mine = stored(&typed(&opened(None, None), "{\"mine\": [1]}"), 1000.0);
        let other = Model { seed: 99, ..opened(None, None) };
        let other = typed(&reduce(&other, Action::New), "{\"other\": [1]}");
        let again = reloaded(&other, 1500.0, &mine);
        assert_eq!(&*again.draft.pattern, "{\"other\": [1]}");
        assert!(again.own.id != mine.id && again.own.id != other.own.id && !again.edited);
    }

    #[test]
    fn a_long_draft_leaves_the_address_bare() {
        let mut text = String::from("[");
        let mut number = 1_u64;
        for _ in 0..2000 {
            number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            text += &format!("{number},");
        }
        let model = opened(None, None);
        assert_eq!(wanted(&typed(&model, &text), 20), Wanted::Bare);
        assert_eq!(wanted(&typed(&model, &" ".repeat(1 << 20)), 20), Wanted::Bare);
        assert!(matches!(wanted(&typed(&model, "{}"), 20), Wanted::Fragment(_)));
        assert_eq!(wanted(&typed(&model, "{}"), share::LONG), Wanted::Bare);
    }

    #[test]
    fn texts_in_the_query_open_as_a_link_does() {
        let mine = stored(&typed(&opened(None, None), "{\"mine\": [1]}"), 1000.0);
        let link = Link::read("?pattern=%7B%22a%22%3A[1]%7D&event={}", "", None);
        let model = started(8, link, Some(&mine));
        assert_eq!((&*model.draft.pattern, &*model.draft.event), ("{\"a\":[1]}", "{}"));
        assert!(!model.edited && model.own.id != mine.id);
        let unknown = opened(Link::read("?pattern={}&dialect=morse", "", None), Some(&mine));
        assert_eq!((&*unknown.draft.pattern, unknown.notices.len()), ("{\"mine\": [1]}", 1));
        assert_eq!(Link::read("?utm_source=x", "#", None), None);
    }

    #[test]
    fn loaded_events_of_a_link_are_there() {
        let events = Stored {
            form: "an array".into(),
            original: None,
            events: vec![("one".into(), "{}".into()), ("two".into(), "[]".into())],
            at: 0,
        };
        let fragment = share::encode_with(&draft("{}"), Some(&events), None);
        let model = opened(Link::read("", &format!("#{fragment}"), None), None);
        assert_eq!(model.tray.as_ref().map(|tray| tray.events.len()), Some(2));
    }
}
