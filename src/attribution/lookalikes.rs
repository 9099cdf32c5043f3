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
//! | [`is_named_source`] | `— Source: Dana (@dortiz) July 14, 2021` | the name is no label |
//! | [`is_event`] | `“A talk” — Dana (@dortiz), July 14, 2021, Bridge Days` | one of the commas is not there |
//! | [`is_list_of_people`] | `Speakers:`, and below it only `— Dana (@dortiz) July 14, 2021` and the like | a text stands above one of them |
//! | [`is_comment`] | `dortiz commented on Jul 14, 2021` above `thanks — Dana (@dortiz) July 14, 2021` | somebody else commented |
//! | [`is_release`] | `### 2.1.0 — Dana (@dortiz) July 14, 2021` | there are words before the dash |
//! | [`is_label`] | `Photo — Dana (@dortiz) July 14, 2021` | there are other words before the dash |

use super::{
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
        || is_named_source(name)
        || is_title(found, before)
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
    is_byline(name) && !is_named_so
}

/// `Source: Dana Ortiz`, in the languages that name one: what is named is not quoted.
fn is_named_source(name: &str) -> bool {
    if !may_begin_label(name) {
        return false;
    }
    // A colon or the first byte of a wide one ends the first word, or stands behind it.
    let Some(end) = name.bytes().position(|byte| matches!(byte, b':' | 0xef | b' ')) else { return false };
    let (label, rest) = name.split_at_checked(end).unwrap_or_default();
    if !matches!(rest.as_bytes(), [b':' | 0xef, ..] | [b' ', b':', ..]) {
        return false;
    }
    let label = label.trim_matches(|c: char| !c.is_alphabetic());
    LABELS.iter().any(|known| label.chars().flat_map(char::to_lowercase).eq(known.chars()))
}

/// Whether the first byte of `name` is that of one of [`LABELS`], in small letters or capitals, or of a sign before it.
fn may_begin_label(name: &str) -> bool {
    !name.as_bytes().first().is_some_and(|first| {
        matches!(
            first.to_ascii_lowercase(),
            b'a' | b'd' | b'e' | b'g' | b'h' | b'j' | b'm' | b'o' | b'p' | b'r' | b't'..=b'y'
        )
    })
}

/// What stands before the colon of a source or a picture's credit, in small letters.
const LABELS: [&str; 46] = [
    "source",
    "sources",
    "quelle",
    "quellen",
    "fuente",
    "fuentes",
    "fonte",
    "fonti",
    "fontes",
    "bron",
    "kilde",
    "källa",
    "lähde",
    "źródło",
    "zdroj",
    "forrás",
    "kaynak",
    "sumber",
    "nguồn",
    "источник",
    "джерело",
    "πηγή",
    "出典",
    "引用元",
    "情報源",
    "来源",
    "來源",
    "출처",
    "المصدر",
    "منبع",
    "מקור",
    "स्रोत",
    "ที่มา",
    "foto",
    "fotos",
    "bild",
    "imagen",
    "imagem",
    "immagine",
    "crédito",
    "фото",
    "zdjęcie",
    "写真",
    "撮影",
    "图片",
    "사진",
];

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
fn is_title(found: &NameAndDash<'_>, before: &str) -> bool {
    match found.text_end {
        // Neither a version nor a label ends with a link.
        TextEnd::Link => {
            holds_heading_mark(last_bytes(before, LONGEST_HEADING)) && short_line(before).is_some_and(is_heading)
        }
        _ => short_line(before).is_some_and(|line| is_release(line) || is_label(line)),
    }
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
