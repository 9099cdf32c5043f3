//! JSON Lines: an object with a field `text`, and perhaps one `id`, on each line.

use embedded_tweet_documents::{
    Line, Lines, Source, explain,
    json::{self, Fields, Id},
};

use super::{Document, MAX_RECORD};
use crate::bad_input::BadInput;

pub(super) struct Jsonl {
    file: String,
    lines: Lines,
    line: Vec<u8>,
}

impl Jsonl {
    pub(super) fn new(file: String, source: Source) -> Self {
        Self { file, lines: Lines::new(source, MAX_RECORD), line: Vec::new() }
    }

    /// Reads lines until one is not blank; `None` at the end.
    pub(super) fn read(&mut self) -> Result<Option<Document>, BadInput> {
        loop {
            self.line.clear();
            match self.lines.next(&mut self.line) {
                Ok(None) => return Ok(None),
                Ok(Some(Line::Whole)) if self.line.trim_ascii().is_empty() => {}
                Ok(Some(Line::Whole)) => return self.document().map(Some),
                Ok(Some(Line::TooLong { .. })) => {
                    return Err(self.bad(self.lines.number(), format!("a line of more than {MAX_RECORD} bytes")));
                }
                Err(error) => return Err(self.bad(self.lines.number() + 1, explain(&error))),
            }
        }
    }

    fn document(&self) -> Result<Document, BadInput> {
        let record = self.lines.number();
        let wanted = Fields { id: Some("id"), text: "text", text_type: &"a string", unique: false };
        let mut json = serde_json::Deserializer::from_slice(&self.line);
        let read = json::read::<_, Option<Id<'_>>>(&mut json, wanted).and_then(|fields| json.end().map(|()| fields));
        let fields = read.map_err(|error| match json::column(&error) {
            Some(column) => BadInput::at(&self.file, format!("line {record}, column {column}"), json::reason(&error)),
            None => self.bad(record, json::reason(&error)),
        })?;
        let Some(text) = fields.text else { return Err(self.bad(record, "no field `text`")) };
        Ok(Document { record, id: fields.id.flatten().map(|Id(id)| id.into_owned()), text: text.into_owned() })
    }

    fn bad(&self, line: u64, reason: impl ToString) -> BadInput {
        BadInput::at(&self.file, format!("line {line}"), reason)
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{documents, source},
        *,
    };

    fn read(bytes: &'static [u8]) -> Vec<Result<Document, String>> {
        let mut lines = Jsonl::new("a.jsonl".into(), source(bytes).unwrap());
        documents(move || lines.read()).map(|read| read.map_err(|error| error.to_string())).collect()
    }

    #[test]
    fn lines_become_documents() {
        let bytes = "\u{feff}{\"id\":\"a\",\"text\":\"b\"}\n\n{\"text\":\"c\\nd\",\"id\":12}\r\n{\"te\\u0078t\":\"e\",\"id\":null}";
        let document = |record, id: Option<&str>, text: &str| {
            Ok(Document { record, id: id.map(str::to_owned), text: text.to_owned() })
        };
        assert_eq!(
            read(bytes.as_bytes()),
            [document(1, Some("a"), "b"), document(3, Some("12"), "c\nd"), document(4, None, "e")]
        );
    }

    #[test]
    fn bad_lines_say_what_is_wrong_and_where() {
        for (bytes, complaint) in [
            (&br#"{"id":1}"#[..], "line 1: no field `text`"),
            (b"{\"text\":\"a\"}\n{\"text\":\"b", "line 2, column 10: EOF while parsing a string"),
            (br#"{"text":null}"#, "line 1, column 12: invalid type: null, expected a string"),
            (br#"["text"]"#, "line 1: invalid type: sequence, expected an object"),
            (b"{\"text\":\"\xff\"}", "line 1, column 10: invalid unicode code point"),
        ] {
            let last = read(bytes).pop().unwrap();
            assert_eq!(last, Err(format!("bad input: a.jsonl: {complaint}")));
        }
    }
}
