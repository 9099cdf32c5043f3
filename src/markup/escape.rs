//! The backslash escape of Markdown.

use nom::{
    Parser,
    character::complete::{char, satisfy},
    sequence::preceded,
};

use crate::text::parse::IResult;

/// `escaped`: a backslash and the punctuation that it escapes.
pub(crate) fn escaped(input: &str) -> IResult<&str, char> {
    preceded(char('\\'), satisfy(|c| c.is_ascii_punctuation())).parse(input)
}
