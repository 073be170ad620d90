//! Where a policy is attached, in Korean.

use super::kind;
use crate::message::PolicyTitle;

pub(crate) fn title(title: &PolicyTitle) -> String {
    let fixed = match title {
        PolicyTitle::Function => "함수 권한(lambda:AddPermission 형식)",
        PolicyTitle::Topic => "주제 액세스 정책",
        PolicyTitle::Queue => "대기열 액세스 정책",
        PolicyTitle::Logs => "CloudWatch Logs 리소스 기반 정책(logs:PutResourcePolicy의 policyDocument 형식)",
        PolicyTitle::RestApi => "REST API 리소스 기반 정책",
        PolicyTitle::DeadLetterQueue => "DLQ 액세스 정책",
        PolicyTitle::PermissionOfAccount { account } => {
            return format!("계정 {account}에서 추가할 권한(lambda:AddPermission 형식)");
        }
        PolicyTitle::StatementOfAccount { account, kind } => {
            return format!("계정 {account}에서 {} 정책에 추가할 정책 문", kind::name(*kind));
        }
        PolicyTitle::DeadLetterOfAccount { account } => {
            return format!("계정 {account}에서 DLQ 정책에 추가할 정책 문");
        }
        PolicyTitle::RolePermissions(name) => return format!("{}의 권한 정책", role(name.as_deref())),
        PolicyTitle::RoleTrust(name) => return format!("{}의 신뢰 정책", role(name.as_deref())),
    };
    fixed.to_owned()
}

fn role(name: Option<&str>) -> String {
    name.map_or_else(|| "대상 역할".to_owned(), |name| format!("역할 {name}"))
}
