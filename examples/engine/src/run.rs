//! `run`: a query, here or on a cluster.

use std::{io, path::PathBuf};

use anyhow::{Result, ensure};
use clap::{Args, Parser, ValueEnum};
use datafusion::{arrow::json::LineDelimitedWriter, prelude::SessionContext};
use futures::{StreamExt, TryStreamExt, stream};
use tokio::sync::Mutex;

use crate::{
    bad_input::BadInput,
    input::{self, Shard},
    output::Output,
    session,
};

/// Without a folder for results, the columns that fit on a screen.
const GLANCE: &str = "SELECT shard, record, handle, date, text FROM tweets ORDER BY shard, record, span_start";

#[derive(Debug, Args)]
pub(crate) struct Run {
    /// A file or folder of JSON Lines (with the fields `text` and perhaps `id`) or WET, with or without gzip or zstd;
    /// can be given more than once. Without it, some articles that the program brings along
    #[arg(long, value_name = "PATH", num_args = 1..)]
    input: Vec<PathBuf>,

    /// The folder to write to, which is made, or is empty: a file for each input file. Without it, results are printed
    #[arg(long, value_name = "FOLDER")]
    output: Option<PathBuf>,

    /// The format of what is written, or printed. Without it, Parquet is written and a table printed
    #[arg(long)]
    format: Option<Format>,

    /// The query; it sees the tables `documents` (shard, record, id, text) and `tweets`, and the functions
    /// `extract_tweets(text)` and `documents('path', …)`. With --output it is run on each input file by itself. Without
    /// it, all of `tweets`
    #[arg(long, value_name = "QUERY")]
    sql: Option<String>,

    /// A Parquet file or a folder of them, as another table for the query; can be given more than once
    #[arg(long, value_name = "NAME=PATH", value_parser = table)]
    table: Vec<(String, String)>,

    /// In how many parts a query is worked on at the same time at most
    /// [default: the cores of this machine; on a cluster, 16]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    partitions: Option<u16>,

    /// How many input files are worked on at the same time, with --output
    /// [default: the cores of this machine; on a cluster, 16, which is to be no less than its cores]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    jobs: Option<u16>,

    /// How often an input file is tried on a cluster, with --output, beyond what the cluster itself tries again
    #[arg(long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u32).range(1..))]
    attempts: u32,

    /// The cluster to run on, by its scheduler; without it, all is done in this process
    #[arg(long, value_name = "HOST:PORT")]
    scheduler: Option<String>,
}

/// How rows are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Apache Parquet
    Parquet,
    /// A JSON object for each row, on a line of its own
    Jsonl,
}

impl Format {
    pub(crate) fn extension(self) -> &'static str {
        match self {
            Self::Parquet => "parquet",
            Self::Jsonl => "jsonl",
        }
    }

    pub(crate) fn engine_name(self) -> &'static str {
        match self {
            Self::Parquet => "PARQUET",
            Self::Jsonl => "JSON",
        }
    }
}

fn table(argument: &str) -> Result<(String, String), String> {
    let (name, path) = argument.split_once('=').ok_or("expected NAME=PATH")?;
    Ok((name.to_owned(), path.to_owned()))
}

impl Default for Run {
    /// What no arguments mean.
    fn default() -> Self {
        #[derive(Debug, Parser)]
        struct Alone {
            #[command(flatten)]
            run: Run,
        }
        Alone::parse_from(["engine"]).run
    }
}

impl Run {
    pub(crate) async fn run(&self) -> Result<()> {
        ensure!(self.table.is_empty() || self.sql.is_some(), "--table is of no use without --sql");
        ensure!(self.output.is_some() || self.format != Some(Format::Parquet), "--format parquet needs --output");
        let shards = if self.input.is_empty() { vec![Shard::sample()] } else { input::shards(&self.input)? };
        // Before anything is read: a folder that is not empty ought to be known at once.
        let attempts = if self.scheduler.is_some() { self.attempts } else { 1 };
        let format = self.format.unwrap_or(Format::Parquet);
        let output = self.output.as_deref().map(|folder| Output::new(folder, format, attempts)).transpose()?;

        let session = session::open(self.scheduler.as_deref(), self.partitions.map(usize::from)).await?;
        for (name, path) in &self.table {
            session::add_parquet(&session, name, path).await?;
        }
        match output {
            Some(output) => self.write(session, &output, &shards).await,
            None => self.print(&session, shards).await,
        }
    }

    /// Runs the query on each of `shards` by itself.
    async fn write(&self, session: SessionContext, output: &Output, shards: &[Shard]) -> Result<()> {
        let query = self.sql.as_deref().unwrap_or("SELECT * FROM tweets").trim().trim_end_matches(';');
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let jobs = self.jobs.map_or(if self.scheduler.is_some() { 16 } else { cores }, usize::from);
        let session = Mutex::new(session);
        let rows: u64 = stream::iter(shards.iter().enumerate())
            .map(|(number, shard)| output.write(&session, query, number, shard))
            .buffer_unordered(jobs)
            .try_fold(0, async |sum, rows| Ok(sum + rows))
            .await?;
        output.complete()?;
        eprintln!("{rows} rows of {} files", shards.len());
        Ok(())
    }

    /// Runs the query on all of `shards` together.
    async fn print(&self, session: &SessionContext, shards: Vec<Shard>) -> Result<()> {
        session::bind(session, shards).await?;
        let rows = session.sql(self.sql.as_deref().unwrap_or(GLANCE)).await?;
        if self.format.is_none() {
            return Ok(rows.show().await?);
        }
        let mut lines = LineDelimitedWriter::new(io::BufWriter::new(io::stdout().lock()));
        let mut batches = rows.execute_stream().await?;
        while let Some(batch) = batches.try_next().await? {
            lines.write(&batch)?;
        }
        Ok(lines.finish()?)
    }
}

/// What went wrong, in words. Of an input that cannot be read, only what is wrong with it: the engine wraps it in where
/// in the engine it came to light, once for each process that it came through.
pub(crate) fn explain(error: &anyhow::Error) -> String {
    if let Some(bad) = error.chain().find_map(|cause| cause.downcast_ref::<BadInput>()) {
        return bad.to_string();
    }
    let all = format!("{error:#}");
    BadInput::find(&all).unwrap_or(&all).to_owned()
}
