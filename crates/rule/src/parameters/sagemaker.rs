//! `SageMakerPipelineParameters` (API reference, `SageMakerPipelineParameters`).

use crate::schema::{Field, TextForm, Wants, field, text};

pub(super) const MEMBERS: &[Field] = &[field(
    "PipelineParameterList",
    Wants::List(&Wants::Object(PARAMETER), 0, 200),
    "the parameters of the execution, at most 200",
)
.also(&["PipelineParameters"])];

const PARAMETER: &[Field] = &[
    field(
        "Name",
        Wants::Text(text(1, 256).dynamic().form(is_name, TextForm::ParameterName)),
        "the parameter's name in the pipeline",
    )
    .required(),
    field(
        "Value",
        Wants::Text(text(0, 1024).dynamic()),
        "its value, always a string; a path takes it from the event",
    )
    .required(),
];

/// `^[a-zA-Z0-9](-*[a-zA-Z0-9])*$`
fn is_name(text: &str) -> bool {
    let fits = text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    fits && !text.is_empty() && !text.starts_with('-') && !text.ends_with('-')
}
