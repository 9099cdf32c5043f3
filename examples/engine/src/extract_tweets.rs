//! `extract_tweets(text)`: the tweets of a text as a list of structs.

mod columns;

use std::sync::Arc;

use datafusion::{
    arrow::{
        array::{Array, ArrayRef, AsArray},
        datatypes::DataType,
    },
    common::{Result, ScalarValue, exec_err, internal_err},
    logical_expr::{ColumnarValue, ScalarFunctionArgs, ScalarUDFImpl, Signature, Volatility},
};

use columns::Columns;

/// The function, which has no state: the same text always gives the same tweets.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(crate) struct ExtractTweets {
    signature: Signature,
}

impl Default for ExtractTweets {
    fn default() -> Self {
        Self { signature: Signature::string(1, Volatility::Immutable) }
    }
}

impl ScalarUDFImpl for ExtractTweets {
    fn name(&self) -> &'static str {
        "extract_tweets"
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Ok(columns::list_type())
    }

    fn invoke_with_args(&self, args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        match args.args.as_slice() {
            [ColumnarValue::Array(texts)] => Ok(ColumnarValue::Array(tweets(texts)?)),
            [ColumnarValue::Scalar(text)] => {
                let tweets = tweets(&text.to_array()?)?;
                Ok(ColumnarValue::Scalar(ScalarValue::try_from_array(&tweets, 0)?))
            }
            other => internal_err!("extract_tweets takes one text and got {} arguments", other.len()),
        }
    }
}

fn tweets(texts: &ArrayRef) -> Result<ArrayRef> {
    let array: &dyn Array = texts.as_ref();
    match array.data_type() {
        DataType::Utf8 => columns(array.as_string::<i32>().iter()),
        DataType::LargeUtf8 => columns(array.as_string::<i64>().iter()),
        DataType::Utf8View => columns(array.as_string_view().iter()),
        other => exec_err!("extract_tweets takes a text and not {other}"),
    }
}

fn columns<'t>(texts: impl Iterator<Item = Option<&'t str>>) -> Result<ArrayRef> {
    let mut columns = Columns::default();
    for text in texts {
        columns.push(text)?;
    }
    Ok(Arc::new(columns.finish()?))
}

#[cfg(test)]
mod tests {
    use datafusion::{assert_batches_eq, prelude::SessionContext};

    async fn rows(query: &str) -> Vec<datafusion::arrow::array::RecordBatch> {
        let session = SessionContext::new();
        crate::functions::register(&session);
        session.sql(query).await.unwrap().collect().await.unwrap()
    }

    /// The rows of `query` on a page with one tweet, which is `t`.
    async fn of_page(columns: &str) -> Vec<datafusion::arrow::array::RecordBatch> {
        let page = "The mayor said no.\n\n> So glad! #bridges pic.twitter.com/AbCdEf1234\n>\n> — Dana Ortiz (@dortiz) \
            [July 14, 2021](https://twitter.com/dortiz/status/1415245567461347331)";
        rows(&format!("SELECT {columns} FROM (SELECT unnest(extract_tweets('{page}')) AS t)")).await
    }

    #[tokio::test]
    async fn a_tweet_has_all_its_fields() {
        assert_batches_eq!(
            [
                "+-------+----------+----------------------------------------------+------------+--------+------------+",
                "| start | text_end | text                                         | name       | handle | date       |",
                "+-------+----------+----------------------------------------------+------------+--------+------------+",
                "| 22    | 66       | So glad! #bridges pic.twitter.com/AbCdEf1234 | Dana Ortiz | dortiz | 2021-07-14 |",
                "+-------+----------+----------------------------------------------+------------+--------+------------+",
            ],
            &of_page(
                "t['span']['start'] AS start, t['text_span']['end'] AS text_end, t['text'] AS text, t['name'] AS name,
                t['handle'] AS handle, t['date'] AS date"
            )
            .await
        );
        assert_batches_eq!(
            [
                "+---------------------+--------------------------+------------------------------------+-------+---------+",
                "| status_id           | created_at               | url                                | kind  | hashtag |",
                "+---------------------+--------------------------+------------------------------------+-------+---------+",
                "| 1415245567461347331 | 2021-07-14T09:43:31.930Z | https://pic.twitter.com/AbCdEf1234 | media | bridges |",
                "+---------------------+--------------------------+------------------------------------+-------+---------+",
            ],
            &of_page(
                "t['status_id'] AS status_id, t['created_at'] AS created_at, t['links'][1]['url'] AS url,
                t['links'][1]['kind'] AS kind, t['hashtags'][1] AS hashtag"
            )
            .await
        );
        assert_batches_eq!(
            [
                "+----------+------+------+",
                "| boundary | sure | time |",
                "+----------+------+------+",
                "| quote    | true |      |",
                "+----------+------+------+",
            ],
            &of_page("t['boundary'] AS boundary, t['confidence'] > 0.5 AS sure, t['time'] AS time").await
        );
    }

    #[tokio::test]
    async fn texts_of_all_types_and_none_at_all() {
        let query = "SELECT cardinality(extract_tweets(arrow_cast(text, 'Utf8'))) AS a,
                cardinality(extract_tweets(arrow_cast(text, 'LargeUtf8'))) AS b,
                cardinality(extract_tweets(arrow_cast(text, 'Utf8View'))) AS c,
                extract_tweets(text) IS NULL AS d
            FROM (VALUES (1, 'So glad! — Dana Ortiz (@dortiz) July 14, 2021'), (2, 'no tweet'), (3, NULL)) AS t (n, text)
            ORDER BY n";
        assert_batches_eq!(
            [
                "+---+---+---+-------+",
                "| a | b | c | d     |",
                "+---+---+---+-------+",
                "| 1 | 1 | 1 | false |",
                "| 0 | 0 | 0 | false |",
                "|   |   |   | true  |",
                "+---+---+---+-------+",
            ],
            &rows(query).await
        );
    }

    #[tokio::test]
    async fn anything_but_one_text_is_refused_before_it_runs() {
        let session = SessionContext::new();
        crate::functions::register(&session);
        for query in ["SELECT extract_tweets()", "SELECT extract_tweets('a', 'b')", "SELECT extract_tweets([1])"] {
            let error = session.sql(query).await.unwrap_err().to_string();
            assert!(error.contains("extract_tweets"), "{query}: {error}");
        }
    }
}
