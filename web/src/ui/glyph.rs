//! A verdict's shape with its word, so that neither colour nor eyesight is needed to read it.

use yew::prelude::*;

/// The four ways something can be meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// As wanted.
    Good,
    /// Not as wanted.
    Bad,
    /// Not sure, or to be looked at.
    Caution,
    /// Neither.
    #[default]
    Plain,
}

impl Tone {
    /// The shape of this tone.
    pub fn shape(self) -> &'static str {
        match self {
            Self::Good => "✓",
            Self::Bad => "✕",
            Self::Caution => "!",
            Self::Plain => "·",
        }
    }

    /// The class `tone-…`, which sets `--tone` and `--tone-soft`.
    pub fn class(self) -> &'static str {
        match self {
            Self::Good => "tone-good",
            Self::Bad => "tone-bad",
            Self::Caution => "tone-caution",
            Self::Plain => "tone-plain",
        }
    }
}

/// Properties of [`Glyph`].
#[derive(Clone, Properties, PartialEq)]
pub struct GlyphProps {
    /// Which shape.
    pub tone: Tone,
    /// The word it means; absent where the text beside it already says so.
    #[prop_or_default]
    pub label: Option<AttrValue>,
}

/// A shape of fixed width.
#[component]
pub fn Glyph(props: &GlyphProps) -> Html {
    let class = classes!("glyph", props.tone.class());
    match &props.label {
        Some(label) => html! {
            <span {class} role="img" aria-label={label}>{ props.tone.shape() }</span>
        },
        None => html! {
            <span {class} aria-hidden="true">{ props.tone.shape() }</span>
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::rendered;

    #[test]
    fn a_named_shape_is_spoken_and_an_unnamed_one_is_not() {
        let named = rendered::<Glyph>(|| GlyphProps { tone: Tone::Bad, label: Some("failed".into()) });
        assert_eq!(named, "<span role=\"img\" aria-label=\"failed\" class=\"glyph tone-bad\">✕</span>");
        let unnamed = rendered::<Glyph>(|| GlyphProps { tone: Tone::Good, label: None });
        assert_eq!(unnamed, "<span aria-hidden=\"true\" class=\"glyph tone-good\">✓</span>");
    }
}
