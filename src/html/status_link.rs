//! The link around a tweet's date, by which an embed names its tweet.

use chrono::NaiveDate;

pub(super) use super::linked_status::{Shown, Status, StatusLink};
use super::{blockquote, flat, sink::Fixed, tags::Tags};
use crate::{
    date,
    link::status_address,
    markup::tag::{Tag, TagKind},
};

/// The links to tweets in an element, collected while its tags are gone through.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct StatusLinks<'p> {
    open: Option<StatusLink<'p>>,
    /// Where the content of the last widget's quotation begins.
    pub(super) quotation: Option<usize>,
    /// The first link that has its end tag, and the last link; those on dates before others.
    pub(super) first: Option<StatusLink<'p>>,
    pub(super) last: Option<StatusLink<'p>>,
}

impl<'p> StatusLinks<'p> {
    /// Records `tag`, which stands at `start..end` in `page`.
    pub(super) fn see(&mut self, page: &'p str, start: usize, end: usize, tag: &Tag<'p>) {
        let is_link = tag.name.eq_ignore_ascii_case("a");
        if is_link {
            self.close(page, start, if tag.kind == TagKind::End { end } else { start });
        }
        match &mut self.open {
            None if is_link && tag.kind == TagKind::Start => {
                let quotation = self.quotation;
                self.open = opened(tag, start, end).map(|link| StatusLink { quotation, ..link });
            }
            _ if blockquote::is_widget(tag) => self.quotation = Some(end),
            Some(open) if open.day.is_none() && tag.is_start("time") => open.day = day(tag),
            _ => {}
        }
    }

    /// Records the end of the element, at `end`.
    pub(super) fn finish(&mut self, page: &'p str, end: usize) {
        self.close(page, end, end);
    }

    /// Ends the open link, whose text ends at `text_end`.
    fn close(&mut self, page: &'p str, text_end: usize, end: usize) {
        let Some(mut link) = self.open.take() else { return };
        (link.text_end, link.end) = (text_end, end);
        let (shown, day) = shown(page, &link);
        (link.shown, link.day) = (shown, day.or(link.day));
        let is_dated = |link: &StatusLink<'_>| link.shown == Shown::Date || link.day.is_some();
        let is_better = |known: &Option<StatusLink<'p>>| known.is_none_or(|known| is_dated(&link) && !is_dated(&known));
        if text_end < end && is_better(&self.first) {
            self.first = Some(link);
        }
        if is_dated(&link) || !self.last.is_some_and(|last| is_dated(&last)) {
            self.last = Some(link);
        }
    }
}

/// The link that `tag` opens, if it leads to a tweet.
fn opened<'p>(tag: &Tag<'p>, start: usize, end: usize) -> Option<StatusLink<'p>> {
    let address = tag.attribute("href")?;
    let status = Status::at(address)?;
    let shown = Shown::Nothing;
    Some(StatusLink {
        status,
        address,
        start,
        text_start: end,
        text_end: end,
        end,
        shown,
        day: day(tag),
        quotation: None,
    })
}

/// `YYYY-MM-DD` at the beginning of a `datetime`, of `<time>` or of the embeds of 2012.
fn day(tag: &Tag<'_>) -> Option<NaiveDate> {
    let written = tag.attribute("datetime").or_else(|| tag.attribute("data-datetime"))?.get(..10)?;
    date::date(written).ok().filter(|(rest, _)| rest.is_empty()).map(|(_, stamp)| stamp.date)
}

/// The longest text of a link that is read.
const LONGEST_TEXT: usize = 256;

/// The kind of the text of `link`, and the day behind its time of day.
fn shown(page: &str, link: &StatusLink<'_>) -> (Shown, Option<NaiveDate>) {
    let mut text = Fixed::<LONGEST_TEXT>::new();
    let tags = Tags::new(page, link.text_start).until(link.text_end);
    flat::write(page, tags, flat::is_escaped(page, link.start), None, &mut text);
    let shown = match text.whole() {
        Some("") => Shown::Nothing,
        Some(text) if date::date(text).is_ok() => Shown::Date,
        Some(text) if status_address(text).is_some() => Shown::Address,
        _ => Shown::Words,
    };
    let stamp = text.whole().filter(|_| shown == Shown::Words).and_then(|text| date::rendered_stamp(text).ok());
    (shown, stamp.map(|(_, stamp)| stamp.date))
}
