//! The documents that a program is given: files, what comes from a pipe, or an article that comes with the examples.

use std::{
    fmt::Display,
    fs,
    io::{self, IsTerminal, Read, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use thiserror::Error;

/// A text and its name in reports.
pub(crate) struct Document {
    pub(crate) name: String,
    pub(crate) text: String,
}

/// What a program does with its documents.
pub(crate) trait Output {
    /// Writes what becomes of a document.
    fn document(&mut self, document: &Document) -> io::Result<()>;
    fn flush(&mut self) -> io::Result<()>;
}

/// Works on `files`; without any on what comes from a pipe, and without that on the article. Errors go to standard
/// error, a line each, behind the name of the `program`; those of one document do not keep the others from being done.
pub(crate) fn work_on(files: &[PathBuf], program: &str, output: &mut impl Output) -> ExitCode {
    // Where standard error is closed, there is nobody to tell.
    let complain = |place: &dyn Display, error: &dyn Display| {
        let _ = writeln!(io::stderr(), "{program}: {place}: {error}");
    };
    match work(files, &complain, output) {
        Ok(code) => code,
        // Whoever reads the output has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            complain(&"standard output", &error);
            ExitCode::FAILURE
        }
    }
}

/// The error is one of writing.
fn work(
    files: &[PathBuf],
    complain: &dyn Fn(&dyn Display, &dyn Display),
    output: &mut impl Output,
) -> io::Result<ExitCode> {
    let mut code = ExitCode::SUCCESS;
    if files.is_empty() {
        match piped() {
            Ok(piped) => output.document(&piped.unwrap_or_else(article))?,
            Err(error) => {
                complain(&"standard input", &error);
                code = ExitCode::FAILURE;
            }
        }
    }
    for path in files {
        match read(path) {
            Ok(document) => output.document(&document)?,
            Err(error) => {
                // What belongs before the report is to stand before it where both go to one place.
                output.flush()?;
                complain(&path.display(), &error);
                code = ExitCode::FAILURE;
            }
        }
    }
    output.flush()?;
    Ok(code)
}

fn article() -> Document {
    Document { name: "examples/extract/article.txt".to_owned(), text: include_str!("article.txt").to_owned() }
}

#[derive(Debug, Error)]
enum ReadError {
    #[error("no such file")]
    NotFound,
    #[error("is a directory")]
    Directory,
    #[error("not UTF-8 at byte {0}; `iconv -f CHARSET -t UTF-8` converts it")]
    Encoding(usize),
    #[error(transparent)]
    Io(io::Error),
}

impl From<io::Error> for ReadError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::NotFound,
            io::ErrorKind::IsADirectory => Self::Directory,
            _ => Self::Io(error),
        }
    }
}

/// What comes from a pipe, if anything.
fn piped() -> Result<Option<Document>, ReadError> {
    if io::stdin().is_terminal() {
        return Ok(None);
    }
    read(Path::new("-")).map(|document| Some(document).filter(|document| !document.text.is_empty()))
}

fn read(path: &Path) -> Result<Document, ReadError> {
    let (name, bytes) = if path.as_os_str() == "-" {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes)?;
        ("standard input".to_owned(), bytes)
    } else {
        (path.display().to_string(), fs::read(path)?)
    };
    let text = String::from_utf8(bytes).map_err(|error| ReadError::Encoding(error.utf8_error().valid_up_to()))?;
    Ok(Document { name, text })
}
