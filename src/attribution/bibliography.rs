//! The entry of a tweet in a list of references, in the styles of APA, MLA and Chicago.

use nom::{
    Parser,
    branch::alt,
    bytes::complete::take_while_m_n,
    character::complete::{char, digit1, one_of},
    combinator::{consumed, map, map_opt, opt, peek, recognize, value, verify},
    sequence::{delimited, preceded, terminated},
};

use super::{
    citation::quoted,
    handle_and_date::any_date,
    name_and_dash::name_and_dash,
    network::network,
    types::{Attribution, Consumed, Signature, TextPlace},
};
use crate::{
    date::{self, Timestamp},
    handle::Handle,
    markup::{
        destination::{Destination, printed_url},
        emphasis::is_emphasis_mark,
    },
    text::{
        case::is_in_any_case,
        list_item::is_bullet,
        offset::{Cursor, first_bytes},
        parse::{IResult, parsed},
        steps,
        whitespace::{gap0, is_whitespace},
    },
};

/// The longest text of an entry, in bytes; APA cuts it after twenty words.
const LONGEST_TEXT: usize = 1500;

/// An entry's date, its text, and the tweet's address.
type Entry<'t> = (Option<Consumed<'t, Timestamp>>, &'t str, Option<Destination>);

/// `bibliography`: the entry whose author's `handle` begins with the `@` at `at`; `open` is the bracket before it.
pub(super) fn bibliography(
    at: Cursor<'_>,
    open: Option<Cursor<'_>>,
    handle: Consumed<'_, Handle>,
    after_handle: &str,
) -> Option<Attribution> {
    let (rest, (name, (date, text, target))) = match open {
        Some(_) => (closing_bracket, alt((apa, rendered_template, quoted_entry))).parse(after_handle),
        None => alt((mla, handle_alone)).parse(after_handle),
    }
    .ok()?;
    let status_id = target.and_then(|target| target.status_id);
    if date.is_none() && status_id.is_none() {
        return None;
    }
    let (start, name) = match open {
        Some(open) => {
            let found = name_and_dash(open)?;
            let name = without_number(found.name);
            (open.moved_to(found.start + (found.name.len() - name.len())), name)
        }
        None => (at, name),
    };
    let place = TextPlace::Delimited(start.span_of(text));
    (!name.is_empty() || open.is_none())
        .then(|| Attribution::new(start, name, Signature { handle, date, status_id }, rest, place))
}

/// The bracket of a handle; there is no name behind it.
fn closing_bracket(input: &str) -> IResult<&str, &str> {
    value("", one_of("])")).parse(input)
}

/// `name` without the number or the bullet of its entry.
fn without_number(name: &str) -> &str {
    let numberless = name
        .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '[' | ']' | '.' | '^' | '↑') || is_bullet(c));
    if numberless.starts_with(is_whitespace) { numberless.trim_start_matches(is_whitespace) } else { name }
}

/// `apa`: `. (2024, March 3). TEXT [Tweet]. Twitter. URL`
fn apa(input: &str) -> IResult<&str, Entry<'_>> {
    let date = alt((map(terminated(any_date, peek(char(')'))), Some), value(None, undated)));
    let date = delimited(char('('), date, (char(')'), opt(char('.')), gap0));
    let (rest, (_, date)) = ((opt(char('.')), gap0), date).parse(input)?;
    let (rest, text) = described(rest)?;
    let (rest, (_, target)) = (opt(char('.')), opt(preceded(gap0, printed_url))).parse(rest)?;
    Ok((rest, (date, text, target)))
}

/// `undated`: a date that is not read: the number of the tweet tells the day.
fn undated(input: &str) -> IResult<&str, &str> {
    verify(take_while_m_n(4, 40, |c| !matches!(c, '(' | ')' | '\n')), |words: &str| {
        words.contains(|c: char| c.is_ascii_digit())
    })
    .parse(input)
}

/// `described`: a text and the kind of work: `TEXT [Thumbnail attached] [Tweet]. Twitter`. Without Markdown's emphasis.
fn described(input: &str) -> IResult<&str, &str> {
    let window = first_bytes(input, LONGEST_TEXT);
    steps::step(window.len());
    let kind = || delimited(char('['), take_while_m_n(3, 60, |c| !matches!(c, '[' | ']' | '\n')), char(']'));
    let mut kinds = recognize((kind(), gap0, opt(kind()), char('.'), gap0, network));
    let found = memchr::memchr_iter(b'[', window.as_bytes()).find_map(|at| {
        let (rest, _) = kinds.parse(input.get(at..)?).ok()?;
        let text = input.get(..at)?.trim_matches(|c| is_whitespace(c) || is_emphasis_mark(c));
        (!text.is_empty()).then_some((rest, text))
    });
    parsed(found)
}

