//! Documents checked and updated: every form of an example, and what can be wrong with it.

use rulepad_docs::{File, Format, Kind, check, site, update};
use rulepad_workbench::Lang;

const TRUE: &str = r#"Does not match: source is "aws.ec2"; the pattern requires "aws.s3"."#;

/// The findings of a document, a line each.
fn found(text: &str, kind: Kind) -> Vec<String> {
    let checked = check(text, kind, &[]);
    let written = Format::Text.write(&[File { path: "d".to_owned(), checked }], Lang::En);
    let mut lines: Vec<String> = written.lines().map(str::to_owned).collect();
    lines.pop();
    lines
}

/// A fence with these options and this stored answer.
fn fence(options: &str, answer: &str) -> String {
    format!(
        "# Title\n\n```rulepad{options}\n{{\"source\": [\"aws.s3\"]}}\n--- event\n{{\"source\": \"aws.ec2\"}}\n{answer}```\n\nMore.\n"
    )
}

fn element(attributes: &str, answer: &str) -> String {
    format!(
        "<!doctype html>\n<rulepad-example{attributes}>\n  <pre data-part=\"pattern\">{{\"source\": [\"aws.s3\"]}}</pre>\n  \
         <pre data-part=\"event\">{{&quot;source&quot;: &#34;aws.ec2\"}}</pre>\n{answer}</rulepad-example>\n"
    )
}

#[test]
fn a_true_example_has_no_finding() {
    let stored = format!("--- answer\n{TRUE}\n");
    assert_eq!(
        found(&fence(" verdict=no_match show=why,payload editable=pattern", &stored), Kind::Markdown),
        [""; 0]
    );
    let stored = "  <p data-part=\"answer\">Does not match: <code>source</code> is \"aws.ec2\"; the pattern\n   requires \"aws.s3\".</p>\n";
    assert_eq!(found(&element(" verdict=\"no_match\" class=x data-x=1", stored), Kind::Html), [""; 0]);
}

#[test]
fn a_wrong_verdict_and_answer_are_found_where_they_are() {
    let stored = "--- answer\nMatches.\n";
    assert_eq!(
        found(&fence(" verdict=match", stored), Kind::Markdown),
        [
            "d:3:12: the stored verdict is `match`; it is `no_match`",
            &format!("  {TRUE}"),
            "d:8:1: the stored answer is not Rulepad's",
            "  stored: Matches.",
            &format!("  found:  {TRUE}"),
        ]
    );
    let lines = found(&element(" verdict=match", "  <p data-part=answer>Matches.</p>\n"), Kind::Html);
    assert_eq!(lines.first().unwrap(), "d:2:18: the stored verdict is `match`; it is `no_match`");
    assert_eq!(lines.get(2).unwrap(), "d:5:23: the stored answer is not Rulepad's");
}

#[test]
fn an_update_changes_the_stored_bytes_alone() {
    let before = fence(" verdict=match show=why", "--- answer\nMatches.\n");
    let after = before.replace("verdict=match", "verdict=no_match").replace("Matches.", TRUE);
    assert_eq!(update(&before, Kind::Markdown), after);
    assert_eq!(update(&after, Kind::Markdown), after);
    let before =
        element(" verdict='match' show=\"why\"", "  <p data-part=\"answer\">Matches &amp; <b>more</b></p>\n");
    let after =
        before.replace("verdict='match'", "verdict=\"no_match\"").replace("Matches &amp; <b>more</b>", TRUE);
    assert_eq!(update(&before, Kind::Html), after);
    assert_eq!(update(&after, Kind::Html), after);
}

