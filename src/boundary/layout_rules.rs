//! Layout rules: they answer without weights, and without reading words, if the page kept its blocks.
//!
//! | what the page kept | the text begins |
//! |---|---|
//! | a quote (`>`) that holds the attribution too | with the quote |
//! | a block of one line that holds the text, its attribution and nothing else | with the block |
//!
//! Such a block may also hold an introduction of the text, and an author's own empty line may have split the text in two.
//! Punctuation shows either, without reading words. Then the rules have no answer, and the candidates are scored.

use memchr::{memchr_iter, memchr3};

use super::{
    char_class::class_of,
    model::calibration::MEASURED,
    structure_only,
    token::{
        TokenClass,
        gap::{TokenGap, gap_after},
    },
    types::{Beginning, Boundary, PreviousTweet, Site},
};
use crate::{
    length,
    text::{
        offset::char_ceil,
        steps,
        whitespace::{is_line_marker, last_line},
    },
};

/// The most bytes of a text that the rules answer for: one tweet, and some more for its URLs.
const MOST_TEXT: usize = 640;
/// The most bytes of whitespace between two blocks.
const MOST_WHITESPACE: usize = 32;
/// How much of the block above is looked at: as much as could be the beginning of the same tweet.
const MOST_ABOVE: usize = 300;

/// The beginning of the text that ends at `site.text_end`, and what it tells the next tweet; `None` if the rules have no
/// answer.
///
/// # Complexity
///
/// Looks at most at 2 KiB before `site.text_end`, each byte at most five times.
pub(super) fn beginning(site: &Site<'_>) -> Option<(Beginning, PreviousTweet)> {
    let before = site.before();
    let window = before.get(char_ceil(before, before.len().saturating_sub(MOST_TEXT))..)?;
    steps::step(window.len());
    let line = last_line(window);
    if line.trim_start().starts_with('>') { quote(site) } else { lone_block(site, line) }
}

/// A quote, whose markers stand before each line of the text and of the attribution.
fn quote(site: &Site<'_>) -> Option<(Beginning, PreviousTweet)> {
    let beginning = structure_only::beginning(site);
    if beginning.boundary != Boundary::Quote {
        return None;
    }
    let (above, gap) = above(site.document.get(site.previous_end..beginning.at)?)?;
    let before = above.chars().next_back().map_or(TokenClass::None, |last| closing(last).unwrap_or(TokenClass::Lower));
    let edge = gap.edge(site.previous_end > 0 && above.is_empty());
    Some((Beginning { confidence: MEASURED.quotes, ..beginning }, PreviousTweet { edge, before, quoted: true }))
}

/// A block of one line: `line`, with which the text ends, and the attribution.
fn lone_block(site: &Site<'_>, line: &str) -> Option<(Beginning, PreviousTweet)> {
    let is_alone = matches!(gap_after(site.after()), TokenGap::EmptyLine | TokenGap::InputEdge);
    if !is_alone || site.gap().contains('\n') {
        return None;
    }
    let at = site.text_end - line.len();
    let (above, gap @ TokenGap::EmptyLine) = above(site.document.get(site.previous_end..at)?)? else { return None };
    if !begins_text(line.chars().next()?) || may_introduce(line) || !fits(line, site.limit) {
        return None;
    }
    let before = match above.chars().next_back() {
        Some(last) => closing(last).filter(|_| !has_signs_of_tweets(above))?,
        None if site.previous_end > 0 => TokenClass::None,
        // The introduction may have stood above the first block of the page.
        None => return None,
    };
    let edge = gap.edge(before == TokenClass::None);
    let beginning = Beginning { at, boundary: Boundary::Paragraph, confidence: MEASURED.blocks };
    Some((beginning, PreviousTweet { edge, before, quoted: false }))
}

/// The last line of `before` that is not empty, or its end, and the gap behind it; `None` if the gap is too wide.
fn above(before: &str) -> Option<(&str, TokenGap)> {
    let in_gap = |byte: &u8| byte.is_ascii_whitespace() || is_line_marker(char::from(*byte));
    let len = before.bytes().rev().take(MOST_WHITESPACE).take_while(in_gap).count();
    let (block, gap) = before.split_at_checked(before.len() - len)?;
    let breaks = memchr_iter(b'\n', gap.as_bytes()).count();
    if len == MOST_WHITESPACE {
        return None;
    }
    let line = last_line(block.get(char_ceil(block, block.len().saturating_sub(MOST_ABOVE))..)?);
    steps::step(len + line.len());
    let gap = match breaks {
        0 => TokenGap::InputEdge,
        1 => TokenGap::LineBreak,
        _ => TokenGap::EmptyLine,
    };
    Some((line, gap))
}

