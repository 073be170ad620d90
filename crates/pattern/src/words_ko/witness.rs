//! Why no event can show what was asked, in Korean.

use crate::witness::NoWitness;

pub(crate) fn no_witness(why: &NoWitness) -> String {
    match why {
        NoWitness::NoCondition => "패턴에 조건이 없습니다.".to_owned(),
        NoWitness::NeverHolds { name } => format!("{name} 조건을 충족하는 이벤트는 있을 수 없습니다."),
        NoWitness::AlwaysHolds { name } => {
            format!("{name} 조건은 어긋날 수 없습니다. 모든 값을 허용하고, 값이 없어도 허용합니다.")
        }
        NoWitness::Replaced { name } => {
            format!("뒤에 나오는 {name} 조건이 이 조건을 대신하므로 이 조건은 확인하지 않습니다.")
        }
        NoWitness::OtherBranch { name } => {
            format!("{name} 조건만 어긋나고 나머지를 충족하면 `$or`의 다른 분기가 충족됩니다.")
        }
        NoWitness::NotFound => {
            "시도한 값 중에는 그런 이벤트가 없습니다. 시도하지 않은 값에는 있을 수 있습니다.".to_owned()
        }
        NoWitness::TooMuchWork => "이 패턴은 계산량이 너무 많아 그런 이벤트를 찾을 수 없습니다.".to_owned(),
    }
}
