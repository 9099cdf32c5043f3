//! The window: the stretch before an attribution that can hold the tweet's text.

use super::{
    after_quotation::AfterQuotation,
    boundary_kind::boundary_at,
    char_class::class_of,
    input_kind::InputKind,
    lexer,
    list_bullet::list_bullet_len,
    token::{Token, TokenClass, Tokens, WindowOffset},
    types::{Boundary, PreviousTweet, Site},
};
use crate::{
    length::{MAX_WEIGHT, char_weight},
    text::{
        offset::last_bytes,
        steps,
        whitespace::{char_before, gap_len, is_line_break, line_breaks},
    },
};

/// The most bytes of a window, whatever their weight.
const MOST_BYTES: usize = 4096;
/// The weight that the window holds besides a text: markup and reply mentions, which do not count towards the limit,
/// and context before the text.
const CONTEXT_WEIGHT: usize = 110;
/// Upper bound of a URL's weight: X counts 23, and words may be glued to it.
const MOST_URL_WEIGHT: usize = 30;

/// The tokens before an attribution, and the surroundings of its quotation.
pub(super) struct Window<'w> {
    /// Where it begins in the document.
    start: usize,
    pub(super) tokens: &'w Tokens,
    pub(super) site: Site<'w>,
    pub(super) previous: Option<PreviousTweet>,
    /// Whether it reaches back to the previous quotation, or to the beginning of the input.
    pub(super) whole: bool,
    /// Whether it begins where the previous quotation ends.
    pub(super) follows_quotation: bool,
    pub(super) after: AfterQuotation,
    /// Whether a line break stands before the date: then the tool breaks lines at links.
    pub(super) breaks_at_links: bool,
}

impl<'w> Window<'w> {
    /// Reads the window of `site` into `tokens`.
    pub(super) fn read(site: &Site<'w>, previous: Option<PreviousTweet>, tokens: &'w mut Tokens) -> Self {
        let before = site.before();
        // Under the limit of 140 characters, every character counted 1.
        let wide = if site.limit < MAX_WEIGHT { 1 } else { 2 };
        let text = reach_back(before, site.limit + CONTEXT_WEIGHT, wide);
        let start = site.text_end - text.len();
        let at_line_start = start == 0 || site.document.get(..start).is_some_and(|d| d.ends_with(is_line_break));
        steps::step(text.len());
        lexer::read(tokens, text, site.gap(), at_line_start);
        let whole = text.len() == before.len() && !tokens.cut;
        Self {
            start,
            tokens,
            site: *site,
            previous,
            whole,
            follows_quotation: whole && site.previous_end > 0,
            after: AfterQuotation::of(site.after()),
            breaks_at_links: breaks_before_date(site),
        }
    }

    /// The offset of the token at `index` in the document.
    pub(super) fn in_document(&self, index: usize) -> usize {
        self.tokens.as_slice().get(index).map_or(WindowOffset::ZERO, |token| token.start).in_document(self.start)
    }

    /// The offset in the document of the text whose first token is at `index`: behind the bullet of a page's list.
    pub(super) fn text_at(&self, index: usize) -> usize {
        let at = self.in_document(index);
        if !self.token(index).starts_line() {
            return at;
        }
        at + list_bullet_len(self.site.text_from(at))
    }

    /// The mark at which the text begins whose first token is at `index`.
    pub(super) fn boundary(&self, index: usize) -> Boundary {
        let token = self.token(index);
        match index {
            0 if self.follows_quotation => Boundary::Quotation,
            0 => Boundary::Paragraph,
            _ => boundary_at(token.gap, token.depth > token.shared_depth, self.before(index, 1).class),
        }
    }

    /// The kind of input, if the text begins at the token at `index`.
    pub(super) fn kind(&self, index: usize) -> InputKind {
        let mut inside = self.tokens.as_slice().iter().skip(index + 1);
        let has_breaks = inside.any(|token| token.is_line() || token.is_paragraph());
        InputKind::of(self.boundary(index), index == 0, has_breaks)
    }

