//! Results as files: one for each shard.

use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use anyhow::{Context, Result, ensure};
use datafusion::{
    arrow::{
        array::{AsArray, RecordBatch, UInt64Array},
        datatypes::UInt64Type,
    },
    prelude::{DataFrame, SessionContext},
};
use tokio::sync::Mutex;

use crate::{bad_input::BadInput, input::Shard, run::Format, session};

/// A pause before a job is tried again, in which a lost executor may come back or be given up.
const PAUSE: Duration = Duration::from_secs(1);

/// Where a file is until it is complete, in the folder to write to. The engine leaves one that looks complete behind
/// when its query fails, and an executor that was given up may still be writing one when another has long written it
/// again.
const INCOMPLETE: &str = "_incomplete";

/// A folder to write to.
#[derive(Debug)]
pub(crate) struct Output {
    folder: PathBuf,
    format: Format,
    /// How often a shard is tried.
    attempts: u32,
}

impl Output {
    /// Makes the folder.
    ///
    /// # Errors
    ///
    /// If there is something in it: what two runs wrote cannot be told apart afterwards.
    pub(crate) fn new(folder: &Path, format: Format, attempts: u32) -> Result<Self> {
        fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
        let mut entries = fs::read_dir(folder).with_context(|| folder.display().to_string())?;
        ensure!(entries.next().is_none(), "{}: this folder is not empty", folder.display());
        let folder = folder.canonicalize()?;
        fs::create_dir(folder.join(INCOMPLETE)).with_context(|| folder.display().to_string())?;
        Ok(Self { folder, format, attempts })
    }

    /// All is written.
    pub(crate) fn complete(&self) -> Result<()> {
        fs::remove_dir_all(self.folder.join(INCOMPLETE)).with_context(|| self.folder.display().to_string())
    }

    /// Writes the rows that `query` gives for `shard` alone, and tells how many they are.
    ///
    /// A job of its own writes one file, elsewhere until it is complete: it can be done again, and it can be done at
    /// the same time as others. What is planned sees the table `documents` of that moment, so that planning is not done
    /// at the same time.
    pub(crate) async fn write(
        &self,
        session: &Mutex<SessionContext>,
        query: &str,
        number: usize,
        shard: &Shard,
    ) -> Result<u64> {
        let name = format!("part-{number:05}.{}", self.format.extension());
        let (part, incomplete) = (self.folder.join(&name), self.folder.join(INCOMPLETE).join(&name));
        let path = incomplete.to_str().with_context(|| format!("{}: its name is not UTF-8", part.display()))?;
        let to = path.replace('\'', "''");
        let copy = format!("COPY (\n{query}\n) TO '{to}' STORED AS {}", self.format.engine_name());
        let job = {
            let session = session.lock().await;
            session::bind(&session, vec![shard.clone()]).await?;
            session.sql(&copy).await?
        };
        let rows = self.attempt(&job, &name).await?;
        fs::rename(&incomplete, &part).with_context(|| {
            format!("{path} was written, but is not here: do all machines see this folder, under the same path?")
        })?;
        eprintln!("{name}: {rows} rows of {}", shard.name);
        Ok(rows)
    }

    async fn attempt(&self, job: &DataFrame, name: &str) -> Result<u64> {
        let mut attempt = 1;
        loop {
            match job.clone().collect().await {
                Ok(counts) => {
                    let counts = counts.iter().flat_map(RecordBatch::columns);
                    return Ok(counts.filter_map(|count| count.as_primitive_opt::<UInt64Type>()).map(sum).sum());
                }
                Err(error) if attempt < self.attempts && BadInput::find(&error.to_string()).is_none() => {
                    eprintln!("{name}: attempt {attempt} of {} failed: {error}", self.attempts);
                    attempt += 1;
                    tokio::time::sleep(PAUSE).await;
                }
                Err(error) => return Err(error.into()),
            }
        }
    }
}

fn sum(counts: &UInt64Array) -> u64 {
    counts.iter().flatten().sum()
}
