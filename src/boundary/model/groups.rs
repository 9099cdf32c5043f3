//! Groups of features, and the indices of their weights in the table.

use super::group::groups;
use crate::boundary::{
    char_class::FAMILIES,
    function_words::LANGUAGES,
    layout::line_start::LineStart,
    token::{TokenClass, gap::TokenGap},
};

const FLAG: usize = 2;
/// Less, equal or greater.
const ORDER: usize = 3;
const EDGES: usize = TokenGap::EDGES;
const GAPS: usize = TokenGap::COUNT;
const CLASSES: usize = TokenClass::COUNT;
/// The steps of gaps, lengths, left tokens and inner lines in `features::layout`.
const GAP_FAMILIES: usize = 4;
pub(in crate::boundary) const LENGTHS: usize = 24;
pub(in crate::boundary) const LEFT: usize = 11;
const INNER_LINES: usize = 5;
/// The steps of segment sizes in `features::content`, and the strengths of gaps in `features::candidate`.
const SEGMENT_SIZES: usize = 10;
const STRENGTHS: usize = 3;
/// Quarters of a share in `features::content`.
const SHARES: usize = 4;
/// The states of the input's edge, the steps of a line's width and the ways in which it ends, in `features`.
pub(in crate::boundary) const INPUT_EDGES: usize = 4;
pub(in crate::boundary) const LINE_WIDTHS: usize = 12;
pub(in crate::boundary) const LINE_ENDS: usize = 4;
/// Hashtags, mentions, URLs of twitter.com and emoji: one bit each.
const SIGNS_OF_TWEETS: usize = 16;
/// The steps of lengths in `features::false_friend` and in `layout::features`, and what stands before a line.
pub(in crate::boundary) const FALSE_LENGTHS: usize = 8;
pub(in crate::boundary) const LAYOUT_LENGTHS: usize = 12;
const LINE_STARTS: usize = LineStart::COUNT;
/// Classes of words and URLs.
pub(in crate::boundary) const WORD_CLASSES: usize = TokenClass::Url as usize + 1;
/// How many features the hashes of the other tokens inside a text have.
pub(in crate::boundary) const OTHER_SHAPES: usize = 224;

