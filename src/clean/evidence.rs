//! Evidence outside a tweet's text for the tool that flattened its page.

use super::block::split_lines;
use crate::{markup::link::reference_number, text::offset::first_bytes};

/// The evidence for a tool.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Evidence<'s> {
    /// The beginning of the rest of the quotation: the attribution.
    pub(super) following: &'s str,
    /// Whether there is Markdown: a link, an escape or a hard line break.
    pub(super) markdown: bool,
    /// Whether links are numbered: `(@dortiz) [4]July 14, 2021`.
    pub(super) numbered_links: bool,
    /// Whether a line break without a space separates handle and date: each piece of markup is on a line of its own,
    /// and the spaces at its ends are lost.
    pub(super) split_attribution: bool,
}

/// An attribution with two links is shorter.
const LONGEST_FOLLOWING: usize = 1000;

impl<'s> Evidence<'s> {
    /// The evidence in the markup of `text` and in `following`, the quotation after `text`.
    pub(super) fn new(text: &str, following: &'s str) -> Self {
        let following = first_bytes(following, LONGEST_FOLLOWING);
        let shows_markdown = |part: &str| part.contains("](") || part.contains(r"\_");
        Self {
            following,
            markdown: text.contains("](http") || shows_markdown(following) || has_hard_breaks(text),
            numbered_links: has_number(following),
            split_attribution: is_split(following),
        }
    }
}

/// Whether a line of a block quotation ends in two spaces.
fn has_hard_breaks(text: &str) -> bool {
    text.contains("  \n>")
}

/// Whether a number in brackets is glued to the word after it.
fn has_number(following: &str) -> bool {
    following
        .match_indices('[')
        .filter_map(|(at, _)| reference_number(following.get(at..)?).ok())
        .any(|(after, _)| after.starts_with(char::is_alphanumeric))
}

/// Whether a line ends with the parenthesis of the handle, its space lost, and the next line is the date.
fn is_split(following: &str) -> bool {
    let mut lines = split_lines(following.trim());
    lines.any(|line| line.ends_with(')') && line.contains("(@")) && lines.next().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn evidence_of_an_attribution() {
        for (following, markdown, numbered, split) in [
            (" — Dana Ortiz (@dortiz) July 14, 2021", false, false, false),
            (" — Dana Ortiz (@dortiz) [July 14, 2021](https://x.com/dortiz/status/1)", true, false, false),
            (r" — Dana Ortiz (@d\_ortiz) July 14, 2021", true, false, false),
            (" — Dana Ortiz (@dortiz) [4]July 14, 2021", false, true, false),
            ("\n— Dana Ortiz (@dortiz)\nJuly 14, 2021", false, false, true),
            ("\n— Dana Ortiz (@dortiz) \nJuly 14, 2021", false, false, false),
            ("\n— Dana Ortiz (@dortiz) July 14,\n2021", false, false, false),
        ] {
            let evidence = Evidence::new("So glad!", following);
            let read = (evidence.markdown, evidence.numbered_links, evidence.split_attribution);
            assert_eq!(read, (markdown, numbered, split), "{following:?}");
        }
    }
}
