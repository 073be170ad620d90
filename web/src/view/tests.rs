//! Regions of the page rendered without a browser.

use super::page::{Page, PageProps};
use super::verdict::{VerdictView, VerdictViewProps};
use crate::engine::failure::Failure;
use crate::engine::protocol::QuestionKind;
use crate::state::action::Action;
use crate::state::export::{Exchange, ExportAction};
use crate::state::field::Field;
use crate::state::import::ImportAction;
use crate::state::model::{Model, Notice, Region, Settings};
use crate::state::reduce::reduce;
use crate::state::requests::test_support::{
    again, answered, evaluated, settled, slow as slow_at, stopped as stopped_at,
};
use crate::state::requests::{RequestAction, Worker};
use crate::ui::rendered;
use rulepad_workbench::share::BadLink;
use rulepad_workbench::{Draft, Lang, Target, examples};
use std::rc::Rc;
use yew::prelude::*;

fn example(id: &str) -> Draft {
    examples().into_iter().find(|example| example.id == id).unwrap().draft
}

fn model(draft: Draft) -> Model {
    evaluated(&Model::new(draft, Settings::default()))
}

fn fixed() -> Model {
    evaluated(&settled(&reduce(&model(example("codebuild-published")), Action::FixAll(Field::Pattern))))
}

/// What the worker answers to what it was asked of files.
fn written(model: &Model) -> Model {
    answered(model, |kind| kind == QuestionKind::Export)
}

/// The page, built where it is rendered: models do not cross threads.
fn page(make: impl FnOnce() -> Model + Send + 'static) -> String {
    rendered::<Page>(move || PageProps { model: Rc::new(make()), dispatch: Callback::noop() })
}

fn verdict(make: impl FnOnce() -> Model + Send + 'static) -> String {
    rendered::<VerdictView>(move || VerdictViewProps::of(&make(), Callback::noop()))
}

/// Text as it is in the page.
fn words(html: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => out.push(c),
            _ => {}
        }
    }
    out.replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
        .replace("&#x27;", "'")
}

#[track_caller]
fn has(html: &str, parts: &[&str]) {
    for part in parts {
        assert!(html.contains(part), "{part} in {html}");
    }
}

#[test]
fn each_verdict_has_its_shape_and_words() {
    let matching = verdict(|| model(example("order-or")));
    has(&matching, &["tone-good", "✓", ">Matches<", "role=\"status\""]);
    has(&verdict(fixed), &["tone-bad", "✕", "Does not match", "failed: detail.project-name"]);
    has(
        &verdict(|| model(example("codebuild-published"))),
        &["tone-caution", "AWS refuses this pattern", "4 errors"],
    );
    let unreadable = || model(Draft { event: "{".into(), ..example("order-or") });
    has(&verdict(unreadable), &["tone-caution", "The event cannot be read"]);
}

#[test]
fn a_stopped_evaluation_says_so_and_can_be_tried_again() {
    let stopped = || stopped_at(&reduce(&fixed(), again(QuestionKind::Evaluation)), QuestionKind::Evaluation);
    has(&verdict(stopped), &["Evaluation stopped after 2 seconds", "Try again"]);
    let failed = || {
        let failed = RequestAction::Failed(Worker::Evaluation, Failure::NotLoaded);
        reduce(&fixed(), Action::Request(failed))
    };
    has(&verdict(failed), &["The evaluation cannot run", "its files did not load", "Try again"]);
}

#[test]
fn a_slow_evaluation_dims_the_verdict_it_replaces() {
    let slow = || reduce(&fixed(), again(QuestionKind::Evaluation));
    has(&verdict(slow), &["dimmed", ">evaluating<", "Does not match"]);
    assert!(!verdict(fixed).contains("evaluating"));
    let first = || slow_at(&Model::new(example("order-or"), Settings::default()), QuestionKind::Evaluation);
    has(&verdict(first), &["Evaluating"]);
}

#[test]
fn the_mistakes_of_the_first_screen_stand_under_the_pattern() {
    let html = page(|| model(example("codebuild-published")));
    has(&html, &["aria-label=\"Problems of the event pattern\"", ">Fix all (4)<", "AWS says", ">2:13<"]);
    has(
        &words(&html),
        &["Event pattern is not valid. Reason: \"source\" must be an object or an array", "wrap in [ ]"],
    );
    assert_eq!(html.matches("class=\"problem tone-bad\"").count(), 4, "{html}");
    has(&html, &["Once AWS accepts the pattern"]);
}

