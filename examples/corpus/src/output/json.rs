//! A tweet, an embed or prose as a line of JSON.

use anyhow::Result;
use serde::Serialize;

/// The library's form, with the document before it.
#[derive(Serialize)]
struct Row<'t, T: Serialize> {
    id: &'t str,
    #[serde(flatten)]
    found: &'t T,
}

/// What is left of a document without its tweets.
#[derive(Serialize)]
pub(super) struct Prose<'t> {
    pub(super) prose: &'t str,
}

pub(super) fn line(lines: &mut Vec<u8>, id: &str, found: &impl Serialize) -> Result<()> {
    serde_json::to_writer(&mut *lines, &Row { id, found })?;
    lines.push(b'\n');
    Ok(())
}
