//! A tweet that was found.

use alloc::borrow::Cow;
use core::{fmt, ops::Range};

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Utc};

use crate::{
    alternatives::{Alternative, Alternatives, Origin},
    attribution::{self, Attribution, Attributions, TextPlace},
    author::Author,
    boundary::{
        self, Beginning, Boundary,
        continuation::{self, Attributed, Continuation},
    },
    clean::{clean, clean_name},
    confidence::Confidence,
    date::{Timestamp, english_month_name},
    entity::{Entities, Entity, EntityKind},
    error::{ParseTweetError, ParseTweetErrorKind},
    handle::Handle,
    length::max_weight_on,
    link::Links,
    markup::tag_open::tag_open,
    status_id::StatusId,
    text::{offset::Span, padding::padded},
};

/// A tweet in a text: its words, its author, its date, and where they stand.
///
/// A small `Copy` value whose parts are slices of the input. All offsets are bytes of the text that was searched. What is
/// read from the attribution (author, date, status id) is certain; where the text *begins* is inferred, see
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
    quotation: &'t str,
    /// Where `quotation` begins in the text that was searched; the spans are relative to it.
    start: usize,
    text: Span,
    attribution: Span,
    continuation: Option<Span>,
    name: Option<Span>,
    handle_written: Span,
    date_written: Option<Span>,
    handle: Handle,
    stamp: Option<Timestamp>,
    status_id: Option<StatusId>,
    boundary: Boundary,
    confidence: Confidence,
    origin: Origin<'t>,
}

