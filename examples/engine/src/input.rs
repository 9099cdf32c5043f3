//! The files to read, and which of them go together.

use std::{
    collections::HashSet,
    fmt, fs,
    path::{Path, PathBuf},
};

use embedded_tweet_documents::without_compression;
use serde::{Deserialize, Serialize};

use crate::bad_input::BadInput;

/// How a file holds its documents, compression apart: that is told by what the file begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Format {
    /// JSON Lines: an object for each document, on a line of its own.
    Jsonl,
    /// Common Crawl's text: WARC records of the type `conversion`.
    Wet,
}

impl Format {
    fn of(name: &str) -> Option<Self> {
        let bare = without_compression(name);
        let is = |endings: &[&str]| endings.iter().any(|ending| bare.ends_with(ending));
        if is(&[".jsonl", ".ndjson", ".json"]) {
            Some(Self::Jsonl)
        } else if is(&[".wet"]) {
            Some(Self::Wet)
        } else {
            None
        }
    }
}

/// Where the bytes of a shard are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Place {
    /// An absolute path, which has to mean the same file on every machine that reads it.
    File(String),
    /// The articles that the program brings along.
    Sample,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::File(path) => path,
            Self::Sample => "sample.jsonl",
        })
    }
}

/// One input file: what is read by one task, and what is read again if that task is lost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Shard {
    pub(crate) place: Place,
    /// What it is called in the column `shard`: its path below the folder that was named.
    pub(crate) name: String,
    pub(crate) format: Format,
    /// Bytes, as stored.
    pub(crate) len: u64,
}

impl Shard {
    /// The articles that the program brings along.
    pub(crate) fn sample() -> Self {
        let len = crate::read::SAMPLE.len() as u64;
        Self { place: Place::Sample, name: Place::Sample.to_string(), format: Format::Jsonl, len }
    }

    fn file(path: &Path, name: &Path) -> Result<Option<Self>, BadInput> {
        let utf8 = |path: &Path| {
            let not_utf8 = || BadInput::whole(path.display(), "its name is not UTF-8");
            path.to_str().map(str::to_owned).ok_or_else(not_utf8)
        };
        let Some(format) = Format::of(&name.to_string_lossy()) else { return Ok(None) };
        let len = fs::metadata(path).map_err(|error| BadInput::whole(path.display(), error))?.len();
        Ok(Some(Self { place: Place::File(utf8(path)?), name: utf8(name)?, format, len }))
    }
}

/// The files that `paths` are and that are in the folders among them, each folder's in the order of their names.
///
/// # Errors
///
/// If one of them is not there, if a file's name tells no format, or if a folder has no file whose name does: other
/// files in folders are passed over, as the checksums and notes that lie beside data are.
pub(crate) fn shards(paths: &[PathBuf]) -> Result<Vec<Shard>, BadInput> {
    let mut shards = Vec::new();
    for path in paths {
        let absolute = path.canonicalize().map_err(|error| BadInput::whole(path.display(), error))?;
        if absolute.is_dir() {
            let before = shards.len();
            add_folder(&mut shards, &absolute, &absolute)?;
            if shards.len() == before {
                return Err(BadInput::whole(path.display(), format_args!("nothing in this folder is {KNOWN}")));
            }
        } else {
            let name = path.file_name().map_or(path.as_path(), Path::new);
            let unknown = || BadInput::whole(path.display(), format_args!("its name does not say that it is {KNOWN}"));
            shards.push(Shard::file(&absolute, name)?.ok_or_else(unknown)?);
        }
    }
    refuse_twice(&shards)?;
    Ok(shards)
}

/// Parquet is read by the engine itself, as a table.
const KNOWN: &str = "JSON Lines (.jsonl, .ndjson, .json) or WET (.wet), with or without .gz or .zst; \
     for Parquet see --table";

fn add_folder(shards: &mut Vec<Shard>, root: &Path, folder: &Path) -> Result<(), BadInput> {
    let broken = |error| BadInput::whole(folder.display(), error);
    let entries: Result<Vec<_>, _> = fs::read_dir(folder).map_err(broken)?.collect();
    let mut entries = entries.map_err(broken)?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        if path.is_dir() {
            add_folder(shards, root, &path)?;
        } else {
            shards.extend(Shard::file(&path, path.strip_prefix(root).unwrap_or(&path))?);
        }
    }
    Ok(())
}

/// A file that was named twice would give its tweets twice.
fn refuse_twice(shards: &[Shard]) -> Result<(), BadInput> {
    let mut seen = HashSet::new();
    for Shard { place, .. } in shards {
        let place = place.to_string();
        if !seen.insert(place.clone()) {
            return Err(BadInput::whole(place, "this file was named twice"));
        }
    }
    Ok(())
}

/// `shards` in at most `most` groups of about the same number of bytes. The same shards always give the same groups.
pub(crate) fn groups(shards: &[Shard], most: usize) -> Vec<Vec<Shard>> {
    let mut groups = vec![(0, Vec::new()); most.clamp(1, shards.len().max(1))];
    let mut by_len: Vec<&Shard> = shards.iter().collect();
    by_len.sort_by_key(|shard| std::cmp::Reverse(shard.len));
    for shard in by_len {
        if let Some((len, group)) = groups.iter_mut().min_by_key(|(len, _)| *len) {
            // An empty file is a file to open all the same.
            *len += shard.len.max(1);
            group.push(shard.clone());
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_formats() {
        for (name, expected) in [
            ("news.jsonl", Some(Format::Jsonl)),
            ("news.jsonl.gz", Some(Format::Jsonl)),
            ("a/b.ndjson.zst", Some(Format::Jsonl)),
            ("CC-MAIN-0001.warc.wet.gz", Some(Format::Wet)),
            ("CC-MAIN-0001.warc.gz", None),
            ("part-0.parquet", None),
            ("SHA256SUMS", None),
        ] {
            assert_eq!(Format::of(name), expected, "{name}");
        }
    }

    #[test]
    fn groups_are_balanced_and_complete() {
        let shard = |name: &str, len| Shard { name: name.into(), len, ..Shard::sample() };
        let shards = [shard("a", 5), shard("b", 9), shard("c", 0), shard("d", 4)];
        let names = |groups: Vec<Vec<Shard>>| -> Vec<String> {
            groups.iter().map(|group| group.iter().map(|shard| shard.name.as_str()).collect()).collect()
        };
        assert_eq!(names(groups(&shards, 2)), ["bc", "ad"]);
        assert_eq!(names(groups(&shards, 9)), ["b", "a", "d", "c"]);
        assert_eq!(names(groups(&shards, 0)), ["badc"]);
        assert_eq!(names(groups(&[], 3)), [""]);
    }
}
