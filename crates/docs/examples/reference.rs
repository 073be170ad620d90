//! Writes the reference as a site in every language: `reference SUITE OUT`, the folder of readable cases and the folder to
//! write.

use rulepad_docs::site;
use rulepad_workbench::reference::{Contents, TOPICS, TRANSLATIONS};
use std::error::Error;
use std::fs;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args_os().skip(1);
    let (Some(suite), Some(out)) = (arguments.next(), arguments.next()) else {
        return Err("name the folder of readable cases and the folder to write".into());
    };
    let suite = Path::new(&suite);
    let read = |path: String| fs::read_to_string(suite.join(path));
    let texts = TOPICS.into_iter().map(|topic| read(topic.path())).collect::<Result<Vec<_>, _>>()?;
    let translations = TRANSLATIONS
        .into_iter()
        .map(|translation| read(translation.path()))
        .collect::<Result<Vec<_>, _>>()?;
    let out = Path::new(&out);
    for (name, text) in site(&Contents::read(&texts, &translations)) {
        let file = out.join(name);
        file.parent().map(fs::create_dir_all).transpose()?;
        fs::write(file, text)?;
    }
    Ok(())
}
