//! The part of an attribution before the handle: dash and display name, found backwards from the handle.
//!
//! Neither the first dash nor the last is always the right one: names contain dashes, and so do texts. A walk back over
//! the characters of a name weighs each place at which the attribution may begin, and keeps the surest; of equals, the
//! one nearest to the handle.

use super::{
    dash::{DashKind, dash_at_end, may_end_dash},
    text_end::{TextEnd, ends_glued_to_short_link, ends_with_abbreviation, text_end},
};
use crate::{
    link::ends_with_code_link,
    markup::remains::ends_with_remains,
    text::{
        byte_set::ByteSet,
        chars::{is_sentence_end, is_unspaced_sentence_end},
        comment::{comment_len, trim_comments_end},
        offset::Cursor,
        steps,
        whitespace::{
            char_before, is_invisible, is_line_break, is_line_marker, is_margin, is_whitespace, is_zero_width,
            last_line, line_breaks, trim_gap_end,
        },
    },
};

/// X's limit for names, in characters with whitespace folded.
const LONGEST_NAME: usize = 50;

/// The longest name in bytes: 50 characters with the widest of wraps, character references and joined emoji.
const WINDOW: usize = 600;

/// The delimiter between a text and its attribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Delimiter {
    Dash(DashKind),
    /// Two spaces or more, or one at the beginning of a line that alone is indented: the dash was dropped with
    /// everything else that is not ASCII.
    Spaces,
    /// The beginning of a line.
    LineBreak,
    /// The end of a link, a quotation, a sentence or a hashtag, with one space behind it or none.
    TextEnd,
}

/// The beginning of an attribution, and its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NameAndDash<'t> {
    /// The first byte of the dash, or of the name where the dash was lost.
    pub(super) start: usize,
    /// Empty if there is none.
    pub(super) name: &'t str,
    pub(super) delimiter: Delimiter,
    pub(super) text_end: TextEnd,
    /// Whether only whitespace stands before it in its line.
    pub(super) starts_line: bool,
    /// Whether a line break stands between dash and name.
    pub(super) is_broken: bool,
}

impl NameAndDash<'_> {
    /// Whether the dash is there.
    pub(super) fn is_dashed(&self) -> bool {
        matches!(self.delimiter, Delimiter::Dash(_))
    }

    /// Whether an em dash is there, or a spelling of one.
    pub(super) fn has_long_dash(&self) -> bool {
        matches!(self.delimiter, Delimiter::Dash(DashKind::Em | DashKind::Hyphens))
    }

    /// The certainty that the attribution begins here; more is surer.
    fn weight(&self) -> i32 {
        let delimiter = match self.delimiter {
            Delimiter::Dash(DashKind::Em) => 4,
            Delimiter::Dash(DashKind::Hyphens) => 3,
            Delimiter::Dash(DashKind::En) => 2,
            Delimiter::Dash(DashKind::Hyphen | DashKind::Lost) | Delimiter::Spaces => 1,
            Delimiter::LineBreak => 0,
            // Sentences and links end within texts too: only where nothing else marks the attribution.
            Delimiter::TextEnd => -3,
        };
        let before = match self.text_end {
            _ if self.starts_line && self.is_dashed() => 3,
            TextEnd::Link => 3,
            TextEnd::Quotation => 2,
            TextEnd::Sentence | TextEnd::Hashtag => 1,
            // Without text before it a name alone is no attribution.
            TextEnd::Nothing if !self.is_dashed() => -3,
            TextEnd::Nothing | TextEnd::Word => 0,
        };
        delimiter + before
    }
}

/// The greatest weight.
const SUREST: i32 = 7;

/// The greatest weight without a dash: a link, and several spaces behind it.
const SUREST_UNDASHED: i32 = 4;

