//! Hard wraps: line breaks of a converter that fills lines, distinguished from the author's.

use alloc::vec::Vec;

use super::{
    block::{BlockMargin, QuotedBlock, QuotedLine},
    entity_edge::{begins_with_entity, entity_start},
    width::WidthUnit,
};
use crate::{
    link::{CODE_LEN, ends_with_code_host},
    text::{
        chars::{is_emoji_part, is_ideographic},
        list_item::{after_bullet, after_item_number},
    },
};

/// The replacement of the line break between two lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LineJoin {
    /// A line break of the author.
    Break,
    /// A wrap, at a space.
    Space,
    /// A wrap elsewhere.
    Glue,
}

impl LineJoin {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Break => "\n",
            Self::Space => " ",
            Self::Glue => "",
        }
    }
}

/// The narrowest lines that converters fill by default: pandoc 72 columns, lynx about 74 in a quotation, html2text 78,
/// w3m and html-to-text 80. A word that would have fitted into them is on a new line because the author put it there.
const NARROWEST: usize = 72;
/// The widest ones, with a column or two that converters count otherwise.
const WIDEST: usize = 82;
/// Lines without a margin count as filled only if one of them has this width.
const NARROWEST_BARE: usize = 66;

/// For each line but the last, the replacement of the break after it.
pub(super) fn joins(block: &QuotedBlock<'_>) -> Vec<LineJoin> {
    let filling = LineFilling::of(block);
    let hard_breaks = block.margin == BlockMargin::Marked && block.lines.iter().any(|line| line.hard);
    let any_wraps = block.margin != BlockMargin::Bare
        || filling.as_ref().is_some_and(|filling| filling.fills_without_margin(block));
    let is_wrap = |line: &QuotedLine<'_>, next: &QuotedLine<'_>| match block.margin {
        _ if !any_wraps || line.is_blank() || next.is_blank() || line.hard => false,
        BlockMargin::LineBlock => !next.raw.starts_with('|'),
        BlockMargin::Marked if hard_breaks => true,
        _ => filling.as_ref().is_some_and(|filling| filling.breaks(line, next)) && !begins_item(line.text, next.text),
    };
    let replacement = |(line, next): (&QuotedLine<'_>, &QuotedLine<'_>)| {
        if is_wrap(line, next) { join(line.text, next.text, block.margin) } else { LineJoin::Break }
    };
    block.pairs().map(replacement).collect()
}

/// The way in which lines were filled.
struct LineFilling {
    unit: WidthUnit,
    /// Whether lines break between ideographs, and not only at spaces.
    breaks_anywhere: bool,
    margin: usize,
    /// The least width that was allowed, margin included.
    width: usize,
}

impl LineFilling {
    /// `None` if lines are too wide to have been filled.
    fn of(block: &QuotedBlock<'_>) -> Option<Self> {
        let breaks_anywhere = block.margin == BlockMargin::Indented;
        let widest = |unit: WidthUnit| {
            // A word alone may be too long for any line.
            let may_break = |text: &str| breaks_anywhere && text.contains(is_ideographic);
            let breakable = block.lines.iter().filter(|line| line.has_whitespace() || may_break(line.text));
            breakable.map(|line| unit.width(line.text)).max().unwrap_or(0) + block.margin_width
        };
        let units =
            if breaks_anywhere { [WidthUnit::Columns, WidthUnit::Characters] } else { [WidthUnit::Characters; 2] };
        let unit = units.into_iter().find(|&unit| widest(unit) <= WIDEST)?;
        Some(Self { unit, breaks_anywhere, margin: block.margin_width, width: widest(unit).max(NARROWEST) })
    }

    /// Whether the first part of `next` would not have fitted at the end of `line`.
    fn breaks(&self, line: &QuotedLine<'_>, next: &QuotedLine<'_>) -> bool {
        if !self.breaks_anywhere && line.text.ends_with(is_ideographic) && next.text.starts_with(is_ideographic) {
            // The line could be broken only at a space, and no space stands between ideographs.
            return false;
        }
        self.margin + self.unit.width(line.text) + self.first_width(line.text, next.text) > self.width
    }

    /// The width of the first part of `next` that could have stood in the line before, with the space before it.
    fn first_width(&self, line: &str, next: &str) -> usize {
        let word = first_word(next);
        if self.breaks_anywhere && (line.ends_with(is_ideographic) || next.starts_with(is_ideographic)) {
            // Lines break between any two ideographs, but not before punctuation.
            let first = word.find(is_ideographic).and_then(|at| word.get(..at)).filter(|first| !first.is_empty());
            return self.unit.width(first.unwrap_or(IDEOGRAPHS));
        }
        1 + self.unit.width(word)
    }

