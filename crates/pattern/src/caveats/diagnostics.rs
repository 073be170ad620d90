//! Every caveat, one constructor a fault of AWS's engine.

use rulepad_document::{Diagnostic, Edit, Role, Severity, Span};

fn caveat(code: &'static str, span: Span, message: impl Into<String>) -> Diagnostic {
    Diagnostic::new(code, Severity::Note, Role::Pattern, span, message)
}

fn with_fix(found: Diagnostic, text: &str, edits: Vec<Edit>, otherwise: &str) -> Diagnostic {
    if edits.is_empty() { found.advice(otherwise) } else { found.fix(text, edits) }
}

/// An alternative that is taken for an earlier one.
pub(super) fn dropped_alternative(lost: Span, shared: Span, always: bool, edits: Vec<Edit>) -> Diagnostic {
    let what = if always {
        "AWS's engine never matches this"
    } else {
        "AWS's engine matches this in some builds of the rule and not in others"
    };
    let message = format!(
        "{what}: the alternative shares a value of every field with an earlier one and is taken for its duplicate"
    );
    let found = caveat("caveat.or-duplicate", lost, message).label(
        Role::Pattern,
        shared,
        "the earlier alternative has a value in common",
    );
    with_fix(
        found,
        "write the shared values in one alternative only",
        edits,
        "give the alternatives a field in which they have no value in common, or make them rules of their own",
    )
}

/// How a matcher that runs into a star is told.
pub(super) enum Looping {
    /// It ignores case.
    IgnoreCase,
    /// It is a suffix with characters beyond ASCII.
    Suffix,
}

/// A matcher that loops in the star of a wildcard.
pub(super) fn looping(
    own: Span,
    wildcard: Span,
    kind: &Looping,
    excludes: bool,
    edits: Vec<Edit>,
) -> Diagnostic {
    let verb = if excludes { "exclude" } else { "accept" };
    let (what, fix, otherwise) = match kind {
        Looping::IgnoreCase => (
            "a comparison that ignores case",
            "compare the text as it stands",
            "write the spellings that occur as plain strings",
        ),
        Looping::Suffix => (
            "a suffix that is not plain ASCII",
            "write the suffix as a wildcard",
            "write the suffix as a wildcard",
        ),
    };
    let message = format!(
        "AWS's engine may {verb} any string here: it mixes {what} up with the `*` of a wildcard on the same \
         field, depending on which it reads first"
    );
    let found =
        caveat("caveat.wildcard-mix-up", own, message).label(Role::Pattern, wildcard, "this wildcard");
    with_fix(found, fix, edits, otherwise)
}

/// A string beside a range over zero.
pub(super) fn lost_string(lost: Span, range: Span, next: Span, edits: Vec<Edit>) -> Diagnostic {
    let message = "AWS's engine loses this string in about half of all builds of the rule: a range over zero \
                   and another string come after it";
    let found = caveat("caveat.range-over-zero", lost, message)
        .label(Role::Pattern, range, "this range")
        .label(Role::Pattern, next, "this string");
    let advice = "put the range before the strings";
    with_fix(found, advice, edits, advice)
}

/// A prefix that reads the closing quote, or a suffix that reads the opening one.
pub(super) fn quote_leak(
    own: Span,
    operator: &str,
    also: &str,
    excludes: bool,
    edits: Vec<Edit>,
) -> Diagnostic {
    let (verb, side) =
        (if excludes { "excludes" } else { "accepts" }, if operator == "prefix" { "ends" } else { "starts" });
    let message = format!(
        "AWS's engine also {verb} `{also}`: it keeps strings in quotes, and this {operator} {side} with one"
    );
    with_fix(
        caveat("caveat.quote", own, message),
        "write it as a wildcard",
        edits,
        "compare it with regard to case, as a wildcard",
    )
}

/// A character beyond the first 65,536 under an operator that ignores case.
pub(super) fn ignored_case_of(own: Span, character: char, edits: Vec<Edit>) -> Diagnostic {
    let message = format!(
        "AWS's engine reads `{character}` as `??` where case is ignored: it matches that, and not `{character}`"
    );
    with_fix(
        caveat("caveat.ignore-case-character", own, message),
        "compare it with regard to case",
        edits,
        "write the spellings that occur as plain strings",
    )
}

/// A field under an empty name.
pub(super) fn empty_name(key: Span) -> Diagnostic {
    caveat("caveat.empty-name", key, "AWS's engine never finds a field under an empty name here")
        .advice("give the field a name, or match on other fields")
}

/// A range that starts or ends at the greatest number.
pub(super) fn beyond_all_numbers(own: Span, edits: Vec<Edit>) -> Diagnostic {
    let message = "AWS's engine fails on this range, which is empty or has the greatest number alone, and refuses the pattern";
    with_fix(
        caveat("caveat.range-at-limit", own, message),
        "write the one number",
        edits,
        "take it out: no number lies beyond",
    )
}

/// A value of the event that passes for an address.
pub(super) fn address(own: Span, value: &str, event: Span, fix: Option<(String, Vec<Edit>)>) -> Diagnostic {
    let message = format!(
        "AWS's engine accepts `{value}` here: it compares the hexadecimal digits of addresses, whatever the value is"
    );
    let found =
        caveat("caveat.address-digits", own, message).label(Role::Event, event, "taken for an address");
    match fix {
        Some((text, edits)) => found.fix(text, edits),
        None => found.advice("match on another field too that tells these events apart"),
    }
}

/// An address of the event that passes for a number.
pub(super) fn address_as_number(own: Span, value: &str, event: Span) -> Diagnostic {
    let message = format!(
        "AWS's engine may accept `{value}` here: it compares the hexadecimal digits of addresses on a field that \
         is tested for addresses, and they read as this number"
    );
    caveat("caveat.address-digits", own, message)
        .label(Role::Event, event, "taken for a number")
        .advice("test addresses and numbers on different fields, or in different rules")
}

/// A number of the event that passes for a string with this suffix.
pub(super) fn number_with_suffix(own: Span, value: &str, event: Span) -> Diagnostic {
    let message = format!(
        "AWS's engine accepts {value} here: beside a test for numbers it encodes numbers, and the code of this \
         one ends like the string"
    );
    caveat("caveat.suffix-number", own, message)
        .label(Role::Event, event, "ends like the string")
        .advice("test the suffix and the numbers in alternatives of `$or` that differ in an earlier field, or in different rules")
}

/// A field that the event has twice under names of different shape.
pub(super) fn field_twice(own: Span, name: &str, outside: Span, inside: Span) -> Diagnostic {
    let message = format!(
        "AWS's engine may miss this match: the event has `{name}` twice, in an array element and outside it"
    );
    caveat("caveat.field-twice", own, message)
        .label(Role::Event, outside, "outside")
        .label(Role::Event, inside, "in an element")
        .advice("send the field once, under one spelling of its path")
}
