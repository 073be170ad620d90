//! The English words of this crate.

mod help;
mod unverified;

use crate::add_variable::NoRoom;
use crate::input_path::{FaultKind, Miss};
use crate::limits::{MAX_ENTRIES, MAX_NAME, MAX_PATH, MAX_TEXT};
use crate::message::{InputMessage, Message, Offer, PathMessage, TemplateMessage};
use crate::unverified::NotDelivered;
use rulepad_document::json::ValueKind;
use rulepad_document::words::en;
use rulepad_document::{Lang, Words};

pub(crate) fn no_room(why: NoRoom) -> String {
    match why {
        NoRoom::MapNotObject => "the input paths are not a JSON object; fix them first".to_owned(),
        NoRoom::MapFull => format!("the input paths have {MAX_ENTRIES} entries, and AWS takes no more"),
        NoRoom::MapNotExtensible => "the input paths cannot be added to".to_owned(),
        NoRoom::TemplateFull => {
            format!("the template would be longer than the {MAX_TEXT} characters that AWS takes")
        }
    }
}

pub(crate) fn message(message: &Message) -> String {
    match message {
        Message::Json(inner) => inner.words(Lang::En),
        Message::Aws(text) => text.clone(),
        Message::AwsSentence(said) => said.sentence(),
        Message::InInputPaths(inner) => format!("in the input paths, {}", self::message(inner)),
        Message::Unverified(what) => unverified::unverified(*what),
        Message::NotDelivered(why) => not_delivered(why),
        Message::Offer(offer) => self::offer(offer),
        Message::ValueKind(of) => kind(*of).to_owned(),
        Message::Input(what) => input(what),
        Message::Path(what) => path(what),
        Message::Template(what) => template(what),
        Message::Help(what) => help::help(what),
    }
}

/// What a variable holds, with its article.
fn kind(kind: Option<ValueKind>) -> &'static str {
    kind.map_or("nothing", en::a)
}

fn input(message: &InputMessage) -> String {
    match message {
        InputMessage::MoreThanOne => "more than one input option is set".to_owned(),
        InputMessage::TrailingText => "text after the JSON value: a constant is one JSON value".to_owned(),
        InputMessage::TooLong(length) => {
            format!("the constant has {length} characters; AWS takes {MAX_TEXT}")
        }
    }
}

fn path(message: &PathMessage) -> String {
    match message {
        PathMessage::TooLong(length) => format!("the path has {length} characters; AWS takes {MAX_PATH}"),
        PathMessage::Fault(kind) => fault(*kind),
        PathMessage::SelectsNothing { path, miss } => {
            let why = miss.as_ref().map(missed).unwrap_or_default();
            format!("`{path}` selects nothing in this event{why}")
        }
        PathMessage::ReachedHere(path) => format!("`{path}` is here"),
        PathMessage::MapNotObject(kind) => {
            format!("the map is {}; it is an object of names and paths", en::a(*kind))
        }
        PathMessage::TrailingText => "text after the object".to_owned(),
        PathMessage::NotString { name, kind } => {
            format!("the path of `{name}` is {}; a path is a string", en::a(*kind))
        }
        PathMessage::TooMany(count) => format!("{count} entries; AWS takes {MAX_ENTRIES}"),
        PathMessage::DuplicateName(name) => format!("`{name}` appears twice; the later path counts"),
        PathMessage::LaterPath => "the path that counts".to_owned(),
        PathMessage::ReservedName(name) => {
            format!("`{name}`: names that start with `AWS.` are reserved by AWS")
        }
        PathMessage::NoName => "a variable has no name".to_owned(),
        PathMessage::NameTooLong(length) => {
            format!("a variable name of {length} characters; AWS takes {MAX_NAME}")
        }
        PathMessage::BadName(name) => {
            format!("`{name}` cannot name a variable: AWS takes letters, digits, `_` and `-`")
        }
        PathMessage::Several(count) => {
            format!("these are {count} paths, and an input path selects one value")
        }
        PathMessage::Unused(name) => format!("the template does not use `<{name}>`"),
    }
}

fn missed(miss: &Miss) -> String {
    match miss.kind {
        ValueKind::Object => format!(": `{}` has no `{}`", miss.reached, miss.step),
        kind => format!(": `{}` is {}, which has no `{}`", miss.reached, en::a(kind), miss.step),
    }
}

