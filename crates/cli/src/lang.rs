//! `--lang`, an option of every command.

use crate::message::Message;
use crate::stop::Stop;
use rulepad_workbench::Lang;
use std::ffi::{OsStr, OsString};

/// The arguments without `--lang`, wherever it is, and the language that it names; English without it.
///
/// It is read before everything else, so that an error in any other argument is already in the language.
pub fn take(arguments: impl IntoIterator<Item = OsString>) -> Result<(Lang, Vec<OsString>), Stop> {
    let mut lang = None;
    let mut rest = Vec::new();
    let mut arguments = arguments.into_iter();
    while let Some(argument) = arguments.next() {
        let name = match argument.to_str().and_then(|text| text.strip_prefix("--lang")) {
            Some("") => arguments
                .next()
                .ok_or_else(|| lexopt::Error::MissingValue { option: Some("--lang".to_owned()) })?,
            Some(value) if value.starts_with('=') => OsString::from(value.replacen('=', "", 1)),
            // What is behind it are no options.
            _ if argument == "--" => {
                rest.push(argument);
                rest.extend(arguments);
                break;
            }
            _ => {
                rest.push(argument);
                continue;
            }
        };
        if lang.replace(named(&name)?).is_some() {
            return Err(Stop::new(Message::Twice("lang".to_owned())));
        }
    }
    Ok((lang.unwrap_or_default(), rest))
}

fn named(tag: &OsStr) -> Result<Lang, Stop> {
    let tag = tag.to_string_lossy();
    Lang::of_tag(&tag).ok_or_else(|| Stop::new(Message::UnknownLang(tag.into_owned())))
}

#[cfg(test)]
mod tests {
    use super::take;
    use rulepad_workbench::{Lang, Words};
    use std::ffi::OsString;

    fn taken(arguments: &str) -> Result<(Lang, String), String> {
        let (lang, rest) =
            take(arguments.split(' ').map(OsString::from)).map_err(|stop| stop.words(Lang::En))?;
        let rest: Vec<_> = rest.iter().map(|own| own.to_string_lossy()).collect();
        Ok((lang, rest.join(" ")))
    }

    #[test]
    fn it_may_stand_anywhere_and_the_rest_stays() {
        let rest = "test --event e.json -".to_owned();
        for arguments in [
            "--lang ko test --event e.json -",
            "test --lang=ko --event e.json -",
            "test --event e.json - --lang ko-KR",
        ] {
            assert_eq!(taken(arguments), Ok((Lang::KO, rest.clone())), "{arguments}");
        }
        assert_eq!(taken(&rest), Ok((Lang::En, rest.clone())));
        assert_eq!(taken("--lang en x"), Ok((Lang::En, "x".to_owned())));
        assert_eq!(taken("--language ko"), Ok((Lang::En, "--language ko".to_owned())));
        assert_eq!(taken("events -- --lang ko"), Ok((Lang::En, "events -- --lang ko".to_owned())));
    }

    #[test]
    fn what_is_wrong_with_it_is_said() {
        assert_eq!(taken("--lang fr"), Err("`--lang fr` is not known: write `en` or `ko`".to_owned()));
        assert_eq!(taken("--lang==ko"), Err("`--lang =ko` is not known: write `en` or `ko`".to_owned()));
        assert_eq!(taken("--lang="), Err("`--lang ` is not known: write `en` or `ko`".to_owned()));
        assert_eq!(taken("--lang ko --lang=ko"), Err("`--lang` is given twice: keep one".to_owned()));
        let missing = "missing argument for option `--lang`: see `rulepad help`".to_owned();
        assert_eq!(taken("test --lang"), Err(missing));
    }
}
