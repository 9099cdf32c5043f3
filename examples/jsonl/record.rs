//! One line of JSON Lines: an object, of which an id and a text are wanted.

use std::{borrow::Cow, fmt, str};

use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;
use thiserror::Error;

/// The names of the fields that are wanted; they may be one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fields<'f> {
    pub(crate) id: &'f str,
    pub(crate) text: &'f str,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Record<'l> {
    /// As it stands in the line, so that a number keeps every digit.
    pub(crate) id: &'l str,
    pub(crate) text: Cow<'l, str>,
}

#[derive(Debug, Error)]
pub(crate) enum BadRecord {
    #[error("not UTF-8 at byte {0} of the line")]
    Encoding(usize),
    #[error("{0}")]
    Json(#[from] JsonError),
    #[error("a line of {len} bytes, more than the {max} of --max-line")]
    TooLong { len: u64, max: usize },
}

/// An error of `serde_json`, which names the column; the line is always the first to it.
#[derive(Debug, Error)]
pub(crate) struct JsonError(serde_json::Error);

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let message = self.0.to_string();
        let place = format!(" at line {} column {}", self.0.line(), self.0.column());
        let message = message.strip_suffix(&place).unwrap_or(&message);
        match self.0.classify() {
            serde_json::error::Category::Data => f.write_str(message),
            _ => write!(f, "malformed JSON: {message} at column {}", self.0.column()),
        }
    }
}

/// Reads a line, without building what is not wanted of it.
pub(crate) fn read<'l>(line: &'l [u8], fields: &Fields<'_>) -> Result<Record<'l>, BadRecord> {
    let line = str::from_utf8(line).map_err(|error| BadRecord::Encoding(error.valid_up_to()))?;
    let mut json = serde_json::Deserializer::from_str(line);
    let read = json.deserialize_map(Object(fields)).and_then(|record| json.end().map(|()| record));
    Ok(read.map_err(JsonError)?)
}

struct Object<'f>(&'f Fields<'f>);

impl<'l> Visitor<'l> for Object<'_> {
    type Value = Record<'l>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<M: MapAccess<'l>>(self, mut map: M) -> Result<Record<'l>, M::Error> {
        let Fields { id: id_field, text: text_field } = *self.0;
        let (mut id, mut text) = (None, None);
        while let Some(field) = map.next_key_seed(FieldName(self.0))? {
            let twice = match field {
                Field::Id => id.replace(map.next_value::<&RawValue>()?.get()).map(|_| id_field),
                Field::Text => text.replace(map.next_value_seed(Text(text_field))?).map(|_| text_field),
                Field::Both => {
                    let raw = map.next_value::<&RawValue>()?.get();
                    let read = Text(text_field).deserialize(&mut serde_json::Deserializer::from_str(raw));
                    text = Some(read.map_err(M::Error::custom)?);
                    id.replace(raw).map(|_| id_field)
                }
                Field::Other => map.next_value::<IgnoredAny>().map(|_| None)?,
            };
            if let Some(name) = twice {
                return Err(M::Error::custom(format_args!("field {name:?} stands there twice")));
            }
        }
        let missing = |name: &str| M::Error::custom(format_args!("no field {name:?}"));
        Ok(Record { id: id.ok_or_else(|| missing(id_field))?, text: text.ok_or_else(|| missing(text_field))? })
    }
}

enum Field {
    Id,
    Text,
    Both,
    Other,
}

struct FieldName<'f>(&'f Fields<'f>);

impl<'l> DeserializeSeed<'l> for FieldName<'_> {
    type Value = Field;

    fn deserialize<D: Deserializer<'l>>(self, deserializer: D) -> Result<Field, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for FieldName<'_> {
    type Value = Field;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a field")
    }

    fn visit_str<E>(self, name: &str) -> Result<Field, E> {
        Ok(match (name == self.0.id, name == self.0.text) {
            (true, true) => Field::Both,
            (true, false) => Field::Id,
            (false, true) => Field::Text,
            (false, false) => Field::Other,
        })
    }
}

/// The text of a record, borrowed from the line where nothing in it is escaped.
struct Text<'f>(&'f str);

impl<'l> DeserializeSeed<'l> for Text<'_> {
    type Value = Cow<'l, str>;

    fn deserialize<D: Deserializer<'l>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'l> Visitor<'l> for Text<'_> {
    type Value = Cow<'l, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a string in field {:?}", self.0)
    }

    fn visit_borrowed_str<E>(self, text: &'l str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(text))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text.to_owned()))
    }
}
