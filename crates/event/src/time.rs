//! Times: RFC 3339 and epoch seconds to the form in an event.

use time::{Date, OffsetDateTime, PrimitiveDateTime, Time, UtcOffset};

/// A moment, to the second; AWS cuts fractions off in an event's `time`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Moment(OffsetDateTime);

/// How a readable time differs from the form in events, `2026-03-02T04:05:06Z`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TimeForm {
    Exact,
    /// It has an offset other than `Z`.
    Offset,
    /// It has a fraction of a second.
    Fraction,
    /// It has spaces or lower-case letters where events have `T` and `Z`, or no zone.
    Spelling,
}

/// Seconds since 1970 of an event's `time`, in any spelling that is read.
#[must_use]
pub fn seconds(text: &str) -> Option<i64> {
    Moment::parse(text).map(|(moment, _)| moment.seconds())
}

/// The time of an event, `2026-03-02T04:05:06Z`, of a JSON number of seconds, or milliseconds, since 1970.
#[must_use]
pub fn of_epoch(number: &str) -> Option<String> {
    Moment::epoch(number).map(Moment::text)
}

impl Moment {
    /// Reads a date and time as RFC 3339 has them; also with a space for the `T`, and without zone as UTC.
    pub fn parse(text: &str) -> Option<(Self, TimeForm)> {
        let (date_time, rest) = text.split_at_checked(19)?;
        let (local, spelling) = date_and_time(date_time)?;
        let (fraction, zone) = match rest.strip_prefix('.') {
            Some(rest) => {
                let zone = rest.trim_start_matches(|c: char| c.is_ascii_digit());
                (Some(rest.len() - zone.len()), zone)
            }
            None => (None, rest),
        };
        if fraction == Some(0) {
            return None;
        }
        let (offset, form) = match zone {
            "Z" if spelling => (UtcOffset::UTC, TimeForm::Spelling),
            "Z" if fraction.is_some() => (UtcOffset::UTC, TimeForm::Fraction),
            "Z" => (UtcOffset::UTC, TimeForm::Exact),
            "z" | "" => (UtcOffset::UTC, TimeForm::Spelling),
            zone => (offset(zone)?, TimeForm::Offset),
        };
        Some((Self(local.assume_offset(offset).checked_to_offset(UtcOffset::UTC)?), form))
    }

    /// Seconds, or milliseconds, since 1970 as a JSON number has them.
    pub fn epoch(number: &str) -> Option<Self> {
        if number.contains(['e', 'E']) {
            return None;
        }
        let whole: i64 = number.split('.').next()?.parse().ok()?;
        let seconds = if whole.abs() >= 100_000_000_000 { whole.div_euclid(1000) } else { whole };
        let moment = OffsetDateTime::from_unix_timestamp(seconds).ok()?;
        (1..=9999).contains(&moment.year()).then_some(Self(moment))
    }

    /// Seconds since 1970.
    pub fn seconds(self) -> i64 {
        self.0.unix_timestamp()
    }

    /// As events have it: `2026-03-02T04:05:06Z`.
    pub fn text(self) -> String {
        let (year, month, day) = self.0.to_calendar_date();
        let (hour, minute, second) = self.0.to_hms();
        format!("{year:04}-{:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z", u8::from(month))
    }
}

/// `2026-03-02T04:05:06`, and whether something other than `T` is between date and time. A leap second is the second
/// before it.
fn date_and_time(text: &str) -> Option<(PrimitiveDateTime, bool)> {
    let digits = |range: std::ops::Range<usize>| -> Option<u16> {
        let part = text.get(range)?;
        part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse().ok())?
    };
    let between = [4, 7, 10, 13, 16].map(|at| text.as_bytes().get(at).copied());
    let [Some(b'-'), Some(b'-'), Some(separator @ (b'T' | b't' | b' ')), Some(b':'), Some(b':')] = between
    else {
        return None;
    };
    let part = |range| digits(range).and_then(|number| u8::try_from(number).ok());
    let date = Date::from_calendar_date(i32::from(digits(0..4)?), part(5..7)?.try_into().ok()?, part(8..10)?)
        .ok()?;
    let second = part(17..19)?;
    let time = Time::from_hms(part(11..13)?, part(14..16)?, if second == 60 { 59 } else { second }).ok()?;
    Some((PrimitiveDateTime::new(date, time), separator != b'T'))
}

