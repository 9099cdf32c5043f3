//! Shards as documents, one after another.

mod jsonl;
mod wet;

use std::{
    fs::File,
    io::{self, Read},
};

use embedded_tweet_documents::Source;

use crate::{
    bad_input::BadInput,
    input::{Format, Place, Shard},
};

/// The articles that the program brings along, as JSON Lines.
pub(crate) const SAMPLE: &[u8] = include_bytes!("../sample.jsonl");

/// A longer record is refused: what bounds the memory of a task.
const MAX_RECORD: usize = 256 << 20;

/// A text with what it is called.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Document {
    /// Counts a file's documents from 1; of JSON Lines it is the number of the line.
    pub(crate) record: u64,
    /// What the document brings along: its `id` or, in WET, its address.
    pub(crate) id: Option<String>,
    pub(crate) text: String,
}

/// The documents of a file; nothing comes after an error.
pub(crate) type Documents = Box<dyn Iterator<Item = Result<Document, BadInput>> + Send>;

/// Opens `shard`.
///
/// # Errors
///
/// If it is not there or cannot be read.
pub(crate) fn open(shard: &Shard) -> Result<Documents, BadInput> {
    let file = shard.place.to_string();
    let opened = match &shard.place {
        Place::File(path) => File::open(path).and_then(source),
        Place::Sample => source(SAMPLE),
    };
    let source = opened.map_err(|error| BadInput::whole(&file, error))?;
    Ok(match shard.format {
        Format::Jsonl => {
            let mut lines = jsonl::Jsonl::new(file, source);
            documents(move || lines.read())
        }
        Format::Wet => {
            let mut records = wet::Wet::new(file, source);
            documents(move || records.read())
        }
    })
}

/// What `read` gives, until there is no more or something cannot be read.
fn documents(mut read: impl FnMut() -> Result<Option<Document>, BadInput> + Send + 'static) -> Documents {
    let mut ended = false;
    Box::new(std::iter::from_fn(move || {
        if ended {
            return None;
        }
        let read = read();
        ended = !matches!(read, Ok(Some(_)));
        read.transpose()
    }))
}

/// A stream with its compression taken off; that of zstd by the C library, which is faster than the decoder in Rust.
fn source(raw: impl Read + Send + 'static) -> io::Result<Source> {
    Source::with_zstd(raw, |raw| Ok(Box::new(zstd::Decoder::with_buffer(raw)?)))
}
