//! What is the same, or greatest, from a place to the text's end.

use crate::boundary::{
    statistics::prefix::{MOST_SUMS, Sums},
    token::Token,
};

/// What is the same, or greatest, from a place to the text's end.
#[derive(Debug, Clone, Copy)]
pub(in crate::boundary) struct Rest {
    /// The most line breaks in one gap that touches no link, and in any gap.
    pub(in crate::boundary) breaks: u8,
    pub(in crate::boundary) breaks_all: u8,
    /// Whether there are tokens of different depths.
    pub(in crate::boundary) other_depths: bool,
    pub(in crate::boundary) lines: Lines,
    /// The indentation of the first of the lines.
    pub(in crate::boundary) indent: u8,
    /// Where the next segment begins; `u8::MAX` where none does.
    next_segment: u8,
}

/// How the lines that begin are indented.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::boundary) enum Lines {
    /// No line begins.
    None,
    Alike,
    Unlike,
}

impl Rest {
    pub(in crate::boundary) const NONE: Self =
        Self { breaks: 0, breaks_all: 0, other_depths: false, lines: Lines::None, indent: 0, next_segment: u8::MAX };

    /// Stands where nothing was looked at yet. All of it is zero, with which memory is filled fastest.
    pub(in crate::boundary) const UNREAD: Self = Self { next_segment: 0, ..Self::NONE };

    /// Where the next segment begins, if one does.
    pub(in crate::boundary) fn next_segment(self) -> Option<usize> {
        (self.next_segment < u8::MAX).then(|| usize::from(self.next_segment))
    }

    /// Whether the lines that begin, if any do, are indented by `indent`.
    pub(in crate::boundary) fn is_indented(self, indent: u8) -> bool {
        self.lines == Lines::None || (self.lines == Lines::Alike && self.indent == indent)
    }
}

/// Fills `all` with the rest from each token on, and from the end.
pub(in crate::boundary) fn rests(tokens: &[Token], sums: &[Sums; MOST_SUMS], all: &mut [Rest; MOST_SUMS]) {
    if let Some(end) = all.get_mut(tokens.len()) {
        *end = Rest::NONE;
    }
    let mut next_segment = u8::MAX;
    let mut rest = Rest::NONE;
    let mut next_depth = tokens.last().map_or(0, |t| t.depth);
    for ((index, token), (slot, here)) in tokens.iter().enumerate().zip(all.iter_mut().zip(sums)).rev() {
        rest.next_segment = next_segment;
        if usize::from(here.segment) == index {
            next_segment = here.segment;
        }
        rest.breaks_all = rest.breaks_all.max(token.breaks);
        if !token.anchored {
            rest.breaks = rest.breaks.max(token.breaks);
        }
        rest.other_depths |= next_depth != token.depth;
        next_depth = token.depth;
        if token.starts_line() {
            rest.lines = if rest.is_indented(token.indent) { Lines::Alike } else { Lines::Unlike };
            rest.indent = token.indent;
        }
        *slot = rest;
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::*;
    use crate::boundary::{statistics::prefix::sums, token::Tokens};

    /// The rest from each token of `text` on, and from the end.
    fn all_rests(text: &str) -> Vec<Rest> {
        let tokens = Tokens::of(text);
        let (mut all_sums, mut all) = ([Sums::NONE; MOST_SUMS], [Rest::UNREAD; MOST_SUMS]);
        sums(tokens.as_slice(), "", "", &mut all_sums);
        rests(tokens.as_slice(), &all_sums, &mut all);
        all[..=tokens.as_slice().len()].to_vec()
    }

    #[test]
    fn the_most_breaks_in_a_gap_are_kept() {
        let rests = all_rests("a\n\nb\n#c\n\n\nd e");
        let breaks = |rest: &Rest| (rest.breaks, rest.breaks_all);
        assert_eq!(rests.iter().map(breaks).collect::<Vec<_>>(), [(2, 3), (2, 3), (0, 3), (0, 3), (0, 0), (0, 0)]);
    }

    #[test]
    fn depths_and_indentations_are_alike_or_not() {
        for (text, other_depths, lines, indent) in [
            ("a b", false, Lines::Alike, 0),
            ("a\nb", false, Lines::Alike, 0),
            ("> a\n> b", false, Lines::Alike, 1),
            ("a\n> b", true, Lines::Unlike, 0),
            ("  a\n  b", false, Lines::Alike, 2),
            ("  a\n b\n b", false, Lines::Unlike, 2),
            ("b\n  a\n b\n b", false, Lines::Unlike, 0),
        ] {
            let rest = all_rests(text)[0];
            assert_eq!((rest.other_depths, rest.lines, rest.indent), (other_depths, lines, indent), "{text:?}");
        }
        let rests = all_rests("> a\n> b\nc d");
        let other = rests.iter().map(|rest| (rest.other_depths, rest.lines == Lines::None));
        assert_eq!(
            other.collect::<Vec<_>>(),
            [(true, false), (true, false), (false, false), (false, true), (false, true)]
        );
    }

    #[test]
    fn lines_are_indented_by_one_width_or_by_several() {
        let none = Rest::NONE;
        let alike = Rest { lines: Lines::Alike, indent: 2, ..none };
        let unlike = Rest { lines: Lines::Unlike, indent: 2, ..none };
        assert!(none.is_indented(0) && none.is_indented(2));
        assert!(alike.is_indented(2) && !alike.is_indented(0));
        assert!(!unlike.is_indented(2) && !unlike.is_indented(0));
    }

    #[test]
    fn the_next_segment_is_a_sentence_or_a_line() {
        let rests = all_rests("So glad. Oh\nyes");
        let next: Vec<_> = rests.iter().map(|rest| rest.next_segment()).collect();
        assert_eq!(next, [Some(3), Some(3), Some(3), Some(4), None, None]);
    }
}
