//! Groups of features of a continuation, and the indices of their weights in the table.

use super::{opening::Opening, situation::LineLayout, word::Ending};
use crate::boundary::{model::group::groups, token::gap::TokenGap};

const FLAG: usize = 2;
const GAPS: usize = TokenGap::COUNT;
const LAYOUTS: usize = LineLayout::COUNT;
const ENDINGS: usize = Ending::COUNT;
/// None, one, or more.
pub(super) const FEW: usize = 3;
/// The ends of a line: a word, a shortened link, or a link to a picture.
const LINKS_AT_END: usize = 3;
/// The steps of weighted lengths, of the lengths of lines, and of counts.
pub(super) const WEIGHTS: usize = 16;
pub(super) const LINE_LENGTHS: usize = 12;
pub(super) const NEXT_LENGTHS: usize = 8;
pub(super) const MOST_LINES: usize = 7;
pub(super) const MOST_LINKS: usize = 4;
pub(super) const LEFT_LENGTHS: usize = 8;
pub(super) const LEFT_LINES: usize = 4;

groups! {
    // The gaps before the attribution and before the text.
    LAYOUT: [GAPS, GAPS, LAYOUTS],
    // The end of the first part, and its weighted length.
    FIRST: [ENDINGS, LAYOUTS],
    FIRST_WEIGHT: [WEIGHTS, LAYOUTS],
    // The earlier tweets of the document, with and without a continuation.
    HABIT: [FEW, FEW, LAYOUTS],
    // Links to pictures, and an attribution, within reach.
    ANY: [FEW, FLAG, LAYOUTS],
    // Class of the first word behind the date.
    BEGINS: [Opening::COUNT, LAYOUTS],
    // The end of the candidate, and the gap and the word behind it.
    EDGE: [ENDINGS, GAPS],
    NEXT: [Opening::COUNT, GAPS],
    // Links to pictures before it and behind it, and whether it ends with one.
    MEDIA: [FEW, FEW, FLAG, LAYOUTS],
    // Shortened links up to it, and whether it ends with one.
    LINKS: [MOST_LINKS, FLAG, LAYOUTS],
    // Shortened links behind it, whether it ends with one, and whether an attribution is within reach.
    LINKS_LEFT: [FEW, FLAG, FLAG, LAYOUTS],
    // Whether a word of the same class followed the last continuation: 0 if none is known.
    BEHIND: [3, GAPS, LAYOUTS],
    // Where the hashtag stands that an earlier tweet ended with: 0 if none is known, 1 at the end, 2 before it, 3
    // behind it, 4 nowhere; and whether the first part ends with it.
    HASHTAG: [5, FLAG, LAYOUTS],
    // The weighted length of both parts.
    WEIGHT: [WEIGHTS, FLAG, LAYOUTS],
    // How many lines the continuation has, and the lengths of the last and of the one behind it.
    LINES: [MOST_LINES, LINKS_AT_END, LAYOUTS],
    LAST_LINE: [LINE_LENGTHS, FLAG, LAYOUTS],
    NEXT_LINE: [NEXT_LENGTHS, LINKS_AT_END, LAYOUTS],
    // The length and the lines of the rest for the next tweet.
    LEFT: [LEFT_LENGTHS, LEFT_LINES, LAYOUTS],
}
