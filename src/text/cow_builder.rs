//! A builder of `Cow<str>`: borrows from the source until the output differs from it.

use alloc::{borrow::Cow, string::String};

use crate::text::steps;

/// Collects pieces of `source`; allocates at the first piece that differs from the source.
#[derive(Debug)]
pub(crate) struct CowBuilder<'s> {
    source: &'s str,
    /// The length of the output while it is the beginning of the source.
    same: usize,
    own: Option<String>,
}

impl<'s> CowBuilder<'s> {
    pub(crate) fn new(source: &'s str) -> Self {
        Self { source, same: 0, own: None }
    }

    pub(crate) fn as_str(&self) -> &str {
        match &self.own {
            Some(own) => own,
            None => self.source.get(..self.same).unwrap_or_default(),
        }
    }

    pub(crate) fn push(&mut self, piece: &str) {
        steps::step(piece.len());
        if let Some(own) = &mut self.own {
            own.push_str(piece);
        } else if self.source.get(self.same..).is_some_and(|rest| rest.starts_with(piece)) {
            self.same += piece.len();
        } else {
            let mut own = String::with_capacity(self.source.len());
            own.push_str(self.as_str());
            own.push_str(piece);
            self.own = Some(own);
        }
    }

    pub(crate) fn push_char(&mut self, c: char) {
        self.push(c.encode_utf8(&mut [0; 4]));
    }

    /// Removes all but the first `len` bytes.
    pub(crate) fn truncate(&mut self, len: usize) {
        if len > self.as_str().len() || !self.as_str().is_char_boundary(len) {
            return;
        }
        match &mut self.own {
            Some(own) => own.truncate(len),
            None => self.same = len,
        }
    }

    /// Removes the whitespace at the end.
    pub(crate) fn trim_end(&mut self) {
        self.truncate(self.as_str().trim_end().len());
    }

    pub(crate) fn finish(self) -> Cow<'s, str> {
        match self.own {
            Some(own) => Cow::Owned(own),
            None => Cow::Borrowed(self.source.get(..self.same).unwrap_or_default()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written<'s>(source: &'s str, pieces: &[&str]) -> Cow<'s, str> {
        let mut builder = CowBuilder::new(source);
        for piece in pieces {
            builder.push(piece);
        }
        builder.finish()
    }

    #[test]
    fn borrows_a_beginning_of_the_source_and_owns_anything_else() {
        for (pieces, expected, borrowed) in [
            (vec![], "", true),
            (vec!["a b", " c"], "a b c", true),
            (vec!["a", " b"], "a b", true),
            (vec!["a", "b"], "ab", false),
            (vec!["a b c", "d"], "a b cd", false),
        ] {
            let text = written("a b c", &pieces);
            assert_eq!((text.as_ref(), matches!(text, Cow::Borrowed(_))), (expected, borrowed));
        }
    }

    #[test]
    fn what_is_taken_back_may_be_written_again() {
        let mut builder = CowBuilder::new("a  b");
        builder.push("a  ");
        builder.trim_end();
        assert_eq!(builder.as_str(), "a");
        builder.push("  b");
        assert!(matches!(builder.finish(), Cow::Borrowed("a  b")));
    }
}