#[test]
fn an_update_adds_what_is_not_stored() {
    let empty = fence("", "");
    assert!(found(&empty, Kind::Markdown).first().unwrap().starts_with("d:3:1: nothing is stored"));
    assert_eq!(
        update(&empty, Kind::Markdown),
        fence(" verdict=\"no_match\"", &format!("--- answer\n{TRUE}\n"))
    );
    let empty = element("", "");
    let stored = format!("  <p data-part=\"answer\">{TRUE}</p>\n");
    assert_eq!(update(&empty, Kind::Html), element(" verdict=\"no_match\"", &stored));
    assert_eq!(update(&fence(" verdict=match", "--- answer\n"), Kind::Markdown), {
        fence(" verdict=no_match", &format!("--- answer\n{TRUE}\n"))
    });
    let payload = "--- input-path\n$.source\n--- payload\n";
    assert_eq!(
        update(&fence("", payload), Kind::Markdown),
        fence(" verdict=\"no_match\"", &format!("{payload}\"aws.ec2\"\n--- answer\n{TRUE}\n"))
    );
}

#[test]
fn a_fence_in_a_list_and_a_quotation_keeps_what_is_in_front_of_it() {
    let lines = "- text\n\n  > ```rulepad\n  > {\"source\": [\"aws.s3\"]}\n  > --- event\n  > {\"source\":\n  >   \"aws.ec2\"}\n  > ```\n";
    let updated = update(lines, Kind::Markdown);
    assert_eq!(
        updated,
        lines
            .replace("```rulepad\n", "```rulepad verdict=\"no_match\"\n")
            .replace("  > ```\n", &format!("  > --- answer\n  > {TRUE}\n  > ```\n"))
    );
    assert_eq!(found(&updated, Kind::Markdown), [""; 0]);
    let two = updated.replace(TRUE, "Matches\n  > again.");
    assert_eq!(update(&two, Kind::Markdown), updated);
}

#[test]
fn lines_that_end_as_on_windows_are_kept() {
    for (text, kind) in [(fence("", ""), Kind::Markdown), (element("", ""), Kind::Html)] {
        let windows = text.replace('\n', "\r\n");
        let updated = update(&windows, kind);
        assert_eq!(updated, update(&text, kind).replace('\n', "\r\n"));
        assert_eq!(found(&updated, kind), [""; 0]);
    }
}

#[test]
fn an_element_in_markdown_is_an_example_and_one_in_code_is_not() {
    let inside = element("", "").replace("<!doctype html>\n", "");
    let text = format!("Text with a < b and `<rulepad-example>`.\n\n{inside}\n```html\n{inside}```\n");
    let checked = check(&text, Kind::Markdown, &[]);
    assert_eq!(checked.examples, 1);
    let updated = update(&text, Kind::Markdown);
    assert!(
        updated.contains("<rulepad-example verdict=\"no_match\">")
            && updated.ends_with(&format!("\n```html\n{inside}```\n"))
    );
}

#[test]
fn names_that_are_not_known_get_a_suggestion() {
    let stored = format!("--- anwser\n{TRUE}\n");
    assert_eq!(
        found(&fence(" verdict=no_match editible=pattern theme=blue quick", &stored), Kind::Markdown),
        [
            "d:3:29: there is no option `editible`: write `editable`",
            "d:3:46: `theme` cannot be `blue`: write `auto`, `light` or `dark`",
            "d:3:57: `quick` is not an option: write `name=value`, without spaces around `=`",
            "d:7:5: there is no part `anwser`: write `answer`",
        ]
    );
    let wrong = element(" verdikt=match", "").replace("data-part=\"event\"", "data-part=\"evnt\"");
    let lines = found(&wrong, Kind::Html);
    assert!(
        lines.contains(&"d:2:18: there is no attribute `verdikt`: write `verdict`".to_owned()),
        "{lines:?}"
    );
    assert!(lines.contains(&"d:4:8: there is no part `evnt`: write `event`".to_owned()), "{lines:?}");
}

