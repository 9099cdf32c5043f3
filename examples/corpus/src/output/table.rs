//! Tweets, or prose, as a table with typed columns.

use std::{
    fs::File,
    mem,
    sync::{Arc, LazyLock},
};

use anyhow::Result;
use arrow_array::{
    ArrayRef, RecordBatch, StructArray,
    builder::{
        Date32Builder, Float32Builder, Int64Builder, ListBuilder, StringBuilder, StructBuilder, Time32SecondBuilder,
    },
    types::Date32Type,
};
use arrow_schema::{DataType, Field, Fields, Schema, SchemaRef, TimeUnit};
use arrow_select::concat::concat_batches;
use chrono::Timelike;
use embedded_tweet::{Handle, Tweet, html::Embed};
use parquet::{
    arrow::ArrowWriter,
    basic::{Compression, ZstdLevel},
    file::properties::WriterProperties,
};

use crate::found::Subject;

/// A row group is closed at this many bytes, which are held in memory until then.
const ROW_GROUP: usize = 16 << 20;

fn span_fields() -> Fields {
    vec![Field::new("start", DataType::Int64, false), Field::new("end", DataType::Int64, false)].into()
}

fn link_fields() -> Fields {
    let (text, kind) = (Field::new("text", DataType::Utf8, false), Field::new("kind", DataType::Utf8, false));
    vec![text, kind, Field::new("url", DataType::Utf8, true)].into()
}

fn list_of(item: DataType) -> DataType {
    DataType::List(Arc::new(Field::new("item", item, false)))
}

/// The columns, named and nested as the fields of the JSON form are, but for the author, who is two columns. Numbers
/// are signed, since not every engine has others.
static TWEETS: LazyLock<SchemaRef> = LazyLock::new(|| schema(false));

/// The same columns for embeds of pages: what an embed does not say is null, and its `span` counts in the page, so that
/// there is no `text_span`.
static EMBEDS: LazyLock<SchemaRef> = LazyLock::new(|| schema(true));

static PROSE: LazyLock<SchemaRef> = LazyLock::new(|| {
    Arc::new(Schema::new(vec![Field::new("id", DataType::Utf8, false), Field::new("prose", DataType::Utf8, false)]))
});

fn schema_of(subject: Subject) -> &'static SchemaRef {
    match subject {
        Subject::Tweets => &TWEETS,
        Subject::Embeds => &EMBEDS,
        Subject::Prose(_) => &PROSE,
    }
}

fn schema(may_lack: bool) -> SchemaRef {
    let tags = || list_of(DataType::Utf8);
    Arc::new(Schema::new(vec![
        Field::new("id", DataType::Utf8, false),
        Field::new("span", DataType::Struct(span_fields()), false),
        Field::new("text_span", DataType::Struct(span_fields()), may_lack),
        Field::new("text", DataType::Utf8, may_lack),
        Field::new("clean_text", DataType::Utf8, may_lack),
        Field::new("name", DataType::Utf8, true),
        Field::new("handle", DataType::Utf8, may_lack),
        Field::new("date", DataType::Date32, true),
        Field::new("time", DataType::Time32(TimeUnit::Second), true),
        Field::new("links", list_of(DataType::Struct(link_fields())), false),
        Field::new("mentions", tags(), false),
        Field::new("hashtags", tags(), false),
        Field::new("cashtags", tags(), false),
        Field::new("status_id", DataType::Int64, true),
        Field::new("boundary", DataType::Utf8, may_lack),
        Field::new("confidence", DataType::Float32, may_lack),
    ]))
}

/// Rows that are being collected.
pub(crate) struct Columns {
    schema: &'static SchemaRef,
    id: StringBuilder,
    span: Spans,
    text_span: Spans,
    text: StringBuilder,
    clean_text: StringBuilder,
    name: StringBuilder,
    handle: StringBuilder,
    date: Date32Builder,
    time: Time32SecondBuilder,
    links: ListBuilder<StructBuilder>,
    mentions: ListBuilder<StringBuilder>,
    hashtags: ListBuilder<StringBuilder>,
    cashtags: ListBuilder<StringBuilder>,
    status_id: Int64Builder,
    boundary: StringBuilder,
    confidence: Float32Builder,
}

