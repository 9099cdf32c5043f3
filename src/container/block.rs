//! Quote blocks of other markups than Markdown, by their first and last lines.

use core::ops::Range;

use memchr::memmem;

use super::types::{Container, Reading, is_broken, text_start};
use crate::{
    boundary::Site,
    length::fits_tweet,
    markup::{heading::is_heading, remains::left_tag},
    text::{
        case::strip_prefix_ignore_case,
        offset::first_bytes,
        steps,
        whitespace::{gap_len, is_line_break, is_margin, is_whitespace, last_line, last_line_break},
    },
};

/// The longest last line of a block, in bytes.
const LONGEST_LINE: usize = 80;

/// A kind of block, with the part of its last line that determines the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind<'t> {
    /// `#+begin_quote`: the word.
    Org(&'t str),
    /// `\begin{quote}`: the environment.
    Latex(&'t str),
    /// A line of underscores.
    AsciiDoc(&'t str),
    /// `::: quote`
    Div,
    /// `<blockquote>`
    Html,
    /// `[quote=Dana]`
    BbCode,
    /// `{{quote|`
    Template,
}

impl Kind<'_> {
    /// The marks of headings in its markup.
    fn marks(self) -> Headings {
        match self {
            Self::Org(_) => Headings::Org,
            Self::AsciiDoc(_) => Headings::AsciiDoc,
            _ => Headings::Markdown,
        }
    }

    /// Whether `line` opens a block of this kind.
    fn opens_with(self, line: &str) -> bool {
        match self {
            Self::Org(word) => {
                strip_prefix_ignore_case(line, "#+begin_").is_some_and(|name| starts_with_word(name, word))
            }
            Self::Latex(word) => line.strip_prefix("\\begin{").is_some_and(|name| starts_with_word(name, word)),
            Self::AsciiDoc(rule) => line == rule,
            Self::Div => line.strip_prefix(":::").is_some_and(|name| !name.trim_matches(':').is_empty()),
            Self::Html | Self::BbCode | Self::Template => false,
        }
    }
}

/// The quote block around `site`, if its last line follows the attribution and its first stands before the text.
pub(super) fn block(site: &Site<'_>) -> Option<Container> {
    let after = site.after();
    let after = first_bytes(after, LONGEST_LINE * 4);
    let (kind, len) = last_line_of(after)?;
    let window = site.near();
    let first = first_line_of(kind, window)?;
    steps::step(window.len());
    let in_document = |at: usize| site.text_end - window.len() + at;
    let start = behind_headings(site, text_start(site, in_document(first.end)), kind.marks());
    let text = site.document.get(start..site.text_end)?;
    let outer = in_document(first.start)..site.end + len;
    let reading = if kind == Kind::Html && is_broken(site, start) { Reading::Html } else { Reading::Quote };
    fits_tweet(text).then_some(Container { start, outer, reading })
}

/// The kind of the block whose last line follows the gap at the beginning of `after`, and the length of gap and line.
fn last_line_of(after: &str) -> Option<(Kind<'_>, usize)> {
    let gap = gap_len(after);
    let rest = after.get(gap..)?;
    let word = |text: &'_ str| text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    if let Some(name) = strip_prefix_ignore_case(rest, "#+end_") {
        let len = word(name);
        return Some((Kind::Org(name.get(..len)?), gap + "#+end_".len() + len));
    }
    if let Some(name) = rest.strip_prefix("\\end{") {
        let len = word(name);
        return Some((Kind::Latex(name.get(..len)?), gap + "\\end{".len() + len + 1));
    }
    let underscores = rest.find(|c| c != '_').unwrap_or(rest.len());
    // A longer line separates sections in the dumps of text browsers.
    if (4..=10).contains(&underscores) && after.get(..gap)?.contains(is_line_break) {
        return Some((Kind::AsciiDoc(rest.get(..underscores)?), gap + underscores));
    }
    if rest.starts_with(":::") && after.get(..gap)?.contains(is_line_break) {
        return Some((Kind::Div, gap + rest.find(|c| c != ':').unwrap_or(rest.len())));
    }
    if strip_prefix_ignore_case(rest, "[/quote]").is_some() {
        return Some((Kind::BbCode, gap + "[/quote]".len()));
    }
    if rest.starts_with("}}") {
        return Some((Kind::Template, gap + 2));
    }
    closing_tags(after).map(|len| (Kind::Html, len))
}

/// How many bytes are end tags, the end tag of the block included.
fn closing_tags(after: &str) -> Option<usize> {
    let mut rest = after;
    for _ in 0..4 {
        rest = rest.get(gap_len(rest)..)?;
        let (behind, tag) = left_tag(rest).ok().filter(|_| rest.starts_with("</"))?;
        rest = behind;
        if tag.name.eq_ignore_ascii_case("blockquote") {
            return Some(after.len() - rest.len());
        }
    }
    None
}

/// The bytes of the first line of a block of `kind`, the nearest to the end of `before`.
fn first_line_of(kind: Kind<'_>, before: &str) -> Option<Range<usize>> {
    match kind {
        Kind::Html => start_tag(before),
        Kind::BbCode => bbcode_tag(before),
        Kind::Template => template_start(before),
        Kind::Org(_) | Kind::Latex(_) | Kind::AsciiDoc(_) | Kind::Div => opening_line(kind, before),
    }
}

/// `<blockquote class="twitter-tweet">`
fn start_tag(before: &str) -> Option<Range<usize>> {
    let at = memmem::rfind(before.as_bytes(), b"<blockquote")?;
    let (rest, _) = left_tag(before.get(at..)?).ok()?;
    Some(at..before.len() - rest.len())
}

