//! Words and the gaps between them, as a page shows them: whitespace is folded, elements and `br` break lines.

use core::fmt;

use super::sink::Sink;
use crate::markup::{
    character_reference::reference,
    element::{Apart, is_known},
    tag::is_space,
};

/// Writes words and the gaps between them.
pub(super) struct Words<'s, S> {
    out: &'s mut S,
    /// The gap between the last word and the next.
    space: bool,
    breaks: usize,
    is_empty: bool,
}

/// The most line breaks between two words: authors of tweets leave two or three lines empty.
const MOST_BREAKS: usize = 4;

impl<'s, S: Sink> Words<'s, S> {
    pub(super) fn new(out: &'s mut S) -> Self {
        Self { out, space: false, breaks: 0, is_empty: true }
    }

    /// Whether no word was written.
    pub(super) fn is_empty(&self) -> bool {
        self.is_empty
    }

    /// How many bytes were written.
    pub(super) fn len(&self) -> usize {
        self.out.len()
    }

    /// A tag of an element.
    pub(super) fn set_apart(&mut self, how: Apart) {
        match how {
            Apart::Not => {}
            Apart::Space => self.space = true,
            Apart::Break => self.breaks = (self.breaks + 1).min(MOST_BREAKS),
            Apart::Line => self.breaks = self.breaks.max(1),
            Apart::Paragraph => self.breaks = self.breaks.max(2),
        }
    }

    /// Text of the page, its references read, but for those whose character would make a tag or a reference of the
    /// words behind it: who writes about HTML shows `<p>` and does not use it.
    pub(super) fn text(&mut self, raw: &str) {
        let mut rest = raw;
        while let Some(first) = rest.bytes().next() {
            if is_space(first) {
                self.space = true;
                rest = rest.get(1..).unwrap_or_default();
            } else if let Some((after, c)) = (first == b'&').then(|| reference(rest).ok()).flatten() {
                if c.is_ascii() && is_space(c as u8) {
                    self.space = true;
                } else if makes_markup(c, after) {
                    self.word(rest.strip_suffix(after).unwrap_or_default());
                } else {
                    self.word(c.encode_utf8(&mut [0; 4]));
                }
                rest = after;
            } else {
                let is_end = |(at, byte): (usize, u8)| at > 0 && (is_space(byte) || byte == b'&');
                let len = rest.bytes().enumerate().position(is_end).unwrap_or(rest.len());
                let (word, after) = rest.split_at_checked(len).unwrap_or((rest, ""));
                self.word(word);
                rest = after;
            }
        }
    }

    /// A piece without a gap before it.
    pub(super) fn glue(&mut self, piece: &str) {
        (self.space, self.breaks) = (false, 0);
        self.word(piece);
    }

    /// A piece without whitespace to be folded, as it stands.
    pub(super) fn word(&mut self, piece: &str) {
        if piece.is_empty() {
            return;
        }
        if !self.is_empty {
            match self.breaks {
                0 if self.space => self.out.push(" "),
                breaks => (0..breaks).for_each(|_| self.out.push("\n")),
            }
        }
        (self.space, self.breaks, self.is_empty) = (false, 0, false);
        self.out.push(piece);
    }
}

impl<S: Sink> fmt::Write for Words<'_, S> {
    /// [`glue`](Self::glue)
    fn write_str(&mut self, piece: &str) -> fmt::Result {
        self.glue(piece);
        Ok(())
    }
}

/// Whether `c` before `raw` would be read as markup: the tag of an element that is known, or a character reference.
fn makes_markup(c: char, raw: &str) -> bool {
    let name = |text: &str| text.bytes().take_while(u8::is_ascii_alphanumeric).count();
    match c {
        '<' => {
            let tag = raw.strip_prefix('/').unwrap_or(raw);
            tag.get(..name(tag)).is_some_and(is_known)
        }
        '&' => raw.starts_with('#') || name(raw) > 0 && raw.as_bytes().get(name(raw)) == Some(&b';'),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use std::string::String;

    use super::*;

    #[test]
    fn gaps_are_as_wide_as_the_widest_part() {
        let mut out = String::new();
        let mut words = Words::new(&mut out);
        words.set_apart(Apart::Paragraph);
        words.text("\n So &amp; \t so&#10;&#32;&mdash;");
        words.text(" a");
        words.text("b ");
        words.set_apart(Apart::Break);
        words.text(" c");
        words.set_apart(Apart::Break);
        words.set_apart(Apart::Line);
        words.text("d &e\u{a0}\u{a0}");
        words.set_apart(Apart::Line);
        words.set_apart(Apart::Paragraph);
        words.text("f");
        (0..9).for_each(|_| words.set_apart(Apart::Break));
        words.text("g ");
        assert_eq!(out, "So & so — ab\nc\nd &e\u{a0}\u{a0}\n\nf\n\n\n\ng");
    }
}
