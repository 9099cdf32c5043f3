//! The functions that queries may call: one list, for everyone who has to know them.
//!
//! On a cluster those are three: the client, which checks a query; the scheduler, which plans it; and each executor,
//! which calls them. The first forgets what it was told when it is made for a cluster, so that it is told afterwards.

use std::sync::Arc;

use datafusion::{logical_expr::ScalarUDF, prelude::SessionContext};

use crate::{documents::DocumentsFunction, extract_tweets::ExtractTweets};

/// The scalar functions, in addition to the engine's own.
pub(crate) fn scalar_functions() -> Vec<Arc<ScalarUDF>> {
    vec![Arc::new(ScalarUDF::from(ExtractTweets::default()))]
}

/// Lets the queries of `session` call them. Table functions are needed here alone: planning puts the table in their
/// place.
pub(crate) fn register(session: &SessionContext) {
    for function in scalar_functions() {
        session.register_udf(function.as_ref().clone());
    }
    session.register_udtf("documents", Arc::new(DocumentsFunction));
}
