//! The author of a rendered widget or of a page of X, before the handle.

use super::{
    labels::VERIFIED,
    name_and_dash::{NameLength, unlinked_name},
    page_head::{is_page_head, without_page_head, without_page_tail},
    text_end::{TextEnd, ends_with_abbreviation, text_end},
};
use crate::{
    markup::{
        emphasis::{is_emphasis_mark, without_emphasis},
        link::reference_number,
        remains::without_break_at_end,
    },
    text::{
        chars::is_middle_dot,
        offset::Cursor,
        whitespace::{is_margin, is_whitespace, last_line, trim_gap_end},
    },
};

/// The most bytes of a name and the words around it on its line.
const NAME_WINDOW: usize = 300;

/// The part of a widget before the handle.
pub(super) struct Header<'t> {
    pub(super) start: Cursor<'t>,
    pub(super) name: &'t str,
    /// Whether `Follow` or the mark of a verified account shows that this is a widget.
    pub(super) is_marked: bool,
}

/// The button before the name in widgets from 2013 to 2020.
const FOLLOW: &str = "Follow ";

/// `header`: `Follow Dana Ortiz ✔ @dortiz`, with the name on the handle's line or on the one before it.
///
/// Where lines were joined by full stops, `is_joined`, the name is the last sentence. Where the line is the title of a
/// page, the title holds the name: `Dana Ortiz on X: "So glad!" / X`.
pub(super) fn header(at: Cursor<'_>, is_joined: bool) -> Option<Header<'_>> {
    let lines = without_reference(trim_gap_end(at.window_before(NAME_WINDOW)));
    if is_title_end(lines) {
        let title = last_line(trim_gap_end(at.window_before(TITLE_WINDOW)));
        let header = Header::of(at, "", titled_name(title)?, true)?;
        return Some(Header { start: before_page_head(at.moved_to(at.span_of(title).start)), ..header });
    }
    // The mark of a verified account may have a line to itself.
    let above = without_verified_line(lines);
    let has_mark = above.len() < lines.len();
    let line = unmarked(last_line(above).trim_start_matches(is_margin));
    let line = reference_number(line).map_or(line, |(line, _)| line);
    let line = match unlinked_name(line) {
        (name, true) => name.strip_prefix('[').unwrap_or(name),
        (name, false) => name,
    };
    if is_joined {
        return Header::of(at, "", joined_name(line), true);
    }
    let verified = without_verified(line);
    let unverified = verified.map_or(line, trim_gap_end);
    let (button, name) = match unverified.rfind(FOLLOW).and_then(|at| unverified.split_at_checked(at + FOLLOW.len())) {
        Some((_, name)) => (FOLLOW, name.trim()),
        None => ("", without_page_head(unverified).trim()),
    };
    Header::of(at, button, name, !button.is_empty() || verified.is_some() || has_mark)
}

/// `line` without the mark of a verified account at its end.
fn without_verified(line: &str) -> Option<&str> {
    let line = line.trim_end_matches('\u{fe0f}');
    VERIFIED.iter().find_map(|mark| line.strip_suffix(mark))
}

/// `lines` without a last line that has nothing but the mark of a verified account.
fn without_verified_line(lines: &str) -> &str {
    let line = last_line(lines);
    let is_mark = without_verified(line.trim()).is_some_and(str::is_empty);
    let above = lines.get(..lines.len() - line.len()).filter(|_| is_mark);
    above.map(trim_gap_end).filter(|above| !above.is_empty()).unwrap_or(lines)
}

impl<'t> Header<'t> {
    fn of(at: Cursor<'t>, button: &str, name: &'t str, is_marked: bool) -> Option<Self> {
        if !is_name(name) || !NameLength::of(name).fits() || text_end(name) == TextEnd::Link {
            return None;
        }
        let named = at.moved_to(at.span_of(name).start - button.len());
        let marks = named
            .before()
            .bytes()
            .rev()
            .take(MOST_MARKS)
            .take_while(|&byte| byte == b'[' || is_emphasis_mark(char::from(byte)))
            .count();
        let start = named.moved_to(named.at - marks);
        Some(Header { start: before_page_head(start), name, is_marked })
    }
}

/// The most marks of emphasis, or of a link, before a name.
const MOST_MARKS: usize = 4;

/// The most lines of a page above its author.
const MOST_HEAD_LINES: usize = 12;

/// The place before the words of the page that precede the author at `start`, in the same line and in the lines above.
fn before_page_head(start: Cursor<'_>) -> Cursor<'_> {
    let mut place = start;
    for _ in 0..MOST_HEAD_LINES {
        let window = place.window_before(NAME_WINDOW);
        let above = window.trim_end_matches(|c| is_whitespace(c) || is_middle_dot(c) || c == '.');
        let line = last_line(above);
        let words = line.trim_start();
        if !is_page_head(words.trim_end_matches('.')) && !titles_page(place, line) {
            break;
        }
        place = place.moved_to(place.at - window.len() + above.len() - words.len());
    }
    place
}

/// Whether the `line` above `place` is the whole title of a page.
fn titles_page(place: Cursor<'_>, line: &str) -> bool {
    is_title_end(line) && line.len() < NAME_WINDOW && !place.before().is_empty() && titled_name(line).is_some()
}

/// `line` without emphasis and the `<br>` of Markdown: `_Dana Ortiz_<br>`.
fn unmarked(line: &str) -> &str {
    without_emphasis(without_break_at_end(line).unwrap_or(line))
}

/// `lines` without the number that a text browser prints before a link.
pub(super) fn without_reference(lines: &str) -> &str {
    let open = lines.ends_with(']').then(|| lines.rfind('[')).flatten();
    let parts = open.and_then(|at| lines.split_at_checked(at)).filter(|(_, number)| reference_number(number).is_ok());
    parts.map_or(lines, |(before, _)| trim_gap_end(before))
}

/// The name at the end of a `line` of joined lines: it follows the words of the page, or is the last sentence.
fn joined_name(line: &str) -> &str {
    let line = without_page_head(line.trim_end_matches(|c| is_whitespace(c) || is_middle_dot(c)));
    let line = line.strip_suffix('.').unwrap_or(line);
    let ends = memchr::memmem::rfind_iter(line.as_bytes(), b". ");
    let mut starts =
        ends.filter_map(|at| line.split_at_checked(at + 1)).filter(|(before, _)| !ends_with_abbreviation(before));
    starts.next().map_or(line, |(_, name)| name).trim()
}

/// The most bytes of the title of a page, which has the text in it.
const TITLE_WINDOW: usize = 1500;

/// Whether `lines` end with the end of a title, with words of the page behind it: `… / X Post`.
fn is_title_end(lines: &str) -> bool {
    let title = without_page_tail(lines);
    title.ends_with(" / X") || title.ends_with(" / Twitter")
}

/// The words of a title between name and text.
#[rustfmt::skip]
const NETWORKS: [&str; 15] = [
    " on ", " auf ", " sur ", " en ", " no ", " su ", " op ", " på ", " na ", " w serwisie ", " di ", " в ", " у ", " στο ", " trên ",
];

/// The name in a title: `(2) Dana Ortiz on X: "…`, `XユーザーのDana Ortizさん: 「…`, `Dana Ortiz님: "…`.
fn titled_name(title: &str) -> Option<&str> {
    let title =
        title.trim_start_matches(|c: char| is_whitespace(c) || c.is_ascii_digit() || matches!(c, '(' | ')' | '+'));
    let (head, _) = title.split_once([':', '：'])?;
    let head = head.trim_end();
    let head = ["Xユーザーの", "Twitterユーザーの", "X 上的 ", "X 用户 "]
        .iter()
        .find_map(|start| head.strip_prefix(start))
        .unwrap_or(head);
    let head = [" X", " Twitter", " Твиттере", "さん", "님"].iter().find_map(|end| {
        let name = head.strip_suffix(end)?;
        NETWORKS.iter().find_map(|word| without_word(name, word)).or(Some(name))
    });
    head.map(str::trim)
}

/// `name` without the `word` at its end, which lost its last blank to the name of the network.
fn without_word<'t>(name: &'t str, word: &str) -> Option<&'t str> {
    name.strip_suffix(word.trim_end())
}

/// Whether `name` may be a display name: neither markup alone, nor the alternative text of an avatar.
fn is_name(name: &str) -> bool {
    !name.chars().all(|c| c.is_ascii_punctuation()) && !name.ends_with("avatar for")
}
