//! Refuses lookalikes of attributions: bylines, credits of pictures, release notes, and items of lists.
//!
//! | rule | refused | accepted |
//! |---|---|---|
//! | [`lacks_text`] | `Dana (@dortiz) July 14, 2021` at the top of a page | the dash is there |
//! | [`is_under_heading`] | a line without a full stop, and below it `Dana (@dortiz) July 14, 2021` | the line ends with a link, or stands below prose |
//! | [`is_byline`] | `By Dana (@dortiz) July 14, 2021`, `Author: Dana (@dortiz) July 14, 2021` | the dash is there |
//! | [`is_stamped_byline`] | a title, and below it `Dana (@dortiz)`, date and time on two lines | a line of a paragraph below prose, or a link, instead of the title |
//! | [`is_list_item`] | `* Fix the parser (@dortiz) 2021-07-14` | the dash is there |
//! | [`is_hyphenated_item`] | `- Dana (@dortiz) July 14, 2021` below `People who joined us:` | a text stands above it |
//! | [`is_picture_credit`] | `Photo by Dana (@dortiz) July 14, 2021` | `— Photo Dana (@dortiz) July 14, 2021` |
//! | [`is_retyped_byline`] | `— By Dana (@dortiz), July 14, 2021` | no comma, or the handle has the word as well |
//! | [`is_labelled`] | `— Source: Dana (@dortiz) July 14, 2021`, `— Text: Dana …` | the name is no label |
//! | [`is_credit`] | `— Edited by Dana (@dortiz) July 14, 2021` | `— Stand by Me …`: the words are none of a list |
//! | [`is_event`] | `“A talk” — Dana (@dortiz), July 14, 2021, Bridge Days` | one of the commas is not there |
//! | [`is_mail_signature`] | `--`, and below it `Dana (@dortiz) July 14, 2021` | a single dash, or the name in the line of the dash |
//! | [`is_list_of_people`] | `Speakers:`, and below it only `— Dana (@dortiz) July 14, 2021` and the like | a text stands above one of them |
//! | [`is_comment`] | `dortiz commented on Jul 14, 2021` above `thanks — Dana (@dortiz) July 14, 2021` | somebody else commented |
//! | [`is_release`] | `### 2.1.0 — Dana (@dortiz) July 14, 2021` | there are words before the dash |
//! | [`is_episode`] | `Episode 12: Bridges — Dana (@dortiz) July 14, 2021` | other words stand before the number |
//! | [`is_code_comment`] | `// Fixed it — Dana (@dortiz) July 14, 2021` next to code | no code stands next to it |
//! | [`is_commented_out`] | `<!-- Fixed it — Dana (@dortiz) July 14, 2021 -->` | the comment ends elsewhere |
//! | [`is_release_row`] | `\| 2.1.0 \| Fix it — Dana (@dortiz) July 14, 2021 \|` | the first cell is no version |
//! | [`is_release_note`] | `- Fix it — Dana (@dortiz) 2021-07-14` below `## 2.1.0` | the date is in words, or no version stands above |
//! | [`is_package_note`] | ` -- Dana (@dortiz)  Wed, 14 Jul 2021` below `bridge (2.1.0) unstable; urgency=low` | no such line above |
//! | [`is_sound`] | `So glad ♬ original sound - Dana (@dortiz) July 14, 2021` | the note is not on the line |
//! | [`is_label`] | `Photo — Dana (@dortiz) July 14, 2021` | there are other words before the dash |

use super::{
    credits::{begins_part, is_credit, is_labelled},
    dash::DashKind,
    name_and_dash::{Delimiter, NameAndDash},
    text_end::{TextEnd, text_end},
};
use crate::text::{
    offset::last_bytes,
    whitespace::{is_line_break, is_line_marker, is_whitespace, last_line, last_line_break, line_breaks, trim_gap_end},
};

/// What stands behind the name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Behind<'t> {
    pub(super) handle: &'t str,
    /// The date as it is written.
    pub(super) date: &'t str,
    /// Whether a comma stands between handle and date.
    pub(super) has_comma: bool,
    /// The text behind the date.
    pub(super) rest: &'t str,
}