/// Whether a text can begin with `c`, and neither a list's bullet nor its number nor markup does.
fn begins_text(c: char) -> bool {
    use TokenClass as C;
    match class_of(c) {
        C::Lower | C::Upper | C::Uncased | C::Unspaced | C::Emoji | C::Quote => true,
        C::Open => !matches!(c, '(' | '[' | '{'),
        C::Symbol => matches!(c, '#' | '@'),
        _ => false,
    }
}

/// Whether `text` may begin with words that introduce another text: it has a colon, or speaks of tweets.
fn may_introduce(text: &str) -> bool {
    // A colon within a time or a URL introduces nothing.
    let ends_words =
        |at: usize| text.as_bytes().get(at + 1).is_none_or(|next| !next.is_ascii_alphanumeric() && *next != b'/');
    memchr_iter(b':', text.as_bytes()).any(ends_words) || text.contains('：') || speaks_of_tweets(text)
}

/// Whether `text` has a word with `tweet` or `twitter` in it that is no URL.
fn speaks_of_tweets(text: &str) -> bool {
    let is_word = |at: usize| {
        let (before, from) = text.split_at_checked(at).unwrap_or_default();
        let from_twitter = from.strip_prefix("witter").is_some_and(|after| !after.starts_with(".com"));
        before.ends_with(['t', 'T']) && (from_twitter || from.starts_with("weet"))
    };
    memchr_iter(b'w', text.as_bytes()).any(is_word)
}

/// Whether `text` is no longer than a tweet could be on its day.
fn fits(text: &str, limit: usize) -> bool {
    if limit < length::MAX_WEIGHT {
        // Each character counted one, and URLs about as many as they are shown with.
        text.chars().count() <= limit
    } else {
        length::fits_tweet(text)
    }
}

/// The class of `last`, the last character of a block of prose, if it ends a sentence or an introduction.
fn closing(last: char) -> Option<TokenClass> {
    use TokenClass as C;
    Some(class_of(last)).filter(|class| matches!(class, C::End | C::Colon | C::Close | C::Quote))
}