#[test]
fn broken_examples_are_reported_and_stay() {
    let open = "<rulepad-example>\n<pre data-part=pattern>{}</pre>\n";
    assert_eq!(found(open, Kind::Html), ["d:1:1: the element has no end tag: write `</rulepad-example>`"]);
    assert_eq!(update(open, Kind::Html), open);
    let empty = "```rulepad\n\n```\n";
    assert_eq!(found(empty, Kind::Markdown), ["d:1:1: the example has no text: write a pattern or an event"]);
    assert_eq!(update(empty, Kind::Markdown), empty);
    let two = fence(" verdict=no_match", "--- template\n\"<a>\"\n--- input-path\n$.a\n--- event\n{}\n");
    let lines = found(&two, Kind::Markdown);
    assert!(lines.iter().any(|line| line.contains("only one of `input-path`")), "{lines:?}");
    assert!(lines.iter().any(|line| line.contains("the part `event` appears twice")), "{lines:?}");
    let targets = found(&fence(" verdict=no_match", "--- targets\n{\n"), Kind::Markdown);
    assert_eq!(targets, ["d:7:5: `targets` is not a JSON list of targets"]);
}

#[test]
fn a_template_has_its_payload() {
    let parts =
        "--- paths\n{\"s\": \"$.source\"}\n--- template\n\"from <s>\"\n--- payload\n\"from aws.s3\"\n";
    let text = fence(" verdict=no_match", parts);
    assert_eq!(
        found(&text, Kind::Markdown),
        [
            "d:12:1: the stored payload is not Rulepad's",
            "  stored: \"from aws.s3\"",
            "  found:  \"from aws.ec2\""
        ]
    );
    assert_eq!(update(&text, Kind::Markdown), text.replace("\"from aws.s3\"", "\"from aws.ec2\""));
    let alone = "```rulepad\n--- event\n{\"a\": 1}\n--- input-path\n$.a\n```\n";
    assert_eq!(update(alone, Kind::Markdown), alone.replace("$.a\n", "$.a\n--- answer\n1\n"));
    let requested = fence(
        "",
        "--- targets\n[{\"Id\": \"t\", \"Arn\": \"arn:aws:sqs:us-east-1:111122223333:q\", \"InputPath\": \"$.source\"}]\n--- payload\n?\n",
    );
    assert!(update(&requested, Kind::Markdown).contains("--- payload\n\"aws.ec2\"\n"));
}

#[test]
fn links_are_counted_and_broken_ones_have_their_place() {
    let text = "See [it](https://x.example/?pattern=%7B%22a%22%3A[1]%7D&dialect=sqs) and <a href='https://p.example#1.AAAA'>that</a>.\n";
    let checked = check(text, Kind::Markdown, &["https://p.example/".to_owned()]);
    assert_eq!((checked.links, checked.findings.len()), (1, 1));
    assert_eq!(check(text, Kind::Markdown, &[]).links, 0);
}

#[test]
fn every_format_has_every_finding() {
    let checked = check(&fence(" verdict=match", ""), Kind::Markdown, &[]);
    let files = [File { path: "a,b.md".to_owned(), checked }];
    let github = Format::Github.write(&files, Lang::En);
    assert!(
        github.starts_with(
            "::error file=a%2Cb.md,line=3,col=12::the stored verdict is `match`; it is `no_match`%0A"
        ),
        "{github}"
    );
    let whole: serde_json::Value = serde_json::from_str(&Format::Json.write(&files, Lang::En)).unwrap();
    assert_eq!(whole["findings"][0]["line"], 3);
    assert!(Format::Text.write(&files, Lang::En).ends_with("1 example and 0 links in 1 file, 1 problem\n"));
    assert!(Format::Text.write(&files, Lang::KO).ends_with("파일 1개의 예제 1개, 링크 0개에서 문제 1개\n"));
}

#[test]
fn random_texts_do_not_panic() {
    let seeds =
        [fence(" verdict=match", "--- answer\nx\n"), element(" verdict=match", "<p data-part=answer>ü</p>")];
    for seed in seeds {
        for (at, _) in seed.char_indices() {
            let (before, after) = seed.split_at(at);
            for text in [
                before.to_owned(),
                after.to_owned(),
                format!("{before}\u{e9}<\"{after}"),
                format!("{after}{before}"),
            ] {
                for kind in [Kind::Markdown, Kind::Html] {
                    let updated = update(&text, kind);
                    let _ = check(&updated, kind, &[]);
                    assert_eq!(update(&updated, kind), updated, "{text}");
                }
            }
        }
    }
}

