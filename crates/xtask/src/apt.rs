//! Debian's packages, where this machine has apt and this user may install.

use std::process::{Command, Stdio};

use crate::process::{self, say};

/// Whether the lists on this machine have a package.
pub fn offers(package: &str) -> bool {
    process::output(Command::new("apt-cache").args(["show", package])).is_some()
}

/// Installs packages and returns whether that worked.
pub fn install(packages: &[&str]) -> bool {
    if process::find("apt-get").is_none() {
        return false;
    }
    let is_root = process::output(Command::new("id").arg("-u")).as_deref() == Some("0");
    let may_sudo = || process::output(Command::new("sudo").args(["-n", "true"])).is_some();
    let prefix: &[&str] = match () {
        () if is_root => &[],
        () if may_sudo() => &["sudo", "-n"],
        () => return false,
    };
    say(format_args!("installing Debian's {} (usually under a minute)", packages.join(", ")));
    let apt = |arguments: &[&str]| {
        let words: Vec<&str> = prefix.iter().chain(&["apt-get"]).chain(arguments).copied().collect();
        let Some((program, arguments)) = words.split_first() else { return false };
        let mut command = Command::new(program);
        command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive").stdin(Stdio::null());
        process::run(command.stdout(Stdio::null())).is_ok()
    };
    // A failed update may still leave lists that are good enough.
    apt(&["update"]);
    apt(&[&["install", "-y", "--no-install-recommends"], packages].concat())
}
