//! What is not known of AWS, where an answer depends on it.

/// An open question that an answer depends on: nothing about it is guessed silently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unverified {
    /// No verdict of a subscriber has been recorded: operators have the meaning they have in rules.
    Verdicts,
    /// A value that AWS sets when it takes the event, and that the text does not have.
    SetByAws {
        /// The field, with the part it is in.
        field: String,
    },
    /// Whether AWS sets the field where the publisher gives none.
    MayBeAbsent {
        /// The field, with the part it is in.
        field: String,
    },
    /// How a pattern is tried on data that is no object.
    DataNotObject,
    /// What a pattern that is an array means.
    RootArray,
    /// Whether AWS takes bytes under `application/json` that are no JSON.
    NotJson,
    /// What a webhook's event looks like.
    WebhookEvent,
    /// AWS refuses this in words that are not known.
    Sentence,
    /// Something about an expression or its result.
    Jsonata(rulepad_jsonata::Unverified),
    /// How a string goes into the array of a call.
    StringInArray,
    /// How bytes arrive at this kind of target.
    BytesOfTarget,
    /// Whether the pattern of an event source takes `wildcard`.
    WildcardOfSource,
    /// Which actions AWS requires of a role for an MSK cluster.
    MskActions,
    /// Which IAM action an action of a universal target is.
    UniversalAction,
    /// Which batches an MSK cluster takes.
    MskBatch,
    /// What a function or state machine gets for a batch of one: newer pages of AWS say the payload, older ones an array.
    ArrayOfOne,
    /// Whether AWS's key permissions are needed, as the key of the target is not known.
    KeyPermissions,
    /// How AWS writes the envelope: the order of its keys and its white space.
    EnvelopeBytes,
}
