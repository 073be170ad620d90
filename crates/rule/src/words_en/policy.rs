//! Where a policy is attached, in English.

use super::kind;
use crate::message::PolicyTitle;

pub(crate) fn title(title: &PolicyTitle) -> String {
    let fixed = match title {
        PolicyTitle::Function => "Permission of the function, as lambda:AddPermission takes it",
        PolicyTitle::Topic => "Access policy of the topic",
        PolicyTitle::Queue => "Access policy of the queue",
        PolicyTitle::Logs => {
            "Resource policy of CloudWatch Logs, as logs:PutResourcePolicy takes its policyDocument"
        }
        PolicyTitle::RestApi => "Resource policy of the REST API",
        PolicyTitle::DeadLetterQueue => "Access policy of the dead-letter queue",
        PolicyTitle::PermissionOfAccount { account } => {
            return format!("Permission that account {account} adds, as lambda:AddPermission takes it");
        }
        PolicyTitle::StatementOfAccount { account, kind } => {
            let kind = kind::name(*kind);
            return format!("Statement that account {account} adds to the policy of the {kind}");
        }
        PolicyTitle::DeadLetterOfAccount { account } => {
            return format!("Statement that account {account} adds to the policy of the dead-letter queue");
        }
        PolicyTitle::RolePermissions(name) => {
            return format!("Permissions policy of {}", role(name.as_deref()));
        }
        PolicyTitle::RoleTrust(name) => return format!("Trust policy of {}", role(name.as_deref())),
    };
    fixed.to_owned()
}

fn role(name: Option<&str>) -> String {
    name.map_or_else(|| "the target's role".to_owned(), |name| format!("the role {name}"))
}
