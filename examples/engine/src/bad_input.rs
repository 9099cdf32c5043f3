//! What is wrong with an input, and where.

use std::fmt;

/// An input that cannot be read, told so that whoever reads it finds the place.
///
/// It reaches whoever ran the query as words, through whatever the engine puts around them: on a cluster only the words
/// of an error travel.
pub(crate) struct BadInput {
    file: String,
    place: Option<String>,
    reason: String,
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "callers have displays of paths and formatted arguments, which are made on the spot"
)]
impl BadInput {
    /// What its words begin with, by which it is recognised among the engine's errors.
    const MARK: &'static str = "bad input: ";

    /// The words of a bad input in those of another error, which put it in parentheses.
    pub(crate) fn find(words: &str) -> Option<&str> {
        let mut bad = words.get(words.find(Self::MARK)?..)?.lines().next()?;
        while let Some(shorter) = bad.strip_suffix(')')
            && bad.matches(')').count() > bad.matches('(').count()
        {
            bad = shorter;
        }
        Some(bad)
    }

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

impl fmt::Debug for BadInput {
    /// The same words: some errors of the engine show what caused them in this form.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for BadInput {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_found_among_other_words() {
        let bad = BadInput::at("/a (1).jsonl", "line 2", "no `text`, or so (or not)");
        let words = format!("Job 7 failed: External({bad:?}))\n    bad input: not this");
        assert_eq!(BadInput::find(&words), Some("bad input: /a (1).jsonl: line 2: no `text`, or so (or not)"));
        assert_eq!(BadInput::find("Job 7 failed: nobody knows why"), None);
    }
}