    /// Whether lines without a margin, which may all be the author's, were filled: each of at least two breaks is at
    /// the end of a full line, and one of them is in the middle of a sentence.
    fn fills_without_margin(&self, block: &QuotedBlock<'_>) -> bool {
        let pairs = || block.pairs().filter(|(line, next)| !line.is_blank() && !next.is_blank());
        let in_sentence = |(line, next): (&QuotedLine<'_>, &QuotedLine<'_>)| {
            line.text.ends_with(|c: char| c.is_alphanumeric() || c == ',')
                && next.text.starts_with(char::is_lowercase)
                && !begins_with_entity(next.text)
        };
        pairs().count() >= 2
            && block.lines.iter().all(|line| !line.text.contains(is_ideographic))
            && pairs().all(|(line, next)| self.breaks(line, next))
            && block.lines.iter().any(|line| self.unit.width(line.text) >= NARROWEST_BARE)
            && pairs().any(in_sentence)
    }
}

/// Two ideographs.
const IDEOGRAPHS: &str = "日本";

fn first_word(text: &str) -> &str {
    text.split(char::is_whitespace).next().unwrap_or_default()
}

/// Whether `next` begins with a list item, a label with its colon, or a new sentence after an emoji: authors put these
/// on a new line.
fn begins_item(line: &str, next: &str) -> bool {
    let first = first_word(next);
    let label =
        first.strip_suffix(':').is_some_and(|label| !label.is_empty() && label.chars().all(char::is_alphanumeric));
    let is_item = after_bullet(next).or_else(|| after_item_number(next)).is_some();
    // A dash of its own, or a mark that needs no gap.
    let is_marked = matches!(first, "–" | "—") || first.starts_with(['・', '●', '■', '○', '✅', '☑']);
    let after_emoji = line.ends_with(is_emoji_part)
        && next.starts_with(|c: char| is_emoji_part(c) || c.is_alphanumeric() && !c.is_lowercase());
    label || is_item || is_marked || after_emoji
}

/// The replacement of a wrap between `line` and `next`.
fn join(line: &str, next: &str, margin: BlockMargin) -> LineJoin {
    let glued = broken_compound(line, next) || margin == BlockMargin::Indented && broken_by_browser(line, next);
    if glued { LineJoin::Glue } else { LineJoin::Space }
}

/// Words that follow the first half of a shortened compound: `Haupt- und Nebensache`.
const CONJUNCTIONS: [&str; 10] = ["and", "or", "und", "oder", "bzw.", "en", "of", "och", "og", "to"];

/// Whether the break is after the hyphen of a compound, where Python's `textwrap` breaks too.
fn broken_compound(line: &str, next: &str) -> bool {
    let word = first_word(next);
    line.strip_suffix('-').is_some_and(|rest| rest.ends_with(char::is_alphanumeric))
        && next.starts_with(char::is_alphanumeric)
        && !CONJUNCTIONS.contains(&word)
}

/// Whether only a text browser breaks there: at the punctuation of URLs, after the sigil of a hashtag, before
/// punctuation, between ideographs, and within a word that is too long for any line.
fn broken_by_browser(line: &str, next: &str) -> bool {
    let last = line.rsplit(char::is_whitespace).next().unwrap_or_default();
    let in_url = entity_start(last).is_ok() || last.contains("://") || last.contains("pic.") || last.contains("t.co");
    let slash = last.ends_with('/') && in_url
        || next.starts_with('/') && (last.ends_with([':', '/']) && last.contains("http") || in_url);
    let sigil = last.ends_with(['#', '＃']);
    let punctuation = begins_with_punctuation(next);
    slash || sigil || punctuation || broken_code(last, next) || between_ideographs(line, next)
}

/// Whether `next` begins with a punctuation character that follows no space: not `...`, not `;)`.
pub(super) fn begins_with_punctuation(next: &str) -> bool {
    let mut chars = next.chars();
    chars.next().is_some_and(|c| matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '”' | '’' | '»'))
        && !chars.next().is_some_and(|c| c.is_ascii_punctuation())
}

