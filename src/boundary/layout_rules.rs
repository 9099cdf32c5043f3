//! Beginnings that the layout settles, so that no word has to be read.
//!
//! | what the page kept | the text begins |
//! |---|---|
//! | a quote (`>`) that holds the attribution too | with the quote |
//! | a block of one line that holds the text, its attribution and nothing else | with the block |
//!
//! Such a block may also hold the words that introduce the text, or an author's own blank line may have parted the text in
//! two. Either shows in marks that are found without reading words; where there are any, nothing is settled, and the words
//! are judged.

use memchr::memchr_iter;

use super::{
    Beginning, Boundary, Site,
    char_class::Use,
    model::weights::{SETTLED_BLOCKS, SETTLED_QUOTES},
    score::gap_after,
    structure_only,
    token::{Class, Gap},
};
use crate::{
    length,
    text::{
        offset::char_ceil,
        steps,
        whitespace::{is_line_marker, last_line},
    },
};

/// The most bytes of a text whose beginning is settled: what one tweet takes up, and some more for its addresses.
const MOST_TEXT: usize = 640;
/// The most bytes of white space between two blocks.
const MOST_BLANK: usize = 32;
/// How much of the block above is looked at: as much as could be the beginning of the same tweet.
const MOST_ABOVE: usize = 300;

/// A beginning that is settled, and what it teaches about those that follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Settled {
    pub(super) at: usize,
    boundary: Boundary,
    /// The [`Gap::edge`] before it.
    pub(super) edge: usize,
    /// The class of what the block above ends with; [`Class::None`] where that is a quotation, or nothing.
    pub(super) before: Class,
}

impl Settled {
    pub(super) fn beginning(self) -> Beginning {
        let confidence = if self.is_quoted() { SETTLED_QUOTES } else { SETTLED_BLOCKS };
        Beginning { at: self.at, boundary: self.boundary, confidence }
    }

    /// Whether quote markers stand before it.
    pub(super) fn is_quoted(self) -> bool {
        self.boundary == Boundary::Quote
    }
}

/// The beginning of the text that ends at `site.text_end`, if the layout settles it.
///
/// # Complexity
///
/// Looks at most at 2 KiB before `site.text_end`, each byte at most five times.
pub(super) fn settled(site: &Site<'_>) -> Option<Settled> {
    let from = char_ceil(site.document, site.text_end.saturating_sub(MOST_TEXT).max(site.floor));
    let window = site.document.get(from..site.text_end)?;
    steps::step(window.len());
    let line = last_line(window);
    if line.trim_start().starts_with('>') { quote(site) } else { lone_block(site, line) }
}

/// A quote, whose markers stand before each line of the text and of the attribution.
fn quote(site: &Site<'_>) -> Option<Settled> {
    let Beginning { at, boundary: boundary @ Boundary::Quote, .. } = structure_only::beginning(site) else {
        return None;
    };
    let Above { line, gap } = above(site.document.get(site.floor..at)?)?;
    let before = line.chars().next_back().map_or(Class::None, |last| closing(last).unwrap_or(Class::Lower));
    Some(Settled { at, boundary, edge: gap.edge(site.floor > 0 && line.is_empty()), before })
}

/// A block that is one line, with which the text ends: `line`, and the attribution behind it.
fn lone_block(site: &Site<'_>, line: &str) -> Option<Settled> {
    let Site { document, floor, text_end, attribution, end, .. } = *site;
    let is_alone = matches!(gap_after(document.get(end..)?), Gap::Blank | Gap::Edge);
    if !is_alone || document.get(text_end..attribution)?.contains('\n') {
        return None;
    }
    let at = text_end - line.len();
    let Above { line: above, gap: gap @ Gap::Blank } = above(document.get(floor..at)?)? else { return None };
    if !begins_text(line.chars().next()?) || may_introduce(line) || !fits(line, site.limit) {
        return None;
    }
    let before = match above.chars().next_back() {
        Some(last) => closing(last).filter(|_| !has_tweets_marks(above))?,
        None if floor > 0 => Class::None,
        // Above the first block of a page there may have been words that introduce it.
        None => return None,
    };
    Some(Settled { at, boundary: Boundary::Paragraph, edge: gap.edge(before == Class::None), before })
}

/// What stands above a block.
struct Above<'t> {
    /// The line above, apart from empty ones, or its end; empty if there is none.
    line: &'t str,
    gap: Gap,
}

