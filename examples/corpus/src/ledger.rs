//! What is finished, kept beside the output, so that a run that was killed can be resumed.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use serde::{Deserialize, Serialize};

use crate::{
    input::{Format, Shard},
    output::Kind,
    read::Choices,
    tally::Tally,
};

/// The folder in the output folder that entries are kept in.
const FOLDER: &str = ".corpus";

/// The output folder.
#[derive(Debug)]
pub(crate) struct Ledger {
    folder: PathBuf,
    kind: Kind,
    settings: Settings,
}

/// What decides what the output is, beside the input.
#[expect(clippy::struct_excessive_bools, reason = "switches of a command line")]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Settings {
    version: String,
    text_field: String,
    id_field: String,
    max_record: usize,
    dated: bool,
    min_confidence: Option<f32>,
    skip_bad: bool,
    html: bool,
    prose: bool,
}

/// What is remembered of a finished file. It is written before the output gets its name: where an output is, its entry
/// is.
#[derive(Debug, Serialize, Deserialize)]
struct Entry {
    settings: Settings,
    format: Format,
    /// Of the input, as stored.
    len: u64,
    tally: Tally,
}

impl Ledger {
    pub(crate) fn new(folder: &Path, kind: Kind, choices: &Choices, skip_bad: bool, html: bool, prose: bool) -> Self {
        let settings = Settings {
            version: env!("CARGO_PKG_VERSION").into(),
            text_field: choices.text_field.clone(),
            id_field: choices.id_field.clone(),
            max_record: choices.max_record,
            dated: choices.dated,
            min_confidence: choices.min_confidence,
            skip_bad,
            html,
            prose,
        };
        Self { folder: folder.to_path_buf(), kind, settings }
    }

    /// Where the output of `shard` goes.
    pub(crate) fn output(&self, shard: &Shard) -> PathBuf {
        let mut name = shard.output.clone().into_os_string();
        name.push(self.kind.ending(self.settings.prose));
        self.folder.join(name)
    }

    fn entry(&self, shard: &Shard) -> PathBuf {
        let mut name = shard.output.clone().into_os_string();
        name.push(self.kind.ending(self.settings.prose));
        name.push(".json");
        self.folder.join(FOLDER).join(name)
    }

    /// Refuses to write over what is there.
    pub(crate) fn refuse_existing(&self, shards: &[Shard]) -> Result<()> {
        match shards.iter().map(|shard| self.output(shard)).find(|path| path.exists()) {
            Some(path) => {
                bail!("{} is there already: --resume keeps what is finished, --overwrite does it again", path.display())
            }
            None => Ok(()),
        }
    }

    /// The numbers of `shard`, if it was finished with these settings and this input.
    pub(crate) fn finished(&self, shard: &Shard) -> Option<Tally> {
        if !self.output(shard).is_file() {
            return None;
        }
        let entry: Entry = serde_json::from_slice(&fs::read(self.entry(shard)).ok()?).ok()?;
        let same = entry.settings == self.settings && entry.format == shard.format && entry.len == shard.len;
        same.then_some(entry.tally)
    }

    /// Makes the folders for `shard`, and makes sure that it does not look finished.
    pub(crate) fn begin(&self, shard: &Shard) -> Result<PathBuf> {
        let (output, entry) = (self.output(shard), self.entry(shard));
        for path in [&output, &entry] {
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
            }
        }
        if output.exists() {
            fs::remove_file(&output).with_context(|| output.display().to_string())?;
        }
        Ok(output)
    }

    /// Notes that `shard` is about to be finished.
    pub(crate) fn note(&self, shard: &Shard, tally: &Tally) -> Result<()> {
        let entry =
            Entry { settings: self.settings.clone(), format: shard.format, len: shard.len, tally: tally.clone() };
        let path = self.entry(shard);
        fs::write(&path, serde_json::to_vec(&entry)?).with_context(|| path.display().to_string())
    }
}
