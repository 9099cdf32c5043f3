//! A word behind the date: its end, its length, its links and its hashtag.

use crate::{
    boundary::{char_class::class_of, lexer::hash::hash, token::TokenClass},
    length::weighted_length,
    link::{LinkKind, Links},
    text::{
        chars::{is_at_sign, is_hash_sign},
        offset::last_bytes,
        whitespace::is_whitespace,
    },
};

/// The end of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Ending {
    /// A link to a picture: X puts it behind all other words of a tweet.
    Media,
    /// A link that X shortened.
    Short,
    Url,
    Tag,
    Mention,
    /// The end of a sentence.
    Sentence,
    Colon,
    Comma,
    /// A closing bracket or quotation mark.
    Close,
    Emoji,
    Number,
    /// A word of a script with spaces.
    Word,
    /// A word of a script without spaces.
    Unspaced,
    Other,
}

impl Ending {
    pub(super) const COUNT: usize = Self::Other as usize + 1;

    /// The ending of `text`, whitespace not counted.
    pub(super) fn of(text: &str) -> Self {
        Word::read(last_word(text)).ending
    }
}

/// The longest word whose ending is looked at, in bytes.
const LONGEST_WORD: usize = 240;

/// The word with which `text` ends; empty behind whitespace.
fn last_word(text: &str) -> &str {
    last_bytes(text, LONGEST_WORD).rsplit(is_whitespace).next().unwrap_or_default()
}

/// The word with which `text` begins.
pub(super) fn first_word(text: &str) -> &str {
    text.get(..text.find(is_whitespace).unwrap_or(text.len())).unwrap_or_default()
}

/// A word between two blanks.
pub(super) struct Word {
    pub(super) ending: Ending,
    pub(super) weight: u8,
    pub(super) media: u8,
    pub(super) links: u8,
    /// The end of its last link of known length, if letters follow that are no tag and no link, and its kind.
    pub(super) glued: Option<(usize, Ending)>,
}

impl Word {
    pub(super) fn read(word: &str) -> Self {
        let may_be_link = memchr::memchr(b'/', word.as_bytes()).is_some();
        // Characters of ASCII weigh 1 where they are no link.
        let weight = if word.is_ascii() && !may_be_link { word.len() } else { weighted_length(word) };
        let mut read = Self {
            ending: Ending::Other,
            weight: u8::try_from(weight).unwrap_or(u8::MAX),
            media: 0,
            links: 0,
            glued: None,
        };
        let mut last = None;
        if may_be_link {
            for link in Links::new(word) {
                let is_media = link.kind() == LinkKind::Media;
                read.media = read.media.saturating_add(u8::from(is_media));
                read.links = read.links.saturating_add(u8::from(link.kind() == LinkKind::Short));
                last = Some((link.span().end, link.kind()));
            }
        }
        let behind_link = last.and_then(|(end, _)| word.get(end..)).unwrap_or(word);
        let ending_of_link = |kind| match kind {
            LinkKind::Media => Ending::Media,
            LinkKind::Short => Ending::Short,
            _ => Ending::Url,
        };
        read.ending = match last {
            Some((end, kind)) if end == word.len() => ending_of_link(kind),
            _ => ending_of_plain(behind_link),
        };
        if let Some((end, kind @ (LinkKind::Media | LinkKind::Short))) = last {
            if behind_link.starts_with(|c: char| c.is_alphanumeric()) {
                read.glued = Some((end, ending_of_link(kind)));
            }
        }
        read
    }
}

/// The ending of a word, or the part of it behind a link.
fn ending_of_plain(word: &str) -> Ending {
    let Some(last) = word.chars().next_back() else { return Ending::Other };
    if let Some(tag) = last_tag(word) {
        return if tag.starts_with(is_hash_sign) { Ending::Tag } else { Ending::Mention };
    }
    match class_of(last) {
        TokenClass::End => Ending::Sentence,
        TokenClass::Colon => Ending::Colon,
        TokenClass::Comma => Ending::Comma,
        TokenClass::Close | TokenClass::Quote => Ending::Close,
        // The class of invisible characters: a word that ends with a joiner is mostly an emoji.
        TokenClass::Emoji | TokenClass::None => Ending::Emoji,
        TokenClass::Number => Ending::Number,
        TokenClass::Lower | TokenClass::Upper => Ending::Word,
        TokenClass::Unspaced | TokenClass::Uncased => Ending::Unspaced,
        _ => Ending::Other,
    }
}

fn is_mark(c: char) -> bool {
    !matches!(
        class_of(c),
        TokenClass::Lower | TokenClass::Upper | TokenClass::Number | TokenClass::Unspaced | TokenClass::Uncased
    )
}

/// The hash of a hashtag.
pub(super) type TagHash = u32;

/// The hashtag or mention with which `word` ends.
fn last_tag(word: &str) -> Option<&str> {
    let tag = word.get(word.rfind(|c| is_hash_sign(c) || is_at_sign(c))?..)?;
    let mut letters = tag.chars().skip(1).peekable();
    (letters.peek().is_some() && letters.all(|c| c == '_' || !is_mark(c))).then_some(tag)
}

/// The hash of the hashtag with which `text` ends.
pub(super) fn last_hashtag(text: &str) -> Option<TagHash> {
    let near = last_bytes(text, LONGEST_WORD);
    let hashtag = last_tag(near.get(last_hash_sign(near)?..)?).filter(|tag| tag.starts_with(is_hash_sign))?;
    Some(hash(hashtag.trim_start_matches(is_hash_sign).as_bytes()))
}

/// Where the last hash sign of `text` begins.
fn last_hash_sign(text: &str) -> Option<usize> {
    // The last byte of `＃`, which fewer characters have than its first.
    memchr::memrchr2_iter(b'#', 0x83, text.as_bytes()).find_map(|last| match text.as_bytes().get(last) {
        Some(b'#') => Some(last),
        _ => last.checked_sub(2).filter(|&at| text.get(at..).is_some_and(|sign| sign.starts_with('＃'))),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashtags_at_the_end_are_compared_without_case() {
        for (text, hashtag) in [
            ("So glad! #Bridge", Some("bridge")),
            ("嬉しい＃橋", Some("橋")),
            ("https://t.co/AbCdEf1234#bridge", Some("bridge")),
            ("So glad! #bridge.", None),
            ("So glad! #", None),
            ("So glad @dortiz", None),
            ("#bridge is open", None),
            ("", None),
        ] {
            assert_eq!(last_hashtag(text), hashtag.map(|letters| hash(letters.as_bytes())), "{text:?}");
        }
    }
}