groups! {
    // The edge before the text, the gap before the attribution, and the one behind the quotation.
    START: [EDGES, GAPS, GAPS],
    // The classes of the tokens around the edge: the last before it (and the one that is seen through closing quotes),
    // the first two behind it.
    AROUND: [EDGES, CLASSES, CLASSES],
    BEFORE2: [CLASSES, CLASSES],
    FIRST: [EDGES, CLASSES, GAPS],
    SECOND: [EDGES, CLASSES],
    FIRST2: [CLASSES, CLASSES],
    LENGTH: [EDGES, LENGTHS, GAP_FAMILIES],
    // The length, and whether tweets could have 280 characters.
    LENGTH_ONLY: [LENGTHS, FLAG],
    // Lines and sentence ends in the text, and lines and paragraphs together.
    LINES: [EDGES, 8, GAPS],
    ENDS: [EDGES, 8, GAP_FAMILIES],
    INNER: [GAPS, INNER_LINES, GAPS, GAPS],
    // Compared with the line before and with the attribution's; whether the text's lines are alike.
    DEPTH: [EDGES, ORDER, ORDER, FLAG],
    INDENT: [GAPS, ORDER, ORDER, FLAG, GAPS],
    // Tokens between the previous quotation and the text, and whether there is a previous quotation.
    LEFT_TOKENS: [EDGES, LEFT, FLAG],
    // Links, whether one ends the text, links inside; whether the text does not follow a quotation.
    LINKS: [4, FLAG, 4, FLAG],
    // The segment that ends before the text: its length, share of capitalized words, and last token.
    SEGMENT_BEFORE: [SEGMENT_SIZES, SHARES, CLASSES],
    // The first segment of the text: its length, end, share of capitalized words, and whether it is the last.
    SEGMENT_AFTER: [SEGMENT_SIZES, 4, SHARES, FLAG],
    // The balance of brackets, the parity of quotation marks, and whether either opens the text.
    QUOTES: [4, 3, FLAG],
    // Script families and languages before the text and in it.
    FAMILY: [FAMILIES, FAMILIES],
    // The edge and last class of the previous tweet of the document and of this one.
    PREVIOUS_EDGE: [EDGES, EDGES, GAPS],
    PREVIOUS_CLASS: [CLASSES, CLASSES],
    WORD_BEFORE: hashed 2048,
    WORDS_BEFORE: hashed 4096,
    SECOND_BEFORE: hashed 1024,
    NEAR: hashed 4096,
    WORD_FIRST: hashed 2048,
    WORDS_FIRST: hashed 2048,
    // Each word of the text.
    INSIDE: hashed 8192,
    SEGMENT_FIRST: hashed 1024,
    SEGMENTS: [SEGMENT_SIZES, SEGMENT_SIZES, STRENGTHS, FLAG],
    // Each token of the text: the class of a word or URL, the hash of anything else.
    SHAPE: [WORD_CLASSES + OTHER_SHAPES],
    // The line breaks before the text, in it, before the attribution and behind the quotation; breaks at links.
    BREAKS: [5, 5, 5, 6, FLAG],
    BREAKS_AFTER: [5, 6, 6, FLAG],
    BREAKS_INNER: [ORDER, ORDER, ORDER, FLAG, FLAG],
    ANCHORED: [GAPS, FLAG, FLAG, CLASSES],
    SIGNS: [SIGNS_OF_TWEETS, SIGNS_OF_TWEETS, STRENGTHS],
    SIGNS_INSIDE: [SIGNS_OF_TWEETS, STRENGTHS],
    // Words that stand before and in the text, and the text's length.
    OVERLAP: [6, 6, STRENGTHS],
    LANGUAGE: [LANGUAGES, LANGUAGES],
    LANGUAGE_CHANGE: [3, STRENGTHS],
    // The author's name in the segment before and in the text; whether a sentence ends before; whether nothing is
    // before. And the name shortly before the text and in it.
    AUTHOR: [3, 3, FLAG, FLAG],
    AUTHOR_WIDE: [3, 3, STRENGTHS],
    COLON: [SEGMENT_SIZES, SEGMENT_SIZES, FLAG],
    // Behind an introduction of other people's words; and where a line begins that holds one.
    INTRODUCED: [STRENGTHS],
    INTRODUCTION_INSIDE: [GAPS],
    // The weight left before the text, the length, and how the window begins.
    LEFT_WEIGHT: [10, 10, 3],
    // Where the input begins in the window: whether all of that fits into a tweet, and the text begins with it; the gap
    // before the attribution, and the one behind the quotation.
    INPUT_EDGE: [INPUT_EDGES, GAPS, GAPS],
    // Of the first token of the input, or behind the previous quotation: which of the two, the length, and whether the
    // quotation ends the input.
    INPUT_LENGTH: [FLAG, LENGTHS, FLAG],
    // The rest before the text of an input that fits into a tweet, its last token, and whether a line ends there.
    INPUT_LEFT: [8, CLASSES, FLAG],
    // The widths of the line before and of the first line of the text, and what separates them.
    LINE_PAIR: [LINE_WIDTHS, LINE_WIDTHS, ORDER],
    // The width of the line before, how it ends, and the class of the first token of the text.
    LINE_BEFORE: [LINE_WIDTHS, LINE_ENDS, CLASSES],
    // Whether the text with the line before it fits into a tweet, and the text alone; what separates the two; the width
    // of the line before.
    LINE_EXTENDS: [ORDER, ORDER, ORDER, LINE_WIDTHS],
    // The lines behind the first of the text, the width of the line before, and what separates it.
    LINE_INNER: [8, LINE_WIDTHS, ORDER],
    // How many lines before the text the nearest one begins that follows a colon; whether all from there on fits into a
    // tweet; the gap before the text.
    LINE_COLON: [4, ORDER, ORDER],
    // Where the text has a second line: how the first ends, the first token of the second, and whether an empty line is
    // between.
    LINE_NEXT: [LINE_ENDS, CLASSES, FLAG],
    // The widths of both, and how the first ends.
    LINE_NEXT_PAIR: [LINE_WIDTHS, LINE_WIDTHS, LINE_ENDS],
    // The gap and the first character behind the quotation, the gap before the text, and whether the text has line
    // breaks.
    AFTER: [GAPS, CLASSES, STRENGTHS, FLAG],

    // What speaks against a tweet. Signs of tweets in the text, its length, and whether the input ends with the
    // quotation.
    FALSE_SIGNS: [SIGNS_OF_TWEETS, FALSE_LENGTHS, FLAG],
    // The first and the last token of the text.
    FALSE_ENDS: [CLASSES, CLASSES],
    // The gap behind the quotation, and the first character behind it.
    FALSE_AFTER: [GAPS, CLASSES],
    // The gap before the text, the last token before it, and whether the document has a tweet before.
    FALSE_BEFORE: [GAPS, CLASSES, FLAG],
    // The first character of the name, and whether a comma follows the handle.
    FALSE_NAME: [CLASSES, FLAG],
    FALSE_NAME_WORD: hashed 256,
    // The first and last words of the text.
    FALSE_WORDS: hashed 512,

    // The first stage. What stands before a line, the gap before the attribution, and the one behind the quotation.
    LAYOUT_START: [LINE_STARTS, ORDER, GAPS],
    LAYOUT_LENGTH: [LINE_STARTS, LAYOUT_LENGTHS, ORDER],
    // The lines and paragraphs behind the first line of the text.
    LAYOUT_INNER: [LINE_STARTS, 4, 4, ORDER],
    LAYOUT_WIDTHS: [LINE_WIDTHS, LINE_WIDTHS, ORDER],
    // The last character of the line above, and whether the text with that line fits into a tweet.
    LAYOUT_ABOVE: [CLASSES, LINE_STARTS, ORDER],
    LAYOUT_FIRST: [CLASSES, LINE_STARTS],
    // The line holds an introduction of other people's words.
    LAYOUT_INTRODUCTION: [LINE_STARTS],
    LAYOUT_EXTENDS: [ORDER, ORDER, ORDER, LINE_WIDTHS],
    // Compared with the line above and with the attribution's.
    LAYOUT_DEPTH: [ORDER, ORDER, FLAG, LINE_STARTS],
    LAYOUT_INDENT: [ORDER, ORDER, FLAG, LINE_STARTS],
    LAYOUT_PREVIOUS: [EDGES, LINE_STARTS, FLAG, FLAG],
    // What speaks for none of the lines. The last line's width and start, and whether it has a colon and signs of
    // tweets.
    LAYOUT_NONE: [LINE_WIDTHS, LINE_STARTS, FLAG, FLAG],
    LAYOUT_NONE_ENDS: [3, LINE_STARTS, ORDER, FLAG],
    LAYOUT_NONE_GAPS: [LINE_STARTS, ORDER, GAPS, FLAG],
    LAYOUT_NONE_AROUND: [CLASSES, CLASSES],
}
