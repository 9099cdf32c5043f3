//! A tweet: its fields, the spans of its parts, and how sure they are.

use core::{fmt, ops::Range};

use crate::{
    alternatives::Origin,
    attribution::Attribution,
    boundary::{Beginning, Boundary},
    confidence::Confidence,
    date::Timestamp,
    handle::Handle,
    status_id::StatusId,
    text::offset::Span,
};

/// A tweet in a text: its words, its author, its date, and where they stand.
///
/// A small `Copy` value whose parts are slices of the input. All offsets are bytes of the text that was searched. What
/// is read from the attribution (author, date, status id) is certain; where the text *begins* is inferred, see
/// [`boundary`](Tweet::boundary).
///
/// ```
/// let page = "They met. So glad to be here! pic.twitter.com/AbCdEf1234 — Dana Ortiz (@dortiz) July 14, 2021";
/// let tweet = embedded_tweet::tweets(page).next().unwrap();
///
/// assert_eq!(tweet.author().name, Some("Dana Ortiz"));
/// assert_eq!(tweet.author().handle.as_str(), "dortiz");
/// assert_eq!(tweet.date().unwrap().to_string(), "2021-07-14");
/// assert_eq!(tweet.links().next().unwrap().as_str(), "pic.twitter.com/AbCdEf1234");
/// assert_eq!(&page[tweet.span()], tweet.as_str());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Tweet<'t> {
    pub(super) quotation: &'t str,
    /// Where `quotation` begins in the text that was searched; the spans are relative to it.
    pub(super) start: usize,
    pub(super) text: Span,
    pub(super) attribution: Span,
    pub(super) continuation: Option<Span>,
    pub(super) name: Option<Span>,
    pub(super) handle_written: Span,
    pub(super) date_written: Option<Span>,
    pub(super) handle: Handle,
    pub(super) stamp: Option<Timestamp>,
    pub(super) status_id: Option<StatusId>,
    pub(super) boundary: Boundary,
    pub(super) confidence: Confidence,
    pub(super) origin: Origin<'t>,
}

impl<'t> Tweet<'t> {
    /// The tweet of `attribution` whose text begins at `beginning`, which is the answer to `origin`.
    pub(crate) fn new(
        origin: Origin<'t>,
        beginning: Beginning,
        attribution: &Attribution,
        continuation: Option<&Range<usize>>,
    ) -> Self {
        let document = origin.document;
        let start = beginning.at.min(attribution.start);
        let text_end = attribution.text.end();
        let relative = |range: &Range<usize>| Span::new(range.clone(), start);
        let end = continuation.map_or(attribution.end, |span| span.end.max(attribution.end));
        Self {
            quotation: document.get(start..end).unwrap_or_default(),
            start,
            text: relative(&(beginning.at..text_end.max(beginning.at))),
            attribution: relative(&(attribution.start..attribution.end)),
            continuation: continuation.map(relative),
            name: attribution.name.as_ref().map(relative),
            handle_written: relative(&attribution.handle_span),
            date_written: attribution.date_span.as_ref().map(relative),
            handle: attribution.handle,
            stamp: attribution.stamp,
            status_id: attribution.status_id,
            boundary: beginning.boundary,
            confidence: Confidence::nearest(beginning.confidence),
            origin,
        }
    }

    /// The same tweet as a quotation that takes up at least `outer` as well.
    #[must_use]
    pub(crate) fn widened(self, outer: &Range<usize>) -> Self {
        let Range { start, end } = self.span();
        self.spanning(start.min(outer.start)..end.max(outer.end))
    }

    /// The same tweet as the quotation at `span` of the document. A part that begins before it is cut off there.
    pub(super) fn spanning(self, span: Range<usize>) -> Self {
        let start = span.start;
        let moved = |part: Span| Span::new(part.at(self.start), start);
        Self {
            quotation: self.origin.document.get(span).unwrap_or_default(),
            start,
            text: moved(self.text),
            attribution: moved(self.attribution),
            continuation: self.continuation.map(moved),
            name: self.name.map(moved),
            handle_written: moved(self.handle_written),
            date_written: self.date_written.map(moved),
            ..self
        }
    }

