//! Links without a compressor: a draft in the query of an address, `?pattern=…&event=…&dialect=…`.

use crate::draft::Draft;
use crate::share::BadLink;

/// The draft in the query of an address, with or without its `?`: `None` where it has neither a pattern nor an event.
///
/// The query is read as `URLSearchParams` reads it: `+` is a space, the first of several values counts, and names
/// that are not known are ignored.
///
/// # Errors
/// [`BadLink::Dialect`] for a dialect that is not known; [`BadLink::Damaged`] for bytes that are not UTF-8.
#[must_use]
pub fn from_query(query: &str) -> Option<Result<Draft, BadLink>> {
    let pattern = value(query, "pattern");
    let event = value(query, "event");
    if pattern.is_none() && event.is_none() {
        return None;
    }
    let text = |value: Option<&str>| value.map_or(Ok(String::new()), decoded);
    let read = || {
        let dialect = text(value(query, "dialect"))?;
        let dialect = match dialect.as_str() {
            "" => Ok(rulepad_pattern::Dialect::default()),
            name => serde_json::from_value(name.into()).map_err(|_| BadLink::Dialect),
        };
        Ok(Draft { pattern: text(pattern)?, event: text(event)?, dialect: dialect?, ..Draft::default() })
    };
    Some(read())
}

/// The first value of a name, still encoded.
fn value<'q>(query: &'q str, name: &str) -> Option<&'q str> {
    let pairs = query.trim_start_matches('?').split('&');
    let mut pairs = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    pairs.find(|(own, _)| *own == name).map(|(_, value)| value)
}

/// `+` as a space, `%` and two hexadecimal digits as a byte; a lone `%` is itself.
fn decoded(value: &str) -> Result<String, BadLink> {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let [first, behind @ ..] = rest {
        rest = behind;
        let byte = match (first, behind) {
            (b'+', _) => b' ',
            (b'%', [high, low, after @ ..]) => match (hex(*high), hex(*low)) {
                (Some(high), Some(low)) => {
                    rest = after;
                    high << 4 | low
                }
                _ => b'%',
            },
            (other, _) => *other,
        };
        bytes.push(byte);
    }
    String::from_utf8(bytes).map_err(|_| BadLink::Damaged)
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Dialect;

    #[test]
    fn a_query_is_read_as_browsers_write_it() {
        let query = "?embed&pattern=%7B%22a%22%3A+[%22%ED%95%9C+%F0%9F%98%80%22]%7D&event=50%&event=2&dialect=sns_body";
        let draft = from_query(query).unwrap().unwrap();
        assert_eq!(draft.pattern, r#"{"a": ["한 😀"]}"#);
        assert_eq!((draft.event.as_str(), draft.dialect), ("50%", Dialect::SnsBody));
        assert_eq!(from_query("pattern"), Some(Ok(Draft::default())));
    }

    #[test]
    fn a_query_without_texts_is_no_draft_and_a_wrong_one_says_why() {
        for other in ["", "?", "?embed&id=pattern", "?dialect=rule"] {
            assert_eq!(from_query(other), None, "{other}");
        }
        assert_eq!(from_query("?pattern={}&dialect=sqs"), Some(Err(BadLink::Dialect)));
        assert_eq!(from_query("?event=%FF"), Some(Err(BadLink::Damaged)));
    }
}
