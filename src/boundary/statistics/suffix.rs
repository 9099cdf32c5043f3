//! Statistics of the tokens from each token on.

use crate::boundary::{
    statistics::prefix::{MOST_INDICES, Prefix},
    token::Token,
};

/// The statistics of the tokens from an index on.
#[derive(Debug, Clone, Copy)]
pub(in crate::boundary) struct Suffix {
    /// The most line breaks in one gap that touches no link, and in any gap.
    pub(in crate::boundary) breaks: u8,
    pub(in crate::boundary) breaks_all: u8,
    /// Whether there are tokens of different depths.
    pub(in crate::boundary) other_depths: bool,
    indentation: Indentation,
    /// The index at which the next segment begins; that behind the last token if none does.
    next_segment: u8,
    /// The index at which the next line begins; that behind the last token if none does.
    next_line: u8,
}

/// The indentation of the lines that begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Indentation {
    /// No line begins.
    None,
    /// All of them are indented by so many columns.
    Alike(u8),
    Unlike,
}

impl Suffix {
    /// All zero bytes, so that an array of it compiles to memset.
    pub(in crate::boundary) const NONE: Self = Self {
        breaks: 0,
        breaks_all: 0,
        other_depths: false,
        indentation: Indentation::None,
        next_segment: 0,
        next_line: 0,
    };

    /// The index at which the segment ends that the first token is in.
    pub(in crate::boundary) fn next_segment(self) -> usize {
        usize::from(self.next_segment)
    }

    /// The index at which the line ends that the first token is in.
    pub(in crate::boundary) fn next_line(self) -> usize {
        usize::from(self.next_line)
    }

    /// Whether the lines that begin, if any do, are indented by `indent`.
    pub(in crate::boundary) fn is_indented(self, indent: u8) -> bool {
        matches!(self.indentation, Indentation::None) || self.indentation == Indentation::Alike(indent)
    }
}

/// Fills `all` with the statistics from each token on, and behind the last.
pub(in crate::boundary) fn suffixes(
    tokens: &[Token],
    prefixes: &[Prefix; MOST_INDICES],
    all: &mut [Suffix; MOST_INDICES],
) {
    let end = u8::try_from(tokens.len()).unwrap_or(u8::MAX);
    let (mut next_line, mut next_segment) = (end, end);
    let mut suffix = Suffix { next_segment, next_line, ..Suffix::NONE };
    if let Some(end) = all.get_mut(tokens.len()) {
        *end = suffix;
    }
    let mut next = tokens.last().copied().map_or(Token::NONE, |last| Token { shared_depth: last.depth, ..last });
    for ((index, token), (slot, prefix)) in tokens.iter().enumerate().zip(all.iter_mut().zip(prefixes)).rev() {
        suffix.next_segment = next_segment;
        if usize::from(prefix.segment) == index {
            next_segment = prefix.segment;
        }
        suffix.next_line = next_line;
        if token.starts_own_line() {
            next_line = u8::try_from(index).unwrap_or(u8::MAX);
        }
        suffix.breaks_all = suffix.breaks_all.max(token.breaks);
        if !token.anchored {
            suffix.breaks = suffix.breaks.max(token.breaks);
        }
        suffix.other_depths |= next.shared_depth < next.depth.max(token.depth);
        next = *token;
        if token.starts_line() {
            let alike = suffix.is_indented(token.indent);
            suffix.indentation = if alike { Indentation::Alike(token.indent) } else { Indentation::Unlike };
        }
        *slot = suffix;
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::*;
    use crate::boundary::{statistics::prefix::prefixes, token::Tokens};

    /// The statistics from each token of `text` on, and from the end.
    fn all_suffixes(text: &str) -> Vec<Suffix> {
        let tokens = Tokens::of(text);
        let (mut all_prefixes, mut all) = ([Prefix::NONE; MOST_INDICES], [Suffix::NONE; MOST_INDICES]);
        prefixes(tokens.as_slice(), "", "", &mut all_prefixes);
        suffixes(tokens.as_slice(), &all_prefixes, &mut all);
        all[..=tokens.as_slice().len()].to_vec()
    }

    #[test]
    fn the_most_breaks_in_a_gap_are_kept() {
        let suffixes = all_suffixes("a\n\nb\n#c\n\n\nd e");
        let breaks = |suffix: &Suffix| (suffix.breaks, suffix.breaks_all);
        assert_eq!(suffixes.iter().map(breaks).collect::<Vec<_>>(), [(2, 3), (2, 3), (0, 3), (0, 3), (0, 0), (0, 0)]);
    }

    #[test]
    fn depths_and_indentations_are_alike_or_not() {
        for (text, other_depths, indentation) in [
            ("a b", false, Indentation::Alike(0)),
            ("a\nb", false, Indentation::Alike(0)),
            ("> a\n> b", false, Indentation::Alike(1)),
            ("> a\n>\n> b", false, Indentation::Alike(1)),
            ("> a\n\n> b", true, Indentation::Alike(1)),
            ("a\n> b", true, Indentation::Unlike),
            ("  a\n  b", false, Indentation::Alike(2)),
            ("  a\n b\n b", false, Indentation::Unlike),
            ("b\n  a\n b\n b", false, Indentation::Unlike),
        ] {
            let suffix = all_suffixes(text)[0];
            assert_eq!((suffix.other_depths, suffix.indentation), (other_depths, indentation), "{text:?}");
        }
        let suffixes = all_suffixes("> a\n> b\nc d");
        let other = suffixes.iter().map(|suffix| (suffix.other_depths, suffix.indentation == Indentation::None));
        assert_eq!(
            other.collect::<Vec<_>>(),
            [(true, false), (true, false), (false, false), (false, true), (false, true)]
        );
    }

    #[test]
    fn the_next_segment_is_a_sentence_or_a_line() {
        let suffixes = all_suffixes("So glad. Oh\nyes");
        let next: Vec<_> = suffixes.iter().map(|suffix| suffix.next_segment()).collect();
        assert_eq!(next, [3, 3, 3, 4, 5, 5]);
    }
}
