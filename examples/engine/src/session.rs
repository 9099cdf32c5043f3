//! What a query sees: the tables `documents` and `tweets`, tables of Parquet, and the functions.

use anyhow::{Context, Result};
use datafusion::prelude::{ParquetReadOptions, SessionConfig, SessionContext};

use crate::{documents::Documents, functions, input::Shard};

/// A row for each tweet, in the order in which they are found.
const TWEETS: &str = "
    SELECT
        shard, record, id,
        tweet['span']['start'] AS span_start, tweet['span']['end'] AS span_end,
        tweet['text_span']['start'] AS text_start, tweet['text_span']['end'] AS text_end,
        tweet['text'] AS text, tweet['name'] AS name, tweet['handle'] AS handle,
        tweet['date'] AS date, tweet['time'] AS time,
        tweet['status_id'] AS status_id, tweet['created_at'] AS created_at,
        tweet['links'] AS links, tweet['mentions'] AS mentions,
        tweet['hashtags'] AS hashtags, tweet['cashtags'] AS cashtags,
        tweet['boundary'] AS boundary, tweet['confidence'] AS confidence
    FROM (SELECT shard, record, id, UNNEST(extract_tweets(text)) AS tweet FROM documents)";

/// A session in this process, or that of a client of the cluster whose scheduler is at `scheduler`.
///
/// `partitions` is in how many parts a query is worked on at most; without it, as many as there are cores.
pub(crate) async fn open(scheduler: Option<&str>, partitions: Option<usize>) -> Result<SessionContext> {
    let session = match scheduler {
        #[cfg(feature = "cluster")]
        Some(scheduler) => crate::cluster::client::session(scheduler, partitions).await?,
        #[cfg(not(feature = "cluster"))]
        Some(_) => anyhow::bail!("--scheduler needs a build with `--features cluster`"),
        None => {
            let config = SessionConfig::new();
            SessionContext::new_with_config(match partitions {
                Some(partitions) => config.with_target_partitions(partitions),
                None => config,
            })
        }
    };
    functions::register(&session);
    Ok(session)
}

/// Makes `shards` the table `documents`, and their tweets the table `tweets`; queries that were planned before keep
/// theirs.
pub(crate) async fn bind(session: &SessionContext, shards: Vec<Shard>) -> Result<()> {
    session.deregister_table("documents")?;
    session.deregister_table("tweets")?;
    session.register_table("documents", std::sync::Arc::new(Documents::new(shards)))?;
    let tweets = session.sql(TWEETS).await?;
    session.register_table("tweets", tweets.into_view())?;
    Ok(())
}

/// Makes the Parquet file, or the folder of them, at `path` the table `name`.
pub(crate) async fn add_parquet(session: &SessionContext, name: &str, path: &str) -> Result<()> {
    let absolute = std::path::Path::new(path).canonicalize().with_context(|| path.to_owned())?;
    let path = absolute.to_str().with_context(|| format!("{path}: its name is not UTF-8"))?;
    let registered = session.register_parquet(name, path, ParquetReadOptions::default()).await;
    registered.with_context(|| format!("{path} as the table {name}"))
}
