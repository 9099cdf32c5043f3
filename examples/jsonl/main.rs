//! Finds the tweets in every record of JSON Lines files, or in plain texts.
//!
//! ```sh
//! cargo run --release --example jsonl -- pages.jsonl.gz > tweets.jsonl
//! cargo run --release --example jsonl -- --from text *.txt > tweets.jsonl
//! cargo run --release --example jsonl -- --prose pages.jsonl.gz > prose.jsonl
//! zcat pages.jsonl.gz | cargo run --release --example jsonl -- --text-field body --id-field url
//! cargo run --release --example jsonl -- --html --text-field html crawl.jsonl.gz > embeds.jsonl
//! ```
//!
//! The built program also works as the command of Spark's `RDD.pipe` and of Hadoop streaming: it reads records from
//! standard input, writes a line for each, and flushes whenever it would have to wait for more.

use std::{
    fmt,
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
    process::ExitCode,
    time::{Duration, Instant},
};

use clap::{Parser, ValueEnum};
use embedded_tweet::{Alternative, Extractor, Tweet, html};
use embedded_tweet_documents::{Line, Lines, Source, exit_codes};
use serde::Serialize;

mod input;
mod record;

use record::{BadRecord, Fields, Record};

/// Finds the tweets in every record of JSON Lines files, or in plain texts.
///
/// Writes a line {"id":…,"tweets":[…]} for each record, in the order of the input; "id" is the record's, of whatever
/// JSON type and to the last digit, or the record's number, from 1. Spans are byte offsets into the record's text. With
/// --html, a line is {"id":…,"embeds":[…]}: each embed has its span, and as far as it tells them its status id, its
/// handle and its tweet, whose spans are byte offsets into what the embed says.
#[derive(Debug, Parser)]
#[command(name = "jsonl", version, after_help = after_help())]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
struct Args {
    /// Report records that cannot be read, and go on
    #[arg(long)]
    skip_bad: bool,

    /// The field that holds the text to search, a string
    #[arg(long, value_name = "NAME", default_value = "text")]
    text_field: String,

    /// The field that names the record; a record without it is called by its number, from 1
    #[arg(long, value_name = "NAME", default_value = "id")]
    id_field: String,

    /// How a file holds its records
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = Format::Jsonl)]
    from: Format,

    /// Read the texts as HTML, and find the tweets by their markup
    #[arg(long, conflicts_with = "dated")]
    html: bool,

    /// Take only quotations with a date
    #[arg(long)]
    dated: bool,

    /// Take only tweets that are at least so sure to begin where they do, from 0 to 1; others are prose
    #[arg(long, value_name = "CONFIDENCE", conflicts_with = "html", value_parser = confidence, allow_negative_numbers = true)]
    min_confidence: Option<f32>,

    /// Write {"id":…,"prose":…} instead: the text without its tweets and the gaps that they leave, or the HTML without
    /// its embeds
    #[arg(long)]
    prose: bool,

    /// Give each tweet "alternatives": the likeliest beginnings of its text, six at most, best first, each with its
    /// start, text, boundary and log-probability
    #[arg(long, conflicts_with_all = ["html", "prose"])]
    alternatives: bool,

    /// The longest line or file of text that is read, in bytes; a longer one is a bad record
    #[arg(long, alias = "max-line", value_name = "BYTES", default_value_t = 256 << 20, allow_negative_numbers = true)]
    max_record: usize,

    /// Say at the end how much was read and found, on standard error
    #[arg(long)]
    stats: bool,

    /// Plain or compressed with gzip or zstd, told by their content; `-` for standard input [default: -]
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A JSON object for each record, on a line of its own
    Jsonl,
    /// The file is one record, and the text as it stands
    Text,
}

/// A confidence that an extractor takes.
fn confidence(argument: &str) -> Result<f32, String> {
    let confidence = argument.parse().map_err(|error| format!("{error}"))?;
    Extractor::new().refuse_below(confidence).map(|_| confidence).ok_or_else(|| "not from 0 to 1".into())
}

const AFTER_HELP: &str = "\
A record that is no JSON object, lacks its text, or is not UTF-8 is reported on standard error with file and line, and \
ends the run; what was written before it is complete. With --skip-bad it is reported, counted and left out. A file that \
cannot be read to its end, such as a gzip file cut short, is an error all the same. Blank lines are no records.";

fn after_help() -> String {
    format!("{AFTER_HELP}\n\n{}", exit_codes("arguments that make no sense"))
}

