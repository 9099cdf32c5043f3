//! The lengths of words, numbers and runs of symbols.

use super::hash::WordHash;
use crate::{
    boundary::{
        char_class::{class_of, class_of_byte},
        token::TokenClass,
    },
    text::{
        chars::{is_at_sign, is_hash_sign},
        script::Script,
    },
};

/// The length of the word that begins `rest`, and `hash` updated with its bytes.
///
/// Letters, digits, and apostrophes between letters.
pub(super) fn word(rest: &str, hash: WordHash) -> (usize, WordHash) {
    read::<false>(rest, hash)
}

/// The [`word`] that begins `rest`, up to an uppercase letter behind a lowercase one: two words may be glued there.
pub(super) fn part(rest: &str, hash: WordHash) -> (usize, WordHash) {
    read::<true>(rest, hash)
}

#[inline]
fn read<const IN_PARTS: bool>(rest: &str, mut hash: WordHash) -> (usize, WordHash) {
    let bytes = rest.as_bytes();
    let (mut after, mut lower) = (bytes, false);
    loop {
        // Fast path: most words are all lowercase.
        while let [byte @ b'a'..=b'z', others @ ..] = after {
            (after, lower) = (others, true);
            hash.add_folded(*byte);
        }
        let at = bytes.len() - after.len();
        let (kind, size) = match after {
            [b'\'', ..] => (apostrophe(rest, at, 1), 1),
            [byte, ..] => class_of_byte(*byte).map_or_else(|| beyond_ascii(rest, at), |kind| (kind, 1)),
            [] => break,
        };
        match kind {
            TokenClass::Upper if IN_PARTS && lower => break,
            TokenClass::Lower => lower = true,
            TokenClass::Upper | TokenClass::Number | TokenClass::Uncased => lower = false,
            _ => break,
        }
        let Some((letter, others)) = after.split_at_checked(size) else { break };
        hash.add(letter);
        after = others;
    }
    (bytes.len() - after.len(), hash)
}

/// The class of the character at `at` within a word, and its length.
#[cold]
fn beyond_ascii(rest: &str, at: usize) -> (TokenClass, usize) {
    let Some(c) = rest.get(at..).and_then(|r| r.chars().next()) else { return (TokenClass::None, 0) };
    let size = c.len_utf8();
    let kind = match class_of(c) {
        _ if c == '’' => apostrophe(rest, at, size),
        // Letters of a script without spaces continue a word of another script, but not of ASCII.
        TokenClass::Unspaced if at > 0 && !rest.starts_with(|c: char| c.is_ascii()) => TokenClass::Uncased,
        // In the scripts of India, the joiner of emoji stands within words.
        _ if c == '\u{200d}' && at > 0 => TokenClass::Uncased,
        kind => kind,
    };
    (kind, size)
}

/// The class of the apostrophe at `at` within a word: a letter before a letter, a quotation mark elsewhere.
#[cold]
fn apostrophe(rest: &str, at: usize, size: usize) -> TokenClass {
    let next = rest.get(at + size..).and_then(|r| r.chars().next()).map_or(TokenClass::None, class_of);
    if at > 0 && matches!(next, TokenClass::Lower | TokenClass::Upper) {
        TokenClass::Uncased
    } else {
        TokenClass::Quote
    }
}

/// The length of the number that begins `rest`: digits, and single full stops, commas, colons or slashes between them.
pub(super) fn number_len(rest: &str) -> usize {
    let mut len = 0;
    for (at, c) in rest.char_indices() {
        match c {
            '.' | ',' | ':' | '/' => {}
            c if class_of(c) == TokenClass::Number => len = at + c.len_utf8(),
            _ => break,
        }
        if at > len {
            break;
        }
    }
    len
}

/// The most letters of one token of a script without spaces.
const MOST_UNSPACED: usize = 24;

