//! Takes the tweets out of a corpus, on all cores of a machine and in bounded memory.
//!
//! ```sh
//! cargo run --manifest-path examples/corpus/Cargo.toml                     # documents that come with the example
//! cargo run --release --manifest-path examples/corpus/Cargo.toml -- --to parquet -o tweets crawl/
//! ```

mod batch;
mod date_language;
mod document;
mod found;
mod frequent;
mod input;
mod ledger;
mod output;
mod pipeline;
mod progress;
mod read;
mod summary;
mod tally;

use std::{
    io::{self, Cursor, Write},
    path::PathBuf,
    process::ExitCode,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
    time::Instant,
};

use anyhow::Result;
use clap::{CommandFactory, Parser, error::ErrorKind};
use embedded_tweet::Extractor;
use embedded_tweet_documents::exit_codes;

use found::{Job, Markup, Subject};
use input::{Format, Shard};
use ledger::Ledger;
use output::{Beside, Kind, Nowhere, Stdout, Unwritten, Writer};
use pipeline::{BadRecord, Run};
use progress::Progress;
use read::Choices;
use summary::Summary;
use tally::Tally;

/// What is worked on when no file is named.
const SAMPLE: &[u8] = include_bytes!("../sample.jsonl");
const SAMPLE_NAME: &str = "sample.jsonl";

/// Takes the tweets out of files of documents, on all cores and in bounded memory.
#[derive(Debug, Parser)]
#[command(name = "corpus", version, after_help = after_help())]
#[allow(clippy::struct_excessive_bools, reason = "switches of a command line")]
struct Args {
    /// Files and folders, `-` for standard input [default: documents that come with the example]
    #[arg(value_name = "INPUT")]
    inputs: Vec<PathBuf>,

    /// The folder for the output, a file for each input file [default: standard output]
    #[arg(short, long, value_name = "FOLDER")]
    output: Option<PathBuf>,

    /// The form of the output
    #[arg(long, value_enum, default_value_t = Kind::Jsonl)]
    to: Kind,

    /// The format of the input, where the files' names do not tell it
    #[arg(long, value_enum, value_name = "FORMAT")]
    from: Option<Format>,

    /// The field or column that holds the text
    #[arg(long, value_name = "NAME", default_value = "text")]
    text_field: String,

    /// The field or column that holds the id; a record without one is called by its file and place
    #[arg(long, value_name = "NAME", default_value = "id")]
    id_field: String,

    /// The texts are pages in HTML, whose tweets are found by their markup; those of .warc and .html are anyway
    #[arg(long)]
    html: bool,

    /// Take only quotations with a date
    #[arg(long, conflicts_with = "html")]
    dated: bool,

    /// Take only tweets that are at least so sure to begin where they do, from 0 to 1; others are prose
    #[arg(long, value_name = "CONFIDENCE", conflicts_with = "html", value_parser = confidence, allow_negative_numbers = true)]
    min_confidence: Option<f32>,

    /// Write {"id":…,"prose":…} for each document instead: the text without its tweets and the gaps that they leave, or
    /// the HTML without its embeds
    #[arg(long)]
    prose: bool,

    /// Go on after a bad record; it is reported all the same
    #[arg(long)]
    skip_bad: bool,

    /// A record of more bytes is bad
    #[arg(long, value_name = "BYTES", default_value_t = 64 << 20, allow_negative_numbers = true)]
    max_record: usize,

    /// Keep the files that an earlier run finished from the same input with the same choices, and do the others
    #[arg(long, requires = "output", conflicts_with = "overwrite")]
    resume: bool,

    /// Do files again whose output is there
    #[arg(long, requires = "output")]
    overwrite: bool,

    /// Read and decode only: what extraction costs is the difference
    #[arg(long)]
    dry_run: bool,

    /// How many cores to use [default: all]
    #[arg(long, value_name = "NUMBER", allow_negative_numbers = true)]
    threads: Option<usize>,

    /// Neither progress nor summary, only complaints
    #[arg(short, long)]
    quiet: bool,
}

