//! Views of the targets without a browser, state by state.

use super::{TargetsPanel, TargetsPanelProps};
use crate::state::action::Action;
use crate::state::marks::marks;
use crate::state::model::{Detail, Model, Pointed, Settings};
use crate::state::reduce::reduce;
use crate::state::requests::test_support::{evaluated, evaluated_as, settled};
use crate::ui::rendered;
use rulepad_workbench::Lang;
use rulepad_workbench::{Alternative, Dialect, Draft, Input, Target, TargetKind, evaluate};
use yew::Callback;

const EVENT: &str = r#"{"source": "shop", "region": "us-east-1", "time": "2026-01-01T00:00:00Z",
 "detail": {"id": 7, "user": "ana", "tags": {"a": 1}}}"#;

fn model(targets: Vec<Target>) -> Model {
    let draft =
        Draft { event: EVENT.into(), pattern: r#"{"source": ["shop"]}"#.into(), targets, ..Draft::default() };
    evaluated(&Model::new(draft, Settings::default()))
}

fn target(kind: TargetKind, input: Input) -> Target {
    Target { input, ..kind.sample("us-east-1", "111122223333") }
}

fn transformer(paths: &str, template: &str) -> Input {
    Input::Transformer { paths: paths.into(), template: template.into() }
}

fn panel(make: impl FnOnce() -> Model + Send + 'static) -> String {
    rendered::<TargetsPanel>(move || {
        let model = make();
        TargetsPanelProps::of(&model, marks(&model).stages, Callback::noop())
    })
}

/// Text as it is in the panel.
fn words(html: &str) -> String {
    let parts = html.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text);
    let text = parts.collect::<String>();
    text.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

#[track_caller]
fn has(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "{part} in {text}");
    }
}

#[test]
fn without_targets_the_kinds_are_offered() {
    has(&panel(|| model(Vec::new())), &["No targets yet", "aria-haspopup=\"menu\"", "Add target"]);
}

#[test]
fn a_card_tells_kind_input_delivery_status_and_payload() {
    let html = panel(|| model(vec![target(TargetKind::Sqs, Input::Path("$.detail.user".into()))]));
    has(&words(&html), &["queue", "delivered", "SQS queue · part of it", "\"ana\"", "What queue receives"]);
    has(&html, &["title=\"arn:aws:sqs:us-east-1:111122223333:my-queue\"", "aria-current=\"true\""]);
}

#[test]
fn of_thousands_of_targets_those_around_the_chosen_one_are_listed() {
    let many = || {
        let one = |at| Target { id: format!("t{at}."), ..target(TargetKind::Sqs, Input::MatchedEvent) };
        model((0..2000).map(one).collect())
    };
    let html = panel(many);
    assert_eq!(html.matches("target-card").count(), 100);
    has(&words(&html), &["t0.", "t99.", "100 of 2000 targets are listed"]);
    let html = panel(move || reduce(&many(), Action::SelectTarget(1990)));
    assert_eq!(html.matches("target-card").count(), 100);
    has(&words(&html), &["t1990.", "t1999."]);
    has(&html, &["aria-current=\"true\""]);
}

#[test]
fn the_sixth_target_says_so_on_its_card() {
    let html = panel(|| {
        let many = (0..6).map(|number| Target {
            id: format!("t{number}"),
            ..target(TargetKind::Sqs, Input::MatchedEvent)
        });
        model(many.collect())
    });
    let cards: Vec<&str> = html.split("target-card").skip(1).collect();
    assert_eq!(cards.len(), 6);
    has(cards[5], &["warnings", "6 targets"]);
    assert!(!cards[4].contains("6 targets"), "{html}");
}

#[test]
fn under_another_dialect_nothing_is_said_to_be_delivered() {
    let html = words(&panel(|| {
        let model = model(vec![target(TargetKind::Sqs, Input::MatchedEvent)]);
        evaluated(&reduce(&model, Action::SetDialect(Dialect::Archive)))
    }));
    has(&html, &["not delivered by this pattern", "would receive", "as a rule"]);
    assert!(!html.replace("not delivered by this pattern", "").contains("delivered"), "{html}");
}

