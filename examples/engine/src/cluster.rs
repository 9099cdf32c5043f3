//! The same queries on a cluster.

pub(crate) mod client;
pub(crate) mod executor;
pub(crate) mod scheduler;

use anyhow::{Context, Result};

/// The engine's log goes to standard error: `level` and above, or what `RUST_LOG` asks for.
fn start_log(level: &str) {
    env_logger::Builder::from_env(env_logger::Env::default().default_filter_or(level)).init();
}

/// `host:port` as the two.
fn host_and_port(address: &str) -> Result<(&str, u16)> {
    let parts = address.rsplit_once(':').and_then(|(host, port)| Some((host, port.parse().ok()?)));
    parts.filter(|(host, _)| !host.is_empty()).with_context(|| format!("{address}: expected HOST:PORT"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_have_host_and_port() {
        assert_eq!(host_and_port("head.example:50050").unwrap(), ("head.example", 50050));
        for address in ["", "head.example", ":50050", "head.example:x", "head.example:99999"] {
            assert!(host_and_port(address).is_err(), "{address}");
        }
    }
}
