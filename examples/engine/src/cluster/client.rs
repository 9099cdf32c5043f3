//! The side that asks.

use std::sync::Arc;

use anyhow::Result;
use ballista::extension::{SessionConfigExt, SessionContextExt};
use datafusion::{
    execution::SessionStateBuilder,
    prelude::{SessionConfig, SessionContext},
};

use super::host_and_port;
use crate::documents::codec::{LogicalCodec, PhysicalCodec};

/// A session whose queries the scheduler at `scheduler` gets. It is first spoken to when there is one.
pub(crate) async fn session(scheduler: &str, partitions: Option<usize>) -> Result<SessionContext> {
    let (host, port) = host_and_port(scheduler)?;
    let config = SessionConfig::new_with_ballista()
        .with_ballista_logical_extension_codec(Arc::new(LogicalCodec::default()))
        .with_ballista_physical_extension_codec(Arc::new(PhysicalCodec::default()));
    let config = match partitions {
        Some(partitions) => config.with_target_partitions(partitions),
        None => config,
    };
    let state = SessionStateBuilder::new().with_config(config).with_default_features().build();
    Ok(SessionContext::remote_with_state(&format!("df://{host}:{port}"), state).await?)
}
