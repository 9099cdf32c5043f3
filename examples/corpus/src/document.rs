//! Records as documents: the decoding that can be done on any core.

use std::{borrow::Cow, fmt, ops::Range};

use embedded_tweet_documents::{
    advice,
    http::{self, NoPage},
    json::{self, Fields, Id},
};

use crate::{
    batch::{Batch, Content, Place, Record},
    read::Choices,
};

/// A text with its id.
#[derive(Debug)]
pub(crate) struct Document<'b> {
    pub(crate) id: Cow<'b, str>,
    pub(crate) text: Cow<'b, str>,
}

/// What is wrong with a record, and where more exactly, if that is known.
#[derive(Debug)]
pub(crate) struct Defect {
    pub(crate) place: Place,
    pub(crate) column: Option<usize>,
    pub(crate) reason: String,
}

/// Why a record is no document.
#[derive(Debug)]
pub(crate) enum NoDocument {
    Bad(Defect),
    /// There is no page in it that could be read: of what a crawler stored that is much, and nothing is wrong with it.
    Skipped(NoPage),
}

impl From<Defect> for NoDocument {
    fn from(defect: Defect) -> Self {
        Self::Bad(defect)
    }
}

impl fmt::Display for Defect {
    /// What follows the file's name.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.place.fmt(f)?;
        if let Some(column) = self.column {
            write!(f, ":{column}")?;
        }
        write!(f, ": {}", self.reason)
    }
}

/// Decodes `record`, which is one of `batch`, of the file that is called `name`.
pub(crate) fn decode<'b>(
    batch: &'b Batch,
    record: &Record,
    name: &str,
    choices: &Choices,
) -> Result<Document<'b>, NoDocument> {
    let place = record.place;
    let defect = |column, reason| Defect { place, column, reason };
    let id_of = |id: &Option<Range<usize>>| {
        let id = id.as_ref().map(|id| utf8(batch.slice(id))).transpose();
        id.map(|id| id.map_or_else(|| own_id(name, place), Cow::Borrowed)).map_err(|reason| defect(None, reason))
    };
    match &record.content {
        Content::Bad(reason) => Err(defect(None, reason.clone()).into()),
        Content::Text { id, text } => {
            let text = utf8(batch.slice(text)).map_err(|reason| defect(None, reason))?;
            let id = id_of(id)?;
            Ok(Document { id, text: Cow::Borrowed(text) })
        }
        Content::Response { id, response } => {
            let id = id_of(id)?;
            let text = http::page(batch.slice(response), choices.max_record).map_err(NoDocument::Skipped)?;
            Ok(Document { id, text })
        }
        Content::Json(line) => {
            let line = utf8(batch.slice(line)).map_err(|reason| defect(None, reason))?;
            let wanted = Fields {
                // Under the name of the text there is no id.
                id: Some(choices.id_field.as_str()).filter(|&id| id != choices.text_field),
                text: &choices.text_field,
                text_type: &format_args!("a string in field `{}`", choices.text_field),
                unique: true,
            };
            let mut json = serde_json::Deserializer::from_str(line);
            let read = json::read::<_, Id<'_>>(&mut json, wanted).and_then(|fields| json.end().map(|()| fields));
            let fields = read.map_err(|error| match advice::no_object(line) {
                Some(advice) => defect(None, advice.into()),
                None => defect(json::column(&error), json::reason(&error)),
            })?;
            let no_text = || defect(None, advice::no_field(line, &choices.text_field));
            Ok(Document {
                id: fields.id.map_or_else(|| own_id(name, place), |Id(id)| id),
                text: fields.text.ok_or_else(no_text)?,
            })
        }
    }
}

fn utf8(bytes: &[u8]) -> Result<&str, String> {
    std::str::from_utf8(bytes).map_err(|error| advice::not_utf8(bytes, error.valid_up_to()))
}

/// The id of a record that has none: where it is.
fn own_id<'b>(name: &str, place: Place) -> Cow<'b, str> {
    Cow::Owned(match place {
        Place::Line(number) | Place::Row(number) | Place::Byte(number) => format!("{name}:{number}"),
        Place::Whole => name.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(line: &str) -> Result<(String, String), String> {
        let mut batch = Batch::default();
        let line = batch.store(line.as_bytes());
        batch.push(Place::Line(7), Content::Json(line));
        let choices =
            Choices { text_field: "text".into(), id_field: "id".into(), max_record: 1000, min_confidence: None };
        match decode(&batch, &batch.records[0], "a.jsonl", &choices) {
            Ok(document) => Ok((document.id.into(), document.text.into())),
            Err(NoDocument::Bad(defect)) => Err(defect.to_string()),
            Err(NoDocument::Skipped(reason)) => Err(reason.to_string()),
        }
    }

    #[test]
    fn lines_become_documents() {
        for (line, id, text) in [
            (r#"{"id":"a","text":"b"}"#, "a", "b"),
            (r#"{"text":"b\n\u00e9","id":12,"more":[1,{"text":"no"}]}"#, "12", "b\né"),
            (r#"{"text":"b"}"#, "a.jsonl:7", "b"),
            (r#"{"\u0074ext":"b"}"#, "a.jsonl:7", "b"),
        ] {
            assert_eq!(decoded(line), Ok((id.into(), text.into())), "{line}");
        }
    }

    #[test]
    fn bad_lines_say_what_is_wrong_and_where() {
        for (line, complaint) in [
            (r#"{"id":1}"#, ":7: no field `text`; there are `id` (--text-field names it)"),
            (r#"{"text":null}"#, ":7:12: invalid type: null, expected a string in field `text`"),
            (r#"{"text":"b"}{"#, ":7:13: trailing characters"),
            (r#"{"text":"b"#, ":7:10: EOF while parsing a string"),
            (
                r#"["text"]"#,
                ":7: a JSON array, and a record is an object on a line of its own; `jq -c '.[]'` makes such lines of an array",
            ),
        ] {
            assert_eq!(decoded(line), Err(complaint.into()), "{line}");
        }
    }
}
