//! Takes the tweets out of text files and of pages in HTML: shows them, writes them as JSON, or prints the prose that
//! is left.
//!
//! ```sh
//! cargo run --example extract                                       # an article that comes with the example
//! cargo run --example extract -- article.txt
//! cargo run --example extract -- --format jsonl a.txt b.txt | jq .author.handle
//! cargo run --example extract -- page.html                          # by its markup; told by its beginning
//! pdftotext report.pdf - | cargo run --example extract -- --format prose
//! ```

use std::{
    io::{self, BufWriter, Write},
    path::PathBuf,
    process::ExitCode,
};

use anstream::AutoStream;
use clap::{Parser, ValueEnum};
use embedded_tweet::{Tweet, html, tweets};
use serde::Serialize;

#[path = "extract/documents.rs"]
mod documents;
#[path = "extract/report.rs"]
mod report;

use documents::Document;

/// Finds tweets that were embedded in a web page, in its HTML or flattened into plain text.
#[derive(Debug, Parser)]
#[command(name = "extract", version, after_help = AFTER_HELP)]
struct Args {
    /// How to write what was found
    #[arg(short, long, value_enum, default_value_t = Format::Text)]
    format: Format,

    /// When to color the `text` format; `auto` does on a terminal, and heeds `NO_COLOR`
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
    color: Color,

    /// Read all files as HTML; without it, those that begin with a tag
    #[arg(long)]
    html: bool,

    /// Read all files as plain text, whatever they begin with
    #[arg(long, conflicts_with = "html")]
    plain: bool,

    /// UTF-8 text files, `-` for standard input
    /// [default: what comes from a pipe, else an article that comes with the example]
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

const AFTER_HELP: &str = "\
All offsets are bytes of the file's text, from 0; those of a tweet in HTML are bytes of what its element says.

A file that cannot be read, or is not UTF-8, is reported on standard error and the others are still done; the exit code \
is then 1, as when the output cannot be written. It is 2 if the arguments make no sense.";

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// To be read: each tweet with its parts, then the prose without them
    Text,
    /// An object `{"tweets":[…]}` for each file, on a line of its own; for HTML, `{"embeds":[…]}`
    Json,
    /// An object for each tweet, or for each embed of HTML, on a line of its own
    Jsonl,
    /// The text with the quotations taken out, the HTML with the embeds; one without any comes out byte for byte
    Prose,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Color {
    Auto,
    Always,
    Never,
}

impl From<Color> for anstream::ColorChoice {
    fn from(color: Color) -> Self {
        match color {
            Color::Auto => Self::Auto,
            Color::Always => Self::Always,
            Color::Never => Self::Never,
        }
    }
}

fn main() -> ExitCode {
    let args = Args::parse();
    documents::work_on(&args.files, "extract", &mut Output::new(&args))
}

struct Output {
    writer: Box<dyn Write>,
    format: Format,
    kind: Option<Kind>,
    width: usize,
    /// Whether a document was written, and whether its last line was ended.
    previous: Option<LastLine>,
}

/// What a document is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Plain,
    Html,
}

impl Kind {
    /// HTML begins with a tag, a comment or a declaration.
    fn guess(text: &str) -> Self {
        let begins_tag = |rest: &str| rest.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '!' | '?'));
        let text = text.trim_start_matches('\u{feff}').trim_start();
        if text.strip_prefix('<').is_some_and(begins_tag) { Self::Html } else { Self::Plain }
    }
}

#[derive(PartialEq, Eq)]
enum LastLine {
    Ended,
    Open,
}

impl Output {
    fn new(args: &Args) -> Self {
        let stdout = io::stdout().lock();
        let writer: Box<dyn Write> = match args.format {
            Format::Text => Box::new(BufWriter::new(AutoStream::new(stdout, args.color.into()))),
            Format::Json | Format::Jsonl | Format::Prose => Box::new(BufWriter::new(stdout)),
        };
        let kind = if args.html { Some(Kind::Html) } else { args.plain.then_some(Kind::Plain) };
        Self { writer, format: args.format, kind, width: report::width(), previous: None }
    }

    /// An object with one field, on a line of its own.
    fn object(&mut self, field: &str, items: impl Serialize) -> io::Result<()> {
        write!(self.writer, "{{\"{field}\":")?;
        serde_json::to_writer(&mut self.writer, &items)?;
        self.writer.write_all(b"}\n")
    }

    fn line(&mut self, item: &impl Serialize) -> io::Result<()> {
        serde_json::to_writer(&mut self.writer, item)?;
        self.writer.write_all(b"\n")
    }

    /// What is left of a document, on lines of its own.
    fn prose(&mut self, prose: &str) -> io::Result<()> {
        if self.previous == Some(LastLine::Open) {
            writeln!(self.writer)?;
        }
        let open = !prose.is_empty() && !prose.ends_with('\n');
        self.previous = Some(if open { LastLine::Open } else { LastLine::Ended });
        self.writer.write_all(prose.as_bytes())
    }
}

impl documents::Output for Output {
    fn document(&mut self, document: &Document) -> io::Result<()> {
        let text = document.text.as_str();
        let kind = self.kind.unwrap_or_else(|| Kind::guess(text));
        match (self.format, kind) {
            (Format::Text, _) => {
                if self.previous.is_some() {
                    writeln!(self.writer)?;
                }
                match kind {
                    Kind::Plain => report::write(&mut self.writer, &document.name, text, self.width)?,
                    Kind::Html => report::write_embeds(&mut self.writer, &document.name, text, self.width)?,
                }
            }
            (Format::Json, Kind::Plain) => self.object("tweets", tweets(text).collect::<Vec<Tweet<'_>>>())?,
            (Format::Json, Kind::Html) => self.object("embeds", html::embeds(text).collect::<Vec<_>>())?,
            (Format::Jsonl, Kind::Plain) => tweets(text).try_for_each(|tweet| self.line(&tweet))?,
            (Format::Jsonl, Kind::Html) => html::embeds(text).try_for_each(|embed| self.line(&embed))?,
            (Format::Prose, Kind::Plain) => return self.prose(&embedded_tweet::prose(text)),
            (Format::Prose, Kind::Html) => {
                let markup: String = html::segments(text).filter_map(|segment| segment.markup()).collect();
                return self.prose(&markup);
            }
        }
        self.previous = Some(LastLine::Ended);
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.writer.flush()
    }
}
