//! The project's own commands, `cargo xtask <command>`: standard library only, so that they build in a second.

mod apt;
mod bench;
mod browsers;
mod chromium;
mod dependencies;
mod dist;
mod docs;
mod english;
mod finish;
mod fuzz;
mod growth;
mod node;
mod npm;
mod offline;
mod page;
mod paths;
mod policy;
mod process;
mod python;
mod recipes;
mod serve;
mod setup;
mod size;
mod suites;
mod tally;
mod test;
mod tools;
mod wheel;

use std::process::ExitCode;

use process::Stop;

const HELP: &str = "\
usage: cargo xtask <command>

  serve [trunk options]      set up what is missing, serve the page on http://127.0.0.1:8080, rebuild on change
  test [suites] [-- options] run every test, or the suites named:
                             lint, native, wasm, node, ci, editor, export, browser;
                             options after `--` go to the runner of a suite named alone
  test --all                 run these and more: `growth`; `law` tries rule sets on 100,000 pairs; `dependencies` checks licences, sources and
                             duplicates of all crates; `browsers` does the main job in Firefox and WebKit; `looks` opens the page at
                             every width and in both schemes; `size` checks what a visitor downloads;
                             `npm` uses the npm package as it is published; `recipes` builds and opens sites of MkDocs,
                             Sphinx, mdBook and Docusaurus;
                             `programs` runs exported programs with CDK, Pulumi and osls (half a gigabyte
                             once, some minutes); `python` installs the wheel into an empty environment, and runs it
                             in a local Ray and Spark (a gigabyte once)
  fuzz [seconds]             fuzz event, pattern, explanation, import and rule sets, 60 seconds each unless told
  growth [words]             print how memory and work grow with the input, for the cases whose names contain a
                             word, or for all; fail where one grows faster than its input
  bench [words]              print how fast many rules match beside other programs, and how time grows;
                             `--families`, `--growth` or names of families print a part
  bench --compare REF        the same of this tree and a commit in turn, differences within the noise marked
  bench --wasm               WebAssembly in Node beside native code
  bench --write              write BENCHMARKS.md
  size                       build the page for release and print what a visitor downloads, part by part
  npm                        build the npm package into target/npm/rulepad
  python                     build the wheel of the Python package into target/python
  docs                       write the reference as a site of live examples into dist/docs
  dist                       build everything that is published into target/dist: page with reference, npm package,
                             command line, checksums
  licences                   write the notices of everything that is part of the page, and of the Python wheel:
                             web/licences.txt and crates/python/licences.txt
  setup [--all]              set up everything that serve and test need, then stop; with `--all` also
                             what `test --all` needs

Tools are kept in $RULEPAD_CACHE, or else in `rulepad` under $XDG_CACHE_HOME or ~/.cache.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (command, rest) = match arguments.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", [].as_slice()),
    };
    let outcome = match command {
        "serve" => serve::run(rest),
        "test" => test::run(rest),
        "fuzz" => fuzz::run(rest),
        "growth" => growth::run(rest),
        "bench" => bench::run(rest),
        "size" => size::run(),
        "npm" => npm::run(),
        "python" => wheel::run(),
        "docs" => docs::run(),
        "dist" => dist::run(),
        "licences" => dependencies::write_licences().map(|()| ExitCode::SUCCESS),
        "setup" => setup::run(rest),
        "finish" => finish::run(),
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(ExitCode::SUCCESS)
        }
        other => Err(Stop::new(format!("there is no command `{other}`: see `cargo xtask help`"))),
    };
    outcome.unwrap_or_else(|stop| {
        eprintln!("xtask: {stop}");
        ExitCode::FAILURE
    })
}