#[test]
fn a_failed_condition_shows_what_it_saw_and_wants() {
    let html = page(fixed);
    has(&html, &["<ul aria-label=\"Why\"", "why-failed", "aria-label=\"failed\"", "aria-label=\"met\""]);
    has(
        &words(&html),
        &["detail.project-name event has \"SampleProjectName\" pattern needs \"test-codebuild-project\""],
    );
    assert!(!html.contains("Fix all"), "{html}");
}

#[test]
fn branches_of_an_or_are_lists_in_its_line() {
    // Where none holds, every alternative is open.
    let html = page(|| model(Draft { event: "{}".into(), ..example("order-or") }));
    let depth_of = |needle: &str| {
        let before = html.split(needle).next().unwrap();
        before.matches("<ul class=\"why-list\"").count() + before.matches("<ul aria-label=\"Why\"").count()
            - before.split("id=\"why\"").nth(1).unwrap().matches("</ul>").count()
    };
    assert_eq!(depth_of("alternatives holds"), 1);
    assert_eq!(depth_of(">alternative 1<"), 2);
    assert_eq!(depth_of(">detail.data.total<"), 3);
    assert_eq!(depth_of(">detail.data.coupon<"), 1);
}

#[test]
fn the_last_reasons_stay_dimmed_while_the_pattern_is_broken() {
    let html = page(|| evaluated(&reduce(&fixed(), Action::Type(Field::Pattern, "{".into()))));
    has(&html, &["from the last pattern AWS accepts", "why-scroll dimmed", "why-failed"]);
}