const AFTER_HELP: &str = "\
Formats are told by names: .jsonl .ndjson .json (a document a line), .parquet, .warc.wet and .wet (Common Crawl's texts), \
.warc (its pages), .txt .md .text (a file is a document), .html .htm .xhtml (a file is a page), each but Parquet also with \
.gz or .zst, which are recognised by content, of any number of members or frames. In a folder, other files are passed over, \
and so is the folder for the output.

Of a .warc file, the responses that hold HTML are documents. Those of other types, in other encodings than gzip and deflate \
or other character sets than UTF-8 are skipped, and counted by reason.

An output file gets its name when it is finished, with .part behind its name until then. The order of rows is that of \
the input, whatever the number of cores. Of a file that could not be read to its end or had a bad record, no output is \
written; the others are done.";

fn after_help() -> String {
    let exit_codes = exit_codes("arguments that make no sense, input that is not there, or output that is");
    format!("{AFTER_HELP}\n\n{exit_codes}")
}

/// A confidence that an extractor takes.
fn confidence(argument: &str) -> Result<f32, String> {
    let confidence = argument.parse().map_err(|error| format!("{error}"))?;
    Extractor::new().refuse_below(confidence).map(|_| confidence).ok_or_else(|| "not from 0 to 1".into())
}

fn main() -> ExitCode {
    let args = Args::parse();
    if let Err(error) = rayon::ThreadPoolBuilder::new().num_threads(args.threads.unwrap_or(0)).build_global() {
        eprintln!("corpus: {error}");
        return ExitCode::FAILURE;
    }
    if args.to == Kind::Parquet && args.output.is_none() && !args.dry_run {
        let error = Args::command().error(ErrorKind::MissingRequiredArgument, "--to parquet needs --output FOLDER");
        error.exit();
    }
    match plan(&args) {
        Ok(work) => work.run(),
        Err(error) => {
            eprintln!("corpus: {error:#}");
            ExitCode::from(2)
        }
    }
}

/// The work, which makes sense.
#[allow(clippy::struct_excessive_bools, reason = "switches of a command line")]
struct Work {
    run: Run,
    shards: Vec<Shard>,
    sink: Sink,
    resume: bool,
    quiet: bool,
    html: bool,
    prose: bool,
}

/// Where output goes.
enum Sink {
    Nowhere,
    Stdout,
    Folder { ledger: Ledger, kind: Kind },
}

fn plan(args: &Args) -> Result<Work> {
    let shards = match &args.inputs[..] {
        [] => vec![sample()],
        inputs => input::shards(inputs, args.from, args.output.as_deref())?,
    };
    let choices = Choices {
        text_field: args.text_field.clone(),
        id_field: args.id_field.clone(),
        max_record: args.max_record,
        dated: args.dated,
        min_confidence: args.min_confidence,
    };
    let sink = match &args.output {
        _ if args.dry_run => Sink::Nowhere,
        None => Sink::Stdout,
        Some(folder) => {
            let ledger = Ledger::new(folder, args.to, &choices, args.skip_bad, args.html, args.prose);
            if !args.resume && !args.overwrite {
                ledger.refuse_existing(&shards)?;
            }
            Sink::Folder { ledger, kind: args.to }
        }
    };
    let progress = Progress::new(shards.iter().map(|shard| shard.len).sum(), args.quiet);
    let run = Run { choices, skip_bad: args.skip_bad, progress };
    let Args { resume, quiet, html, prose, .. } = *args;
    Ok(Work { run, shards, sink, resume, quiet, html, prose })
}

/// The documents that come with the example, as a file.
fn sample() -> Shard {
    let len = SAMPLE.len() as u64;
    Shard { path: PathBuf::new(), name: SAMPLE_NAME.into(), output: "sample".into(), format: Format::Jsonl, len }
}

/// What became of a file.
enum Outcome {
    Done(Tally),
    /// By an earlier run.
    Kept(Tally),
    Failed,
    /// Whoever reads standard output has seen enough.
    Closed,
}

