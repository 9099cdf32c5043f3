//! What was found in a text, to be read in a terminal.

use std::{
    borrow::Cow,
    io::{self, Write},
};

use anstyle::{AnsiColor, Style};
use embedded_tweet::{
    StatusId, Tweet,
    html::{self, Embed},
    tweets,
};
use textwrap::{Options, WordSeparator, WordSplitter, core::Word};

const HEADING: Style = Style::new().bold().underline();
const NAME: Style = Style::new().bold();
const HANDLE: Style = AnsiColor::Cyan.on_default();
const DATE: Style = AnsiColor::Green.on_default();
const LABEL: Style = Style::new().dimmed();

/// Lines longer than this are hard to read, however wide the terminal is.
const WIDEST: usize = 100;

/// How many columns to fill: those of the terminal, or 80 where there is none.
pub(crate) fn width() -> usize {
    textwrap::termwidth().clamp(20, WIDEST)
}

/// Writes each tweet of `text` with its parts, then the prose without them.
pub(crate) fn write(out: &mut dyn Write, name: &str, text: &str, width: usize) -> io::Result<()> {
    let found: Vec<_> = tweets(text).collect();
    let doubtful = found.iter().filter(|tweet| tweet.confidence() < DOUBTFUL_BELOW).count();
    write_heading(out, name, found.len(), doubtful)?;
    for (tweet, number) in found.iter().zip(1_usize..) {
        writeln!(out)?;
        write_tweet(out, number, tweet, width)?;
    }
    let heading = if found.is_empty() { "The prose" } else { "The prose without them" };
    writeln!(out, "\n{HEADING}{heading}{HEADING:#}\n")?;
    write_wrapped(out, embedded_tweet::prose(text).trim(), "", width)
}

/// Writes each embed of `page` with the parts of its tweet, or with the tweet's number where it says no more.
pub(crate) fn write_embeds(out: &mut dyn Write, name: &str, page: &str, width: usize) -> io::Result<()> {
    let found: Vec<_> = html::embeds(page).collect();
    write_heading(out, name, found.len(), 0)?;
    for (embed, number) in found.iter().zip(1_usize..) {
        writeln!(out)?;
        write_embed(out, number, embed, width)?;
    }
    Ok(())
}

/// Below this confidence, a tweet counts as doubtful.
const DOUBTFUL_BELOW: f32 = 0.5;

fn write_heading(out: &mut dyn Write, name: &str, count: usize, doubtful: usize) -> io::Result<()> {
    let count = match count {
        0 => "no tweets".to_owned(),
        1 => "1 tweet".to_owned(),
        n => format!("{n} tweets"),
    };
    let doubtful = if doubtful > 0 { format!(", {doubtful} doubtful") } else { String::new() };
    writeln!(out, "{HEADING}{}: {count}{doubtful}{HEADING:#}", printable(name))
}

fn write_embed(out: &mut dyn Write, number: usize, embed: &Embed<'_>, width: usize) -> io::Result<()> {
    let quotation = embed.quotation();
    if let Ok(tweet) = Tweet::parse(&quotation) {
        write_tweet(out, number, &tweet, width)?;
    } else {
        let handle = embed.handle().map_or_else(|| "(no author)".to_owned(), |handle| handle.to_string());
        writeln!(out, "{number}  {HANDLE}{handle}{HANDLE:#}")?;
        write_wrapped(out, &quotation, "   ", width)?;
        write_status(out, embed.status_id())?;
    }
    let span = embed.span();
    write_field(out, "element", &format!("{}..{}", span.start, span.end))
}