/// What the page's Share dialog writes is what is checked.
#[test]
fn snippets_of_the_page_are_examples() {
    use rulepad_workbench::embed::{Editable, Look, Place, Snippet, Stored, Theme, snippet};
    use rulepad_workbench::{Draft, Input, Lang, Target, evaluate};
    let input =
        Input::Transformer { paths: r#"{"n": "$.detail.n"}"#.into(), template: r#""n is <n>""#.into() };
    let draft = Draft {
        pattern: "{\n  \"source\": [\"<s3> & ```\"]\n}".into(),
        event: "{\"source\": \"aws.ec2\",\n\n \"detail\": {\"n\": 1}}".into(),
        targets: vec![Target { input, ..Target::default() }],
        ..Draft::default()
    };
    let broken = Draft { pattern: "{\"a\": [\"\n--- event\n\\--- paths\n\"]}".into(), ..draft.clone() };
    let place = Place { page: "https://p.example/", script: "https://p.example/v1/rulepad-example.js" };
    let look = Look { payload: true, editable: Editable::All, theme: Theme::Dark, ..Look::default() };
    for (draft, kind, examples) in [
        (&draft, Snippet::Element, 1),
        (&draft, Snippet::Fence, 1),
        (&draft, Snippet::Link, 0),
        (&draft, Snippet::Frame, 0),
        (&broken, Snippet::Element, 1),
        (&broken, Snippet::Fence, 1),
    ] {
        let stored = Stored::of(&evaluate(draft, Lang::En));
        let text = snippet(kind, draft, &stored, look, place, Lang::En);
        let pages = ["https://p.example/".to_owned()];
        let checked = check(&text, Kind::Markdown, &pages);
        let counted = (checked.examples, checked.examples + checked.links, checked.findings);
        assert_eq!(counted, (examples, 1, Vec::new()), "{text}");
        assert_eq!(update(&text, Kind::Markdown), text);
    }
}

/// A fence whose texts are these lines.
fn with_targets(targets: &str) -> String {
    format!(
        "> ```rulepad verdict=match\n> {{\"a\": [1]}}\n> --- event\n> {{\"a\": 1}}\n> --- targets\n> {}\n> ```\n",
        targets.replace('\n', "\n> ")
    )
}

#[test]
fn everything_that_a_target_would_lose_is_reported_in_its_place() {
    let queue = "arn:aws:sqs:us-east-1:123456789012:q";
    let text = with_targets(&format!(
        "[\n{{\"Id\": \"1\", \"Arn\": \"{queue}\", \"InputTransformr\": {{}}}},\n \
         {{\"Id\": \"2\", \"Arn\": \"{queue}\", \"RetryPolicy\": \"many\", \"Arm\": 1}}]"
    ));
    let found: Vec<(String, String)> = found(&text, Kind::Markdown)
        .iter()
        .map(|line| line.split_once(": in `targets`, ").expect(line))
        .map(|(place, message)| (place.to_owned(), message.to_owned()))
        .collect();
    for (place, name) in [("d:7:62", "InputTransformr"), ("d:8:78", "RetryPolicy"), ("d:8:86", "Arm")] {
        assert!(
            found.iter().any(|(at, message)| at == place && message.contains(name)),
            "{name}: {found:#?}"
        );
    }
    assert_eq!(found.len(), 3, "{found:#?}");
}

#[test]
fn a_target_as_share_links_have_it_is_read_whole_or_reported() {
    let whole = with_targets(r#"{"input": {"option": "path", "value": "$.a"}}"#);
    assert_eq!(found(&whole, Kind::Markdown), [""; 0]);
    let text = with_targets("[{\"inptu\": 1,\n\"more\": 2}, 3, {\"input\": 4}]");
    assert_eq!(found(&text, Kind::Markdown), ["d:7:15: `targets` is not a JSON list of targets"]);
    let text = text.replace(" 3,", "");
    assert_eq!(
        found(&text, Kind::Markdown),
        [
            "d:6:5: in `targets`, `inptu` is not read: write targets as PutTargets takes them",
            "d:7:3: in `targets`, `more` is not read: write targets as PutTargets takes them",
            "d:7:15: `targets` is not a JSON list of targets",
        ]
    );
}

#[test]
fn a_line_of_a_text_that_would_name_a_part_is_escaped() {
    let broken = "{\"source\": [\"aws.s3\n\\--- event\n\"]}";
    let text = format!("```rulepad\n{broken}\n--- event\n{{}}\n```\n");
    let updated = update(&text, Kind::Markdown);
    assert!(updated.contains("verdict=\"pattern_error\"") && updated.contains(broken), "{updated}");
    assert_eq!(found(&updated, Kind::Markdown), [""; 0]);
    assert_eq!(
        found(&updated.replace("\\--- event", "--- event"), Kind::Markdown).first().unwrap(),
        "d:5:5: the part `event` appears twice: keep one, or write `\\--- event` where the line belongs to a text"
    );
    // A payload is a text like any other.
    let template = "```rulepad\n--- event\n{\"a\": \"x\\n--- answer\\n\\\\--- y\"}\n--- input-path\n$.a\n--- payload\n?\n```\n";
    let text = template.replace("--- input-path\n$.a", "--- paths\n{\"a\": \"$.a\"}\n--- template\n\"<a>\"");
    for text in [template, &text] {
        let updated = update(text, Kind::Markdown);
        assert_eq!(found(&updated, Kind::Markdown), [""; 0], "{updated}");
        assert_eq!(update(&updated, Kind::Markdown), updated);
    }
}

#[test]
fn quotation_marks_hold_a_value_together() {
    let stored = format!("--- answer\n{TRUE}\n");
    let text = fence(
        " verdict='no_match' show=\"why, payload\"\tlang=en page=\"https://a.example/?a=b c\"",
        &stored,
    );
    assert_eq!(found(&text, Kind::Markdown), [""; 0]);
    let open = fence(" verdict=no_match show=\"why, payload", &stored);
    assert_eq!(
        found(&open, Kind::Markdown),
        [
            "d:3:29: `show` cannot be `\"why`: write `why`, `payload` or `none`",
            "d:3:40: `payload` is not an option: write `name=value`, without spaces around `=`"
        ]
    );
    for (show, editable) in [("why payload", "template"), ("none", "input-path"), ("payload,why", "all")] {
        let options = format!(" verdict=no_match show=\"{show}\" editable=\"{editable}\"");
        assert_eq!(found(&fence(&options, &stored), Kind::Markdown), [""; 0]);
    }
    let wrong = text.replace("'no_match'", "'match'");
    assert!(update(&wrong, Kind::Markdown).contains("rulepad verdict=\"no_match\" show=\"why, payload\""));
}

#[test]
fn the_stored_answer_is_in_the_language_of_the_example() {
    let text =
        "```rulepad verdict=no_match lang=ko\n{\"a\": [1]}\n--- event\n{\"a\": 2}\n--- answer\n?\n```\n";
    let updated = update(text, Kind::Markdown);
    assert!(updated.contains("--- answer\n일치하지 않습니다. a: 값이 2인데, "), "{updated}");
    assert_eq!(found(&updated, Kind::Markdown), [""; 0]);
    let english = found(&updated.replace(" lang=ko", ""), Kind::Markdown).join("\n");
    assert!(english.contains("the stored answer is not Rulepad's"), "{english}");
}

#[test]
fn html_around_an_example_gives_its_language() {
    let example = "<rulepad-example><pre data-part=\"pattern\">{\"a\": [1]}</pre><pre data-part=\"event\">{\"a\": 2}</pre></rulepad-example>";
    let korean = "일치하지 않습니다.";
    for (text, is_korean) in [
        (format!("<html lang=\"ko-KR\"><link rel=x><p>{example}</p></html>"), true),
        (format!("<html lang=\"ko\"><div lang=\"en\"><div>{example}</div></div></html>"), false),
        (
            format!("<html lang=\"ko\"><div lang=\"en\"><div></div></div><br lang=\"en\">{example}</html>"),
            true,
        ),
        (format!("<html lang=\"fr\">{example}</html>"), false),
        (
            example.replace("<rulepad-example", "<div lang=\"ko\"><rulepad-example lang=\"en\"") + "</div>",
            false,
        ),
        (format!("<div lang=\"ko\"></div>{example}"), false),
        (format!("<div lang=\"ko\">\n\n{example}\n\n</div>"), true),
    ] {
        for kind in [Kind::Html, Kind::Markdown] {
            let updated = update(&text, kind);
            assert_eq!(updated.contains(korean), is_korean, "{kind:?} {updated}");
            assert_eq!(found(&updated, kind), [""; 0], "{updated}");
        }
    }
}

#[test]
fn an_answer_in_english_is_true_where_the_example_names_no_language() {
    let parts = "<pre data-part=\"pattern\">{\"a\": [1]}</pre><pre data-part=\"event\">{\"a\": 2}</pre>";
    let text = |attributes: &str, answer: &str| {
        format!(
            "<html lang=\"ko\"><rulepad-example verdict=\"no_match\"{attributes}>{parts}<p data-part=\"answer\">{answer}</p></rulepad-example></html>"
        )
    };
    let english = "Does not match: a is 2; the pattern requires 1.";
    let stored = text("", english);
    assert_eq!(found(&stored, Kind::Html), [""; 0]);
    assert_eq!(update(&stored, Kind::Html), stored);
    for outdated in
        [text("", "Does not match: a is 3; the pattern requires 1."), text(" lang=\"ko\"", english)]
    {
        assert_ne!(found(&outdated, Kind::Html), [""; 0], "{outdated}");
        assert!(update(&outdated, Kind::Html).contains("일치하지 않습니다."), "{outdated}");
    }
}

/// A page of a site of two cases with each topic; `translations` are the texts of its introductions.
fn site_page(translations: &[String], name: &str) -> String {
    use rulepad_workbench::reference::{Contents, TOPICS};
    let text = "# Prefixes\n\nAbout them.\n\n## A prefix\n\nSo it `is`.\n\n```pattern\n{\"a\": [1]}\n```\n\n```event\n{\"a\": 2}\n```\n\n```verdict\nno_match\n```\n\n```words\n?\n```\n\n## Refused\n\n```pattern\n{\"a\": 1}\n```\n\n```aws\n?\n```\n";
    let texts: Vec<String> = TOPICS.iter().map(|_| text.to_owned()).collect();
    let files = site(&Contents::read(&texts, translations));
    files.into_iter().find_map(|(path, text)| (path == name).then_some(text)).unwrap_or_default()
}

#[test]
fn the_site_has_its_own_words_in_each_language() {
    let page = |name: &str| site_page(&[], name);
    let korean = page("ko/index.html");
    for words in [
        "<html lang=\"ko\">",
        "<h1>예제로 배우는 EventBridge</h1>",
        ">이벤트 패턴</h2>",
        ">예제 2개<",
        ">검색<",
    ] {
        assert!(korean.contains(words), "{words}: {korean}");
    }
    assert!(page("ko/search-index.js").contains("검색 결과가 없습니다."));
    let topic = page("ko/pattern-exact.html");
    assert!(topic.contains("data-label=\"이벤트\"") && topic.contains(" lang=\"ko\">"), "{topic}");
    assert!(page("index.html").contains("<html lang=\"en\">"));
    assert!(page("search-index.js").contains("{count} found; the first {most} are listed."));
    let english = page("pattern-exact.html");
    assert!(!english.contains("<rulepad-example editable=\"all\" page=\"../index.html\" lang"), "{english}");
    assert!(!english.contains("<h2 id=\"a-prefix-title\" lang"), "{english}");
}

#[test]
fn a_page_of_the_site_leads_to_the_same_page_in_the_other_language() {
    for (name, here, other) in [
        ("pattern-exact.html", "pattern-exact.html", "ko/pattern-exact.html"),
        ("ko/pattern-exact.html", "../ko/pattern-exact.html", "../pattern-exact.html"),
    ] {
        let page = site_page(&[], name);
        let (en, ko) = if name.starts_with("ko/") { (other, here) } else { (here, other) };
        for part in [
            format!("<link rel=\"alternate\" hreflang=\"en\" href=\"{en}\">"),
            format!("<link rel=\"alternate\" hreflang=\"ko\" href=\"{ko}\">"),
            format!("<link rel=\"alternate\" hreflang=\"x-default\" href=\"{en}\">"),
            format!("<a class=\"language\" href=\"{other}\""),
        ] {
            assert!(page.contains(&part), "{part}: {page}");
        }
    }
    let korean = site_page(&[], "ko/pattern-exact.html");
    for part in ["href=\"../site.css\"", "src=\"../rulepad/rulepad-example.js\"", "page=\"../../index.html\""]
    {
        assert!(korean.contains(part), "{part}: {korean}");
    }
}

#[test]
fn a_topic_is_introduced_in_korean_and_what_a_case_finds_is_korean() {
    let translations = ["# exact: 정확한 값\n\n그대로 씁니다.\n".to_owned()];
    let page = |name: &str| site_page(&translations, name);
    let korean = page("ko/pattern-exact.html");
    for part in [
        "<title>정확한 값 · 예제로 배우는 EventBridge</title>",
        "<meta name=\"description\" content=\"그대로 씁니다.\">",
        "<h1>정확한 값</h1>\n<p>그대로 씁니다.</p>",
        "<h2 id=\"a-prefix-title\" lang=\"en\">",
        "<div class=\"about\" lang=\"en\">\n<p>So it <code>is</code>.</p>",
        "<dd lang=\"en\">",
        "일치하지 않습니다.",
    ] {
        assert!(korean.contains(part), "{part}: {korean}");
    }
    let words = korean.split("<dt>문장</dt>").nth(1).unwrap();
    assert!(words.split("</dd>").next().unwrap().contains("이벤트"), "{words}");
    assert!(page("ko/index.html").contains(">정확한 값</a>"));
    assert!(
        page("ko/search-index.js").contains("[\"pattern-exact.html\",\"정확한 값\",\"\",\"그대로 씁니다.")
    );
    assert!(!page("pattern-exact.html").contains("정확한 값"));
}

#[test]
fn what_a_case_about_a_subscriber_finds_is_in_the_language_of_its_page() {
    use rulepad_workbench::reference::{Contents, TOPICS};
    let read = |name: &str| match name {
        "traps" => include_str!("../../../tests/suite/subscriber/traps.md").to_owned(),
        "event-sources" => include_str!("../../../tests/suite/subscriber/event-sources.md").to_owned(),
        _ => String::new(),
    };
    let files = site(&Contents::read(&TOPICS.map(|topic| read(topic.name)), &[]));
    let page = |name: &str| files.iter().find_map(|(path, text)| (path == name).then_some(text)).unwrap();
    let english = page("subscriber-traps.html");
    for part in [
        "<dt>DATA filter</dt>",
        "<dt>Filters</dt><dd><p>DATA fails: The one condition failed</p>",
        "this filter fits a payload published with <code>PutRawEvents</code>",
        "put the pattern under <code>detail</code>",
    ] {
        assert!(english.contains(part), "{part}: {english}");
    }
    assert!(!english.contains("<rulepad-example"), "{english}");
    assert!(!english.contains("필터입니다"), "the Korean of a case is on its Korean page");
    let korean = page("ko/subscriber-traps.html");
    for part in ["<dt>DATA 필터</dt>", "<p>DATA 미충족: ", "페이로드에 맞는 필터입니다"] {
        assert!(korean.contains(part), "{part}: {korean}");
    }
    assert!(!korean.contains("this filter fits"), "{korean}");
    let source = page("ko/subscriber-event-sources.html");
    assert!(
        source.contains("<dt>이벤트 소스</dt>") && !source.contains("is not the source of an AWS service")
    );
}
