//! Lines that were split around links: some extractors print each piece of a paragraph's markup in a line of its own.

use alloc::vec::Vec;

use super::{
    block::{Block, Line, Margin},
    entity_edge::is_anchor,
    hard_wrap::{Seam, begins_with_punctuation},
};
use crate::text::whitespace::is_invisible;

/// What stands for the break after each line but the last, if the lines of `block` were split around links: a line is
/// nothing but a link, and spaces at line ends, or `split_attribution`, show that it stood between words.
pub(super) fn seams(block: &Block<'_>, split_attribution: bool) -> Option<Vec<Seam>> {
    if block.margin != Margin::Bare || block.lines.iter().any(|line| line.hard) {
        return None;
    }
    let pairs = || block.lines.iter().zip(block.lines.iter().skip(1));
    let spaced = |(line, next): (&Line<'_>, &Line<'_>)| is_beside_anchor(line, next) && has_space(line, next);
    let any_spaced = pairs().any(spaced);
    if !(any_spaced || split_attribution && block.lines.iter().any(|line| is_anchor(line.text))) {
        return None;
    }
    let seam = |(line, next): (&Line<'_>, &Line<'_>)| {
        if !is_beside_anchor(line, next) {
            Seam::Break
        } else if line.text.ends_with(is_invisible) || next.text.starts_with(is_invisible) {
            Seam::None
        } else if has_space(line, next) {
            Seam::Space
        } else if begins_with_punctuation(next.text) {
            Seam::None
        } else if !any_spaced {
            Seam::Space
        } else {
            Seam::Break
        }
    };
    Some(pairs().map(seam).collect())
}

/// Whether one of the two is a link, or the space between two.
fn is_beside_anchor(line: &Line<'_>, next: &Line<'_>) -> bool {
    let is_space = |line: &Line<'_>| line.raw == " ";
    is_anchor(line.text) && !next.raw.is_empty()
        || is_anchor(next.text) && !line.raw.is_empty()
        || is_space(line)
        || is_space(next)
}

/// Whether a space of the text was left at the break.
fn has_space(line: &Line<'_>, next: &Line<'_>) -> bool {
    line.raw.ends_with(' ') || next.raw.starts_with(' ')
}

#[cfg(test)]
mod tests {
    use super::{super::block::block, *};

    #[test]
    fn breaks_around_links_are_closed_where_spaces_show_them() {
        use Seam::{Break, None as Glue, Space};
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
            assert_eq!(seams(&block(text, ""), split_attribution), expected, "{text:?}");
        }
    }
}
