//! One line of JSON Lines: an object, of which a text is wanted, and an id where it has one.

use std::{borrow::Cow, fmt, str};

use embedded_tweet_documents::{advice, json};
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
    pub(crate) id: Option<&'l str>,
    pub(crate) text: Cow<'l, str>,
}

#[derive(Debug, Error)]
pub(crate) enum BadRecord {
    /// A form of input that is not read here, with what to do about it.
    #[error("{0}")]
    OtherForm(String),
    #[error("{0}")]
    Json(#[from] JsonError),
    #[error("more than the {max} bytes of --max-record")]
    TooLong { max: usize },
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
    let line = utf8(line)?;
    let mut json = serde_json::Deserializer::from_str(line);
    let wanted = json::Fields {
        id: Some(fields.id),
        text: fields.text,
        text_type: &format_args!("a string in field `{}`", fields.text),
        unique: true,
    };
    let read = json::read(&mut json, wanted).and_then(|record| json.end().map(|()| record));
    let record: json::Record<'_, &RawValue> = read.map_err(|error| match advice::no_object(line) {
        Some(advice) => BadRecord::OtherForm(advice.into()),
        None => JsonError(error).into(),
    })?;
    let text = record.text.ok_or_else(|| BadRecord::OtherForm(advice::no_field(line, fields.text)))?;
    Ok(Record { id: record.id.map(RawValue::get), text })
}

/// `bytes`, if they are UTF-8.
pub(crate) fn utf8(bytes: &[u8]) -> Result<&str, BadRecord> {
    str::from_utf8(bytes).map_err(|error| BadRecord::OtherForm(advice::not_utf8(bytes, error.valid_up_to())))
}
