//! Shows what was found in texts as one HTML file, which needs nothing else to be read.
//!
//! ```sh
//! cargo run --example report                                        # articles that come with the example
//! cargo run --example report -- -o flood.html article.txt page.html
//! cargo run --example report -- -o corpus.html tweets/*.jsonl
//! ```

mod article;
mod chart;
mod input;
mod others;
mod overview;
mod page;
mod row;
mod table;
mod text;

use std::{
    fs,
    io::{self, Write},
    path::PathBuf,
    process::ExitCode,
};

use clap::Parser;

use input::Collection;

/// What is shown when no file is named.
const SAMPLE: &str = include_str!("sample.jsonl");
const SAMPLE_NAME: &str = "examples/report/sample.jsonl";

/// Shows the tweets of articles and pages, or those that were extracted, as one HTML file.
#[derive(Debug, Parser)]
#[command(name = "report", version, after_help = AFTER_HELP)]
struct Args {
    /// Texts, JSON Lines, and folders of them [default: articles that come with the example]
    #[arg(value_name = "INPUT")]
    inputs: Vec<PathBuf>,

    /// The file to write, `-` for standard output
    #[arg(short, long, value_name = "FILE", default_value = "report.html")]
    output: PathBuf,

    /// What the page is called
    #[arg(long, default_value = "Tweets in the text")]
    title: String,

    /// How many articles are shown with their prose
    #[arg(long, value_name = "NUMBER", default_value_t = 20, allow_negative_numbers = true)]
    articles: usize,

    /// How many tweets the table lists
    #[arg(long, value_name = "NUMBER", default_value_t = 1000, allow_negative_numbers = true)]
    rows: usize,
}

const AFTER_HELP: &str = "\
JSON Lines (.jsonl, .ndjson) hold a document a line ({\"id\":…,\"text\":…}), or what the examples extract, jsonl and corpus \
wrote: a tweet or an embed a line, or {\"id\":…,\"tweets\":[…]}, {\"id\":…,\"embeds\":[…]}. Files that are called .html, or \
begin so, are pages; any other file is a text.

The page has no network access, needs no script, and shows whatever the texts hold as text.

Exit codes: 0; 1 if a file could not be read or a line not be understood, which is reported, and the others are shown; 2 \
if the arguments make no sense.";

fn main() -> ExitCode {
    let args = Args::parse();
    let mut collection = Collection::new(args.articles);
    if args.inputs.is_empty() {
        collection.add_lines(SAMPLE_NAME, SAMPLE);
    }
    for path in &args.inputs {
        collection.add(path);
    }
    for complaint in &collection.complaints {
        complain(complaint);
    }
    let page = page::page(&args.title, &collection, args.rows).into_string();
    let stdout = args.output.as_os_str() == "-";
    let written = if stdout { io::stdout().write_all(page.as_bytes()) } else { fs::write(&args.output, page) };
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            complain(&format!("{}: {error}", args.output.display()));
            return ExitCode::FAILURE;
        }
        _ => {}
    }
    if !stdout {
        complain(&format!("{}: {}", args.output.display(), page::found(&collection)));
    }
    if collection.complaints.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Writes one line to standard error; where that is closed, there is nobody to tell.
fn complain(line: &str) {
    let _ = writeln!(io::stderr(), "report: {line}");
}