/// `[quote=Dana]`
fn bbcode_tag(before: &str) -> Option<Range<usize>> {
    let at = memmem::rfind(before.as_bytes(), b"[quote").or_else(|| memmem::rfind(before.as_bytes(), b"[QUOTE"))?;
    Some(at..at + before.get(at..)?.find(']')? + 1)
}

/// `{{quote|`, `{{Quotation|text=`
fn template_start(before: &str) -> Option<Range<usize>> {
    let at = memmem::rfind(before.as_bytes(), b"{{")?;
    let (name, text) = before.get(at + 2..)?.split_once('|')?;
    let is_quote =
        name.len() < LONGEST_LINE && name.as_bytes().windows(5).any(|part| part.eq_ignore_ascii_case(b"quote"));
    let fields = ["text=", "1=", "quote="];
    let text = fields.iter().find_map(|field| text.trim_start().strip_prefix(field)).unwrap_or(text);
    is_quote.then_some(at..before.len() - text.len())
}

/// The line that opens a block of `kind`; that of an `AsciiDoc` block with its attributes above.
fn opening_line(kind: Kind<'_>, before: &str) -> Option<Range<usize>> {
    let mut lines = before;
    loop {
        let line = last_line(lines);
        if kind.opens_with(line.trim_matches(is_whitespace)) {
            let head = lines.get(..lines.len() - line.len())?;
            let attributes = last_line(head.trim_end());
            let has_attributes = matches!(kind, Kind::AsciiDoc(_))
                && (attributes.starts_with('[') || Headings::AsciiDoc.is_heading(attributes));
            let start = if has_attributes { head.trim_end().len() - attributes.len() } else { head.len() };
            return Some(start..lines.len());
        }
        lines = lines.get(..last_line_break(lines)?)?;
    }
}

fn starts_with_word(text: &str, word: &str) -> bool {
    strip_prefix_ignore_case(text, word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// The callout whose head, `[!quote] Title`, is the first line of a Markdown quote, at `at`; or the quote that begins
/// there with a heading.
#[inline]
pub(crate) fn callout(site: &Site<'_>, at: usize) -> Option<Container> {
    match site.document.as_bytes().get(at..site.text_end)? {
        [b'[', b'!', ..] => below_callout(site, at),
        [b'#', b'#' | b' ', ..] | [b'*', b'*', ..] => below_heading(site, at),
        _ => None,
    }
}

/// The quote in Markdown below the heading at `at`, whose words are the page's.
#[cold]
fn below_heading(site: &Site<'_>, at: usize) -> Option<Container> {
    let margin = last_line(site.document.get(..at)?);
    let is_quote = margin.contains('>') && margin.chars().all(is_margin);
    let start = if is_quote { behind_headings(site, at, Headings::Markdown) } else { at };
    (start > at).then_some(Container { start, outer: start..site.end, reading: Reading::Quote })
}

/// The headings of a markup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Headings {
    /// `### Title`, `**Title**`
    Markdown,
    /// `** Title`
    Org,
    /// `== Title`, `.Title`
    AsciiDoc,
}

impl Headings {
    fn is_heading(self, line: &str) -> bool {
        let has_title = |mark| {
            let title = line.trim_start_matches(mark);
            title.len() < line.len() && title.starts_with(' ') && !title.trim().is_empty()
        };
        match self {
            Self::Markdown => is_heading(line) || is_bold(line),
            Self::Org => has_title('*'),
            Self::AsciiDoc => {
                has_title('=') || line.strip_prefix('.').is_some_and(|title| title.starts_with(char::is_alphabetic))
            }
        }
    }
}

/// Whether all of `line` is bold, as a heading is.
fn is_bold(line: &str) -> bool {
    let inner = line.strip_prefix("**").and_then(|line| line.trim_end_matches(':').strip_suffix("**"));
    inner.is_some_and(|inner| !inner.is_empty() && !inner.contains('*'))
}

/// The most headings at the beginning of a quote.
const MOST_HEADINGS: usize = 3;

/// The place behind the headings at `start`, where the text of `site` may begin; `start` if no other words follow.
fn behind_headings(site: &Site<'_>, start: usize, headings: Headings) -> usize {
    let mut rest = site.text_from(start);
    for _ in 0..MOST_HEADINGS {
        let Some((line, below)) = rest.split_once(is_line_break) else { break };
        let below = below.trim_start_matches(is_margin);
        if below.is_empty() || !headings.is_heading(line.trim_end()) {
            break;
        }
        rest = below;
    }
    site.text_end.max(start) - rest.len()
}

#[cold]
fn below_callout(site: &Site<'_>, at: usize) -> Option<Container> {
    let head = site.document.get(at..site.text_end)?;
    let start = site.text_end - without_callout(head)?.len();
    Some(Container { start, outer: at..site.end, reading: Reading::Quote })
}

/// `text` behind the head of a callout. Without a further line, the title is the text.
fn without_callout(text: &str) -> Option<&str> {
    let name = text.strip_prefix("[!")?;
    let len = name.find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_'))).filter(|&len| len > 0)?;
    let title = name.get(len..)?.strip_prefix(']')?.trim_start_matches(['-', '+', ' ']);
    let body = title.split_once(is_line_break).map(|(_, body)| body.trim_start_matches(is_margin));
    Some(body.filter(|body| !body.is_empty()).unwrap_or_else(|| title.trim_start_matches(is_margin)))
}
