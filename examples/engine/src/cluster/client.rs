//! The side that asks.

use std::sync::Arc;

use anyhow::{Context, Result};
use ballista::extension::{SessionConfigExt, SessionContextExt};
use datafusion::{
    execution::SessionStateBuilder,
    prelude::{SessionConfig, SessionContext},
};
use tokio::net::TcpStream;

use super::host_and_port;
use crate::documents::codec::{LogicalCodec, PhysicalCodec};

/// A session whose queries the scheduler at `scheduler` gets.
///
/// # Errors
///
/// If nobody listens there, which otherwise would come to light with the first query, and without the address.
pub(crate) async fn session(scheduler: &str, partitions: Option<usize>) -> Result<SessionContext> {
    // What goes wrong comes back as an error: nobody needs it twice.
    super::start_log("off");
    let (host, port) = host_and_port(scheduler)?;
    TcpStream::connect((host, port)).await.with_context(|| format!("scheduler at {scheduler}"))?;
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
