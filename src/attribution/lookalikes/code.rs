//! Comments on code: those of a program's text, and those on the pages of code hosts.

use super::lists::LONGEST_ROW;
use crate::text::{
    case::strip_prefix_ignore_case,
    offset::last_bytes,
    whitespace::{is_whitespace, last_line, last_line_break},
};

/// The line begins with `//`, and so does the line above, or the line below is code. A single such line does not count:
/// a tweet may hold code itself.
pub(super) fn is_code_comment(before: &str, rest: &str) -> bool {
    let is_comment = |line: &str| line.trim_matches(is_whitespace).starts_with("//");
    let is_code = |line: &str| is_comment(line) || line.trim_matches(is_whitespace).ends_with([';', '{', '}']);
    let above = last_bytes(before, LONGEST_ROW).trim_end();
    let above = last_line_break(above).and_then(|at| above.get(..at)).map(last_line);
    above.is_some_and(is_comment)
        || rest.lines().nth(1).is_some_and(|below| below.len() < LONGEST_ROW && is_code(below))
}

/// The most blanks before the end of a comment.
const LONGEST_MARGIN: usize = 12;

/// A comment of HTML or of a program ends behind the date.
pub(super) fn is_commented_out(rest: &str) -> bool {
    let blanks = rest.bytes().take(LONGEST_MARGIN).take_while(u8::is_ascii_whitespace).count();
    matches!(rest.as_bytes().get(blanks..), Some([b'-', b'-', b'>', ..] | [b'*', b'/', ..]))
}

/// How far above a comment the line with its author is searched for, in bytes.
const LONGEST_COMMENT: usize = 400;

/// The page of a code host says above that the same account commented, `dortiz commented on Jul 14, 2021`, and the name
/// is a word of the comment.
pub(super) fn is_comment(name: &str, before: &str, handle: &str) -> bool {
    let acts = |verb: &str| VERBS.iter().any(|known| verb.starts_with(known));
    name.starts_with(char::is_lowercase)
        && last_bytes(before, LONGEST_COMMENT).lines().any(|line| {
            let line = line.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '_');
            strip_prefix_ignore_case(line, handle).is_some_and(acts)
        })
}

/// What accounts do on code hosts.
const VERBS: [&str; 12] = [
    " commented",
    " left a comment",
    " reviewed",
    " approved these",
    " requested changes",
    " committed",
    " pushed",
    " merged",
    " opened this",
    " closed this",
    " started a thread",
    " added a commit",
];