impl<'t> Tweet<'t> {
    /// `origin` is what was asked for `beginning`.
    pub(crate) fn new(
        origin: Origin<'t>,
        beginning: Beginning,
        attribution: &Attribution,
        continuation: Option<&Range<usize>>,
    ) -> Self {
        let document = origin.document;
        let start = beginning.at.min(attribution.start);
        let text_end = match &attribution.text {
            TextPlace::Known(text) | TextPlace::Delimited(text) => text.end,
            TextPlace::Before { end } | TextPlace::Around { end, .. } => *end,
        };
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
    pub(crate) fn widened(self, document: &'t str, outer: &Range<usize>) -> Self {
        let Range { start, end } = self.span();
        let (start, end) = (start.min(outer.start), end.max(outer.end));
        let moved = |span: Span| Span::new(span.at(self.start), start);
        Self {
            quotation: document.get(start..end).unwrap_or_default(),
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

    /// Reads `quotation` as exactly one tweet, white space around it not counted.
    ///
    /// ```
    /// use embedded_tweet::{ParseTweetErrorKind, Tweet};
    ///
    /// let tweet = Tweet::parse("So glad! — Dana Ortiz (@dortiz) July 14, 2021")?;
    /// assert_eq!(tweet.text(), "So glad!");
    ///
    /// let error = Tweet::parse("So glad! — Dana Ortiz (@dortiz) July 14, 2021 The mayor").unwrap_err();
    /// assert_eq!(error.kind(), ParseTweetErrorKind::TrailingText);
    /// assert_eq!(error.offset(), 48);
    /// # Ok::<(), embedded_tweet::ParseTweetError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If nothing in it is an attribution, if it holds more than one quotation or goes on after it. The
    /// [kind](ParseTweetErrorKind) says what was expected, the offset where. What stands before
    /// the attribution is the tweet's text, whatever it is, another author's attribution that it cites included; what stands
    /// behind it is refused unless all of it is judged to be
    /// the text's [continuation](Tweet::continuation). Of HTML the error says that it is
    /// [`Html`](ParseTweetErrorKind::Html), and [`html::embeds`](crate::html::embeds) reads it.
    pub fn parse(quotation: &'t str) -> Result<Self, ParseTweetError> {
        Self::read(quotation).map_err(|error| match error.kind() {
            _ if tag_open(quotation.trim_start()).is_ok() => {
                ParseTweetError::new(ParseTweetErrorKind::Html, quotation.len() - quotation.trim_start().len())
            }
            ParseTweetErrorKind::NoAttribution => attribution::missing(quotation),
            _ => error,
        })
    }

    /// [`Tweet::parse`], which allocates nothing, and does not look for the reason why there is no attribution.
    pub(crate) fn read(quotation: &'t str) -> Result<Self, ParseTweetError> {
        let error = |kind, offset| Err(ParseTweetError::new(kind, offset));
        let attribution = own_attribution(quotation)?;
        let origin = Origin { document: quotation, previous_end: 0, attribution: attribution.start, previous: None };
        let beginning = match &attribution.text {
            TextPlace::Known(text) => Beginning::read(text.start, Boundary::Author),
            TextPlace::Delimited(text) => Beginning::read(text.start, Boundary::Delimited),
            // Both ends are given, and the id says that it is a tweet.
            TextPlace::Before { .. } | TextPlace::Around { .. } if attribution.status_id.is_some() => {
                Beginning::read(quotation.len() - quotation.trim_start().len(), Boundary::Paragraph)
            }
            TextPlace::Before { end } | TextPlace::Around { end, .. } => {
                let at = quotation.len() - quotation.trim_start().len();
                let name = attribution.name.clone().and_then(|name| quotation.get(name)).unwrap_or_default();
                let site = origin.site(*end, attribution.end, name, attribution.handle.as_str(), attribution.stamp);
                boundary::beginning_at(&site, at, Boundary::Paragraph)
            }
        };
        let rest = quotation.get(attribution.end..).unwrap_or_default();
        let gap = rest.len() - rest.trim_start().len();
        let continuation = match &attribution.text {
            TextPlace::Around { continuation, .. } if gap == rest.len() => {
                Some(Continuation::read(continuation.clone()))
            }
            _ if gap == rest.len() => Some(Continuation::NONE),
            TextPlace::Known(_) | TextPlace::Delimited(_) | TextPlace::Around { .. } => None,
            TextPlace::Before { end } => continuation::all_behind(&Attributed {
                document: quotation.trim_end(),
                text: beginning.at..*end,
                attribution: attribution.start,
                end: attribution.end,
                limit: max_weight_on(attribution.stamp.map(|stamp| stamp.date)),
            }),
        };
        match continuation {
            Some(continuation) => {
                let beginning = continuation.joined_to(beginning);
                Ok(Self::new(origin, beginning, &attribution, continuation.span.as_ref()))
            }
            None => error(ParseTweetErrorKind::TrailingText, attribution.end + gap),
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
    /// Some versions of trafilatura, by which many corpora of web pages were made, print a tweet of several lines as its first
    /// line, the attribution, and its other lines. Whether there are any and where they end is judged as the text's beginning
    /// is, by what fits into a tweet and what ends one; [`confidence`](Tweet::confidence) tells how surely.
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

    /// The bytes of the attribution: from the dash, or the name if the dash was lost, to the date or the markup that closes its
    /// link. Where the author stands before the text, the attribution is around the text; where a tool moved a part of the text
    /// between handle and date, it is around that part, the [continuation](Tweet::continuation).
    ///
    /// ```
    /// # use embedded_tweet::tweets;
    /// let page = "It rained.\n\nSo glad! — Dana Ortiz (@dortiz) July 14, 2021";
    /// let tweet = tweets(page).next().unwrap();
    /// assert_eq!(&page[tweet.attribution_span()], "— Dana Ortiz (@dortiz) July 14, 2021");
    /// ```
    #[must_use]
    pub fn attribution_span(&self) -> Range<usize> {
        self.attribution.at(self.start)
    }

    /// Both parts of the [text](Tweet::text) as the author wrote it, as far as the input still tells: without what a converter put into
    /// it. Borrowed if there is nothing to clean.
    ///
    /// ```
    /// use std::borrow::Cow;
    /// use embedded_tweet::Tweet;
    ///
    /// let markdown = "\
    /// So *glad* to be here, says [@d\\_ortiz](https://twitter.com/d_ortiz)!  \n\
    /// > R&amp;D <https://t.co/AbCdEf1234>\n\
    /// >\n\
    /// > — Dana Ortiz (@d\\_ortiz) [July 14, 2021](https://twitter.com/d_ortiz/status/1415245567461347331)";
    /// let tweet = Tweet::parse(markdown)?;
    /// assert_eq!(tweet.clean_text(), "So *glad* to be here, says @d_ortiz!\nR&D https://t.co/AbCdEf1234");
    ///
    /// let plain = Tweet::parse("So glad! — Dana Ortiz (@dortiz) July 14, 2021")?;
    /// assert!(matches!(plain.clean_text(), Cow::Borrowed("So glad!")));
    /// # Ok::<(), embedded_tweet::ParseTweetError>(())
    /// ```
    ///
    /// Taken off are
    ///
    /// * the markers `>` and `|` of quoted lines, indentation, spaces at line ends, and all but one of several spaces or
    ///   blank lines;
    /// * breaks of lines that a converter filled. A break is taken for one if the next word would not have fitted into a
    ///   line, and the lines have a marker or indentation, or are all full; the breaks of Markdown (two spaces or `\` at
    ///   the line end) are the author's. Other breaks stay, as `\n`;
    /// * breaks around links, where each piece of markup is a line of its own, and breaks and spaces within a short link;
    /// * markup of links and images in Markdown, reStructuredText and Org: the text stays, or of an image, such as an
    ///   emoji, what stands for it; and targets and numbers that are printed beside a link, `#Tag (https://…)` and
    ///   `[2]#Tag`;
    /// * backslashes of Markdown, where the quotation shows Markdown: `¯\_(ツ)_/¯` in plain text stays what it is;
    /// * escapes of strings in JSON and Python, and tags of half-cleaned HTML, where the quotation shows that they are such;
    /// * character references of HTML, also those that were escaped twice, `&amp;amp;`. One that stands for no character
    ///   stays.
    ///
    /// Not restored is what the input does not tell: spaces and breaks that were lost (`#Tagpic.twitter.com/…`, a blank
    /// line that a text browser left out), the break where an author's line happens to be full, characters that were
    /// replaced (`--` for a dash). Nor is emphasis in Markdown read, for tweets have none and authors write asterisks.
    ///
    /// # Complexity
    ///
    /// Linear in the length of the quotation. Nothing is allocated for a text of one line without markup; otherwise some
    /// bytes for each line, and the cleaned text if it is another.
    #[must_use]
    pub fn clean_text(&self) -> Cow<'t, str> {
        let following = self.quotation.get(self.text.at(0).end..self.attribution.at(0).end).unwrap_or_default();
        let text = clean(self.text(), following);
        match self.continuation() {
            Some(continuation) => {
                let mut both = text.into_owned();
                both.push('\n');
                both.push_str(&clean(continuation, following));
                Cow::Owned(both)
            }
            None => text,
        }
    }

    /// The author's display name without what a converter put into it: with the same rules as
    /// [`clean_text`](Tweet::clean_text), and in one line. Borrowed if there is nothing to clean.
    ///
    /// ```
    /// use embedded_tweet::Tweet;
    ///
    /// let tweet = Tweet::parse("> So glad!\n>\n> — R&amp;D at\n> the Bridge (@dortiz) July 14, 2021")?;
    /// assert_eq!(tweet.author().name, Some("R&amp;D at\n> the Bridge"));
    /// assert_eq!(tweet.clean_name().unwrap(), "R&D at the Bridge");
    /// # Ok::<(), embedded_tweet::ParseTweetError>(())
    /// ```
    ///
    /// # Complexity
    ///
    /// Linear in the length of the quotation.
    #[must_use]
    pub fn clean_name(&self) -> Option<Cow<'t, str>> {
        Some(clean_name(self.name?.of(self.quotation), self.quotation))
    }

    /// Who wrote it.
    ///
    /// ```
    /// # use embedded_tweet::tweets;
    /// let page = "It rained.\n\nSo glad! — Dana Ortiz (@dortiz) July 14, 2021";
    /// let tweet = tweets(page).next().unwrap();
    /// assert_eq!(tweet.author().name, Some("Dana Ortiz"));
    /// assert_eq!(tweet.author().handle, "dortiz");
    /// ```
    #[must_use]
    pub fn author(&self) -> Author<'t> {
        Author { name: self.name.map(|name| name.of(self.quotation)), handle: self.handle }
    }

    /// The bytes of the author's display name.
    ///
    /// ```
    /// # use embedded_tweet::tweets;
    /// let page = "It rained.\n\nSo glad! — Dana Ortiz (@dortiz) July 14, 2021";
    /// let tweet = tweets(page).next().unwrap();
    /// assert_eq!(&page[tweet.name_span().unwrap()], "Dana Ortiz");
    /// ```
    #[must_use]
    pub fn name_span(&self) -> Option<Range<usize>> {
        Some(self.name?.at(self.start))
    }

    /// The bytes of the author's handle as it is written: without `@`, with the backslashes of Markdown.
    ///
    /// ```
    /// # use embedded_tweet::tweets;
    /// let page = "It rained.\n\nSo glad! — Dana Ortiz (@dortiz) July 14, 2021";
    /// let tweet = tweets(page).next().unwrap();
    /// assert_eq!(&page[tweet.handle_span()], "dortiz");
    /// ```
    #[must_use]
    pub fn handle_span(&self) -> Range<usize> {
        self.handle_written.at(self.start)
    }

    /// The day of the tweet, in the time zone that the page used. Where no date is written, the day that the
    /// [status id](Tweet::status_id) tells, in UTC; `None` without either.
    ///
    /// ```
    /// # use embedded_tweet::{tweets, chrono::NaiveDate};
    /// let tweet = tweets("So glad! — Dana Ortiz (@dortiz) 14. Juli 2021").next().unwrap();
    /// assert_eq!(tweet.date(), NaiveDate::from_ymd_opt(2021, 7, 14));
    /// ```
    #[must_use]
    pub fn date(&self) -> Option<NaiveDate> {
        let written = self.stamp.map(|stamp| stamp.date);
        written.or_else(|| Some(self.created_at()?.date_naive()))
    }

    /// The time of day, where the page shows one, in the time zone that the page used.
    ///
    /// `None` as well where a word hides the half of the day, because it cannot be read: a wrong half is worse than none.
    ///
    /// ```
    /// # use embedded_tweet::{tweets, chrono::NaiveTime};
    /// let page = "Dana Ortiz @dortiz\n\nSo glad to be here!\n\n7:32 PM · Jul 14, 2021";
    /// let tweet = tweets(page).next().unwrap();
    /// assert_eq!(tweet.time(), NaiveTime::from_hms_opt(19, 32, 0));
    /// ```
    #[must_use]
    pub fn time(&self) -> Option<NaiveTime> {
        self.stamp?.time
    }

    /// The bytes of the date as it is written, without the markup around it.
    ///
    /// ```
    /// # use embedded_tweet::tweets;
    /// let page = "It rained.\n\nSo glad! — Dana Ortiz (@dortiz) July 14, 2021";
    /// let tweet = tweets(page).next().unwrap();
    /// assert_eq!(&page[tweet.date_span().unwrap()], "July 14, 2021");
    /// ```
    #[must_use]
    pub fn date_span(&self) -> Option<Range<usize>> {
        Some(self.date_written?.at(self.start))
    }

    /// The tweet's number, where a link around or behind its date tells it.
    ///
    /// ```
    /// # use embedded_tweet::tweets;
    /// let tweet = tweets("So glad! — Dana Ortiz (@dortiz) [July 14, 2021](https://twitter.com/dortiz/status/1415245567461347331)").next().unwrap();
    /// assert_eq!(tweet.status_id().unwrap().get(), 1_415_245_567_461_347_331);
    /// ```
    #[must_use]
    pub fn status_id(&self) -> Option<StatusId> {
        self.status_id
    }

    /// The instant at which it was written, in UTC and to the millisecond, where its number tells it.
    ///
    /// ```
    /// # use embedded_tweet::tweets;
    /// let tweet = tweets("So glad! — Dana Ortiz (@dortiz) [July 14, 2021](https://twitter.com/dortiz/status/1415245567461347331)").next().unwrap();
    /// assert_eq!(tweet.created_at().unwrap().to_string(), "2021-07-14 09:43:31.930 UTC");
    /// ```
    #[must_use]
    pub fn created_at(&self) -> Option<DateTime<Utc>> {
        self.status_id?.created_at()
    }

    /// At what kind of place the text was judged to begin, which says how sure that is.
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

    /// How probable it is that this is a tweet and that its text is exactly what it was judged to be, from 0 to 1: that it begins
    /// there, and that it has this [continuation](Tweet::continuation), or none.
    ///
    /// 1 only where both ends of the text are read and not inferred, as where the author stands before it. What
    /// could as well be no tweet, such as the signature under a letter, is never so sure.
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
    /// Among labelled tweets of sites that the judge was not fitted to, dealt into groups by site and weighed so that no site
    /// counts for more than 60 tweets in one form, and by [kind of place](Self::boundary):
    ///
    #[doc = include_str!("boundary/model/reliability.md")]
    ///
    /// [`Extractor::structure_only`](crate::Extractor::structure_only) has a calibration of its own.
    #[must_use]
    pub fn confidence(&self) -> f32 {
        self.confidence.get()
    }

    /// The likeliest beginnings of the text, best first, six at most, with the logarithms of their probabilities.
    ///
    /// Where no layout is left, as in texts of one line, the right beginning is among the best two in 88 of 100, among the
    /// best six in 97. Whoever can judge a text, a person who looks or a language model, can decide there, and take one
    /// with [`with_alternative`](Self::with_alternative). A model is asked how probable the text is behind a break and without
    /// one: log P(break) + log P(text | break) − log P(text | no break). That, times 0.3, added to our own log-probability, raised
    /// the exact one-line texts of unseen sites from 0.74 to 0.84, with a model of 135 million parameters; asked only where the
    /// [confidence](Self::confidence) is below 0.8, it kept nearly all of that.
    ///
    /// ```
    /// # fn score(_page: &str, text: &str) -> f32 { if text.starts_with("So glad") { 3.0 } else { 0.0 } }
    /// let page = "They met at the bridge and she said So glad we did that Dana Ortiz came too — Kim Lee (@kimlee) July 14, 2021";
    /// let mut tweet = embedded_tweet::tweets(page).next().unwrap();
    /// if tweet.confidence() < 0.8 {
    ///     // `score` stands for any judge: log P(break) + log P(text | break) − log P(text | no break).
    ///     let better = |a: &f32, b: &f32| a.total_cmp(b);
    ///     let sum = |text: &str, log_probability: f32| log_probability + 0.3 * score(page, text);
    ///     let best = tweet.alternatives().max_by(|a, b| {
    ///         better(&sum(a.text(), a.log_probability()), &sum(b.text(), b.log_probability()))
    ///     });
    ///     tweet = tweet.with_alternative(&best.unwrap());
    /// }
    /// assert_eq!(&page[tweet.span()], tweet.as_str());
    /// ```
    ///
    /// Where the beginning was read and not inferred, it is the only one.
    ///
    /// # Complexity
    ///
    /// That of judging the tweet once more; nothing is kept for it, and nothing allocated.
    pub fn alternatives(&self) -> Alternatives<'t> {
        let text = self.text_span();
        let only = || {
            let beginning = Beginning { at: text.start, boundary: self.boundary, confidence: self.confidence() };
            Alternatives::only(self.origin.document, beginning, text.end)
        };
        // Behind an author or the border of a container, the beginning was read.
        if self.start != text.start || text.is_empty() {
            return only();
        }
        let name = self.author().name.unwrap_or_default();
        let site = self.origin.site(text.end, self.attribution_span().end, name, self.handle.as_str(), self.stamp);
        let ranking = boundary::ranking(&site, self.origin.previous);
        // A caption, or a tweet whose author was lost, stands before the text.
        if !ranking.iter().flatten().any(|(beginning, _)| beginning.at == text.start) {
            return only();
        }
        Alternatives::new(self.origin.document, ranking, text.end)
    }

    /// The tweet with another beginning of its text, one of its [`alternatives`](Self::alternatives).
    ///
    /// Its [confidence](Self::confidence) is that of this beginning; a [continuation](Self::continuation) stays the same. The
    /// alternative of another tweet changes nothing.
    #[must_use]
    pub fn with_alternative(&self, alternative: &Alternative<'t>) -> Self {
        let (text, start) = (self.text_span(), alternative.beginning.at);
        // Its own beginning, or that of another tweet.
        if start == text.start || !(self.origin.previous_end..=text.end).contains(&start) {
            return *self;
        }
        let end = self.span().end;
        let moved = |span: Span| Span::new(span.at(self.start), start);
        Self {
            quotation: self.origin.document.get(start..end).unwrap_or_default(),
            start,
            text: Span::new(start..text.end, start),
            attribution: moved(self.attribution),
            continuation: self.continuation.map(moved),
            name: self.name.map(moved),
            handle_written: moved(self.handle_written),
            date_written: self.date_written.map(moved),
            boundary: alternative.beginning.boundary,
            confidence: Confidence::nearest(alternative.beginning.confidence),
            ..*self
        }
    }

    /// The links in the text, in order.
    ///
    /// ```
    /// # use embedded_tweet::tweets;
    /// let tweet = tweets("So glad! t.co/AbCdEf1234 — Dana Ortiz (@dortiz) July 14, 2021").next().unwrap();
    /// let urls: Vec<_> = tweet.links().filter_map(|link| link.to_url().ok()).collect();
    /// assert_eq!(urls[0].as_str(), "https://t.co/AbCdEf1234");
    /// ```
    ///
    /// # Complexity
    ///
    /// Linear in the length of the text; nothing is searched before it is asked for.
    pub fn links(&self) -> Links<'t> {
        Links::at(self.text(), self.text_span().start).and_at(self.second_part())
    }

