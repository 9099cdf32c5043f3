//! What the text ends with where an attribution may begin.

use memchr::{memchr2, memrchr_iter};

use crate::{
    link::{CODE_HOSTS, CODE_LEN},
    text::{
        chars::is_sentence_end,
        steps,
        whitespace::{char_before, is_whitespace, trim_gap_end},
    },
};

/// The end of what stands before a possible attribution, white space not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    /// Nothing: the input begins there.
    Nothing,
    /// The previous quotation.
    Quotation,
    /// A link; most tweets end with one.
    Link,
    /// The end of a sentence, or a closing quote or bracket.
    Sentence,
    /// A hashtag or a mention.
    Tag,
    /// Anything else.
    Word,
}

/// How far back a link or a tag is looked for, in bytes.
const LONGEST_TOKEN: usize = 240;

/// What `before` ends with.
pub(crate) fn ending(before: &str) -> Ending {
    let Some(last) = before.chars().next_back() else { return Ending::Nothing };
    // What most tweets end with, told without looking for the word's beginning.
    if ends_with_short_link(before) {
        return Ending::Link;
    }
    let bare = before.trim_end_matches(is_link_closing);
    let word = last_word(bare);
    if is_link(word) {
        Ending::Link
    } else if is_sentence_end(last) {
        Ending::Sentence
    } else if is_tag(if bare.len() == before.len() { word } else { last_word(before) }) {
        Ending::Tag
    } else {
        Ending::Word
    }
}

/// Whether the full stop with which `before` ends belongs to an initial or an abbreviated title: `Dr.`, `Rep.`, `J.`
pub(crate) fn ends_with_abbreviation(before: &str) -> bool {
    let Some(word) = before.strip_suffix('.') else { return false };
    let mut letters = 0;
    for c in word.chars().rev().take(6) {
        if !c.is_alphabetic() {
            break;
        }
        letters += 1;
        if c.is_uppercase() {
            return letters <= 4;
        }
    }
    false
}

/// Whether a short link ends just there, whatever follows: `pic.twitter.com/` or `t.co/` and ten characters.
pub(crate) fn ends_with_short_link(before: &str) -> bool {
    let Some((site, id)) = before.len().checked_sub(CODE_LEN).and_then(|at| before.split_at_checked(at)) else {
        return false;
    };
    site.ends_with('/') && id.bytes().all(|byte| byte.is_ascii_alphanumeric()) && names_short_host(site)
}

fn names_short_host(site: &str) -> bool {
    CODE_HOSTS.iter().any(|host| site.ends_with(host))
}

/// What may stand behind a link: markup, the quote that it ends, and the sign of a cut.
fn is_link_closing(c: char) -> bool {
    matches!(c, ')' | ']' | '>' | '_' | '*' | '"' | '”' | '\'' | '’' | '…')
}

fn is_link(word: &str) -> bool {
    last_link_mark(word).is_some()
}

/// Where the last slash of `word` stands that shows it to be a link: the one behind `://` or a short link's host.
fn last_link_mark(word: &str) -> Option<usize> {
    let shows = |&slash: &usize| {
        let start = word.get(..=slash).unwrap_or_default();
        start.ends_with("://") || names_short_host(start)
    };
    memrchr_iter(b'/', word.as_bytes()).find(shows)
}

/// Whether `before` ends with a word that is glued to the ten characters of a short link: `t.co/AbCdEf1234Dana`.
pub(crate) fn ends_glued_to_short_link(before: &str) -> bool {
    let word = last_word(before);
    let Some((host, id)) = last_link_mark(word).and_then(|slash| word.split_at_checked(slash + 1)) else {
        return false;
    };
    let id_len = id.bytes().take_while(u8::is_ascii_alphanumeric).count();
    names_short_host(host) && id_len > CODE_LEN
}

/// Whether the last word of `before` is a link that X made for a tweet: `pic.twitter.com/…`, `t.co/…`.
pub(crate) fn ends_with_tweet_link(before: &str) -> bool {
    let word = last_word(trim_gap_end(before));
    ["pic.twitter.com/", "pic.x.com/", "://t.co/"].iter().any(|host| word.contains(host))
}

fn is_tag(word: &str) -> bool {
    memchr2(b'#', b'@', word.as_bytes()).is_some() || (!word.is_ascii() && word.contains(['＃', '＠']))
}

/// What stands after the last blank of `text`, as far back as a link is long.
fn last_word(text: &str) -> &str {
    let mut start = text.len();
    loop {
        start -= graphic_before(text, start, LONGEST_TOKEN - (text.len() - start));
        match char_before(text, start) {
            Some((at, c)) if !is_whitespace(c) && text.len() - at <= LONGEST_TOKEN => start = at,
            _ => break,
        }
    }
    steps::step(text.len() - start);
    text.get(start..).unwrap_or_default()
}

/// How many of the `most` bytes before `end` in `text` are printed characters of ASCII, up to another.
fn graphic_before(text: &str, end: usize, most: usize) -> usize {
    let before = text.as_bytes().get(end.saturating_sub(most)..end).unwrap_or_default();
    before.iter().rposition(|byte| !byte.is_ascii_graphic()).map_or(before.len(), |at| before.len() - at - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings() {
        for (before, expected) in [
            ("", Ending::Nothing),
            ("so sad! pic.twitter.com/AbCdEf1234", Ending::Link),
            ("see https://t.co/AbCdEf1234", Ending::Link),
            ("[pic.twitter.com/AbCdEf1234](https://t.co/AbCdEf1234)", Ending::Link),
            ("see <https://example.com/a>", Ending::Link),
            ("see https://example.com/où", Ending::Link),
            ("see t.co/AbCdEf12", Ending::Link),
            ("see t.co/AbCdEf1234https://t.co/GhIjKl5678)", Ending::Link),
            ("see https://t.co/AbCdEf12341/2", Ending::Link),
            ("so sad!", Ending::Sentence),
            ("彼女は言った。", Ending::Sentence),
            ("“so sad”", Ending::Sentence),
            ("see #rustlang", Ending::Tag),
            ("cc @dortiz", Ending::Tag),
            ("＃橋", Ending::Tag),
            ("and then", Ending::Word),
            ("and où", Ending::Word),
        ] {
            assert_eq!(ending(before), expected, "{before:?}");
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
            assert!(ends_with_short_link(before), "{before:?}");
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
            assert!(!ends_with_short_link(before), "{before:?}");
        }
    }

    #[test]
    fn a_word_ends_at_a_blank_or_is_cut() {
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
    fn printed_ascii_is_passed_at_once() {
        for (text, most, expected) in [("see #bridges", 240, 8), ("où", 240, 0), ("oùest", 240, 3), ("bridges", 4, 4)]
        {
            assert_eq!(graphic_before(text, text.len(), most), expected, "{text:?}");
        }
    }

    #[test]
    fn what_closes_a_link_is_no_part_of_its_length() {
        // The longest whose `://` is still seen.
        let link = "a".repeat(LONGEST_TOKEN - "://".len());
        for (before, expected) in [
            (format!("https://{link}"), Ending::Link),
            (format!("(https://{link})"), Ending::Link),
            (format!("https://a{link}"), Ending::Word),
        ] {
            assert_eq!(ending(&before), expected, "{before:?}");
        }
    }
}
