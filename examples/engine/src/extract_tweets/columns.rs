//! Tweets in columns.

use std::{fmt, mem, sync::Arc};

use datafusion::{
    arrow::{
        array::{
            ArrayRef, Date32Builder, Float32Builder, Int64Builder, ListArray, NullBufferBuilder, StringBuilder,
            StructArray, Time32MillisecondBuilder, TimestampMillisecondBuilder,
        },
        buffer::{OffsetBuffer, ScalarBuffer},
        datatypes::{DataType, Date32Type, Field, FieldRef, Fields, TimeUnit},
    },
    common::{Result, exec_err},
};
use embedded_tweet::{Extractor, Tweet};

static EXTRACTOR: Extractor = Extractor::new();

/// A list of what a row of the query has.
pub(super) fn list_type() -> DataType {
    DataType::List(item(DataType::Struct(tweet_fields())))
}

fn item(of: DataType) -> FieldRef {
    Arc::new(Field::new_list_field(of, true))
}

fn span_fields() -> Fields {
    Fields::from(vec![Field::new("start", DataType::Int64, false), Field::new("end", DataType::Int64, false)])
}

fn link_fields() -> Fields {
    Fields::from(vec![
        Field::new("text", DataType::Utf8, false),
        Field::new("kind", DataType::Utf8, false),
        Field::new("url", DataType::Utf8, true),
    ])
}

/// The names and meanings are those of the JSON form, with the author's two fields and the confidence beside the
/// others.
fn tweet_fields() -> Fields {
    let strings = || DataType::List(item(DataType::Utf8));
    Fields::from(vec![
        Field::new("span", DataType::Struct(span_fields()), false),
        Field::new("text_span", DataType::Struct(span_fields()), false),
        Field::new("text", DataType::Utf8, false),
        Field::new("name", DataType::Utf8, true),
        Field::new("handle", DataType::Utf8, false),
        Field::new("date", DataType::Date32, true),
        Field::new("time", DataType::Time32(TimeUnit::Millisecond), true),
        Field::new("status_id", DataType::Int64, true),
        Field::new("created_at", created_at_type(), true),
        Field::new("links", DataType::List(item(DataType::Struct(link_fields()))), false),
        Field::new("mentions", strings(), false),
        Field::new("hashtags", strings(), false),
        Field::new("cashtags", strings(), false),
        Field::new("boundary", DataType::Utf8, false),
        Field::new("confidence", DataType::Float32, false),
    ])
}

fn created_at_type() -> DataType {
    DataType::Timestamp(TimeUnit::Millisecond, Some("UTC".into()))
}

/// The columns, as long as texts are added.
#[derive(Default)]
pub(super) struct Columns {
    /// The tweets up to and with each text.
    offsets: Offsets,
    /// Texts that are null have null tweets.
    nulls: Nulls,
    /// Bytes of the tweets, which bound those of each column.
    bytes: usize,
    span: Spans,
    text_span: Spans,
    text: StringBuilder,
    name: StringBuilder,
    handle: StringBuilder,
    date: Date32Builder,
    time: Time32MillisecondBuilder,
    status_id: Int64Builder,
    created_at: TimestampMillisecondBuilder,
    links: Links,
    mentions: Strings,
    hashtags: Strings,
    cashtags: Strings,
    boundary: StringBuilder,
    confidence: Float32Builder,
}

/// Offsets into strings have 31 bits, and no column has more than a few times the bytes of the tweets.
const MAX_BYTES: usize = 1 << 28;

impl Columns {
    /// Adds the tweets of `text` as one row.
    ///
    /// # Errors
    ///
    /// If the tweets of all texts together have more than 256 MiB, which no batch of the usual size has.
    pub(super) fn push(&mut self, text: Option<&str>) -> Result<()> {
        for tweet in EXTRACTOR.tweets(text.unwrap_or_default()) {
            self.bytes += tweet.as_str().len();
            if self.bytes > MAX_BYTES {
                return exec_err!("the tweets of a batch have more than {MAX_BYTES} bytes: lower execution.batch_size");
            }
            self.push_tweet(&tweet);
        }
        self.offsets.close();
        self.nulls.0.append(text.is_some());
        Ok(())
    }

    fn push_tweet(&mut self, tweet: &Tweet<'_>) {
        self.offsets.len += 1;
        self.span.push(tweet.span());
        self.text_span.push(tweet.text_span());
        self.text.append_value(tweet.text());
        self.name.append_option(tweet.author().name);
        self.handle.append_value(tweet.author().handle.as_str());
        self.date.append_option(tweet.date().map(Date32Type::from_naive_date));
        self.time.append_option(tweet.time().map(milliseconds));
        self.status_id.append_option(tweet.status_id().map(|id| integer(id.get())));
        self.created_at.append_option(tweet.created_at().map(|instant| instant.timestamp_millis()));
        self.links.push(tweet);
        self.mentions.push(tweet.mentions());
        self.hashtags.push(tweet.hashtags());
        self.cashtags.push(tweet.cashtags());
        self.boundary.append_value(lower_case(tweet.boundary()));
        self.confidence.append_value(tweet.confidence());
    }