    /// The links, mentions, hashtags and cashtags in the text, in order.
    ///
    /// ```
    /// # use embedded_tweet::tweets;
    /// let tweet = tweets("Thanks @kimlee! #bridges — Dana Ortiz (@dortiz) July 14, 2021").next().unwrap();
    /// let entities: Vec<_> = tweet.entities().map(|entity| entity.as_str()).collect();
    /// assert_eq!(entities, ["@kimlee", "#bridges"]);
    /// ```
    ///
    /// # Complexity
    ///
    /// That of [`Tweet::links`].
    pub fn entities(&self) -> Entities<'t> {
        Entities::at(self.text(), self.text_span().start).and_at(self.second_part())
    }

    /// The continuation, and where it begins in the document.
    fn second_part(&self) -> Option<(&'t str, usize)> {
        Some((self.continuation()?, self.continuation_span()?.start))
    }

    /// The account that the tweet replies to: the one that its text begins with, by twitter-text's rules.
    ///
    /// ```
    /// # use embedded_tweet::tweets;
    /// let tweet = tweets("@kimlee So glad! — Dana Ortiz (@dortiz) July 14, 2021").next().unwrap();
    /// assert_eq!(tweet.reply_to().unwrap(), "kimlee");
    /// ```
    #[must_use]
    pub fn reply_to(&self) -> Option<Handle> {
        self.entities().reply_to()
    }

    /// The handles that the text mentions, without `@`.
    ///
    /// ```
    /// # use embedded_tweet::tweets;
    /// let tweet = tweets("Thanks @kimlee! — Dana Ortiz (@dortiz) July 14, 2021").next().unwrap();
    /// assert_eq!(tweet.mentions().collect::<Vec<_>>(), ["kimlee"]);
    /// ```
    pub fn mentions(&self) -> impl Iterator<Item = &'t str> + Clone + use<'t> {
        values(self.entities(), EntityKind::Mention)
    }

    /// The hashtags of the text, without `#`.
    ///
    /// ```
    /// # use embedded_tweet::tweets;
    /// let tweet = tweets("So glad! #bridges — Dana Ortiz (@dortiz) July 14, 2021").next().unwrap();
    /// assert_eq!(tweet.hashtags().collect::<Vec<_>>(), ["bridges"]);
    /// ```
    pub fn hashtags(&self) -> impl Iterator<Item = &'t str> + Clone + use<'t> {
        values(self.entities(), EntityKind::Hashtag)
    }

    /// The cashtags of the text, without `$`.
    ///
    /// ```
    /// # use embedded_tweet::tweets;
    /// let tweet = tweets("Sold my $TWTR — Dana Ortiz (@dortiz) July 14, 2021").next().unwrap();
    /// assert_eq!(tweet.cashtags().collect::<Vec<_>>(), ["TWTR"]);
    /// ```
    pub fn cashtags(&self) -> impl Iterator<Item = &'t str> + Clone + use<'t> {
        values(self.entities(), EntityKind::Cashtag)
    }
}