/// `name_and_dash`: dash and name that end before the parenthesis of the handle, or its `@`, at `open`.
pub(super) fn name_and_dash(open: Cursor<'_>) -> Option<NameAndDash<'_>> {
    let region = open.window_before(WINDOW);
    let named = trim_gap_end(region);
    let named = if named.ends_with("-->") { trim_gap_end(trim_comments_end(named)) } else { named };
    let (named, is_linked) = unlinked_name(named);
    let edge = match open.previous_end {
        _ if region.len() < open.before().len() => None,
        0 => Some(TextEnd::Nothing),
        _ => Some(TextEnd::Quotation),
    };
    let walk = Walk { region: named, edge };
    // Nearly all have their dash, and most of them are surer than any without one.
    let dashed = walk.surest(true);
    let is_surest = |found: &NameAndDash<'_>| match found.weight() {
        SUREST_UNDASHED => !has_wide_gap(found.name),
        weight => weight > SUREST_UNDASHED,
    };
    let found = match dashed.filter(is_surest) {
        Some(found) => found,
        None => walk.surest(false)?,
    };
    // A name keeps the bidi marks that it ends with.
    let after = region.get(named.len()..)?;
    let marks = after.len() - after.trim_start_matches(is_invisible).len();
    let name = match found.name {
        "" => "",
        name => region.get(named.len() - name.len()..named.len() + marks)?,
    };
    let name = if name.starts_with("<!--") { without_comments(name) } else { name };
    let name = if is_linked { name.strip_prefix('[').unwrap_or(name) } else { name };
    Some(NameAndDash { start: open.at - region.len() + found.start, name, ..found })
}

/// `name` without the comments of HTML before it.
fn without_comments(name: &str) -> &str {
    let mut rest = name;
    while let Some(after) = rest.get(comment_len(rest)..).filter(|after| after.len() < rest.len()) {
        rest = after.trim_start_matches(is_whitespace);
    }
    rest
}

/// `name_line`: a name without a dash that alone fills the line before `open`.
pub(super) fn name_line(open: Cursor<'_>) -> Option<NameAndDash<'_>> {
    let line = last_line(open.window_before(WINDOW));
    let name = line.trim_matches(is_margin);
    let start = open.span_of(name).start;
    let before = trim_gap_end(open.moved_to(start).before());
    let is_dashed = name.char_indices().any(|(at, c)| {
        let dash = name.get(..at + c.len_utf8()).filter(|_| may_end_dash(c)).and_then(dash_at_end);
        dash.is_some_and(|(_, before)| before.is_empty())
    });
    let is_name = !name.is_empty() && !is_dashed && NameLength::of(name).fits();
    let (delimiter, text_end) = (Delimiter::LineBreak, text_end(before));
    is_name.then_some(NameAndDash { start, name, delimiter, text_end, starts_line: true, is_broken: false })
}

/// `named` up to the end of the name with which it ends, and whether that is a link's text: `[Dana Ortiz](https://…)`,
/// `Dana Ortiz [https://…]`.
#[inline]
pub(super) fn unlinked_name(named: &str) -> (&str, bool) {
    let (before, open, is_linked) = match named.as_bytes().last() {
        Some(b')') => (']', b'(', true),
        Some(b']') => (' ', b'[', false),
        _ => return (named, false),
    };
    let is_url =
        |target: &str| ["/", "http"].iter().any(|start| target.starts_with(start)) && !target.contains(is_whitespace);
    let mut pairs = memchr::memrchr_iter(open, named.as_bytes())
        .filter_map(|at| Some((named.get(..at)?.strip_suffix(before)?, named.get(at + 1..)?)));
    match pairs.next() {
        Some((name, target)) if is_url(target) => (name, is_linked),
        _ => (named, false),
    }
}

/// The length of a name in characters as X counts them, whitespace folded.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct NameLength(usize);

impl NameLength {
    pub(super) fn of(name: &str) -> Self {
        let mut length = Self::default();
        for word in name.split(is_whitespace).filter(|word| !word.is_empty()) {
            length.0 += usize::from(length.0 > 0);
            word.chars().for_each(|c| length.add(c));
        }
        length
    }

    fn add(&mut self, c: char) {
        self.0 += usize::from(c.is_ascii() || !is_zero_width(c));
    }

    /// Whether a name of this length is allowed.
    pub(super) fn fits(self) -> bool {
        self.0 <= LONGEST_NAME
    }
}

/// A split of the region into text, gap and name, where an attribution may begin.
#[derive(Debug, Clone, Copy)]
struct Split {
    text_end: usize,
    name_start: usize,
    /// The character before the gap.
    last: char,
}

/// The walk back over a region that ends with a name.
#[derive(Debug, Clone, Copy)]
struct Walk<'t> {
    region: &'t str,
    /// The end of the text before the region; `None` if the region was cut.
    edge: Option<TextEnd>,
}

