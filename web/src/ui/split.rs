//! Panes side by side or stacked, with edges between them that pointer and keys can move.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

/// How much of the whole one press of an arrow moves; with Shift five times that.
const STEP: f64 = 0.02;

/// Properties of [`Split`].
#[derive(Clone, Properties, PartialEq)]
pub struct SplitProps {
    /// Prefix of element ids; one of a kind on the page.
    pub name: AttrValue,
    /// Accessible names of the edges, in order; one fewer than the panes.
    pub labels: Vec<AttrValue>,
    /// The share of each pane in the whole; made to add up to 1, even where it does not fit the panes.
    #[prop_or_default]
    pub shares: Vec<f64>,
    /// The least share of a pane.
    #[prop_or(0.12)]
    pub least: f64,
    /// Whether the panes are stacked.
    #[prop_or_default]
    pub stacked: bool,
    /// An edge was moved; these are the new shares.
    #[prop_or_default]
    pub on_resize: Callback<Vec<f64>>,
    /// More classes.
    #[prop_or_default]
    pub class: Classes,
    /// The panes.
    pub children: Children,
}

/// Where a drag began.
#[derive(Clone, Debug)]
struct Drag {
    edge: usize,
    at: f64,
    shares: Vec<f64>,
}

/// Panes with movable edges. Arrows move a focused edge, Home and End push it as far as it goes.
///
/// The shares reach the page as `flex-grow` on the panes, set through the DOM since a strict content security
/// policy forbids style attributes; a layout without `display: flex` ignores them.
#[component]
pub fn Split(props: &SplitProps) -> Html {
    let root = use_node_ref();
    let drag = use_mut_ref(|| None::<Drag>);
    // The shares while an edge is dragged; the page hears of them when it is let go.
    let dragged = use_state_eq(|| None::<Vec<f64>>);
    let count = props.children.len();
    let shares = dragged.as_ref().map_or_else(|| evened(&props.shares, count), Vec::clone);
    {
        let root = root.clone();
        use_effect_with(shares.clone(), move |shares| {
            let Some(root) = root.cast::<HtmlElement>() else { return };
            let children = root.children();
            for (place, share) in shares.iter().enumerate() {
                // Panes and edges take turns.
                let pane =
                    children.item(2 * place as u32).and_then(|pane| pane.dyn_into::<HtmlElement>().ok());
                if let Some(pane) = pane {
                    // Only a malformed value is refused. Together they grow by more than 1, or else panes whose neighbour is elsewhere leave room.
                    let _ = pane.style().set_property("flex-grow", &(share * 100.0).to_string());
                }
            }
        });
    }
    let stacked = props.stacked;
    let along =
        move |event: &PointerEvent| f64::from(if stacked { event.client_y() } else { event.client_x() });
    let onpointerdown = |edge: usize| {
        let (drag, dragged, shares) = (drag.clone(), dragged.clone(), shares.clone());
        move |event: PointerEvent| {
            if event.button() != 0 {
                return;
            }
            if let Some(element) = event.target_dyn_into::<HtmlElement>() {
                // Without capture a drag ends at the edge's own border; nothing else is lost.
                let _ = element.set_pointer_capture(event.pointer_id());
            }
            *drag.borrow_mut() = Some(Drag { edge, at: along(&event), shares: shares.clone() });
            dragged.set(Some(shares.clone()));
        }
    };
    let onpointermove = {
        let (root, drag, dragged, least) = (root.clone(), drag.clone(), dragged.clone(), props.least);
        move |event: PointerEvent| {
            if let (Some(drag), Some(root)) = (drag.borrow().as_ref(), root.cast::<HtmlElement>()) {
                let bounds = root.get_bounding_client_rect();
                let whole = if stacked { bounds.height() } else { bounds.width() };
                if whole > 0.0 {
                    let by = (along(&event) - drag.at) / whole;
                    dragged.set(Some(moved(&drag.shares, drag.edge, by, least)));
                }
            }
        }
    };
    let let_go = {
        let (drag, dragged, on_resize) = (drag.clone(), dragged.clone(), props.on_resize.clone());
        move |_: PointerEvent| {
            let was_dragging = drag.borrow_mut().take().is_some();
            if was_dragging {
                if let Some(shares) = dragged.as_ref() {
                    on_resize.emit(shares.clone());
                }
                dragged.set(None);
            }
        }
    };
    let onkeydown = |edge: usize| {
        let (shares, least, on_resize) = (shares.clone(), props.least, props.on_resize.clone());
        move |event: KeyboardEvent| {
            let step = if event.shift_key() { 5.0 * STEP } else { STEP };
            let by = match (event.key().as_str(), stacked) {
                ("ArrowLeft", false) | ("ArrowUp", true) => -step,
                ("ArrowRight", false) | ("ArrowDown", true) => step,
                ("Home", _) => -1.0,
                ("End", _) => 1.0,
                _ => return,
            };
            event.prevent_default();
            on_resize.emit(moved(&shares, edge, by, least));
        }
    };
    let pane_id = |place: usize| format!("{}-pane-{place}", props.name);
    let parts = props.children.iter().enumerate().map(|(place, pane)| {
        let edge = place.checked_sub(1).map(|edge| {
            let Reach { now, least, most } = reach(&shares, edge, props.least);
            html! {
                <div
                    class="split-edge"
                    role="separator"
                    tabindex="0"
                    aria-orientation={if stacked { "horizontal" } else { "vertical" }}
                    aria-label={props.labels.get(edge).cloned()}
                    aria-controls={pane_id(edge)}
                    aria-valuenow={now.to_string()}
                    aria-valuemin={least.to_string()}
                    aria-valuemax={most.to_string()}
                    onpointerdown={onpointerdown(edge)}
                    onpointermove={onpointermove.clone()}
                    onpointerup={let_go.clone()}
                    onpointercancel={let_go.clone()}
                    onkeydown={onkeydown(edge)}
                />
            }
        });
        html! {
            <>
                { edge.unwrap_or_default() }
                <div class="split-pane" id={pane_id(place)}>{ pane }</div>
            </>
        }
    });
    let class = classes!(
        "split",
        stacked.then_some("split-stacked"),
        dragged.is_some().then_some("split-dragging"),
        props.class.clone()
    );
    html! {
        <div ref={root} {class}>{ for parts }</div>
    }
}

