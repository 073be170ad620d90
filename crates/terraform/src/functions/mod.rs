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
pub enum Stop {
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

pub type Given = Result<Data, Stop>;

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
        Err(Stop::Budget) => return evaluator.too_much(place),
        Err(Stop::Unknown) => why_of(&arguments),
        Err(Stop::Fails) if arguments.iter().all(|own| why_of(std::slice::from_ref(own)) == Why::Fails) => {
            Why::Fails
        }
        Err(Stop::Fails) => why_of(&arguments),
        Err(Stop::Function) => Why::Function,
        Err(Stop::File(path)) => Why::File(path),
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
    pub fn at(&self, at: usize) -> Result<&Val, Stop> {
        self.arguments.get(at).ok_or(Stop::Fails)
    }

    /// A text, all of which is known.
    pub fn text(&self, at: usize) -> Result<std::rc::Rc<str>, Stop> {
        self.text_of(self.at(at)?)
    }

    pub fn text_of(&self, value: &Val) -> Result<std::rc::Rc<str>, Stop> {
        if let Some(text) = value.scalar() {
            return Ok(text);
        }
        match &value.data {
            Data::Encoded(_) => {
                let pieces = self.evaluator.as_pieces(value).ok_or(Stop::Budget)?;
                let whole = super::value::joined(pieces, value.place);
                whole.scalar().ok_or(Stop::Unknown)
            }
            Data::Parts(_) | Data::Unknown(_) => Err(Stop::Unknown),
            _ => Err(Stop::Fails),
        }
    }

    /// The items of a list.
    pub fn items(&self, at: usize) -> Result<&[Val], Stop> {
        self.items_of(self.at(at)?)
    }

    pub fn items_of<'v>(&self, value: &'v Val) -> Result<&'v [Val], Stop> {
        match &value.data {
            Data::List { items, .. } => Ok(items),
            Data::Unknown(_) | Data::Instance(_) => Err(Stop::Unknown),
            _ => Err(Stop::Fails),
        }
    }

    /// Takes work from the budget.
    pub fn spend(&self, cost: usize) -> Result<(), Stop> {
        if self.evaluator.spend(cost) { Ok(()) } else { Err(Stop::Budget) }
    }

    pub fn list(&self, items: Vec<Val>) -> Given {
        self.spend(items.len() * 4)?;
        Ok(Val::list(items, self.place).data)
    }
}
