//! The grammar of links, images and what is printed for them. Each production looks a bounded number of bytes ahead.

use nom::{
    Parser,
    branch::alt,
    bytes::complete::{tag, take_while_m_n},
    character::complete::{char, multispace0, multispace1},
    combinator::{opt, peek, recognize, value, verify},
    sequence::{delimited, preceded, terminated},
};

use crate::clean::entity_edge::anchor_start;
use crate::link::{CODE_HOSTS, CODE_LEN, ends_with_code_host};
use crate::text::{
    parse::{IResult, mismatch, parsed},
    steps,
};

/// The longest text of a link, in bytes.
const LONGEST_TEXT: usize = 400;
/// The longest target of a link, in bytes.
const LONGEST_TARGET: usize = 2000;

/// `image`: `![ALT](TARGET)`.
pub(crate) fn image(input: &str) -> IResult<&str, &str> {
    preceded(char('!'), inline_link).parse(input)
}

/// `inline_link`: `[TEXT](TARGET)`, with what is more than a word in parentheses to the author.
pub(crate) fn inline_link(input: &str) -> IResult<&str, &str> {
    terminated(brackets, target).parse(input)
}

/// `reference_link`: `[TEXT][4]`.
pub(crate) fn reference_link(input: &str) -> IResult<&str, &str> {
    terminated(brackets, bracketed_number).parse(input)
}

/// `number` of a link, before what is linked: `[2]#Tag`.
pub(crate) fn number(input: &str) -> IResult<&str, &str> {
    terminated(bracketed_number, peek(anchor_start)).parse(input)
}

/// `autolink`: `<https://t.co/AbCdEfGhIj>`.
pub(crate) fn autolink(input: &str) -> IResult<&str, &str> {
    delimited(char('<'), url("<>"), char('>')).parse(input)
}

/// `rst_link`: `` `TEXT <URL>`__ ``.
pub(crate) fn rst_link(input: &str) -> IResult<&str, &str> {
    let text = verify(within(LONGEST_TEXT, |c| !matches!(c, '`' | '<')), |text: &str| !text.trim().is_empty());
    let end = (char('`'), tag("_"), opt(tag("_")));
    let (rest, text) = delimited(char('`'), text, (autolink, end)).parse(input)?;
    Ok((rest, text.trim_end()))
}

/// `org_link`: `[[URL][TEXT]]` or `[[URL]]`.
pub(crate) fn org_link(input: &str) -> IResult<&str, &str> {
    let (rest, url) = preceded(tag("[["), url("[]")).parse(input)?;
    let text = delimited(tag("]["), within(LONGEST_TEXT, |c| !matches!(c, '[' | ']')), tag("]]"));
    alt((text, value(url, tag("]]")))).parse(rest)
}

/// `printed_target`: a URL in parentheses, brackets or angle brackets.
pub(crate) fn printed_target(input: &str) -> IResult<&str, &str> {
    let in_parentheses = delimited(char('('), url("()"), char(')'));
    let in_brackets = delimited(char('['), url("[]"), char(']'));
    alt((in_parentheses, in_brackets, autolink)).parse(input)
}

/// `broken_address`: the last slash before the host or code of an address, and the blanks after it; `before` is what the
/// slash stands after.
pub(crate) fn broken_address<'i>(before: &str, input: &'i str) -> IResult<&'i str, ()> {
    let code = verify(take_while_m_n(CODE_LEN, CODE_LEN, |c: char| c.is_ascii_alphanumeric()), is_code);
    let is_host = ends_with_code_host(before);
    let is_scheme = before.ends_with("http:/") || before.ends_with("https:/");
    let next = alt((verify(code, |_: &str| is_host), verify(alt(CODE_HOSTS.map(tag)), |_: &str| is_scheme)));
    value((), (char('/'), multispace1, peek(next))).parse(input)
}

/// Whether ten letters and digits are no word.
fn is_code(code: &str) -> bool {
    code.bytes().any(|byte| byte.is_ascii_digit()) || code.bytes().skip(1).any(|byte| byte.is_ascii_uppercase())
}

/// `bracketed_number`: `[12]`.
fn bracketed_number(input: &str) -> IResult<&str, &str> {
    delimited(char('['), take_while_m_n(1, 3, |c: char| c.is_ascii_digit()), char(']')).parse(input)
}

/// `brackets`: text in brackets, which may hold balanced brackets and escaped ones.
fn brackets(input: &str) -> IResult<&str, &str> {
    delimited(char('['), |input| balanced(input, '[', ']', LONGEST_TEXT), char(']')).parse(input)
}

/// `target`: `(URL)`, `(URL "TITLE")` or `(<URL>)`.
fn target(input: &str) -> IResult<&str, &str> {
    let angled = delimited(char('<'), within(LONGEST_TARGET, |c| !matches!(c, '<' | '>')), char('>'));
    delimited((char('('), multispace0), alt((angled, destination)), (opt(title), multispace0, char(')'))).parse(input)
}

