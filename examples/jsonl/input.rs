//! Files and standard input.

use std::{
    fs::File,
    io::{self, Error, ErrorKind},
    path::Path,
};

use embedded_tweet_documents::{Compression, Source};

/// The content of the file at `path`, or of standard input for `-`.
pub(crate) fn open(path: &Path) -> io::Result<Source> {
    if path.as_os_str() == "-" {
        return Source::new(io::stdin());
    }
    let file = File::open(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound => Error::new(ErrorKind::NotFound, "no such file"),
        _ => error,
    })?;
    if file.metadata()?.is_dir() {
        return Err(Error::new(ErrorKind::IsADirectory, "is a directory"));
    }
    Source::new(file)
}

/// An error of a stream in words, which name the format that is broken.
pub(crate) fn explain(error: &Error, compression: Option<Compression>) -> String {
    match (compression, error.kind()) {
        (None, _) => error.to_string(),
        (Some(format), ErrorKind::UnexpectedEof) => format!("the {format} data is cut short"),
        (Some(format), _) => format!("broken {format} data: {error}"),
    }
}
