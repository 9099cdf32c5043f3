//! The parts of a text, marked.

use std::{
    fmt::Write as _,
    io::{self, Write},
    ops::Range,
};

use anstyle::{AnsiColor, Effects};
use embedded_tweet::{Alternative, EntityKind, Segment, Tweet, segments};

/// How parts are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    Colors,
    Brackets,
}

/// A part of a tweet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Beginning,
    Text,
    Name,
    Handle,
    Date,
    Link,
    Tag,
}

impl Part {
    const ALL: [Self; 7] = [Self::Beginning, Self::Text, Self::Name, Self::Handle, Self::Date, Self::Link, Self::Tag];

    fn label(self) -> &'static str {
        match self {
            Self::Beginning => "how the beginning was found",
            Self::Text => "text",
            Self::Name => "name",
            Self::Handle => "handle",
            Self::Date => "date",
            Self::Link => "link",
            Self::Tag => "mention or tag",
        }
    }

    fn color(self) -> anstyle::Style {
        match self {
            Self::Beginning => AnsiColor::Black.on(AnsiColor::Yellow),
            Self::Text => anstyle::Style::new().bold(),
            Self::Name => AnsiColor::Magenta.on_default().bold(),
            Self::Handle => AnsiColor::Cyan.on_default(),
            Self::Date => AnsiColor::Green.on_default(),
            Self::Link => AnsiColor::Blue.on_default() | Effects::UNDERLINE,
            Self::Tag => AnsiColor::Yellow.on_default().bold(),
        }
    }

    /// Characters that texts hardly hold.
    fn brackets(self) -> (&'static str, &'static str) {
        match self {
            Self::Beginning => ("[", "]"),
            Self::Text => ("⟦", "⟧"),
            Self::Name => ("⟨", "⟩"),
            Self::Handle => ("⟪", "⟫"),
            Self::Date => ("⦅", "⦆"),
            Self::Link => ("‹", "›"),
            Self::Tag => ("⌈", "⌉"),
        }
    }

    fn write(self, out: &mut dyn Write, text: &str, style: Style) -> io::Result<()> {
        self.open(out, style)?;
        write_text(out, text)?;
        self.close(out, style)
    }

    fn open(self, out: &mut dyn Write, style: Style) -> io::Result<()> {
        match style {
            Style::Colors => write!(out, "{}", self.color()),
            Style::Brackets => out.write_all(self.brackets().0.as_bytes()),
        }
    }

    fn close(self, out: &mut dyn Write, style: Style) -> io::Result<()> {
        match style {
            Style::Colors => write!(out, "{:#}", self.color()),
            Style::Brackets => out.write_all(self.brackets().1.as_bytes()),
        }
    }
}

/// Writes what the marks mean.
pub(crate) fn legend(out: &mut dyn Write, style: Style) -> io::Result<()> {
    for (part, number) in Part::ALL.into_iter().zip(0..) {
        if number > 0 {
            out.write_all(b"  ")?;
        }
        part.write(out, part.label(), style)?;
    }
    out.write_all(b"\n\n")
}

/// Writes what a text is called.
pub(crate) fn title(out: &mut dyn Write, name: &str, style: Style) -> io::Result<()> {
    let heading = if style == Style::Colors { anstyle::Style::new().bold().underline() } else { anstyle::Style::new() };
    write!(out, "{heading}")?;
    write_text(out, name)?;
    writeln!(out, "{heading:#}\n")
}

/// Writes `text` with its tweets marked, and ends its last line.
pub(crate) fn annotate(out: &mut dyn Write, text: &str, style: Style) -> io::Result<()> {
    for segment in segments(text) {
        match segment {
            Segment::Prose(prose) if style == Style::Colors => {
                let dim = anstyle::Style::new().dimmed();
                write!(out, "{dim}")?;
                write_text(out, prose)?;
                write!(out, "{dim:#}")?;
            }
            Segment::Prose(prose) => write_text(out, prose)?,
            Segment::Tweet(tweet) => write_tweet(out, &tweet, style)?,
        }
    }
    if text.ends_with('\n') { Ok(()) } else { out.write_all(b"\n") }
}

