//! Functions that read other files, where those were given.

use super::{Call, CallStop, Given};
use crate::configuration::Source;
use crate::evaluate::Env;
use crate::syntax;
use crate::value::{Data, Val, Why};

impl<'t> Call<'_, 't> {
    pub fn files(&self, env: &Env<'t>, name: &str) -> Given {
        let path = self.text(0)?;
        let Some(file) = self.evaluator.files.get(&path) else {
            return Err(CallStop::File(path.trim_start_matches("./").to_owned()));
        };
        self.spend(file.text.len())?;
        match name {
            "fileexists" => Ok(Data::Bool(true)),
            "file" => Ok(Data::Text(file.text.as_str().into())),
            _ => {
                let parts = syntax::parse_template(&file.text).map_err(|_| CallStop::Fails)?;
                let source = {
                    let mut sources = self.evaluator.sources.borrow_mut();
                    sources.push(Source { text: file.text.as_str().into(), parent: Some(self.place) });
                    sources.len() - 1
                };
                let mut inner = Env { module: env.module.clone(), source, bound: None };
                let variables = self.arguments.get(1).map(|own| (own, own.members()));
                match variables {
                    Some((_, Some(members))) => {
                        for (name, value) in members.iter() {
                            inner = inner.with(name, value.clone());
                        }
                    }
                    Some((own, None)) if own.as_unknown().is_some_and(|own| own.why != Why::Fails) => {
                        return Err(CallStop::Unknown);
                    }
                    Some(_) => return Err(CallStop::Fails),
                    None => {}
                }
                let value: Val = self.evaluator.with_env(&inner, &parts, self.place);
                Ok(value.data)
            }
        }
    }
}
