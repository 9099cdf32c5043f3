//! The end of a text before a possible attribution.

use crate::{
    link::{CODE_LEN, LinkKind, Links, ends_with_code_host, ends_with_code_link, is_code},
    text::{
        chars::{is_at_sign, is_emoji_part, is_hash_sign, is_sentence_end},
        steps,
        whitespace::{char_before, is_whitespace, trim_gap_end},
    },
};

/// The last thing before a possible attribution, whitespace excluded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TextEnd {
    /// The beginning of the input.
    Nothing,
    /// The previous quotation.
    Quotation,
    /// A link; most tweets end with one.
    Link,
    /// The end of a sentence, or a closing quote or bracket.
    Sentence,
    /// A hashtag, a mention or an emoji.
    Hashtag,
    /// Anything else.
    Word,
}

/// How far back a link, hashtag or mention may begin, in bytes.
const LONGEST_TOKEN: usize = 240;

/// The kind of the end of `before`.
pub(super) fn text_end(before: &str) -> TextEnd {
    let Some(last) = before.chars().next_back() else { return TextEnd::Nothing };
    if ends_with_code_link(before) {
        return TextEnd::Link;
    }
    let word = last_word(before.trim_end_matches(is_link_closing));
    if last_link_slash(word).is_some() {
        TextEnd::Link
    } else if is_sentence_end(last) {
        TextEnd::Sentence
    } else if is_emoji_end(last) || holds_tag(word) {
        TextEnd::Hashtag
    } else {
        TextEnd::Word
    }
}

/// Whether an emoji ends with `c` that is no camera, which credits a picture.
fn is_emoji_end(c: char) -> bool {
    !matches!(c, '📷' | '📸') && is_emoji_part(c)
}

/// Whether `word` has a mention, or a hashtag, which is no number alone: `#112`.
fn holds_tag(word: &str) -> bool {
    let is_number = |tag: &str| !tag.is_empty() && tag.bytes().all(|byte| byte.is_ascii_digit());
    word.contains(is_at_sign) || word.split_once(is_hash_sign).is_some_and(|(_, tag)| !is_number(tag))
}

/// Whether the full stop with which `before` ends belongs to an initial or an abbreviated title: `Dr.`, `Rep.`, `J.`
pub(super) fn ends_with_abbreviation(before: &str) -> bool {
    let Some(word) = before.strip_suffix('.') else { return false };
    word.chars().rev().take(4).take_while(|c| c.is_alphabetic()).any(char::is_uppercase)
}

/// A character that may stand behind a link: markup, the quote that it ends, or the ellipsis of a truncated one.
fn is_link_closing(c: char) -> bool {
    matches!(c, ')' | ']' | '>' | '_' | '*' | '"' | '”' | '\'' | '’' | '…')
}

/// The place of the last slash in `word` behind the scheme of a link, of any kind, or behind a short link's host.
fn last_link_slash(word: &str) -> Option<usize> {
    let shows_link = |before: &str| before.ends_with(":/") || ends_with_code_host(before);
    memchr::memrchr_iter(b'/', word.as_bytes()).find(|&slash| word.get(..slash).is_some_and(shows_link))
}

/// Whether `before` ends with a word that is glued to the ten characters of a short link: `t.co/AbCdEf1234Dana`.
pub(super) fn ends_glued_to_short_link(before: &str) -> bool {
    let word = last_word(before);
    let parts = last_link_slash(word).and_then(|slash| word.split_at_checked(slash + 1));
    let is_code_and_letter = |code: &str| {
        code.get(..CODE_LEN).is_some_and(is_code)
            && code.as_bytes().get(CODE_LEN).is_some_and(u8::is_ascii_alphanumeric)
    };
    parts
        .is_some_and(|(host, code)| host.strip_suffix('/').is_some_and(ends_with_code_host) && is_code_and_letter(code))
}

/// Whether the last word of `before` is a link that X made for a tweet: `pic.twitter.com/…`, `t.co/…`.
pub(super) fn ends_with_tweet_link(before: &str) -> bool {
    let word = last_word(trim_gap_end(before));
    Links::new(word).any(|link| matches!(link.kind(), LinkKind::Media | LinkKind::Short))
}