fn write_tweet(out: &mut dyn Write, tweet: &Tweet<'_>, style: Style) -> io::Result<()> {
    Part::Beginning.write(out, &beginning(tweet), style)?;
    out.write_all(b" ")?;
    let mut fields = vec![(Part::Text, tweet.text_span()), (Part::Handle, tweet.handle_span())];
    fields.extend(tweet.continuation_span().map(|span| (Part::Text, span)));
    fields.extend(tweet.name_span().map(|span| (Part::Name, span)));
    fields.extend(tweet.date_span().map(|span| (Part::Date, span)));
    fields.sort_by_key(|(_, span)| span.start);
    let start = tweet.span().start;
    let slice = |span: Range<usize>| tweet.as_str().get(span.start - start..span.end - start).unwrap_or_default();
    let mut at = start;
    for (part, span) in fields {
        write_text(out, slice(at..span.start))?;
        at = span.end;
        if part == Part::Text {
            write_text_part(out, tweet, &span, style)?;
        } else {
            part.write(out, slice(span), style)?;
        }
    }
    write_text(out, slice(at..tweet.span().end))
}

/// The part of the text of `tweet` at `part_span`, with its links, mentions and tags in it.
fn write_text_part(out: &mut dyn Write, tweet: &Tweet<'_>, part_span: &Range<usize>, style: Style) -> io::Result<()> {
    let start = tweet.span().start;
    let slice = |span: Range<usize>| tweet.as_str().get(span.start - start..span.end - start).unwrap_or_default();
    let mut at = part_span.start;
    Part::Text.open(out, style)?;
    for entity in tweet.entities().filter(|entity| part_span.contains(&entity.span().start)) {
        write_text(out, slice(at..entity.span().start))?;
        at = entity.span().end;
        let part = if entity.kind() == EntityKind::Link { Part::Link } else { Part::Tag };
        // Colours do not nest: each part ends with a reset.
        if style == Style::Colors {
            Part::Text.close(out, style)?;
        }
        part.write(out, entity.as_str(), style)?;
        if style == Style::Colors {
            Part::Text.open(out, style)?;
        }
    }
    write_text(out, slice(at..part_span.end))?;
    Part::Text.close(out, style)
}

/// Below this confidence, other beginnings are shown: those that have at least this probability.
const DOUBTFUL_BELOW: f32 = 0.7;
const LEAST_PROBABILITY: f32 = 0.1;
/// How many words of another beginning are shown.
const SHOWN_WORDS: usize = 4;

fn beginning(tweet: &Tweet<'_>) -> String {
    // Rounded down: only what is certain is shown as 100.
    let mut label = format!("{} {:.0} %", tweet.boundary(), (tweet.confidence() * 100.0).floor());
    if tweet.confidence() < DOUBTFUL_BELOW {
        let is_other = |other: &Alternative<'_>| {
            other.start() != tweet.text_span().start && other.log_probability() >= LEAST_PROBABILITY.ln()
        };
        for other in tweet.alternatives().filter(is_other) {
            let words: Vec<_> = other.text().split_whitespace().take(SHOWN_WORDS).collect();
            let _ = write!(label, ", or “{} …”", words.join(" "));
        }
    }
    label
}

/// Writes `text` without the control characters by which it could command the terminal, or write itself backwards.
fn write_text(out: &mut dyn Write, text: &str) -> io::Result<()> {
    let commands = |c: char| {
        (c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    for part in text.split_inclusive(commands) {
        match part.chars().next_back().filter(|&c| commands(c)) {
            Some(last) => write!(out, "{}\u{fffd}", part.strip_suffix(last).unwrap_or_default())?,
            None => out.write_all(part.as_bytes())?,
        }
    }
    Ok(())
}