/// A tweet, and the likeliest beginnings of its text.
#[derive(Serialize)]
struct WithAlternatives<'t> {
    #[serde(flatten)]
    tweet: Tweet<'t>,
    alternatives: Vec<Alternative<'t>>,
}

impl<'t> WithAlternatives<'t> {
    fn new(tweet: Tweet<'t>) -> Self {
        Self { alternatives: tweet.alternatives().collect(), tweet }
    }
}

/// What was read and found.
#[derive(Debug, Default)]
struct Counts {
    records: u64,
    tweets: u64,
    bad_records: u64,
    bad_files: u64,
    bytes: u64,
}

impl Counts {
    fn write(&self, out: &mut dyn Write, time: Duration) -> io::Result<()> {
        let Self { records, tweets, bad_records, bad_files, bytes } = self;
        #[expect(clippy::cast_precision_loss, reason = "for people, who read three digits")]
        let (megabytes, seconds) = (*bytes as f64 / 1e6, time.as_secs_f64());
        writeln!(
            out,
            "jsonl: {records} records, {tweets} tweets, {bad_records} bad records, {bad_files} bad files, \
             {megabytes:.1} MB in {seconds:.2} s ({:.1} MB/s)",
            megabytes / seconds
        )
    }
}

/// Why the run ends before the end of its input.
enum Stop {
    /// A bad record, or a file that cannot be read; it was reported.
    Bad,
    /// The output cannot be written.
    Output(io::Error),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

fn main() -> ExitCode {
    let args = Args::parse();
    let start = Instant::now();
    let extractor = Extractor::new().accept_undated(!args.dated);
    // That it is a confidence was checked.
    let extractor = args.min_confidence.and_then(|least| extractor.refuse_below(least)).unwrap_or(extractor);
    let out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let mut run = Run { out, counts: Counts::default(), extractor, args };
    let stop = run.all();
    let code = run.end(stop);
    let Run { counts, args, .. } = &run;
    // Where standard error is closed, there is nobody to tell.
    if args.stats {
        let _ = counts.write(&mut io::stderr(), start.elapsed());
    } else if args.skip_bad && counts.bad_records > 0 {
        let _ = writeln!(io::stderr(), "jsonl: bad records left out: {}", counts.bad_records);
    }
    code
}

struct Run<W> {
    args: Args,
    extractor: Extractor,
    out: W,
    counts: Counts,
}

impl<W: Write> Run<W> {
    fn all(&mut self) -> Result<(), Stop> {
        let files = std::mem::take(&mut self.args.files);
        if files.is_empty() {
            return self.file(Path::new("-"));
        }
        files.iter().try_for_each(|path| self.file(path))
    }

    /// Flushes the output, and gives the exit code.
    fn end(&mut self, stop: Result<(), Stop>) -> ExitCode {
        let written = match stop {
            Ok(()) | Err(Stop::Bad) => self.out.flush(),
            Err(Stop::Output(error)) => Err(error),
        };
        match written {
            Ok(()) if self.lost_something() => ExitCode::FAILURE,
            Ok(()) => ExitCode::SUCCESS,
            // Whoever reads the output has seen enough.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
            Err(error) => {
                complain("standard output", &error);
                ExitCode::FAILURE
            }
        }
    }

    /// Whether input is missing in the output that nobody allowed to be.
    fn lost_something(&self) -> bool {
        self.counts.bad_files > 0 || (self.counts.bad_records > 0 && !self.args.skip_bad)
    }

    fn file(&mut self, path: &Path) -> Result<(), Stop> {
        let name = if path.as_os_str() == "-" { "standard input".to_owned() } else { path.display().to_string() };
        match (input::open(path), self.args.from) {
            (Ok(source), Format::Jsonl) => self.lines(&name, Lines::new(source, self.args.max_record)),
            (Ok(source), Format::Text) => self.text(&name, source),
            (Err(error), _) => self.bad_file(&name, &error),
        }
    }

    /// A file that is one record.
    fn text(&mut self, name: &str, mut source: Source) -> Result<(), Stop> {
        let mut bytes = Vec::new();
        let max = self.args.max_record;
        let whole = source.take(max as u64 + 1, |part| bytes.extend_from_slice(part));
        if let Err(error) = whole {
            return self.bad_file(name, &input::explain(&error, source.compression()));
        }
        self.counts.bytes += bytes.len() as u64;
        if bytes.len() > max {
            return self.bad_record(name, &BadRecord::TooLong { max });
        }
        match record::utf8(bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes)) {
            Ok(text) => Ok(self.record(&Record { id: None, text: text.into() })?),
            Err(error) => self.bad_record(name, &error),
        }
    }

