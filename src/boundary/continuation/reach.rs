//! The words behind the date, as far as a tweet is long, and the candidates: the places where a continuation may end.

use super::{
    opening::Opening,
    situation::{LineLayout, MOST_BYTES, Situation},
    word::{Ending, Word, first_word, last_hashtag},
};
use crate::{
    boundary::token::gap::TokenGap,
    text::{
        offset::{char_floor, first_bytes},
        steps,
        whitespace::{is_line_break, is_whitespace, line_breaks},
    },
};

/// How many candidates are weighed; the nearest are kept.
const MOST_CANDIDATES: usize = 64;

/// A place where the continuation may end, and what was counted up to it.
#[derive(Debug, Clone, Copy)]
pub(super) struct EndCandidate {
    /// Its offset from the beginning of the reach, in bytes.
    pub(super) end: u16,
    /// The weighted length of both parts.
    pub(super) weight: u16,
    /// The weighted length of the last line, up to here.
    pub(super) line: u16,
    /// The length of the next line, in steps.
    pub(super) next_line: u8,
    pub(super) ending: Ending,
    pub(super) after: TokenGap,
    /// The opening of the text behind it.
    pub(super) next: Opening,
    /// The lines, and the links to pictures up to it.
    pub(super) lines: u8,
    pub(super) media: u8,
    /// The links that X shortened up to it.
    pub(super) links: u8,
    /// The hashtags up to it that an earlier tweet ended with, and whether it ends with one.
    pub(super) hashtags: u8,
    pub(super) ends_with_hashtag: bool,
}

impl EndCandidate {
    const UNREAD: Self = Self {
        end: 0,
        weight: 0,
        line: 0,
        next_line: 0,
        ending: Ending::Other,
        after: TokenGap::InputEdge,
        next: Opening::Nothing,
        lines: 0,
        media: 0,
        links: 0,
        hashtags: 0,
        ends_with_hashtag: false,
    };
}

/// The text behind the date, as far as a tweet may go on there.
pub(super) struct Reach<'t> {
    /// Begins with the first word behind the date; ends with the text of the next attribution, or at the bound in
    /// bytes.
    pub(super) text: &'t str,
    /// Whether the next attribution ends it.
    pub(super) next: bool,
    pub(super) opening: Opening,
    /// All links to pictures in it, and all shortened links, without a link that ends the next tweet's text.
    pub(super) media: u8,
    pub(super) links: u8,
    /// All hashtags in it that an earlier tweet ended with.
    pub(super) hashtags: u8,
    items: [EndCandidate; MOST_CANDIDATES],
    len: usize,
}

impl<'t> Reach<'t> {
    /// Reads what follows the date, up to `next_text_end`, where the next tweet's text ends.
    pub(super) fn read(situation: &Situation<'t>, next_text_end: Option<usize>) -> Self {
        let Situation { document, start, .. } = *situation;
        let after = document.get(start..).unwrap_or_default();
        let most = char_floor(after, MOST_BYTES);
        let bound = next_text_end.map(|end| end.saturating_sub(start)).filter(|bound| *bound < most);
        let text = after.get(..bound.unwrap_or(most)).unwrap_or_default();
        steps::step(text.len());
        let mut reach = Self {
            text,
            next: bound.is_some(),
            opening: Opening::of(text),
            media: 0,
            links: 0,
            hashtags: 0,
            items: [EndCandidate::UNREAD; MOST_CANDIDATES],
            len: 0,
        };
        let counted = EndCandidate { lines: 1, ..EndCandidate::UNREAD };
        let whole = text.len() == after.len();
        Reader { situation, whole, reach: &mut reach, at: 0, weight: situation.weight, counted }.read();
        reach
    }

    /// The candidates, the nearest first.
    pub(super) fn candidates(&self) -> &[EndCandidate] {
        self.items.get(..self.len).unwrap_or_default()
    }

    fn push(&mut self, candidate: EndCandidate) {
        if let Some(slot) = self.items.get_mut(self.len) {
            *slot = candidate;
            self.len += 1;
        }
    }
}

/// Reads the words of a reach.
struct Reader<'r, 't> {
    situation: &'r Situation<'t>,
    /// Whether the reach ends with the input.
    whole: bool,
    reach: &'r mut Reach<'t>,
    /// The place of the next word.
    at: usize,
    /// The weighted length of both parts, and the counts of the second, up to there.
    weight: usize,
    counted: EndCandidate,
}

