//! The modules of a configuration: what the files of each folder declare.

use super::syntax::{Attribute, Block, Body};
use super::value::{Instance, SourcePlace, Val};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// A text with expressions in it.
pub struct Source {
    /// The text.
    pub text: Rc<str>,
    /// Where it comes from, where it is no file: places within it are of no use to a person.
    pub parent: Option<SourcePlace>,
}

/// A file that was parsed.
pub struct Parsed {
    /// The folder it is in.
    pub folder: String,
    /// What it declares.
    pub body: Body,
}

/// What one module declares, with the inputs of one call of it.
#[derive(Default)]
pub struct Module<'t> {
    /// Its place in the list of modules.
    pub id: usize,
    /// `module.name.` before the addresses of its resources; blank for the uppermost.
    pub prefix: String,
    /// The folder of its files.
    pub folder: String,
    /// Local values.
    pub locals: BTreeMap<&'t str, &'t Attribute>,
    /// Input variables.
    pub variables: BTreeMap<&'t str, &'t Block>,
    /// Outputs.
    pub outputs: BTreeMap<&'t str, &'t Block>,
    /// Calls of other modules.
    pub calls: BTreeMap<&'t str, &'t Block>,
    /// Configurations of the AWS provider.
    pub providers: Vec<&'t Block>,
    /// Resources by type and name; `data.` is before the type of a data source.
    pub resources: BTreeMap<(String, &'t str), &'t Block>,
    /// Resources in the order of the text.
    pub order: Vec<(String, &'t str, &'t Block)>,
    /// What the call gives; `None` for the uppermost module, which nobody calls.
    pub inputs: Option<BTreeMap<String, Val>>,
    /// Local values that were worked out, or are being worked out.
    pub made: RefCell<BTreeMap<String, LocalValue>>,
    /// The instances of each resource, once they are known.
    pub repeated: RefCell<BTreeMap<(String, String), Rc<Repeated>>>,
    /// The modules of each call, once they are known.
    pub children: RefCell<BTreeMap<String, Children<'t>>>,
}

/// A local value while and after it is worked out.
#[derive(Clone)]
pub enum LocalValue {
    /// While it is being worked out: one that needs itself has no value.
    Open,
    /// With the variables whose defaults it uses.
    Done(Val, BTreeSet<String>),
}

/// The modules of one call, with their keys.
pub type Children<'t> = Rc<Vec<(Option<Val>, Rc<Module<'t>>)>>;

/// How often a resource is made.
pub enum Repeated {
    /// Without `count` and `for_each`.
    Once(Rc<Instance>),
    /// `count`
    Count(Vec<Rc<Instance>>),
    /// `for_each`, with the value of each.
    Each(Vec<(Rc<Instance>, Rc<str>, Val)>),
    /// What it depends on is not known: there is one for all.
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
