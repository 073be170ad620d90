//! Where a policy is attached.

use crate::TargetKind;
use rulepad_document::{Lang, Words};

/// Where a policy is attached, in a few words. An account is the one that owns the target.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "words_en has the words of each")]
pub enum PolicyTitle {
    Function,
    Topic,
    Queue,
    Logs,
    RestApi,
    DeadLetterQueue,
    PermissionOfAccount {
        account: String,
    },
    StatementOfAccount {
        account: String,
        kind: TargetKind,
    },
    DeadLetterOfAccount {
        account: String,
    },
    /// The name of the role, where the target has one.
    RolePermissions(Option<String>),
    /// The name of the role, where the target has one.
    RoleTrust(Option<String>),
}

impl Words for PolicyTitle {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => crate::words_en::policy::title(self),
            Lang::Ko(_) => crate::words_ko::policy::title(self),
        }
    }
}
