//! How far the run is.

use std::{
    io::{self, IsTerminal},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use indicatif::{HumanCount, ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::tally::Tally;

const STYLE: &str = "{bar:24} {percent:>3} %  {bytes}/{total_bytes}  {binary_bytes_per_sec}  {msg}  {eta} left";
/// Where the size of the input is not known.
const STREAM_STYLE: &str = "{spinner}  {bytes}  {binary_bytes_per_sec}  {msg}";

/// The bar on the terminal and what it shows; there is none where standard error is no terminal.
#[derive(Debug, Clone)]
pub(crate) struct Progress(Arc<Shown>);

#[derive(Debug)]
struct Shown {
    bar: ProgressBar,
    bytes: AtomicU64,
    documents: AtomicU64,
    tweets: AtomicU64,
}

impl Progress {
    /// `total` is in bytes as stored, 0 where it is not known.
    pub(crate) fn new(total: u64, quiet: bool) -> Self {
        let bar = if quiet || !io::stderr().is_terminal() {
            ProgressBar::hidden()
        } else {
            let bar = ProgressBar::with_draw_target((total > 0).then_some(total), ProgressDrawTarget::stderr());
            let style = if total > 0 { STYLE } else { STREAM_STYLE };
            bar.set_style(ProgressStyle::with_template(style).unwrap_or_else(|_| ProgressStyle::default_bar()));
            bar.enable_steady_tick(Duration::from_millis(200));
            bar
        };
        let (bytes, documents, tweets) = Default::default();
        Self(Arc::new(Shown { bar, bytes, documents, tweets }))
    }

    /// Bytes were read, as stored.
    pub(crate) fn bytes(&self, len: u64) {
        self.0.bytes.fetch_add(len, Ordering::Relaxed);
        self.0.bar.inc(len);
    }

    /// Bytes need not be read, since an earlier run did what is to be done with them.
    pub(crate) fn pass_over(&self, len: u64) {
        self.0.bar.inc(len);
    }

    /// Documents were worked on.
    pub(crate) fn found(&self, tally: &Tally) {
        let documents = self.0.documents.fetch_add(tally.documents, Ordering::Relaxed) + tally.documents;
        let tweets = self.0.tweets.fetch_add(tally.tweets, Ordering::Relaxed) + tally.tweets;
        if !self.0.bar.is_hidden() {
            let (documents, tweets) = (HumanCount(documents), HumanCount(tweets));
            self.0.bar.set_message(format!("{documents} documents  {tweets} tweets"));
        }
    }

    /// Bytes read so far, as stored.
    pub(crate) fn read(&self) -> u64 {
        self.0.bytes.load(Ordering::Relaxed)
    }

    /// Writes a line to standard error without disturbing the bar.
    pub(crate) fn complain(&self, line: &str) {
        self.0.bar.suspend(|| eprintln!("{line}"));
    }

    pub(crate) fn finish(&self) {
        self.0.bar.finish_and_clear();
    }
}
