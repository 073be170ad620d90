//! What AWS's sentences mean, in Korean. The sentences themselves stay English.

use crate::aws::AwsSentence;

pub(crate) fn gloss(said: &AwsSentence) -> String {
    match said {
        AwsSentence::OneOption { id } => {
            format!("대상 {id}: Input, InputPath, InputTransformer 중 하나만 지정해야 합니다")
        }
        AwsSentence::Placeholder { id, name } => {
            format!("대상 {id}: InputTemplate에 잘못된 자리 표시자가 있습니다(`{name}`)")
        }
        AwsSentence::InputSyntax { id, location: _ } => {
            format!("대상 {id}: 입력의 JSON 문법이 잘못되었습니다")
        }
    }
}
