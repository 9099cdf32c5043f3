//! The grammar of links in Markdown, reStructuredText and Org, and of destinations printed beside a link's text. Each
//! production looks a bounded number of bytes ahead.

use nom::{
    Parser,
    branch::alt,
    bytes::complete::{tag, take_while_m_n},
    character::complete::{anychar, char},
    combinator::{opt, value, verify},
    sequence::{delimited, preceded, terminated},
};

use crate::{
    link::scheme_len,
    text::{
        parse::{IResult, mismatch, parsed},
        steps,
        whitespace::gap0,
    },
};

/// The longest text of a link, in bytes.
const LONGEST_TEXT: usize = 400;
/// The longest destination of a link, in bytes.
const LONGEST_DESTINATION: usize = 2000;

/// `image`: `![ALT](DESTINATION)`; its alternative text and destination.
pub(crate) fn image(input: &str) -> IResult<&str, (&str, &str)> {
    preceded(char('!'), inline_link).parse(input)
}

/// `inline_link`: `[TEXT](DESTINATION)`; its text and destination.
pub(crate) fn inline_link(input: &str) -> IResult<&str, (&str, &str)> {
    (brackets, inline_destination).parse(input)
}

/// `reference_link`: `[TEXT][4]`; its text.
pub(crate) fn reference_link(input: &str) -> IResult<&str, &str> {
    terminated(brackets, reference_number).parse(input)
}

/// `reference_number`: `[4]`, the number of a link in the text dumps of lynx and its kin.
pub(crate) fn reference_number(input: &str) -> IResult<&str, &str> {
    delimited(char('['), take_while_m_n(1, 4, |c: char| c.is_ascii_digit()), char(']')).parse(input)
}

/// `autolink`: `<https://t.co/AbCdEfGhIj>`.
pub(crate) fn autolink(input: &str) -> IResult<&str, &str> {
    verify(delimited(char('<'), url("<>"), char('>')), is_absolute).parse(input)
}

/// `rst_link`: `` `TEXT <URL>`__ ``; its text.
pub(crate) fn rst_link(input: &str) -> IResult<&str, &str> {
    let text = verify(within(LONGEST_TEXT, |c| !matches!(c, '`' | '<')), |text: &str| !text.trim().is_empty());
    let end = (char('`'), tag("_"), opt(tag("_")));
    let (rest, text) = delimited(char('`'), text, (autolink, end)).parse(input)?;
    Ok((rest, text.trim_end()))
}

/// `org_link`: `[[URL][TEXT]]` or `[[URL]]`; its text, or the URL that stands for it.
pub(crate) fn org_link(input: &str) -> IResult<&str, &str> {
    let (rest, url) = verify(preceded(tag("[["), url("[]")), is_absolute).parse(input)?;
    let text = delimited(tag("]["), within(LONGEST_TEXT, |c| !matches!(c, '[' | ']')), tag("]]"));
    alt((text, value(url, tag("]]")))).parse(rest)
}

/// `printed_destination`: a URL in parentheses, brackets or angle brackets.
pub(crate) fn printed_destination(input: &str) -> IResult<&str, &str> {
    let (delimiters, closing) = match input.bytes().next() {
        Some(b'(') => ("()", ')'),
        Some(b'[') => ("[]", ']'),
        Some(b'<') => ("<>", '>'),
        _ => return mismatch(),
    };
    delimited(anychar, url(delimiters), char(closing)).parse(input)
}

/// `inline_destination`: `(DESTINATION)`, `(DESTINATION "TITLE")` or `(<DESTINATION>)` behind a link's text.
pub(crate) fn inline_destination(input: &str) -> IResult<&str, &str> {
    delimited((char('('), gap0), destination, (opt(title), gap0, char(')'))).parse(input)
}

/// `destination`: anything in angle brackets, or characters but whitespace with balanced parentheses.
fn destination(input: &str) -> IResult<&str, &str> {
    let angled = delimited(char('<'), within(LONGEST_DESTINATION, |c| !matches!(c, '<' | '>')), char('>'));
    alt((angled, |input| match balance(input, '(', ')', LONGEST_DESTINATION, char::is_whitespace) {
        Balance::Closed(0) | Balance::Open(0) | Balance::TooDeep => mismatch(),
        // If it is open, a title is between it and the parenthesis.
        Balance::Closed(len) | Balance::Open(len) => split(input, len),
    }))
    .parse(input)
}

/// `title` of a link in quotes, and the gap before it.
fn title(input: &str) -> IResult<&str, &str> {
    let quoted = |quote| delimited(char(quote), within(LONGEST_TEXT, move |c| c != quote), char(quote));
    preceded(gap0, alt((quoted('"'), quoted('\'')))).parse(input)
}

