//! The evaluation, as the data flows: texts, values, explanation, payloads.

use crate::answer;
use crate::draft::Draft;
use crate::loops;
use crate::outline::lines;
use crate::paste::wanted;
use crate::render::arrives;
use crate::report::{InWords, Report, TargetReport, Verdict, Wrapped};
use rulepad_document::diagnostic::worded;
use rulepad_document::json::{self, Node};
use rulepad_document::notation::is_bracketed;
use rulepad_document::{Diagnostic, Lang, Role, Words};
use rulepad_event::envelope;
use rulepad_pattern::dialect::record::{self, Record};
use rulepad_pattern::{self as pattern, Complexity, Event, Explanation, Parsed, Pattern};
use rulepad_rule::{
    Location, Rule, Sender, State, Target, check_targets, deliver, policies, quotes_delivered, rule_arn,
    statement_id,
};
use rulepad_transformer::{self as transformer, Surroundings};

/// Answers a draft: whether the event matches and why, and what each target receives.
///
/// Never fails and never panics: broken texts give diagnostics. Work is bounded.
#[must_use]
pub fn evaluate(draft: &Draft, lang: Lang) -> Report {
    let reading = Reading::of(draft, lang);
    let valid = reading.pattern.valid();
    let looping = valid.and_then(|pattern| loops::check(pattern, draft.dialect, &draft.rule, &draft.targets));
    let judged = judge(draft, &reading, looping, lang);
    Report {
        rule: worded(&draft.rule.check(), lang),
        targets: targets(draft, reading.event.valid().filter(|_| judged.is_read), lang),
        ..judged.report
    }
}

/// The texts of a draft, read.
pub(crate) struct Reading {
    event: json::Parsed,
    /// That the event is in another notation than JSON.
    foreign: Option<Diagnostic<rulepad_event::Message>>,
    wrapped: Option<Wrapped>,
    pattern: Parsed,
}

impl Reading {
    fn of(draft: &Draft, lang: Lang) -> Self {
        let (event, foreign, wrapped) = read_event(draft, lang);
        Self { pattern: pattern::parse_in(&draft.pattern, draft.dialect), event, foreign, wrapped }
    }

    /// The same with JSON's reader alone; `None` where a text needs another one.
    pub(crate) fn of_json(draft: &Draft) -> Option<Self> {
        let pattern = pattern::parse_bracketed(&draft.pattern, draft.dialect)?;
        let event = json::parse(&draft.event, Role::Event);
        let is_json =
            is_bracketed(&draft.event) && rulepad_event::is_one(&draft.event, &event, wanted(draft.dialect));
        let foreign = event.valid().is_none().then(|| rulepad_event::other_notation_bracketed(&draft.event));
        is_json.then(|| Self { foreign: foreign.flatten(), event, wrapped: None, pattern })
    }
}

/// The event of a draft; that it is in another notation than JSON; that something is around it.
type EventReading = (json::Parsed, Option<Diagnostic<rulepad_event::Message>>, Option<Wrapped>);

fn read_event(draft: &Draft, lang: Lang) -> EventReading {
    let event = json::parse(&draft.event, Role::Event);
    // A notation is recognized before advice for JSON is given.
    let foreign = if event.valid().is_none() { rulepad_event::other_notation(&draft.event) } else { None };
    let wrapped = rulepad_event::wrapped(&draft.event, &event, wanted(draft.dialect));
    let wrapped = wrapped.map(|found| Wrapped::worded(&found, lang));
    (event, foreign, wrapped)
}

/// An event as a pattern is tried on it.
struct Flat {
    record: Option<Record>,
    flat: Option<Event>,
    /// The pattern without the conditions that the service ignores.
    asked: Option<Pattern>,
}

impl Flat {
    fn of(draft: &Draft, event: &json::Parsed, parsed: &Parsed) -> Self {
        let record = event.valid().map(|root| record::read(draft.dialect, root, parsed.json.as_ref()));
        let flat = record.as_ref().and_then(|record| Event::new(&record.root));
        let asked = parsed.valid().map(|pattern| match &record {
            Some(record) => record.ignored.iter().fold(pattern.clone(), |rest, field| rest.without(field)),
            None => pattern.clone(),
        });
        Self { record, flat, asked }
    }
}

