//! Prints the first screen, for wide and for narrow screens, as the HTML that the built page starts with.

use futures::executor::block_on;
use rulepad_web::view::first_screen::{FirstScreen, FirstScreenProps};
use yew::ServerRenderer;

fn main() {
    for (class, is_narrow) in [("first-wide", false), ("first-narrow", true)] {
        let renderer = ServerRenderer::<FirstScreen>::with_props(move || FirstScreenProps { is_narrow });
        println!("<div class=\"{class}\">{}</div>", block_on(renderer.hydratable(false).render()));
    }
}