impl Work {
    fn run(&self) -> ExitCode {
        let start = Instant::now();
        let outcomes = self.outcomes();
        self.run.progress.finish();
        let mut tally = Tally::default();
        let [mut done, mut kept, mut failed] = [0; 3];
        for outcome in outcomes {
            match outcome {
                Outcome::Done(one) => {
                    done += 1;
                    tally.merge(one);
                }
                Outcome::Kept(one) => {
                    kept += 1;
                    tally.merge(one);
                }
                Outcome::Failed => failed += 1,
                Outcome::Closed => return ExitCode::SUCCESS,
            }
        }
        if !self.quiet {
            let (read, took, dry) = (self.run.progress.read(), start.elapsed(), matches!(self.sink, Sink::Nowhere));
            let summary = Summary { tally: &tally, done, kept, failed, read, took, dry };
            // Where standard error is closed, there is nobody to tell.
            let _ = write!(io::stderr(), "{summary}");
        }
        if failed > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS }
    }

    /// What became of each file, in their order.
    ///
    /// As many files are worked on at once as there are cores, so that small ones and the ends of large ones leave none
    /// idle; each also spreads its batches over all cores. To standard output they go one after the other.
    fn outcomes(&self) -> Vec<Outcome> {
        let lanes = match self.sink {
            Sink::Stdout => 1,
            Sink::Nowhere | Sink::Folder { .. } => rayon::current_num_threads().min(self.shards.len()),
        };
        let next = AtomicUsize::new(0);
        let lane = || {
            let mut outcomes = Vec::new();
            loop {
                let index = next.fetch_add(1, Ordering::Relaxed);
                let Some(shard) = self.shards.get(index) else { return outcomes };
                outcomes.push((index, self.outcome(shard)));
            }
        };
        let mut outcomes = thread::scope(|scope| {
            let lanes: Vec<_> = (0..lanes).map(|_| scope.spawn(lane)).collect();
            lanes.into_iter().flat_map(|lane| lane.join().unwrap_or_default()).collect::<Vec<_>>()
        });
        outcomes.sort_unstable_by_key(|&(index, _)| index);
        outcomes.into_iter().map(|(_, outcome)| outcome).collect()
    }

    fn outcome(&self, shard: &Shard) -> Outcome {
        if let (true, Sink::Folder { ledger, .. }) = (self.resume, &self.sink) {
            if let Some(tally) = ledger.finished(shard) {
                self.run.progress.pass_over(shard.len);
                return Outcome::Kept(tally);
            }
        }
        match self.shard(shard) {
            Ok(tally) => Outcome::Done(tally),
            Err(error) if is_closed_pipe(&error) => Outcome::Closed,
            Err(error) => {
                let told = if error.is::<BadRecord>() || error.is::<Unwritten>() {
                    format!("corpus: {error:#}")
                } else {
                    format!("corpus: {}: {error:#}", shard.name)
                };
                self.run.progress.complain(&told);
                Outcome::Failed
            }
        }
    }

    fn shard(&self, shard: &Shard) -> Result<Tally> {
        let Run { choices, progress, .. } = &self.run;
        let mut reader = if shard.path.as_os_str().is_empty() {
            progress.bytes(shard.len);
            read::reader(read::source(Cursor::new(SAMPLE))?, shard.format, choices)
        } else {
            read::open(shard, choices, progress)?
        };
        let markup = if self.html || shard.format.is_html() { Markup::Html } else { Markup::Plain };
        let subject = Subject::new(markup, self.prose);
        let (job, mut writer): (_, Box<dyn Writer>) = match &self.sink {
            Sink::Nowhere => (Job::DryRun, Box::new(Nowhere)),
            Sink::Stdout => (Job::Extract(Kind::Jsonl, subject), Box::new(Stdout::new())),
            Sink::Folder { ledger, kind } => {
                let file = Beside::create(&ledger.begin(shard)?, *kind, subject)?;
                (Job::Extract(*kind, subject), Box::new(file))
            }
        };
        let tally = pipeline::run(&shard.name, job, &mut *reader, &mut *writer, &self.run)?;
        if let Sink::Folder { ledger, .. } = &self.sink {
            ledger.note(shard, &tally)?;
        }
        writer.finish()?;
        Ok(tally)
    }
}

fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .any(|cause| cause.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe))
}