/// What `before`, the text before a line, ends with; `None` if it ends with too much white space.
fn above(before: &str) -> Option<Above<'_>> {
    let is_whitespace = |byte: &u8| byte.is_ascii_whitespace() || is_line_marker(char::from(*byte));
    let blank = before.bytes().rev().take(MOST_BLANK).take_while(is_whitespace).count();
    let (block, blank) = before.split_at_checked(before.len() - blank)?;
    let gap = match memchr_iter(b'\n', blank.as_bytes()).count() {
        _ if blank.len() == MOST_BLANK => return None,
        0 => Gap::Edge,
        1 => Gap::Line,
        _ => Gap::Blank,
    };
    let line = last_line(block.get(char_ceil(block, block.len().saturating_sub(MOST_ABOVE))..)?);
    steps::step(blank.len() + line.len());
    Some(Above { line, gap })
}

/// Whether a text can begin with `c`, and neither a list's bullet nor its number nor markup does.
fn begins_text(c: char) -> bool {
    match Use::of(c) {
        Use::Lower | Use::Upper | Use::Uncased | Use::Unspaced | Use::Picture | Use::Quote => true,
        Use::Open => !matches!(c, '(' | '[' | '{'),
        Use::Sign => matches!(c, '#' | '@'),
        _ => false,
    }
}

/// Whether `text` may begin with words that introduce another text: it has a colon, or speaks of tweets.
fn may_introduce(text: &str) -> bool {
    // Within a time or an address it ends none.
    let ends_words =
        |at: usize| text.as_bytes().get(at + 1).is_none_or(|next| !next.is_ascii_alphanumeric() && *next != b'/');
    memchr_iter(b':', text.as_bytes()).any(ends_words) || text.contains('：') || speaks_of_tweets(text)
}

/// Whether `text` has a word with `tweet` or `twitter` in it that is no address.
fn speaks_of_tweets(text: &str) -> bool {
    let is_word = |at: usize| {
        let (before, from) = text.split_at_checked(at).unwrap_or_default();
        let from_twitter = from.strip_prefix("witter").is_some_and(|after| !after.starts_with(".com"));
        before.ends_with(['t', 'T']) && (from_twitter || from.starts_with("weet"))
    };
    memchr_iter(b'w', text.as_bytes()).any(is_word)
}

/// Whether `text` is no longer than a tweet could be when it was written.
fn fits(text: &str, limit: usize) -> bool {
    if limit < length::MAX_WEIGHT {
        // Each character counted one, and URLs as many as they are shown with, or a few less.
        text.chars().count() <= limit
    } else {
        length::fits_tweet(text)
    }
}

/// The class of `last`, with which a block of prose ends, if a sentence or an introduction does.
fn closing(last: char) -> Option<Class> {
    match Use::of(last) {
        Use::End => Some(Class::End),
        Use::Colon => Some(Class::Colon),
        Use::Close => Some(Class::Close),
        Use::Quote => Some(Class::Quote),
        _ => None,
    }
}

/// Whether `line` has what tweets have more often than prose: tags, names of accounts, addresses, pictures.
///
/// Pictures begin with these two bytes, as do other marks.
fn has_tweets_marks(line: &str) -> bool {
    let is_address = |before: &str| before.ends_with([':', '.', '/']) || before.ends_with("t.co");
    let is_picture = |from: &str| from.starts_with(|c| Use::of(c) == Use::Picture);
    memchr::memchr3(b'#', b'@', 0xf0, line.as_bytes()).is_some()
        || memchr_iter(b'/', line.as_bytes()).any(|at| line.get(..at).is_some_and(is_address))
        || memchr_iter(0xe2, line.as_bytes()).any(|at| line.get(at..).is_some_and(is_picture))
}

#[cfg(test)]
mod tests {
    use super::{super::tests::Marked, *};

    /// What the layout settles for the last quotation of a marked document, and what the marks say.
    fn settled_last(marked: &str) -> (Option<Settled>, usize) {
        let marked = Marked::new(marked);
        (settled(marked.sites().last().unwrap()), *marked.beginnings.last().unwrap())
    }