/// The verdict on a draft's event and the problems of the event, as [`evaluate`] has them, without reasons. The pattern
/// was read before.
pub(crate) fn verdict_alone(draft: &Draft, pattern: &Parsed, lang: Lang) -> (Verdict, Vec<Diagnostic>) {
    let (event, foreign, wrapped) = read_event(draft, lang);
    let Flat { record, flat, asked } = Flat::of(draft, &event, pattern);
    let verdict = match (&asked, &flat) {
        (None, _) => Verdict::PatternError,
        (Some(_), None) => Verdict::EventError,
        (Some(asked), Some(event)) => match pattern::matches(asked, event) {
            Some(true) if record.as_ref().is_none_or(|record| record.dropped.is_none()) => Verdict::Match,
            Some(_) => Verdict::NoMatch,
            None => Verdict::Undecided,
        },
    };
    let read = (&event, foreign.as_ref(), wrapped.is_some());
    (verdict, event_problems(draft, read, record.as_ref(), flat.is_some(), lang))
}

/// What is wrong with an event, in the order of its text.
fn event_problems(
    draft: &Draft,
    (event, foreign, is_wrapped): (&json::Parsed, Option<&Diagnostic<rulepad_event::Message>>, bool),
    record: Option<&Record>,
    is_object: bool,
    lang: Lang,
) -> Vec<Diagnostic> {
    let mut event_problems = match foreign {
        Some(found) => vec![found.worded(lang)],
        None => worded(&event.diagnostics, lang),
    };
    if let Some(record) = record.filter(|_| !is_object) {
        event_problems.push(rulepad_event::not_an_object(&record.root, record.root.span).worded(lang));
    }
    let duplicates = event.valid().map(pattern::lint::event_duplicates).unwrap_or_default();
    event_problems.extend(worded(&duplicates, lang));
    if let Some(root) = event.valid().filter(|_| draft.dialect.has_envelope() && !is_wrapped) {
        // Only a rule in the state that asks for them gets read-only calls.
        let asks = draft.rule.state == State::EnabledWithAllCloudtrailManagementEvents;
        let of_envelope = envelope::check(root, &draft.event).into_iter();
        let about = of_envelope.filter(|found| !asks || !found.is(rulepad_event::Code::ReadOnlyCall));
        event_problems.extend(about.map(|found| found.worded(lang)));
    }
    rulepad_document::order::sort_by_key(&mut event_problems, |found| found.span().start);
    event_problems
}

/// A report without rule and targets.
pub(crate) struct Judged {
    pub(crate) report: Report,
    /// Whether the event is an object that targets can receive.
    is_read: bool,
}

/// Judges what was read; `looping` is a problem of the pattern that its targets cause.
pub(crate) fn judge(
    draft: &Draft,
    reading: &Reading,
    looping: Option<crate::diagnostics::Diagnostic>,
    lang: Lang,
) -> Judged {
    let Reading { event, foreign, wrapped, pattern: parsed } = reading;
    let valid = parsed.valid();
    let Flat { record, flat, asked } = Flat::of(draft, event, parsed);
    let explanation = asked.as_ref().zip(flat.as_ref()).map(|(asked, event)| pattern::explain(asked, event));
    let dropped = record.as_ref().and_then(|record| record.dropped.clone());
    let verdict = match explanation.as_ref().map(Explanation::verdict) {
        _ if valid.is_none() => Verdict::PatternError,
        None => Verdict::EventError,
        Some(Some(matches)) => {
            if matches && dropped.is_none() {
                Verdict::Match
            } else {
                Verdict::NoMatch
            }
        }
        Some(None) => Verdict::Undecided,
    };

    let event_problems = event_problems(
        draft,
        (event, foreign.as_ref(), wrapped.is_some()),
        record.as_ref(),
        flat.is_some(),
        lang,
    );
    let mut pattern_problems = worded(&parsed.diagnostics, lang);
    if let (Some(pattern), Some(event), Some(explanation)) = (valid, &flat, &explanation) {
        pattern_problems.extend(worded(&pattern::lint::event_lints(pattern, event, explanation), lang));
    }
    if let Some(pattern) = valid {
        pattern_problems.extend(worded(&pattern::caveats(pattern, flat.as_ref()), lang));
    }
    pattern_problems.extend(looping.map(|found| found.worded(lang)));
    let only_schedule = draft.pattern.trim().is_empty() && !draft.rule.schedule.trim().is_empty();
    let (headline, summary) = if only_schedule {
        words!(lang, verdict::scheduled(&draft.rule.schedule))
    } else {
        words!(
            lang,
            verdict::verdict(
                verdict,
                explanation.as_ref(),
                (&pattern_problems, draft.pattern.trim().is_empty()),
                (&event_problems, draft.event.trim().is_empty()),
                wrapped.as_ref(),
            )
        )
    };

    let summary = dropped.map_or(summary, |why| why.words(lang));
    let reasons =
        answer::reasons(draft, verdict, explanation.as_ref(), &pattern_problems, &event_problems, lang);
    let report = Report {
        verdict,
        answer: words!(lang, verdict::answer(&headline, &summary, &reasons)),
        headline,
        summary,
        notes: record.iter().flat_map(|record| &record.notes).map(|note| note.words(lang)).collect(),
        aws_error: parsed.aws_error(&draft.pattern),
        aws_gloss: parsed.aws_gloss(lang),
        why: explanation.as_ref().map(|found| lines(found, lang)).unwrap_or_default(),
        explanation: explanation.map(|found| crate::explanation::Explanation::worded(found, lang)),
        in_words: valid.map(|pattern| in_words(pattern, lang)),
        complexity: complexity(parsed),
        rule: Vec::new(),
        targets: Vec::new(),
        wrapped: wrapped.clone(),
        event: event_problems,
        pattern: pattern_problems,
    };
    Judged { report, is_read: flat.is_some() }
}

