//! `SageMakerPipelineParameters` (API reference, `SageMakerPipelineParameters`).

use crate::message::Hint;
use crate::schema::{SchemaField, TextForm, Wants, field, text};

pub(super) const MEMBERS: &[SchemaField] = &[field(
    "PipelineParameterList",
    Wants::List(&Wants::Object(PARAMETER), 0, 200),
    Hint::PipelineParameters,
)
.also(&["PipelineParameters"])];

const PARAMETER: &[SchemaField] = &[
    field(
        "Name",
        Wants::Text(text(1, 256).dynamic().form(is_name, TextForm::ParameterName)),
        Hint::PipelineParameterName,
    )
    .required(),
    field("Value", Wants::Text(text(0, 1024).dynamic()), Hint::PipelineParameterValue).required(),
];

/// `^[a-zA-Z0-9](-*[a-zA-Z0-9])*$`
fn is_name(text: &str) -> bool {
    let fits = text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    fits && !text.is_empty() && !text.starts_with('-') && !text.ends_with('-')
}
