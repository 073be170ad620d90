//! The menu of events made to order.

mod text;
mod words_en;
mod words_ko;

use crate::state::{action::Action, making::Wish, model::Answer, shared::Shared};
use crate::ui::menu::MenuItem;
use crate::ui::tool_row::Tool;
use rulepad_workbench::{Draft, Lang, LineKind, Span};
use text::Text;
use yew::prelude::*;

/// The menu: an event that matches, or one that just misses a condition.
pub fn make_menu(
    lang: Lang,
    draft: &Draft,
    explained: Option<&Shared<Answer>>,
    dispatch: &Callback<Action>,
) -> Tool {
    let spans = explained.filter(|explained| explained.draft.pattern == draft.pattern);
    let mut conditions: Vec<(Span, MenuItem)> = Vec::new();
    for line in spans.into_iter().flat_map(|explained| &explained.report.why) {
        if line.kind == LineKind::Condition && conditions.iter().all(|(span, _)| *span != line.pattern) {
            let item = MenuItem {
                id: line.pattern.start.to_string().into(),
                label: line.name.clone().into(),
                detail: (!line.wants.is_empty()).then(|| Text::PatternNeeds(&line.wants).words(lang)),
                heading: conditions.is_empty().then(|| Text::JustMisses.words(lang)),
                ..MenuItem::default()
            };
            conditions.push((line.pattern, item));
        }
    }
    let matching = MenuItem {
        id: "matching".into(),
        label: Text::Matching.words(lang),
        detail: Some(Text::MatchingDetail.words(lang)),
        heading: Some(Text::MakeEvent.words(lang)),
        ..MenuItem::default()
    };
    let (spans, misses): (Vec<Span>, Vec<MenuItem>) = conditions.into_iter().unzip();
    let items: Vec<MenuItem> = std::iter::once(matching).chain(misses).collect();
    let on_choose = dispatch.reform(move |id: AttrValue| {
        let span = spans.iter().find(|span| span.start.to_string() == id.as_str());
        Action::Make(span.map_or(Wish::Matching, |span| Wish::Failing(*span)))
    });
    Tool::Menu { name: "make".into(), label: Text::MakeEvent.words(lang), items, on_choose }
}
