//! The words of configurations in English.

use crate::message::Message;
use crate::syntax::SyntaxProblem;
use crate::value::TerraformType;
use rulepad_document::words::en;

/// The words of a message.
pub(crate) fn message(message: &Message) -> String {
    let fixed = match message {
        Message::Syntax(problem) => return format!("not valid Terraform: {}", syntax(*problem)),
        Message::Skipped { lines: 1, start } => return format!("this line is not read: `{start}`"),
        Message::Skipped { lines, start } => {
            return format!("these {lines} lines are not read, from `{start}`");
        }
        Message::KeyUnknown { source } => {
            return format!("the key `{source}` is not known here; it is left out with its value");
        }
        Message::MadeOnlyIf { condition } => {
            return format!(
                "this is made only if `{condition}`, which is not known here; it is read as made"
            );
        }
        Message::CountUnknown { by, source } => {
            return format!("how many resources `{by} = {source}` makes is not known here");
        }
        Message::NotMade { variables } => {
            let names: Vec<String> = variables.iter().map(|name| format!("`var.{name}`")).collect();
            let defaults = if names.len() == 1 { "default" } else { "defaults" };
            return format!("with the {defaults} of {} this makes no resource", en::all_of(&names));
        }
        Message::DynamicUnknown { block, source } => {
            return format!("which `{block}` blocks `{source}` makes is not known here; they are left out");
        }
        Message::Budget => "working out this expression would produce too much, or it is nested too deeply",
        Message::TooManyInstances => "this makes more resources than Rulepad reads",
        Message::NumberTooLong => "Terraform keeps 512 bits of a number, and this one has more",
        Message::UseFormatter => "`terraform fmt` shows the place as well",
        Message::CorrectError => "correct the error in them; the other blocks were read",
        Message::WriteValue => "replace the expression by its value",
        Message::WriteValueOrImportLess => {
            "it is left as it is written; replace it by its value, or import the rule in a smaller file"
        }
        Message::ImportPart => "import a part of them",
        Message::NumberKept => "it stays as it is written; what Terraform sends is not verified",
        Message::ReadOnce => "one is read for all of them",
        Message::ReadAsMade => "it is read as if it were made once",
        Message::WriteBlocks => "write the blocks, or add the file that defines the value",
    };
    fixed.to_owned()
}

/// The kind of a value, with its article.
pub(crate) fn kind(kind: TerraformType) -> &'static str {
    match kind {
        TerraformType::Null => "`null`",
        TerraformType::Bool => "`true` or `false`",
        TerraformType::Number => "a number",
        TerraformType::String => "a string",
        TerraformType::List => "a list",
        TerraformType::Map => "a map",
        TerraformType::Resource => "a resource",
        TerraformType::Unknown => "not known here",
    }
}

fn syntax(problem: SyntaxProblem) -> &'static str {
    use SyntaxProblem as P;
    match problem {
        P::TooDeep => "this is nested deeper than Rulepad reads",
        P::StringUnclosed => "this string is not closed",
        P::UnknownEscape => "Terraform has no such escape",
        P::BlockUnclosed => "a block is not closed: a `}` is missing",
        P::BlockAboveUnclosed => "the block above is not closed: a `}` is missing",
        P::EndWithoutStart => "this template has an end without a start",
        P::HeredocUnclosed => "this heredoc is not closed: the line with its last word is missing",
        P::IfUnclosed => "`%{ if … }` has no `%{ endif }`",
        P::ForUnclosed => "`%{ for … }` has no `%{ endfor }`",
        P::StringUnclosedInLine => "this string is not closed: a `\"` is missing",
        P::LabelNotPlain => "the label of a block must be a plain string",
        P::UnmatchedBrace => "this `}` closes nothing",
        P::LineBreakAfterAttribute => "expected a line break after this attribute",
        P::HeredocWord => "expected the word that ends a heredoc",
        P::ValueOrBlock => "expected `=` and a value, or the `{` of a block",
        P::CharacterDigits => "expected the digits of a character",
        P::NameAfterDot => "expected a name after `.`",
        P::TemplateEnd => "expected the `}` of a template",
        P::SplatEnd => "expected `]` after `[*`",
        P::IndexEnd => "expected the `]` of an index",
        P::LineBreakAfterHeredocWord => "expected a line break after the word of a heredoc",
        P::Directive => "expected `if`, `else`, `for` or their end after `%{`",
        P::ClosingParenthesis => "expected `)`",
        P::Value => "expected a value",
        P::ConditionalColon => "expected the `:` of a conditional",
        P::FunctionName => "expected the name of a function",
        P::ParenthesisAfterExpansion => "expected `)` after `...`",
        P::ArgumentEnd => "expected `,` or `)` after an argument",
        P::ItemEnd => "expected `,` or `]` after an item of a list",
        P::KeyEnd => "expected `=` or `:` after a key",
        P::MemberEnd => "expected a line break, `,` or `}` after a value",
        P::ForColon => "expected the `:` of a `for` expression",
        P::ForArrow => "expected the `=>` of a `for` expression",
        P::ForBrace => "expected the `}` of a `for` expression",
        P::ForBracket => "expected the `]` of a `for` expression",
        P::ForName => "expected a name after `for`",
        P::ForSecondName => "expected a second name after `for`",
        P::ForIn => "expected `in` after the names of a `for`",
        P::AttributeOrBlock => "expected an attribute or a block",
    }
}
