//! Values of Python as JSON texts, every number digit by digit.

use super::arguments::wrong;
use crate::message::Message;
use pyo3::exceptions::PyUnicodeEncodeError;
use pyo3::prelude::{Bound, PyAny, PyAnyMethods, PyBytesMethods, PyResult, PyStringMethods, PyTypeMethods};
use pyo3::types::{
    PyBool, PyBoolMethods, PyByteArray, PyBytes, PyFloat, PyInt, PyIterator, PyList, PyMapping,
    PyMappingMethods, PyMemoryView, PyString, PyTuple,
};
use rulepad_document::Lang;
use std::borrow::Cow;

/// How many arrays and objects may be open: one more than any text that AWS reads, so that its answer is seen.
const DEEPEST: usize = 1001;

/// The JSON text of an argument: a text as it is, a dict written as JSON.
///
/// # Errors
/// It is something else, or holds something that JSON has no value for; the error has its path.
pub fn read<'v>(argument: &str, value: &'v Bound<'_, PyAny>, lang: Lang) -> PyResult<Cow<'v, str>> {
    if let Ok(text) = value.cast::<PyString>() {
        let lone = |_| wrong(&Message::LoneSurrogate { argument: argument.to_owned() }, lang);
        return text.to_str().map(Cow::Borrowed).map_err(lone);
    }
    if let Ok(bytes) = value.cast::<PyBytes>() {
        return utf8(argument, bytes.as_bytes(), lang).map(Cow::Borrowed);
    }
    if value.is_instance_of::<PyByteArray>() || value.is_instance_of::<PyMemoryView>() {
        let bytes = copied(value)?;
        return utf8(argument, bytes.as_bytes(), lang).map(|text| Cow::Owned(text.to_owned()));
    }
    if value.cast::<PyMapping>().is_ok() {
        return Writer { lang, ..Writer::default() }.write(argument, value).map(Cow::Owned);
    }
    Err(wrong(&Message::NotAText { argument: argument.to_owned(), found: type_name(value) }, lang))
}

/// The bytes of anything with a buffer, copied.
///
/// # Errors
/// It has no buffer.
pub fn copied<'py>(value: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    let view = PyMemoryView::from(value)?;
    Ok(value.py().get_type::<PyBytes>().call1((view,))?.cast_into::<PyBytes>()?)
}

/// The name of a value's type.
pub fn type_name(value: &Bound<'_, PyAny>) -> String {
    value.get_type().name().map(|name| name.to_string()).unwrap_or_default()
}

fn utf8<'b>(argument: &str, bytes: &'b [u8], lang: Lang) -> PyResult<&'b str> {
    std::str::from_utf8(bytes).map_err(|error| {
        wrong(&Message::NotUtf8 { argument: argument.to_owned(), at: error.valid_up_to() }, lang)
    })
}

/// What is open while a value is written. Nesting is on the heap.
enum Open<'py> {
    List { items: Bound<'py, PyIterator>, next: usize },
    Map { items: Bound<'py, PyIterator>, key: Option<String> },
}

/// What comes next in what was opened last.
enum Next<'py> {
    /// An item, or a value with its key; and whether another one is before it.
    Value { key: Option<Bound<'py, PyString>>, value: Bound<'py, PyAny>, is_first: bool },
    /// A key that is not a string.
    WrongKey(Bound<'py, PyAny>),
    /// Nothing: this closes it.
    End(char),
}

impl<'py> Open<'py> {
    fn next(&mut self) -> PyResult<Next<'py>> {
        match self {
            Self::List { items, next } => {
                let Some(value) = items.next().transpose()? else { return Ok(Next::End(']')) };
                *next += 1;
                Ok(Next::Value { key: None, value, is_first: *next == 1 })
            }
            Self::Map { items, key } => {
                let Some(item) = items.next().transpose()? else { return Ok(Next::End('}')) };
                let (name, value) = item.extract::<(Bound<'py, PyAny>, Bound<'py, PyAny>)>()?;
                let Ok(name) = name.cast::<PyString>() else { return Ok(Next::WrongKey(name)) };
                let is_first = key.replace(name.to_string_lossy().into_owned()).is_none();
                Ok(Next::Value { key: Some(name.clone()), value, is_first })
            }
        }
    }
}

#[derive(Default)]
struct Writer<'py> {
    out: String,
    open: Vec<Open<'py>>,
    /// The language of an error.
    lang: Lang,
}