fn in_words(pattern: &Pattern, lang: Lang) -> InWords {
    InWords {
        sentence: pattern::in_words::sentence(pattern, lang),
        formula: pattern::in_words::formula(pattern),
    }
}

/// A pattern that is refused for its complexity alone still has one.
fn complexity(parsed: &Parsed) -> Option<Complexity> {
    let mut errors = parsed.diagnostics.iter().filter(|found| found.is_error());
    let readable = errors.all(|found| found.is(pattern::Code::Complexity));
    let found = readable.then(|| pattern::complexity(&parsed.pattern));
    found.filter(|found| !found.wildcards.is_empty())
}

fn targets(draft: &Draft, event: Option<&Node>, lang: Lang) -> Vec<TargetReport> {
    let around = surroundings(&draft.rule, event);
    let checks = worded(&check_targets(&draft.rule, &draft.targets), lang);
    let place = Location::of(&draft.rule, &draft.targets);
    let sender = Sender { rule_arn: &around.rule_arn, sid: statement_id(&around.rule_arn), place: &place };
    let report = |(index, target): (u32, &Target)| {
        let render = |event| transformer::render(&target.input, event, &around, index, &target.id);
        let rendered = event.map(|event| render(event).worded(lang));
        let mine = checks
            .iter()
            .filter(|found| found.labels.first().and_then(|label| label.role.target()) == Some(index));
        let own = rendered.iter().flat_map(|rendered| &rendered.diagnostics);
        let kind = target.kind();
        let arrives = rendered.as_ref().and_then(arrives);
        let quoted = arrives.and_then(|_| quotes_delivered(index, target));
        let quoted = quoted.map(|found| found.worded(lang));
        TargetReport {
            policies: policies(&sender, target).into_iter().map(|own| own.worded(lang)).collect(),
            delivery: arrives
                .zip(event)
                .and_then(|(payload, event)| Some(deliver(target, payload, event)?.worded(lang))),
            kind: kind.map(|kind| kind.name(lang).to_owned()).unwrap_or_default(),
            receives: kind.map(|kind| kind.receives(lang).to_owned()).unwrap_or_default(),
            permission: kind.map(|kind| words!(lang, verdict::permission(kind))).unwrap_or_default(),
            diagnostics: mine.chain(own).chain(&quoted).cloned().collect(),
            rendered,
        }
    };
    (0..).zip(&draft.targets).map(report).collect()
}

/// What the reserved variables say. When EventBridge will receive an event cannot be known: its own time
/// stands for it.
pub(crate) fn surroundings(rule: &Rule, event: Option<&Node>) -> Surroundings {
    let time = event.and_then(|event| event.get("time")).and_then(Node::as_str);
    Surroundings {
        rule_arn: rule_arn(rule, event),
        rule_name: rule.name.clone(),
        ingestion_time: time.unwrap_or("2026-01-01T00:00:00Z").to_owned(),
    }
}
