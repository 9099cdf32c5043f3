//! The features of lines before an attribution.

use super::{line_start::LineStart, lines::Lines};
use crate::{
    boundary::{
        after_quotation::AfterQuotation,
        feature_values::{fits, length_step, order},
        features::width_step,
        introduction::holds_introduction,
        list_bullet::list_bullet_len,
        model::{group::FeatureSink, groups},
        types::{PreviousTweet, Site},
    },
    text::whitespace::{is_line_break, is_line_marker, line_breaks},
};

/// The step of the line above where there is none.
const NO_LINE: usize = groups::LINE_WIDTHS - 1;

/// The layout before and around an attribution.
pub(in crate::boundary) struct Layout<'s, 't> {
    pub(super) site: &'s Site<'t>,
    pub(super) lines: Lines,
    pub(super) previous: Option<PreviousTweet>,
    /// The gap before the attribution: 0 for spaces, 1 for a line break, 2 for more.
    gap: usize,
    pub(super) after: AfterQuotation,
    /// The depth and the indentation of the attribution's line, if it is one of its own.
    attribution: Option<(usize, usize)>,
}

/// Where the text may begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::boundary) enum Outcome {
    /// At the first word of this line, counted from the last.
    Line(usize),
    /// At none of these lines, or there is no tweet.
    None,
}

impl<'s, 't> Layout<'s, 't> {
    pub(in crate::boundary) fn read(site: &'s Site<'t>, previous: Option<PreviousTweet>) -> Self {
        let gap = site.gap();
        let breaks = line_breaks(gap);
        let attribution = (breaks > 0).then(|| {
            let own = gap.rsplit(is_line_break).next().unwrap_or_default();
            let depth = own.chars().filter(|c| is_line_marker(*c)).count();
            (depth, own.chars().count() - depth)
        });
        Self {
            site,
            lines: Lines::read(site),
            previous,
            gap: breaks.min(2),
            after: AfterQuotation::of(site.after()),
            attribution,
        }
    }

    pub(in crate::boundary) fn outcomes(&self) -> impl Iterator<Item = Outcome> + use<> {
        (0..self.lines.candidates).map(Outcome::Line).chain([Outcome::None])
    }

    /// Where the text begins at the line at `index`: behind the bullet of a page's list.
    pub(in crate::boundary) fn at(&self, index: usize) -> usize {
        let at = self.lines.line(index).prefix.first_word;
        at + list_bullet_len(self.site.text_from(at))
    }

    pub(in crate::boundary) fn of_outcome(&self, outcome: Outcome, sink: &mut impl FeatureSink) {
        match outcome {
            Outcome::Line(index) => self.of_line(index, sink),
            Outcome::None => self.of_none(sink),
        }
    }

    fn of_line(&self, index: usize, sink: &mut impl FeatureSink) {
        let (line, above, start) = (self.lines.line(index), self.lines.line(index + 1), self.lines.start(index));
        let separates = separates(start);
        let start = start as usize;
        let (mut weight, mut paragraphs) = (line.width, 0);
        for below in (0..index).map(|below| self.lines.line(below)) {
            weight += below.width;
            paragraphs += usize::from(below.empty_above > 0);
        }
        let limit = self.site.limit;
        let fits = |weight: usize| fits(weight, limit);
        let width_above = if above.prefix.is_empty { NO_LINE } else { width_step(above.width) };
        let length = length_step(weight, limit, 8, groups::LAYOUT_LENGTHS);
        sink.add(groups::LAYOUT_START.at([start, self.gap, self.after.gap as usize]));
        sink.add(groups::LAYOUT_LENGTH.at([start, length, self.gap]));
        sink.add(groups::LAYOUT_INNER.at([start, (index - paragraphs).min(3), paragraphs.min(3), self.gap]));
        sink.add(groups::LAYOUT_WIDTHS.at([width_above, width_step(line.width), separates]));
        sink.add(groups::LAYOUT_ABOVE.at([above.last as usize, start, fits(weight + above.width)]));
        sink.add(groups::LAYOUT_FIRST.at([line.first as usize, start]));
        let text = self.site.text_from(line.prefix.first_word);
        if holds_introduction(text) {
            sink.add(groups::LAYOUT_INTRODUCTION.at([start]));
        }
        sink.add(groups::LAYOUT_EXTENDS.at([fits(weight + above.width), fits(weight), separates, width_above]));
        let (depth, indent) = (line.prefix.depth, line.prefix.indent);
        let (of_depth, of_indent) = self.attribution.unwrap_or((depth, indent));
        let depths =
            [order(depth, self.lines.depth_above(index)), order(depth, of_depth), usize::from(depth > 0), start];
        sink.add(groups::LAYOUT_DEPTH.at(depths));
        let indents = [order(indent, above.prefix.indent), order(indent, of_indent), usize::from(indent > 1), start];
        sink.add(groups::LAYOUT_INDENT.at(indents));
        if let Some(previous) = self.previous {
            sink.add(groups::LAYOUT_PREVIOUS.at([previous.edge, start, usize::from(previous.quoted), depths[2]]));
        }
    }