    pub(super) fn finish(mut self) -> Result<ListArray> {
        let columns: Vec<ArrayRef> = vec![
            self.span.finish()?,
            self.text_span.finish()?,
            Arc::new(self.text.finish()),
            Arc::new(self.name.finish()),
            Arc::new(self.handle.finish()),
            Arc::new(self.date.finish()),
            Arc::new(self.time.finish()),
            Arc::new(self.status_id.finish()),
            Arc::new(self.created_at.finish().with_data_type(created_at_type())),
            self.links.finish()?,
            self.mentions.finish()?,
            self.hashtags.finish()?,
            self.cashtags.finish()?,
            Arc::new(self.boundary.finish()),
            Arc::new(self.confidence.finish()),
        ];
        let fields = tweet_fields();
        let tweets = StructArray::try_new_with_length(fields.clone(), columns, None, self.offsets.length())?;
        let offsets = self.offsets.finish();
        Ok(ListArray::try_new(item(DataType::Struct(fields)), offsets, Arc::new(tweets), self.nulls.0.finish())?)
    }
}

/// Where the lists of a column end.
#[derive(Default)]
struct Offsets {
    ends: Vec<i32>,
    /// The elements so far.
    len: i32,
}

impl Offsets {
    /// The elements since the last call are a list.
    fn close(&mut self) {
        self.ends.push(self.len);
    }

    fn length(&self) -> usize {
        usize::try_from(self.len).unwrap_or_default()
    }

    fn finish(&mut self) -> OffsetBuffer<i32> {
        let mut offsets = mem::take(&mut self.ends);
        offsets.insert(0, 0);
        OffsetBuffer::new(ScalarBuffer::from(offsets))
    }
}

struct Nulls(NullBufferBuilder);

impl Default for Nulls {
    fn default() -> Self {
        Self(NullBufferBuilder::new(0))
    }
}

#[derive(Default)]
struct Spans {
    start: Int64Builder,
    end: Int64Builder,
}

impl Spans {
    fn push(&mut self, span: std::ops::Range<usize>) {
        self.start.append_value(integer(span.start as u64));
        self.end.append_value(integer(span.end as u64));
    }

    fn finish(&mut self) -> Result<ArrayRef> {
        let columns: Vec<ArrayRef> = vec![Arc::new(self.start.finish()), Arc::new(self.end.finish())];
        Ok(Arc::new(StructArray::try_new(span_fields(), columns, None)?))
    }
}

#[derive(Default)]
struct Strings {
    offsets: Offsets,
    values: StringBuilder,
}

impl Strings {
    fn push<'t>(&mut self, values: impl Iterator<Item = &'t str>) {
        for value in values {
            self.values.append_value(value);
            self.offsets.len += 1;
        }
        self.offsets.close();
    }

    fn finish(&mut self) -> Result<ArrayRef> {
        let values = Arc::new(self.values.finish());
        Ok(Arc::new(ListArray::try_new(item(DataType::Utf8), self.offsets.finish(), values, None)?))
    }
}

#[derive(Default)]
struct Links {
    offsets: Offsets,
    text: StringBuilder,
    kind: StringBuilder,
    url: StringBuilder,
}

impl Links {
    fn push(&mut self, tweet: &Tweet<'_>) {
        for link in tweet.links() {
            self.text.append_value(link.as_str());
            self.kind.append_value(lower_case(link.kind()));
            self.url.append_option(link.to_url().ok());
            self.offsets.len += 1;
        }
        self.offsets.close();
    }

    fn finish(&mut self) -> Result<ArrayRef> {
        let columns: Vec<ArrayRef> =
            vec![Arc::new(self.text.finish()), Arc::new(self.kind.finish()), Arc::new(self.url.finish())];
        let links = StructArray::try_new(link_fields(), columns, None)?;
        let of = item(DataType::Struct(link_fields()));
        Ok(Arc::new(ListArray::try_new(of, self.offsets.finish(), Arc::new(links), None)?))
    }
}

/// Names of variants, as the JSON form has them.
fn lower_case(variant: impl fmt::Debug) -> String {
    format!("{variant:?}").to_ascii_lowercase()
}

/// Byte offsets and status ids have at most 63 bits, and SQL's integers have a sign.
fn integer(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn milliseconds(time: chrono::NaiveTime) -> i32 {
    use chrono::Timelike;
    i32::try_from(time.num_seconds_from_midnight()).unwrap_or_default() * 1000
}
