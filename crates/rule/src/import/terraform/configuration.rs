//! The modules of a configuration: what the files of each folder declare.

use super::syntax::{Attribute, Block, Body};
use super::value::{Instance, Place, Val};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// A text with expressions in it.
pub(crate) struct Source {
    pub text: Rc<str>,
    /// Where it comes from, where it is no file: places within it are of no use to a person.
    pub parent: Option<Place>,
}

/// A file that was parsed.
pub(crate) struct Parsed {
    pub folder: String,
    pub body: Body,
}

/// What one module declares, with the inputs of one call of it.
#[derive(Default)]
pub(crate) struct Module<'t> {
    pub id: usize,
    /// `module.name.` before the addresses of its resources; blank for the uppermost.
    pub prefix: String,
    pub folder: String,
    pub locals: BTreeMap<&'t str, &'t Attribute>,
    pub variables: BTreeMap<&'t str, &'t Block>,
    pub outputs: BTreeMap<&'t str, &'t Block>,
    pub calls: BTreeMap<&'t str, &'t Block>,
    pub providers: Vec<&'t Block>,
    pub resources: BTreeMap<(String, &'t str), &'t Block>,
    /// Resources in the order of the text.
    pub order: Vec<(String, &'t str, &'t Block)>,
    /// What the call gives; `None` for the uppermost module, which nobody calls.
    pub inputs: Option<BTreeMap<String, Val>>,
    pub made: RefCell<BTreeMap<String, Made>>,
    pub repeated: RefCell<BTreeMap<(String, String), Rc<Repeated>>>,
    pub children: RefCell<BTreeMap<String, Children<'t>>>,
}

/// A local value while and after it is worked out.
#[derive(Clone)]
pub(crate) enum Made {
    Open,
    /// With the variables whose defaults it uses.
    Done(Val, BTreeSet<String>),
}

/// The modules of one call, with their keys.
pub(crate) type Children<'t> = Rc<Vec<(Option<Val>, Rc<Module<'t>>)>>;

/// How often a resource is made.
pub(crate) enum Repeated {
    Once(Rc<Instance>),
    /// `count`
    Count(Vec<Rc<Instance>>),
    /// `for_each`, with the value of each.
    Each(Vec<(Rc<Instance>, Rc<str>, Val)>),
    /// What it depends on is not known: one stands for all.
    Unknown(Rc<Instance>),
}

impl<'t> Module<'t> {
    /// What the files of a folder declare.
    pub fn of(files: impl Iterator<Item = &'t Parsed>, id: usize, prefix: &str, folder: &str) -> Self {
        let mut module = Self { id, prefix: prefix.to_owned(), folder: folder.to_owned(), ..Self::default() };
        for file in files {
            for block in &file.body.blocks {
                module.declare(block);
            }
        }
        module
    }

    fn declare(&mut self, block: &'t Block) {
        let labels: Vec<&str> = block.labels.iter().map(String::as_str).collect();
        match (block.kind.as_str(), &labels[..]) {
            ("locals", []) => {
                self.locals.extend(block.body.attributes.iter().map(|own| (own.name.as_str(), own)));
            }
            ("variable", [name]) => {
                self.variables.insert(name, block);
            }
            ("output", [name]) => {
                self.outputs.insert(name, block);
            }
            ("module", [name]) => {
                self.calls.insert(name, block);
            }
            ("provider", ["aws"]) => self.providers.push(block),
            ("resource", [kind, name]) => {
                self.order.push(((*kind).to_owned(), name, block));
                self.resources.insert(((*kind).to_owned(), name), block);
            }
            ("data", [kind, name]) => {
                self.resources.insert((format!("data.{kind}"), name), block);
            }
            _ => {}
        }
    }
}
