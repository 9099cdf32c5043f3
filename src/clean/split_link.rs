//! Paragraphs split around links: some extractors print each piece of inline markup on a line of its own.

use alloc::vec::Vec;

use super::{
    block::{BlockMargin, QuotedBlock, QuotedLine},
    entity_edge::is_entity,
    hard_wrap::{LineJoin, begins_with_punctuation},
};
use crate::text::whitespace::is_invisible;

/// The replacement of the break after each line but the last, if the lines of `block` were split around links: a line
/// is one link, and spaces at line ends or `split_attribution` are evidence that it was within a paragraph.
pub(super) fn joins(block: &QuotedBlock<'_>, split_attribution: bool) -> Option<Vec<LineJoin>> {
    if block.margin != BlockMargin::Bare || block.lines.iter().any(|line| line.hard) {
        return None;
    }
    let spaced =
        |(line, next): (&QuotedLine<'_>, &QuotedLine<'_>)| is_beside_entity(line, next) && has_space(line, next);
    let any_spaced = block.pairs().any(spaced);
    if !(any_spaced || split_attribution && block.lines.iter().any(|line| is_entity(line.text))) {
        return None;
    }
    let join = |(line, next): (&QuotedLine<'_>, &QuotedLine<'_>)| {
        if !is_beside_entity(line, next) {
            LineJoin::Break
        } else if line.text.ends_with(is_invisible) || next.text.starts_with(is_invisible) {
            LineJoin::Glue
        } else if has_space(line, next) {
            LineJoin::Space
        } else if begins_with_punctuation(next.text) {
            LineJoin::Glue
        } else if !any_spaced {
            LineJoin::Space
        } else {
            LineJoin::Break
        }
    };
    Some(block.pairs().map(join).collect())
}

/// Whether one of the two lines is a link, or the space between two links.
fn is_beside_entity(line: &QuotedLine<'_>, next: &QuotedLine<'_>) -> bool {
    let is_space = |line: &QuotedLine<'_>| line.raw == " ";
    is_entity(line.text) && !next.raw.is_empty()
        || is_entity(next.text) && !line.raw.is_empty()
        || is_space(line)
        || is_space(next)
}

/// Whether a space of the paragraph is left at the break.
fn has_space(line: &QuotedLine<'_>, next: &QuotedLine<'_>) -> bool {
    line.raw.ends_with(' ') || next.raw.starts_with(' ')
}

#[cfg(test)]
mod tests {
    use super::{super::block::block, *};

    #[test]
    fn breaks_around_links_are_closed_where_spaces_show_them() {
        use LineJoin::{Break, Glue, Space};
        for (text, split_attribution, expected) in [
            ("So glad \n#Tag\n of it", false, Some(vec![Space, Space])),
            ("So glad \n#Tag\n \n#Tag\n, you", false, Some(vec![Space, Space, Space, Glue])),
            ("So glad \n#Tag\n , you", false, Some(vec![Space, Space])),
            ("So glad \u{2066}\n@dortiz\n\u{2069} of it", true, Some(vec![Glue, Glue])),
            ("So glad. \nAnd so on \n@dortiz", false, Some(vec![Break, Space])),
            ("So glad.\n#Tag\n of it", false, Some(vec![Break, Space])),
            ("So glad\n#Tag\nof it", true, Some(vec![Space, Space])),
            // The author's lines.
            ("So glad\n#Tag\nof it", false, None),
            ("So glad  \n#Tag", false, None),
            ("So glad \nof it", false, None),
            ("So glad\nof it", true, None),
        ] {
            assert_eq!(joins(&block(text, ""), split_attribution), expected, "{text:?}");
        }
    }
}
