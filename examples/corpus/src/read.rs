//! Files as batches of records.

mod stream;
mod table;

use anyhow::Result;
use embedded_tweet_documents::{
    Lines, Source,
    warc::{RecordType, Records},
};

use crate::{
    batch::{Batch, Content},
    input::{Format, Shard},
    progress::Progress,
};
pub(crate) use stream::source;

/// What has to be known beside a file to read it.
#[derive(Debug, Clone)]
pub(crate) struct Choices {
    /// The field or column of the text.
    pub(crate) text_field: String,
    /// The field or column of the id.
    pub(crate) id_field: String,
    /// A record with more bytes is bad: what bounds the memory.
    pub(crate) max_record: usize,
    /// Tweets that are less sure are prose.
    pub(crate) min_confidence: Option<f32>,
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
    Ok(reader(stream::open(shard, progress)?, shard.format, choices))
}

/// The reader of a byte stream.
pub(crate) fn reader(source: Source, format: Format, choices: &Choices) -> Box<dyn Reader> {
    let max_record = choices.max_record;
    match format {
        Format::Wet => {
            let records = Records::new(source, RecordType::Conversion, max_record as u64);
            Box::new(stream::Warc { records, max_record, content: |id, text| Content::Text { id, text } })
        }
        Format::Warc => {
            let records = Records::new(source, RecordType::Response, max_record as u64);
            Box::new(stream::Warc { records, max_record, content: |id, response| Content::Response { id, response } })
        }
        Format::Text | Format::Html => Box::new(stream::Whole { source, max_record, done: false }),
        Format::Jsonl | Format::Parquet => {
            Box::new(stream::Jsonl { lines: Lines::new(source, max_record), max_record })
        }
    }
}
