//! The part of an attribution before `(@HANDLE)`: dash and name, found backwards from the handle.
//!
//! Neither the first dash nor the last is always the right one: names hold dashes, and so do texts. One pass walks back
//! over what a name can hold, weighs each place at which the attribution may begin by what stands around it, and keeps
//! the best; of equals, the one nearest to the handle.

use super::{
    dash::{self, DashKind},
    text_end::{self, Ending},
};
use crate::text::{
    chars::is_unspaced_sentence_end,
    offset::char_ceil,
    steps,
    whitespace::{
        char_before, is_invisible, is_line_break, is_line_marker, is_whitespace, is_zero_width, trim_gap_end,
    },
};

/// The longest name in characters, white space folded: what X allows.
const LONGEST_NAME: usize = 50;

/// The most bytes that are looked at: a name of 50 characters with the widest of wraps, entities and joined emoji.
const WINDOW: usize = 600;

/// How the beginning of an attribution was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LeadKind {
    Dash(DashKind),
    /// Two spaces or more: the dash between them was dropped with everything else that is not ASCII.
    Spaces,
    /// The beginning of a line.
    Line,
    /// The end of a link, a quotation, a sentence or a tag, with one space behind it or none.
    End,
}

/// Where an attribution begins, and its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Lead {
    /// The first byte of the dash, or of the name where the dash was lost.
    pub(crate) start: usize,
    pub(crate) name_start: usize,
    /// Equal to `name_start` if there is no name.
    pub(crate) name_end: usize,
    pub(crate) kind: LeadKind,
    /// What the text before ends with.
    pub(crate) ending: Ending,
    /// Whether only white space stands before it in its line.
    pub(crate) starts_line: bool,
}

impl Lead {
    /// Whether the dash is there.
    pub(crate) fn is_dashed(&self) -> bool {
        matches!(self.kind, LeadKind::Dash(_))
    }

    /// Whether an em dash is there, or what became of one.
    pub(crate) fn has_long_dash(&self) -> bool {
        matches!(self.kind, LeadKind::Dash(kind) if kind.is_long())
    }

    /// How sure it is that the attribution begins here; more is surer.
    fn weight(&self) -> i32 {
        let kind = match self.kind {
            LeadKind::Dash(DashKind::Em) => 4,
            LeadKind::Dash(DashKind::Hyphens) => 3,
            LeadKind::Dash(DashKind::En) => 2,
            LeadKind::Dash(DashKind::Hyphen) | LeadKind::Spaces => 1,
            LeadKind::Line => 0,
            // Sentences and links end within texts too: only where nothing else marks the attribution.
            LeadKind::End => -3,
        };
        let before = match self.ending {
            _ if self.starts_line && self.is_dashed() => 3,
            Ending::Link => 3,
            Ending::Quotation => 2,
            Ending::Sentence | Ending::Tag => 1,
            // Without text before it a name alone is no attribution.
            Ending::Nothing if !self.is_dashed() => -3,
            Ending::Nothing | Ending::Word => 0,
        };
        kind + before
    }
}

/// Finds dash and name that end at `open`, the handle's parenthesis, and begin at `floor` or later.
pub(crate) fn lead(document: &str, floor: usize, open: usize) -> Option<Lead> {
    let from = char_ceil(document, open.saturating_sub(WINDOW).max(floor));
    let region = document.get(from..open)?;
    let (linked, name_end) = unlinked_name(trim_gap_end(region));
    let walk = Walk { region, name_end, reaches_floor: from == floor, floor };
    let lead = walk.best()?;
    let name_start = from + lead.name_start;
    let opened = linked && document.get(name_start..)?.starts_with('[');
    // A name keeps the bidi marks that it ends with.
    let marks = region.get(name_end..)?.chars().take_while(|&c| is_invisible(c)).map(char::len_utf8).sum::<usize>();
    let name_end = from + lead.name_end + if name_start < from + lead.name_end { marks } else { 0 };
    Some(Lead { start: from + lead.start, name_start: name_start + usize::from(opened), name_end, ..lead })
}

/// Where the name with which `named` ends ends itself, and whether it is a link's text: `[Dana Ortiz](https://…)`,
/// `Dana Ortiz [https://…]`.
fn unlinked_name(named: &str) -> (bool, usize) {
    let target = match named.chars().next_back() {
        Some(')') => last_pair(named, *b"](").map(|at| (true, at)),
        Some(']') => last_pair(named, *b" [").map(|at| (false, at)),
        _ => None,
    };
    let is_url =
        |target: &str| ["/", "http"].iter().any(|start| target.starts_with(start)) && !target.contains(is_whitespace);
    match target {
        Some((linked, at)) if named.get(at + 2..).is_some_and(is_url) => (linked, at),
        _ => (false, named.len()),
    }
}

/// Where the last two ASCII characters of `text` stand that are `pair`.
fn last_pair(text: &str, [first, second]: [u8; 2]) -> Option<usize> {
    let bytes = text.as_bytes();
    memchr::memrchr_iter(second, bytes)
        .filter_map(|at| at.checked_sub(1))
        .find(|&before| bytes.get(before) == Some(&first))
}

