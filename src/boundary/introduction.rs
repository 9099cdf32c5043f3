//! Introductions of other people's words: a verb of saying, or the network's name, shortly before a colon.

use crate::text::{
    chars::is_colon,
    offset::{first_bytes, last_bytes},
    steps,
    table_file::{lines, row_count},
    whitespace::{is_blank, is_line_break, is_whitespace, last_line_break},
};

const WORDS_FILE: &str = include_str!("words_of_saying.txt");

/// Words of introductions in lower case, sorted.
static WORDS: [&str; row_count(WORDS_FILE)] = lines(WORDS_FILE);

/// Ends of introductions in scripts without spaces, and in Korean.
const ENDS: [&str; 16] = [
    "ツイート",
    "つぶやいた",
    "つぶやき",
    "投稿",
    "述べた",
    "書いた",
    "コメント",
    "写道",
    "寫道",
    "表示",
    "发推",
    "推文",
    "发文",
    "말했다",
    "썼다",
    "트윗",
];

/// How many words before a colon are read, in how many bytes.
const MOST_WORDS: usize = 6;
const REACH: usize = 80;

/// Whether `before` ends with an introduction: a colon, and a word of saying among the last ones before it.
pub(super) fn introduces(before: &str) -> bool {
    before.trim_end_matches(is_whitespace).strip_suffix(is_colon).is_some_and(is_said)
}

/// Whether the line with which `words` ends, before its colon, has a word of saying near its end.
fn is_said(words: &str) -> bool {
    let near = last_bytes(words, REACH).trim_end_matches(is_blank);
    let line = near.rsplit(is_line_break).next().unwrap_or_default();
    ENDS.iter().any(|end| line.ends_with(end)) || line.rsplit(is_blank).take(MOST_WORDS).any(is_word_of_saying)
}

fn is_word_of_saying(word: &str) -> bool {
    let letters = word.trim_matches(|c: char| !c.is_alphanumeric());
    WORDS.binary_search_by(|lower| lower.chars().cmp(letters.chars().flat_map(char::to_lowercase))).is_ok()
}

/// How far into a line its introduction ends, in bytes.
const LONGEST: usize = 300;

/// The first byte of the colons of East Asia.
const WIDE: u8 = 0xef;

/// Whether a colon may be the first character of `bytes` and words may follow: not in `https://`, not in `12:30`.
fn may_be_colon(bytes: &[u8]) -> bool {
    matches!(bytes, [b':', b' ' | b'\t' | 0x80.., ..] | [WIDE, 0xb9 | 0xbc, ..])
}

/// Whether an introduction and other words stand in the first line of `text`.
pub(super) fn holds_introduction(text: &str) -> bool {
    let near = first_bytes(text, LONGEST).as_bytes();
    memchr::memchr2_iter(b':', WIDE, near)
        .any(|at| near.get(at..).is_some_and(may_be_colon) && is_introduction_until(text, at))
}

/// Whether the colon at `at` ends an introduction in the first line of `text`, before other words.
fn is_introduction_until(text: &str, at: usize) -> bool {
    steps::step(REACH);
    let (before, after) = text.split_at_checked(at).unwrap_or_default();
    let words = after.strip_prefix(is_colon).map(|behind| behind.trim_start_matches(is_blank));
    let goes_on = words.is_some_and(|words| !words.is_empty() && !words.starts_with(is_line_break));
    goes_on && last_line_break(before).is_none() && is_said(before)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_sorted_and_lowercase() {
        assert!(WORDS.is_sorted_by(|a, b| a < b));
        assert!(WORDS.iter().all(|word| word.to_lowercase() == *word));
    }

    #[test]
    fn an_introduction_has_a_word_of_saying_near_its_colon() {
        for (before, expected) in [
            ("The mayor wrote:", true),
            ("The mayor wrote on her page on Monday: ", true),
            ("La maire a écrit :", true),
            ("In a Tweet:", true),
            ("市長はこうツイート：", true),
            ("Toledo:", false),
            ("The mayor wrote.", false),
            ("She wrote a book about bridges that nobody has ever read:", false),
            ("They wrote.\nToledo:", false),
            (":", false),
            ("", false),
        ] {
            assert_eq!(introduces(before), expected, "{before:?}");
        }
    }

    #[test]
    fn an_introduction_stands_in_the_first_line_before_other_words() {
        for (text, expected) in [
            ("The mayor wrote: So glad", true),
            ("Toledo: the mayor wrote: So glad", true),
            ("市長はこうツイート：嬉しい", true),
            ("The mayor wrote:", false),
            ("The mayor wrote:\nSo glad", false),
            ("The mayor wrote: \nSo glad", false),
            ("So glad\nThe mayor wrote: Oh", false),
            ("She posted https://example.com/a", false),
            ("She posted at 12:30", false),
            ("She posted\u{fe0f} So glad", false),
            ("Toledo: So glad", false),
        ] {
            assert_eq!(holds_introduction(text), expected, "{text:?}");
        }
    }
}
