//! Takes the tweets out of a corpus in SQL, inside [Apache DataFusion](https://datafusion.apache.org): in this process,
//! or unchanged on a cluster of [Apache DataFusion Ballista](https://datafusion.apache.org/ballista/).
//!
//! The extraction is one function, `extract_tweets(text)`, and reading is one table, `documents`; all else is the
//! engine's.

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test ends where something is not as it should be"))]

mod bad_input;
#[cfg(feature = "cluster")]
mod cluster;
mod documents;
mod extract_tweets;
mod functions;
mod input;
mod output;
mod read;
mod run;
mod session;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Takes the tweets out of a corpus in SQL
#[derive(Debug, Parser)]
#[command(version, about, arg_required_else_help = false)]
struct Program {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Runs a query: here, or on a cluster
    Run(run::Run),
    /// Plans the queries of a cluster and hands out their tasks; one for each cluster
    #[cfg(feature = "cluster")]
    Scheduler(cluster::scheduler::Scheduler),
    /// Does the tasks of a cluster; one for each machine
    #[cfg(feature = "cluster")]
    Executor(cluster::executor::Executor),
}

#[tokio::main]
async fn main() -> ExitCode {
    let done = match Program::parse().command {
        None => run::Run::default().run().await,
        Some(Command::Run(run)) => run.run().await,
        #[cfg(feature = "cluster")]
        Some(Command::Scheduler(scheduler)) => scheduler.run().await,
        #[cfg(feature = "cluster")]
        Some(Command::Executor(executor)) => executor.run().await,
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {}", run::explain(&error));
            ExitCode::FAILURE
        }
    }
}