/// The walk back over `region`, which ends before the handle's parenthesis.
struct Walk<'t> {
    region: &'t str,
    name_end: usize,
    /// Whether `region` begins where the previous quotation ends or the input begins.
    reaches_floor: bool,
    floor: usize,
}

/// The length of a name in characters as X counts them, white space folded.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct NameLength(usize);

impl NameLength {
    pub(crate) fn of(name: &str) -> Self {
        let mut length = Self::default();
        for word in name.split(is_whitespace).filter(|word| !word.is_empty()) {
            length.0 += usize::from(length.0 > 0);
            word.chars().for_each(|c| length.add(c, false));
        }
        length
    }

    fn add(&mut self, c: char, after_gap: bool) {
        self.0 += usize::from(after_gap) + usize::from(c.is_ascii() || !is_zero_width(c));
    }

    /// Whether a name can be so long.
    pub(crate) fn fits(self) -> bool {
        self.0 <= LONGEST_NAME
    }
}

/// What was walked over since the last character that is seen.
#[derive(Debug, Clone, Copy, Default)]
struct Gap {
    blanks: u32,
    line_breaks: u32,
}

impl Gap {
    fn add(&mut self, c: char, previous: Option<char>) {
        self.blanks += 1;
        // `\r\n` is one break; walking back, its `\n` comes first.
        self.line_breaks += u32::from(is_line_break(c) && !(c == '\n' && previous == Some('\r')));
    }
}

/// The greatest weight of an attribution, and of one whose dash is lost.
const SUREST: i32 = 7;
const SUREST_UNDASHED: i32 = 4;

/// A character of the walk, and where the attribution may begin that it ends the dash or the text of.
#[derive(Debug, Clone, Copy)]
struct Place {
    c: char,
    /// Behind `c`.
    end: usize,
    /// What stands between `c` and the name.
    gap: Gap,
    name_start: usize,
}

impl Walk<'_> {
    fn best(&self) -> Option<Lead> {
        // Nearly all have their dash, and most of them are surer than any without one.
        let dashed = self.walk(Places::Dashes, Self::dashed);
        if dashed.is_some_and(|lead| self.is_surest_of_all(&lead)) {
            return dashed;
        }
        self.walk(Places::All, |walk, place| walk.dashed(place).or_else(|| walk.undashed(place)))
    }

    /// Whether no attribution without a dash is surer than `dashed`, or as sure and nearer to the handle.
    fn is_surest_of_all(&self, dashed: &Lead) -> bool {
        match dashed.weight() {
            // Only a link before several spaces is as sure.
            SUREST_UNDASHED => !self.region.get(dashed.name_start..self.name_end).is_some_and(holds_wide_gap),
            weight => weight > SUREST_UNDASHED,
        }
    }

    /// The surest of what `lead_at` finds at the `places` of a name and the character before it.
    #[inline]
    fn walk(&self, places: Places, lead_at: impl Fn(&Self, &Place) -> Option<Lead>) -> Option<Lead> {
        let mut best = Best::default();
        let mut gap = Gap::default();
        let mut name_start = self.name_end;
        let mut length = NameLength::default();
        let mut next = char_before(self.region, self.name_end);
        while let Some((at, c)) = next {
            steps::step(1);
            next = char_before(self.region, at);
            if is_whitespace(c) || self.is_marker(at, c) {
                gap.add(c, next.map(|(_, previous)| previous));
                continue;
            }
            if places.hold(c) {
                best.keep_better(lead_at(self, &Place { c, end: at + c.len_utf8(), gap, name_start }));
                if best.is_surest() {
                    return best.lead;
                }
            }
            length.add(c, gap.blanks > 0);
            let words = if places == Places::Dashes { words_before(self.region, at) } else { 0 };
            length.0 += words;
            if gap.line_breaks > 1 || !length.fits() {
                return best.lead;
            }
            gap = Gap::default();
            name_start = at - words;
            if words > 0 {
                next = char_before(self.region, name_start);
            }
        }
        if self.reaches_floor {
            let kind = if gap.line_breaks > 0 || self.floor == 0 { LeadKind::Line } else { LeadKind::End };
            best.keep_better(self.lead_of(kind, 0, 0, name_start));
        }
        best.lead
    }

    /// Whether the `c` at `at` is a converter's marker at the beginning of its line.
    fn is_marker(&self, at: usize, c: char) -> bool {
        let blank_before = |before: &str| {
            let seen = before.chars().rev().take(16).find(|&c| !(is_line_marker(c) || matches!(c, ' ' | '\t')));
            seen.is_none_or(is_line_break)
        };
        is_line_marker(c) && self.region.get(..at).is_some_and(blank_before)
    }

    /// The attribution that begins with the dash that `place` ends.
    fn dashed(&self, place: &Place) -> Option<Lead> {
        let &Place { c, end, gap, name_start } = place;
        if !dash::may_end_dash(c) {
            return None;
        }
        let dash = dash::dash_at_end(self.region.get(..end)?)?;
        let start = end - dash.len;
        let joined_before = self.region.get(..start)?.chars().next_back().is_some_and(|c| !is_whitespace(c));
        // `2019–20`, `well-known`, `worked- Dana`: such dashes are no delimiters; an em dash may be glued on either side.
        let spaced = match dash.kind {
            DashKind::Em => !(joined_before && gap.blanks == 0) || self.ends_with_link(start),
            DashKind::Hyphens | DashKind::En => gap.blanks > 0 || !joined_before,
            DashKind::Hyphen => gap.blanks > 0 && !joined_before,
        };
        spaced.then(|| self.lead_of(LeadKind::Dash(dash.kind), start, start, name_start))?
    }

    /// The attribution that begins with the name behind `place`, if that ends no dash.
    fn undashed(&self, place: &Place) -> Option<Lead> {
        let &Place { c, end, gap, name_start } = place;
        let before = self.region.get(..end)?;
        let kind = if dash::may_end_dash(c) && dash::dash_at_end(before).is_some() || name_start == self.name_end {
            return None;
        } else if gap.line_breaks > 0 {
            LeadKind::Line
        } else if gap.blanks > 1 {
            LeadKind::Spaces
        } else if ends_text(before, c, gap) {
            LeadKind::End
        } else {
            return None;
        };
        self.lead_of(kind, name_start, end, name_start)
    }

    fn ends_with_link(&self, end: usize) -> bool {
        self.region.get(..end).is_some_and(|before| text_end::ending(before) == Ending::Link)
    }

    fn lead_of(&self, kind: LeadKind, start: usize, text_end: usize, name_start: usize) -> Option<Lead> {
        let before = self.region.get(..text_end)?;
        let text = trim_gap_end(before);
        let at_floor = text.is_empty() && self.reaches_floor;
        let starts_line = before.get(text.len()..)?.contains(is_line_break) || (at_floor && self.floor == 0);
        let ending = if at_floor && self.floor > 0 { Ending::Quotation } else { text_end::ending(text) };
        let start = if matches!(kind, LeadKind::Dash(_)) { start } else { name_start };
        Some(Lead { start, name_start, name_end: self.name_end, kind, ending, starts_line })
    }
}

