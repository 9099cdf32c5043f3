//! Quotes whose text the flattening tool dropped.

use super::lines::LinePrefix;
use crate::{
    boundary::types::Site,
    text::{
        list_item::{after_bullet, after_item_number},
        whitespace::{is_line_break, is_line_marker, is_whitespace, last_line},
    },
};

/// Whether a quote begins with the attribution: its line has quote markers, and the line before it has fewer.
///
/// The text was dropped then, since a quote would hold it as well.
pub(crate) fn opens_with_attribution(site: &Site<'_>) -> bool {
    let Some((lines, own_line)) = site.gap().rsplit_once(is_line_break) else { return false };
    let above = last_line(site.near());
    // A quote in a list begins behind the item's bullet.
    let line = above.trim_start_matches(is_whitespace);
    let item = after_bullet(line).or_else(|| after_item_number(line)).unwrap_or(line);
    let depth = |prefix: &str| LinePrefix::new(prefix, 0).depth;
    // A quote's empty lines belong to it, and so do the lines above them.
    depth(own_line) > depth(above).max(depth(item)) && !lines.contains(is_line_marker)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{length, marks::Marked};

    /// A site of which only the text before the attribution matters, and where that begins.
    fn site(document: &str, text_end: usize, attribution: usize) -> Site<'_> {
        let end = document.len();
        Site { document, previous_end: 0, text_end, attribution, end, name: "", handle: "", limit: length::MAX_WEIGHT }
    }

    #[test]
    fn quotes_that_begin_with_their_attribution() {
        for (marked, opens) in [
            ("They met.\n\n‖> — Dana", true),
            ("They met.‖\n> — Dana", true),
            ("> They met.\n‖> > — Dana", true),
            ("They met.‖ — Dana", false),
            ("They met.\n‖— Dana", false),
            ("> They met.‖\n> — Dana", false),
            ("> They met.‖\n>\n> — Dana", false),
            ("They met.‖\n>\n> — Dana", false),
            // In lists.
            ("* > They met.‖\n> — Dana", false),
            ("- > They met.‖\n> — Dana", false),
            ("+ > They met.‖\n> — Dana", false),
            ("1. > They met.‖\n> — Dana", false),
            ("  12. > They met.‖\n> — Dana", false),
            ("a > They met.‖\n> — Dana", true),
        ] {
            let marked = Marked::read(marked);
            let text_end = marked.text[..marked.place()].trim_end().len();
            let site = site(&marked.text, text_end, marked.text.find('—').unwrap());
            assert_eq!(opens_with_attribution(&site), opens, "{marked:?}");
        }
    }
}
