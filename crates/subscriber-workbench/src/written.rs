//! The request of `CreateSubscriber` that a draft is, with the place of each of its texts.

use crate::draft::{Field, SubscriberDraft, TransformerType};
use rulepad_document::json::{self, Value, quote};
use rulepad_document::{Diagnostic, Edit, Role, Span};
use rulepad_subscriber::{Message, Scope, draft};

/// An id that is seen to be none.
const NO_ID: &str = "0000000000000000000000000";

/// A request with the places of the draft's texts in it.
pub(crate) struct Written {
    /// The request, a JSON text.
    pub(crate) text: String,
    /// Problems of texts that are no part of the request because of them, each of its own text.
    pub(crate) left_out: Vec<(Field, Diagnostic<Message>)>,
    /// What AWS requires and the draft does not have: the request has stand-ins.
    pub(crate) missing: Vec<Field>,
    places: Vec<Place>,
    /// Members that hold several texts, with the one to which their own problems go.
    around: Vec<(Field, Span)>,
}

/// A text of the draft in the request.
struct Place {
    field: Field,
    /// Where its text is in the request, without quotes.
    span: Span,
    /// A place of the request and that of the text, wherever what is between two places differs.
    runs: Vec<(usize, usize)>,
    /// Whether it is in a string, so that edits have escapes.
    is_string: bool,
}

impl Written {
    /// Writes a draft as a request.
    pub(crate) fn new(own: &SubscriberDraft) -> Self {
        let text = String::from("{");
        let mut out =
            Self { text, left_out: Vec::new(), missing: Vec::new(), places: Vec::new(), around: Vec::new() };
        let (_, account) = place_of(&own.target);
        out.required(Field::Name, "Name", &own.name, "subscriber");
        out.required(Field::Bus, "EventBusArn", &own.bus, &stand_in_bus(&own.target));
        out.filters(own);
        out.transformer(own);
        out.invoke(own, &account);
        out.numbers(
            "BatchConfiguration",
            [
                (Field::Batch, "MaxBatchSize", &own.batch),
                (Field::Window, "MaxBatchWindowInSeconds", &own.window),
            ],
        );
        out.numbers(
            "RetryPolicy",
            [
                (Field::Attempts, "MaxRetryAttempts", &own.attempts),
                (Field::Age, "MaxEventAgeInSeconds", &own.age),
            ],
        );
        if !own.queue.trim().is_empty() {
            let start = out.open("OnFailureConfiguration");
            out.key("Arn");
            out.string(Field::Queue, &own.queue);
            out.close(start, Field::Queue);
        }
        out.members(Field::Rest, &own.rest, "");
        out.text.push('}');
        out
    }

    fn key(&mut self, name: &str) {
        if !self.text.ends_with('{') {
            self.text.push_str(", ");
        }
        self.text.push_str(&quote(name));
        self.text.push_str(": ");
    }

    /// Begins an object under this name; gives where it begins.
    fn open(&mut self, name: &str) -> usize {
        self.key(name);
        self.text.push('{');
        self.text.len() - 1
    }

    /// Ends an object; problems of it as a whole go to a field.
    fn close(&mut self, start: usize, field: Field) {
        self.text.push('}');
        self.around.push((field, Span::new(start, self.text.len())));
    }

    fn required(&mut self, field: Field, name: &str, text: &str, stand_in: &str) {
        self.key(name);
        if text.trim().is_empty() {
            self.missing.push(field);
            self.text.push_str(&quote(stand_in));
        } else {
            self.string(field, text);
        }
    }

    /// A text of the draft as a string.
    fn string(&mut self, field: Field, text: &str) {
        self.text.push('"');
        let start = self.text.len();
        let mut runs: Vec<(usize, usize)> = Vec::new();
        for (at, character) in text.char_indices() {
            let here = self.text.len();
            if runs.last().is_none_or(|(request, own)| here - request != at - own) {
                runs.push((here, at));
            }
            let quoted = quote(character.encode_utf8(&mut [0; 4]));
            let inside = quoted.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
            self.text.push_str(inside.unwrap_or_default());
        }
        runs.push((self.text.len(), text.len()));
        self.places.push(Place { field, span: Span::new(start, self.text.len()), runs, is_string: true });
        self.text.push('"');
    }

    /// A text of the draft, or a part of it, as JSON.
    fn verbatim(&mut self, field: Field, text: &str, part: Span) {
        let start = self.text.len();
        self.text.push_str(part.of(text));
        let span = Span::new(start, self.text.len());
        self.places.push(Place { field, span, runs: vec![(start, part.range().start)], is_string: false });
    }

    fn filters(&mut self, own: &SubscriberDraft) {
        let written = Scope::ALL.map(|scope| (scope, own.text(Field::of(scope)).unwrap_or_default()));
        if written.iter().all(|(_, text)| text.trim().is_empty()) {
            return;
        }
        let start = self.open("FilterConfiguration");
        self.key("Filters");
        self.text.push('[');
        for (scope, text) in written {
            if text.trim().is_empty() {
                continue;
            }
            if !self.text.ends_with('[') {
                self.text.push_str(", ");
            }
            self.text.push('{');
            self.key("Scope");
            self.text.push_str(&quote(scope.name()));
            self.key("Pattern");
            self.string(Field::of(scope), text);
            self.text.push('}');
        }
        self.text.push(']');
        self.close(start, Field::Data);
    }

    fn transformer(&mut self, own: &SubscriberDraft) {
        let start = self.open("Transformer");
        self.key("Type");
        self.text.push_str(&quote(own.transformer.name()));
        if own.transformer == TransformerType::Jsonata {
            let start = self.open("JsonataConfiguration");
            self.key("Expression");
            self.string(Field::Expression, &own.expression);
            self.close(start, Field::Expression);
        }
        self.close(start, Field::Expression);
    }

