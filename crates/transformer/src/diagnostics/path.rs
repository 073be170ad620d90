//! What is wrong with a path or the map of paths.

use super::{error, replace, warning};
use crate::input::MAX_PATH;
use crate::input_path::{FaultKind, Miss};
use crate::paths_map::{MAX_ENTRIES, MAX_NAME};
use rulepad_document::json::{Node, quote};
use rulepad_document::words::en;
use rulepad_document::{Diagnostic, Edit, Role, Severity, Span};

pub(crate) fn path_too_long(role: Role, span: Span, length: usize) -> Diagnostic {
    error("path.too-long", role, span, format!("the path has {length} characters; AWS takes {MAX_PATH}"))
        .advice("select a value higher up in the event")
}

/// A path leaves the grammar of input paths.
pub(crate) fn path_fault(
    role: Role,
    span: Span,
    kind: FaultKind,
    mend: Option<(String, Edit)>,
) -> Diagnostic {
    let what = match kind {
        FaultKind::Empty => "the path is empty: `$.detail` would select the detail".to_owned(),
        FaultKind::Space => "white space stands around the path".to_owned(),
        FaultKind::NoDollar => "a path starts with `$`".to_owned(),
        FaultKind::NoDot => "a dot is missing before this name".to_owned(),
        FaultKind::EmptyName => "no name follows this dot".to_owned(),
        FaultKind::DotBeforeBracket => "no dot stands before `[`".to_owned(),
        FaultKind::Brackets => "bracket notation for a key: input paths use dot notation".to_owned(),
        FaultKind::IndexOfRoot => "the event is an object: `$` takes a name, not an index".to_owned(),
        FaultKind::Unclosed => "this `[` is never closed".to_owned(),
        FaultKind::Descent => "`..` is not supported in input paths: write every step".to_owned(),
        FaultKind::Filter => "filters are not supported in input paths".to_owned(),
        FaultKind::Slice => "slices are not supported in input paths: use one index or `[*]`".to_owned(),
        FaultKind::Negative => "negative indexes are not supported in input paths".to_owned(),
        FaultKind::Union => "several keys or indexes at once are not supported in input paths".to_owned(),
        FaultKind::Function => "functions are not supported in input paths".to_owned(),
        FaultKind::Character(c) => format!("`{c}` cannot stand in the name of an input path"),
        FaultKind::Index => "`[…]` takes an index from 0, or `*`".to_owned(),
    };
    let severity = if kind == FaultKind::Brackets { Severity::Error } else { Severity::Warning };
    let code = if kind == FaultKind::Brackets { "path.brackets" } else { "path.grammar" };
    let found = Diagnostic::new(code, severity, role, span, what);
    match mend {
        Some((path, edit)) => found.fix(format!("write `{path}`"), vec![edit]),
        None => match kind {
            FaultKind::Brackets | FaultKind::Character(_) => found.advice(
                "names may hold letters, digits, `_`, `-` and `/`; select the object around a key that holds \
                 others",
            ),
            FaultKind::Empty => found,
            _ => found.advice("AWS stores a path without checking it; one it cannot read selects nothing"),
        },
    }
}

/// The same problem where AWS's pages disagree on whether it is one.
pub(crate) fn softened(found: Diagnostic) -> Diagnostic {
    Diagnostic { severity: Severity::Warning, ..found }
}

/// A path in the grammar selects nothing in this event.
pub(crate) fn selects_nothing(
    role: Role,
    span: Span,
    path: &str,
    miss: Option<&Miss>,
    quoted: bool,
) -> Diagnostic {
    let why = miss.map(|miss| match miss.kind {
        "an object" => format!(": `{}` has no `{}`", miss.reached, miss.step),
        kind => format!(": `{}` is {kind}, which has no `{}`", miss.reached, miss.step),
    });
    let message = format!("`{path}` selects nothing in this event{}", why.unwrap_or_default());
    let mut found = warning("path.selects-nothing", role, span, message);
    if let Some(miss) = miss {
        found = found.label(Role::Event, miss.reached_span, format!("`{}` stands here", miss.reached));
        if let Some(meant) = &miss.meant {
            let text = if quoted { quote(meant) } else { meant.clone() };
            found = found.fix(format!("write `{meant}`"), replace(span, text));
        }
    }
    found
}

