//! The fields that a tweet's attribution states: author, date and status id, and their spans.

use core::ops::Range;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

use crate::{author::Author, status_id::StatusId};

use super::fields::Tweet;

impl<'t> Tweet<'t> {
    /// The bytes of the attribution: from the dash, or the name if the dash was lost, to the date or the markup that
    /// closes its link. Where the author stands before the text, the attribution is around the text; where a tool moved
    /// a part of the text between handle and date, it is around that part, the [continuation](Tweet::continuation).
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

    /// The day of the tweet, in the time zone that the page used. Where no date is written, the day of the
    /// [status id](Tweet::status_id), in UTC; `None` without either.
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
    /// `None` as well where the day period cannot be read: a time twelve hours off is worse than none.
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

    /// The status id of the tweet, where a link around or behind its date has it.
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

    /// The instant at which the tweet was posted, in UTC and to the millisecond, where the status id holds it.
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
}
