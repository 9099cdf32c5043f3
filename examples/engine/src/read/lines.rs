//! JSON Lines: an object with a field `text`, and perhaps one `id`, on each line.

use super::{Document, MAX_RECORD, Source, explain, json::Fields};
use crate::bad_input::BadInput;

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

pub(super) struct Lines {
    file: String,
    source: Source,
    /// The number of the line that `line` holds.
    number: u64,
    line: Vec<u8>,
}

impl Lines {
    pub(super) fn new(file: String, source: Source) -> Self {
        Self { file, source, number: 0, line: Vec::new() }
    }

    /// Reads lines until one is not blank; `None` at the end.
    pub(super) fn read(&mut self) -> Result<Option<Document>, BadInput> {
        loop {
            self.number += 1;
            // One more for the line feed.
            let read = self.source.line(&mut self.line, MAX_RECORD + 1);
            read.map_err(|error| self.bad(None, explain(&error)))?;
            if self.line.is_empty() {
                return Ok(None);
            }
            if self.line.len() as u64 > MAX_RECORD && !self.line.ends_with(b"\n") {
                return Err(self.bad(None, format!("a line of more than {MAX_RECORD} bytes")));
            }
            let mark = if self.number == 1 { BYTE_ORDER_MARK } else { b"" };
            let line = self.line.strip_prefix(mark).unwrap_or(&self.line);
            if !line.trim_ascii().is_empty() {
                return self.document(line).map(Some);
            }
        }
    }

    fn document(&self, line: &[u8]) -> Result<Document, BadInput> {
        let fields: Fields = serde_json::from_slice(line).map_err(|error| {
            let words = error.to_string();
            let reason = words.rsplit_once(" at line ").map_or(words.as_str(), |(reason, _)| reason);
            // Of what is an error as a whole, there is no column.
            self.bad(Some(error.column()).filter(|&column| column > 0), reason)
        })?;
        let Some(text) = fields.text else { return Err(self.bad(None, "no field `text`")) };
        Ok(Document { record: self.number, id: fields.id, text })
    }

    fn bad(&self, column: Option<usize>, reason: impl ToString) -> BadInput {
        let place = match column {
            Some(column) => format!("line {}, column {column}", self.number),
            None => format!("line {}", self.number),
        };
        BadInput::at(&self.file, place, reason)
    }
}

#[cfg(test)]
mod tests {
    use super::{super::documents, *};

    fn read(bytes: &'static [u8]) -> Vec<Result<Document, String>> {
        let mut lines = Lines::new("a.jsonl".into(), Source::new(bytes).unwrap());
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