/// Whether `line` has what tweets have more often than prose: hashtags, mentions, URLs, emoji.
fn has_signs_of_tweets(line: &str) -> bool {
    let ends_scheme_or_host = |before: &str| before.ends_with([':', '.', '/']) || before.ends_with("t.co");
    let is_emoji = |from: &str| from.starts_with(|c| class_of(c) == TokenClass::Emoji);
    // 0xf0 and 0xe2 are the first bytes of emoji; of other symbols too, so that those of 0xe2 are looked at.
    memchr3(b'#', b'@', 0xf0, line.as_bytes()).is_some()
        || memchr_iter(b'/', line.as_bytes()).any(|at| line.get(..at).is_some_and(ends_scheme_or_host))
        || memchr_iter(0xe2, line.as_bytes()).any(|at| line.get(at..).is_some_and(is_emoji))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        boundary::{score, tests::last_site},
        marks::{Marked, Part},
    };

    /// The answer for the last quotation of a marked document: whether it is as marked, its kind, and what it tells the next.
    fn answer(marked: &str) -> Option<(bool, Boundary, PreviousTweet)> {
        let marked = Marked::read(marked);
        let (Beginning { at, boundary, confidence }, this) = beginning(&last_site(&marked))?;
        let measured = if boundary == Boundary::Quote { MEASURED.quotes } else { MEASURED.blocks };
        Some((
            marked.of(Part::Text).last().unwrap().start == at && (confidence - measured).abs() < f32::EPSILON,
            boundary,
            this,
        ))
    }

    #[test]
    fn blocks_that_hold_nothing_else_are_answered() {
        for (marked, follows_quotation, before) in [
            ("They met.\n\n⟦So glad!⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n\nThe mayor", false, TokenClass::End),
            ("She wrote:\n\n⟦so glad⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆", false, TokenClass::Colon),
            (
                "“They met.”\r\n\r\n⟦#glad!⟧— ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\r\n\r\nA",
                false,
                TokenClass::Close,
            ),
            ("彼女は言った。\n\n\n⟦嬉しい！⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n\n次", false, TokenClass::End),
            ("\"It is.\"\n\n⟦“So glad” 🎉⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆", false, TokenClass::Quote),
            ("Two lines.\nThey met.\n\n⟦🎉 glad⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆", false, TokenClass::End),
            (
                "⟦Glad!⟧ — ⟨Bo Chan⟩ (@⟪bochan⟫) ⦅July 14, 2021⦆\n\n⟦@bochan Me too⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆",
                true,
                TokenClass::None,
            ),
        ] {
            let edge = TokenGap::EmptyLine.edge(follows_quotation);
            let this = PreviousTweet { edge, before, quoted: false };
            assert_eq!(answer(marked), Some((true, Boundary::Paragraph, this)), "{marked:?}");
        }
    }

    #[test]
    fn quotes_that_hold_their_attribution_are_answered() {
        for (marked, edge, before) in [
            (
                "They met.\n\n> ⟦So glad!\n>\n> Truly: so.⟧\n>\n> — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n",
                TokenGap::EmptyLine.edge(false),
                TokenClass::End,
            ),
            (
                "# They met\n> ⟦So glad!⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆ The",
                TokenGap::LineBreak.edge(false),
                TokenClass::Lower,
            ),
            (
                "> ⟦So glad!⟧\n> — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆",
                TokenGap::InputEdge.edge(false),
                TokenClass::None,
            ),
            (
                "⟦Glad!⟧ — ⟨Bo Chan⟩ (@⟪bochan⟫) ⦅July 14, 2021⦆\n\n> ⟦Me too⟧\n> — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆",
                TokenGap::EmptyLine.edge(true),
                TokenClass::None,
            ),
            (
                "⟦Glad!⟧ — ⟨Bo Chan⟩ (@⟪bochan⟫) ⦅July 14, 2021⦆\n\nThey met\n\n> ⟦Me too⟧\n> — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆",
                TokenGap::EmptyLine.edge(false),
                TokenClass::Lower,
            ),
        ] {
            let this = PreviousTweet { edge, before, quoted: true };
            assert_eq!(answer(marked), Some((true, Boundary::Quote, this)), "{marked:?}");
        }
        let far = alloc::format!("They met.{}> ⟦So⟧\n> — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆", "\n".repeat(40));
        assert_eq!(answer(&far), None, "the block above is too far away");
    }

    #[test]
    fn a_layout_tells_the_next_tweet_what_the_tokens_would() {
        for marked in [
            "They met.\n\n⟦So glad!⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆",
            "She wrote:\n\n> ⟦So glad!⟧\n> — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆",
        ] {
            let (_, _, this) = answer(marked).unwrap();
            let marked = Marked::read(marked);
            assert_eq!(Some(this), score::beginning(&last_site(&marked), None).1);
        }
    }

    #[test]
    fn what_may_be_otherwise_has_no_answer() {
        let long = "So glad! ".repeat(32);
        for (marked, why) in [
            ("They met.\n\nShe wrote: ⟦So glad!⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆", "words that introduce"),
            (
                "They met.\n\nShe tweeted about it too. ⟦So glad!⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆",
                "words that introduce",
            ),
            ("会った。\n\n市長：⟦嬉しい！⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆", "words that introduce"),
            ("They met.\n\n⟦⚠️ It is shut.\n\nBe safe!⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆", "an emoji above"),
            ("They met.\n\n⟦🎉 It is open.\n\nGo!⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆", "an emoji above"),
            (
                "They met.\n\n⟦The #bridge is shut.\n\nBe safe!⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆",
                "a hashtag above",
            ),
            (
                "They met.\n\n⟦See https://a.example/b.\n\nOh!⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆",
                "a URL above",
            ),
            ("They met.\n\n⟦See t.co/AbCdEf1234!\n\nOh!⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆", "a URL above"),
            ("Reactions\n\n⟦So glad!⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆", "a heading above"),
            ("⟦So glad!⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆", "nothing above"),
            ("\n\n\n⟦So glad!⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆", "nothing above"),
            ("They met.\n⟦So glad!⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆", "no empty line above"),
            ("They met.\n\n⟦So glad!⟧\n— ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆", "another line"),
            ("They met.\n\n⟦So glad!\nOh!⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆", "another line"),
            ("They met.\n\n⟦So glad!⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆ It rained.", "prose behind"),
            ("They met.\n\n⟦So glad!⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\nIt rained.", "prose behind"),
            ("They met.\n\n* ⟦So glad!⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆", "a bullet"),
            ("They met.\n\n1. ⟦So glad!⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆", "a number"),
            ("They met.\n\n[1] ⟦So glad!⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆", "a reference"),
            ("They met.\n\n  ⟦So glad!⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆", "indentation"),
            (&alloc::format!("They met.\n\n⟦{long}⟧— ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆"), "more than a tweet"),
            (
                &alloc::format!("They met.{}⟦So glad!⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆", "\n".repeat(40)),
                "a wide gap",
            ),
        ] {
            assert_eq!(answer(marked), None, "{why}: {marked:?}");
        }
    }

    #[test]
    fn tweets_were_shorter_once() {
        let (short, long) = (length::MAX_WEIGHT_UNTIL_2017, length::MAX_WEIGHT);
        // The limit counts characters, not bytes.
        for (text, answers) in [("So glad! ".repeat(16), [false, true]), ("嬉しい".repeat(40), [true, true])] {
            let marked = alloc::format!("They met.\n\n⟦{text}⟧— ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2016⦆");
            let marked = Marked::read(&marked);
            let found = [short, long].map(|limit| beginning(&Site { limit, ..last_site(&marked) }).is_some());
            assert_eq!(found, answers, "{text}");
        }
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