/// Which characters of a walk are asked whether the attribution begins behind them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Places {
    /// Those that end a dash.
    Dashes,
    All,
}

impl Places {
    fn hold(self, c: char) -> bool {
        self == Self::All || dash::may_end_dash(c)
    }
}

/// The surest attribution of a walk so far.
#[derive(Debug, Clone, Copy, Default)]
struct Best {
    lead: Option<Lead>,
    weight: i32,
}

impl Best {
    fn keep_better(&mut self, lead: Option<Lead>) {
        if let Some(lead) = lead {
            let weight = lead.weight();
            if self.lead.is_none() || weight > self.weight {
                *self = Self { lead: Some(lead), weight };
            }
        }
    }

    /// Whether none can be surer.
    fn is_surest(&self) -> bool {
        self.lead.is_some() && self.weight >= SUREST
    }
}

/// Whether `name` may hold several blanks in a row.
fn holds_wide_gap(name: &str) -> bool {
    let is_gap = |c| is_whitespace(c) || is_line_marker(c);
    name.chars().zip(name.chars().skip(1)).any(|(c, next)| is_gap(c) && is_gap(next))
}

/// How many bytes before byte `end` of `text` are [plain](PLAIN), with a space between them and behind the last: as many
/// characters of a name, none of which ends a dash. No more than matter to the length of a name.
fn words_before(text: &str, end: usize) -> usize {
    let before = text.as_bytes().get(end.saturating_sub(LONGEST_NAME + 1)..end).unwrap_or_default();
    let mut rest = before;
    loop {
        let start = rest.iter().rposition(|&byte| !is_plain(byte)).map_or(0, |at| at + 1);
        match rest.get(..start) {
            Some([words @ .., b' ']) if words.last().is_some_and(|&byte| is_plain(byte)) => rest = words,
            _ => {
                steps::step(before.len() - start);
                return before.len() - start;
            }
        }
    }
}

fn is_plain(byte: u8) -> bool {
    PLAIN.get(usize::from(byte)).is_some_and(|&is_plain| is_plain)
}

/// The bytes that are printed characters of ASCII, and neither end a dash nor mark a line.
#[expect(clippy::indexing_slicing, reason = "runs when the crate is compiled")]
static PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = 0;
    while byte < 128_u8 {
        plain[byte as usize] = byte.is_ascii_graphic() && !matches!(byte, b'-' | b';' | b'>' | b'|');
        byte += 1;
    }
    plain
};

/// Whether a text can end with `before`, whose last character is `c`, so that a name follows after a space or none.
fn ends_text(before: &str, c: char, gap: Gap) -> bool {
    if gap.blanks == 0 {
        return text_end::ends_with_short_link(before) || is_unspaced_sentence_end(c);
    }
    match text_end::ending(before) {
        Ending::Tag => true,
        // The first of a name's words may be glued to the link.
        Ending::Link => !text_end::ends_glued_to_short_link(before),
        Ending::Sentence => !text_end::ends_with_abbreviation(before),
        Ending::Nothing | Ending::Quotation | Ending::Word => false,
    }
}

#[cfg(test)]
mod tests;
