//! The names of formats, in Korean.

use crate::Form;
use crate::other::OtherFormat;

/// The name of a format that is read.
pub(crate) fn form(form: Form) -> &'static str {
    match form {
        Form::Requests => "PutRule, PutTargets 요청",
        Form::DescribeRule => "describe-rule 응답",
        Form::ListRules => "list-rules 응답",
        Form::ListTargets => "list-targets-by-rule 응답",
        Form::Answers => "여러 호출의 응답",
        Form::Pattern => "이벤트 패턴",
        Form::CloudFormation => "CloudFormation 템플릿",
        Form::Sam => "SAM 템플릿",
        Form::Terraform => "Terraform",
        Form::Serverless => "Serverless Framework 서비스",
        Form::PulumiYaml => "Pulumi YAML",
        Form::PulumiStack => "Pulumi 스택",
        Form::Script => "AWS CLI 명령",
        Form::Sdk => "AWS SDK 호출",
        Form::Markdown => "Markdown",
        Form::Other => "규칙이 없는 형식",
        Form::CloudTrail => "CloudTrail 레코드",
        Form::Config => "AWS Config 항목",
        Form::CloudControl => "Cloud Control 응답",
        Form::EventSourceMapping => "이벤트 소스 매핑",
        Form::Pipe => "파이프",
        Form::Archive => "아카이브",
        Form::Subscription => "SNS 구독",
        Form::RuleNames => "규칙 이름 목록",
        Form::TerraformPlan => "Terraform 플랜",
        Form::TerraformState => "Terraform 상태 파일",
    }
}

/// A format of Terraform that a rule is not written back into.
pub(super) fn written_format(form: Form) -> &'static str {
    match form {
        Form::TerraformPlan => "플랜",
        Form::TerraformState => "상태 파일",
        _ => "Terraform의 JSON 구문",
    }
}

/// A format that is not read.
pub(super) fn other(format: OtherFormat) -> &'static str {
    match format {
        OtherFormat::Cdk => "CDK 소스 코드",
        OtherFormat::Cdktf => "CDK for Terraform 소스 코드",
        OtherFormat::Pulumi => "Pulumi 프로그램",
        OtherFormat::ServerlessProgram => "프로그램으로 작성한 Serverless Framework 서비스",
        OtherFormat::Program => "프로그램 소스 코드",
        OtherFormat::Table => "AWS CLI의 표 형식 출력",
        OtherFormat::Text => "AWS CLI의 텍스트 형식 출력",
        OtherFormat::Html => "HTML",
        OtherFormat::Xml => "XML",
        OtherFormat::Markdown => "Markdown",
        OtherFormat::Kubernetes => "Kubernetes 리소스",
        OtherFormat::Ansible => "Ansible 플레이북",
        OtherFormat::PowerShellTools => "AWS Tools for PowerShell 스크립트",
        OtherFormat::TerraformVariables => "Terraform 변수의 값을 담은 `.tfvars` 파일",
        OtherFormat::Event => "이벤트",
        OtherFormat::Prose => "일반 글",
    }
}

/// What to paste instead.
pub(super) fn instead(format: OtherFormat) -> &'static str {
    match format {
        OtherFormat::Cdk => "`cdk synth` 명령을 실행하고 템플릿을 붙여넣으세요",
        OtherFormat::Cdktf => "`cdktf synth` 명령을 실행하고 `cdk.tf.json` 파일을 붙여넣으세요",
        OtherFormat::Pulumi => {
            "`pulumi preview --json` 또는 `pulumi stack export` 명령을 실행하고 출력을 붙여넣으세요"
        }
        OtherFormat::ServerlessProgram => "`serverless print` 명령을 실행하고 출력을 붙여넣으세요",
        OtherFormat::Program => {
            "규칙을 만드는 boto3 또는 SDK for JavaScript 호출을 붙여넣으세요. 이런 호출은 읽을 수 있습니다."
        }
        OtherFormat::Table | OtherFormat::Text => {
            "`--output json` 옵션으로 다시 호출하고 응답을 붙여넣으세요"
        }
        OtherFormat::Html => "페이지에 표시된 템플릿, 요청 또는 패턴을 붙여넣으세요",
        OtherFormat::Xml => "규칙을 JSON, YAML 또는 Terraform 형식으로 붙여넣으세요",
        OtherFormat::Markdown => {
            "규칙이 있는 코드 블록을 붙여넣으세요. 코드 블록 안의 규칙은 읽을 수 있습니다."
        }
        OtherFormat::Kubernetes | OtherFormat::Ansible => {
            "이벤트 패턴 또는 `aws events describe-rule` 응답을 붙여넣으세요"
        }
        OtherFormat::PowerShellTools => {
            "AWS CLI 호출(예: `aws events put-rule`)로 바꿔 쓰거나, `aws events describe-rule` 응답을 붙여넣으세요"
        }
        OtherFormat::TerraformVariables => "변수를 선언하는 `.tf` 파일과 함께 가져오세요",
        OtherFormat::Event => "규칙과 비교할 이벤트로 붙여넣으세요",
        OtherFormat::Prose => "템플릿, Terraform, 요청, 응답, 스크립트 또는 이벤트 패턴을 붙여넣으세요",
    }
}