/// Whether the text `before` and the name and dash behind it are those of a lookalike.
pub(super) fn is_lookalike(found: &NameAndDash<'_>, before: &str, behind: Behind<'_>) -> bool {
    let name = found.name;
    let by_kind = match found.delimiter {
        Delimiter::Dash(DashKind::Hyphen) => is_hyphenated_item(found, name, before),
        Delimiter::Dash(DashKind::Hyphens) if is_mail_signature(found) => true,
        Delimiter::Dash(_) => false,
        _ if lacks_text(found) || is_list_item(name) => true,
        // Tweets end with a link or stand in a row; pages with a byline do not.
        _ if matches!(found.text_end, TextEnd::Link | TextEnd::Quotation) => false,
        Delimiter::LineBreak => is_under_heading(found, before) || is_byline(name),
        Delimiter::Spaces if is_apart(before) => is_byline(name) || !is_below_prose(trim_gap_end(before)),
        Delimiter::Spaces | Delimiter::TextEnd => is_byline(name),
    };
    by_kind
        || is_picture_credit(name)
        || is_labelled(name)
        || is_credit(name)
        || is_title(found, before, behind.rest)
        || is_commented_out(behind.rest)
        || is_release_row(before, behind.rest)
        || is_sound(found, before)
        || is_package_note(found, before)
        || is_release_note(before, behind.date)
        || (behind.has_comma && (is_event(behind.rest) || is_retyped_byline(name, behind.handle)))
        || (found.starts_line && is_list_of_people(found, before, behind.rest))
        || is_comment(name, before, behind.handle)
}

/// Whether a name with date and time on the line below is that of an article's author: it stands below a title, and not below a
/// line of a paragraph behind another one.
pub(super) fn is_stamped_byline(found: &NameAndDash<'_>, before: &str) -> bool {
    let text = trim_gap_end(before);
    let follows_tweet = matches!(found.text_end, TextEnd::Link | TextEnd::Quotation);
    let is_below_title = !follows_tweet && (is_apart(before) || !is_below_prose(text));
    is_below_title || is_lookalike_name(found)
}

/// Whether the words in the place of a name are those of a byline, of a list's item or of a credit, or stand behind no text.
fn is_lookalike_name(found: &NameAndDash<'_>) -> bool {
    lacks_text(found) || is_list_item(found.name) || is_byline(found.name) || is_picture_credit(found.name)
}

/// A comma before the date and another one behind it: a talk, with its day and its place.
fn is_event(rest: &str) -> bool {
    rest.strip_prefix([',', '、', '，', '،']).is_some_and(|rest| !rest.starts_with(is_line_break))
}

/// `— By Dana Ortiz (@dortiz), July 14, 2021`: a comma, as nobody puts it into an embed, and a word that is no part of the name.
fn is_retyped_byline(name: &str, handle: &str) -> bool {
    let first = name.split(is_whitespace).next().unwrap_or_default();
    let is_named_so = handle.get(..first.len()).is_some_and(|start| start.eq_ignore_ascii_case(first));
    (is_byline(name) || begins_part(name)) && !is_named_so
}

/// How many bytes of the line above and below are looked at for another item of a list.
const LONGEST_ROW: usize = 240;

/// A heading or the item before stands above, and another item follows: rows that only name people.
fn is_list_of_people(found: &NameAndDash<'_>, before: &str, rest: &str) -> bool {
    let below = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix('\n')).unwrap_or_default();
    let is_followed =
        starts_row(below) && below.lines().next().is_some_and(|row| row.len() < LONGEST_ROW && is_row(row));
    // Few texts end as a row does, and few are followed by a row.
    if !is_followed && found.text_end != TextEnd::Word {
        return false;
    }
    let above = trim_gap_end(before);
    if !is_followed && !above.ends_with(|c: char| c.is_ascii_digit() || !c.is_ascii()) {
        return false;
    }
    let line = last_line(last_bytes(above, LONGEST_ROW)).trim_start_matches(is_whitespace);
    is_row(line) || (is_followed && (line.ends_with([':', '：']) || is_heading(line)))
}

fn starts_row(line: &str) -> bool {
    line.starts_with(['—', '–', '-'])
}

/// `— Dana Ortiz (@dortiz) …`
fn is_row(line: &str) -> bool {
    starts_row(line) && line.contains("(@")
}

/// How far above a comment the line is looked for that says who commented, in bytes.
const LONGEST_COMMENT: usize = 400;

/// The page of a code host says above that the same account commented, `dortiz commented on Jul 14, 2021`, and the name is a
/// word of the comment.
fn is_comment(name: &str, before: &str, handle: &str) -> bool {
    let acts = |verb: &str| VERBS.iter().any(|known| verb.starts_with(known));
    name.starts_with(char::is_lowercase)
        && last_bytes(before, LONGEST_COMMENT).lines().any(|line| {
            let line = line.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '_');
            line.get(..handle.len()).is_some_and(|start| start.eq_ignore_ascii_case(handle))
                && line.get(handle.len()..).is_some_and(acts)
        })
}

