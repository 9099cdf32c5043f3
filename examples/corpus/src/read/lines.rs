//! JSON Lines, cut into lines; they are parsed where there are more cores.

use anyhow::{Result, anyhow};

use super::{Reader, Source, explain};
use crate::batch::{Batch, Content, Place};

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

pub(super) struct Lines {
    source: Source,
    line: u64,
    max_record: usize,
}

impl Lines {
    pub(super) fn new(source: Source, max_record: usize) -> Self {
        Self { source, line: 0, max_record }
    }
}

impl Reader for Lines {
    fn fill(&mut self, batch: &mut Batch) -> Result<()> {
        while !batch.is_full() {
            let start = batch.bytes.len();
            // One more for the line feed.
            let len = self.source.line(&mut batch.bytes, self.max_record.saturating_add(1)).map_err(|error| {
                let line = self.line + 1;
                anyhow!("line {line}: {}", explain(&error))
            })?;
            if len == 0 {
                break;
            }
            self.line += 1;
            let place = Place::Line(self.line);
            let stored = batch.bytes.get(start..).unwrap_or_default();
            if len - usize::from(stored.ends_with(b"\n")) > self.max_record {
                batch.bytes.truncate(start);
                batch.push(place, Content::Bad(format!("more than the {} bytes of --max-record", self.max_record)));
                continue;
            }
            let line = if self.line == 1 { stored.strip_prefix(BYTE_ORDER_MARK).unwrap_or(stored) } else { stored };
            let start = batch.bytes.len() - line.len();
            if !line.trim_ascii().is_empty() {
                batch.push(place, Content::Json(start..batch.bytes.len()));
            }
        }
        Ok(())
    }
}
