//! Templates of CloudFormation and SAM: their rules, the values of their functions, and YAML as it is written.
//!
//! * [`Template`]: a text as a template, with the [`RuleSite`] of each of its rules
//! * [`Resolver`]: the values of a template with what is known of its functions; a [`StandIn`] is what is shown for
//!   one whose value is known only at deploy time
//! * [`function`], [`sub()`], [`substituted`]: functions taken apart and put together
//! * [`yaml`]: a template as YAML; [`unresolved`] keeps a text from being taken for a dynamic reference
//!
//! ```
//! use rulepad_cloudformation::{Resolver, Template};
//!
//! let text = "
//! Parameters:
//!   Stage: {Type: String, Default: prod}
//! Resources:
//!   Orders:
//!     Type: AWS::Events::Rule
//!     Properties:
//!       Name: !Sub '${Stage}-orders'
//! ";
//! let template = Template::read(text).unwrap().unwrap();
//! let place = template.place("Orders").unwrap();
//! let rule = Resolver::new(&template).value(template.at(&place.path()).unwrap()).unwrap();
//! assert_eq!(rule.get("Name").unwrap().as_str(), Some("prod-orders"));
//! ```

mod arns;
mod code;
mod conditions;
mod diagnostics;
mod dynamic_reference;
mod ecs;
mod for_each;
mod message;
mod resolve;
mod stand_in;
mod sub;
mod substitute;
mod template;
mod words_en;
mod words_ko;
pub mod yaml;

pub use code::Code;
pub use dynamic_reference::{REFERENCE, unresolved};
pub use ecs::{ecs_as_requested, ecs_in_template};
pub use message::{Message, StandInNote};
pub use resolve::Resolver;
pub use stand_in::{StandIn, stand_in_notes};
pub use sub::{SubPart, sub};
pub use substitute::{escaped, substituted};
pub use template::{Notation, RuleSite, Template, UNSEEN, function, is_self_contained, is_template, with};

/// A problem of a template, before it is put into words.
pub type Diagnostic = rulepad_document::Diagnostic<Message>;
