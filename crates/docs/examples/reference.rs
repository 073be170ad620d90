//! Writes the reference as a site: `reference SUITE OUT`, the folder of readable cases and the folder to write.

use rulepad_docs::site;
use std::error::Error;
use std::fs;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args_os().skip(1);
    let (Some(suite), Some(out)) = (arguments.next(), arguments.next()) else {
        return Err("name the folder of readable cases and the folder to write".into());
    };
    let mut files = Vec::new();
    for folder in fs::read_dir(&suite)? {
        let folder = folder?;
        if !folder.file_type()?.is_dir() {
            continue;
        }
        for file in fs::read_dir(folder.path())? {
            let path = file?.path();
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let name = format!("{}/{name}", folder.file_name().to_string_lossy());
            files.push((name, fs::read_to_string(path)?));
        }
    }
    let out = Path::new(&out);
    fs::create_dir_all(out)?;
    for (name, text) in site(&files) {
        fs::write(out.join(name), text)?;
    }
    Ok(())
}