/// The part of `text` behind its last whitespace, as far back as a link is long.
fn last_word(text: &str) -> &str {
    let mut start = text.len();
    while let Some((at, c)) = char_before(text, start) {
        if is_whitespace(c) || text.len() - at > LONGEST_TOKEN {
            break;
        }
        start = at;
    }
    let word = text.get(start..).unwrap_or_default();
    steps::step(word.len());
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings() {
        for (before, expected) in [
            ("", TextEnd::Nothing),
            ("so sad! pic.twitter.com/AbCdEf1234", TextEnd::Link),
            ("see https://t.co/AbCdEf1234", TextEnd::Link),
            ("[pic.twitter.com/AbCdEf1234](https://t.co/AbCdEf1234)", TextEnd::Link),
            ("see <https://example.com/a>", TextEnd::Link),
            ("see https://example.com/où", TextEnd::Link),
            ("see t.co/AbCdEf12", TextEnd::Link),
            ("see t.co/AbCdEf1234https://t.co/GhIjKl5678)", TextEnd::Link),
            ("see https://t.co/AbCdEf12341/2", TextEnd::Link),
            ("so sad!", TextEnd::Sentence),
            ("彼女は言った。", TextEnd::Sentence),
            ("“so sad”", TextEnd::Sentence),
            ("see #rustlang", TextEnd::Hashtag),
            ("cc @dortiz", TextEnd::Hashtag),
            ("＃橋", TextEnd::Hashtag),
            ("see #1a", TextEnd::Hashtag),
            ("see #112", TextEnd::Word),
            ("and then", TextEnd::Word),
            ("and où", TextEnd::Word),
        ] {
            assert_eq!(text_end(before), expected, "{before:?}");
        }
    }

    #[test]
    fn words_glued_to_short_links() {
        for before in ["t.co/AbCdEf1234Dana", "see https://t.co/AbCdEf1234Dana", "see pic.twitter.com/AbCdEf12341/2"] {
            assert!(ends_glued_to_short_link(before), "{before:?}");
        }
        for before in [
            "see t.co/AbCdEf1234",
            "see t.co/AbCdEf12",
            "see t.co/AbCdEf1234…",
            "see t.co/AbCdEf1234Dana Ortiz",
            "see t.co/AbCdEf1234https://t.co/GhIjKl5678",
            "see https://example.com/AbCdEf1234Dana",
            "see AbCdEf1234Dana",
        ] {
            assert!(!ends_glued_to_short_link(before), "{before:?}");
        }
    }

    #[test]
    fn abbreviations() {
        for before in ["Dr.", "the Rep.", "Dana J.", "Prof."] {
            assert!(ends_with_abbreviation(before), "{before:?}");
        }
        for before in ["so sad.", "so sad!", "at NASA's.", "Paris.", "Bridge.", "Tuesday.", ""] {
            assert!(!ends_with_abbreviation(before), "{before:?}");
        }
    }

    #[test]
    fn short_links_have_ten_characters_on_a_host_of_x() {
        for before in
            ["t.co/AbCdEf1234", "https://t.co/AbCdEf1234", "pic.twitter.com/AbCdEf1234", "pic.x.com/AbCdEf1234"]
        {
            assert!(ends_with_code_link(before), "{before:?}");
        }
        for before in [
            "example.com/AbCdEf1234",
            "t.co/AbCdEf123",
            "t.co/AbCdEf12345",
            "t.co/AbCdEf-234",
            "t.co/AbCdEf123…",
            "t.co/",
            "",
        ] {
            assert!(!ends_with_code_link(before), "{before:?}");
        }
    }

    #[test]
    fn a_word_ends_at_whitespace_or_is_cut() {
        let rain = "rain".repeat(LONGEST_TOKEN);
        for (text, expected) in [
            ("see #bridges", "#bridges"),
            ("so sad", "sad"),
            ("so sad ", ""),
            ("bridges", "bridges"),
            ("", ""),
            (&*format!("{rain} où"), "où"),
            (&*format!("{rain}où"), &*format!("{}où", &rain[rain.len() - LONGEST_TOKEN + 3..])),
            (&rain, &rain[rain.len() - LONGEST_TOKEN..]),
        ] {
            assert_eq!(last_word(text), expected, "{text:?}");
        }
    }

    #[test]
    fn what_closes_a_link_is_no_part_of_its_length() {
        // The longest whose `://` is still seen.
        let link = "a".repeat(LONGEST_TOKEN - "://".len());
        for (before, expected) in [
            (format!("https://{link}"), TextEnd::Link),
            (format!("(https://{link})"), TextEnd::Link),
            (format!("https://a{link}"), TextEnd::Word),
        ] {
            assert_eq!(text_end(&before), expected, "{before:?}");
        }
    }
}
