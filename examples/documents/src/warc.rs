//! [WARC](https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.0/) files. Common Crawl's WET
//! files hold records of the type `conversion`, with the text of a page as their block and its URL as
//! `WARC-Target-URI`; its WARC files hold records of the type `response`, whose block is what the server answered.

use std::{
    error, fmt,
    io::{self, Write},
};

use crate::{Source, explain};

/// The longest line of a header that is believed.
const HEADER_LINE: usize = 64 << 10;

/// The type of the records that are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordType {
    /// The text of a page.
    Conversion,
    /// What a server answered.
    Response,
}

impl RecordType {
    /// The type in a record's header.
    fn of(value: &str) -> Option<Self> {
        let is = |name: &str| value.eq_ignore_ascii_case(name);
        match () {
            () if is("conversion") => Some(Self::Conversion),
            () if is("response") => Some(Self::Response),
            () => None,
        }
    }
}

/// A record of the type that is wanted.
#[derive(Debug, PartialEq, Eq)]
pub struct Record {
    /// The byte of the decompressed file at which it begins.
    pub at: u64,
    /// The URL of the page.
    pub uri: Option<String>,
    /// The bytes of its block.
    pub len: u64,
    /// Whether the block was longer than allowed, and was read over.
    pub too_long: bool,
}

/// Why the rest of a file cannot be read.
#[derive(Debug, PartialEq, Eq)]
pub struct Broken {
    /// The byte of the decompressed file from which on it is not understood.
    pub at: u64,
    /// The reason in words.
    pub reason: String,
}

impl Broken {
    fn new(at: u64, reason: impl Into<String>) -> Self {
        Self { at, reason: reason.into() }
    }
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "byte {}: {}", self.at, self.reason)
    }
}

impl error::Error for Broken {}

/// Reads a WARC file record by record.
pub struct Records {
    source: Source,
    wanted: RecordType,
    most: u64,
    line: Vec<u8>,
}

/// The fields of a record's header that are used.
#[derive(Debug, Default)]
struct Header {
    kind: Option<RecordType>,
    uri: Option<String>,
    len: Option<u64>,
}

impl Records {
    /// The records of the type `wanted`; a block of more than `most` bytes is too long.
    pub fn new(source: Source, wanted: RecordType, most: u64) -> Self {
        Self { source, wanted, most, line: Vec::new() }
    }

    /// Reads over records to the next one of the type that is wanted, and appends its block to `to`, unless that is too
    /// long; `None` at the end.
    ///
    /// # Errors
    ///
    /// If the file cannot be read on from here.
    pub fn next(&mut self, to: &mut Vec<u8>) -> Result<Option<Record>, Broken> {
        while let Some((at, header)) = self.header()? {
            let Some(len) = header.len else { return Err(Broken::new(at, "this record has no length")) };
            let too_long = len > self.most;
            let is_wanted = header.kind == Some(self.wanted);
            self.block(at, len, (is_wanted && !too_long).then_some(&mut *to))?;
            if is_wanted {
                return Ok(Some(Record { at, uri: header.uri, len, too_long }));
            }
        }
        Ok(None)
    }

    fn block(&mut self, at: u64, len: u64, mut to: Option<&mut Vec<u8>>) -> Result<(), Broken> {
        let keep = |part: &[u8]| {
            if let Some(to) = &mut to {
                to.extend_from_slice(part);
            }
        };
        match self.source.take(len, keep) {
            Ok(true) => Ok(()),
            Ok(false) => Err(Broken::new(at, "the file ends within this record")),
            Err(error) => Err(broken(at, &error)),
        }
    }

    /// The next record's header, and where it begins; `None` at the end of the file.
    fn header(&mut self) -> Result<Option<(u64, Header)>, Broken> {
        let at = loop {
            let at = self.source.at();
            match self.line()? {
                None => return Ok(None),
                // Two blank lines end the record before.
                Some("") => {}
                Some(version) if version.starts_with("WARC/") => break at,
                Some(_) => return Err(Broken::new(at, "no WARC record begins here")),
            }
        };
        let mut header = Header::default();
        loop {
            match self.line()? {
                None => return Err(Broken::new(at, "the file ends within this record's header")),
                Some("") => return Ok(Some((at, header))),
                Some(line) => header.read(line),
            }
        }
    }

    /// The next line without its end; `None` at the end of the file.
    fn line(&mut self) -> Result<Option<&str>, Broken> {
        self.line.clear();
        let at = self.source.at();
        let len = self.source.line(&mut self.line, HEADER_LINE).map_err(|error| broken(at, &error))?;
        let Some(len) = len else { return Ok(None) };
        if len > HEADER_LINE as u64 {
            return Err(Broken::new(at, "a line of a header has no end"));
        }
        let line = std::str::from_utf8(self.line.trim_ascii_end());
        line.map(Some).map_err(|_| Broken::new(at, "a line of a header is not UTF-8"))
    }
}

