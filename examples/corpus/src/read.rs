//! Files as batches of records.

mod lines;
mod source;
mod table;
mod warc;
mod whole;

use std::io;

use anyhow::Result;

use crate::{
    batch::Batch,
    input::{Format, Shard},
    progress::Progress,
};
pub(crate) use source::Source;

/// What a reader has to know beside the file.
#[derive(Debug, Clone)]
pub(crate) struct Choices {
    /// The field or column of the text.
    pub(crate) text_field: String,
    /// The field or column of the id.
    pub(crate) id_field: String,
    /// A record with more bytes is bad: what bounds the memory.
    pub(crate) max_record: usize,
}

/// Reads a file from its beginning to its end.
pub(crate) trait Reader: Send {
    /// Fills `batch`, which is empty; it stays so at the end.
    ///
    /// # Errors
    ///
    /// If the file cannot be read on from here: what is bad about one record is told by that record.
    fn fill(&mut self, batch: &mut Batch) -> Result<()>;
}

/// Opens `shard`.
pub(crate) fn open(shard: &Shard, choices: &Choices, progress: &Progress) -> Result<Box<dyn Reader>> {
    if shard.format == Format::Parquet {
        return Ok(Box::new(table::Table::open(shard, choices, progress)?));
    }
    let source = Source::open(shard, progress)?;
    Ok(reader(source, shard.format, choices))
}

/// The reader of a byte stream.
pub(crate) fn reader(source: Source, format: Format, choices: &Choices) -> Box<dyn Reader> {
    match format {
        Format::Wet => Box::new(warc::Wet::new(source, choices.max_record)),
        Format::Text => Box::new(whole::Whole::new(source, choices.max_record)),
        Format::Jsonl | Format::Parquet => Box::new(lines::Lines::new(source, choices.max_record)),
    }
}

/// What decoders say of a file that was cut off, in words.
fn explain(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::UnexpectedEof => "the file ends in the middle of its compressed data".into(),
        _ => error.to_string(),
    }
}
