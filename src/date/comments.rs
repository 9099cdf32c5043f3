//! Comments of HTML within a date: `J<!---->u<!---->l<!---->y 14, 2021`.
//!
//! No production knows of them. Where one cannot read its input, and a comment stands near, it reads a copy without the
//! comments, on the stack.

use crate::text::{
    comment::comment_len,
    parse::{IResult, parsed},
    steps,
};

/// How near the beginning of a date its first comment has to stand, in bytes.
const NEAR: usize = 48;

/// The most bytes of a date with its time of day that are read behind a comment.
const WIDEST_DATE: usize = 120;

/// The most bytes of input for them.
const WIDEST_INPUT: usize = 1000;

/// What `production` reads of `input`, or of `input` without its comments.
///
/// A comment behind what was read stays in the rest.
pub(super) fn skipping_comments<T>(production: impl Fn(&str) -> IResult<&str, T>, input: &str) -> IResult<&str, T> {
    let plain = production(input).map(|(rest, read)| (rest.len(), read));
    let comment_follows = match &plain {
        // A year or a day may go on behind the comment.
        Ok((rest, _)) => input.get(input.len() - rest..).is_some_and(|rest| comment_len(rest) > 0),
        Err(_) => has_near_comment(input),
    };
    let read = if comment_follows { read_without(&production, input).or(plain.ok()) } else { plain.ok() };
    parsed(read.and_then(|(rest, read)| Some((input.get(input.len() - rest..)?, read))))
}

/// Whether a comment stands near the beginning of `input`, and not before all else.
fn has_near_comment(input: &str) -> bool {
    let near = input.as_bytes().get(..NEAR).unwrap_or(input.as_bytes());
    let first = memchr::memchr(b'<', near).filter(|&at| at > 0);
    first.and_then(|at| input.get(at..)).is_some_and(|rest| comment_len(rest) > 0)
}

/// Whether a comment stands behind the first character of ASCII in `input`, or behind the second.
pub(super) fn are_behind_letters(input: &str) -> bool {
    matches!(input.as_bytes(), [_, b'<', ..] | [_, _, b'<', ..]) && has_near_comment(input)
}

/// What `production` reads of `input` without its comments, and how long its rest is in `input`.
fn read_without<T>(production: impl Fn(&str) -> IResult<&str, T>, input: &str) -> Option<(usize, T)> {
    let mut buffer = [0; WIDEST_DATE];
    let mut copied = 0;
    let mut end = 0;
    for (piece_end, piece) in pieces(input) {
        let Some(room) = buffer.get_mut(copied..copied + piece.len()) else { break };
        room.copy_from_slice(piece.as_bytes());
        copied += piece.len();
        end = piece_end;
    }
    let copy = core::str::from_utf8(buffer.get(..copied)?).ok()?;
    let (rest, read) = production(copy).ok()?;
    // Nothing follows in the copy: is it so in the input?
    if rest.is_empty() && pieces(input.get(end..)?).next().is_some() {
        return None;
    }
    let mut left = copied - rest.len();
    let (end, _) = pieces(input).find(|(_, piece)| {
        left = left.saturating_sub(piece.len());
        left == 0
    })?;
    Some((input.len() - end, read))
}

/// The characters of `input` that stand in no comment, each with the place where it ends.
fn pieces(input: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    core::iter::from_fn(move || {
        let mut rest = input.get(at..)?;
        while let comment @ 1.. = comment_len(rest) {
            rest = rest.get(comment..).filter(|rest| input.len() - rest.len() < WIDEST_INPUT)?;
        }
        let piece = rest.get(..rest.chars().next()?.len_utf8())?;
        at = input.len() - rest.len() + piece.len();
        steps::step(1);
        (at < WIDEST_INPUT).then_some((at, piece))
    })
}

#[cfg(test)]
mod tests {
    use nom::{
        Parser,
        bytes::complete::tag,
        combinator::{eof, value},
        sequence::terminated,
    };

    use super::*;

    fn word(input: &str) -> IResult<&str, ()> {
        value((), tag("July")).parse(input)
    }

    fn last_word(input: &str) -> IResult<&str, ()> {
        terminated(word, eof).parse(input)
    }

    #[test]
    fn comments_within_are_skipped_and_those_behind_are_left() {
        for (input, rest) in [
            ("July 14", Some(" 14")),
            ("J<!---->uly 14", Some(" 14")),
            ("J<!----><!-- -->u<!---->l<!---->y<!----> 14", Some("<!----> 14")),
            ("<!---->July", None),
            ("J<!----uly", None),
            ("J<b>uly", None),
            ("J<!---->un", None),
        ] {
            assert_eq!(skipping_comments(word, input).ok().map(|(rest, ())| rest), rest, "{input:?}");
        }
        let comments = "<!---->".repeat(WIDEST_INPUT);
        assert!(skipping_comments(word, &format!("J{comments}uly")).is_err());
        assert!(skipping_comments(word, &format!("J<!---->uly{comments}")).is_ok());
    }

    #[test]
    fn the_end_of_the_copy_is_no_end() {
        assert!(skipping_comments(last_word, "J<!---->uly").is_ok());
        assert!(skipping_comments(last_word, "J<!---->uly<!---->").is_ok());
        assert!(skipping_comments(last_word, "J<!---->uly 14").is_err());
    }
}
