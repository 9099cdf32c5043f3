//! Common Crawl's WET files: [WARC 1.0](https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.0/)
//! records whose type is `conversion`, with the text of a page as their block and its address as `WARC-Target-URI`.

use anyhow::{Result, anyhow, bail};

use super::{Reader, Source, explain};
use crate::batch::{Batch, Content, Place};

/// The longest line of a header that is believed.
const HEADER_LINE: usize = 64 << 10;

pub(super) struct Wet {
    source: Source,
    max_record: usize,
    line: Vec<u8>,
}

/// What of a record's header is used.
#[derive(Debug, Default, PartialEq, Eq)]
struct Header {
    conversion: bool,
    uri: Option<String>,
    len: Option<u64>,
}

impl Wet {
    pub(super) fn new(source: Source, max_record: usize) -> Self {
        Self { source, max_record, line: Vec::new() }
    }

    /// The next line without its end; `None` at the end of the file.
    fn line(&mut self) -> Result<Option<&str>> {
        self.line.clear();
        let at = self.source.at();
        let len = self.source.line(&mut self.line, HEADER_LINE).map_err(|error| broken(at, &explain(&error)))?;
        if len > HEADER_LINE {
            return Err(broken(at, "a line of a header has no end"));
        }
        let line = self.line.trim_ascii_end();
        match std::str::from_utf8(line) {
            Ok(_) if len == 0 => Ok(None),
            Ok(line) => Ok(Some(line)),
            Err(_) => Err(broken(at, "a line of a header is not UTF-8")),
        }
    }

    /// The next record's header, and where it begins; `None` at the end of the file.
    fn header(&mut self) -> Result<Option<(u64, Header)>> {
        let at = loop {
            let at = self.source.at();
            match self.line()? {
                None => return Ok(None),
                // Two blank lines end the record before.
                Some("") => {}
                Some(version) if version.starts_with("WARC/") => break at,
                Some(_) => return Err(broken(at, "no WARC record begins here")),
            }
        };
        let mut header = Header::default();
        loop {
            match self.line()? {
                None => return Err(broken(at, "the file ends within this record's header")),
                Some("") => return Ok(Some((at, header))),
                Some(line) => header.read(line),
            }
        }
    }

    /// Reads the block of a record into `batch`, if it is text.
    fn block(&mut self, at: u64, header: Header, batch: &mut Batch) -> Result<()> {
        let Some(len) = header.len else { bail!(broken(at, "this record has no length")) };
        let too_long = len > self.max_record as u64;
        let keep = header.conversion && !too_long;
        let start = batch.bytes.len();
        let whole = self
            .source
            .take(len, |part| {
                if keep {
                    batch.bytes.extend_from_slice(part);
                }
            })
            .map_err(|error| broken(at, &explain(&error)))?;
        if !whole {
            return Err(broken(at, "the file ends within this record"));
        }
        let text = start..batch.bytes.len();
        if keep {
            let id = header.uri.map(|uri| batch.store(uri.as_bytes()));
            batch.push(Place::Byte(at), Content::Text { id, text });
        } else if header.conversion {
            let most = self.max_record;
            batch.push(
                Place::Byte(at),
                Content::Bad(format!("a record of {len} bytes, and --max-record allows {most}")),
            );
        }
        Ok(())
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

impl Reader for Wet {
    fn fill(&mut self, batch: &mut Batch) -> Result<()> {
        while !batch.is_full() {
            let Some((at, header)) = self.header()? else { break };
            self.block(at, header, batch)?;
        }
        Ok(())
    }
}

fn broken(at: u64, what: &str) -> anyhow::Error {
    anyhow!("byte {at}: {what}")
}
