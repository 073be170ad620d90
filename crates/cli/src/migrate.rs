//! `rulepad migrate`: a rule as subscribers of a custom event bus.

use crate::import::{one, read};
use crate::label::Label;
use crate::message::{Message, RulesOf, labeled};
use crate::options::once;
use crate::shown::{self, line, lines};
use crate::source::{InputText, one_standard_input};
use crate::stop::{Stop, read_or_not};
use crate::{diagnostics, help};
use lexopt::ValueExt;
use rulepad_migrate::{Comparison, MigratedSource, MigratedTarget, Migration, Payloads, Side, compare, rule};
use rulepad_subscriber::target::{Refusal, check};
use rulepad_subscriber_export::{Format, Rendered, Subject, UNKNOWN_BUS, export, unknown_bus};
use rulepad_workbench::{Diagnostic, Draft, Lang, Reference, Severity, Words};
use std::ffi::OsString;
use std::io::{self, Write};

const HELP: &str = "\
usage: rulepad migrate [FILE] [--rule NAME] [--bus ARN] [--event EVENT] [--format NAME]

Writes a rule as subscribers of a custom event bus, one for each target, with the event sources that the bus
needs then. FILE is Rulepad's own file or any text that `rulepad import` reads; without it, or with `-`,
standard input is read. Prints what becomes of each target, what is lost and what behaves differently. With
`--format`, the file goes to standard output and all of that to standard error.

  --rule NAME       which rule, where the text has several: its name, its logical id, the address of its
                    resource, or its number
  --bus ARN         the ARN of the custom event bus; without it the file asks for it
  --event EVENT     a file with events: the rule and its subscribers are tried on each, and their payloads
                    are compared
  --format NAME     one of the formats below

Exit codes: 0 every target became a subscriber and nothing is lost, 1 something is lost, AWS refuses a
subscriber, something of the text could not be taken, or a verdict or payload differs or cannot be
compared, 2 there is no subscriber, the text has no rule or several, or the arguments are wrong.

";

/// What `rulepad help migrate` prints.
pub fn page() -> String {
    let wide = Format::ALL.iter().map(|own| own.identifier().len()).max().unwrap_or_default();
    let line = |own: &Format| format!("  {:wide$}  {}\n", own.identifier(), own.name(Lang::En));
    HELP.to_owned() + &Format::ALL.iter().map(line).collect::<String>()
}

/// The format of this name.
pub fn format(name: String) -> Result<Format, Stop> {
    let found = Format::ALL.into_iter().find(|own| own.identifier() == name);
    found.ok_or_else(|| {
        let known = Format::ALL.map(Format::identifier).to_vec();
        Stop::new(Message::UnknownFormat { name, known })
    })
}

/// Runs the command and gives the exit code.
pub fn run(mut arguments: lexopt::Parser, lang: Lang, out: &mut impl Write) -> Result<u8, Stop> {
    let (mut file, mut name, mut bus, mut event, mut format) = (None, None, None, None, None);
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Value(value) if file.is_none() => file = Some(value),
            lexopt::Arg::Long("rule") => once(&mut name, "rule", arguments.value()?.string()?)?,
            lexopt::Arg::Long("bus") => once(&mut bus, "bus", arguments.value()?.string()?)?,
            lexopt::Arg::Long("event") => once(&mut event, "event", arguments.value()?)?,
            lexopt::Arg::Long("format") => {
                once(&mut format, "format", self::format(arguments.value()?.string()?)?)?;
            }
            lexopt::Arg::Long("help") | lexopt::Arg::Short('h') => return help::print(out, &page()),
            other => return Err(other.unexpected().into()),
        }
    }
    let file = file.unwrap_or_else(|| OsString::from("-"));
    one_standard_input([Some(&file), event.as_ref()])?;
    let source = InputText::read(&file)?;
    let read = read(&source, lang);
    let is_partial = read.diagnostics.iter().any(|found| found.severity != Severity::Note);
    let mut draft = one(&read, name.as_deref(), RulesOf::Text(source.name), lang)?;
    let bus = bus.unwrap_or_else(|| {
        draft.references.push(unknown_bus());
        UNKNOWN_BUS.to_owned()
    });
    let found = rule(&draft.rule, &draft.pattern, &draft.targets, &bus);
    let subject = Subject::of_migration(&found, &draft.references);
    let written = format.filter(|_| !subject.subscribers.is_empty()).map(|format| export(format, &subject));
    let events = event.map(|event| InputText::read(&event)).transpose()?;
    let migrated = Migrated {
        draft: &draft,
        found: &found,
        bus: &bus,
        events: events.as_ref(),
        is_file: written.is_some(),
        lang,
    };
    let is_same = match &written {
        Some(file) => {
            read_or_not(shown::file(out, &file.text).map_err(Stop::from))?;
            // Nothing is left to be done where standard error is closed.
            let mut about = io::stderr().lock();
            let is_same = migrated.report(&mut about).unwrap_or(true);
            let _ = of_file(&mut about, file, lang);
            is_same
        }
        // There is no file to write to standard output.
        None if format.is_some() => migrated.report(&mut io::stderr().lock()).unwrap_or(true),
        None => {
            let mut is_same = true;
            read_or_not(migrated.report(out).map(|same| is_same = same).map_err(Stop::from))?;
            is_same
        }
    };
    if subject.subscribers.is_empty() {
        return Ok(2);
    }
    let is_lost = written.is_some_and(|file| !file.losses.is_empty()) || migrated.is_lossy();
    Ok(u8::from(is_lost || is_partial || !is_same))
}