    /// The features for none of the lines: their widths, and the signs of several sentences, introductions and tweets.
    fn of_none(&self, sink: &mut impl FeatureSink) {
        let (last, start) = (self.lines.line(0), self.lines.start(0));
        let words = self.site.text_from(last.prefix.first_word);
        let has_slash = memchr::memchr3(b'/', b'#', b'@', words.as_bytes()).is_some();
        let bytes = words.as_bytes();
        let byte = |at: usize| bytes.get(at + 1);
        let ends_words = |at: usize| byte(at).is_none_or(|next| !next.is_ascii_alphanumeric() && *next != b'/');
        let is_inside = |at: usize| byte(at) == Some(&b' ');
        let wide = Wide::count(bytes);
        let colon = wide.colons > 0 || memchr::memchr_iter(b':', bytes).any(ends_words);
        let ends = memchr::memchr3_iter(b'.', b'!', b'?', bytes).filter(|at| is_inside(*at)).take(2).count();
        let ends = (ends + wide.ends).min(2);
        let width = if last.prefix.is_empty { NO_LINE } else { width_step(last.width) };
        let start = start as usize;
        sink.add(groups::LAYOUT_NONE.at([width, start, usize::from(colon), usize::from(has_slash)]));
        sink.add(groups::LAYOUT_NONE_ENDS.at([ends, start, self.gap, usize::from(self.lines.candidates > 1)]));
        sink.add(groups::LAYOUT_NONE_GAPS.at([start, self.gap, self.after.gap as usize, usize::from(has_slash)]));
        sink.add(groups::LAYOUT_NONE_AROUND.at([self.lines.line(1).last as usize, last.last as usize]));
    }
}

/// The wide characters of East Asia that end a sentence inside a text, and the wide colons.
struct Wide {
    ends: usize,
    colons: usize,
}

impl Wide {
    fn count(text: &[u8]) -> Self {
        let mut found = Self { ends: 0, colons: 0 };
        // The second bytes of these characters are rarer than their first byte, which all of Hiragana shares.
        for second in memchr::memchr2_iter(0x80, 0xbc, text) {
            let Some(at) = second.checked_sub(1) else { continue };
            match text.get(at..).unwrap_or_default() {
                [0xe3, 0x80, 0x82, _, ..] | [0xef, 0xbc, 0x81 | 0x9f, _, ..] => found.ends += 1,
                [0xef, 0xbc, 0x9a, ..] => found.colons += 1,
                _ => {}
            }
        }
        found
    }
}

/// How a line is separated: by a line break, an empty line, or otherwise.
fn separates(start: LineStart) -> usize {
    match start {
        LineStart::LineBreak => 0,
        LineStart::EmptyLine => 1,
        _ => 2,
    }
}