impl Header {
    /// Names of fields are read whatever their case; what follows another `:` belongs to the value.
    fn read(&mut self, line: &str) {
        let Some((name, value)) = line.split_once(':') else { return };
        let value = value.trim();
        match name.trim_end().to_ascii_lowercase().as_str() {
            "warc-type" => self.kind = RecordType::of(value),
            // WARC 1.0's grammar puts the URL in angle brackets, and hardly any writer does.
            "warc-target-uri" => self.uri = Some(value.trim_start_matches('<').trim_end_matches('>').to_owned()),
            "content-length" => self.len = value.parse().ok(),
            _ => {}
        }
    }
}

fn broken(at: u64, error: &io::Error) -> Broken {
    Broken::new(at, explain(error))
}

/// Writes a record of the type `conversion`.
///
/// # Errors
///
/// If `to` cannot be written to.
pub fn write(to: &mut impl Write, uri: &str, text: &str) -> io::Result<()> {
    let len = text.len();
    write!(
        to,
        "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: {uri}\r\nContent-Type: text/plain\r\n\
         Content-Length: {len}\r\n\r\n{text}\r\n\r\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A record of another type, and a page.
    const TWO: &str = "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 4\r\n\r\na: b\r\n\r\n\
        WARC/1.0\r\nwarc-type: conversion\r\nWARC-Target-URI: https://example.com/a:b\r\nContent-Length: 5\r\n\r\nc\r\nd\n\r\n\r\n";

    /// The records with their blocks, up to the end or the first error.
    fn read(bytes: &[u8], most: u64) -> Result<Vec<(Record, String)>, String> {
        read_type(bytes, RecordType::Conversion, most)
    }

    fn read_type(bytes: &[u8], wanted: RecordType, most: u64) -> Result<Vec<(Record, String)>, String> {
        let source = Source::new(io::Cursor::new(bytes.to_vec())).map_err(|error| error.to_string())?;
        let mut records = Records::new(source, wanted, most);
        let mut read = Vec::new();
        loop {
            let mut block = Vec::new();
            let Some(record) = records.next(&mut block).map_err(|broken| broken.to_string())? else { return Ok(read) };
            read.push((record, String::from_utf8_lossy(&block).into_owned()));
        }
    }

    #[test]
    fn records_of_other_types_are_read_over() {
        let record = |too_long| Record { at: 60, uri: Some("https://example.com/a:b".into()), len: 5, too_long };
        assert_eq!(read(TWO.as_bytes(), 5), Ok(vec![(record(false), "c\r\nd\n".into())]));
        assert_eq!(read(TWO.as_bytes(), 4), Ok(vec![(record(true), String::new())]));
        assert_eq!(read(b"", 5), Ok(vec![]));
    }

    #[test]
    fn responses_are_wanted_or_not() {
        let file = TWO.replace("warc-type: conversion", "WARC-Type: Response");
        assert_eq!(read(file.as_bytes(), 5), Ok(vec![]));
        let read = read_type(file.as_bytes(), RecordType::Response, 5).map(|records| records.len());
        assert_eq!(read, Ok(1));
    }

    #[test]
    fn a_record_that_was_written_is_read() {
        let mut written = Vec::new();
        assert!(write(&mut written, "https://example.com/", "a\n\nb").is_ok());
        let record = Record { at: 0, uri: Some("https://example.com/".into()), len: 4, too_long: false };
        assert_eq!(read(&written, 4), Ok(vec![(record, "a\n\nb".into())]));
    }

    #[test]
    fn damaged_files_say_what_is_wrong_and_where() {
        let long = format!("WARC/1.0\r\na: {}", "b".repeat(HEADER_LINE));
        for (bytes, complaint) in [
            (&TWO.as_bytes()[..TWO.len() - 7], "byte 60: the file ends within this record"),
            (&TWO.as_bytes()[..80], "byte 60: the file ends within this record's header"),
            (b"{\"text\":\"a\"}\n", "byte 0: no WARC record begins here"),
            (b"WARC/1.0\r\nWARC-Type: conversion\r\n\r\n", "byte 0: this record has no length"),
            (b"WARC/1.0\r\na: \xff\r\n", "byte 10: a line of a header is not UTF-8"),
            (long.as_bytes(), "byte 10: a line of a header has no end"),
        ] {
            assert_eq!(read(bytes, 5), Err(complaint.to_owned()));
        }
    }
}
