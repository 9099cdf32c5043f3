//! Talks, episodes and sounds, which name a speaker, a host or an account.

use super::titles::LONGEST_TITLE;
use crate::{
    attribution::{name_and_dash::NameAndDash, text_end::TextEnd},
    text::{
        offset::last_bytes,
        whitespace::{is_line_break, last_line},
    },
};

/// A comma before the date and another one behind it: a talk, with its day and its place.
pub(super) fn is_event(rest: &str) -> bool {
    rest.strip_prefix([',', '、', '，', '،']).is_some_and(|rest| !rest.starts_with(is_line_break))
}

/// The line up to the dash is the title of an episode: `Episode 12: Painting bridges`, `#12 – Painting bridges`.
pub(super) fn is_episode(line: &str) -> bool {
    let may_begin = |line: &str, marks: &[u8]| {
        line.bytes()
            .next()
            .is_some_and(|first| !first.is_ascii() || b"ABEFJOef".contains(&first) || marks.contains(&first))
    };
    // Few lines begin with one of these letters.
    if !may_begin(line, b"#*->[") {
        return false;
    }
    let line = line.trim_start_matches(['#', '*', '-', ' ', '>', '[', '🎙', '\u{fe0f}', '🎧']);
    if !may_begin(line, b"") {
        return false;
    }
    let Some(rest) = EPISODES.iter().find_map(|word| strip_word(line, word)) else { return false };
    let number = rest.trim_start_matches([' ', '.', '#', '№']);
    let title = number.trim_start_matches(|c: char| c.is_ascii_digit());
    title.len() < number.len()
        && (title.is_empty() || title.trim_start().starts_with([':', '-', '–', '—', '|', '.', '：', '話', '回', ',']))
}

/// The words for an episode.
const EPISODES: [&str; 18] = [
    "Episode",
    "Ep",
    "Épisode",
    "Episodio",
    "Episódio",
    "Folge",
    "Aflevering",
    "Avsnitt",
    "Afsnit",
    "Odcinek",
    "Jakso",
    "Epizoda",
    "Bölüm",
    "Выпуск",
    "Эпизод",
    "エピソード",
    "第",
    "에피소드",
];

/// `line` behind `word` in any case, unless a letter follows.
fn strip_word<'t>(line: &'t str, word: &str) -> Option<&'t str> {
    let (start, rest) = line.split_at_checked(word.len())?;
    let is_word = start.chars().flat_map(char::to_lowercase).eq(word.chars().flat_map(char::to_lowercase));
    (is_word && !rest.starts_with(char::is_alphabetic)).then_some(rest)
}

/// `TikTok`'s sound credit, `♬ original sound - Dana`: the words before the handle name the sound.
pub(super) fn is_sound(found: &NameAndDash<'_>, before: &str) -> bool {
    if found.starts_line || found.text_end != TextEnd::Word {
        return false;
    }
    let end = last_bytes(before, LONGEST_TITLE);
    // The last byte of `♬` is rare.
    memchr::memrchr(0xac, end.as_bytes()).is_some_and(|_| last_line(end).contains('♬'))
}
