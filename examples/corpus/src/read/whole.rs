//! Plain text: the file is the document.

use anyhow::{Result, anyhow};

use super::{Reader, Source, explain};
use crate::batch::{Batch, Content, Place};

pub(super) struct Whole {
    source: Source,
    max_record: usize,
    done: bool,
}

impl Whole {
    pub(super) fn new(source: Source, max_record: usize) -> Self {
        Self { source, max_record, done: false }
    }
}

impl Reader for Whole {
    fn fill(&mut self, batch: &mut Batch) -> Result<()> {
        if self.done {
            return Ok(());
        }
        self.done = true;
        let whole = |error| anyhow!("{}", explain(&error));
        self.source.take(self.max_record as u64, |part| batch.bytes.extend_from_slice(part)).map_err(whole)?;
        if self.source.peek().map_err(whole)?.is_empty() {
            batch.push(Place::Whole, Content::Text { id: None, text: 0..batch.bytes.len() });
        } else {
            batch.bytes.clear();
            batch.push(Place::Whole, Content::Bad(format!("more than the {} bytes of --max-record", self.max_record)));
        }
        Ok(())
    }
}
