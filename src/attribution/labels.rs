//! The labels of widgets and of X's own pages, in the languages of their interface: the lines of text files.

use crate::text::{
    parse::{IResult, parsed},
    table_file::{lines, row_count},
};

macro_rules! labels {
    ($($(#[$doc:meta])+ $name:ident: $file:literal,)+) => {$(
        $(#[$doc])+
        pub(super) static $name: [&str; row_count(include_str!($file))] = lines(include_str!($file));
    )+};
}

labels! {
    /// Buttons and marks behind a handle: `Follow`, `Following`, `Verified account`.
    FOLLOW: "labels/follow.txt",
    /// Notes between a text and its time of day: `Translate post`.
    NOTES: "labels/notes.txt",
    /// Buttons, counters and notes behind the time of day: `Reply`, `Retweets`, `Copy link`, `Read`.
    CLOSING: "labels/closing.txt",
    /// Words of X's pages before the author of a post: `Post`, `Log in`.
    PAGE_HEAD: "labels/page_head.txt",
    /// Words before the accounts that a tweet replies to: `Replying to`.
    REPLYING: "labels/replying.txt",
    /// Short forms of thousand, million and billion: `K`, `Mio.`, `万`.
    UNITS: "labels/units.txt",
    /// Texts of the mark of a verified account: `✔`, `Verified account`.
    VERIFIED: "labels/verified.txt",
    /// Labels above a quoted post on X's pages: `Quote`.
    QUOTE: "labels/quote.txt",
    /// Words of X's pages before or behind the account that retweeted a post: `Retweeted by`.
    RETWEETED: "labels/retweeted.txt",
}

/// The longest of `labels` at the beginning of `input`, with no letter behind it.
pub(super) fn one_label<'t>(labels: &[&str], input: &'t str) -> IResult<&'t str, &'t str> {
    let found = labels.iter().filter(|label| input.starts_with(**label)).max_by_key(|label| label.len());
    let split = found.and_then(|label| input.split_at_checked(label.len()));
    let is_whole = |rest: &str| !rest.starts_with(|c: char| c.is_ascii_alphabetic());
    parsed(split.filter(|(_, rest)| is_whole(rest)).map(|(label, rest)| (rest, label)))
}
