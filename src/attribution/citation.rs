//! The citation whose text comes last: `Dana Ortiz (@dortiz) on X, Sep 22, 2026: "So glad!"`.

use nom::{
    Parser,
    bytes::complete::tag_no_case,
    character::complete::char,
    combinator::{opt, recognize},
    sequence::{preceded, terminated},
};

use super::{
    handle_and_date::{BracketedHandle, LinkedDate, plain_date},
    name_and_dash::name_and_dash,
    network::network,
    types::{Attribution, Signature, TextPlace},
};
use crate::text::{
    offset::{Cursor, first_bytes},
    parse::{IResult, parsed},
    steps,
    whitespace::{gap0, is_whitespace},
};

/// No text in quotes is longer, in bytes.
const LONGEST_TEXT: usize = 1500;

/// `citation`: the citation whose handle, `bracketed`, has its parenthesis at `open`.
pub(super) fn citation(open: Cursor<'_>, bracketed: BracketedHandle<'_>, after_handle: &str) -> Option<Attribution> {
    let (rest, (LinkedDate { date, status_id }, text)) = cited_text(after_handle).ok()?;
    let signature = Signature { handle: bracketed.handle, date: Some(date), status_id };
    let found = name_and_dash(open)?;
    let text = TextPlace::Delimited(open.span_of(text));
    Some(Attribution::new(open.moved_to(found.start), found.name, signature, rest, text))
}

/// `cited_text`: network, date and text.
fn cited_text(input: &str) -> IResult<&str, (LinkedDate<'_>, &str)> {
    let date = terminated(plain_date, (opt(char(':')), gap0));
    preceded(on_network, (date, |input| quoted(input, ends_word))).parse(input)
}

/// `on_network`: ` on X, `, ` on Twitter `.
fn on_network(input: &str) -> IResult<&str, &str> {
    recognize((gap0, tag_no_case("on"), gap0, network, opt(char(',')), gap0)).parse(input)
}

/// The pairs of quotes around a text; between French quotes, the text has spaces around it.
const QUOTES: [(char, char); 7] =
    [('"', '"'), ('“', '”'), ('«', '»'), ('„', '“'), ('„', '”'), ('「', '」'), ('『', '』')];

/// `quoted`: a text in quotes of one kind, in which pairs of the same kind may be nested. `follows` has to hold of the
/// rest.
pub(super) fn quoted(input: &str, follows: impl Fn(&str) -> bool) -> IResult<&str, &str> {
    parsed(QUOTES.iter().find_map(|&pair| between(pair, input, &follows)))
}

/// The text between the first character of `input` and its closing quote, and the rest behind the quote.
fn between<'t>(
    (open, close): (char, char),
    input: &'t str,
    follows: &impl Fn(&str) -> bool,
) -> Option<(&'t str, &'t str)> {
    let inner = input.strip_prefix(open)?;
    let window = first_bytes(inner, LONGEST_TEXT);
    // The last byte of a quote is compared first: few other characters have it.
    let last_byte = |quote: char| quote.encode_utf8(&mut [0; 4]).bytes().next_back().unwrap_or_default();
    let marks = memchr::memchr2_iter(last_byte(open), last_byte(close), window.as_bytes());
    let mut depth = 0_usize;
    let mut scanned = 0;
    let end = { marks }.find_map(|mark| {
        steps::step(1);
        steps::scan(mark - scanned);
        scanned = mark;
        let (before, behind) = inner.split_at_checked(mark + 1)?;
        let c = before.chars().next_back().filter(|&c| c == open || c == close)?;
        let before = before.strip_suffix(c)?;
        // Straight quotes open behind a gap and before a word.
        let opens = if open == close { opens_word(before.chars().next_back()?, behind) } else { c == open };
        if opens {
            depth += 1;
        } else if depth == 0 && follows(behind) {
            return Some((before.len(), behind));
        } else {
            depth = depth.saturating_sub(1);
        }
        None
    });
    let (end, behind) = end?;
    let text = inner.get(..end)?.trim_matches(is_whitespace);
    (!text.is_empty()).then_some((behind, text))
}

/// Whether a straight quote between `before` and `behind` opens a quotation.
fn opens_word(before: char, behind: &str) -> bool {
    (is_whitespace(before) || matches!(before, '(' | '[' | '“' | '—'))
        && behind.starts_with(|c: char| !is_whitespace(c) && !matches!(c, '.' | ',' | ')'))
}

/// Whether a text in quotes ends before `behind`: no word goes on.
fn ends_word(behind: &str) -> bool {
    !behind.starts_with(char::is_alphanumeric)
}