impl<'py> Writer<'py> {
    fn write(mut self, argument: &str, value: &Bound<'py, PyAny>) -> PyResult<String> {
        self.value(argument, value)?;
        while let Some(last) = self.open.last_mut() {
            match last.next()? {
                Next::Value { key, value, is_first } => {
                    if !is_first {
                        self.out.push_str(", ");
                    }
                    if let Some(key) = key {
                        self.string(&key)?;
                        self.out.push_str(": ");
                    }
                    self.value(argument, &value)?;
                }
                Next::WrongKey(key) => return Err(self.wrong_key(argument, &key)),
                Next::End(bracket) => {
                    self.open.pop();
                    self.out.push(bracket);
                }
            }
        }
        Ok(self.out)
    }

    fn value(&mut self, argument: &str, value: &Bound<'py, PyAny>) -> PyResult<()> {
        let py = value.py();
        if value.is_none() {
            self.out.push_str("null");
        } else if let Ok(flag) = value.cast::<PyBool>() {
            self.out.push_str(if flag.is_true() { "true" } else { "false" });
        } else if let Ok(text) = value.cast::<PyString>() {
            self.string(text)?;
        } else if value.is_instance_of::<PyInt>() {
            // An enum is an int that is printed by its name.
            let plain = py.get_type::<PyInt>().call1((value,))?;
            self.out.push_str(plain.str()?.to_str()?);
        } else if let Ok(float) = value.cast::<PyFloat>() {
            self.float(argument, float)?;
        } else if value.is_instance_of::<PyList>() || value.is_instance_of::<PyTuple>() {
            self.opened(argument, '[', Open::List { items: value.try_iter()?, next: 0 })?;
        } else if let Ok(map) = value.cast::<PyMapping>() {
            // A list that nobody else has, so nothing changes it while it is written.
            let items = map.items()?.try_iter()?;
            self.opened(argument, '{', Open::Map { items, key: None })?;
        } else if is_decimal(value)? {
            if !value.call_method0("is_finite")?.is_truthy()? {
                return Err(self.not_finite(argument, &value.str()?.to_string()));
            }
            self.out.push_str(value.str()?.to_str()?);
        } else {
            let message = Message::NotJson { path: self.path(argument), found: type_name(value) };
            return Err(wrong(&message, self.lang));
        }
        Ok(())
    }

    fn opened(&mut self, argument: &str, bracket: char, open: Open<'py>) -> PyResult<()> {
        if self.open.len() == DEEPEST {
            return Err(wrong(&Message::TooDeep { argument: argument.to_owned() }, self.lang));
        }
        self.out.push(bracket);
        self.open.push(open);
        Ok(())
    }

    /// As Python writes it: the shortest text that reads as the same float.
    fn float(&mut self, argument: &str, value: &Bound<'py, PyFloat>) -> PyResult<()> {
        let number = value.extract::<f64>()?;
        let shown = PyFloat::new(value.py(), number).repr()?;
        if !number.is_finite() {
            return Err(self.not_finite(argument, shown.to_str()?));
        }
        self.out.push_str(shown.to_str()?);
        Ok(())
    }

    fn string(&mut self, text: &Bound<'py, PyString>) -> PyResult<()> {
        match text.to_str() {
            Ok(text) => self.out.push_str(&serde_json::Value::from(text).to_string()),
            // Half of a surrogate pair is written as the escape that JSON has for it.
            Err(error) if error.is_instance_of::<PyUnicodeEncodeError>(text.py()) => {
                let dumps = text.py().import("json")?.getattr("dumps")?;
                self.out.push_str(dumps.call1((text,))?.extract::<Bound<'py, PyString>>()?.to_str()?);
            }
            Err(error) => return Err(error),
        }
        Ok(())
    }

    fn not_finite(&self, argument: &str, value: &str) -> pyo3::PyErr {
        wrong(&Message::NotFinite { path: self.path(argument), value: value.to_owned() }, self.lang)
    }

    /// The path of the value that is written next, as `event.detail.items[2]`.
    fn path(&self, argument: &str) -> String {
        path(argument, &self.open)
    }

    /// The error for the last opened dict, one of whose keys is not a string.
    fn wrong_key(&self, argument: &str, key: &Bound<'_, PyAny>) -> pyo3::PyErr {
        let outer = self.open.split_last().map_or(&[][..], |(_, outer)| outer);
        let key = key.repr().map(|key| key.to_string()).unwrap_or_default();
        wrong(&Message::KeyNotText { path: path(argument, outer), key }, self.lang)
    }
}

fn path(argument: &str, open: &[Open<'_>]) -> String {
    let step = |own: &Open<'_>| match own {
        Open::List { next, .. } => format!("[{}]", next.saturating_sub(1)),
        Open::Map { key: Some(key), .. } => format!(".{key}"),
        Open::Map { key: None, .. } => String::new(),
    };
    std::iter::once(argument.to_owned()).chain(open.iter().map(step)).collect()
}

fn is_decimal(value: &Bound<'_, PyAny>) -> PyResult<bool> {
    value.is_instance(&value.py().import("decimal")?.getattr("Decimal")?)
}