    /// The whole quotation: text, attribution with its date, and continuation; of a quote block in another markup than
    /// Markdown, with the block's first and last lines.
    ///
    /// ```
    /// # use embedded_tweet::tweets;
    /// let page = "It rained.\n\nSo glad! — Dana Ortiz (@dortiz) July 14, 2021";
    /// let tweet = tweets(page).next().unwrap();
    /// assert_eq!(tweet.as_str(), "So glad! — Dana Ortiz (@dortiz) July 14, 2021");
    /// ```
    #[must_use]
    pub fn as_str(&self) -> &'t str {
        self.quotation
    }

    /// The bytes of the whole quotation.
    ///
    /// ```
    /// # use embedded_tweet::tweets;
    /// let page = "It rained.\n\nSo glad! — Dana Ortiz (@dortiz) July 14, 2021";
    /// let tweet = tweets(page).next().unwrap();
    /// assert_eq!(tweet.span(), 12..page.len());
    /// ```
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.start..self.start + self.quotation.len()
    }

    /// What the author wrote, as it stands before the attribution; empty where only the attribution is left.
    ///
    /// It may have a [continuation](Tweet::continuation); [`clean_text`](Tweet::clean_text) has both.
    ///
    /// ```
    /// # use embedded_tweet::tweets;
    /// let page = "It rained.\n\nSo glad! — Dana Ortiz (@dortiz) July 14, 2021";
    /// let tweet = tweets(page).next().unwrap();
    /// assert_eq!(tweet.text(), "So glad!");
    /// ```
    #[must_use]
    pub fn text(&self) -> &'t str {
        self.text.of(self.quotation)
    }

    /// The bytes of the [text](Tweet::text).
    ///
    /// ```
    /// # use embedded_tweet::tweets;
    /// let page = "It rained.\n\nSo glad! — Dana Ortiz (@dortiz) July 14, 2021";
    /// let tweet = tweets(page).next().unwrap();
    /// assert_eq!(&page[tweet.text_span()], "So glad!");
    /// ```
    #[must_use]
    pub fn text_span(&self) -> Range<usize> {
        self.text.at(self.start)
    }

    /// The part of the text that stands behind the attribution, where a tool printed the text in two parts.
    ///
    /// Some versions of trafilatura, by which many corpora of web pages were made, print a tweet of several lines as
    /// its first line, the attribution, and its other lines. A fitted model decides whether there are other lines and
    /// where they end; [`confidence`](Tweet::confidence) includes its certainty.
    ///
    /// ```
    /// let page = "The mayor met them.\n\
    ///     So glad to be here!\n\
    ///     — Dana Ortiz (@dortiz) July 14, 2021\n\
    ///     The bridge is open again. #bridges pic.twitter.com/AbCdEf1234\n\
    ///     Nobody at the meeting could say on Tuesday who will pay for all that, or when the trains will cross it again.";
    /// let tweet = embedded_tweet::tweets(page).next().unwrap();
    ///
    /// assert_eq!(tweet.text(), "So glad to be here!");
    /// assert_eq!(tweet.continuation(), Some("The bridge is open again. #bridges pic.twitter.com/AbCdEf1234"));
    /// assert_eq!(
    ///     tweet.clean_text(),
    ///     "So glad to be here!\nThe bridge is open again. #bridges pic.twitter.com/AbCdEf1234"
    /// );
    /// assert_eq!(tweet.hashtags().next(), Some("bridges"));
    /// ```
    #[must_use]
    pub fn continuation(&self) -> Option<&'t str> {
        Some(self.continuation?.of(self.quotation))
    }

    /// The bytes of the [continuation](Tweet::continuation).
    ///
    /// ```
    /// # use embedded_tweet::tweets;
    /// let page = "It rained.\n\nSo glad! — Dana Ortiz (@dortiz) July 14, 2021";
    /// let tweet = tweets(page).next().unwrap();
    /// assert_eq!(tweet.continuation_span(), None);
    /// ```
    #[must_use]
    pub fn continuation_span(&self) -> Option<Range<usize>> {
        Some(self.continuation?.at(self.start))
    }

    /// The kind of place at which the text was judged to begin, a measure of how sure the beginning is.
    ///
    /// ```
    /// # use embedded_tweet::{Boundary, tweets};
    /// let page = "It rained.\n\nSo glad! — Dana Ortiz (@dortiz) July 14, 2021";
    /// let tweet = tweets(page).next().unwrap();
    /// assert_eq!(tweet.boundary(), Boundary::Paragraph);
    /// ```
    #[must_use]
    pub fn boundary(&self) -> Boundary {
        self.boundary
    }

    /// The probability, from 0 to 1, that this is a tweet and that its text is exact: that the text begins there, and
    /// has this [continuation](Tweet::continuation), or none.
    ///
    /// 1 only where both ends of the text are read and not inferred, as where the author stands before the text. A
    /// quotation that may be no tweet, such as the signature under a letter, never has 1.
    ///
    /// ```
    /// # use embedded_tweet::tweets;
    /// let page = "It rained on Tuesday, too.\n\n> So glad to be here!\n>\n> — Dana Ortiz (@dortiz) July 14, 2021\n\nIt rained.";
    /// let tweet = tweets(page).next().unwrap();
    /// assert!(tweet.confidence() > 0.5);
    /// ```
    ///
    /// # Reliability
    ///
    /// The share of exact texts among labelled tweets, by confidence and by [boundary](Self::boundary). Cross-validated
    /// by site; a site weighs at most 60 tweets per form.
    ///
    #[doc = include_str!("../boundary/model/reliability.md")]
    ///
    /// [`Extractor::structure_only`](crate::Extractor::structure_only) has a calibration of its own.
    #[must_use]
    pub fn confidence(&self) -> f32 {
        self.confidence.get()
    }
}

impl fmt::Debug for Tweet<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tweet")
            .field("span", &self.span())
            .field("text", &self.text())
            .field("continuation", &self.continuation())
            .field("author", &self.author())
            .field("date", &self.date())
            .field("time", &self.time())
            .field("status_id", &self.status_id)
            .field("boundary", &self.boundary)
            .field("confidence", &self.confidence())
            .finish_non_exhaustive()
    }
}
