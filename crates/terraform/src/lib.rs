//! Configurations of Terraform: the language, the values of its expressions, and the modules and instances of a
//! configuration.
//!
//! * [`syntax`]: a text as a tree that keeps the place of everything; [`json`] is the same of `.tf.json`
//! * [`evaluate`]: the value of an expression; one that the text does not decide is a [`value`](mod@value) too, with
//!   its expression
//! * [`gathered`]: the files of a configuration; [`configuration`]: what each module declares; [`modules`]: where the
//!   modules are that it calls
//! * [`resolved`]: a resource with its attributes worked out
//! * [`hcl`]: strings and values as they are written
//!
//! ```
//! use rulepad_document::files::Files;
//! use rulepad_terraform::configuration::Module;
//! use rulepad_terraform::evaluate::{Env, Evaluator};
//! use rulepad_terraform::gathered::Gathered;
//! use std::rc::Rc;
//!
//! let mut gathered = Gathered::default();
//! gathered.add("locals {\n  stage = \"prod\"\n  name  = \"${upper(local.stage)}-${var.team}\"\n}\n", "");
//! let evaluator = Evaluator::new(Files::default(), &gathered.parsed, gathered.sources);
//! let module = Rc::new(Module::of(gathered.parsed.iter(), 0, "", ""));
//! evaluator.modules.borrow_mut().push(module.clone());
//!
//! let name = evaluator.attribute(&Env::of(&module, 0), module.locals["name"]);
//! assert_eq!(name.source(), r#""PROD-${var.team}""#);
//! ```

mod code;
pub mod configuration;
mod diagnostics;
pub mod evaluate;
mod functions;
pub mod gathered;
pub mod hcl;
mod instances;
pub mod json;
mod message;
pub mod modules;
mod names;
pub mod number;
mod reports;
pub mod resolved;
pub mod resources;
pub mod syntax;
mod types;
pub mod value;
mod words_en;
mod words_ko;

pub use code::Code;
pub use message::Message;
pub use reports::Reports;

/// A problem of a configuration, before it is put into words.
pub type Diagnostic = rulepad_document::Diagnostic<Message>;