/// What accounts do on code hosts.
const VERBS: [&str; 12] = [
    " commented",
    " left a comment",
    " reviewed",
    " approved these",
    " requested changes",
    " committed",
    " pushed",
    " merged",
    " opened this",
    " closed this",
    " started a thread",
    " added a commit",
];

/// There is no text before the name, and so nothing to attribute.
fn lacks_text(found: &NameAndDash<'_>) -> bool {
    found.text_end == TextEnd::Nothing
}

/// The line above the name is a heading: it does not end as a text does, or a blank line follows it and no paragraph of prose
/// stands above it.
fn is_under_heading(found: &NameAndDash<'_>, before: &str) -> bool {
    match found.text_end {
        TextEnd::Word => true,
        TextEnd::Sentence => is_apart(before) && !is_below_prose(trim_gap_end(before)),
        _ => false,
    }
}

/// Whether `before` ends with a blank line.
fn is_apart(before: &str) -> bool {
    before.get(trim_gap_end(before).len()..).is_some_and(|gap| line_breaks(gap) > 1)
}

/// The longest text whose beginning is looked for, in bytes: a tweet with its links.
const LONGEST_TEXT: usize = 640;

/// Whether the paragraph above the last one of `text` ends with a sentence, as a title does not.
fn is_below_prose(text: &str) -> bool {
    let mut rest = last_bytes(text, LONGEST_TEXT);
    while let Some(at) = last_line_break(rest) {
        let line = last_line(rest);
        rest = rest.get(..at).unwrap_or_default();
        if line.trim_matches(|c| is_whitespace(c) || is_line_marker(c)).is_empty() {
            return text_end(trim_gap_end(rest)) == TextEnd::Sentence;
        }
    }
    false
}

/// `By Dana Ortiz`, `Last edited by Dana Ortiz`, `Author: Dana Ortiz`, and the `by` of other languages.
fn is_byline(name: &str) -> bool {
    let words = || name.split(is_whitespace).filter(|word| !word.is_empty());
    let by = words().take(4).any(|word| word.trim_end_matches(':').eq_ignore_ascii_case("by"));
    let foreign = words().next().is_some_and(|word| ["Por", "Par", "Von", "Door", "Av", "Af"].contains(&word));
    // A camera is part of many names; without a dash it credits a picture.
    by || foreign || name.starts_with(['📷', '📸', '©']) || words().take(2).any(|word| word.ends_with(':'))
}

/// `* Fix the parser`, as changelogs name who did so: a name has no bullet.
fn is_list_item(name: &str) -> bool {
    after_bullet(name).is_some()
}

/// A hyphen at the beginning of a line is a bullet if a colon or another item stands above it, or a second hyphen in it;
/// one within a line is no dash if the line has a bullet.
fn is_hyphenated_item(found: &NameAndDash<'_>, name: &str, before: &str) -> bool {
    let above = trim_gap_end(before);
    let line = last_line(last_bytes(above, LONGEST_ITEM));
    let has_bullet = after_bullet(line.trim_start_matches(is_whitespace)).is_some();
    has_bullet || (found.starts_line && (above.is_empty() || above.ends_with(':') || name.contains(" - ")))
}

/// The item of a list behind its bullet.
fn after_bullet(line: &str) -> Option<&str> {
    line.strip_prefix(['*', '-', '+', '•']).filter(|item| item.starts_with(is_whitespace))
}

/// `Photo: Dana Ortiz`, `Photo by Dana Ortiz`, `Image credit: Dana Ortiz`.
fn is_picture_credit(name: &str) -> bool {
    let name = name.trim_start_matches(is_whitespace);
    if !may_begin_picture(name) {
        return false;
    }
    let mut words = name.split(is_whitespace).filter(|word| !word.is_empty());
    let Some(first) = words.next().filter(|first| is_one_of(first.trim_end_matches(':'), &PICTURES)) else {
        return false;
    };
    let credits = ["by", "via", "credit", "credit:", "courtesy"];
    words.next().is_some_and(|second| first.ends_with(':') || is_one_of(second, &credits))
}

/// Whether the first letter of `name` is that of one of [`PICTURES`]: saves 80 of 5,600 instructions a tweet.
fn may_begin_picture(name: &str) -> bool {
    name.starts_with(['P', 'p', 'I', 'i', 'V', 'v', 'C', 'c', 'S', 's'])
}

const PICTURES: [&str; 9] =
    ["photo", "photos", "image", "picture", "video", "illustration", "photograph", "credit", "source"];

