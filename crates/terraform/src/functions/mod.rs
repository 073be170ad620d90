//! Terraform's functions that rules are written with (Terraform documentation, built-in functions).

mod collections;
mod encoding;
mod files;
mod operators;
mod texts;

pub use encoding::encoded;
pub use operators::operation;

use super::evaluate::{Env, Evaluator, residual, why_of};
use super::value::{Data, SourcePlace, Val, Why};

/// Why a call gives no value.
pub enum CallStop {
    /// An argument is not known.
    Unknown,
    /// Terraform would refuse the arguments.
    Fails,
    /// It would take too much work.
    Budget,
    /// It is not worked out.
    Function,
    /// A file that was not given.
    File(String),
}

pub type Given = Result<Data, CallStop>;

/// The value of a call.
pub fn call<'t>(
    evaluator: &Evaluator<'t>,
    env: &Env<'t>,
    name: &str,
    arguments: Vec<Val>,
    place: SourcePlace,
) -> Val {
    let call = Call { evaluator, arguments: &arguments, place };
    let given = call.given(env, name);
    let why = match given {
        Ok(data) => {
            // What `one`, `element` and their like take out of a list is still the attribute of its resource.
            let owner = call.owner(name);
            return Val { owner, ..Val::new(data, place) };
        }
        Err(CallStop::Budget) => return evaluator.too_much(place),
        Err(CallStop::Unknown) => why_of(&arguments),
        Err(CallStop::Fails)
            if arguments.iter().all(|own| why_of(std::slice::from_ref(own)) == Why::Fails) =>
        {
            Why::Fails
        }
        Err(CallStop::Fails) => why_of(&arguments),
        Err(CallStop::Function) => Why::Function,
        Err(CallStop::File(path)) => Why::File(path),
    };
    residual(name, &arguments, why, place)
}

/// A call that is worked out.
pub struct Call<'c, 't> {
    pub evaluator: &'c Evaluator<'t>,
    pub arguments: &'c [Val],
    pub place: SourcePlace,
}

impl<'t> Call<'_, 't> {
    fn given(&self, env: &Env<'t>, name: &str) -> Given {
        let name = name.strip_prefix("core::").unwrap_or(name);
        match name {
            "jsonencode" | "jsondecode" | "yamldecode" => self.encoding(name),
            "file" | "templatefile" | "fileexists" => self.files(env, name),
            "replace" | "join" | "format" | "formatlist" | "split" | "upper" | "lower" | "title" | "trim"
            | "trimspace" | "chomp" | "trimprefix" | "trimsuffix" | "startswith" | "endswith"
            | "strcontains" | "substr" | "tostring" | "indent" | "base64encode" => self.texts(name),
            _ => self.collections(name),
        }
    }

    fn owner(&self, name: &str) -> Option<std::rc::Rc<super::value::Instance>> {
        let taken = [
            "one",
            "element",
            "join",
            "coalesce",
            "tostring",
            "nonsensitive",
            "sensitive",
            "format",
            "lookup",
        ];
        let mut found = None;
        for argument in self.arguments.iter().filter(|_| taken.contains(&name)) {
            let own = match argument.items() {
                Some(items) => match &items[..] {
                    [only] => only.owner.clone(),
                    _ => None,
                },
                None => argument.owner.clone(),
            };
            found = found.or(own);
        }
        found
    }

    /// An argument.
    pub fn at(&self, at: usize) -> Result<&Val, CallStop> {
        self.arguments.get(at).ok_or(CallStop::Fails)
    }

    /// A text, all of which is known.
    pub fn text(&self, at: usize) -> Result<std::rc::Rc<str>, CallStop> {
        self.text_of(self.at(at)?)
    }

    pub fn text_of(&self, value: &Val) -> Result<std::rc::Rc<str>, CallStop> {
        if let Some(text) = value.scalar() {
            return Ok(text);
        }
        match &value.data {
            Data::Encoded(_) => {
                let pieces = self.evaluator.as_pieces(value).ok_or(CallStop::Budget)?;
                let whole = super::value::joined(pieces, value.place);
                whole.scalar().ok_or(CallStop::Unknown)
            }
            Data::Parts(_) | Data::Unknown(_) => Err(CallStop::Unknown),
            _ => Err(CallStop::Fails),
        }
    }

    /// The items of a list.
    pub fn items(&self, at: usize) -> Result<&[Val], CallStop> {
        self.items_of(self.at(at)?)
    }

    pub fn items_of<'v>(&self, value: &'v Val) -> Result<&'v [Val], CallStop> {
        match &value.data {
            Data::List { items, .. } => Ok(items),
            Data::Unknown(_) | Data::Instance(_) => Err(CallStop::Unknown),
            _ => Err(CallStop::Fails),
        }
    }

    /// Takes work from the budget.
    pub fn spend(&self, cost: usize) -> Result<(), CallStop> {
        if self.evaluator.spend(cost) { Ok(()) } else { Err(CallStop::Budget) }
    }

    pub fn list(&self, items: Vec<Val>) -> Given {
        self.spend(items.len() * 4)?;
        Ok(Val::list(items, self.place).data)
    }
}