impl Reader<'_, '_> {
    fn read(mut self) {
        let (text, layout) = (self.reach.text, self.situation.layout);
        let mut gap = "";
        while let Some(word) = text.get(self.at..).map(first_word).filter(|word| !word.is_empty()) {
            let read = Word::read(word);
            if !self.count_word(&read, gap) {
                break;
            }
            self.push_glued(word, &read);
            let end = self.at + word.len();
            let following = Following::read(text, end, self.whole);
            self.count_hashtag(word, &read);
            // A continuation cannot take the last word of the next tweet's text.
            let ends_next = self.reach.next && following.next.is_empty();
            if !ends_next {
                self.counted.media = self.counted.media.saturating_add(read.media);
                self.counted.links = self.counted.links.saturating_add(read.links);
            }
            self.push_end(end, &read, &following, ends_next);
            if following.after == TokenGap::EmptyLine
                || following.after == TokenGap::LineBreak && layout == LineLayout::OneLine
            {
                break;
            }
            gap = following.gap;
            self.at = end + gap.len();
        }
        let EndCandidate { media, links, hashtags, .. } = self.counted;
        (self.reach.media, self.reach.links, self.reach.hashtags) = (media, links, hashtags);
    }

    /// Counts a word behind `gap`; returns whether both parts still fit into a tweet, or a little more: X counted
    /// differently where links are cut or accounts are left out.
    fn count_word(&mut self, read: &Word, gap: &str) -> bool {
        let limit = self.situation.limit;
        self.weight += usize::from(read.weight) + usize::from(self.at > 0);
        if self.weight > limit + limit / 4 {
            return false;
        }
        if line_breaks(gap) > 0 {
            self.counted.line = 0;
            self.counted.lines = self.counted.lines.saturating_add(1);
        }
        self.counted.line = self.counted.line.saturating_add(u16::from(read.weight) + 1);
        true
    }

    /// Counts `word` if it ends with the hashtag of an earlier tweet.
    fn count_hashtag(&mut self, word: &str, read: &Word) {
        let known = self.situation.habit.hashtag.filter(|_| read.ending == Ending::Tag);
        self.counted.ends_with_hashtag = known.is_some() && known == last_hashtag(word);
        self.counted.hashtags = self.counted.hashtags.saturating_add(u8::from(self.counted.ends_with_hashtag));
    }

    /// The end of a link within `word`, behind which other letters are glued to it.
    fn push_glued(&mut self, word: &str, read: &Word) {
        let Some((glued, ending)) = read.glued else { return };
        self.reach.push(EndCandidate {
            end: short(self.at + glued),
            weight: short(self.weight),
            media: self.counted.media.saturating_add(read.media),
            links: self.counted.links.saturating_add(read.links),
            ending,
            after: TokenGap::None,
            next: Opening::of(word.get(glued..).unwrap_or_default()),
            ends_with_hashtag: false,
            ..self.counted
        });
    }

    /// The end of the word, at `end`, if the text may end there.
    fn push_end(&mut self, end: usize, read: &Word, following: &Following<'_>, ends_next: bool) {
        let Following { next, after, .. } = *following;
        let opening = Opening::of(next);
        let ends_here = match after {
            TokenGap::InputEdge => true,
            _ if ends_next || next.is_empty() => false,
            TokenGap::LineBreak | TokenGap::EmptyLine => true,
            _ => self.situation.layout == LineLayout::OneLine && may_end(read.ending, opening),
        };
        if ends_here {
            let is_line = matches!(after, TokenGap::LineBreak | TokenGap::EmptyLine);
            self.reach.push(EndCandidate {
                end: short(end),
                weight: short(self.weight),
                next_line: if is_line { line_steps(next) } else { 0 },
                ending: read.ending,
                after,
                next: opening,
                ..self.counted
            });
        }
    }
}

/// What follows a word.
struct Following<'t> {
    gap: &'t str,
    /// The text behind the gap.
    next: &'t str,
    after: TokenGap,
}

impl<'t> Following<'t> {
    /// What follows byte `end` of `text`, with which the input ends if it is the `whole` of it.
    fn read(text: &'t str, end: usize, whole: bool) -> Self {
        let rest = text.get(end..).unwrap_or_default();
        let next = rest.trim_start_matches(is_whitespace);
        let gap = rest.strip_suffix(next).unwrap_or_default();
        let after = if next.is_empty() && whole { TokenGap::InputEdge } else { TokenGap::of(gap) };
        Self { gap, next, after }
    }
}

/// Whether a text may end between a word with this ending and the next one, in a line.
const fn may_end(ending: Ending, next: Opening) -> bool {
    !matches!(ending, Ending::Comma | Ending::Colon | Ending::Word | Ending::Unspaced | Ending::Number | Ending::Other)
        || !matches!(next, Opening::Lower | Opening::Number)
}

/// The length of the line with which `text` begins, in steps of forty bytes.
fn line_steps(text: &str) -> u8 {
    let near = first_bytes(text, 320);
    let line = near.split(is_line_break).next().unwrap_or_default();
    u8::try_from(line.len() / 40).unwrap_or(u8::MAX)
}

fn short(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}