/// Whether the break is between ideographs, or between an ideograph and a word of another script that is no link: no
/// space was there.
fn between_ideographs(line: &str, next: &str) -> bool {
    let letter = |c: char| is_ideographic(c) || c.is_alphanumeric() || matches!(c, '(' | ')');
    (line.ends_with(is_ideographic) && next.starts_with(letter)
        || line.ends_with(letter) && next.starts_with(is_ideographic))
        && !begins_with_entity(next)
}

/// Whether the code of a link is split between the end of `last` and the beginning of `next`.
fn broken_code(last: &str, next: &str) -> bool {
    let before = last.trim_end_matches(|c: char| c.is_ascii_alphanumeric());
    let rest = CODE_LEN.checked_sub(last.len() - before.len()).filter(|&len| len > 0).and_then(|len| next.get(..len));
    before.strip_suffix('/').is_some_and(ends_with_code_host)
        && rest.is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::{super::block::block, *};

    #[test]
    fn a_wrap_is_where_the_next_word_did_not_fit() {
        let filled = "They met in the city hall again, and what they said to one another we may";
        for (text, following, expected) in [
            // Filled lines with a margin.
            (format!("{filled}\n> never hear"), "", LineJoin::Space),
            (format!("{filled}\n     never hear"), "", LineJoin::Space),
            (format!("{filled}\n     never hear"), "\n     — Dana", LineJoin::Space),
            // The word would have fitted.
            ("They met in the city hall\n> again".into(), "", LineJoin::Break),
            (format!("So it is.\n> never hear {filled}"), "", LineJoin::Break),
            // What authors begin on a new line.
            (format!("{filled}\n> Code: here"), "", LineJoin::Break),
            (format!("{filled}\n> - an item"), "", LineJoin::Break),
            (format!("{filled} 🌉\n> And so on"), "", LineJoin::Break),
            // Lines too wide to have been filled.
            (format!("{filled} never hear of it\n> again"), "", LineJoin::Break),
            // No margin: one full line is no evidence.
            (format!("{filled}\nnever hear"), "", LineJoin::Break),
            (format!("{filled}\n> never hear"), "\n— Dana", LineJoin::Break),
        ] {
            assert_eq!(joins(&block(&text, following)).first(), Some(&expected), "{text:?}");
        }
    }

    #[test]
    fn lines_without_a_margin_are_filled_if_all_are() {
        let filled = "They met in the city hall again, and what they said to one another we may";
        let sentence = "They met in the city hall again, and what they said we may never hear it.";
        for (text, expected) in [
            (
                format!("{filled}\nnever again {filled}\nnever hear").replace("again They met", "met"),
                vec![LineJoin::Space; 2],
            ),
            (format!("{filled}\nnever hear\nof it"), vec![LineJoin::Break; 2]),
            (format!("{sentence}\n{sentence}\n{sentence}"), vec![LineJoin::Break; 2]),
        ] {
            assert_eq!(joins(&block(&text, "")), expected, "{text:?}");
        }
    }

    #[test]
    fn hard_breaks_make_the_other_breaks_wraps() {
        assert_eq!(joins(&block("a  \n> b\n> c", "")), [LineJoin::Break, LineJoin::Space]);
        assert_eq!(joins(&block("a\n> b\n> c", "")), [LineJoin::Break, LineJoin::Break]);
        assert_eq!(joins(&block("a\n  b\n| c", "")), [LineJoin::Space, LineJoin::Break]);
    }

    #[test]
    fn a_join_has_a_space_where_one_was() {
        for (line, next, marked, indented) in [
            ("a", "b", " ", " "),
            ("https://t.co/", "AbCdEfGhIj", " ", ""),
            ("https://t.co", "/AbCdEfGhIj", " ", ""),
            ("https:", "//t.co/AbCdEfGhIj", " ", ""),
            ("either/", "or", " ", " "),
            ("https://t.co/AbCd", "EfGhIj so", " ", ""),
            ("https://t.co/AbCdEfGhIj", "so", " ", " "),
            ("the #", "tag", " ", ""),
            ("日本", "語", " ", ""),
            ("日本", "pic.twitter.com/AbCdEfGhIj", " ", " "),
            ("한국", "어", " ", " "),
            ("self-", "improvement", "", ""),
            ("Haupt-", "und Nebensache", " ", " "),
            ("so -", "and", " ", " "),
        ] {
            let joins = [BlockMargin::Marked, BlockMargin::Indented].map(|margin| join(line, next, margin).as_str());
            assert_eq!(joins, [marked, indented], "{line:?} {next:?}");
        }
    }
}
