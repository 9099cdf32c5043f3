//! The notes of widgets and of X's pages before a text and between it and its time of day.

use nom::{Parser, branch::alt, bytes::complete::tag, combinator::opt, sequence::terminated};

use super::{
    handle_and_date::at_handle,
    labels::{FOLLOW, NOTES, REPLYING, one_label},
    widget_end::{blanks0, closing_label, counter},
};
use crate::{
    markup::{emphasis::emphasis, link::reference_number, remains::break_tag},
    text::{
        list_item::after_bullet,
        parse::{IResult, repeated},
        whitespace::{gap0, is_whitespace, last_line, line_end},
    },
};

/// `follow_button`: the button behind a handle.
pub(super) fn follow_button(input: &str) -> IResult<&str, &str> {
    one_label(&FOLLOW, input)
}

/// `text` without a note at its end, or without an item of a list of counters or of those who retweeted:
/// `* Retweets 11`, `* [129]Ola [130]Ines`.
pub(super) fn without_notes(text: &str) -> Option<&str> {
    NOTES.iter().find_map(|note| text.strip_suffix(note)).or_else(|| without_list_item(text))
}

fn without_list_item(text: &str) -> Option<&str> {
    let line = last_line(text);
    let item = after_bullet(line.trim_start_matches(is_whitespace))?;
    let counted = |input| (closing_label, gap0, counter).parse(input).is_ok_and(|(rest, _)| line_end(rest).is_ok());
    (reference_number(item).is_ok() || counted(item)).then(|| text.get(..text.len() - line.len()))?
}

/// `reply_line`: the accounts that a tweet replies to, in lines before its text: `Replying to @annbell and @kimlee`.
pub(super) fn reply_line(input: &str) -> IResult<&str, ()> {
    let line_break = || (opt(emphasis), opt(break_tag));
    let (rest, _) = (opt(emphasis), |input| one_label(&REPLYING, input), line_break(), gap0).parse(input)?;
    let joint =
        alt((tag("and "), tag("und "), tag("et "), tag("y "), tag("e "), tag("en "), tag("i "), tag("и "), tag("と ")));
    // Japanese puts a title behind each account.
    let mention = (opt(joint), opt(emphasis), at_handle, opt(tag("さん")), opt(alt((tag(","), tag("、")))));
    let (rest, ()) = repeated(1, MOST_MENTIONS, terminated(mention, (line_break(), blanks0))).parse(rest)?;
    let (_, ()) = line_end(rest)?;
    Ok((rest, ()))
}

/// The most mentions in such lines.
const MOST_MENTIONS: usize = 5;
