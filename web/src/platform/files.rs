//! The page's own data files, which lie beside it.

use crate::state::fetched::{NotFetched, NotLoaded};
use crate::state::shared::Shared;
use rulepad_subscriber_workbench::SUBSCRIBERS_FILE;
use rulepad_workbench::Lang;
use rulepad_workbench::catalogue::{self, Catalogue};
use rulepad_workbench::reference::{Contents, TOPICS, TRANSLATIONS};
use rulepad_workbench::{Example, GALLERY_FILE, read_gallery as read_examples};
use std::collections::HashMap;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Response;
use yew::Callback;

thread_local! {
    static NAMES: HashMap<String, String> = names().unwrap_or_default();
}

/// What a file beside the page is called in this build: with a hash of its content. The build writes the names into the
/// page.
#[must_use]
pub fn name_of(name: &str) -> String {
    NAMES.with(|names| names.get(name).cloned()).unwrap_or_else(|| name.to_owned())
}

/// Whether this build of the page has a file.
#[must_use]
pub fn is_listed(name: &str) -> bool {
    NAMES.with(|names| names.contains_key(name))
}

/// The address of the site of the reference in a language; `None` where the page was built without it.
#[must_use]
pub fn reference_site(lang: Lang) -> Option<String> {
    let folder = if lang == Lang::En { String::new() } else { format!("{}/", lang.tag()) };
    NAMES.with(|names| names.get(&format!("docs/{folder}index.html")).cloned())
}

fn names() -> Option<HashMap<String, String>> {
    let text = web_sys::window()?.document()?.get_element_by_id("files")?.text_content()?;
    serde_json::from_str(&text).ok()
}

/// Reads the files of the reference, then reports it, or what went wrong.
pub fn read_reference(done: Callback<Result<Shared<Contents>, NotFetched>>) {
    let topics = TOPICS.iter().map(|topic| topic.path());
    // A program without Korean has no use for them, and knows no name of their language.
    let of_others = TRANSLATIONS.iter().filter(|translation| translation.lang != Lang::En);
    let translations = of_others.map(|translation| translation.path());
    let names = topics.chain(translations).map(|path| format!("reference/{path}")).collect();
    read(names, move |texts| {
        let contents = texts.map(|texts| {
            let (topics, translations) = texts.split_at(texts.len().min(TOPICS.len()));
            Shared::new(Contents::read(topics, translations))
        });
        done.emit(contents);
    });
}

/// Reads the catalogue of events, then reports it, or what went wrong; `sound` takes its files first when they are.
pub fn read_catalogue(sound: Callback<[String; 3]>, done: Callback<Result<Shared<Catalogue>, NotFetched>>) {
    let names = catalogue::FILES.map(|name| format!("catalogue/{name}"));
    read(names.to_vec(), move |texts| {
        let found = texts.and_then(|texts| {
            let files = <[String; 3]>::try_from(texts).map_err(|_| NotFetched::Missing)?;
            let [events, records, types] = &files;
            let read = Catalogue::read(events, records, types).map_err(NotFetched::Damaged)?;
            sound.emit(files);
            Ok(Shared::new(read))
        });
        done.emit(found);
    });
}

/// Reads the gallery of examples, then reports it, or what went wrong.
pub fn read_gallery(done: Callback<Result<Shared<Vec<Example>>, NotFetched>>) {
    read(vec![GALLERY_FILE.to_owned()], move |texts| {
        done.emit(
            texts
                .and_then(|texts| read_examples(&texts.concat()).map_err(NotFetched::Damaged))
                .map(Shared::new),
        );
    });
}

/// Reads the sample subscribers, then reports their file, or what went wrong.
pub fn read_subscribers(done: Callback<Result<String, NotFetched>>) {
    read(vec![SUBSCRIBERS_FILE.to_owned()], move |texts| done.emit(texts.map(|texts| texts.concat())));
}

/// Reads every file, then reports their texts in order, or why one of them cannot be read.
fn read(names: Vec<String>, done: impl FnOnce(Result<Vec<String>, NotFetched>) + 'static) {
    // All are asked for at once; awaiting them in order loses nothing.
    let asked: Vec<_> = names.into_iter().map(|name| (request(&name), name)).collect();
    spawn_local(async move {
        let mut texts = Vec::new();
        for (asked, name) in asked {
            match text(asked).await {
                Ok(text) => texts.push(text),
                Err(reason) => return done(Err(NotFetched::File(name, reason))),
            }
        }
        done(Ok(texts));
    });
}

/// The address is relative, so that it works wherever the page is put.
fn request(name: &str) -> Option<JsFuture> {
    Some(JsFuture::from(web_sys::window()?.fetch_with_str(&format!("./{}", name_of(name)))))
}

async fn text(asked: Option<JsFuture>) -> Result<String, NotLoaded> {
    let unread = || NotLoaded::NoAnswer;
    let response = asked.ok_or_else(unread)?.await.map_err(|_| unread())?;
    let response = response.dyn_into::<Response>().map_err(|_| unread())?;
    if !response.ok() {
        return Err(NotLoaded::Status(response.status()));
    }
    let text = JsFuture::from(response.text().map_err(|_| unread())?).await;
    text.ok().and_then(|text| text.as_string()).ok_or(NotLoaded::InPart)
}