    #[test]
    fn blocks_that_hold_nothing_else_are_settled() {
        for (marked, before) in [
            ("They met.\n\n⟦So glad!⟧ — Dana Ortiz (@dortiz) July 14, 2021¦\n\nThe mayor", Class::End),
            ("She wrote:\n\n⟦so glad⟧ — Dana Ortiz (@dortiz) July 14, 2021¦", Class::Colon),
            ("“They met.”\r\n\r\n⟦#glad!⟧— Dana Ortiz (@dortiz) July 14, 2021¦\r\n\r\nA", Class::Close),
            ("彼女は言った。\n\n\n⟦嬉しい！⟧ — Dana Ortiz (@dortiz) July 14, 2021¦\n\n次", Class::End),
            ("\"It is.\"\n\n⟦“So glad” 🎉⟧ — Dana Ortiz (@dortiz) July 14, 2021¦", Class::Quote),
            ("Two lines.\nThey met.\n\n⟦🎉 glad⟧ — Dana Ortiz (@dortiz) July 14, 2021¦", Class::End),
        ] {
            let (found, at) = settled_last(marked);
            let expected = Settled { at, boundary: Boundary::Paragraph, edge: Gap::Blank.edge(false), before };
            assert_eq!(found, Some(expected), "{marked:?}");
        }
        let (found, at) = settled_last(
            "⟦Glad!⟧ — Bo Chan (@bochan) July 14, 2021¦\n\n⟦@bochan Me too⟧ — Dana Ortiz (@dortiz) July 14, 2021¦",
        );
        let edge = Gap::Blank.edge(true);
        assert_eq!(found, Some(Settled { at, boundary: Boundary::Paragraph, edge, before: Class::None }));
        assert_eq!(
            found.unwrap().beginning(),
            Beginning { at, boundary: Boundary::Paragraph, confidence: SETTLED_BLOCKS }
        );
    }

    #[test]
    fn quotes_that_hold_their_attribution_are_settled() {
        for (marked, edge, before) in [
            (
                "They met.\n\n> ⟦So glad!\n>\n> Truly: so.⟧\n>\n> — Dana Ortiz (@dortiz) July 14, 2021¦\n",
                Gap::Blank.edge(false),
                Class::End,
            ),
            ("# They met\n> ⟦So glad!⟧ — Dana Ortiz (@dortiz) July 14, 2021¦ The", Gap::Line.edge(false), Class::Lower),
            ("> ⟦So glad!⟧\n> — Dana Ortiz (@dortiz) July 14, 2021¦", Gap::Edge.edge(false), Class::None),
            (
                "⟦Glad!⟧ — Bo Chan (@bochan) July 14, 2021¦\n\n> ⟦Me too⟧\n> — Dana Ortiz (@dortiz) July 14, 2021¦",
                Gap::Blank.edge(true),
                Class::None,
            ),
            (
                "⟦Glad!⟧ — Bo Chan (@bochan) July 14, 2021¦\n\nThey met\n\n> ⟦Me too⟧\n> — Dana Ortiz (@dortiz) July 14, 2021¦",
                Gap::Blank.edge(false),
                Class::Lower,
            ),
        ] {
            let (found, at) = settled_last(marked);
            assert_eq!(found, Some(Settled { at, boundary: Boundary::Quote, edge, before }), "{marked:?}");
            let beginning = found.unwrap().beginning();
            assert_eq!(beginning, Beginning { at, boundary: Boundary::Quote, confidence: SETTLED_QUOTES });
        }
        let far = alloc::format!("They met.{}> ⟦So⟧\n> — Dana Ortiz (@dortiz) July 14, 2021¦", "\n".repeat(40));
        assert_eq!(settled_last(&far).0, None, "what is above is too far away");
    }

