//! The side that does the work.

use std::{path::PathBuf, sync::Arc};

use anyhow::{Context, Result};
use ballista_core::registry::BallistaFunctionRegistry;
use ballista_executor::executor_process::{ExecutorProcessConfig, start_executor_process};
use clap::Args;

use super::host_and_port;
use crate::{
    documents::codec::{LogicalCodec, PhysicalCodec},
    functions,
};

#[derive(Debug, Args)]
pub(crate) struct Executor {
    /// The scheduler
    #[arg(long, value_name = "HOST:PORT", default_value = "127.0.0.1:50050")]
    scheduler: String,

    /// For how long the scheduler is waited for at the start
    #[arg(long, value_name = "SECONDS", default_value_t = 60)]
    connect_timeout: u16,

    /// The address of this machine to listen at. Anyone who reaches it can read results: there is no authentication
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1")]
    bind: std::net::IpAddr,

    /// The port at which results are fetched
    #[arg(long, default_value_t = 50051)]
    port: u16,

    /// The port at which the scheduler hands in tasks
    #[arg(long, default_value_t = 50052)]
    task_port: u16,

    /// What others call this machine [default: the address from which the scheduler was spoken to]
    #[arg(long, value_name = "HOST")]
    external_host: Option<String>,

    /// How many tasks are done at the same time [default: the cores of this machine]
    #[arg(long, value_name = "N")]
    cores: Option<usize>,

    /// How often the scheduler is told that this executor is there
    #[arg(long, value_name = "SECONDS", default_value_t = 10)]
    heartbeat: u64,

    /// The folder for results that others will fetch; it is to have room for them [default: a temporary one]
    #[arg(long, value_name = "FOLDER")]
    work_folder: Option<PathBuf>,

    /// The memory that sorting and grouping may use together before they go to the disk
    /// [default: 70 % of the machine's]
    #[arg(long, value_name = "MIB")]
    memory: Option<u64>,
}

impl Executor {
    pub(crate) async fn run(&self) -> Result<()> {
        super::start_log("warn");
        let (scheduler_host, scheduler_port) = host_and_port(&self.scheduler)?;
        let work_dir = self.work_folder.as_deref().map(|folder| {
            let utf8 = folder.to_str().map(str::to_owned);
            utf8.with_context(|| format!("{}: its name is not UTF-8", folder.display()))
        });
        let defaults = ExecutorProcessConfig::default();
        let config = ExecutorProcessConfig {
            scheduler_host: scheduler_host.to_owned(),
            scheduler_port,
            scheduler_connect_timeout_seconds: self.connect_timeout,
            bind_host: self.bind.to_string(),
            port: self.port,
            grpc_port: self.task_port,
            external_host: self.external_host.clone(),
            vcores: self.cores.unwrap_or(defaults.vcores),
            executor_heartbeat_interval_seconds: self.heartbeat,
            work_dir: work_dir.transpose()?,
            memory_pool_size: self.memory.map(|mib| mib << 20),
            override_function_registry: Some(Arc::new(registry())),
            override_logical_codec: Some(Arc::new(LogicalCodec::default())),
            override_physical_codec: Some(Arc::new(PhysicalCodec::default())),
            ..defaults
        };
        eprintln!("executor at {}, of the scheduler at {}", self.bind, self.scheduler);
        start_executor_process(Arc::new(config)).await.with_context(|| format!("executor of {}", self.scheduler))
    }
}

/// The functions that tasks may call.
fn registry() -> BallistaFunctionRegistry {
    let mut registry = BallistaFunctionRegistry::default();
    for function in functions::scalar_functions() {
        registry.scalar_functions.insert(function.name().to_owned(), function);
    }
    registry
}
