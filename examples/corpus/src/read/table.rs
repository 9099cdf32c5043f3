//! Parquet: a column of texts and, where there is one, a column of ids.

use std::{fs::File, sync::Arc};

use anyhow::{Context, Result, bail};
use arrow_array::{Array, LargeBinaryArray, RecordBatch, StringArray, cast::AsArray};
use arrow_cast::cast;
use arrow_schema::{DataType, SchemaRef};
use parquet::arrow::{
    ProjectionMask,
    arrow_reader::{ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder},
};

use super::{Choices, Reader};
use crate::{
    batch::{Batch, Content, Place},
    input::Shard,
    progress::Progress,
};

/// Rows decoded at once: few, since a row is a document.
const ROWS: usize = 64;

pub(super) struct Table {
    rows: ParquetRecordBatchReader,
    choices: Choices,
    row: u64,
    bytes_a_row: u64,
    progress: Progress,
}

impl Table {
    pub(super) fn open(shard: &Shard, choices: &Choices, progress: &Progress) -> Result<Self> {
        let builder = ParquetRecordBatchReaderBuilder::try_new(File::open(&shard.path)?)?;
        let schema = Arc::clone(builder.schema());
        let text = column(&schema, &choices.text_field).with_context(|| {
            let names: Vec<_> = schema.fields().iter().map(|field| field.name().as_str()).collect();
            format!("no column `{}`; there are {}", choices.text_field, names.join(", "))
        })?;
        if !holds_text(schema.field(text).data_type()) {
            bail!("column `{}` holds {}, not text", choices.text_field, schema.field(text).data_type());
        }
        let id = column(&schema, &choices.id_field);
        let mask = ProjectionMask::roots(builder.parquet_schema(), [Some(text), id].into_iter().flatten());
        let count = u64::try_from(builder.metadata().file_metadata().num_rows())?.max(1);
        Ok(Self {
            rows: builder.with_projection(mask).with_batch_size(ROWS).build()?,
            choices: choices.clone(),
            row: 0,
            bytes_a_row: shard.len / count,
            progress: progress.clone(),
        })
    }

    fn read(&mut self, rows: &RecordBatch, batch: &mut Batch) -> Result<()> {
        let text = rows.column_by_name(&self.choices.text_field).context("the column of texts is gone")?;
        // As bytes, whatever kind of text it was: one row that is no UTF-8 is that row's fault.
        let text = cast(text, &DataType::LargeBinary)?;
        let text: &LargeBinaryArray = text.as_binary();
        let id = rows.column_by_name(&self.choices.id_field).map(|id| cast(id, &DataType::Utf8)).transpose()?;
        let id: Option<&StringArray> = id.as_ref().map(AsArray::as_string);
        for row in 0..rows.num_rows() {
            self.row += 1;
            let place = Place::Row(self.row);
            let content = if text.is_null(row) {
                Content::Bad(format!("`{}` is null", self.choices.text_field))
            } else if text.value(row).len() > self.choices.max_record {
                let (len, most) = (text.value(row).len(), self.choices.max_record);
                Content::Bad(format!("a text of {len} bytes, and --max-record allows {most}"))
            } else {
                let id = id.filter(|id| id.is_valid(row)).map(|id| batch.store(id.value(row).as_bytes()));
                Content::Text { id, text: batch.store(text.value(row)) }
            };
            batch.push(place, content);
        }
        self.progress.bytes(self.bytes_a_row * rows.num_rows() as u64);
        Ok(())
    }
}

impl Reader for Table {
    fn fill(&mut self, batch: &mut Batch) -> Result<()> {
        while !batch.is_full() {
            let Some(rows) = self.rows.next() else { break };
            let rows = rows.with_context(|| format!("row {}", self.row + 1))?;
            self.read(&rows, batch)?;
        }
        Ok(())
    }
}

fn column(schema: &SchemaRef, name: &str) -> Option<usize> {
    schema.fields().iter().position(|field| field.name() == name)
}

fn holds_text(kind: &DataType) -> bool {
    match kind {
        DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View => true,
        #[allow(clippy::match_same_arms, reason = "a line for texts, a line for bytes")]
        DataType::Binary | DataType::LargeBinary | DataType::BinaryView => true,
        DataType::Dictionary(_, value) => holds_text(value),
        _ => false,
    }
}