/// Shares that add up to 1: the ones given, or equal ones when those do not fit.
fn evened(shares: &[f64], count: usize) -> Vec<f64> {
    let sum = shares.iter().sum::<f64>();
    let fit = shares.len() == count && sum.is_finite() && shares.iter().all(|share| *share > 0.0);
    if fit {
        shares.iter().map(|share| share / sum).collect()
    } else {
        vec![1.0 / count.max(1) as f64; count]
    }
}

/// The shares after moving an edge, as far as both its panes keep the least share. Only those two change.
fn moved(shares: &[f64], edge: usize, by: f64, least: f64) -> Vec<f64> {
    let mut shares = shares.to_vec();
    if let Some([before, after]) = shares.get_mut(edge..edge.saturating_add(2)) {
        let both = *before + *after;
        // Two panes that are too small for both leasts meet in the middle.
        let least = least.min(both / 2.0);
        *before = (*before + by).clamp(least, both - least);
        *after = both - *before;
    }
    shares
}

/// Where an edge is between the two panes it parts, in whole percents of both.
#[derive(Debug, PartialEq, Eq)]
struct Reach {
    now: u32,
    least: u32,
    most: u32,
}

fn reach(shares: &[f64], edge: usize, least: f64) -> Reach {
    let Some([before, after]) = shares.get(edge..edge.saturating_add(2)) else {
        return Reach { now: 50, least: 0, most: 100 };
    };
    let percent = |share: f64| (100.0 * share / (before + after)).round() as u32;
    let least = percent(least).min(50);
    Reach { now: percent(*before), least, most: 100 - least }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::rendered;

    fn close(found: &[f64], wanted: &[f64]) {
        let near = found.len() == wanted.len() && found.iter().zip(wanted).all(|(a, b)| (a - b).abs() < 1e-9);
        assert!(near, "{found:?} is not {wanted:?}");
    }

    #[test]
    fn shares_that_do_not_fit_become_equal() {
        close(&evened(&[], 2), &[0.5, 0.5]);
        close(&evened(&[1.0, 3.0], 2), &[0.25, 0.75]);
        close(&evened(&[1.0, -3.0], 2), &[0.5, 0.5]);
        close(&evened(&[1.0, f64::NAN], 2), &[0.5, 0.5]);
        close(&evened(&[1.0], 0), &[]);
    }

    #[test]
    fn moving_an_edge_changes_its_two_panes_alone() {
        close(&moved(&[0.3, 0.3, 0.4], 0, 0.1, 0.1), &[0.4, 0.2, 0.4]);
        close(&moved(&[0.3, 0.3, 0.4], 1, -1.0, 0.1), &[0.3, 0.1, 0.6]);
        close(&moved(&[0.3, 0.3, 0.4], 0, 1.0, 0.1), &[0.5, 0.1, 0.4]);
        close(&moved(&[0.3, 0.7], 1, 0.1, 0.1), &[0.3, 0.7]);
    }

    #[test]
    fn panes_too_small_for_the_least_share_do_not_panic() {
        close(&moved(&[0.05, 0.05, 0.9], 0, 0.5, 0.2), &[0.05, 0.05, 0.9]);
    }

    #[test]
    fn an_edge_says_where_it_stands() {
        assert_eq!(reach(&[0.25, 0.25, 0.5], 0, 0.1), Reach { now: 50, least: 20, most: 80 });
        let html = rendered::<Split>(|| {
            yew::props!(SplitProps {
                name: "top",
                labels: vec!["event and pattern".into()],
                shares: vec![1.0, 3.0],
                children: Children::new(vec![Html::from("a"), Html::from("b")]),
            })
        });
        for part in [
            "aria-valuenow=\"25\"",
            "aria-label=\"event and pattern\"",
            "aria-controls=\"top-pane-0\"",
            "aria-orientation=\"vertical\"",
            "id=\"top-pane-1\"",
        ] {
            assert!(html.contains(part), "{part} in {html}");
        }
    }
}