#[test]
fn a_near_miss_can_be_used_while_its_pattern_stands() {
    let near = || {
        let draft = example("order-or");
        let pattern = draft.pattern.replace("\"shop.orders\"", "\"Shop.Orders\"");
        model(Draft { pattern, ..draft })
    };
    has(&page(near), &["differs only in case", ">Use it<"]);
    let operator = || {
        let pattern = r#"{"source": ["aws."]}"#.to_owned();
        model(Draft { pattern, event: r#"{"source": "aws.s3"}"#.to_owned(), ..Draft::default() })
    };
    let html = words(&page(operator));
    has(&html, &["would match", "Use it"]);
    assert!(!html.contains('`'), "code is set apart, not quoted: {html}");
    let broken = page(move || evaluated(&reduce(&near(), Action::Type(Field::Pattern, "{".into()))));
    assert!(broken.contains("differs only in case") && !broken.contains("Use it"), "{broken}");
}

#[test]
fn two_conditions_that_disagree_say_it_in_a_sentence() {
    let html = words(&page(|| model(example("ecs-array"))));
    has(&html, &["not in the same array element"]);
    assert!(!html.contains("differs only"), "a value that is accepted is no near miss: {html}");
}

#[test]
fn without_targets_the_panel_says_so() {
    has(&page(|| model(example("ecs-array"))), &["No targets yet", ">Add target<"]);
    assert!(!page(|| model(example("ecs-array"))).contains("What  would"));
}

#[test]
fn a_target_shows_its_kind_and_what_it_would_receive() {
    let html = page(|| reduce(&fixed(), Action::SelectTarget(2)));
    has(
        &words(&html),
        &[
            "SNS topic",
            "What slack would receive",
            "would be delivered if the event matched",
            "Build of SampleProjectName ended: SUCCEEDED",
        ],
    );
    has(&html, &["aria-label=\"Variables\"", "aria-label=\"Input paths\"", "aria-label=\"Input template\""]);
    let matching = page(|| model(example("order-or")));
    has(&words(&matching), &["What crm receives"]);
}

#[test]
fn a_refused_target_shows_the_words_of_aws() {
    let html = page(|| {
        let mut draft = example("codebuild-published");
        draft.targets[0].input = rulepad_workbench::Input::Constant("{".into());
        model(draft)
    });
    has(&html, &["AWS refuses this target", "AWS says", "Problems of the constant"]);
}

#[test]
fn a_role_is_asked_for_where_it_is_needed() {
    has(&page(|| model(example("s3-created"))), &["Role ARN"]);
    assert!(!page(fixed).contains("Role ARN"));
}

#[test]
fn long_ids_and_arns_stay_whole_in_the_page() {
    let id = "i".repeat(64);
    let arn = format!("arn:aws:unknown:us-east-1:111122223333:{}", "x".repeat(200));
    let (long_id, long_arn) = (id.clone(), arn.clone());
    let html = page(move || {
        let target = Target { id: long_id, arn: long_arn, ..Target::default() };
        model(Draft { targets: vec![target], ..example("order-or") })
    });
    has(&words(&html), &[&id]);
    has(&html, &["middle-ellipsis-cut", &format!("title=\"{arn}\"")]);
}

#[test]
fn what_cannot_be_seen_is_named() {
    let html = page(|| {
        let draft = example("order-or");
        let event = draft.event.replace("gold", "go\u{202e}ld");
        let pattern = draft.pattern.replace("gold", "silver");
        model(Draft { event, pattern, ..draft })
    });
    has(&html, &[">RLO<"]);
}

#[test]
fn the_export_waits_for_a_pattern_that_aws_accepts() {
    let html =
        page(|| written(&reduce(&model(example("codebuild-published")), Action::Show(Region::Export))));
    has(&words(&html), &["fix 4 errors to export the rule"]);
    assert!(!html.contains(">Download<"), "{html}");
    let html = page(|| written(&reduce(&fixed(), Action::Show(Region::Export))));
    has(&html, &[">Download<", "Rule name", "Event bus", "PutTargets"]);
}

#[test]
fn notices_and_dialogs_say_what_happened() {
    let html = page(|| reduce(&fixed(), Action::Notice(Notice::BadLink(BadLink::Damaged))));
    has(
        &html,
        &["The link was not opened: this link is incomplete: copy all of it", "aria-label=\"Dismiss\""],
    );
}

#[test]
fn a_narrow_page_has_its_verdict_on_top_and_a_bar_below() {
    let html = page(|| reduce(&fixed(), Action::Narrow(true)));
    let (verdict, event) = (html.find("class=\"verdict ").unwrap(), html.find("id=\"event\"").unwrap());
    assert!(verdict < event, "{html}");
    has(&html, &["aria-label=\"Regions\"", "show-event"]);
    assert_eq!(html.matches("aria-label=\"Verdict\"").count(), 1);
}

#[test]
fn no_view_asks_for_an_inline_style() {
    for id in ["codebuild-published", "order-or", "s3-created"] {
        let html = page(move || model(example(id)));
        assert!(!html.contains(" style="), "{id}");
    }
}

/// The import view after the worker read a text.
fn imported(text: &str) -> Model {
    let asked = reduce(&fixed(), Action::Import(ImportAction::Text(text.to_owned())));
    answered(&asked, |kind| kind == QuestionKind::Import)
}

#[test]
fn an_import_says_what_it_understood_and_what_it_would_replace() {
    let request = r#"{"Name": "new-name", "EventPattern": "{\"source\": [\"shop\"]}", "State": "DISABLED"}"#;
    let html = page(move || imported(request));
    has(&html, &["What was understood", "pattern valid", "unchanged", ">Replace<"]);
    has(&words(&html), &["new-name", "parts change. It can be undone."]);
    let refused = page(|| imported(r#"{"Name": "n", "EventPattern": "{\"source\": 1}"}"#));
    has(&words(&refused), &["1 error in the pattern", "It can be fixed once it is here."]);
    let nothing = page(|| imported("hello"));
    has(&words(&nothing), &["No rule was found"]);
    assert!(!nothing.contains(">Replace<"), "{nothing}");
}

#[test]
fn nothing_can_be_sent_while_there_is_no_address() {
    let html = page(|| {
        let shown = reduce(&fixed(), Action::Show(Region::Export));
        let asked = reduce(&shown, Action::Export(ExportAction::Show(Exchange::TryOut)));
        answered(&asked, |kind| kind == QuestionKind::TryingOut)
    });
    has(
        &words(&html),
        &["Nothing is contacted before you press a button", "Send the event", "`rulepad.`".trim_matches('`')],
    );
    let calls = html.split("aria-label=\"Calls\"").nth(1).unwrap().split("</div>").next().unwrap();
    assert_eq!(calls.matches("aria-disabled=\"true\"").count(), 4, "{calls}");
}

/// The page with the words of another language.
#[component]
fn KoreanPage(props: &PageProps) -> Html {
    html! {
        <ContextProvider<Lang> context={Lang::KO}>
            <Page ..props.clone() />
        </ContextProvider<Lang>>
    }
}

#[test]
fn a_page_in_korean_has_korean_words() {
    let html = rendered::<KoreanPage>(|| PageProps {
        model: Rc::new(model(example("codebuild-published"))),
        dispatch: Callback::noop(),
    });
    has(
        &html,
        &[
            "이벤트 패턴의 문제",
            ">모두 고치기(4)<",
            "AWS의 응답",
            "<blockquote lang=\"en\"",
            "build-handler 대상이 받을 내용",
        ],
    );
}
