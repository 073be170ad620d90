//! What to do.

use super::Expected;
use crate::other::OtherFormat;

/// What to do about a problem.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "words_en has the sentence of each")]
pub enum Help {
    Write(String),
    // The text.
    PasteKnownFormat,
    PastePartWithRule,
    PasteRuleResource,
    PasteJsonTexts,
    CallAgain,
    CopyUnescaped,
    /// The call of the AWS CLI whose response is needed.
    PasteResponse(&'static str),
    ImportTemplateOfRule,
    EventsOfServices,
    Instead(OtherFormat),
    ImportNestedTemplate,
    SchedulesHaveNoPattern,
    /// The file's path.
    ImportFile(String),
    ShortenTemplate,
    ImportTerraformFile,
    // Members.
    WriteOrLeftOut(Expected),
    CheckSpelling,
    WriteState,
    SetState,
    /// The options of a target.
    OptionKept {
        kept: &'static str,
        left: &'static str,
    },
    TagLeftOut,
    AddPattern,
    ImportFileOfPattern,
    WriteValueOfField,
    WriteValuesOfList,
    // Terraform.
    CheckNames,
    WriteObject,
    AddFileOfTags,
    ImportModule,
    ImportModuleWithThis,
    ImportWholePlan,
    WriteHeredoc,
    // Filters.
    WriteFilters,
    WritePattern,
    WritePatternAsString,
    WritePatternMember,
    ReadAsAttributes,
    WriteSubscription,
    // Calls.
    CheckQuotes,
    WriteAsJson,
    WriteLiterals,
    CloseParentheses,
    PasteAsEvent,
    ImportTemplate,
    CallsThatAreRead,
    RemoveCall,
    AllTargetsListed,
    PasteRecordAsEvent,
    RequestIsRead,
    GetValue,
}
