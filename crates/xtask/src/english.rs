//! The programs that a visitor who reads English loads: those of a first visit, without Korean.

use std::fs;

use crate::finish::{Files, PAGE, text_of};
use crate::process::{self, Stop};
use crate::{paths, tools};

/// The page's program.
pub const APP: &str = "app_en.js";
/// Where the page names the program with every language; the attributes of the other one follow.
const PROGRAM: &str = " data-js=";
const NAMED: &str = " data-en-js=\"./app_en.js\" data-en-wasm=\"./app_en_bg.wasm\" data-js=";

/// A program: its binary, its name in the page, the kind of its script, and how wasm-opt treats it, as in index.html.
const PROGRAMS: [(&str, &str, &str, &str); 2] =
    [("app", "app_en", "web", "-Oz"), ("worker", "worker_en", "no-modules", "-O3")];

/// Builds the two and adds them to the files of a page; the page names them.
pub fn add(files: &mut Files) -> Result<(), Stop> {
    let package = ["--package", "rulepad-web", "--no-default-features", "--bin", "app", "--bin", "worker"];
    let kind = ["--release", "--target", "wasm32-unknown-unknown"];
    process::run(process::cargo().args(["build", "--quiet", "--locked"]).args(package).args(kind))?;
    let out = paths::target().join("english");
    let _ = fs::remove_dir_all(&out);
    let wasm_bindgen = tools::wasm_bindgen()?.join("wasm-bindgen");
    let wasm_opt = tools::wasm_opt()?.join("wasm-opt");
    for (binary, name, target, level) in PROGRAMS {
        let built = paths::target().join(format!("wasm32-unknown-unknown/release/{binary}.wasm"));
        process::run(
            process::command(&wasm_bindgen, "")
                .args(["--target", target, "--no-typescript", "--out-name", name, "--out-dir"])
                .arg(&out)
                .arg(&built),
        )?;
        let (bound, small) = (out.join(format!("{name}_bg.wasm")), out.join(format!("{name}_small.wasm")));
        process::run(process::command(&wasm_opt, "").arg(level).arg(&bound).arg("-o").arg(&small))?;
        let read = |path: &std::path::Path| {
            fs::read(path).map_err(|error| Stop::new(format!("`{}` cannot be read: {error}", path.display())))
        };
        files.insert(format!("{name}_bg.wasm"), read(&small)?);
        files.insert(format!("{name}.js"), read(&out.join(format!("{name}.js")))?);
    }
    let page = files.remove(PAGE).ok_or_else(|| Stop::new("the page has no index.html"))?;
    files.insert(PAGE.to_owned(), naming(&text_of(PAGE, page)?)?.into_bytes());
    Ok(())
}

fn naming(page: &str) -> Result<String, Stop> {
    match page.matches(PROGRAM).count() {
        1 => Ok(page.replace(PROGRAM, NAMED)),
        count => Err(Stop::new(format!("index.html names its program {count} times, not once"))),
    }
}

#[cfg(test)]
mod tests {
    use super::naming;

    #[test]
    fn the_page_names_both_programs() {
        let page = naming("<script src=\"./boot.js\" data-js=\"./a.js\" data-wasm=\"./a.wasm\">").unwrap();
        assert!(
            page.contains(" data-en-js=\"./app_en.js\" data-en-wasm=\"./app_en_bg.wasm\" data-js="),
            "{page}"
        );
        assert!(naming("<script>").is_err());
    }
}