/// `mla`: ` (Dana Ortiz). “TEXT” Twitter, 3 Mar. 2024, 9:14 a.m., URL` behind a handle.
fn mla(input: &str) -> IResult<&str, (&str, Entry<'_>)> {
    let name = verify(take_while_m_n(1, 60, |c| !matches!(c, '(' | ')' | '\n')), |name: &str| !name.contains('@'));
    let (rest, name) = delimited((gap0, char('(')), name, char(')')).parse(input)?;
    let (rest, entry) = quoted_entry(rest)?;
    Ok((rest, (name.trim(), entry)))
}

/// `handle_alone`: `. “TEXT” Twitter, 3 Mar. 2024, URL` behind the handle of an author without a name.
fn handle_alone(input: &str) -> IResult<&str, (&str, Entry<'_>)> {
    let (rest, entry) = quoted_entry(input)?;
    Ok((rest, ("", entry)))
}

/// `rendered_template`: ` (14 July 2021). "TEXT" (Tweet) – via Twitter.`, as wikis print their templates.
fn rendered_template(input: &str) -> IResult<&str, Entry<'_>> {
    let date = delimited((gap0, char('(')), any_date, (char(')'), opt(char('.')), gap0));
    let (rest, (date, text)) = (date, |input| quoted(input, |rest| kind_of_work(rest).is_ok())).parse(input)?;
    let (rest, _) = (opt(char('.')), gap0, kind_of_work).parse(rest)?;
    let (rest, _) = opt(via).parse(rest)?;
    Ok((rest, (Some(date), text, None)))
}

/// The words for a tweet in the parentheses of a wiki's citation.
const WORKS: [&str; 9] = ["tweet", "tuit", "twit", "твит", "ツイート", "推文", "트윗", "post", "x post"];

/// `kind_of_work`: ` (Tweet)`
fn kind_of_work(input: &str) -> IResult<&str, &str> {
    let word = take_while_m_n(4, 40, |c| !matches!(c, '(' | ')' | '[' | ']' | '\n'));
    let is_known = |word: &&str| WORKS.iter().any(|known| is_in_any_case(word.trim(), known));
    let named = map_opt(word, |word: &str| is_known(&word).then_some(word));
    delimited((opt(char('.')), gap0, alt((char('('), char('[')))), named, alt((char(')'), char(']')))).parse(input)
}

/// The most characters between the kind of a work and its publisher, where wikis print the days of retrieval and
/// archiving.
const LONGEST_NOTE: usize = 160;

/// `via`: `. Retrieved 15 July 2021 – via Twitter.`
fn via(input: &str) -> IResult<&str, &str> {
    let note = take_while_m_n(0, LONGEST_NOTE, |c| !matches!(c, '–' | '—' | '\n'));
    let word = take_while_m_n(1, 12, char::is_alphabetic);
    let dash = one_of("–—");
    recognize((note, dash, gap0, opt((word, gap0)), network, opt(char('.')))).parse(input)
}

/// `quoted_entry`: `. 2024. “TEXT.” Twitter, March 3, 2024, 9:14 a.m. URL`
fn quoted_entry(input: &str) -> IResult<&str, Entry<'_>> {
    let mark = one_of(".,:");
    let head = (mark, gap0, opt((digit1, char('.'), gap0)));
    let text = |input| quoted(input, |rest| network_and_comma(rest).is_ok());
    let (rest, (_, text, _)) = (head, text, network_and_comma).parse(input)?;
    let (rest, date) = consumed(alt((date::timed_date, date::date))).parse(rest)?;
    let end = (opt(one_of(".,")), gap0);
    let (rest, target) = opt(preceded(end, printed_url)).parse(rest)?;
    // Chicago has the sentence's comma within the quotes.
    let text = text.strip_suffix(',').unwrap_or(text);
    Ok((rest, (Some(date), text, target)))
}

/// `network_and_comma`: the full stop behind a quote, the name of the network, in emphasis or not, and the comma behind
/// it.
fn network_and_comma(input: &str) -> IResult<&str, &str> {
    recognize((opt(char('.')), gap0, network, char(','), gap0)).parse(input)
}
