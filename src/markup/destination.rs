//! The target of a link in the markup of Markdown and its kin, for the tweet's number in it.

use nom::{
    Parser,
    branch::alt,
    bytes::complete::take_while_m_n,
    character::complete::char,
    combinator::{map, opt, verify},
    sequence::{delimited, preceded},
};

use crate::{
    handle::Handle,
    link::Links,
    status_id::StatusId,
    text::{parse::IResult, steps, whitespace::gap0},
};

/// The longest target of a link that is followed, in bytes; status URLs with all their parameters have about 150.
const LONGEST_TARGET: usize = 500;

/// What a link's target tells of a tweet; nothing if it leads elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Target {
    pub(crate) status_id: Option<StatusId>,
    pub(crate) handle: Option<Handle>,
}

impl Target {
    fn of(url: &str) -> Self {
        steps::step(url.len());
        let status = Links::new(url).next().filter(|link| link.status_id().is_some());
        Self { status_id: status.and_then(|link| link.status_id()), handle: status.and_then(|link| link.handle()) }
    }
}

/// `link_target`: `(https://twitter.com/dortiz/status/1 "title")` after the `]` of a Markdown link.
pub(crate) fn link_target(input: &str) -> IResult<&str, Target> {
    let angled = delimited(char('<'), bare_target('>'), char('>'));
    delimited((char('('), gap0), alt((angled, bare_target(')'))), (gap0, opt(title), gap0, char(')'))).parse(input)
}

/// `title`: a link's title in quotes.
fn title(input: &str) -> IResult<&str, &str> {
    let text = take_while_m_n(0, 200, |c| !matches!(c, '"' | '\n'));
    delimited(char('"'), text, char('"')).parse(input)
}

/// `bare_target`: a URL up to white space or `end`.
pub(crate) fn bare_target(end: char) -> impl Fn(&str) -> IResult<&str, Target> {
    move |input| {
        let url = take_while_m_n(1, LONGEST_TARGET, |c: char| c != end && !c.is_whitespace());
        map(url, Target::of).parse(input)
    }
}

/// `status_target`: a tweet's URL in brackets behind a link's text: ` (https://twitter.com/dortiz/status/1)`,
/// ` [https://…]`, ` <https://…>`, `[](https://…)`.
pub(crate) fn status_target(input: &str) -> IResult<&str, Target> {
    let bracketed = alt((
        delimited(char('('), bare_target(')'), char(')')),
        preceded((char('['), char(']')), link_target),
        delimited(char('['), bare_target(']'), char(']')),
        delimited(char('<'), bare_target('>'), char('>')),
    ));
    verify(preceded(gap0, bracketed), |target: &Target| target.status_id.is_some()).parse(input)
}
