//! Prints the first screen, for wide and for narrow screens in each language, as the HTML that the built page starts
//! with; its style sheet shows one of them.

use futures::executor::block_on;
use rulepad_web::view::first_screen::{FirstScreen, FirstScreenProps};
use rulepad_workbench::Lang;
use yew::ServerRenderer;

fn main() {
    for lang in Lang::ALL {
        for (class, is_narrow) in [("first-wide", false), ("first-narrow", true)] {
            let renderer =
                ServerRenderer::<FirstScreen>::with_props(move || FirstScreenProps { is_narrow, lang });
            let html = block_on(renderer.hydratable(false).render());
            println!("<div class=\"{class}\" lang=\"{}\">{html}</div>", lang.tag());
        }
    }
}
