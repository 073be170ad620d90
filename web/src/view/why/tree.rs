//! The lines of the explanation as lists in lists; alternatives open on what failed, or on the one that won.

use super::WhyPaneProps;
use super::line::WhyLine;
use super::text::Text;
use crate::state::{action::Action, model::Answer, shared::Shared};
use crate::ui::lang::use_lang;
use crate::ui::visible_text::seen;
use crate::view::common::Common;
use rulepad_workbench::{Draft, Lang, Line, LineKind};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// Properties of [`WhyTree`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct WhyTreeProps {
    /// The answer that is explained.
    pub explained: Shared<Answer>,
    /// Whether the pattern is still the explained one, so that its near misses can be used.
    pub usable: bool,
    /// The lines that belong to what is pointed at.
    pub lit: Vec<usize>,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

impl WhyTreeProps {
    pub(super) fn of(props: &WhyPaneProps, explained: &Shared<Answer>) -> Self {
        Self {
            explained: explained.clone(),
            usable: props.usable,
            lit: props.lit.clone(),
            dispatch: props.dispatch.clone(),
        }
    }
}

/// The lines. Up and down go from line to line, right and left open and close an alternative.
#[component]
pub(super) fn WhyTree(props: &WhyTreeProps) -> Html {
    let lang = use_lang();
    let root = use_node_ref();
    // The groups that are not as they would be by themselves; of another pattern they would be others.
    let turned = use_state_eq(Vec::<usize>::new);
    {
        let turned = turned.clone();
        use_effect_with(props.explained.draft.pattern.clone(), move |_| turned.set(Vec::new()));
    }
    let why = &props.explained.report.why;
    let groups: Vec<(usize, bool)> =
        groups(why).into_iter().map(|(place, open)| (place, open != turned.contains(&place))).collect();
    let turn = {
        let turned = turned.clone();
        Callback::from(move |place: usize| {
            let mut next = (*turned).clone();
            if let Some(at) = next.iter().position(|own| *own == place) {
                next.remove(at);
            } else {
                next.push(place);
            }
            turned.set(next);
        })
    };
    let lines: Vec<(usize, &Line)> = why.iter().enumerate().collect();
    let mut tree = Tree { lang, props, groups: &groups, turn: &turn, shown: Vec::new() };
    let list = tree.level(&lines, true);
    let shown: Vec<(usize, usize)> = tree.shown;
    let onkeydown = {
        let (root, groups, turn) = (root.clone(), groups.clone(), turn.clone());
        move |event: KeyboardEvent| {
            let mains = mains(&root);
            let focused = gloo::utils::document().active_element();
            let Some(at) = mains.iter().position(|main| Some(main.as_ref()) == focused.as_ref()) else {
                return;
            };
            let Some((place, depth)) = shown.get(at).copied() else { return };
            let open = groups.iter().find(|(group, _)| *group == place).map(|(_, open)| *open);
            let next = match (event.key().as_str(), open) {
                ("ArrowDown", _) | ("ArrowRight", Some(true)) => at + 1,
                ("ArrowUp", _) => match at.checked_sub(1) {
                    Some(before) => before,
                    None => return,
                },
                ("ArrowRight", Some(false)) | ("ArrowLeft", Some(true)) => {
                    turn.emit(place);
                    at
                }
                ("ArrowLeft", _) => {
                    let above = shown.iter().take(at).rposition(|(_, own)| *own < depth);
                    match above {
                        Some(above) => above,
                        None => return,
                    }
                }
                _ => return,
            };
            event.prevent_default();
            if let Some(main) = mains.get(next) {
                // Focus is refused only by elements that are gone.
                let _ = main.focus();
            }
        }
    };
    html! {
        <div ref={root} {onkeydown}>{ list }</div>
    }
}

/// Every `$or` and alternative, and whether it is open by itself: an alternative that lost to another one is
/// not what the person looks for.
fn groups(why: &[Line]) -> Vec<(usize, bool)> {
    let mut held: Vec<(usize, bool)> = Vec::new();
    let mut out = Vec::new();
    for (place, line) in why.iter().enumerate() {
        held.retain(|(depth, _)| *depth < line.depth);
        match line.kind {
            LineKind::AnyOf => {
                held.push((line.depth, line.holds));
                out.push((place, true));
            }
            LineKind::Branch => {
                let won_elsewhere = held.last().is_some_and(|(_, holds)| *holds) && !line.holds;
                out.push((place, !won_elsewhere));
            }
            LineKind::Condition => {}
        }
    }
    out
}

