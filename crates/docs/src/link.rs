//! Links to Rulepad: which links they are, and whether they open.

use crate::message::Problem;
use rulepad_workbench::{Draft, share};

/// The shortest data of a fragment that makes a link of an unknown host one to Rulepad.
const SHORTEST: usize = 24;

/// Whether an address opens Rulepad with a draft, and what is wrong with it: `None` for other links.
///
/// `pages` are addresses of the page: a link to one of them is Rulepad's whatever it carries. Other hosts are
/// recognized by what the link carries.
pub(crate) fn check(address: &str, pages: &[String]) -> Option<Option<Problem>> {
    let (before, fragment) = address.split_once('#').unwrap_or((address, ""));
    let (path, query) = before.split_once('?').unwrap_or((before, ""));
    let is_page = pages.iter().any(|page| same_page(path, page));
    let opened = if is_fragment(fragment) || is_page && !fragment.is_empty() {
        share::decode(fragment)
    } else {
        let opened = share::from_query(query)?;
        let carries_json =
            |draft: &Draft| [&draft.pattern, &draft.event].iter().any(|text| text.trim().starts_with('{'));
        if !is_page && !opened.as_ref().is_ok_and(carries_json) {
            return None;
        }
        opened
    };
    Some(match opened {
        Err(bad) => Some(Problem::Link(bad)),
        Ok(draft) if draft.pattern.is_empty() && draft.event.is_empty() && draft.rule.schedule.is_empty() => {
            Some(Problem::EmptyLink)
        }
        Ok(_) => None,
    })
}

/// Whether two addresses without query and fragment are one page.
fn same_page(path: &str, page: &str) -> bool {
    let plain = |address: &str| {
        let address = address.split(['?', '#']).next().unwrap_or_default();
        address.trim_end_matches("index.html").trim_end_matches('/').to_owned()
    };
    plain(path) == plain(page)
}

/// Whether a fragment has the form of a share link: a version, a full stop, and data that no heading has.
fn is_fragment(fragment: &str) -> bool {
    let Some((version, data)) = fragment.split_once('.') else { return false };
    let is_data = data.len() >= SHORTEST
        && data.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
        && data.bytes().any(|byte| byte.is_ascii_uppercase())
        && data.bytes().any(|byte| byte.is_ascii_lowercase());
    !version.is_empty() && version.bytes().all(|byte| byte.is_ascii_digit()) && is_data
}

#[cfg(test)]
mod tests {
    use super::*;
    use rulepad_workbench::share::BadLink;

    fn link(text: &str) -> Option<Option<Problem>> {
        check(text, &["https://rules.example/pad/".to_owned()])
    }

    #[test]
    fn links_are_recognized_by_what_they_carry_or_by_their_page() {
        let draft = Draft { pattern: r#"{"source": ["aws.s3"]}"#.to_owned(), ..Draft::default() };
        let fragment = share::encode(&draft);
        assert_eq!(link(&format!("https://other.example/#{fragment}")), Some(None));
        assert_eq!(link(&format!("https://other.example/?embed#{fragment}")), Some(None));
        let cut = fragment.get(..fragment.len() - 6).unwrap();
        assert_eq!(
            link(&format!("https://other.example/#{cut}")),
            Some(Some(Problem::Link(BadLink::Damaged)))
        );
        assert_eq!(link("https://rules.example/pad#1.x"), Some(Some(Problem::Link(BadLink::Damaged))));
        assert_eq!(link("https://rules.example/pad/?pattern="), Some(Some(Problem::EmptyLink)));
        assert_eq!(link("https://other.example/?pattern=%7B%7D&dialect=pipes"), Some(None));
        for other in [
            "https://a.example/#1.introduction-to-the-event-pattern",
            "#top",
            "a.md?pattern=red",
            "",
            "?",
            "#",
        ] {
            assert_eq!(link(other), None, "{other}");
        }
    }
}
