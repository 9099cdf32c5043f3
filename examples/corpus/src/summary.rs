//! What the run did, to be read by a person.

use std::{
    fmt::{self, Display, Write as _},
    fs,
    time::Duration,
};

use indicatif::{BinaryBytes, HumanCount};

use crate::tally::Tally;

/// How many authors are named.
const AUTHORS: usize = 10;

pub(crate) struct Summary<'r> {
    pub(crate) tally: &'r Tally,
    pub(crate) done: usize,
    /// Files that were finished by an earlier run.
    pub(crate) kept: usize,
    pub(crate) failed: usize,
    /// Bytes as stored that this run read, and how long it took.
    pub(crate) read: u64,
    pub(crate) took: Duration,
    pub(crate) dry: bool,
}

impl Display for Summary<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { tally, done, kept, failed, read, took, .. } = *self;
        let seconds = took.as_secs_f64();
        #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let speed = (tally.text as f64 / seconds.max(1e-9)) as u64;
        let mut files = format!("{done} done");
        for (count, what) in [(kept, "done before"), (failed, "failed")] {
            if count > 0 {
                let _ = write!(files, ", {count} {what}");
            }
        }
        line(f, "files", files)?;
        line(f, "read", format_args!("{} in {seconds:.1} s", BinaryBytes(read)))?;
        let speed = if kept == 0 { format!(", {}/s", BinaryBytes(speed)) } else { String::new() };
        line(f, "text", format_args!("{}{speed}", BinaryBytes(tally.text)))?;
        let documents = HumanCount(tally.documents);
        match tally.bad {
            0 => line(f, "documents", documents)?,
            bad => line(f, "documents", format_args!("{documents}, and {} bad records", HumanCount(bad)))?,
        }
        if !tally.skipped.is_empty() {
            let skipped: u64 = tally.skipped.values().sum();
            let reasons: Vec<_> =
                tally.skipped.iter().map(|(reason, &count)| format!("{reason} {}", HumanCount(count))).collect();
            line(f, "skipped", format_args!("{} responses: {}", HumanCount(skipped), reasons.join(", ")))?;
        }
        if !self.dry {
            self.tweets(f)?;
        }
        match peak_memory() {
            Some(peak) => line(f, "memory", format_args!("{} at most", BinaryBytes(peak))),
            None => Ok(()),
        }
    }
}

impl Summary<'_> {
    fn tweets(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tally = self.tally;
        let (tweets, with) = (HumanCount(tally.tweets), HumanCount(tally.with_tweets));
        line(f, "tweets", format_args!("{tweets} in {with} documents"))?;
        if tally.tweets == 0 {
            return Ok(());
        }
        let boundaries = tally.boundaries.iter().map(|(kind, &count)| (format!("{kind:?}").to_lowercase(), count));
        // Where the text of an embed begins, its element says.
        if !tally.boundaries.is_empty() {
            line(f, "boundaries", shares(boundaries.collect(), tally.tweets))?;
        }
        let languages = tally.languages.iter().map(|(language, &count)| (language.clone(), count));
        line(f, "dates", shares(languages.collect(), tally.tweets))?;
        let authors = tally.authors.top(AUTHORS);
        let authors: Vec<_> =
            authors.iter().map(|(handle, count)| format!("@{handle} {}", HumanCount(*count))).collect();
        line(f, "authors", authors.join(", "))?;
        match tally.authors.error() {
            0 => Ok(()),
            error => line(f, "", format_args!("(of so many authors that counts may be {} too low)", HumanCount(error))),
        }
    }
}

fn line(f: &mut fmt::Formatter<'_>, what: &str, value: impl Display) -> fmt::Result {
    writeln!(f, "{what:<11} {value}")
}

/// How many shares are told one by one.
const SHARES: usize = 8;

/// Counts as shares of `all`, greatest first.
fn shares(mut counts: Vec<(String, u64)>, all: u64) -> String {
    counts.sort_by(|(a, one), (b, two)| two.cmp(one).then_with(|| a.cmp(b)));
    #[allow(clippy::cast_precision_loss)]
    let share = |count: u64| 100.0 * count as f64 / all as f64;
    let others = counts.split_off(SHARES.min(counts.len()));
    if !others.is_empty() {
        counts.push(("others".into(), others.iter().map(|(_, count)| count).sum()));
    }
    let shares: Vec<_> = counts.iter().map(|(what, count)| format!("{what} {:.1} %", share(*count))).collect();
    shares.join(", ")
}

/// The most memory that the process had, where the system tells (Linux).
fn peak_memory() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kib: u64 = line.trim().trim_end_matches("kB").trim_end().parse().ok()?;
    Some(kib * 1024)
}