    /// The token at `index`; [`Token::NONE`] behind the last.
    pub(super) fn token(&self, index: usize) -> &'w Token {
        self.tokens.as_slice().get(index).unwrap_or(&Token::NONE)
    }

    /// The token `back` tokens before `index`; [`Token::NONE`] before the first.
    pub(super) fn before(&self, index: usize, back: usize) -> &'w Token {
        index.checked_sub(back).map_or(&Token::NONE, |i| self.token(i))
    }

    /// The [`TokenGap::edge`] before the token at `index`.
    pub(super) fn edge(&self, index: usize) -> usize {
        self.token(index).gap.edge(index == 0 && self.follows_quotation)
    }

    /// The state for the next tweet of the document, if the text begins at `index`.
    pub(super) fn as_previous(&self, index: usize) -> PreviousTweet {
        let (edge, before) = (self.edge(index), self.before(index, 1).class);
        PreviousTweet { edge, before, quoted: self.token(index).depth > 0 }
    }
}

/// Whether a line break stands between the handle and the date.
fn breaks_before_date(site: &Site<'_>) -> bool {
    let date = site.behind_handle();
    line_breaks(date.get(..gap_len(date)).unwrap_or_default()) > 0
}

/// The end of `text` that can hold a tweet of `most` weighted characters, or a little more, where a character of East
/// Asia weighs `wide`. It begins with whitespace, or with `text`.
///
/// # Complexity
///
/// Looks at the last 4 KiB at most, whatever `text` is.
fn reach_back(text: &str, most: usize, wide: usize) -> &str {
    let text = last_bytes(text, MOST_BYTES);
    let (bytes, mut start) = (text.as_bytes(), text.len());
    let mut total = 0;
    let mut chunk = Chunk::default();
    loop {
        let letters = plain_letters(bytes.get(..start).unwrap_or_default());
        start -= letters;
        chunk.add_letters(letters);
        let Some((at, c)) = char_before(text, start) else { break };
        start = at;
        if class_of(c) == TokenClass::None {
            total += core::mem::take(&mut chunk).weight();
            // A run of whitespace counts as one.
            if total > most {
                break;
            }
        } else {
            chunk.add(c, wide);
            if total + chunk.weight() > 2 * most {
                break;
            }
        }
    }
    text.get(start..).unwrap_or_default()
}

/// How many bytes at the end of `bytes` are characters of weight 1 that [`Chunk::add`] would ignore.
///
/// Passing over them at once saves 4,800 of 67,900 instructions a tweet.
#[inline]
fn plain_letters(bytes: &[u8]) -> usize {
    let is_plain = |byte: &u8| byte.is_ascii_graphic() && !matches!(byte, b'/' | b'@' | b'(' | b'[');
    bytes.iter().rev().take_while(|byte| is_plain(byte)).count()
}

/// The characters between two runs of whitespace.
#[derive(Default)]
struct Chunk {
    weight: usize,
    slashes: usize,
    /// Whether its first character, the last one added, is `@`.
    mention: bool,
}

impl Chunk {
    #[inline]
    fn add(&mut self, c: char, wide: usize) {
        self.mention = c == '@';
        if c.is_ascii() {
            // A URL in brackets is the destination of a link that was counted by its text, or a copy of it.
            if self.slashes > 0 && matches!(c, '(' | '[') {
                (self.weight, self.slashes) = (0, 0);
            }
            self.weight += 1;
            self.slashes += usize::from(c == '/');
        } else {
            self.weight += if char_weight(c) == 1 { 1 } else { wide };
        }
    }

    #[inline]
    fn add_letters(&mut self, letters: usize) {
        self.weight += letters;
        self.mention &= letters == 0;
    }

