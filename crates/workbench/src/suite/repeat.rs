//! Long texts written short: `⟨text⟩×3` is the text three times, `#` in it the count.

/// The text with every repetition written out. They do not nest.
pub(super) fn expand(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('⟨') {
        out.push_str(before);
        let Some((body, times, behind)) = repetition(after) else {
            out.push('⟨');
            rest = after;
            continue;
        };
        for count in 1..=times {
            out.push_str(&body.replace('#', &count.to_string()));
        }
        rest = behind;
    }
    out + rest
}

fn repetition(text: &str) -> Option<(&str, usize, &str)> {
    let (body, behind) = text.split_once("⟩×")?;
    let digits = behind.find(|c: char| !c.is_ascii_digit()).unwrap_or(behind.len());
    let (times, behind) = behind.split_at_checked(digits)?;
    Some((body, times.parse().ok()?, behind))
}

#[cfg(test)]
mod tests {
    use super::expand;

    #[test]
    fn only_whole_repetitions_are_written_out() {
        assert_eq!(expand("[⟨a#, ⟩×3]⟨x⟩×2"), "[a1, a2, a3, ]xx");
        for plain in ["", "a × 3", "⟨a⟩", "⟨a⟩×", "⟨a"] {
            assert_eq!(expand(plain), plain);
        }
    }
}