/// A rule with what became of it.
struct Migrated<'m> {
    draft: &'m Draft,
    found: &'m Migration,
    bus: &'m str,
    events: Option<&'m InputText>,
    /// Whether a file is written, which has the roles.
    is_file: bool,
    lang: Lang,
}

impl Migrated<'_> {
    /// Whether something is lost, or AWS refuses a subscriber.
    fn is_lossy(&self) -> bool {
        let Migration { targets, losses, sources, .. } = self.found;
        let of_source = |own: &MigratedSource| !refused_of_source(own, &self.draft.references).is_empty();
        let of_target =
            |own: &MigratedTarget| !own.losses.is_empty() || !refused(own, &self.draft.references).is_empty();
        !losses.is_empty() || sources.iter().any(of_source) || targets.iter().any(of_target)
    }

    /// Prints what became of the rule; whether it does the same on the events.
    fn report(&self, out: &mut impl Write) -> io::Result<bool> {
        let Self { found, lang, .. } = *self;
        let said = |label, text: String| labeled(label, lang, text);
        let rule = self.draft.rule.name.clone();
        line(
            out,
            Message::Migrates { rule, subscribers: made(found), targets: found.targets.len() }.words(lang),
        )?;
        for source in &found.sources {
            line(out, format_args!("  {}", Message::NeedsEventSource(source.origin.clone()).words(lang)))?;
            for found in refused_of_source(source, &self.draft.references) {
                line(out, format_args!("  {}", said(Label::Refused, found.worded(lang).message)))?;
            }
        }
        for loss in &found.losses {
            line(out, format_args!("  {}", said(Label::NotMigrated, loss.words(lang))))?;
        }
        for change in &found.changes {
            line(out, format_args!("  {}", said(Label::Changed, change.words(lang))))?;
        }
        let mut is_same = true;
        for (target, own) in found.targets.iter().zip(&self.draft.targets) {
            writeln!(out)?;
            let made = target.subscriber.as_ref();
            let name =
                made.and_then(|made| made.reading.subscriber.name.as_ref()).map(|name| name.value.clone());
            let heading = Message::Becomes { target: target.id.clone(), subscriber: name };
            line(out, heading.words(lang))?;
            for loss in &target.losses {
                line(out, format_args!("  {}", said(Label::NotMigrated, loss.words(lang))))?;
            }
            for found in refused(target, &self.draft.references) {
                line(out, format_args!("  {}", said(Label::Refused, found.worded(lang).message)))?;
            }
            for change in &target.changes {
                line(out, format_args!("  {}", said(Label::Changed, change.words(lang))))?;
            }
            if let Some(made) = made.filter(|made| made.is_new_role && !self.is_file) {
                for policy in &made.policies {
                    line(out, format_args!("  {}:", policy.title.words(lang)))?;
                    lines(out, &policy.text)?;
                }
            }
            if let Some(events) = self.events {
                let rule = &self.draft.rule;
                let (compared, _) = compare(rule, &self.draft.pattern, own, target, self.bus, &events.text);
                for (number, own) in (1..).zip(&compared) {
                    is_same &= own.is_same();
                    comparison(out, number, own, lang)?;
                }
            }
        }
        if let Some(events) = self.events {
            is_same &= self.problems_of_events(out, events)?;
        }
        Ok(is_same)
    }

    /// Prints what is wrong with the events; whether they can be tried.
    fn problems_of_events(&self, out: &mut impl Write, events: &InputText) -> io::Result<bool> {
        let read = rulepad_subscriber::event::read(&events.text, rulepad_subscriber::Published::PutEvents);
        let is_error = rulepad_subscriber::Diagnostic::is_error;
        let errors = read.problems.iter().filter(|found| is_error(found));
        let errors: Vec<Diagnostic> = errors.map(|found| found.worded(self.lang)).collect();
        diagnostics::write(out, events, &errors, self.lang)?;
        Ok(errors.is_empty() && !read.events.is_empty())
    }
}

