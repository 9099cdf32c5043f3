//! One line of JSON Lines: an object, of which an id and a text are wanted.

use std::{borrow::Cow, fmt, str};

use embedded_tweet_documents::json;
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
    #[error("no field {0:?}")]
    Missing(String),
    #[error("a line of {len} bytes, more than the {max} of --max-line")]
    TooLong { len: u64, max: usize },
}

#[derive(Debug, Error)]
pub(crate) struct JsonError(serde_json::Error);

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let reason = json::reason(&self.0);
        match self.0.classify() {
            serde_json::error::Category::Data => f.write_str(&reason),
            _ => write!(f, "malformed JSON: {reason} at column {}", self.0.column()),
        }
    }
}

/// Reads a line, without building what is not wanted of it.
pub(crate) fn read<'l>(line: &'l [u8], fields: Fields<'_>) -> Result<Record<'l>, BadRecord> {
    let line = str::from_utf8(line).map_err(|error| BadRecord::Encoding(error.valid_up_to()))?;
    let mut json = serde_json::Deserializer::from_str(line);
    let wanted = json::Fields {
        id: Some(fields.id),
        text: fields.text,
        text_type: &format_args!("a string in field {:?}", fields.text),
        unique: true,
    };
    let record: json::Record<'_, &RawValue> = json::read(&mut json, wanted).map_err(JsonError)?;
    let missing = |name: &str| BadRecord::Missing(name.to_owned());
    let id = record.id.ok_or_else(|| missing(fields.id))?.get();
    let text = record.text.ok_or_else(|| missing(fields.text))?;
    json.end().map_err(JsonError)?;
    Ok(Record { id, text })
}