    fn weight(&self) -> usize {
        if self.mention {
            0
        } else if self.slashes > 0 {
            self.weight.min(MOST_URL_WEIGHT)
        } else {
            self.weight + usize::from(self.weight > 0)
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::String;

    use super::*;
    use crate::{
        boundary::{
            tests::{BY_DANA, BY_KIM, last_site},
            token::gap::TokenGap,
        },
        length::MAX_WEIGHT_UNTIL_2017,
        marks::{Marked, Part, mark},
    };

    /// Asserts that the window of `marked` for a tweet of `most` characters begins at its `‖`.
    #[track_caller]
    fn assert_window(marked: &str, most: usize) {
        let Marked { text, .. } = &Marked::read(marked);
        let start = text.len() - reach_back(text, most, 2).len();
        assert_eq!(mark(text, &[(Part::Place, start..start)]), marked, "window of {most}");
    }

    #[test]
    fn a_window_reaches_back_as_far_as_a_tweet_can() {
        let look = |before: &str, limit: usize| {
            let marked = Marked::read(&alloc::format!("{before}So!⟧{BY_DANA} It"));
            let site = Site { limit, ..last_site(&marked) };
            let mut tokens = Tokens::none();
            let window = Window::read(&site, None, &mut tokens);
            (site.text_end - window.start, window.whole, window.follows_quotation, window.token(0).gap)
        };
        let (short, long) = (MAX_WEIGHT_UNTIL_2017, MAX_WEIGHT);
        let words = "They met. ".repeat(60);
        // Ten characters a piece: the first that is too much, 280 and 110 or 140 and 110, is not cut in two.
        assert_eq!(look(&alloc::format!("⟦{words}"), long), (1 + 10 * 39 + 3, false, false, TokenGap::Space));
        assert_eq!(look(&alloc::format!("⟦{words}"), short), (1 + 10 * 25 + 3, false, false, TokenGap::Space));
        assert_eq!(look("⟦They met. ", long), (13, true, false, TokenGap::InputEdge));
        let quotation = alloc::format!("⟦They met. So!⟧{BY_KIM}");
        assert_eq!(look(&alloc::format!("{quotation} ⟦"), long), (4, true, true, TokenGap::Space));
        assert_eq!(look(&alloc::format!("{quotation}\n⟦"), long), (4, true, true, TokenGap::LineBreak));
        let (_, whole, follows, _) = look(&alloc::format!("{quotation} ⟦{words}"), long);
        assert_eq!((whole, follows), (false, false));
        // Of too many tokens the first ones are forgotten.
        assert!(!look(&alloc::format!("⟦{}", "a. ".repeat(90)), long).1);
        // In tweets of 140 characters wide ones counted one.
        for (count, is_whole) in [(70, true), (82, false)] {
            let wide = alloc::format!("⟦{}。", "日本 ".repeat(count));
            assert_eq!((look(&wide, short).1, look(&wide, long).1), (true, is_whole));
        }
    }

    #[test]
    fn a_window_begins_with_a_paragraph_or_behind_a_quotation() {
        for (marked, boundary) in
            [("So ⟦glad", Boundary::Paragraph), ("⟦Me⟧ — ⟨Kim⟩ (@⟪k⟫) ⦅May 1, 2021⦆ So ⟦glad", Boundary::Quotation)]
        {
            let marked = Marked::read(&alloc::format!("{marked}⟧{BY_DANA}"));
            let mut tokens = Tokens::none();
            let window = Window::read(&last_site(&marked), None, &mut tokens);
            assert_eq!((window.boundary(0), window.boundary(1)), (boundary, Boundary::Words));
        }
    }

    #[test]
    fn a_line_begins_where_one_ends_before_the_window() {
        let marked = Marked::read(&alloc::format!("So!\n⟦* Glad⟧{BY_DANA}"));
        for (previous_end, gap) in [(4, TokenGap::InputEdge), (2, TokenGap::None)] {
            let mut tokens = Tokens::none();
            let site = Site { previous_end, ..last_site(&marked) };
            assert_eq!(Window::read(&site, None, &mut tokens).token(0).gap, gap, "{previous_end}");
        }
    }

    #[test]
    fn a_date_in_a_line_of_its_own_was_broken_at_a_link() {
        for (attribution, broken) in [
            ("— ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆", false),
            ("— ⟨Dana Ortiz⟩ (@⟪dortiz⟫)\n⦅July 14, 2021⦆", true),
            ("— ⟨Dana Ortiz⟩ (@⟪dortiz⟫) \t\u{a0}\n⦅July 14, 2021⦆", true),
            ("— ⟨Dana (she/her)⟩ (@⟪dortiz⟫)\n⦅July 14, 2021⦆", true),
            ("— ⟨Dana (she/her)⟩\n(@⟪dortiz⟫) ⦅July 14, 2021⦆", false),
            ("— ⟨Dana\nOrtiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆", false),
            ("— ⟨Dana Ortiz⟩ @⟪dortiz⟫\n⦅July 14, 2021⦆", false),
        ] {
            let marked = Marked::read(&alloc::format!("⟦So glad⟧ {attribution}"));
            assert_eq!(breaks_before_date(&last_site(&marked)), broken, "{attribution:?}");
        }
    }

    #[test]
    fn a_window_begins_before_the_whitespace_where_it_is_full() {
        for (marked, most) in [
            ("aa bb‖ cc", 2),
            ("aa‖ bb cc", 3),
            ("aa‖ bb cc", 5),
            ("‖aa bb cc", 6),
            ("‖", 0),
            // A run of whitespace counts as one.
            ("aa \n\n‖ bb \t\n cc", 5),
            ("‖aa \n\n bb \t\n cc", 6),
        ] {
            assert_window(marked, most);
        }
    }

    #[test]
    fn characters_weigh_one_or_as_much_as_the_wide_ones() {
        for (word, weight) in [
            ("abc", 3),
            ("(c]", 3),
            ("été", 3),
            ("\u{10ff}", 1),
            ("\u{1100}", 2),
            ("\u{1fff}\u{2020}", 4),
            ("’‑", 2),
            ("日本", 4),
            ("🎉", 2),
        ] {
            // The space behind a word weighs one.
            assert_window(&alloc::format!("m‖ {word} m"), weight + 1 + 2 - 1);
            assert_window(&alloc::format!("‖m {word} m"), weight + 1 + 2);
        }
    }

    #[test]
    fn a_word_that_is_longer_than_two_tweets_is_cut() {
        assert_window(&(String::from("é") + "‖" + &"é".repeat(40)), 20);
        assert_window(&(String::from("é") + "‖" + &"é".repeat(38) + " m"), 20);
        assert_window(&(String::from("é‖é") + &"m".repeat(100)), 20);
        assert_eq!(reach_back(&"é".repeat(39), 20, 2), "é".repeat(39));
    }

    #[test]
    fn no_more_than_4_kib_are_looked_at() {
        assert_eq!(reach_back(&"m".repeat(5000), 9000, 2).len(), MOST_BYTES);
        let odd = "é".repeat(3000) + "m";
        assert_eq!(reach_back(&odd, 9000, 2).len(), MOST_BYTES - 1);
        let short = "m".repeat(MOST_BYTES);
        assert_eq!(reach_back(&short, 9000, 2), short);
    }

    #[test]
    fn urls_weigh_little_and_mentions_nothing() {
        let url = alloc::format!("https://a.example/{}", "m".repeat(80));
        assert_window(&alloc::format!("so‖ {url}"), MOST_URL_WEIGHT - 1);
        assert_window(&alloc::format!("‖so {url}"), MOST_URL_WEIGHT);
        // Though it has more characters than two tweets.
        assert_window(&alloc::format!("so‖ {url}"), MOST_URL_WEIGHT - 10);
        // A short one weighs what it has, and nothing for the space.
        assert_window("so‖ a/b", 2);
        assert_window("‖so a/b", 3);
        assert_window("‖so @somebody", 0);
        assert_window("‖so @été", 2);
        assert_window("so‖ so@somebody", 11);
        assert_window("‖so so@somebody", 12);
    }

    #[test]
    fn the_destination_of_a_link_weighs_nothing() {
        for (word, weight) in
            [("[so](https://a.example/b)", 6), ("so[https://a.example/b]", 4), ("so(mm)", 7), ("so{a/b", 6)]
        {
            // What it leads to was counted before its bracket was seen: there must be room for that.
            let text = "m".repeat(10);
            assert_window(&alloc::format!("m‖ {text} {word}"), 11 + weight - 1);
            assert_window(&alloc::format!("‖m {text} {word}"), 11 + weight);
        }
    }

    #[test]
    fn wide_characters_fill_a_window_as_much_as_they_weigh() {
        let text = String::from("before ") + &"あ".repeat(140);
        assert_eq!(reach_back(&text, 250, 1), text);
        assert_eq!(reach_back(&text, 250, 2), text.strip_prefix("before").unwrap());
    }

    #[test]
    fn urls_and_mentions_leave_room_for_words() {
        let words = "a word ".repeat(4);
        for free in ["@somebody_else ", "[tag](https://twitter.com/hashtag/tag?src=hash) "] {
            let text = words.clone() + &free.repeat(8);
            assert_eq!(reach_back(&text, 90, 2), text, "{free:?}");
        }
    }
}