/// `brackets`: text in brackets, which may hold balanced brackets and escaped ones.
fn brackets(input: &str) -> IResult<&str, &str> {
    let text = |input| match balance(input, '[', ']', LONGEST_TEXT, |_| false) {
        Balance::Closed(len) => split(input, len),
        Balance::Open(_) | Balance::TooDeep => mismatch(),
    };
    delimited(char('['), text, char(']')).parse(input)
}

/// `url`: anything but whitespace and `delimiters`.
pub(super) fn url<'i>(delimiters: &'static str) -> impl Parser<&'i str, Output = &'i str, Error = ()> {
    take_while_m_n(1, LONGEST_DESTINATION, looked_at(move |c| !c.is_whitespace() && !delimiters.contains(c)))
}

/// Whether `url` has a scheme.
pub(crate) fn is_absolute(url: &str) -> bool {
    scheme_len(url) > 0
}

/// At most `most` characters of which `is_part`.
fn within<'i>(most: usize, is_part: impl Fn(char) -> bool) -> impl Parser<&'i str, Output = &'i str, Error = ()> {
    take_while_m_n(0, most, looked_at(is_part))
}

/// `is_part`, with its calls counted as steps.
fn looked_at(is_part: impl Fn(char) -> bool) -> impl Fn(char) -> bool {
    move |c| {
        steps::step(1);
        is_part(c)
    }
}

/// The first `len` bytes of `input`.
fn split(input: &str, len: usize) -> IResult<&str, &str> {
    parsed(input.split_at_checked(len).map(|(text, rest)| (rest, text)))
}

/// The deepest nesting of brackets in a link.
const DEEPEST: usize = 8;

/// The end of a text in brackets.
enum Balance {
    /// The offset of the `close` that has no `open` before it.
    Closed(usize),
    /// The offset at which the search ended before that.
    Open(usize),
    /// Brackets are nested too deep.
    TooDeep,
}

/// Searches `input` for the `close` that has no `open` before it, escaped ones not counted: in its first `most` bytes,
/// and before a character that `ends` the text.
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
            (reference_link("[a][4]b"), Some(("b", "a"))),
            (reference_link("[a][b]"), None),
            (reference_number("[1234]#a"), Some(("#a", "1234"))),
            (reference_number("[12345]#a"), None),
            (reference_number("[a]"), None),
            (autolink("<https://a>b"), Some(("b", "https://a"))),
            (autolink("<a>"), None),
            (rst_link("`a b <https://c>`_ d"), Some((" d", "a b"))),
            (rst_link("`a`_"), None),
            (org_link("[[https://a][b c]]d"), Some(("d", "b c"))),
            (org_link("[[https://a]]b"), Some(("b", "https://a"))),
            (org_link("[[a][b]]"), None),
            (printed_destination("(https://a)b"), Some(("b", "https://a"))),
            (printed_destination("[https://a]b"), Some(("b", "https://a"))),
            (printed_destination("<https://a>b"), Some(("b", "https://a"))),
            (printed_destination("(a b)"), None),
            (inline_destination("(https://a)b"), Some(("b", "https://a"))),
            (inline_destination("(https://a/b_(c))d"), Some(("d", "https://a/b_(c)"))),
            (inline_destination("(https://a \"b\") c"), Some((" c", "https://a"))),
            (inline_destination("(\n> https://a\n> 'b')"), Some(("", "https://a"))),
            (inline_destination("(<https://a b>)"), Some(("", "https://a b"))),
            (inline_destination("(https://a"), None),
            (inline_destination("()"), None),
        ] {
            assert_eq!(parsed.ok(), expected);
        }
    }

    #[test]
    fn an_inline_link_has_a_text_and_a_destination() {
        for (input, expected) in [
            ("[a](https://b) c", Some((" c", ("a", "https://b")))),
            (r"[a\] b](https://c)", Some(("", (r"a\] b", "https://c")))),
            ("[a[b[c]]](https://d)", Some(("", ("a[b[c]]", "https://d")))),
            ("[a](b)", Some(("", ("a", "b")))),
            ("[a] (https://b)", None),
        ] {
            assert_eq!(inline_link(input).ok(), expected, "{input:?}");
        }
        assert_eq!(image("![a](/b 'c')d"), Ok(("d", ("a", "/b"))));
    }

    #[test]
    fn lookahead_is_bounded() {
        let long = "a".repeat(LONGEST_DESTINATION + 1);
        assert!(inline_link(&format!("[{long}](https://b)")).is_err());
        assert!(inline_link(&format!("[a](https://{long})")).is_err());
        assert!(autolink(&format!("<https://{long}>")).is_err());
    }
}
