//! Common Crawl's WET files.

use embedded_tweet_documents::{
    Source,
    warc::{RecordType, Records},
};

use super::{Document, MAX_RECORD};
use crate::bad_input::BadInput;

pub(super) struct Wet {
    file: String,
    records: Records,
    documents: u64,
}

impl Wet {
    pub(super) fn new(file: String, source: Source) -> Self {
        Self { file, records: Records::new(source, RecordType::Conversion, MAX_RECORD as u64), documents: 0 }
    }

    /// Reads the next page; `None` at the end.
    pub(super) fn read(&mut self) -> Result<Option<Document>, BadInput> {
        let mut block = Vec::new();
        let record = self.records.next(&mut block).map_err(|broken| self.bad(broken.at, broken.reason))?;
        let Some(record) = record else { return Ok(None) };
        if record.too_long {
            return Err(self.bad(record.at, format!("a record of {} bytes, more than {MAX_RECORD}", record.len)));
        }
        self.documents += 1;
        let text = String::from_utf8(block).map_err(|error| {
            let valid = error.utf8_error().valid_up_to();
            self.bad(record.at, format!("not UTF-8 at byte {valid} of the record's block"))
        })?;
        Ok(Some(Document { record: self.documents, id: record.uri, text }))
    }

    fn bad(&self, at: u64, reason: impl ToString) -> BadInput {
        BadInput::at(&self.file, format!("byte {at}"), reason)
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{documents, source},
        *,
    };

    const TWO: &str = "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 4\r\n\r\na: b\r\n\r\n\
        WARC/1.0\r\nwarc-type: conversion\r\nWARC-Target-URI: https://example.com/a:b\r\nContent-Length: 5\r\n\r\nc\r\nd\n\r\n\r\n";

    fn read(bytes: &[u8]) -> Vec<Result<Document, String>> {
        let source = source(std::io::Cursor::new(bytes.to_vec())).unwrap();
        let mut wet = Wet::new("a.wet".into(), source);
        documents(move || wet.read()).map(|read| read.map_err(|error| error.to_string())).collect()
    }

    #[test]
    fn conversions_become_documents() {
        let page = || Ok(Document { record: 1, id: Some("https://example.com/a:b".into()), text: "c\r\nd\n".into() });
        assert_eq!(read(TWO.as_bytes()), [page()]);
        assert_eq!(read(b""), []);
    }

    #[test]
    fn damaged_files_say_what_is_wrong_and_where() {
        let cut = TWO.len() - 7;
        for (bytes, complaint) in [
            (TWO.as_bytes().get(..cut).unwrap(), "byte 60: the file ends within this record"),
            (TWO.as_bytes().get(..80).unwrap(), "byte 60: the file ends within this record's header"),
            (b"{\"text\":\"a\"}\n", "byte 0: no WARC record begins here"),
            (b"WARC/1.0\r\nWARC-Type: conversion\r\n\r\n", "byte 0: this record has no length"),
        ] {
            assert_eq!(read(bytes), [Err(format!("bad input: a.wet: {complaint}"))]);
        }
    }
}
