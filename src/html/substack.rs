//! Substack's tweets: elements with the whole tweet as JSON in an attribute.

use alloc::string::String;
use core::fmt::Write;

use chrono::Datelike;

use super::{
    json::{field, text},
    sink::{Fixed, Sink},
    status_link::Status,
    value::decode,
};
use crate::{
    date,
    link::status_address,
    markup::tag::{Tag, TagKind},
    text::offset::first_bytes,
};

/// The most bytes that are searched for the address, which comes first.
const WINDOW: usize = 4096;

/// The JSON of `tag`, and the tweet that it names.
pub(super) fn attributes<'p>(tag: &Tag<'p>) -> Option<(&'p str, Status)> {
    if tag.kind != TagKind::Start || !tag.has_data {
        return None;
    }
    let raw = tag.attribute("data-attrs")?;
    let mut buffer = Fixed::<WINDOW>::new();
    // Decoded references are no longer than written ones, so that everything has room.
    decode(first_bytes(raw, WINDOW), &mut buffer);
    let mut address = Fixed::<WINDOW>::new();
    // PHP escapes the slashes of JSON.
    field(buffer.beginning(), "url")?.split("\\/").for_each(|part| {
        if address.len() > 0 {
            address.push("/");
        }
        address.push(part);
    });
    Some((raw, Status::from(status_address(address.whole()?)?)))
}

/// The content of the JSON as a quotation; `None` if it lacks the author.
pub(super) fn quotation(raw: &str) -> Option<String> {
    let mut json = String::with_capacity(raw.len());
    decode(raw, &mut json);
    let said = |name| field(&json, name).map(text);
    let (url, handle) = (said("url")?, said("username")?);
    let mut out = said("full_text").map(|text| String::from(text.trim())).unwrap_or_default();
    let gap = if out.is_empty() { "" } else { "\n\n" };
    let name = said("name").unwrap_or_default();
    // A string is written without fail.
    let _ = write!(out, "{gap}— {}{}(@{handle})", name.trim(), if name.is_empty() { "" } else { " " });
    let _ = match said("date").as_deref().map(day) {
        Some(Some(day)) => write!(out, " [{day}]({url})"),
        _ => write!(out, " []({url})"),
    };
    Some(out)
}

/// The day in a date of X's programming interface, or of ISO 8601: `July 14, 2021`.
fn day(date: &str) -> Option<String> {
    let of_iso = || date.get(..10).and_then(|day| date::date(day).ok());
    let (_, stamp) = date::date(date).ok().or_else(of_iso)?;
    Some(alloc::format!("{} {}, {}", date::english_month_name(stamp.date.month()), stamp.date.day(), stamp.date.year()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Tweet, markup::tag::tag};

    #[test]
    fn what_the_json_says_is_a_quotation() {
        for (date, written) in [
            ("Mon Feb 19 15:00:00 +0000 2024", "[February 19, 2024]"),
            ("2024-02-19T15:00:00.000Z", "[February 19, 2024]"),
            ("soon", "[]"),
        ] {
            let html = alloc::format!(
                "<div class=tweet data-attrs='{{&quot;url&quot;:&quot;https://x.com/dortiz/status/1759593681515446349&quot;, \
                 &quot;full_text&quot;:&quot;So &amp;lt;glad\\n\\u00e9\\ud83c\\udf09&quot;,&quot;username&quot;:&quot;dortiz&quot;,\
                 &quot;name&quot;:&quot;Dana Ortiz &quot;,&quot;date&quot;:&quot;{date}&quot;,&quot;photos&quot;:[{{&quot;url\
                 &quot;:1}}]}}'>"
            );
            let (_, tag) = tag(&html).unwrap();
            let (raw, status) = attributes(&tag).unwrap();
            assert_eq!(status.id.get(), 1_759_593_681_515_446_349);
            let said = quotation(raw).unwrap();
            assert_eq!(
                said,
                alloc::format!(
                    "So &lt;glad\né🌉\n\n— Dana Ortiz (@dortiz) {written}(https://x.com/dortiz/status/1759593681515446349)"
                )
            );
            let tweet = Tweet::parse(&said).unwrap();
            assert_eq!(tweet.date_span().is_some(), written.len() > 2);
        }
    }

    #[test]
    fn json_of_something_else_names_no_tweet() {
        for html in [
            "<div data-attrs='{\"url\":\"https://example.com/a\"}'>",
            "<div data-attrs='{\"quoted\":{\"url\":\"https://x.com/a/status/1\"}}'>",
            "<div data-attrs='https://x.com/a/status/1'>",
            "<div attrs='{\"url\":\"https://x.com/a/status/1\"}'>",
        ] {
            assert!(attributes(&tag(html).unwrap().1).is_none(), "{html}");
        }
    }
}