fn write_tweet(out: &mut dyn Write, number: usize, tweet: &Tweet<'_>, width: usize) -> io::Result<()> {
    let author = tweet.author();
    let author_name = author.name.map_or(Cow::Borrowed("(no name)"), one_line);
    let date = tweet.date().map_or_else(|| "no date".to_owned(), |date| date.to_string());
    let time = tweet.time().map(|time| format!(" {}", time.format("%H:%M"))).unwrap_or_default();
    let handle = author.handle;
    writeln!(out, "{number}  {NAME}{author_name}{NAME:#}  {HANDLE}{handle}{HANDLE:#}  {DATE}{date}{time}{DATE:#}")?;
    write_wrapped(out, tweet.text(), "   ", width)?;
    if let Some(continuation) = tweet.continuation() {
        write_wrapped(out, continuation, "   ", width)?;
    }
    for link in tweet.links() {
        let target = match link.to_url() {
            Ok(url) if url.as_str() == link.as_str() => String::new(),
            Ok(url) => format!(" → {url}"),
            Err(error) => format!(": {error}"),
        };
        let kind = format!("{:?}", link.kind()).to_lowercase();
        write_field(out, "link", &format!("{} ({kind}){target}", one_line(link.as_str())))?;
    }
    write_list(out, "mentions", "@", tweet.mentions())?;
    write_list(out, "hashtags", "#", tweet.hashtags())?;
    write_list(out, "cashtags", "$", tweet.cashtags())?;
    write_status(out, tweet.status_id())?;
    let (span, text) = (tweet.span(), tweet.text_span());
    write_field(out, "bytes", &format!("{}..{}, its text {}..{}", span.start, span.end, text.start, text.end))?;
    // Rounded down: only what is certain is shown as 1.
    let confidence = (tweet.confidence() * 100.0).floor() / 100.0;
    let boundary = format!("{:?}, confidence {confidence:.2}", tweet.boundary()).to_lowercase();
    write_field(out, "boundary", &boundary)
}

fn write_status(out: &mut dyn Write, id: Option<StatusId>) -> io::Result<()> {
    let Some(id) = id else { return Ok(()) };
    let created_at = id.created_at().map(|at| format!("  made {}", at.format("%Y-%m-%d %H:%M:%S UTC")));
    write_field(out, "status", &format!("{id}{}", created_at.unwrap_or_default()))
}

fn write_list<'t>(
    out: &mut dyn Write,
    label: &str,
    sigil: &str,
    values: impl Iterator<Item = &'t str>,
) -> io::Result<()> {
    let values: Vec<_> = values.map(|value| format!("{sigil}{value}")).collect();
    if values.is_empty() { Ok(()) } else { write_field(out, label, &values.join(" ")) }
}

fn write_field(out: &mut dyn Write, label: &str, value: &str) -> io::Result<()> {
    writeln!(out, "   {LABEL}{label:<9}{LABEL:#} {}", printable(value))
}

/// Writes `text` line by line, each wrapped; links are not broken, so that a terminal still makes them clickable.
fn write_wrapped(out: &mut dyn Write, text: &str, indent: &str, width: usize) -> io::Result<()> {
    let options = Options::new(width)
        .initial_indent(indent)
        .subsequent_indent(indent)
        .break_words(false)
        .word_separator(WordSeparator::Custom(words))
        .word_splitter(WordSplitter::NoHyphenation);
    for line in printable(text).lines() {
        for row in textwrap::wrap(line.trim_end(), &options) {
            writeln!(out, "{}", row.trim_end())?;
        }
    }
    Ok(())
}

/// What may be moved to the next line: ASCII between spaces, so that links stay whole, and all that Unicode allows in
/// the rest, since many scripts have no spaces.
fn words(line: &str) -> Box<dyn Iterator<Item = Word<'_>> + '_> {
    Box::new(line.split_inclusive(' ').flat_map(|chunk| {
        let separator =
            if chunk.is_ascii() { WordSeparator::AsciiSpace } else { WordSeparator::UnicodeBreakProperties };
        separator.find_words(chunk)
    }))
}

fn one_line(text: &str) -> Cow<'_, str> {
    if text.contains(char::is_control) {
        Cow::Owned(text.split_whitespace().collect::<Vec<_>>().join(" "))
    } else {
        Cow::Borrowed(text)
    }
}

/// `text` without the control characters by which a text could command the terminal.
fn printable(text: &str) -> Cow<'_, str> {
    let commands = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    if text.contains(commands) { Cow::Owned(text.replace(commands, "\u{fffd}")) } else { Cow::Borrowed(text) }
}
