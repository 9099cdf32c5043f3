//! The files to work on.

use std::{
    collections::HashMap,
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use clap::ValueEnum;
use embedded_tweet_documents::without_compression;
use serde::{Deserialize, Serialize};
use walkdir::{DirEntry, WalkDir};

/// How a file holds its documents, compression apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Format {
    /// A JSON object for each document, on a line of its own
    Jsonl,
    /// A table with a column of texts
    Parquet,
    /// Common Crawl's text: WARC records of the type `conversion`
    Wet,
    /// Common Crawl's pages: WARC records of the type `response`, those that hold HTML
    Warc,
    /// The file is one document
    Text,
    /// The file is one page in HTML
    Html,
}

impl Format {
    /// The format that `name` tells, and the name without what tells it.
    fn of(name: &str) -> Option<(Self, &str)> {
        const ENDINGS: [(&str, Format); 13] = [
            (".warc.wet", Format::Wet),
            (".wet", Format::Wet),
            (".warc", Format::Warc),
            (".html", Format::Html),
            (".htm", Format::Html),
            (".xhtml", Format::Html),
            (".jsonl", Format::Jsonl),
            (".ndjson", Format::Jsonl),
            (".json", Format::Jsonl),
            (".parquet", Format::Parquet),
            (".txt", Format::Text),
            (".md", Format::Text),
            (".text", Format::Text),
        ];
        let bare = without_compression(name);
        ENDINGS.iter().find_map(|&(ending, format)| Some((format, bare.strip_suffix(ending)?)))
    }

    /// Whether documents of this format are pages in HTML.
    pub(crate) fn is_html(self) -> bool {
        matches!(self, Self::Warc | Self::Html)
    }
}

/// One input file, which becomes one output file.
#[derive(Debug, Clone)]
pub(crate) struct Shard {
    /// `-` is standard input.
    pub(crate) path: PathBuf,
    /// What it is called in reports and in the ids of records without one: the same on every machine, so relative to
    /// the folder that was named.
    pub(crate) name: String,
    /// The name of its output below the output folder, without the ending.
    pub(crate) output: PathBuf,
    pub(crate) format: Format,
    /// Bytes, as stored.
    pub(crate) len: u64,
}

/// The files that `paths` are and that are in the folders among them, each folder's in the order of their names. What
/// is in the folder `output` is passed over: an earlier run wrote it.
pub(crate) fn shards(paths: &[PathBuf], format: Option<Format>, output: Option<&Path>) -> Result<Vec<Shard>> {
    let output = output.and_then(|output| output.canonicalize().ok());
    let mut shards = Vec::new();
    for path in paths {
        if path.as_os_str() == "-" {
            let format = format.unwrap_or(Format::Jsonl);
            shards.push(Shard { path: path.clone(), name: "stdin".into(), output: "stdin".into(), format, len: 0 });
            continue;
        }
        let metadata = fs::metadata(path).with_context(|| path.display().to_string())?;
        if metadata.is_dir() {
            add_folder(&mut shards, path, format, output.as_deref())?;
        } else {
            let name = path.file_name().map_or_else(|| path.as_path(), Path::new);
            let Some(shard) = shard(path, name, format, metadata.len()) else {
                bail!("{}: its name does not tell its format; name it with --from", path.display());
            };
            shards.push(shard);
        }
    }
    refuse_equal_outputs(&shards)?;
    Ok(shards)
}

/// Files whose names tell no format are passed over, as the checksums and notes that lie beside data are.
fn add_folder(shards: &mut Vec<Shard>, folder: &Path, format: Option<Format>, output: Option<&Path>) -> Result<()> {
    if output.is_some() && folder.canonicalize().ok().as_deref() == output {
        bail!("{}: what is written would be input to the next run; name another folder for it", folder.display());
    }
    let before = shards.len();
    let visible = |name: &OsStr| !name.to_string_lossy().starts_with('.');
    let is_output = |entry: &DirEntry| {
        entry.file_type().is_dir() && output.is_some() && entry.path().canonicalize().ok().as_deref() == output
    };
    let is_input = |entry: &DirEntry| entry.depth() == 0 || visible(entry.file_name()) && !is_output(entry);
    for entry in WalkDir::new(folder).follow_links(true).sort_by_file_name().into_iter().filter_entry(is_input) {
        let entry = entry?;
        if !entry.file_type().is_file() {
            continue;
        }
        let name = entry.path().strip_prefix(folder)?;
        shards.extend(shard(entry.path(), name, format, entry.metadata()?.len()));
    }
    if shards.len() == before {
        bail!("{}: no file in it has a name that tells a format; name one with --from", folder.display());
    }
    Ok(())
}

fn shard(path: &Path, name: &Path, format: Option<Format>, len: u64) -> Option<Shard> {
    let name = name.to_string_lossy().into_owned();
    let (format, output) = match (format, Format::of(&name)) {
        (Some(format), Some((_, stem))) => (format, stem),
        (Some(format), None) => (format, name.as_str()),
        (None, told) => told?,
    };
    Some(Shard { path: path.to_path_buf(), output: output.into(), format, len, name })
}

fn refuse_equal_outputs(shards: &[Shard]) -> Result<()> {
    let mut seen: HashMap<&Path, &Path> = HashMap::new();
    for shard in shards {
        if let Some(other) = seen.insert(&shard.output, &shard.path) {
            let (one, two) = (other.display(), shard.path.display());
            bail!("{one} and {two} would be written to the same file; name the folder they are in, or rename one");
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_formats() {
        for (name, expected) in [
            ("news.jsonl", Some((Format::Jsonl, "news"))),
            ("news.jsonl.gz", Some((Format::Jsonl, "news"))),
            ("a/b.ndjson.zst", Some((Format::Jsonl, "a/b"))),
            ("CC-MAIN-0001.warc.wet.gz", Some((Format::Wet, "CC-MAIN-0001"))),
            ("part-0.parquet", Some((Format::Parquet, "part-0"))),
            ("note.txt.zst", Some((Format::Text, "note"))),
            ("CC-MAIN-0001.warc.gz", Some((Format::Warc, "CC-MAIN-0001"))),
            ("a/index.html", Some((Format::Html, "a/index"))),
            ("page.htm.gz", Some((Format::Html, "page"))),
            ("SHA256SUMS", None),
        ] {
            assert_eq!(Format::of(name), expected, "{name}");
        }
    }
}
