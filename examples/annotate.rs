//! Shows a text in the terminal with the parts of its tweets coloured, to see what was taken for what.
//!
//! ```sh
//! cargo run --example annotate                          # an article that comes with the examples
//! cargo run --example annotate -- article.txt | less -R
//! cargo run --example annotate -- --plain article.txt   # the parts in brackets instead of colours
//! ```

#[path = "annotate/mark.rs"]
mod mark;

use std::{
    fs,
    io::{self, BufWriter, IsTerminal, Read, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use anstream::{AutoStream, ColorChoice};
use clap::{Parser, ValueEnum};

use mark::Style;

/// What is worked on when no file is named.
const ARTICLE: &str = include_str!("extract/article.txt");

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

    /// UTF-8 text files, `-` for standard input [default: what comes from a pipe, else an article that comes with the examples]
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
    match run(&args) {
        Ok(code) => code,
        // Whoever reads the output has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            complain("standard output", &error);
            ExitCode::FAILURE
        }
    }
}

/// Shows all texts; the error is one of writing.
fn run(args: &Args) -> io::Result<ExitCode> {
    let style = if args.plain || !colors(args.color) { Style::Brackets } else { Style::Colors };
    let mut out = BufWriter::new(io::stdout().lock());
    if !args.no_legend {
        mark::legend(&mut out, style)?;
    }
    let mut code = ExitCode::SUCCESS;
    if args.files.is_empty() {
        match piped() {
            Ok(piped) => mark::annotate(&mut out, piped.as_deref().unwrap_or(ARTICLE), style)?,
            Err(error) => {
                complain("standard input", &error);
                code = ExitCode::FAILURE;
            }
        }
    }
    for path in &args.files {
        match read(path) {
            Ok(text) => {
                if args.files.len() > 1 {
                    mark::title(&mut out, &path.display().to_string(), style)?;
                }
                mark::annotate(&mut out, &text, style)?;
            }
            Err(error) => {
                out.flush()?;
                complain(&path.display().to_string(), &error);
                code = ExitCode::FAILURE;
            }
        }
    }
    out.flush()?;
    Ok(code)
}

/// Whether colours are wanted and can be shown.
fn colors(color: Color) -> bool {
    match color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => AutoStream::choice(&io::stdout()) != ColorChoice::Never,
    }
}

/// What comes from a pipe, if anything.
fn piped() -> Result<Option<String>, String> {
    if io::stdin().is_terminal() {
        return Ok(None);
    }
    read(Path::new("-")).map(|text| Some(text).filter(|text| !text.is_empty()))
}

fn read(path: &Path) -> Result<String, String> {
    let mut bytes = Vec::new();
    let read = if path.as_os_str() == "-" {
        io::stdin().lock().read_to_end(&mut bytes).map(drop)
    } else {
        fs::read(path).map(|read| bytes = read)
    };
    read.map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        format!("not UTF-8 at byte {at}; `iconv -f CHARSET -t UTF-8` converts it")
    })
}

/// Writes one line to standard error; where that is closed, there is nobody to tell.
fn complain(place: &str, error: &dyn std::fmt::Display) {
    let _ = writeln!(io::stderr(), "annotate: {place}: {error}");
}
