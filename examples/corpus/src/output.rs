//! Tweets, or what is left without them, as rows of a file.

mod json;
mod table;

use std::{
    fs::{self, File},
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use arrow_array::RecordBatch;
use clap::ValueEnum;
use embedded_tweet::{Tweet, html::Embed};
use serde::{Deserialize, Serialize};

use crate::found::Subject;

/// The form of the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Kind {
    /// A JSON object for each tweet, on a line of its own
    Jsonl,
    /// A table with a row for each tweet, its columns typed
    Parquet,
}

impl Kind {
    /// What is appended to the names of output files, of tweets or of prose.
    pub(crate) fn ending(self, prose: bool) -> &'static str {
        match (self, prose) {
            (Self::Jsonl, false) => ".tweets.jsonl",
            (Self::Parquet, false) => ".tweets.parquet",
            (Self::Jsonl, true) => ".prose.jsonl",
            (Self::Parquet, true) => ".prose.parquet",
        }
    }
}

/// Makes rows of what was found: the part of writing that can be done on any core.
pub(crate) enum Builder {
    Lines(Vec<u8>),
    Columns(Box<table::Columns>),
    Prose(table::Prose),
}

/// Rows in the form of the output.
pub(crate) enum Rows {
    Lines(Vec<u8>),
    Table(RecordBatch),
    None,
}

impl Builder {
    pub(crate) fn new(kind: Kind, subject: Subject) -> Self {
        match (kind, subject) {
            (Kind::Jsonl, _) => Self::Lines(Vec::new()),
            (Kind::Parquet, Subject::Prose(_)) => Self::Prose(table::Prose::default()),
            (Kind::Parquet, _) => Self::Columns(Box::new(table::Columns::new(subject))),
        }
    }

    /// Adds a tweet of the document that is called `id`.
    pub(crate) fn row(&mut self, id: &str, tweet: &Tweet<'_>) -> Result<()> {
        match self {
            Self::Lines(lines) => json::line(lines, id, tweet)?,
            Self::Columns(columns) => columns.row(id, tweet),
            Self::Prose(_) => {}
        }
        Ok(())
    }

    /// Adds an embed of the page that is called `id`, which says `tweet`, if anything.
    pub(crate) fn embed(&mut self, id: &str, embed: &Embed<'_>, tweet: Option<&Tweet<'_>>) -> Result<()> {
        match self {
            Self::Lines(lines) => json::line(lines, id, embed)?,
            Self::Columns(columns) => columns.embed(id, embed, tweet),
            Self::Prose(_) => {}
        }
        Ok(())
    }

    /// Adds the prose of the document that is called `id`.
    pub(crate) fn prose(&mut self, id: &str, prose: &str) -> Result<()> {
        match self {
            Self::Lines(lines) => json::line(lines, id, &json::Prose { prose })?,
            Self::Prose(columns) => columns.row(id, prose),
            Self::Columns(_) => {}
        }
        Ok(())
    }

    pub(crate) fn finish(self) -> Result<Rows> {
        Ok(match self {
            Self::Lines(lines) => Rows::Lines(lines),
            Self::Columns(columns) => Rows::Table(columns.finish()?),
            Self::Prose(columns) => Rows::Table(columns.finish()?),
        })
    }
}

/// Why output could not be written, behind what it was to be written to: no fault of the input.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(crate) struct Unwritten(String);

/// Takes rows in order, to the end.
pub(crate) trait Writer: Send {
    fn write(&mut self, rows: Rows) -> Result<()>;

    /// Makes what was written last.
    fn finish(self: Box<Self>) -> Result<()>;
}

/// Takes nothing.
pub(crate) struct Nowhere;

impl Writer for Nowhere {
    fn write(&mut self, _: Rows) -> Result<()> {
        Ok(())
    }

    fn finish(self: Box<Self>) -> Result<()> {
        Ok(())
    }
}

/// Writes lines to standard output.
pub(crate) struct Stdout(BufWriter<io::Stdout>);

impl Stdout {
    pub(crate) fn new() -> Self {
        Self(BufWriter::with_capacity(1 << 20, io::stdout()))
    }
}

fn unwritten() -> Unwritten {
    Unwritten("standard output".into())
}

impl Writer for Stdout {
    fn write(&mut self, rows: Rows) -> Result<()> {
        match rows {
            Rows::Lines(lines) => self.0.write_all(&lines).with_context(unwritten),
            Rows::Table(_) | Rows::None => Ok(()),
        }
    }

    fn finish(mut self: Box<Self>) -> Result<()> {
        self.0.flush().with_context(unwritten)
    }
}

/// A file that gets its name when it is whole: until then it is beside it, with `.part` behind its name.
pub(crate) struct Beside {
    form: Form,
    part: Part,
    path: PathBuf,
}

/// The name of a file that is not whole; it is taken away if the file never becomes so.
struct Part(PathBuf);

impl Drop for Part {
    fn drop(&mut self) {
        // After it was renamed, nothing is there.
        let _ = fs::remove_file(&self.0);
    }
}

enum Form {
    Lines(BufWriter<File>),
    Table(Box<table::Writer>),
}

impl Beside {
    pub(crate) fn create(path: &Path, kind: Kind, subject: Subject) -> Result<Self> {
        let mut part = path.as_os_str().to_owned();
        part.push(".part");
        let part = PathBuf::from(part);
        let file = File::create(&part).with_context(|| Unwritten(part.display().to_string()))?;
        let form = match kind {
            Kind::Jsonl => Form::Lines(BufWriter::with_capacity(1 << 20, file)),
            Kind::Parquet => Form::Table(Box::new(table::Writer::new(file, subject)?)),
        };
        Ok(Self { form, part: Part(part), path: path.to_path_buf() })
    }
}

impl Writer for Beside {
    fn write(&mut self, rows: Rows) -> Result<()> {
        let written = match (&mut self.form, rows) {
            (Form::Lines(file), Rows::Lines(lines)) => file.write_all(&lines).map_err(Into::into),
            (Form::Table(table), Rows::Table(rows)) => table.write(rows),
            _ => Ok(()),
        };
        written.with_context(|| Unwritten(self.path.display().to_string()))
    }

    fn finish(self: Box<Self>) -> Result<()> {
        let Self { form, part, path } = *self;
        let finish = || -> Result<()> {
            let file = match form {
                Form::Lines(file) => file.into_inner().map_err(io::IntoInnerError::into_error)?,
                Form::Table(table) => table.finish()?,
            };
            // On the disk before it has its name, so that a name means a whole file after a loss of power as well.
            file.sync_all()?;
            Ok(fs::rename(&part.0, &path)?)
        };
        finish().with_context(|| Unwritten(path.display().to_string()))
    }
}
