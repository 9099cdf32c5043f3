//! One file from its first record to its last.
//!
//! While the cores work on one batch, the next is read and the one before is written. There are never more than these
//! three, so that memory is bounded, and they stay in order, so that the output is the same whatever the cores do.

use std::mem;

use anyhow::{Result, bail};

use crate::{
    batch::Batch,
    document::Defect,
    found::{Found, Job, work},
    output::Writer,
    progress::Progress,
    read::{Choices, Reader},
    tally::Tally,
};

/// What is the same for all files.
pub(crate) struct Run {
    pub(crate) choices: Choices,
    pub(crate) skip_bad: bool,
    pub(crate) progress: Progress,
}

/// How many bad records of a file are told one by one.
const TOLD: u64 = 100;

/// Does `job` with the records of the file that is called `name`, from `reader` to `writer`, which is left to be
/// finished.
///
/// # Errors
///
/// If the file cannot be read to its end, the output not be written, or a record is bad and bad ones are not skipped.
pub(crate) fn run(name: &str, job: Job, reader: &mut dyn Reader, writer: &mut dyn Writer, run: &Run) -> Result<Tally> {
    let mut tally = Tally::default();
    let (mut batch, mut next) = (Batch::default(), Batch::default());
    let mut found = Vec::new();
    reader.fill(&mut batch)?;
    loop {
        let ready = mem::take(&mut found);
        next.clear();
        let (read, (worked, written)) = rayon::join(
            || reader.fill(&mut next),
            || {
                rayon::join(
                    || work(&batch, name, job, &run.choices, &run.progress),
                    || write(name, ready, &mut *writer, &mut tally, run),
                )
            },
        );
        written?;
        found = worked?;
        if let Err(error) = read {
            // What is wrong before the place at which the file breaks is told first.
            write(name, found, writer, &mut tally, run)?;
            return Err(error);
        }
        if batch.records.is_empty() && found.is_empty() {
            break;
        }
        mem::swap(&mut batch, &mut next);
    }
    if tally.bad > TOLD {
        run.progress.complain(&format!("corpus: {name}: {} more bad records", tally.bad - TOLD));
    }
    Ok(tally)
}

fn write(name: &str, found: Vec<Found>, writer: &mut dyn Writer, tally: &mut Tally, run: &Run) -> Result<()> {
    for found in found {
        tell(name, &found.defects, tally.bad, run)?;
        tally.merge(found.tally);
        writer.write(found.rows)?;
    }
    Ok(())
}

fn tell(name: &str, defects: &[Defect], told: u64, run: &Run) -> Result<()> {
    for (defect, number) in defects.iter().zip(told..) {
        if !run.skip_bad {
            bail!(BadRecord(format!("{name}{defect}")));
        }
        if number < TOLD {
            run.progress.complain(&format!("corpus: {name}{defect}"));
        }
    }
    Ok(())
}

/// A bad record that ends the work on its file; its words begin with the file's name.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(crate) struct BadRecord(String);
