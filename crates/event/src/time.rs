//! Times: RFC 3339 and epoch seconds to what stands in an event.

/// A moment, to the second; AWS cuts fractions off in an event's `time`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Moment(i64);

/// How a readable time differs from the form in events, `2026-03-02T04:05:06Z`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Exact,
    /// It has an offset other than `Z`.
    Offset,
    /// It has a fraction of a second.
    Fraction,
    /// Spaces or lower-case letters stand where events have `T` and `Z`, or the zone is missing.
    Spelling,
}

impl Moment {
    /// Reads a date and time as RFC 3339 has them; also with a space for the `T`, and without zone as UTC.
    pub fn parse(text: &str) -> Option<(Self, Form)> {
        let date_time = text.get(..19)?;
        let rest = text.get(19..)?;
        let mut numbers = [0_i64; 6];
        let shape = "dddd-dd-ddTdd:dd:dd";
        let mut field = 0;
        let mut form = Form::Exact;
        for (wanted, c) in shape.chars().zip(date_time.chars()) {
            match (wanted, c) {
                ('d', c) => {
                    let digit = i64::from(c.to_digit(10)?);
                    let number = numbers.get_mut(field)?;
                    *number = *number * 10 + digit;
                }
                ('T', 't' | ' ') => {
                    form = Form::Spelling;
                    field += 1;
                }
                (wanted, c) if wanted == c => field += 1,
                _ => return None,
            }
        }
        let [year, month, day, hour, minute, second] = numbers;
        let days_in_month = match month {
            2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        if !(1..=days_in_month).contains(&day) || hour > 23 || minute > 59 || second > 60 {
            return None;
        }
        let fraction = rest.strip_prefix('.').map(|rest| {
            let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            (digits, rest.get(digits..).unwrap_or(""))
        });
        let zone = match fraction {
            Some((0, _)) => return None,
            Some((_, zone)) => zone,
            None => rest,
        };
        let offset = match zone {
            "Z" => 0,
            "z" | "" => {
                form = Form::Spelling;
                0
            }
            zone => {
                form = Form::Offset;
                offset(zone)?
            }
        };
        if fraction.is_some() && form == Form::Exact {
            form = Form::Fraction;
        }
        let seconds = days(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second.min(59);
        Some((Self(seconds - offset), form))
    }

    /// Seconds, or milliseconds, since 1970 as a JSON number has them.
    pub fn epoch(number: &str) -> Option<Self> {
        let whole = number.split(['.', 'e', 'E']).next()?;
        if number.contains(['e', 'E']) {
            return None;
        }
        let whole: i64 = whole.parse().ok()?;
        let seconds = if whole.abs() >= 100_000_000_000 { whole.div_euclid(1000) } else { whole };
        (-62_135_596_800..=253_402_300_799).contains(&seconds).then_some(Self(seconds))
    }

    /// Seconds since 1970.
    pub fn seconds(self) -> i64 {
        self.0
    }

    /// As events have it: `2026-03-02T04:05:06Z`.
    pub fn text(self) -> String {
        let (days, rest) = (self.0.div_euclid(86_400), self.0.rem_euclid(86_400));
        let (year, month, day) = date(days);
        let (hour, minute, second) = (rest / 3600, rest / 60 % 60, rest % 60);
        format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
    }
}

/// `+09:00` in seconds.
fn offset(zone: &str) -> Option<i64> {
    let (sign, rest) = match zone.split_at_checked(1)? {
        ("+", rest) => (1, rest),
        ("-", rest) => (-1, rest),
        _ => return None,
    };
    let digits: String = rest.chars().filter(|c| *c != ':').collect();
    let shape = rest.len() == 5 && rest.get(2..3) == Some(":") || rest.len() == 4;
    if !shape || !digits.chars().all(|c| c.is_ascii_digit()) || digits.len() != 4 {
        return None;
    }
    let (hours, minutes) = digits.split_at_checked(2)?;
    let (hours, minutes): (i64, i64) = (hours.parse().ok()?, minutes.parse().ok()?);
    (hours <= 23 && minutes <= 59).then_some(sign * (hours * 3600 + minutes * 60))
}

/// Days from 1970-01-01 to a date of the Gregorian calendar.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The date so many days after 1970-01-01.
fn date(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year + era * 400 + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_come_out_in_utc_to_the_second() {
        let read = |text: &str| Moment::parse(text).map(|(moment, form)| (moment.text(), form));
        let at = |text: &str, form| Some((text.to_owned(), form));
        assert_eq!(read("2026-03-02T04:05:06Z"), at("2026-03-02T04:05:06Z", Form::Exact));
        assert_eq!(read("2024-02-29T23:59:59.999Z"), at("2024-02-29T23:59:59Z", Form::Fraction));
        assert_eq!(read("2026-03-01T00:30:00+09:00"), at("2026-02-28T15:30:00Z", Form::Offset));
        assert_eq!(read("2025-12-31T20:00:00.5-0500"), at("2026-01-01T01:00:00Z", Form::Offset));
        assert_eq!(read("2026-03-02 04:05:06"), at("2026-03-02T04:05:06Z", Form::Spelling));
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
}