impl Columns {
    /// Without room for anything yet: most columns get a few rows, and the room that builders make by themselves is for
    /// thousands.
    pub(super) fn new(subject: Subject) -> Self {
        let tags = || {
            ListBuilder::with_capacity(StringBuilder::with_capacity(0, 0), 0).with_field(Field::new(
                "item",
                DataType::Utf8,
                false,
            ))
        };
        let link = Field::new("item", DataType::Struct(link_fields()), false);
        Self {
            schema: schema_of(subject),
            id: StringBuilder::with_capacity(0, 0),
            span: Spans::default(),
            text_span: Spans::default(),
            text: StringBuilder::with_capacity(0, 0),
            clean_text: StringBuilder::with_capacity(0, 0),
            name: StringBuilder::with_capacity(0, 0),
            handle: StringBuilder::with_capacity(0, 0),
            date: Date32Builder::with_capacity(0),
            time: Time32SecondBuilder::with_capacity(0),
            links: ListBuilder::with_capacity(StructBuilder::from_fields(link_fields(), 0), 0).with_field(link),
            mentions: tags(),
            hashtags: tags(),
            cashtags: tags(),
            status_id: Int64Builder::with_capacity(0),
            boundary: StringBuilder::with_capacity(0, 0),
            confidence: Float32Builder::with_capacity(0),
        }
    }

    pub(super) fn row(&mut self, id: &str, tweet: &Tweet<'_>) {
        self.id.append_value(id);
        self.span.append(Some(&tweet.span()));
        self.text_span.append(Some(&tweet.text_span()));
        self.handle.append_value(tweet.author().handle.as_str());
        self.status_id.append_option(tweet.status_id().and_then(|id| i64::try_from(id.get()).ok()));
        self.boundary.append_value(lower_case(tweet.boundary()));
        self.confidence.append_value(tweet.confidence());
        self.said(tweet);
    }

    pub(super) fn embed(&mut self, id: &str, embed: &Embed<'_>, tweet: Option<&Tweet<'_>>) {
        self.id.append_value(id);
        self.span.append(Some(&embed.span()));
        self.text_span.append(None);
        let handle = tweet.map(|tweet| tweet.author().handle).or_else(|| embed.handle());
        self.handle.append_option(handle.as_ref().map(Handle::as_str));
        let status_id = embed.status_id().or_else(|| tweet?.status_id());
        self.status_id.append_option(status_id.and_then(|id| i64::try_from(id.get()).ok()));
        self.boundary.append_null();
        self.confidence.append_null();
        match tweet {
            Some(tweet) => self.said(tweet),
            None => self.said_nothing(),
        }
    }

    /// What is in a tweet, whatever tells where it is.
    fn said(&mut self, tweet: &Tweet<'_>) {
        self.text.append_value(tweet.text());
        self.clean_text.append_value(tweet.clean_text());
        self.name.append_option(tweet.author().name);
        self.date.append_option(tweet.date().map(Date32Type::from_naive_date));
        self.time.append_option(tweet.time().and_then(|time| i32::try_from(time.num_seconds_from_midnight()).ok()));
        self.links(tweet);
        append_list(&mut self.mentions, tweet.mentions());
        append_list(&mut self.hashtags, tweet.hashtags());
        append_list(&mut self.cashtags, tweet.cashtags());
    }

    fn said_nothing(&mut self) {
        self.text.append_null();
        self.clean_text.append_null();
        self.name.append_null();
        self.date.append_null();
        self.time.append_null();
        self.links.append(true);
        for tags in [&mut self.mentions, &mut self.hashtags, &mut self.cashtags] {
            tags.append(true);
        }
    }

    fn links(&mut self, tweet: &Tweet<'_>) {
        for link in tweet.links() {
            let url = link.to_url().ok().map(String::from);
            let row = self.links.values();
            let values = [Some(link.as_str().to_owned()), Some(lower_case(link.kind())), url];
            for (column, value) in values.into_iter().enumerate() {
                if let Some(builder) = row.field_builder::<StringBuilder>(column) {
                    builder.append_option(value);
                }
            }
            row.append(true);
        }
        self.links.append(true);
    }