impl<'t> Walk<'t> {
    /// The surest attribution that begins behind a character of the name or the one before it, or, `with_dash`, the
    /// surest of those that begin with a dash.
    #[inline]
    fn surest(self, with_dash: bool) -> Option<NameAndDash<'t>> {
        let Self { region, .. } = self;
        let mut surest = None;
        let mut length = NameLength::default();
        let (mut text_end, mut name_start) = (region.len(), region.len());
        while let Some((at, last)) = char_before(region, text_end) {
            steps::step(1);
            if is_whitespace(last) || is_marker(region, at, last) {
                text_end = at;
                continue;
            }
            let split = Split { text_end, name_start, last };
            let dashed = self.dashed(split);
            let found = if with_dash { dashed } else { dashed.or_else(|| self.undashed(split)) };
            // A wrapped name has its dash; without one, the line above would be a part of it.
            let ends_name = !with_dash && found.is_some() && region.get(text_end..name_start)?.contains(is_line_break);
            if keep_surer(&mut surest, found) || ends_name {
                return surest;
            }
            let words = if with_dash { words_before(region, at) } else { 0 };
            let gap = region.get(text_end..name_start)?;
            length.add(last);
            length.0 += words + usize::from(!gap.is_empty());
            if !length.fits() || line_breaks(gap) > 1 {
                return surest;
            }
            (text_end, name_start) = (at - words, at - words);
        }
        keep_surer(&mut surest, self.at_edge(name_start));
        surest
    }

    /// The attribution that begins with the dash before the gap.
    fn dashed(self, split: Split) -> Option<NameAndDash<'t>> {
        if !may_end_dash(split.last) {
            return None;
        }
        let (kind, before) = dash_at_end(self.region.get(..split.text_end)?)?;
        let joined_before = before.chars().next_back().is_some_and(|c| !is_whitespace(c)) && !ends_with_remains(before);
        let joined_after = split.text_end == split.name_start;
        // The hyphens of a comment.
        if kind == DashKind::Hyphens && (before.ends_with("<!") || self.region.get(split.text_end..)?.starts_with('>'))
        {
            return None;
        }
        // `2019–20`, `well-known`, `worked- Dana`: such dashes are no delimiters. A longer one may be glued on either
        // side, and on both behind a text that ends.
        let is_delimiter = match kind {
            // A URL may hold hyphens, but no em dash.
            DashKind::Em => {
                let is_doubled = || self.region.get(..split.text_end).is_some_and(|text| text.ends_with("——"));
                !(joined_before && joined_after)
                    || text_end(before) == TextEnd::Link
                    || ends_sentence(before)
                    || is_doubled()
            }
            DashKind::Hyphens | DashKind::En => !(joined_before && joined_after) || ends_sentence(before),
            DashKind::Hyphen => !(joined_before || joined_after),
            // Behind words, a question mark is the text's own.
            DashKind::Lost => {
                let is_mark = split.last == '?';
                let is_own = is_mark && (joined_before || text_end(trim_gap_end(before)) == TextEnd::Word);
                !(joined_after || is_own)
            }
        };
        is_delimiter.then(|| self.found(Delimiter::Dash(kind), before.len(), before.len(), split.name_start))?
    }

    /// The attribution that begins with the name behind the gap, unless a dash stands before that.
    fn undashed(self, split: Split) -> Option<NameAndDash<'t>> {
        let Split { text_end, name_start, .. } = split;
        let (before, gap) = (self.region.get(..text_end)?, self.region.get(text_end..name_start)?);
        let is_dashed = dash_at_end(before).is_some_and(|(kind, _)| kind != DashKind::Lost);
        let delimiter = if name_start == self.region.len() || is_dashed {
            return None;
        } else if is_indented_alone(before, gap) {
            Delimiter::Spaces
        } else if gap.contains(is_line_break) {
            Delimiter::LineBreak
        } else if gap.chars().nth(1).is_some() {
            Delimiter::Spaces
        } else if ends_text(before, gap) {
            Delimiter::TextEnd
        } else {
            return None;
        };
        self.found(delimiter, name_start, text_end, name_start)
    }

    /// The attribution that begins where the region does, unless that was cut.
    fn at_edge(self, name_start: usize) -> Option<NameAndDash<'t>> {
        let gap = self.region.get(..name_start)?;
        let starts_line = self.edge? == TextEnd::Nothing || gap.contains(is_line_break);
        self.found(if starts_line { Delimiter::LineBreak } else { Delimiter::TextEnd }, name_start, 0, name_start)
    }

    fn found(self, delimiter: Delimiter, start: usize, before: usize, name: usize) -> Option<NameAndDash<'t>> {
        let is_broken =
            matches!(delimiter, Delimiter::Dash(_)) && self.region.get(start..name)?.contains(is_line_break);
        let (before, name) = (self.region.get(..before)?, self.region.get(name..)?);
        let text = trim_gap_end(before);
        let edge = self.edge.filter(|_| text.is_empty());
        let starts_line = before.get(text.len()..)?.contains(is_line_break) || edge == Some(TextEnd::Nothing);
        let text_end = edge.unwrap_or_else(|| text_end(text));
        Some(NameAndDash { start, name, delimiter, text_end, starts_line, is_broken })
    }
}

