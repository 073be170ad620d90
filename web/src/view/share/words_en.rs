//! Texts of the page about a link to share, in English.

use super::text::Text;
use yew::AttrValue;

/// The words of a text.
pub(super) fn words(text: Text) -> AttrValue {
    AttrValue::Static(match text {
        Text::Share => "Share",
        Text::LinkCopied => "The link is copied.",
        Text::LinkNotCopied => "The browser did not allow copying; the link is selected, so copy it by hand.",
        Text::Link => "Link",
        Text::MayBeCut => "Some programs cut links of this length.",
        Text::CopyLink => "Copy link",
        Text::Length(length) => return format!("{} characters. It holds the event, the pattern, the rule and its targets as they are now, in the part after # that browsers send to no server.", grouped(length)).into(),
        Text::NotAllEvents(others) => return format!("Of the loaded events it holds the one that is shown. The other {others} are not in it: Save keeps all of them in a file.").into(),
    })
}

/// A number with its thousands parted.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_parted() {
        assert_eq!([7, 999, 1000, 1234567].map(grouped), ["7", "999", "1,000", "1,234,567"]);
    }
}