    pub(super) fn finish(mut self) -> Result<RecordBatch> {
        let columns: Vec<ArrayRef> = vec![
            Arc::new(self.id.finish()),
            Arc::new(self.span.finish()?),
            Arc::new(self.text_span.finish()?),
            Arc::new(self.text.finish()),
            Arc::new(self.clean_text.finish()),
            Arc::new(self.name.finish()),
            Arc::new(self.handle.finish()),
            Arc::new(self.date.finish()),
            Arc::new(self.time.finish()),
            Arc::new(self.links.finish()),
            Arc::new(self.mentions.finish()),
            Arc::new(self.hashtags.finish()),
            Arc::new(self.cashtags.finish()),
            Arc::new(self.status_id.finish()),
            Arc::new(self.boundary.finish()),
            Arc::new(self.confidence.finish()),
        ];
        Ok(RecordBatch::try_new(Arc::clone(self.schema), columns)?)
    }
}

/// The prose of documents, a row each.
#[derive(Default)]
pub(crate) struct Prose {
    id: StringBuilder,
    prose: StringBuilder,
}

impl Prose {
    pub(super) fn row(&mut self, id: &str, prose: &str) {
        self.id.append_value(id);
        self.prose.append_value(prose);
    }

    pub(super) fn finish(mut self) -> Result<RecordBatch> {
        let columns: Vec<ArrayRef> = vec![Arc::new(self.id.finish()), Arc::new(self.prose.finish())];
        Ok(RecordBatch::try_new(Arc::clone(&PROSE), columns)?)
    }
}

fn append_list<'t>(list: &mut ListBuilder<StringBuilder>, values: impl Iterator<Item = &'t str>) {
    for value in values {
        list.values().append_value(value);
    }
    list.append(true);
}

/// The name of a variant as the JSON form writes it.
fn lower_case(variant: impl std::fmt::Debug) -> String {
    format!("{variant:?}").to_lowercase()
}

struct Spans {
    start: Int64Builder,
    end: Int64Builder,
    is_there: Vec<bool>,
}

impl Default for Spans {
    fn default() -> Self {
        Self { start: Int64Builder::with_capacity(0), end: Int64Builder::with_capacity(0), is_there: Vec::new() }
    }
}

impl Spans {
    fn append(&mut self, span: Option<&std::ops::Range<usize>>) {
        let bytes = |at: usize| i64::try_from(at).unwrap_or(i64::MAX);
        self.start.append_value(span.map_or(0, |span| bytes(span.start)));
        self.end.append_value(span.map_or(0, |span| bytes(span.end)));
        self.is_there.push(span.is_some());
    }

    fn finish(&mut self) -> Result<StructArray> {
        let columns: Vec<ArrayRef> = vec![Arc::new(self.start.finish()), Arc::new(self.end.finish())];
        Ok(StructArray::try_new(span_fields(), columns, Some(mem::take(&mut self.is_there).into()))?)
    }
}

/// Writes a Parquet file.
pub(super) struct Writer {
    file: ArrowWriter<File>,
    schema: &'static SchemaRef,
    /// Rows that wait for others: each writing of a few rows costs what one of thousands does.
    pending: Vec<RecordBatch>,
    rows: usize,
}

/// So many rows are written at once.
const ROWS: usize = 8192;

impl Writer {
    pub(super) fn new(file: File, subject: Subject) -> Result<Self> {
        let schema = schema_of(subject);
        let compression = Compression::ZSTD(ZstdLevel::default());
        // The same input gives the same bytes, so nothing about the time or the machine is written.
        let properties =
            WriterProperties::builder().set_compression(compression).set_created_by("embedded-tweet corpus".into());
        let file = ArrowWriter::try_new(file, Arc::clone(schema), Some(properties.build()))?;
        Ok(Self { file, schema, pending: Vec::new(), rows: 0 })
    }

    pub(super) fn write(&mut self, rows: RecordBatch) -> Result<()> {
        self.rows += rows.num_rows();
        self.pending.push(rows);
        if self.rows < ROWS {
            return Ok(());
        }
        self.write_pending()?;
        if self.file.in_progress_size() > ROW_GROUP {
            self.file.flush()?;
        }
        Ok(())
    }

    fn write_pending(&mut self) -> Result<()> {
        self.file.write(&concat_batches(self.schema, &self.pending)?)?;
        self.pending.clear();
        self.rows = 0;
        Ok(())
    }

    pub(super) fn finish(mut self) -> Result<File> {
        self.write_pending()?;
        Ok(self.file.into_inner()?)
    }
}
