//! JSON Lines, WARC files, plain texts and pages: whatever is read from a stream of bytes.

use std::{
    fs::File,
    io::{self, Read},
    ops::Range,
};

use anyhow::{Context, Result, anyhow};
use embedded_tweet_documents::{Line, Lines, Source, explain, warc};

use super::Reader;
use crate::{
    batch::{Batch, Content, Place},
    input::Shard,
    progress::Progress,
};

/// The content of `shard`, with its compression taken off.
pub(super) fn open(shard: &Shard, progress: &Progress) -> Result<Source> {
    let raw: Box<dyn Read + Send> =
        if shard.path.as_os_str() == "-" { Box::new(io::stdin()) } else { Box::new(File::open(&shard.path)?) };
    source(Counted { raw, progress: progress.clone() }).context("cannot be read")
}

/// A stream with its compression taken off; that of zstd by the C library, which is faster than the decoder in Rust.
pub(crate) fn source(raw: impl Read + Send + 'static) -> io::Result<Source> {
    Source::with_zstd(raw, |raw| Ok(Box::new(zstd::Decoder::with_buffer(raw)?)))
}

/// Tells the progress bar how far a file is.
struct Counted {
    raw: Box<dyn Read + Send>,
    progress: Progress,
}

impl Read for Counted {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let len = self.raw.read(to)?;
        self.progress.bytes(len as u64);
        Ok(len)
    }
}

/// JSON Lines, cut into lines; they are parsed where there are more cores.
pub(super) struct Jsonl {
    pub(super) lines: Lines,
    pub(super) max_record: usize,
}

impl Reader for Jsonl {
    fn fill(&mut self, batch: &mut Batch) -> Result<()> {
        while !batch.is_full() {
            let start = batch.bytes.len();
            let read = self.lines.next(&mut batch.bytes);
            let place = Place::Line(self.lines.number());
            match read.map_err(|error| anyhow!("line {}: {}", self.lines.number() + 1, explain(&error)))? {
                None => break,
                Some(Line::TooLong { .. }) => batch.push(place, too_long(self.max_record)),
                Some(Line::Whole) => {
                    let line = start..batch.bytes.len();
                    if !batch.slice(&line).trim_ascii().is_empty() {
                        batch.push(place, Content::Json(line));
                    }
                }
            }
        }
        Ok(())
    }
}

/// Common Crawl's texts and pages.
pub(super) struct Warc {
    pub(super) records: warc::Records,
    pub(super) max_record: usize,
    /// What a record's address and block are.
    pub(super) content: fn(Option<Range<usize>>, Range<usize>) -> Content,
}

impl Reader for Warc {
    fn fill(&mut self, batch: &mut Batch) -> Result<()> {
        while !batch.is_full() {
            let start = batch.bytes.len();
            let Some(record) = self.records.next(&mut batch.bytes)? else { break };
            let block = start..batch.bytes.len();
            let content = if record.too_long {
                let (len, most) = (record.len, self.max_record);
                Content::Bad(format!("a record of {len} bytes, and --max-record allows {most}"))
            } else {
                (self.content)(record.uri.map(|uri| batch.store(uri.as_bytes())), block)
            };
            batch.push(Place::Byte(record.at), content);
        }
        Ok(())
    }
}

/// Plain text: the file is the document.
pub(super) struct Whole {
    pub(super) source: Source,
    pub(super) max_record: usize,
    pub(super) done: bool,
}

impl Reader for Whole {
    fn fill(&mut self, batch: &mut Batch) -> Result<()> {
        if self.done {
            return Ok(());
        }
        self.done = true;
        let whole = |error| anyhow!("{}", explain(&error));
        self.source.take(self.max_record as u64, |part| batch.bytes.extend_from_slice(part)).map_err(whole)?;
        if self.source.peek().map_err(whole)?.is_empty() {
            batch.push(Place::Whole, Content::Text { id: None, text: 0..batch.bytes.len() });
        } else {
            batch.bytes.clear();
            batch.push(Place::Whole, too_long(self.max_record));
        }
        Ok(())
    }
}

fn too_long(max_record: usize) -> Content {
    Content::Bad(format!("more than the {max_record} bytes of --max-record"))
}
