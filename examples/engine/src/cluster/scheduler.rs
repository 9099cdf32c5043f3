//! The side that plans and hands out.

use std::sync::Arc;

use anyhow::{Context, Result};
use ballista_core::utils::default_session_builder;
use ballista_scheduler::{cluster::BallistaCluster, config::SchedulerConfig, scheduler_process::start_server};
use clap::Args;
use datafusion::{execution::FunctionRegistry, execution::SessionState, prelude::SessionConfig};

use crate::{
    documents::codec::{LogicalCodec, PhysicalCodec},
    functions,
};

#[derive(Debug, Args)]
pub(crate) struct Scheduler {
    /// The address of this machine to listen at. Anyone who reaches it can read files with the rights of the executors:
    /// there is no authentication
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1")]
    bind: std::net::IpAddr,

    /// The port to listen at
    #[arg(long, default_value_t = 50050)]
    port: u16,

    /// What executors call this machine [default: the address to listen at]
    #[arg(long, value_name = "HOST")]
    external_host: Option<String>,

    /// After how long without a heartbeat an executor is given up, and its tasks are handed out again; to be at least
    /// twice the heartbeat of the executors
    #[arg(long, value_name = "SECONDS", default_value_t = 30)]
    executor_timeout: u64,

    /// How often executors without a heartbeat are looked for
    #[arg(long, value_name = "SECONDS", default_value_t = 5)]
    check_interval: u64,

    /// For how long queries wait for an executor when the last one is lost
    #[arg(long, value_name = "SECONDS", default_value_t = 180)]
    no_executors_grace: u64,

    /// How often a task is tried before its query fails; the loss of an executor does not count
    #[arg(long, value_name = "N", default_value_t = 4)]
    task_attempts: usize,
}

impl Scheduler {
    pub(crate) async fn run(&self) -> Result<()> {
        super::start_log("warn");
        let address = std::net::SocketAddr::new(self.bind, self.port);
        let config = SchedulerConfig {
            bind_host: self.bind.to_string(),
            bind_port: self.port,
            external_host: self.external_host.clone().unwrap_or_else(|| self.bind.to_string()),
            executor_timeout_seconds: self.executor_timeout,
            expire_dead_executor_interval_seconds: self.check_interval,
            no_executors_grace_period_seconds: self.no_executors_grace,
            task_max_failures: self.task_attempts,
            override_session_builder: Some(Arc::new(session)),
            override_logical_codec: Some(Arc::new(LogicalCodec::default())),
            override_physical_codec: Some(Arc::new(PhysicalCodec::default())),
            ..SchedulerConfig::default()
        };
        let cluster = BallistaCluster::new_from_config(&config).await?;
        eprintln!("scheduler at {address}");
        start_server(cluster, address, Arc::new(config)).await.with_context(|| format!("scheduler at {address}"))
    }
}

/// The session in which a client's queries are planned.
fn session(config: SessionConfig) -> datafusion::common::Result<SessionState> {
    let mut state = default_session_builder(config)?;
    for function in functions::scalar_functions() {
        state.register_udf(function)?;
    }
    Ok(state)
}