    fn lines(&mut self, name: &str, mut lines: Lines) -> Result<(), Stop> {
        let mut bytes = Vec::new();
        loop {
            if lines.may_wait() {
                // Whoever waits for the answer to what it sent gets it before more is waited for.
                self.out.flush()?;
            }
            bytes.clear();
            let read = lines.next(&mut bytes);
            let number = lines.number();
            match read {
                Ok(None) => return Ok(()),
                Ok(Some(Line::Whole)) => self.line(name, number, &bytes)?,
                Ok(Some(Line::TooLong { len })) => {
                    self.counts.bytes += len;
                    let error = BadRecord::TooLong { max: self.args.max_record };
                    self.bad_record(format_args!("{name}:{number}"), &error)?;
                }
                Err(error) => {
                    let error = input::explain(&error, lines.source().compression());
                    return self.bad_file(format_args!("{name}:{}", number + 1), &error);
                }
            }
        }
    }

    fn line(&mut self, name: &str, number: u64, line: &[u8]) -> Result<(), Stop> {
        let line = line.strip_suffix(b"\n").unwrap_or(line);
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        self.counts.bytes += line.len() as u64;
        if line.iter().all(u8::is_ascii_whitespace) {
            return Ok(());
        }
        match record::read(line, Fields { id: &self.args.id_field, text: &self.args.text_field }) {
            Ok(record) => Ok(self.record(&record)?),
            Err(error) => self.bad_record(format_args!("{name}:{number}"), &error),
        }
    }

    fn record(&mut self, record: &Record<'_>) -> io::Result<()> {
        self.counts.records += 1;
        // Those that were left out have their number as well.
        let number = (self.counts.records + self.counts.bad_records).to_string();
        let (id, text) = (record.id.unwrap_or(&number), record.text.as_ref());
        match (self.args.html, self.args.prose) {
            (false, false) if self.args.alternatives => {
                self.items(id, "tweets", self.extractor.tweets(text).map(WithAlternatives::new))
            }
            (false, false) => self.items(id, "tweets", self.extractor.tweets(text)),
            (true, false) => self.items(id, "embeds", html::embeds(text)),
            (false, true) => {
                if self.args.stats {
                    self.counts.tweets += self.extractor.tweets(text).count() as u64;
                }
                self.prose(id, &self.extractor.prose(text))
            }
            (true, true) => {
                let mut markup = String::new();
                for segment in html::segments(text) {
                    match segment {
                        html::Segment::Markup(part) => markup.push_str(part),
                        html::Segment::Embed(_) => self.counts.tweets += 1,
                    }
                }
                self.prose(id, &markup)
            }
        }
    }

    fn prose(&mut self, id: &str, prose: &str) -> io::Result<()> {
        write!(self.out, "{{\"id\":{id},\"prose\":")?;
        serde_json::to_writer(&mut self.out, prose)?;
        self.out.write_all(b"}\n")
    }

    fn items(&mut self, id: &str, field: &str, items: impl Iterator<Item: Serialize>) -> io::Result<()> {
        write!(self.out, "{{\"id\":{id},\"{field}\":[")?;
        for (item, at) in items.zip(0_u64..) {
            self.counts.tweets += 1;
            if at > 0 {
                self.out.write_all(b",")?;
            }
            serde_json::to_writer(&mut self.out, &item)?;
        }
        self.out.write_all(b"]}\n")
    }

    fn bad_record(&mut self, place: impl fmt::Display, error: &dyn fmt::Display) -> Result<(), Stop> {
        self.counts.bad_records += 1;
        complain(place, error);
        if self.args.skip_bad { Ok(()) } else { Err(Stop::Bad) }
    }

    fn bad_file(&mut self, place: impl fmt::Display, error: &dyn fmt::Display) -> Result<(), Stop> {
        self.counts.bad_files += 1;
        complain(place, error);
        if self.args.skip_bad { Ok(()) } else { Err(Stop::Bad) }
    }
}

fn complain(place: impl fmt::Display, error: &dyn fmt::Display) {
    let _ = writeln!(io::stderr(), "jsonl: {place}: {error}");
}
