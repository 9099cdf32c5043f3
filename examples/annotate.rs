//! Shows a text in the terminal with the parts of its tweets coloured, to see what was taken for what.
//!
//! ```sh
//! cargo run --example annotate                          # an article that comes with the examples
//! cargo run --example annotate -- article.txt | less -R
//! cargo run --example annotate -- --plain article.txt   # the parts in brackets instead of colours
//! ```

#[path = "extract/documents.rs"]
mod documents;
#[path = "annotate/mark.rs"]
mod mark;

use std::{
    io::{self, BufWriter, StdoutLock, Write},
    path::PathBuf,
    process::ExitCode,
};

use anstream::{AutoStream, ColorChoice};
use clap::{Parser, ValueEnum};

use documents::Document;
use mark::Style;

/// Shows texts with the parts of their tweets coloured.
#[derive(Debug, Parser)]
#[command(name = "annotate", version, after_help = AFTER_HELP)]
struct Args {
    /// Brackets of different shapes instead of colours, as in the tests of this crate
    #[arg(long)]
    plain: bool,

    /// When to color; `auto` does on a terminal, and heeds `NO_COLOR`; where not, the parts are put in brackets
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
    color: Color,

    /// No legend
    #[arg(long)]
    no_legend: bool,

    /// UTF-8 text files, `-` for standard input
    /// [default: what comes from a pipe, else an article that comes with the examples]
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

const AFTER_HELP: &str = "\
Before each tweet stands how its beginning was found, and in per cent how sure that is: [paragraph 93 %]. Where that is less \
than 70 %, the first words of other likely beginnings follow: [words 41 %, or “So glad to be …”].

Exit codes: 0; 1 if a file could not be read or is not UTF-8, the others are shown; 2 if the arguments make no sense.";

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Color {
    Auto,
    Always,
    Never,
}

fn main() -> ExitCode {
    let args = Args::parse();
    let style = if args.plain || !colors(args.color) { Style::Brackets } else { Style::Colors };
    let out = BufWriter::new(io::stdout().lock());
    let (has_legend, has_titles) = (!args.no_legend, args.files.len() > 1);
    documents::work_on(&args.files, "annotate", &mut Output { out, style, has_legend, has_titles })
}

struct Output {
    out: BufWriter<StdoutLock<'static>>,
    style: Style,
    /// Whether the legend is still to be written, and whether texts have titles.
    has_legend: bool,
    has_titles: bool,
}

impl documents::Output for Output {
    fn document(&mut self, document: &Document) -> io::Result<()> {
        if std::mem::take(&mut self.has_legend) {
            mark::legend(&mut self.out, self.style)?;
        }
        if self.has_titles {
            mark::title(&mut self.out, &document.name, self.style)?;
        }
        mark::annotate(&mut self.out, &document.text, self.style)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Whether colours are wanted and can be shown.
fn colors(color: Color) -> bool {
    match color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => AutoStream::choice(&io::stdout()) != ColorChoice::Never,
    }
}
