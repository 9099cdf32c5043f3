//! What has the shape of an attribution and is none: it credits somebody with the page, a picture or a release.
//!
//! | rule | prose | a tweet all the same |
//! |---|---|---|
//! | [`is_byline`] | `By Dana (@dortiz) July 14, 2021` | the dash is there |
//! | [`lacks_text`] | `Dana (@dortiz) July 14, 2021` at the top of a page | a quotation stands before it |
//! | [`is_list_item`] | `* Fix the parser (@dortiz) 2021-07-14` | the dash is there |
//! | [`is_picture_credit`] | `Photo by Dana (@dortiz) July 14, 2021` | `— Photo Dana (@dortiz) July 14, 2021` |
//! | [`is_release`] | `### 2.1.0 — Dana (@dortiz) July 14, 2021` | there are words before the dash |

use memchr::memchr;

use super::{ending::Ending, lead::Lead};
use crate::{
    space::{is_blank, is_line_break},
    span::char_ceil,
};

/// Whether the attribution behind `before` credits somebody with something else than a tweet.
pub(crate) fn is_credit(document: &str, lead: &Lead, before: &str) -> bool {
    let name = document.get(lead.name_start..lead.name_end).unwrap_or_default();
    (!lead.is_dashed() && (lacks_text(lead) || is_byline(name) || is_list_item(name)))
        || is_picture_credit(name)
        || is_release(before)
}

/// Nothing stands before the name, so that there is nothing to attribute.
fn lacks_text(lead: &Lead) -> bool {
    lead.ending == Ending::Nothing
}

/// `By Dana Ortiz`, `Posted by Dana Ortiz`.
fn is_byline(name: &str) -> bool {
    name.split_whitespace().take(2).any(|word| word.trim_end_matches(':').eq_ignore_ascii_case("by"))
}

/// `* Fix the parser`, as changelogs name who did so: a name has no bullet.
fn is_list_item(name: &str) -> bool {
    name.strip_prefix(['*', '-', '+', '•']).is_some_and(|item| item.starts_with(is_blank))
}

/// `Photo: Dana Ortiz`, `Photo by Dana Ortiz`, `Image credit: Dana Ortiz`.
fn is_picture_credit(name: &str) -> bool {
    let mut words = name.split_whitespace();
    let Some(first) = words.next() else { return false };
    let is_one_of = |word: &str, list: &[&str]| list.iter().any(|other| word.eq_ignore_ascii_case(other));
    let subjects = ["photo", "photos", "image", "picture", "video", "illustration", "photograph", "credit", "source"];
    if !is_one_of(first.trim_end_matches(':'), &subjects) {
        return false;
    }
    let credits = ["by", "via", "credit", "credit:", "courtesy"];
    words.next().is_some_and(|second| first.ends_with(':') || is_one_of(second, &credits))
}

/// The longest heading of a release, in bytes; in a text whose lines were joined, a whole page may begin with `#`.
const LONGEST_RELEASE: usize = 60;

/// The line up to the dash is a heading of Markdown or a version's number and nothing else: `### 2.1.0`, `v2.1.0-beta.1`.
fn is_release(before: &str) -> bool {
    let from = char_ceil(before, before.len().saturating_sub(LONGEST_RELEASE));
    let before = before.get(from..).unwrap_or_default();
    if memchr(b'#', before.as_bytes()).is_none() && !is_version(last_token(before)) {
        return false;
    }
    if from > 0 && !before.contains(is_line_break) {
        return false;
    }
    let line = before.rsplit(is_line_break).next().unwrap_or_default().trim_matches(is_blank);
    let hashes = line.bytes().take_while(|&byte| byte == b'#').count();
    let (marks, title) = line.split_at_checked(hashes).unwrap_or_default();
    let is_heading = !marks.is_empty() && title.starts_with(' ');
    is_heading || is_version(title.trim_matches(['[', ']', ' ']))
}

/// The last word of `before` without brackets: where a version's number stands if there is nothing else in its line.
fn last_token(before: &str) -> &str {
    let before = before.trim_end_matches(|c| is_blank(c) || matches!(c, '[' | ']'));
    before.rsplit(is_blank).next().unwrap_or_default().trim_start_matches('[')
}

fn is_version(text: &str) -> bool {
    let number = text.strip_prefix(['v', 'V']).unwrap_or(text);
    let characters = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '+');
    text.len() <= 40
        && number.starts_with(|c: char| c.is_ascii_digit())
        && number.contains('.')
        && text.chars().all(characters)
}
