//! Snippets, as a document has them.

use super::*;
use crate::{Dialect, Lang, Target, evaluate, share};

const PLACE: Place<'static> = Place {
    page: "https://rulepad.example/app/",
    script: "https://rulepad.example/app/v1/rulepad-example.js",
};

fn draft() -> Draft {
    Draft {
        pattern: "{\n  \"source\": [\"<s3> & ```\"]\n}".into(),
        event: "{\"source\": \"aws.ec2\",\n\n \"detail\": {\"n\": 1}}".into(),
        targets: vec![Target {
            input: Input::Transformer {
                paths: r#"{"n": "$.detail.n"}"#.into(),
                template: r#""n is <n>""#.into(),
            },
            ..Target::default()
        }],
        ..Draft::default()
    }
}

fn made(kind: Snippet, look: Look) -> String {
    let draft = draft();
    snippet(kind, &draft, &Stored::of(&evaluate(&draft, Lang::En)), look, PLACE, Lang::En)
}

fn with_payload() -> Look {
    Look { payload: true, editable: Editable::All, theme: Theme::Dark, ..Look::default() }
}

#[test]
fn the_element_has_every_part_and_the_stored_answer() {
    assert_eq!(
        made(Snippet::Element, with_payload()),
        "<script type=\"module\" src=\"https://rulepad.example/app/v1/rulepad-example.js\"></script>
<rulepad-example verdict=\"no_match\" show=\"why,payload\" editable=\"all\" theme=\"dark\" lang=\"en\" page=\"https://rulepad.example/app/\">
  <pre data-part=\"pattern\">{
  \"source\": [\"&lt;s3&gt; &amp; ```\"]
}</pre>
  <pre data-part=\"event\">{\"source\": \"aws.ec2\",
&#10; \"detail\": {\"n\": 1}}</pre>
  <pre data-part=\"paths\">{\"n\": \"$.detail.n\"}</pre>
  <pre data-part=\"template\">\"n is &lt;n&gt;\"</pre>
  <pre data-part=\"payload\">\"n is 1\"</pre>
  <p data-part=\"answer\">Does not match: source is \"aws.ec2\"; the pattern requires \"&lt;s3&gt; &amp; ```\".</p>
</rulepad-example>
"
    );
    let plain = made(Snippet::Element, Look::default());
    assert!(plain.contains("show=\"why\" editable=\"pattern\" theme=\"auto\""), "{plain}");
    assert!(!plain.contains("template"), "{plain}");
}

#[test]
fn the_frame_carries_the_draft_in_its_fragment() {
    let frame = made(Snippet::Frame, with_payload());
    let source = frame.split('"').nth(1).unwrap().replace("&amp;", "&");
    let (address, fragment) = source.split_once('#').unwrap();
    assert_eq!(share::decode(fragment), Ok(draft()));
    let (page, query) = address.split_once('?').unwrap();
    assert_eq!(page, PLACE.page);
    let parts: Vec<&str> = query.split('&').collect();
    assert_eq!(parts[0], "embed");
    assert!(parts[1].starts_with("id=") && parts[1].len() == 11, "{query}");
    assert_eq!(&parts[2..], ["show=why,payload", "editable=all", "theme=dark", "lang=en"]);
    assert!(
        frame.contains("sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\""),
        "{frame}"
    );
    assert!(frame.contains("&quot;aws.ec2&quot;") && frame.contains("height=\"480\""), "{frame}");
}

#[test]
fn the_fence_is_longer_than_the_backticks_in_it() {
    let fenced = made(Snippet::Fence, Look::default());
    assert_eq!(
        fenced,
        "````rulepad verdict=\"no_match\" show=\"why\" editable=\"pattern\"
--- pattern
{
  \"source\": [\"<s3> & ```\"]
}
--- event
{\"source\": \"aws.ec2\",

 \"detail\": {\"n\": 1}}
--- answer
Does not match: source is \"aws.ec2\"; the pattern requires \"<s3> & ```\".
````
"
    );
    let pipes = Draft { dialect: Dialect::Pipes, ..draft() };
    let look = Look { theme: Theme::Light, editable: Editable::None, why: false, ..Look::default() };
    let fenced =
        snippet(Snippet::Fence, &pipes, &Stored::of(&evaluate(&pipes, Lang::En)), look, PLACE, Lang::En);
    assert!(
        fenced.contains(" theme=\"light\" dialect=\"pipes\"\n") && !fenced.contains("editable"),
        "{fenced}"
    );
}

#[test]
fn the_link_opens_the_draft() {
    let link = made(Snippet::Link, Look::default());
    let address = link.split(['<', '>']).nth(1).unwrap();
    assert_eq!(share::decode(address.split_once('#').unwrap().1), Ok(draft()));
    assert_eq!(link.lines().count(), 1);
}

#[test]
fn hostile_texts_stay_texts() {
    let hostile = Draft {
        pattern: "</pre><script>alert(1)</script>\n\n```\n--- event\n".into(),
        event: "\" onload=\"alert(1)".into(),
        ..Draft::default()
    };
    let stored = Stored {
        verdict: Verdict::NoMatch,
        answer: "x\" autofocus onfocus=\"alert(1)</p><img src=x onerror=alert(1)> [a](javascript:b)".into(),
        payload: None,
    };
    for kind in [Snippet::Element, Snippet::Frame] {
        let text = snippet(kind, &hostile, &stored, Look::default(), PLACE, Lang::En);
        assert!(!text.contains("<script>") && !text.contains("<img"), "{text}");
        let tags = text.split('<').skip(1).filter_map(|tag| tag.split('>').next());
        for tag in tags {
            assert!(tag.matches('"').count() % 2 == 0 && !tag.contains(" onfocus=\""), "{tag}");
        }
    }
    let text = snippet(Snippet::Fence, &hostile, &stored, Look::default(), PLACE, Lang::En);
    let names: Vec<&str> = text.lines().filter_map(section).collect();
    assert_eq!(names, ["pattern", "event", "answer"], "{text}");
    assert!(text.contains("```\n\\--- event\n--- event\n"), "{text}");
    let text = markdown(&hostile, &stored, Some("https://a.b/#1.x"), Lang::En);
    assert!(text.contains("````json\n</pre>"), "{text}");
    assert!(text.contains(r"\[a\](javascript:b)") && text.contains(r"\<img"), "{text}");
}

#[test]
fn markdown_has_pattern_event_verdict_and_reason() {
    let draft = Draft {
        pattern: "{\"source\": [\"a\"]}".into(),
        event: "{\"source\": \"a\"}\n".into(),
        ..Draft::default()
    };
    assert_eq!(
        markdown(&draft, &Stored::of(&evaluate(&draft, Lang::En)), None, Lang::En),
        "**Event pattern**\n\n```json\n{\"source\": [\"a\"]}\n```\n\n**Event**\n\n```json\n{\"source\": \"a\"}\n```\n\n**Result:** Matches. The one condition is met.\n"
    );
}