fn is_one_of(word: &str, list: &[&str]) -> bool {
    list.iter().any(|other| word.eq_ignore_ascii_case(other))
}

/// The line up to the dash is the title of a release or a picture, and no text.
fn is_title(found: &NameAndDash<'_>, before: &str, rest: &str) -> bool {
    match found.text_end {
        // Neither a version nor a label ends with a link.
        TextEnd::Link => {
            holds_heading_mark(last_bytes(before, LONGEST_HEADING)) && short_line(before).is_some_and(is_heading)
        }
        _ => short_line(before).is_some_and(|line| {
            is_release(line)
                || is_label(line)
                || is_episode(line)
                || (line.starts_with("//") && is_code_comment(before, rest))
        }),
    }
}

/// The line up to the dash is the title of an episode: `Episode 12: Painting bridges`, `#12 – Painting bridges`.
fn is_episode(line: &str) -> bool {
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

/// The line begins with `//`, the one above does so as well, or the one below is code: a tweet may hold code itself, above such a line.
fn is_code_comment(before: &str, rest: &str) -> bool {
    let is_comment = |line: &str| line.trim_matches(is_whitespace).starts_with("//");
    let is_code = |line: &str| is_comment(line) || line.trim_matches(is_whitespace).ends_with([';', '{', '}']);
    let above = last_bytes(before, LONGEST_ROW).trim_end();
    let above = last_line_break(above).and_then(|at| above.get(..at)).map(last_line);
    above.is_some_and(is_comment)
        || rest.lines().nth(1).is_some_and(|below| below.len() < LONGEST_ROW && is_code(below))
}

/// The most blanks before the end of a comment.
const LONGEST_MARGIN: usize = 12;

/// A comment of HTML or of a program ends behind the date.
fn is_commented_out(rest: &str) -> bool {
    let blanks = rest.bytes().take(LONGEST_MARGIN).take_while(u8::is_ascii_whitespace).count();
    matches!(rest.as_bytes().get(blanks..), Some([b'-', b'-', b'>', ..] | [b'*', b'/', ..]))
}

/// The row of a table whose first cell is a version's number.
fn is_release_row(before: &str, rest: &str) -> bool {
    if !matches!(rest.as_bytes(), [b' ', b'|', ..] | [b'|', ..]) {
        return false;
    }
    let row = last_line(last_bytes(before, LONGEST_ROW)).trim_start();
    let cell = row.strip_prefix('|').and_then(|row| row.split('|').next());
    cell.is_some_and(|cell| is_version(cell.trim_matches([' ', '[', ']', '*', '`'])))
}

/// The sound of a video of `TikTok`, ` ♬ original sound - Dana`, whose name the words before the handle are.
fn is_sound(found: &NameAndDash<'_>, before: &str) -> bool {
    if found.starts_line || found.text_end != TextEnd::Word {
        return false;
    }
    let end = last_bytes(before, LONGEST_HEADING);
    // The last byte of `♬` is rare.
    memchr::memrchr(0xac, end.as_bytes()).is_some_and(|_| last_line(end).contains('♬'))
}

/// Two hyphens in a line of their own, which set the signature of a mail apart (RFC 3676, section 4.3).
fn is_mail_signature(found: &NameAndDash<'_>) -> bool {
    found.starts_line && found.is_broken
}

/// How far above its signature an entry of a package's changelog is looked for, in bytes.
const LONGEST_ENTRY: usize = 1500;

/// The signature below an entry of Debian's changelogs.
fn is_package_note(found: &NameAndDash<'_>, before: &str) -> bool {
    found.delimiter == Delimiter::Dash(DashKind::Hyphens)
        && found.starts_line
        && memchr::memmem::rfind(last_bytes(before, LONGEST_ENTRY).as_bytes(), b"; urgency=").is_some()
}

/// An item with a date in numbers below the heading of a release.
fn is_release_note(before: &str, date: &str) -> bool {
    if !matches!(date.as_bytes(), [b'0'..=b'9', _, _, _, b'-', ..]) {
        return false;
    }
    let window = last_bytes(before, LONGEST_ENTRY);
    let is_item = after_bullet(last_line(window).trim_start_matches(is_whitespace)).is_some();
    let mut lines = window.lines().rev().skip(1);
    let heading = lines.find(|line| is_heading(line)).map(|line| line.trim_start_matches(['#', ' ']));
    let is_of_release = |heading: &str| {
        let first = heading.split(' ').next().unwrap_or_default();
        is_version(first.trim_matches(['[', ']', ':']))
            || ["change", "release", "unreleased", "fixe", "added", "what's new"]
                .iter()
                .any(|word| starts_with_word(heading, word))
    };
    is_item && heading.is_some_and(is_of_release)
}

/// Whether `line` begins with the beginning of a word, in any case.
fn starts_with_word(line: &str, start: &str) -> bool {
    line.trim_start_matches('[').get(..start.len()).is_some_and(|line| line.eq_ignore_ascii_case(start))
}

/// Whether `text` has a `#` before a space, as every heading has.
fn holds_heading_mark(text: &str) -> bool {
    memchr::memchr_iter(b'#', text.as_bytes()).any(|at| text.as_bytes().get(at + 1) == Some(&b' '))
}

/// How far back the bullet of a list's item is looked for, in bytes.
const LONGEST_ITEM: usize = 300;

/// The longest heading of a release, in bytes; in a text whose lines were joined, a whole page may begin with `#`.
const LONGEST_HEADING: usize = 60;

/// The line with which `before` ends, if it is a short one.
fn short_line(before: &str) -> Option<&str> {
    let end = last_bytes(before, LONGEST_HEADING);
    let line = last_line(end);
    (end.len() == before.len() || line.len() < end.len()).then(|| line.trim_matches(is_whitespace))
}

/// The line up to the dash is a heading of Markdown or a version's number and nothing else: `### 2.1.0`, `v2.1.0-beta.1`.
fn is_release(line: &str) -> bool {
    is_heading(line) || is_version(after_bullet(line).unwrap_or(line).trim_matches(['[', ']', ' ']))
}

/// `### 2.1.0`
fn is_heading(line: &str) -> bool {
    line.strip_prefix('#').is_some_and(|title| title.trim_start_matches('#').starts_with(' '))
}

/// `v2.1`, `2.1.0`, `2.1.0-beta.1`; a decimal number is none.
fn is_version(text: &str) -> bool {
    let number = text.strip_prefix(['v', 'V']).unwrap_or(text);
    let characters = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '+');
    let dots = number.matches('.').count();
    number.starts_with(|c: char| c.is_ascii_digit())
        && number.ends_with(|c: char| c.is_ascii_alphanumeric())
        && (dots > 1 || (dots == 1 && number.len() < text.len()))
        && text.chars().all(characters)
}

