//! The beginning of a tag in HTML, which tells markup from a text that holds a `<`.

use nom::{
    Parser,
    branch::alt,
    character::complete::{char, satisfy},
    combinator::{opt, peek, recognize, value},
    sequence::preceded,
};

use crate::text::parse::IResult;

/// `tag_open`: `<` before what makes it the beginning of a tag, a comment or a declaration.
pub(crate) fn tag_open(input: &str) -> IResult<&str, &str> {
    let letter = value((), (opt(char('/')), satisfy(|c| c.is_ascii_alphabetic())));
    let other = value((), alt((char('!'), char('?'), char('/'))));
    recognize(preceded(char('<'), peek(alt((letter, other))))).parse(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn value_and_remainder() {
        for input in ["<b>", "</b>", "<!--", "<?xml", "</ b"] {
            assert_eq!(tag_open(input).ok(), Some((&input[1..], "<")), "{input:?}");
        }
        for input in ["", "<", "<3", "< b", "<<b", "b", "<é>"] {
            assert!(tag_open(input).is_err(), "{input:?}");
        }
    }
}