/// Keeps the surer of the two; returns whether no other can be surer.
fn keep_surer<'t>(surest: &mut Option<NameAndDash<'t>>, found: Option<NameAndDash<'t>>) -> bool {
    let Some(weight) = found.map(|found| found.weight()) else { return false };
    if surest.is_none_or(|surest| weight > surest.weight()) {
        *surest = found;
    }
    weight == SUREST
}

/// Whether `name` has several spaces in a row.
fn has_wide_gap(name: &str) -> bool {
    name.split(is_whitespace).any(str::is_empty)
}

/// The printed characters of ASCII, without those that end a dash and the markers of a line.
static PLAIN: ByteSet =
    ByteSet::of(&[(b'!', b','), (b'.', b'2'), (b'5', b':'), (b'<', b'='), (b'@', b'{'), (b'}', b'~')]);

/// How many bytes before byte `end` of `text` are words with single spaces between them and behind the last. Each byte
/// is a character of a name that ends no dash. Counts no further than the longest name.
fn words_before(text: &str, end: usize) -> usize {
    let is_plain = |&byte: &u8| PLAIN.contains(byte);
    let before = text.as_bytes().get(end.saturating_sub(LONGEST_NAME + 1)..end).unwrap_or_default();
    let mut rest = before;
    loop {
        let start = rest.iter().rposition(|byte| !is_plain(byte)).map_or(0, |at| at + 1);
        match rest.get(..start) {
            Some([words @ .., b' ']) if words.last().is_some_and(is_plain) => rest = words,
            _ => {
                steps::step(before.len() - start);
                return before.len() - start;
            }
        }
    }
}

/// Whether the `c` at `at` in `region` is a converter's marker at the beginning of its line.
fn is_marker(region: &str, at: usize, c: char) -> bool {
    let starts_line = |before: &str| {
        let seen = before.chars().rev().take(16).find(|&c| !(is_line_marker(c) || matches!(c, ' ' | '\t')));
        seen.is_none_or(is_line_break)
    };
    is_line_marker(c) && region.get(..at).is_some_and(starts_line)
}

/// Whether the line behind `gap` is indented by one space, and the line that ends `before` by nothing: the space that
/// stood behind a lost dash.
fn is_indented_alone(before: &str, gap: &str) -> bool {
    let indent = last_line(gap);
    indent == " " && matches!(line_breaks(gap), 1 | 2) && !last_line(before).starts_with(is_whitespace)
}

/// Whether `before` ends with a sentence, and not with an abbreviation, as names contain them (`U.S.—Mexico News`).
fn ends_sentence(before: &str) -> bool {
    before.ends_with(is_sentence_end) && text_end(before) == TextEnd::Sentence && !ends_with_abbreviation(before)
}

/// Whether a text can end with `before`, so that a name follows after `gap`, a space or nothing.
fn ends_text(before: &str, gap: &str) -> bool {
    if gap.is_empty() {
        return ends_with_code_link(before) || before.ends_with(is_unspaced_sentence_end);
    }
    match text_end(before) {
        TextEnd::Hashtag => true,
        // The first of a name's words may be glued to the link.
        TextEnd::Link => !ends_glued_to_short_link(before),
        TextEnd::Sentence => ends_sentence(before),
        TextEnd::Nothing | TextEnd::Quotation | TextEnd::Word => false,
    }
}

#[cfg(test)]
mod tests;