fn mains(root: &NodeRef) -> Vec<HtmlElement> {
    let found = root.cast::<Element>().and_then(|root| root.query_selector_all(".why-main").ok());
    let Some(found) = found else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
}

struct Tree<'t> {
    lang: Lang,
    props: &'t WhyTreeProps,
    groups: &'t [(usize, bool)],
    turn: &'t Callback<usize>,
    /// Place and depth of every line shown, in order.
    shown: Vec<(usize, usize)>,
}

impl Tree<'_> {
    /// A list of lines of one depth, each with the deeper ones that follow it.
    fn level(&mut self, lines: &[(usize, &Line)], outermost: bool) -> Html {
        let mut rest = lines;
        let mut items = Vec::new();
        while let Some(((place, line), after)) = rest.split_first() {
            let inner = after.iter().take_while(|(_, deeper)| deeper.depth > line.depth).count();
            let (inside, next) = after.split_at_checked(inner).unwrap_or((after, &[]));
            self.shown.push((*place, line.depth));
            let open = self.groups.iter().find(|(group, _)| group == place).map(|(_, open)| *open);
            let below = match open {
                Some(false) => Html::default(),
                _ if inside.is_empty() => Html::default(),
                _ => self.level(inside, false),
            };
            let toggle = open.filter(|_| !inside.is_empty()).map(|open| self.toggle(*place, line, open));
            let draft: Shared<Draft> = self.props.explained.draft.clone();
            items.push(html! {
                <li key={*place}>
                    <WhyLine
                        place={*place}
                        line={(*line).clone()}
                        {draft}
                        usable={self.props.usable}
                        lit={self.props.lit.contains(place)}
                        toggle={toggle.unwrap_or_default()}
                        dispatch={self.props.dispatch.clone()}
                    />
                    { below }
                </li>
            });
            rest = next;
        }
        html! {
            <ul class="why-list" aria-label={outermost.then(|| Common::Why.words(self.lang))}>{ for items }</ul>
        }
    }

    fn toggle(&self, place: usize, line: &Line, open: bool) -> Html {
        html! {
            <button
                type="button"
                class="why-toggle"
                aria-label={seen(&Text::ConditionsOf(&line.name).words(self.lang))}
                aria-expanded={if open { "true" } else { "false" }}
                onclick={self.turn.reform(move |_: MouseEvent| place)}
            >
                { if open { "▾" } else { "▸" } }
            </button>
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rulepad_workbench::evaluate;

    fn open(pattern: &str, event: &str) -> Vec<(String, bool)> {
        let draft = Draft { event: event.to_owned(), pattern: pattern.to_owned(), ..Draft::default() };
        let why = evaluate(&draft, Lang::En).why;
        groups(&why).into_iter().map(|(place, open)| (why[place].name.clone(), open)).collect()
    }

    fn named(expected: &[(&str, bool)]) -> Vec<(String, bool)> {
        expected.iter().map(|(name, open)| ((*name).to_owned(), *open)).collect()
    }

    #[test]
    fn what_failed_or_won_is_open() {
        let pattern = r#"{"$or": [{"a": [1]}, {"b": [2]}]}"#;
        let all = [("$or", true), ("alternative 1", true), ("alternative 2", true)];
        assert_eq!(open(pattern, "{}"), named(&all));
        let second = [("$or", true), ("alternative 1", false), ("alternative 2", true)];
        assert_eq!(open(pattern, r#"{"b": 2}"#), named(&second));
    }

    #[test]
    fn an_or_in_an_alternative_that_lost_is_judged_by_itself() {
        let pattern = r#"{"$or": [{"a": [1]}, {"$or": [{"b": [2]}, {"c": [3]}]}]}"#;
        let inner: Vec<bool> = open(pattern, r#"{"a": 1}"#).into_iter().map(|(_, open)| open).collect();
        assert_eq!(inner, [true, true, false, true, true, true]);
    }
}