/// `destination`: characters but blanks, with balanced parentheses.
fn destination(input: &str) -> IResult<&str, &str> {
    if !is_destination(input) {
        return mismatch();
    }
    match balance(input, '(', ')', LONGEST_TARGET, char::is_whitespace) {
        // If it is open, a title is between it and the parenthesis.
        Balance::Closed(len) | Balance::Open(len) => parsed(input.split_at_checked(len).map(|(url, rest)| (rest, url))),
        Balance::TooDeep => mismatch(),
    }
}

/// Whether `url` begins as a target does, and not with words of the author's in parentheses.
fn is_destination(url: &str) -> bool {
    ["http://", "https://", "//", "/", "mailto:", "#", "www.", "./", "../"].iter().any(|start| url.starts_with(start))
}

/// `title` of a link, and the blanks before it.
fn title(input: &str) -> IResult<&str, &str> {
    let quoted = |quote| delimited(char(quote), within(LONGEST_TEXT, move |c| c != quote), char(quote));
    preceded(multispace1, alt((quoted('"'), quoted('\'')))).parse(input)
}

/// `url`: `http://` or `https://` and anything but blanks and `closing`.
fn url<'i>(closing: &'static str) -> impl Parser<&'i str, Output = &'i str, Error = ()> {
    let rest = take_while_m_n(1, LONGEST_TARGET, looked_at(move |c| !c.is_whitespace() && !closing.contains(c)));
    recognize((alt((tag("https://"), tag("http://"))), rest))
}

/// At most `most` characters of which `is_part`.
fn within<'i>(most: usize, is_part: impl Fn(char) -> bool) -> impl Parser<&'i str, Output = &'i str, Error = ()> {
    take_while_m_n(0, most, looked_at(is_part))
}

/// `is_part`, with the characters counted that it is asked about.
fn looked_at(is_part: impl Fn(char) -> bool) -> impl Fn(char) -> bool {
    move |c| {
        steps::step(1);
        is_part(c)
    }
}

/// Brackets nested deeper than that are no text of a link.
const DEEPEST: usize = 8;

/// Text up to the `close` that has no `open` before it, escaped ones not counted, at most `most` bytes of it.
fn balanced(input: &str, open: char, close: char, most: usize) -> IResult<&str, &str> {
    match balance(input, open, close, most, |_| false) {
        Balance::Closed(len) => parsed(input.split_at_checked(len).map(|(text, rest)| (rest, text))),
        Balance::Open(_) | Balance::TooDeep => mismatch(),
    }
}

/// How a text in brackets ends.
enum Balance {
    /// At the `close` that has no `open` before it, after so many bytes.
    Closed(usize),
    /// Before that, after so many bytes: there was what ends it, or too much.
    Open(usize),
    /// It is no such text.
    TooDeep,
}

/// Where the `close` is in `input` that has no `open` before it, escaped ones not counted, before what `ends` the text and in
/// its first `most` bytes.
fn balance(input: &str, open: char, close: char, most: usize, ends: impl Fn(char) -> bool) -> Balance {
    let mut depth = 0_usize;
    let mut is_escaped = false;
    for (at, c) in input.char_indices() {
        steps::step(1);
        match c {
            c if at > most || ends(c) => return Balance::Open(at),
            _ if is_escaped => {}
            c if c == close && depth == 0 => return Balance::Closed(at),
            c if c == close => depth -= 1,
            c if c == open && depth == DEEPEST => return Balance::TooDeep,
            c if c == open => depth += 1,
            _ => {}
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    Balance::Open(input.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn value_and_remainder() {
        for (parsed, expected) in [
            (inline_link("[a](https://b) c"), Some((" c", "a"))),
            (inline_link(r"[a\] b](https://c)"), Some(("", r"a\] b"))),
            (inline_link("[a[b[c]]](https://d)"), Some(("", "a[b[c]]"))),
            (inline_link("[a](b)"), None),
            (inline_link("[a] (https://b)"), None),
            (image("![a](/b 'c')d"), Some(("d", "a"))),
            (reference_link("[a][4]b"), Some(("b", "a"))),
            (reference_link("[a][b]"), None),
            (number("[4]#a"), Some(("#a", "4"))),
            (number("[4]a"), None),
            (number("[1234]#a"), None),
            (autolink("<https://a>b"), Some(("b", "https://a"))),
            (autolink("<a>"), None),
            (rst_link("`a b <https://c>`_ d"), Some((" d", "a b"))),
            (rst_link("`a`_"), None),
            (org_link("[[https://a][b c]]d"), Some(("d", "b c"))),
            (org_link("[[https://a]]b"), Some(("b", "https://a"))),
            (org_link("[[a][b]]"), None),
            (printed_target("(https://a)b"), Some(("b", "https://a"))),
            (printed_target("(a)"), None),
        ] {
            assert_eq!(parsed.ok(), expected);
        }
    }

    #[test]
    fn lookahead_is_bounded() {
        let long = "a".repeat(LONGEST_TARGET + 1);
        assert!(inline_link(&format!("[{long}](https://b)")).is_err());
        assert!(inline_link(&format!("[a](https://{long})")).is_err());
        assert!(autolink(&format!("<https://{long}>")).is_err());
    }
}
