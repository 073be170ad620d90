//! Writes the reference as a site: `reference SUITE OUT`, the folder of readable cases and the folder to write; with a
//! language behind them, such as `ko`, its own words are in that.

use rulepad_docs::site;
use rulepad_workbench::Lang;
use rulepad_workbench::reference::{Contents, TOPICS, Topic};
use std::error::Error;
use std::fs;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args_os().skip(1);
    let (Some(suite), Some(out)) = (arguments.next(), arguments.next()) else {
        return Err("name the folder of readable cases and the folder to write".into());
    };
    let lang = match arguments.next() {
        Some(tag) => Lang::of_tag(&tag.to_string_lossy()).ok_or("the language is `en` or `ko`")?,
        None => Lang::default(),
    };
    let suite = Path::new(&suite);
    let read = |topic: Topic| fs::read_to_string(suite.join(topic.path()));
    let texts = TOPICS.into_iter().map(read).collect::<Result<Vec<_>, _>>()?;
    let out = Path::new(&out);
    fs::create_dir_all(out)?;
    for (name, text) in site(&Contents::read(&texts), lang) {
        fs::write(out.join(name), text)?;
    }
    Ok(())
}
