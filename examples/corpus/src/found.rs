//! The tweets of some records, ready to be written.

use std::borrow::Cow;

use anyhow::Result;
use embedded_tweet::{Extractor, Tweet, html};
use rayon::prelude::*;

use crate::{
    batch::{Batch, Record},
    document::{Defect, Document, NoDocument, decode},
    output::{Builder, Kind, Rows},
    progress::Progress,
    read::Choices,
    tally::Tally,
};

/// Records that one core works on at a time: so few that all cores have some, so many that handing them out costs
/// nothing.
const RECORDS: usize = 64;

/// What to make of documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Job {
    /// Nothing: they are read and decoded, and counted.
    DryRun,
    Extract(Kind, Subject),
}

/// What documents are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Markup {
    /// Plain text, or whatever a page became.
    Plain,
    /// Pages, whose tweets are found by their elements.
    Html,
}

/// What the rows are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Subject {
    /// The tweets of texts.
    Tweets,
    /// The embeds of pages.
    Embeds,
    /// All else of documents that are written so.
    Prose(Markup),
}

impl Subject {
    /// What is taken out of documents that are written in `markup`.
    pub(crate) fn new(markup: Markup, prose: bool) -> Self {
        match markup {
            _ if prose => Self::Prose(markup),
            Markup::Plain => Self::Tweets,
            Markup::Html => Self::Embeds,
        }
    }
}

/// What is in some records.
pub(crate) struct Found {
    pub(crate) rows: Rows,
    pub(crate) tally: Tally,
    pub(crate) defects: Vec<Defect>,
}

/// Works on the records of `batch`, which come from the file that is called `name`, on all cores; the results are in
/// their order.
pub(crate) fn work(batch: &Batch, name: &str, job: Job, choices: &Choices, progress: &Progress) -> Result<Vec<Found>> {
    let records = batch.records.par_chunks(RECORDS);
    records.map(|records| work_on(batch, records, name, job, choices, progress)).collect()
}

fn work_on(
    batch: &Batch,
    records: &[Record],
    name: &str,
    job: Job,
    choices: &Choices,
    progress: &Progress,
) -> Result<Found> {
    let extractor = Extractor::new().accept_undated(!choices.dated);
    let extractor = choices.min_confidence.and_then(|least| extractor.refuse_below(least)).unwrap_or(extractor);
    let mut tally = Tally::default();
    let mut defects = Vec::new();
    let mut builder = match job {
        Job::DryRun => None,
        Job::Extract(kind, subject) => Some((Builder::new(kind, subject), subject)),
    };
    for record in records {
        match decode(batch, record, name, choices) {
            Ok(document) => {
                tally.documents += 1;
                tally.text += document.text.len() as u64;
                let before = tally.tweets;
                match &mut builder {
                    Some((builder, Subject::Tweets)) => extract(&document, &extractor, builder, &mut tally)?,
                    Some((builder, Subject::Embeds)) => extract_embeds(&document, builder, &mut tally)?,
                    Some((builder, Subject::Prose(markup))) => {
                        let prose = match markup {
                            Markup::Plain => prose(&document.text, &extractor, &mut tally),
                            Markup::Html => markup_of(&document.text, &mut tally),
                        };
                        builder.prose(&document.id, &prose)?;
                    }
                    None => {}
                }
                tally.with_tweets += u64::from(tally.tweets > before);
            }
            Err(NoDocument::Bad(defect)) => defects.push(defect),
            Err(NoDocument::Skipped(reason)) => *tally.skipped.entry(reason.to_string()).or_default() += 1,
        }
    }
    tally.bad = defects.len() as u64;
    progress.found(&tally);
    let has_rows = |subject| if matches!(subject, Subject::Prose(_)) { tally.documents > 0 } else { tally.tweets > 0 };
    let rows =
        builder.filter(|&(_, subject)| has_rows(subject)).map_or(Ok(Rows::None), |(builder, _)| builder.finish())?;
    Ok(Found { rows, tally, defects })
}

fn extract(document: &Document<'_>, extractor: &Extractor, builder: &mut Builder, tally: &mut Tally) -> Result<()> {
    for tweet in extractor.tweets(&document.text) {
        tally.tweet(&tweet, &document.text);
        builder.row(&document.id, &tweet)?;
    }
    Ok(())
}

fn extract_embeds(document: &Document<'_>, builder: &mut Builder, tally: &mut Tally) -> Result<()> {
    for embed in html::embeds(&document.text) {
        let quotation = embed.quotation();
        let tweet = Tweet::parse(&quotation).ok();
        tally.embed(&embed, tweet.as_ref(), &quotation);
        builder.embed(&document.id, &embed, tweet.as_ref())?;
    }
    Ok(())
}

/// `text` without its tweets, which are counted.
fn prose<'t>(text: &'t str, extractor: &Extractor, tally: &mut Tally) -> Cow<'t, str> {
    let before = tally.tweets;
    extractor.tweets(text).for_each(|tweet| tally.tweet(&tweet, text));
    if tally.tweets == before { Cow::Borrowed(text) } else { extractor.prose(text) }
}

/// `page` without its embeds, which are counted.
fn markup_of<'t>(page: &'t str, tally: &mut Tally) -> Cow<'t, str> {
    let before = tally.tweets;
    for embed in html::embeds(page) {
        let quotation = embed.quotation();
        tally.embed(&embed, Tweet::parse(&quotation).ok().as_ref(), &quotation);
    }
    if tally.tweets == before {
        return Cow::Borrowed(page);
    }
    html::segments(page).filter_map(|segment| segment.markup()).collect()
}
