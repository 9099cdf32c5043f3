//! The name of the network in citations.

use nom::{
    Parser,
    branch::alt,
    bytes::complete::{tag_no_case, take_while_m_n},
    character::complete::char,
    combinator::{opt, recognize},
};

use crate::{
    markup::emphasis::emphasis,
    text::{parse::IResult, whitespace::gap0},
};

/// `network`: `Twitter`, `X`, `X (formerly Twitter)`, `*Twitter*`.
pub(super) fn network(input: &str) -> IResult<&str, &str> {
    let name = alt((tag_no_case("Twitter"), tag_no_case("X")));
    let formerly = (gap0, char('('), take_while_m_n(1, 30, |c| !matches!(c, '(' | ')')), char(')'));
    recognize((opt(emphasis), name, opt(formerly), opt(emphasis))).parse(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_network_has_two_names() {
        for (input, rest) in [
            ("Twitter, ", Some(", ")),
            ("*Twitter*. ", Some(". ")),
            ("X (formerly Twitter), ", Some(", ")),
            ("_X_,", Some(",")),
            ("Mastodon", None),
        ] {
            assert_eq!(network(input).ok().map(|(rest, _)| rest), rest, "{input:?}");
        }
    }
}
