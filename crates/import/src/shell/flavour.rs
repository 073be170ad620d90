//! Which shell a script is for.

/// The shells whose quoting differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flavour {
    /// sh, bash, zsh.
    Posix,
    /// PowerShell.
    PowerShell,
    /// The command prompt of Windows.
    Cmd,
}

impl Flavour {
    /// The shell that a text is written for.
    pub fn of(text: &str) -> Self {
        let power = |line: &str| {
            let start = line.trim_start();
            let assigns = start.strip_prefix('$').is_some_and(|rest| {
                let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "_:".contains(c)));
                end.filter(|end| *end > 0)
                    .and_then(|end| rest.get(end..))
                    .is_some_and(|rest| rest.trim_start().starts_with('='))
            });
            assigns
                || line.trim_end().ends_with(" `")
                || line.trim_end().ends_with("@'")
                || start.contains("$env:")
        };
        let cmd = |line: &str| {
            let lower = line.trim().to_ascii_lowercase();
            lower.ends_with(" ^")
                || lower.starts_with("@echo")
                || lower.starts_with("rem ")
                || (lower.starts_with("set ") && lower.contains('='))
        };
        if text.starts_with("#!") {
            Self::Posix
        } else if text.lines().any(power) {
            Self::PowerShell
        } else if text.lines().any(cmd) {
            Self::Cmd
        } else {
            Self::Posix
        }
    }

    /// The character in front of a line end that continues the command.
    pub fn continuation(self) -> char {
        match self {
            Self::Posix => '\\',
            Self::PowerShell => '`',
            Self::Cmd => '^',
        }
    }
}