    #[test]
    fn what_may_be_otherwise_is_judged_by_its_words() {
        let long = "So glad! ".repeat(32);
        for (marked, why) in [
            ("They met.\n\nShe wrote: ⟦So glad!⟧ — Dana Ortiz (@dortiz) July 14, 2021¦", "words that introduce"),
            (
                "They met.\n\nShe tweeted about it too. ⟦So glad!⟧ — Dana Ortiz (@dortiz) July 14, 2021¦",
                "words that introduce",
            ),
            ("会った。\n\n市長：⟦嬉しい！⟧ — Dana Ortiz (@dortiz) July 14, 2021¦", "words that introduce"),
            ("They met.\n\n⟦⚠️ It is shut.\n\nBe safe!⟧ — Dana Ortiz (@dortiz) July 14, 2021¦", "a picture above"),
            ("They met.\n\n⟦🎉 It is open.\n\nGo!⟧ — Dana Ortiz (@dortiz) July 14, 2021¦", "a picture above"),
            ("They met.\n\n⟦The #bridge is shut.\n\nBe safe!⟧ — Dana Ortiz (@dortiz) July 14, 2021¦", "a tag above"),
            (
                "They met.\n\n⟦See https://a.example/b.\n\nOh!⟧ — Dana Ortiz (@dortiz) July 14, 2021¦",
                "an address above",
            ),
            ("They met.\n\n⟦See t.co/AbCdEf1234!\n\nOh!⟧ — Dana Ortiz (@dortiz) July 14, 2021¦", "an address above"),
            ("Reactions\n\n⟦So glad!⟧ — Dana Ortiz (@dortiz) July 14, 2021¦", "a heading above"),
            ("⟦So glad!⟧ — Dana Ortiz (@dortiz) July 14, 2021¦", "nothing above"),
            ("\n\n\n⟦So glad!⟧ — Dana Ortiz (@dortiz) July 14, 2021¦", "nothing above"),
            ("They met.\n⟦So glad!⟧ — Dana Ortiz (@dortiz) July 14, 2021¦", "no blank line above"),
            ("They met.\n\n⟦So glad!⟧\n— Dana Ortiz (@dortiz) July 14, 2021¦", "another line"),
            ("They met.\n\n⟦So glad!\nOh!⟧ — Dana Ortiz (@dortiz) July 14, 2021¦", "another line"),
            ("They met.\n\n⟦So glad!⟧ — Dana Ortiz (@dortiz) July 14, 2021¦ It rained.", "prose behind"),
            ("They met.\n\n⟦So glad!⟧ — Dana Ortiz (@dortiz) July 14, 2021¦\nIt rained.", "prose behind"),
            ("They met.\n\n* ⟦So glad!⟧ — Dana Ortiz (@dortiz) July 14, 2021¦", "a bullet"),
            ("They met.\n\n1. ⟦So glad!⟧ — Dana Ortiz (@dortiz) July 14, 2021¦", "a number"),
            ("They met.\n\n[1] ⟦So glad!⟧ — Dana Ortiz (@dortiz) July 14, 2021¦", "a reference"),
            ("They met.\n\n  ⟦So glad!⟧ — Dana Ortiz (@dortiz) July 14, 2021¦", "indentation"),
            (&alloc::format!("They met.\n\n⟦{long}⟧— Dana Ortiz (@dortiz) July 14, 2021¦"), "more than a tweet"),
            (
                &alloc::format!("They met.{}⟦So glad!⟧ — Dana Ortiz (@dortiz) July 14, 2021¦", "\n".repeat(40)),
                "a wide gap",
            ),
        ] {
            assert_eq!(settled_last(marked).0, None, "{why}: {marked:?}");
        }
    }

    #[test]
    fn tweets_were_shorter_once() {
        let text = "So glad! ".repeat(16);
        let marked = alloc::format!("They met.\n\n⟦{text}⟧— Dana Ortiz (@dortiz) July 14, 2016¦");
        let marked = Marked::new(&marked);
        for (limit, is_settled) in [(length::MAX_WEIGHT, true), (length::MAX_WEIGHT_UNTIL_2017, false)] {
            let site = Site { limit, ..*marked.sites().last().unwrap() };
            assert_eq!(settled(&site).is_some(), is_settled, "{limit}");
        }
        // What counts are characters, not bytes.
        let marked = alloc::format!("会った。\n\n⟦{}⟧ — Dana Ortiz (@dortiz) July 14, 2016¦", "嬉しい".repeat(40));
        let marked = Marked::new(&marked);
        assert!(settled(&Site { limit: length::MAX_WEIGHT_UNTIL_2017, ..*marked.sites().last().unwrap() }).is_some());
    }

    #[test]
    fn words_that_introduce_have_a_colon_or_speak_of_tweets() {
        for (text, has) in [
            ("So: glad", true),
            ("so glad:", true),
            ("会った：嬉しい", true),
            (":) so glad", true),
            ("She tweeted it. So glad", true),
            ("Tweet of the day", true),
            ("auf Twitter schrieb sie", true),
            ("retwittert", true),
            ("so sweet https://twitter.com/a pic.twitter.com/AbCdEf1234", false),
            ("at 10:30", false),
            ("see https://a.example", false),
            ("so glad", false),
        ] {
            assert_eq!(may_introduce(text), has, "{text:?}");
        }
    }
}
