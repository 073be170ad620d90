//! What to do.

use crate::TargetKind;
use crate::schema::{ExpectedType, TextForm};

/// What to do about a problem.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "words_en has the sentence of each")]
pub enum Help {
    Write(String),
    Add(&'static str),
    Remove(&'static str),
    RemoveIt,
    // The rule.
    NameIt(String),
    GiveName,
    ShortenName,
    GiveBus,
    WriteBusArn,
    BusNames,
    ShortenDescription,
    WriteRoleArn,
    KnownAtDeployTime,
    // A target's id, ARN and role.
    GiveId,
    ShortenId,
    GiveArn,
    CheckOneArn,
    ArnForm,
    CopyArn,
    CheckArn,
    GiveRole,
    GiveBusRole,
    /// A role that may do what the kind needs, for a target of this account.
    GiveRoleForAccount {
        kind: TargetKind,
        account: String,
    },
    RemoveRole,
    // A target's input option.
    ChooseInput,
    ChooseMatchedEvent,
    ChooseForLogs,
    LogsTemplate,
    PayloadOf(TargetKind),
    QuotesInJson,
    QuotesInPart,
    // How many targets there are.
    SecondRule,
    SplitCall,
    // Delivery.
    WriteQueueArn,
    GiveStandardQueue,
    UseStandardQueue,
    UseQueueOfRegion,
    CopyQueueArn,
    WriteDigits,
    WriteEndpoint,
    PercentEncode,
    ShortenAddress,
    ListPathValues,
    // The property of a kind of target.
    StartWithNeeded,
    MakeIt(ExpectedType),
    Give(ExpectedType),
    TakeMembersOut,
    Members(Vec<&'static str>),
    MoveInto(&'static str),
    RemoveThisOne,
    Takes(Vec<&'static str>),
    ShortenIt,
    GiveValue,
    GiveEntry,
    RemoveSome,
    TakesForm(TextForm),
    MakeWholePath,
    WriteValueItself,
    WriteNameItself,
    WriteRunKey,
    KeepOne,
    AddStatement,
    AddNetwork,
    NameTaskDefinition,
    WriteTaskDefinition,
    RemoveHeader,
    GivePathValues,
    GiveMessageGroup,
}