    fn invoke(&mut self, own: &SubscriberDraft, account: &str) {
        if own.target.trim().is_empty() {
            self.missing.push(Field::Target);
        }
        let start = self.open("InvokeConfiguration");
        self.key("TargetArn");
        self.string(Field::Target, &own.target);
        let role = format!("arn:aws:iam::{account}:role/role");
        self.required(Field::Role, "RoleArn", &own.role, &role);
        self.members(Field::Parameters, &own.parameters, "InvokeConfiguration");
        self.close(start, Field::Target);
    }

    /// Numbers as they are typed; what is no number is written as a string, which AWS refuses.
    fn numbers(&mut self, name: &str, members: [(Field, &str, &str); 2]) {
        if members.iter().all(|(_, _, text)| text.trim().is_empty()) {
            return;
        }
        let first = members.map(|(field, _, _)| field)[0];
        let start = self.open(name);
        for (field, name, text) in members {
            if text.trim().is_empty() {
                continue;
            }
            self.key(name);
            let parsed = json::parse(text, Role::Import);
            match parsed.single().map(|node| (&node.value, node.span)) {
                Some((Value::Number(_), span)) => self.verbatim(field, text, span),
                _ => self.string(field, text),
            }
        }
        self.close(start, first);
    }

    /// The members of an object that is a text of the draft.
    fn members(&mut self, field: Field, text: &str, path: &str) {
        if text.trim().is_empty() {
            return;
        }
        let parsed = json::parse(text, Role::Import);
        let broken = parsed.single().is_none();
        for found in parsed.diagnostics {
            if broken || found.is_error() {
                self.left_out.push((field, found.lift()));
            }
        }
        let Some(root) = parsed.root.filter(|_| !broken) else { return };
        let Some(members) = root.members() else {
            let found = draft::wrong_type(path, &root, json::ValueKind::Object);
            self.left_out.push((field, found));
            return;
        };
        let (Some(first), Some(last)) = (members.first(), members.last()) else { return };
        if !self.text.ends_with('{') {
            self.text.push_str(", ");
        }
        self.verbatim(field, text, first.key_span.to(last.value.span));
    }

    /// The text of the draft in which something of the request is, with its place there.
    pub(crate) fn find(&self, span: Span) -> Option<(Field, Span)> {
        let inside = self.places.iter().find(|place| place.outer().covers(span));
        if let Some(place) = inside {
            return Some((place.field, place.back(span)));
        }
        let around = self.around.iter().filter(|(_, own)| own.covers(span));
        let nearest = around.min_by_key(|(_, own)| own.end - own.start);
        nearest.map(|(field, _)| (*field, Span::default()))
    }

    /// A diagnostic of the request as one of the text that it is about.
    pub(crate) fn place(&self, mut found: Diagnostic) -> (Field, Diagnostic) {
        let Some((field, span)) = self.find(found.span()) else {
            found.labels.truncate(1);
            found.labels.iter_mut().for_each(|label| label.span = Span::default());
            found.help.iter_mut().for_each(|help| help.edits.clear());
            return (Field::Rest, found);
        };
        let mut first = true;
        found.labels.retain_mut(|label| {
            let is_first = std::mem::take(&mut first);
            match self.find(label.span) {
                Some((own, place)) if own == field => label.span = place,
                _ if is_first => label.span = span,
                _ => return false,
            }
            true
        });
        for help in &mut found.help {
            let edits = help.edits.iter().map(|edit| self.edit(field, edit)).collect::<Option<Vec<Edit>>>();
            help.edits = edits.unwrap_or_default();
        }
        (field, found)
    }

    fn edit(&self, field: Field, edit: &Edit) -> Option<Edit> {
        let place =
            self.places.iter().find(|place| place.field == field && place.outer().covers(edit.span))?;
        let text = if !place.is_string {
            edit.text.clone()
        } else if place.span.covers(edit.span) {
            unquoted(&format!("\"{}\"", edit.text))?
        } else {
            // The whole string, with its quotes.
            unquoted(&edit.text)?
        };
        Some(Edit { span: place.back(edit.span), text })
    }
}

impl Place {
    /// With the quotes.
    fn outer(&self) -> Span {
        let more = u32::from(self.is_string);
        Span { start: self.span.start - more, end: self.span.end + more }
    }

    /// A place of the request in the text of the draft.
    fn back(&self, span: Span) -> Span {
        let at = |offset: u32| {
            let offset = offset.clamp(self.span.start, self.span.end) as usize;
            let after = self.runs.partition_point(|(request, _)| *request <= offset);
            let run = after.checked_sub(1).and_then(|before| self.runs.get(before));
            run.map_or(0, |(request, own)| own + offset - request)
        };
        let start = at(span.start);
        Span::new(start, at(span.end).max(start))
    }
}

fn unquoted(text: &str) -> Option<String> {
    json::parse(text, Role::Import).single()?.as_str().map(str::to_owned)
}

/// The ARN of a bus that a target may be a target of; its id is seen to be none.
pub(crate) fn stand_in_bus(target: &str) -> String {
    let (region, account) = place_of(target);
    format!("arn:aws:events:{region}:{account}:event-busv2/bus/{NO_ID}")
}

/// The Region and account of a target, for stand-ins that fit it.
fn place_of(target: &str) -> (String, String) {
    let arn = rulepad_subscriber::target::Arn::parse(target);
    let region = arn.map(|arn| arn.region).filter(|own| !own.is_empty()).unwrap_or("us-east-1");
    let account = arn.map(|arn| arn.account).filter(|own| !own.is_empty()).unwrap_or("000000000000");
    (region.to_owned(), account.to_owned())
}