/// The length of the run of letters of one script. Kana and Han are two scripts, whose runs come near to words.
pub(super) fn unspaced_len(rest: &str, first: char) -> usize {
    let script = Script::of(first);
    // Of the other scripts, digits and punctuation are no letters of words.
    let holds_others = !matches!(script, Some(Script::Hiragana | Script::Katakana | Script::Han));
    let goes_on = |&c: &char| Script::of(c) == script && !(holds_others && class_of(c) != TokenClass::Unspaced);
    let others = rest.chars().skip(1).take(MOST_UNSPACED - 1).take_while(goes_on);
    others.fold(first.len_utf8(), |len, c| len + c.len_utf8())
}

/// The length of the run of characters of one class that begins `rest`.
pub(super) fn run_len(rest: &str, class: TokenClass) -> usize {
    rest.char_indices()
        .find(|&(at, c)| class_of(c) != class || (at > 0 && (is_hash_sign(c) || is_at_sign(c))))
        .map_or(rest.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_end_where_letters_and_digits_do() {
        for (rest, len) in [
            ("glad they", 4),
            ("covid19.", 7),
            ("a_b-c", 3),
            ("été!", "été".len()),
            ("don't stop", 5),
            ("don’t stop", "don’t".len()),
            ("rock'n'roll", 11),
            ("they' so", 4),
            ("they’ so", 4),
            ("o'9", 1),
            ("'so", 0),
            ("’so", 0),
            ("", 0),
            ("日本", 0),
            ("שלום日本", "שלום日本".len()),
            ("glad日本", 4),
            ("topic.twitter", 5),
            ("https://a.example", 5),
        ] {
            let (found, hash) = word(rest, WordHash::NEW);
            assert_eq!(found, len, "{rest:?}");
            let mut expected = WordHash::NEW;
            expected.add(&rest.as_bytes()[..len]);
            assert_eq!(hash.finish(), expected.finish(), "{rest:?}");
        }
    }

    #[test]
    fn parts_end_before_uppercase_behind_lowercase() {
        for (rest, len) in
            [("iPhone", 1), ("soGlad", 2), ("NASA", 4), ("McDonald", 2), ("so2Glad", 7), ("ÉtéÉté", "Été".len())]
        {
            assert_eq!(part(rest, WordHash::NEW).0, len, "{rest:?}");
            assert_eq!(word(rest, WordHash::NEW).0, rest.len(), "{rest:?}");
        }
    }

    #[test]
    fn numbers_hold_single_punctuation_between_their_digits() {
        for (rest, len) in
            [("12", 2), ("12,345.67 so", 9), ("12.", 2), ("1..2", 1), ("10:30pm", 5), ("3/4", 3), ("12a", 2), ("٣٫", 2)]
        {
            assert_eq!(number_len(rest), len, "{rest:?}");
        }
    }

    #[test]
    fn runs_of_one_script_come_near_to_words() {
        for (rest, len) in [
            ("日本です", "日本".len()),
            ("ですカ", "です".len()),
            ("カードを", "カード".len()),
            ("ｶﾞ日", "ｶﾞ".len()),
            ("時々は", "時々".len()),
            ("ไทย日", "ไทย".len()),
            ("မြန်ไ", "မြန်".len()),
            ("ខ្មែរไ", "ខ្មែរ".len()),
            ("本so", "本".len()),
            ("すso", "す".len()),
            ("カso", "カ".len()),
            ("ไso", "ไ".len()),
            ("မso", "မ".len()),
            ("ខso", "ខ".len()),
        ] {
            assert_eq!(unspaced_len(rest, rest.chars().next().unwrap()), len, "{rest:?}");
        }
        assert_eq!(unspaced_len(&"あ".repeat(30), 'あ'), "あ".len() * 24, "the longest run");
    }

    #[test]
    fn runs_end_where_a_hashtag_or_a_mention_begins() {
        for (rest, kind, len) in [
            ("... so", TokenClass::End, 3),
            ("!?", TokenClass::End, 2),
            ("**#so", TokenClass::Symbol, 2),
            ("**@so", TokenClass::Symbol, 2),
            ("#*", TokenClass::Symbol, 2),
            ("so", TokenClass::Symbol, 0),
        ] {
            assert_eq!(run_len(rest, kind), len, "{rest:?}");
        }
    }
}