/// The last attribution in `quotation`. Those before it are cited in its text, if of all only the last names a tweet, or if there
/// is nothing behind them that another could be of.
fn own_attribution(quotation: &str) -> Result<Attribution, ParseTweetError> {
    let mut attributions = Attributions::new(quotation, true);
    let no_attribution = || ParseTweetError::new(ParseTweetErrorKind::NoAttribution, quotation.len());
    let mut last = attributions.next().ok_or_else(no_attribution)?;
    // Where the first ends that may be of a quotation of its own, and the first of these that names a tweet.
    let (mut unnamed, mut named) = (None, None);
    for later in attributions {
        let is_cited = match &later.text {
            TextPlace::Before { end } | TextPlace::Around { end, .. } => *end <= last.end,
            TextPlace::Known(_) | TextPlace::Delimited(_) => false,
        };
        if !is_cited {
            unnamed = unnamed.or(Some(last.end));
            named = named.or(last.status_id.map(|_| last.end));
        }
        last = later;
    }
    let other = match &last.text {
        TextPlace::Before { .. } | TextPlace::Around { .. } if last.status_id.is_some() => named,
        _ => unnamed,
    };
    other.map_or(Ok(last), |end| Err(ParseTweetError::new(ParseTweetErrorKind::MoreThanOne, end)))
}