/// `+09:00`, also without the colon.
fn offset(zone: &str) -> Option<UtcOffset> {
    let (sign, rest) = match zone.split_at_checked(1)? {
        ("+", rest) => (1, rest),
        ("-", rest) => (-1, rest),
        _ => return None,
    };
    let (hours, minutes) = rest.split_at_checked(2)?;
    let minutes = minutes.strip_prefix(':').unwrap_or(minutes);
    let number = |text: &str, most: i8| {
        let digits = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| text.parse::<i8>().ok())?.filter(|number| *number <= most)
    };
    UtcOffset::from_hms(sign * number(hours, 23)?, sign * number(minutes, 59)?, 0).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn times_come_out_in_utc_to_the_second() {
        let read = |text: &str| Moment::parse(text).map(|(moment, form)| (moment.text(), form));
        let at = |text: &str, form| Some((text.to_owned(), form));
        assert_eq!(read("2026-03-02T04:05:06Z"), at("2026-03-02T04:05:06Z", TimeForm::Exact));
        assert_eq!(read("2024-02-29T23:59:59.999Z"), at("2024-02-29T23:59:59Z", TimeForm::Fraction));
        assert_eq!(read("2026-03-01T00:30:00+09:00"), at("2026-02-28T15:30:00Z", TimeForm::Offset));
        assert_eq!(read("2025-12-31T20:00:00.5-0500"), at("2026-01-01T01:00:00Z", TimeForm::Offset));
        assert_eq!(read("2026-03-02 04:05:06"), at("2026-03-02T04:05:06Z", TimeForm::Spelling));
        for wrong in [
            "",
            "2026-03-02",
            "2026-02-29T00:00:00Z",
            "2026-13-01T00:00:00Z",
            "2026-03-02T24:00:00Z",
            "2026-03-02T04:05:06.Z",
            "2026-03-02T04:05:06+9",
            "2026-03-02T04:05:06Zé",
            "é2026-03-02T04:05:06Z",
        ] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn epochs_come_in_seconds_and_milliseconds() {
        let read = |number: &str| Moment::epoch(number).map(Moment::text);
        assert_eq!(read("0").as_deref(), Some("1970-01-01T00:00:00Z"));
        assert_eq!(read("1772424306").as_deref(), Some("2026-03-02T04:05:06Z"));
        assert_eq!(read("1772424306.789").as_deref(), Some("2026-03-02T04:05:06Z"));
        assert_eq!(read("1772424306789").as_deref(), Some("2026-03-02T04:05:06Z"));
        assert_eq!(read("-1").as_deref(), Some("1969-12-31T23:59:59Z"));
        assert_eq!((read("1e9"), read("99999999999999999")), (None, None));
    }

    /// Seconds since 1970 of a moment in UTC, counted day by day.
    fn counted([year, month, day, hour, minute, second]: [i64; 6]) -> i64 {
        let leap = |year: i64| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days_of_year = |year: i64| if leap(year) { 366 } else { 365 };
        let years: i64 = if year >= 1970 {
            (1970..year).map(days_of_year).sum()
        } else {
            -(year..1970).map(days_of_year).sum::<i64>()
        };
        let february = if leap(year) { 29 } else { 28 };
        let lengths = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        let months: i64 = lengths.iter().take(usize::try_from(month - 1).unwrap()).sum();
        (years + months + day - 1) * 86_400 + hour * 3600 + minute * 60 + second
    }

    proptest! {
        #[test]
        fn the_calendar_counts_as_days_do(
            (year, month, day) in (0..=9999_i64, 1..=12_i64, 1..=31_i64),
            (hour, minute, second) in (0..=23_i64, 0..=59_i64, 0..=60_i64),
            (east, hours, minutes) in (any::<bool>(), 0..=23_i64, 0..=59_i64),
        ) {
            let long = matches!(month, 1 | 3 | 5 | 7 | 8 | 10 | 12);
            let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            let length = match month { 2 if leap => 29, 2 => 28, _ if long => 31, _ => 30 };
            let local = format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}");
            let utc = counted([year, month, day, hour, minute, second.min(59)]);
            let read = Moment::parse(&format!("{local}Z"));
            if day > length {
                prop_assert_eq!(read, None);
                return Ok(());
            }
            let (moment, form) = read.unwrap();
            prop_assert_eq!((moment.seconds(), form), (utc, TimeForm::Exact));
            let expected = if second == 60 { local.replace(":60", ":59") } else { local.clone() };
            prop_assert_eq!(moment.text(), format!("{expected}Z"));
            if year > 0 && utc.abs() < 100_000_000_000 {
                prop_assert_eq!(Moment::epoch(&utc.to_string()), Some(moment));
            }
            let sign = if east { '+' } else { '-' };
            let shifted = utc - (hours * 3600 + minutes * 60) * if east { 1 } else { -1 };
            let read = Moment::parse(&format!("{local}.5{sign}{hours:02}:{minutes:02}"));
            // A moment that is in year 10000 in UTC has no form in an event.
            let expected = (shifted < 253_402_300_800).then_some((shifted, TimeForm::Offset));
            prop_assert_eq!(read.map(|(moment, form)| (moment.seconds(), form)), expected);
        }

        #[test]
        fn no_text_panics(text in ".{0,30}", number in "-?[0-9]{0,25}(\\.[0-9]{0,3})?") {
            let _ = (Moment::parse(&text), Moment::epoch(&number));
        }
    }
}
