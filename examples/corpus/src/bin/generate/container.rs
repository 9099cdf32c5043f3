//! The file formats that articles are put into.

use std::{
    fs::{self, File},
    io::{self, BufWriter, Write},
    path::Path,
    sync::Arc,
};

use anyhow::{Context, Result, bail};
use arrow_array::{ArrayRef, RecordBatch, builder::StringBuilder};
use arrow_schema::{DataType, Field, Schema};
use embedded_tweet_documents::warc;
use flate2::{Compression, write::GzEncoder};
use parquet::{
    arrow::ArrowWriter,
    basic::{Compression as Codec, ZstdLevel},
    file::properties::WriterProperties,
};

/// A gzip member or zstd frame is ended at this many bytes before compression.
const MEMBER: usize = 4 << 20;
/// Rows written to a Parquet file at once.
const ROWS: usize = 1000;

/// A file that articles are added to.
pub(crate) enum Container {
    Lines(Members),
    Wet(Members),
    Table(Box<Table>),
}

impl Container {
    #[allow(clippy::case_sensitive_file_extension_comparisons, reason = "these are the names that `corpus` knows")]
    pub(crate) fn create(path: &Path) -> Result<Self> {
        let name = path.to_string_lossy().into_owned();
        let (bare, codec) = match (name.strip_suffix(".gz"), name.strip_suffix(".zst")) {
            (Some(bare), _) => (bare, Compressor::Gzip),
            (_, Some(bare)) => (bare, Compressor::Zstd),
            _ => (name.as_str(), Compressor::None),
        };
        let file = || {
            fs::create_dir_all(path.parent().unwrap_or(path))?;
            File::create(path).with_context(|| name.clone())
        };
        let members = |member| Ok(Members { file: BufWriter::new(file()?), codec, pending: Vec::new(), member });
        if bare.ends_with(".jsonl") {
            members(MEMBER).map(Self::Lines)
        } else if bare.ends_with(".wet") {
            // Common Crawl makes every record a member.
            members(0).map(Self::Wet)
        } else if bare.ends_with(".parquet") {
            Ok(Self::Table(Box::new(Table::create(file()?)?)))
        } else {
            bail!("{name}: a name that tells no format")
        }
    }

    pub(crate) fn add(&mut self, id: &str, text: &str) -> Result<()> {
        match self {
            Self::Lines(file) => {
                serde_json::to_writer(&mut file.pending, &serde_json::json!({"id": id, "text": text}))?;
                file.pending.push(b'\n');
                file.end_member_if_full()?;
            }
            Self::Wet(file) => {
                warc::write(&mut file.pending, id, text)?;
                file.end_member_if_full()?;
            }
            Self::Table(table) => table.add(id, text)?,
        }
        Ok(())
    }

    pub(crate) fn finish(self) -> Result<()> {
        match self {
            Self::Lines(mut file) | Self::Wet(mut file) => {
                file.end_member()?;
                file.file.flush()?;
            }
            Self::Table(mut table) => {
                table.write()?;
                table.writer.close()?;
            }
        }
        Ok(())
    }
}

#[derive(Debug, Clone, Copy)]
enum Compressor {
    None,
    Gzip,
    Zstd,
}

/// A file of one gzip member or zstd frame after another.
pub(crate) struct Members {
    file: BufWriter<File>,
    codec: Compressor,
    pending: Vec<u8>,
    member: usize,
}

impl Members {
    fn end_member_if_full(&mut self) -> io::Result<()> {
        if self.pending.len() >= self.member { self.end_member() } else { Ok(()) }
    }

    fn end_member(&mut self) -> io::Result<()> {
        if self.pending.is_empty() {
            return Ok(());
        }
        match self.codec {
            Compressor::None => self.file.write_all(&self.pending)?,
            Compressor::Gzip => {
                let mut member = GzEncoder::new(&mut self.file, Compression::new(4));
                member.write_all(&self.pending)?;
                member.finish()?;
            }
            Compressor::Zstd => self.file.write_all(&zstd::encode_all(self.pending.as_slice(), 1)?)?,
        }
        self.pending.clear();
        Ok(())
    }
}

/// A Parquet file.
pub(crate) struct Table {
    writer: ArrowWriter<File>,
    schema: Arc<Schema>,
    id: StringBuilder,
    text: StringBuilder,
    rows: usize,
}

impl Table {
    fn create(file: File) -> Result<Self> {
        let field = |name| Field::new(name, DataType::Utf8, false);
        let schema = Arc::new(Schema::new(vec![field("id"), field("text")]));
        let properties = WriterProperties::builder().set_compression(Codec::ZSTD(ZstdLevel::default()));
        let properties = properties.set_max_row_group_row_count(Some(20 * ROWS)).set_dictionary_enabled(false).build();
        let writer = ArrowWriter::try_new(file, Arc::clone(&schema), Some(properties))?;
        Ok(Self { writer, schema, id: StringBuilder::new(), text: StringBuilder::new(), rows: 0 })
    }

    fn add(&mut self, id: &str, text: &str) -> Result<()> {
        self.id.append_value(id);
        self.text.append_value(text);
        self.rows += 1;
        if self.rows == ROWS { self.write() } else { Ok(()) }
    }

    fn write(&mut self) -> Result<()> {
        self.rows = 0;
        let columns: Vec<ArrayRef> = vec![Arc::new(self.id.finish()), Arc::new(self.text.finish())];
        Ok(self.writer.write(&RecordBatch::try_new(Arc::clone(&self.schema), columns)?)?)
    }
}
