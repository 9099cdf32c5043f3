//! Emphasis in Markdown: up to three asterisks or underscores before words, and the same behind them.

use nom::{Parser, bytes::complete::take_while_m_n, combinator::verify};

use crate::text::parse::IResult;

/// The most marks of emphasis: `***`.
const MOST_MARKS: usize = 3;

/// A mark of emphasis.
pub(crate) const fn is_emphasis_mark(c: char) -> bool {
    matches!(c, '*' | '_')
}

/// `emphasis`: the marks of emphasis, of either kind; a fourth mark is none.
pub(crate) fn emphasis(input: &str) -> IResult<&str, &str> {
    let marks = take_while_m_n(1, MOST_MARKS + 1, is_emphasis_mark);
    verify(marks, |marks: &str| marks.len() <= MOST_MARKS).parse(input)
}

/// The marks with which `before` ends; empty if there are none, or too many.
pub(crate) fn emphasis_at_end(before: &str) -> &str {
    let count =
        before.bytes().rev().take(MOST_MARKS + 1).take_while(|byte| is_emphasis_mark(char::from(*byte))).count();
    let marks = before.get(before.len() - count..).unwrap_or_default();
    if count <= MOST_MARKS { marks } else { "" }
}

/// `text` without the marks at its beginning that close the emphasis which `opening` opens: the same in reverse.
pub(crate) fn strip_closing_emphasis<'t>(text: &'t str, opening: &str) -> Option<&'t str> {
    let (closing, rest) = text.split_at_checked(opening.len())?;
    closing.bytes().eq(opening.bytes().rev()).then_some(rest)
}

/// The words of `line` in emphasis: `Dana Ortiz` of `_Dana Ortiz_`; all of `line` without it.
pub(crate) fn without_emphasis(line: &str) -> &str {
    let emphasized = emphasis(line).ok().and_then(|(words, opening)| {
        let inner = words.strip_suffix(emphasis_at_end(words))?;
        strip_closing_emphasis(words.get(inner.len()..)?, opening).filter(|rest| rest.is_empty()).map(|_| inner)
    });
    emphasized.filter(|inner| !inner.is_empty()).unwrap_or(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn up_to_three_marks_are_emphasis() {
        for (input, marks) in [("*Dana*", Some("*")), ("_**Dana", Some("_**")), ("****Dana", None), ("Dana", None)] {
            assert_eq!(emphasis(input).ok().map(|(_, marks)| marks), marks, "{input:?}");
        }
        for (before, marks) in [("_", "_"), ("So glad! **", "**"), ("So glad!\n****", ""), ("So glad!", ""), ("", "")] {
            assert_eq!(emphasis_at_end(before), marks, "{before:?}");
        }
    }

    #[test]
    fn emphasis_is_closed_in_reverse() {
        for (line, words) in [
            ("_Dana Ortiz_", "Dana Ortiz"),
            ("_**Dana Ortiz**_", "Dana Ortiz"),
            ("**Dana Ortiz*", "**Dana Ortiz*"),
            ("_Dana Ortiz", "_Dana Ortiz"),
            ("dana_", "dana_"),
            ("__", "__"),
            ("", ""),
        ] {
            assert_eq!(without_emphasis(line), words, "{line:?}");
        }
    }
}