/// The line up to the dash has only words of a credit: `Photo`, `(Photo credit`, `via Instagram`.
fn is_label(line: &str) -> bool {
    let words = || line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_subject = |word: &str| is_one_of(word, &PICTURES) || is_one_of(word, &PICTURE_SITES);
    words().any(is_subject) && words().all(|word| is_subject(word) || is_one_of(word, &["via", "by", "courtesy", "of"]))
}

const PICTURE_SITES: [&str; 6] = ["instagram", "facebook", "youtube", "flickr", "getty", "images"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_with_another_first_letter_begin_no_credit() {
        for word in PICTURES {
            assert!(may_begin_picture(word) && may_begin_picture(&word.to_uppercase()), "{word:?}");
        }
        for name in ["", "Dana Ortiz", "Kim Lee", "anna", "by Dana"] {
            assert!(!may_begin_picture(name), "{name:?}");
        }
    }

    #[test]
    fn a_space_follows_the_mark_of_a_heading() {
        for (text, expected) in [
            ("# Bridges", true),
            ("It rained.\n### Bridges", true),
            ("#bridges # rain", true),
            ("#bridges", false),
            ("rain #", false),
            ("", false),
        ] {
            assert_eq!(holds_heading_mark(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_long_line_is_no_short_one() {
        let rain = "It rained and rained. ".repeat(5);
        for (before, expected) in [
            ("", Some("")),
            (" Photo ", Some("Photo")),
            ("It rained.\nPhoto ", Some("Photo")),
            (&*format!("{rain}\nPhoto "), Some("Photo")),
            (&rain, None),
            (&*format!("It rained.\n{rain}"), None),
        ] {
            assert_eq!(short_line(before), expected, "{before:?}");
        }
    }

    #[test]
    fn versions_have_two_dots_or_a_letter_before_them() {
        for text in ["2.1.0", "2.1.0-beta.1", "2.1.0+7", "v2.1", "V2.1", "v2.1.0", "10.0.0.1"] {
            assert!(is_version(text), "{text:?}");
        }
        for text in ["", "v", "2", "v2", "4.61", "2.1.0 is out", "2.1.", "v.2.1", "bridge.of.rain", "2.1/3.0"] {
            assert!(!is_version(text), "{text:?}");
        }
    }
}