pub(crate) fn map_not_object(target: u32, root: &Node) -> Diagnostic {
    error(
        "path.map-not-object",
        Role::InputPathsMap(target),
        root.span,
        format!("the map is {}; it is an object of names and paths", en::a(root.value.kind())),
    )
    .advice("write `{\"name\": \"$.detail.name\"}`")
}

pub(crate) fn map_trailing_text(found: Diagnostic) -> Diagnostic {
    Diagnostic {
        code: "path.map-trailing-text".into(),
        severity: Severity::Error,
        message: "text after the object".to_owned(),
        ..found
    }
}

pub(crate) fn path_not_string(target: u32, value: &Node, name: &str) -> Diagnostic {
    error(
        "path.not-string",
        Role::InputPathsMap(target),
        value.span,
        format!("the path of `{name}` is {}; a path is a string", en::a(value.value.kind())),
    )
    .advice("write a path in double quotes, such as `\"$.detail\"`")
}

pub(crate) fn too_many_paths(target: u32, span: Span, length: usize) -> Diagnostic {
    error(
        "path.too-many",
        Role::InputPathsMap(target),
        span,
        format!("{length} entries; AWS takes {MAX_ENTRIES}"),
    )
    .advice("select an object that holds several of the values")
}

pub(crate) fn duplicate_name(
    target: u32,
    span: Span,
    name: &str,
    later: Span,
    removal: Vec<Edit>,
) -> Diagnostic {
    let role = Role::InputPathsMap(target);
    warning("path.duplicate-name", role, span, format!("`{name}` stands twice; the later path counts"))
        .label(role, later, "the path that counts")
        .fix("remove the earlier one", removal)
}

pub(crate) fn reserved_name(target: u32, span: Span, name: &str) -> Diagnostic {
    let role = Role::InputPathsMap(target);
    let found = error(
        "path.reserved-name",
        role,
        span,
        format!("`{name}`: names that start with `AWS.` are AWS's own"),
    );
    if crate::reserved::NAMES.contains(&name) {
        return found.advice(format!("`<{name}>` works in the template without an entry here"));
    }
    rename(found, span, name)
}

pub(crate) fn bad_name(target: u32, span: Span, name: &str) -> Diagnostic {
    let role = Role::InputPathsMap(target);
    let length = name.chars().count();
    if length == 0 {
        return error("path.bad-name", role, span, "a variable has no name")
            .advice("name it with letters, digits, `_` and `-`");
    }
    if length > MAX_NAME {
        return error(
            "path.bad-name",
            role,
            span,
            format!("a variable name of {length} characters; AWS takes {MAX_NAME}"),
        )
        .advice("shorten the name");
    }
    let message = format!("`{name}` cannot name a variable: AWS takes letters, digits, `_` and `-`");
    rename(error("path.bad-name", role, span, message), span, name)
}

fn rename(found: Diagnostic, span: Span, name: &str) -> Diagnostic {
    let name = crate::variable_name(name);
    found
        .fix(format!("name it `{name}`"), replace(span, quote(&name)))
        .advice("use the same name in the template")
}

/// The name is used in the template, so that another one here alone would leave nothing defining it.
pub(crate) fn name_in_use(mut found: Diagnostic) -> Diagnostic {
    found.help.iter_mut().for_each(|help| help.edits.clear());
    found
}

/// A text of paths where one path belongs.
pub(crate) fn several_paths(role: Role, span: Span, count: usize) -> Diagnostic {
    let message = format!("these are {count} paths, and an input path selects one value");
    let found = warning("path.several", role, span, message);
    match role {
        Role::InputPathsMap(_) => found.advice("give each path a name of its own"),
        _ => found.advice(
            "an input transformer sends several values: each path gets a name, and the template uses it",
        ),
    }
}

pub(crate) fn unused(target: u32, span: Span, name: &str, removal: Vec<Edit>) -> Diagnostic {
    let message = format!("the template does not use `<{name}>`");
    warning("path.unused", Role::InputPathsMap(target), span, message).fix("remove the entry", removal)
}
