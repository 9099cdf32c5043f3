//! Common Crawl's WET files: [WARC 1.0](https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.0/)
//! records whose type is `conversion`, with the text of a page as their block and its address as `WARC-Target-URI`.

use std::io;

use super::{Document, MAX_RECORD, Source, explain};
use crate::bad_input::BadInput;

/// The longest line of a header that is believed.
const HEADER_LINE: u64 = 64 << 10;

pub(super) struct Wet {
    file: String,
    source: Source,
    /// Where the record that is being read begins.
    at: u64,
    documents: u64,
    line: Vec<u8>,
}

/// What of a record's header is used.
#[derive(Debug, Default)]
struct Header {
    conversion: bool,
    uri: Option<String>,
    len: Option<u64>,
}

impl Wet {
    pub(super) fn new(file: String, source: Source) -> Self {
        Self { file, source, at: 0, documents: 0, line: Vec::new() }
    }

    /// Reads records until one is text; `None` at the end.
    pub(super) fn read(&mut self) -> Result<Option<Document>, BadInput> {
        while let Some(header) = self.header()? {
            let Some(len) = header.len else { return Err(self.bad("this record has no length")) };
            if header.conversion {
                return self.document(header.uri, len).map(Some);
            }
            let skipped = self.source.skip(len).map_err(|error| self.broken(&error))?;
            self.complete(skipped, len)?;
        }
        Ok(None)
    }

    fn document(&mut self, uri: Option<String>, len: u64) -> Result<Document, BadInput> {
        if len > MAX_RECORD {
            return Err(self.bad(format!("a record of {len} bytes, more than {MAX_RECORD}")));
        }
        let block = self.source.block(len).map_err(|error| self.broken(&error))?;
        self.complete(block.len() as u64, len)?;
        self.documents += 1;
        let text = String::from_utf8(block).map_err(|error| {
            let valid = error.utf8_error().valid_up_to();
            self.bad(format!("not UTF-8 at byte {valid} of the record's block"))
        })?;
        Ok(Document { record: self.documents, id: uri, text })
    }

    fn complete(&self, read: u64, len: u64) -> Result<(), BadInput> {
        if read < len { Err(self.bad("the file ends within this record")) } else { Ok(()) }
    }

    /// The next record's header; `None` at the end of the file.
    fn header(&mut self) -> Result<Option<Header>, BadInput> {
        loop {
            self.at = self.source.at();
            match self.line()? {
                None => return Ok(None),
                // Two blank lines end the record before.
                Some("") => {}
                Some(version) if version.starts_with("WARC/") => break,
                Some(_) => return Err(self.bad("no WARC record begins here")),
            }
        }
        let mut header = Header::default();
        loop {
            match self.line()? {
                None => return Err(self.bad("the file ends within this record's header")),
                Some("") => return Ok(Some(header)),
                Some(line) => header.read(line),
            }
        }
    }

    /// The next line without its end; `None` at the end of the file.
    fn line(&mut self) -> Result<Option<&str>, BadInput> {
        let read = self.source.line(&mut self.line, HEADER_LINE);
        read.map_err(|error| self.broken(&error))?;
        if self.line.len() as u64 == HEADER_LINE {
            return Err(self.bad("a line of a header has no end"));
        }
        if self.line.is_empty() {
            return Ok(None);
        }
        let not_utf8 = |_| BadInput::at(&self.file, format!("byte {}", self.at), "a line of a header is not UTF-8");
        std::str::from_utf8(self.line.trim_ascii_end()).map(Some).map_err(not_utf8)
    }

    fn broken(&self, error: &io::Error) -> BadInput {
        self.bad(explain(error))
    }

    fn bad(&self, reason: impl ToString) -> BadInput {
        BadInput::at(&self.file, format!("byte {}", self.at), reason)
    }
}

impl Header {
    /// Names of fields are read whatever their case; what follows another `:` belongs to the value.
    fn read(&mut self, line: &str) {
        let Some((name, value)) = line.split_once(':') else { return };
        let value = value.trim();
        match name.trim_end().to_ascii_lowercase().as_str() {
            "warc-type" => self.conversion = value.eq_ignore_ascii_case("conversion"),
            // WARC 1.0's grammar puts the address in angle brackets, and hardly any writer does.
            "warc-target-uri" => self.uri = Some(value.trim_start_matches('<').trim_end_matches('>').to_owned()),
            "content-length" => self.len = value.parse().ok(),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::documents, *};

    const TWO: &str = "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 4\r\n\r\na: b\r\n\r\n\
        WARC/1.0\r\nwarc-type: conversion\r\nWARC-Target-URI: https://example.com/a:b\r\nContent-Length: 5\r\n\r\nc\r\nd\n\r\n\r\n";

    fn read(bytes: &[u8]) -> Vec<Result<Document, String>> {
        let source = Source::new(std::io::Cursor::new(bytes.to_vec())).unwrap();
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