#[test]
fn the_stages_of_a_template_stand_side_by_side() {
    let input =
        || transformer(r#"{"id": "$.detail.id", "no": "$.detail.no"}"#, "{\"n\": <id>, \"x\": \"<no>\"}");
    let html = panel(move || model(vec![target(TargetKind::Sqs, input())]));
    let table = html.split("aria-label=\"Variables\"").nth(1).unwrap();
    has(&words(table), &["<id>$.detail.id7a number", "no value", "nothing"]);
    assert_eq!(table.split("</table>").next().unwrap().matches("tabindex=\"0\"").count(), 1);
    let lit = panel(move || {
        let model = model(vec![target(TargetKind::Sqs, input())]);
        let byte = model.draft.event.find('7').unwrap();
        reduce(&model, Action::Point(Some(Pointed::Event(byte))))
    });
    assert_eq!(lit.matches("<tr class=\"lit\"").count(), 1, "{lit}");
}

#[test]
fn what_was_meant_is_offered() {
    let html = panel(|| {
        let model = model(vec![target(TargetKind::Sqs, Input::Path("$.detail.user".into()))]);
        let mut report = evaluate(&model.draft, Lang::En);
        let instead =
            Alternative { text: "deliver `$.detail`".into(), input: Input::Path("$.detail".into()) };
        report.targets[0].rendered.as_mut().unwrap().instead = Some(instead);
        evaluated_as(&model, report)
    });
    has(&words(&html), &["Did you mean something else? deliver $.detail"]);
    has(&html, &["class=\"fix\""]);
}

#[test]
fn a_payload_that_is_not_delivered_or_refused_says_why() {
    let broken = panel(|| {
        model(vec![target(TargetKind::Sqs, transformer(r#"{"t": "$.detail.tags"}"#, "{\"a\": \"<t>\"}"))])
    });
    has(&words(&broken), &["not delivered: "]);
    let refused = panel(|| model(vec![target(TargetKind::Sqs, Input::Constant("{".into()))]));
    has(&words(&refused), &["AWS refuses this target", "refused"]);
}

#[test]
fn a_broken_event_leaves_the_panel_waiting() {
    let html = words(&panel(|| {
        let model = model(vec![target(TargetKind::Sqs, Input::MatchedEvent)]);
        evaluated(&reduce(&model, Action::Type(crate::state::field::Field::Event, "{".into())))
    }));
    has(&html, &["the payload appears here once the event can be read", "no event"]);
    assert!(!html.contains("delivered"), "{html}");
}

#[test]
fn the_own_property_is_shown_for_the_kinds_that_have_one() {
    let ecs = panel(|| {
        let blank =
            Target { parameters: String::new(), ..target(TargetKind::Ecs, Input::Constant("{}".into())) };
        reduce(&model(vec![blank]), Action::ShowDetail(Detail::Parameters))
    });
    has(&ecs, &["aria-label=\"EcsParameters\"", "Insert the usual members"]);
    let sns = panel(|| {
        reduce(
            &model(vec![target(TargetKind::Sns, Input::MatchedEvent)]),
            Action::ShowDetail(Detail::Parameters),
        )
    });
    assert!(!sns.contains("Parameters"), "a topic has none, and the input is shown instead: {sns}");
    has(&sns, &["Matched event"]);
}

#[test]
fn settings_that_are_used_are_marked_on_their_tab() {
    let html = panel(|| {
        let target = Target { retry_attempts: "3".into(), ..target(TargetKind::Sns, Input::MatchedEvent) };
        reduce(&model(vec![target]), Action::ShowDetail(Detail::Failure))
    });
    has(&html, &["Dead-letter queue ARN", "Retry attempts"]);
    has(&words(&html), &["Retries set"]);
    let wrong = panel(|| {
        model(vec![Target { retry_attempts: "999".into(), ..target(TargetKind::Sns, Input::MatchedEvent) }])
    });
    has(&words(&wrong), &["Retries ✕ 1"]);
}

#[test]
fn permissions_come_with_policies_to_copy() {
    let html = panel(|| {
        reduce(
            &model(vec![target(TargetKind::Lambda, Input::MatchedEvent)]),
            Action::ShowDetail(Detail::Permission),
        )
    });
    has(&words(&html), &["lambda:InvokeFunction", "SourceArn", "Copy"]);
}

#[test]
fn an_http_request_shows_its_line_its_headers_and_its_body() {
    let html = panel(|| {
        let target = Target {
            endpoint: "POST https://example.com/orders/*".into(),
            parameters:
                r#"{"PathParameterValues": ["$.detail.id"], "HeaderParameters": {"X-Who": "$.detail.user"}}"#
                    .into(),
            ..target(TargetKind::ApiDestination, Input::Path("$.detail".into()))
        };
        model(vec![target])
    });
    has(&words(&html), &["POST https://example.com/orders/7", "X-Who:ana"]);
    has(&html, &["part-request", "class=\"part-value\""]);
}

#[test]
fn the_event_log_tells_what_replaced_what() {
    let html = words(&panel(|| {
        let model = model(vec![target(TargetKind::Lambda, Input::Path("$.detail".into()))]);
        let table = crate::state::log::table_for(r#"{"user": "ana"}"#);
        let payload = || Action::WriteDown(r#"{"id":7,"user":"ana"}"#.into());
        let actions =
            [Action::ShowDetail(Detail::Log), Action::SetTable(Some(Box::new(table))), payload(), payload()];
        settled(&actions.into_iter().fold(model, |model, action| reduce(&model, action)))
    }));
    has(
        &html,
        &["2 payloads written in this visit", "gone: item 2 has the same key", "kept; it replaced item 1"],
    );
}

#[test]
fn a_log_that_is_not_begun_says_what_it_is_for() {
    let html = panel(|| {
        reduce(&model(vec![target(TargetKind::Lambda, Input::MatchedEvent)]), Action::ShowDetail(Detail::Log))
    });
    has(&html, &["Start an event log", "PutItem"]);
}

#[test]
fn no_panel_asks_for_an_inline_style() {
    let html = panel(|| model(TargetKind::ALL.map(|kind| target(kind, Input::MatchedEvent)).to_vec()));
    assert!(!html.contains(" style="), "{html}");
    assert_eq!(html.matches("target-card").count(), TargetKind::ALL.len());
}