fn fault(kind: FaultKind) -> String {
    let text = match kind {
        FaultKind::Empty => "the path is empty: `$.detail` would select the detail",
        FaultKind::Space => "white space around the path",
        FaultKind::NoDollar => "a path starts with `$`",
        FaultKind::NoDot => "a dot is missing before this name",
        FaultKind::EmptyName => "no name follows this dot",
        FaultKind::DotBeforeBracket => "a dot before `[` is not allowed",
        FaultKind::Brackets => "bracket notation for a key: input paths use dot notation",
        FaultKind::IndexOfRoot => "the event is an object: `$` takes a name, not an index",
        FaultKind::Unclosed => "this `[` is never closed",
        FaultKind::Descent => "`..` is not supported in input paths: write every step",
        FaultKind::Filter => "filters are not supported in input paths",
        FaultKind::Slice => "slices are not supported in input paths: use one index or `[*]`",
        FaultKind::Negative => "negative indexes are not supported in input paths",
        FaultKind::Union => "several keys or indexes at once are not supported in input paths",
        FaultKind::Function => "functions are not supported in input paths",
        FaultKind::Character(c) => return format!("`{c}` is not allowed in a name of an input path"),
        FaultKind::Index => "`[…]` takes an index from 0, or `*`",
    };
    text.to_owned()
}

fn template(message: &TemplateMessage) -> String {
    let text = match message {
        TemplateMessage::Empty => "the template is empty",
        TemplateMessage::TooLong(length) => {
            return format!("the template has {length} characters; AWS takes {MAX_TEXT}");
        }
        TemplateMessage::Undefined(name) => return format!("nothing defines `<{name}>`"),
        TemplateMessage::UsedHereToo => "used here too",
        TemplateMessage::Encoded(name) => {
            return format!("an encoder has rewritten `<{name}>`: AWS does not see a placeholder here");
        }
        TemplateMessage::Foreign(text) => {
            return format!("`{text}` is delivered as it is: EventBridge fills `<name>` only");
        }
        TemplateMessage::BarePath(path) => {
            return format!("`{path}` is delivered as it is: paths are followed in the input paths only");
        }
        TemplateMessage::QuotedLiteral { name, kind: of } => {
            return format!("`<{name}>` holds {}, and quotes around it make it a string", kind(*of));
        }
        TemplateMessage::UnquotedText => {
            "a template is a JSON object, or lines of text in double quotes; this text has no quotes"
        }
        TemplateMessage::UnclosedQuote => "this quote is never closed",
        TemplateMessage::TextBesideVariable => {
            "text and variables together are a string, and this one has no quotes"
        }
        TemplateMessage::TextOutsideQuotes => "this is outside the quotes of a text template",
        TemplateMessage::LineBreakInQuotes => "a string of a text template goes over several lines",
        TemplateMessage::TrailingText => "text after the JSON of the template",
        TemplateMessage::VariableKey(name) => {
            return format!("`<{name}>` is used as a key; AWS takes variables as values only");
        }
        TemplateMessage::NestedBreaksString { name, kind: of } => {
            return format!(
                "`<{name}>` holds {}, and inside quotes its own quotes break the JSON",
                kind(*of)
            );
        }
        TemplateMessage::TextBreaksString(name) => {
            return format!(
                "`<{name}>` holds a string with a quote, a backslash or a line break, which go into the JSON as they are"
            );
        }
        TemplateMessage::EventInQuotes(name) => {
            return format!("`<{name}>` is a JSON object and is not allowed inside quotes");
        }
        TemplateMessage::PayloadTooLarge => unverified::PAYLOAD_TOO_LARGE,
    };
    text.to_owned()
}

fn not_delivered(why: &NotDelivered) -> String {
    let text = match why {
        NotDelivered::TextWithoutQuotes => {
            "a text template is one or more lines in double quotes; no delivery has been seen of one that starts \
             differently"
        }
        NotDelivered::TemplateNotJson => "the template is not JSON, whatever the values of its variables",
        NotDelivered::ValueBreaksJson { name, kind: of } => {
            return format!(
                "`<{name}>` puts {} between quotes, and the rendered text is no longer JSON",
                kind(*of)
            );
        }
        NotDelivered::RenderedNotJson => "the rendered text is not JSON",
    };
    text.to_owned()
}

fn offer(offer: &Offer) -> String {
    let text = match offer {
        Offer::Define { name, path } => return format!("define `<{name}>` as `{path}`"),
        Offer::DefineSeveral(names) => {
            let names: Vec<String> = names.iter().map(|name| format!("`<{name}>`")).collect();
            return format!("define {} from the event", names.join(", "));
        }
        Offer::SendSeveral(count) => return format!("send these {count} values by an input transformer"),
        Offer::MakeTemplate => "make it the template of an input transformer",
        Offer::SelectPath => "send what this path selects",
        Offer::FillConstant => "fill it from the event by an input transformer",
        Offer::FillPaths => "put the values of the paths in",
        Offer::SendConstant => "send it as a constant: nothing in it comes from the event",
        Offer::NameInPaths => "name the values that the template uses in the input paths",
        Offer::Rename { from, to } => {
            return format!("call `{from}` `{to}` in the input paths and the template");
        }
        Offer::SendEvent => "send the matched event: that is all this template contains",
        Offer::SendPart => "send this part of the event as it is",
    };
    text.to_owned()
}
