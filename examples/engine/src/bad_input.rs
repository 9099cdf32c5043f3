//! What is wrong with an input, and where.

use std::fmt;

/// An input that cannot be read, told so that whoever reads it finds the place.
///
/// It reaches whoever ran the query as words, through whatever the engine puts around them: on a cluster only the words of
/// an error travel.
#[derive(Debug)]
pub(crate) struct BadInput {
    file: String,
    place: Option<String>,
    reason: String,
}

impl BadInput {
    /// What its words begin with, by which it is recognised among the engine's errors.
    pub(crate) const MARK: &'static str = "bad input: ";

    /// Something is wrong with all of `file`.
    pub(crate) fn whole(file: impl ToString, reason: impl ToString) -> Self {
        Self { file: file.to_string(), place: None, reason: reason.to_string() }
    }

    /// Something is wrong at `place` of `file`.
    pub(crate) fn at(file: impl ToString, place: impl ToString, reason: impl ToString) -> Self {
        Self { place: Some(place.to_string()), ..Self::whole(file, reason) }
    }
}

impl fmt::Display for BadInput {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}: ", Self::MARK, self.file)?;
        if let Some(place) = &self.place {
            write!(f, "{place}: ")?;
        }
        f.write_str(&self.reason)
    }
}

impl std::error::Error for BadInput {}