fn made(found: &Migration) -> usize {
    found.targets.iter().filter(|target| target.subscriber.is_some()).count()
}

/// What AWS refuses of an event source, apart from values that are known only at deploy time.
fn refused_of_source(own: &MigratedSource, references: &[Reference]) -> Vec<rulepad_subscriber::Diagnostic> {
    let problems = own.reading.problems.iter().filter(|found| found.is_error()).cloned();
    let is_known = |found: &rulepad_subscriber::Diagnostic| {
        let text = found.span().of(&own.request);
        !references.iter().any(|own| text.contains(&own.shown))
    };
    problems.filter(is_known).collect()
}

/// What AWS refuses of a subscriber, apart from values that are known only at deploy time.
fn refused(target: &MigratedTarget, references: &[Reference]) -> Vec<rulepad_subscriber::Diagnostic> {
    let Some(made) = &target.subscriber else { return Vec::new() };
    let of_target = check(&made.reading.subscriber).into_iter();
    let of_target =
        of_target.filter(|found| found.refusal == Refusal::AtCreate).map(|found| found.diagnostic);
    let problems = made.reading.problems.iter().filter(|found| found.is_error()).cloned();
    let is_known = |found: &rulepad_subscriber::Diagnostic| {
        let text = found.span().of(&made.request);
        !references.iter().any(|own| text.contains(&own.shown))
    };
    // The account of a role that does not exist yet is that of a bus that does not exist yet.
    let is_role = |found: &rulepad_subscriber::Diagnostic| {
        let role = made.reading.subscriber.invoke.as_ref().and_then(|invoke| invoke.value.role.as_ref());
        made.is_new_role && role.is_some_and(|role| role.span == found.span())
    };
    problems.chain(of_target).filter(|found| is_known(found) && !is_role(found)).collect()
}

/// What the rule and the subscriber make of one event.
fn comparison(out: &mut impl Write, number: usize, own: &Comparison, lang: Lang) -> io::Result<()> {
    let verdicts = Message::Verdicts {
        number,
        rule: own.rule.matches,
        subscriber: own.subscriber.matches,
        payloads: own.payloads,
    };
    line(out, format_args!("  {}", verdicts.words(lang)))?;
    if matches!(own.payloads, Payloads::Equal | Payloads::EqualJson) {
        return Ok(());
    }
    let of_subscriber = if own.payloads == Payloads::Request {
        Label::RequestOfSubscriber
    } else {
        Label::PayloadOfSubscriber
    };
    for (label, Side { payload, .. }) in [(Label::PayloadOfRule, &own.rule), (of_subscriber, &own.subscriber)]
    {
        match payload {
            Some(text) => {
                line(out, format_args!("    {}:", label.words(lang)))?;
                lines(out, text)?;
            }
            None => line(out, format_args!("    {}", labeled(label, lang, Label::NoPayload.words(lang))))?,
        }
    }
    Ok(())
}

/// What a file cannot carry, and what is left to do with it.
pub fn of_file(out: &mut impl Write, file: &Rendered, lang: Lang) -> io::Result<()> {
    file.losses.iter().try_for_each(|loss| line(out, labeled(Label::Lost, lang, loss.words(lang))))?;
    file.notes.iter().try_for_each(|note| line(out, labeled(Label::Note, lang, note.words(lang))))
}