fn values<'t>(entities: Entities<'t>, kind: EntityKind) -> impl Iterator<Item = &'t str> + Clone + use<'t> {
    entities.filter(move |entity| entity.kind() == kind).map(|entity: Entity<'t>| entity.value())
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

impl fmt::Display for Tweet<'_> {
    /// Writes the tweet in the canonical form of an embed, `TEXT — NAME (@HANDLE) DATE`, both parts of its text before the
    /// attribution, and its date in English. The alternate form, `{:#}`, has the [cleaned text](Tweet::clean_text) and the
    /// [cleaned name](Tweet::clean_name).
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_clean = f.alternate();
        padded(f, |out| {
            let (text, name) = if is_clean {
                (self.clean_text(), self.clean_name())
            } else {
                (Cow::Borrowed(self.text()), self.author().name.map(Cow::Borrowed))
            };
            out.write_str(&text)?;
            if let Some(continuation) = self.continuation().filter(|_| !is_clean) {
                write!(out, "\n{continuation}")?;
            }
            let author = Author { name: name.as_deref(), handle: self.handle };
            write!(out, "{}— {author}", if text.is_empty() { "" } else { " " })?;
            match self.date() {
                Some(date) => write!(out, " {} {}, {}", english_month_name(date.month()), date.day(), date.year()),
                None => Ok(()),
            }
        })
    }
}

impl<'t> TryFrom<&'t str> for Tweet<'t> {
    type Error = ParseTweetError;

    fn try_from(quotation: &'t str) -> Result<Self, Self::Error> {
        Self::parse(quotation)
    }
}
