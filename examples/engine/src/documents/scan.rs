//! The operator that reads documents.

use std::{fmt, sync::Arc};

use datafusion::{
    arrow::{
        array::{Int64Builder, RecordBatch, StringBuilder},
        datatypes::SchemaRef,
    },
    common::{DataFusionError, Result, internal_err, tree_node::TreeNodeRecursion},
    execution::{SendableRecordBatchStream, TaskContext},
    physical_expr::{EquivalenceProperties, PhysicalExpr},
    physical_plan::{
        ChildrenPropertiesMode, DisplayAs, DisplayFormatType, ExecutionPlan, Partitioning, PlanProperties,
        ReplaceChildrenOptions,
        execution_plan::{Boundedness, EmissionType},
        stream::RecordBatchReceiverStreamBuilder,
    },
};
use serde::{Deserialize, Serialize};

use super::SCHEMA;
use crate::{
    bad_input::BadInput,
    input::Shard,
    read::{self, Document},
};

/// A batch is sent on when its texts have this many bytes, however few they are: what bounds the memory of a task.
const BATCH_BYTES: usize = 4 << 20;

/// Batches read ahead of those that are worked on.
const READ_AHEAD: usize = 2;

/// What is read: all that a plan says of it on its way to another machine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Reading {
    /// The shards of each partition, which are read one after another.
    pub(super) partitions: Vec<Vec<Shard>>,
    /// The columns to hand on; all if there is no choice.
    pub(super) projection: Option<Vec<usize>>,
}

/// Reads documents, each partition in a thread of its own.
#[derive(Debug)]
pub(super) struct DocumentsExec {
    reading: Reading,
    properties: Arc<PlanProperties>,
}

impl DocumentsExec {
    pub(super) fn new(partitions: Vec<Vec<Shard>>, projection: Option<Vec<usize>>) -> Result<Self> {
        Self::reading(Reading { partitions, projection })
    }

    pub(super) fn reading(reading: Reading) -> Result<Self> {
        let schema = match &reading.projection {
            Some(projection) => Arc::new(SCHEMA.project(projection)?),
            None => Arc::clone(&SCHEMA),
        };
        let properties = PlanProperties::new(
            EquivalenceProperties::new(schema),
            Partitioning::UnknownPartitioning(reading.partitions.len()),
            EmissionType::Incremental,
            Boundedness::Bounded,
        );
        Ok(Self { reading, properties: Arc::new(properties) })
    }

    #[cfg(feature = "cluster")]
    pub(super) fn what(&self) -> &Reading {
        &self.reading
    }
}

impl DisplayAs for DocumentsExec {
    fn fmt_as(&self, _: DisplayFormatType, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Reading { partitions, projection } = &self.reading;
        let shards: usize = partitions.iter().map(Vec::len).sum();
        write!(f, "DocumentsExec: shards={shards}, partitions={}", partitions.len())?;
        match projection {
            Some(columns) => write!(f, ", projection={columns:?}"),
            None => Ok(()),
        }
    }
}

impl ExecutionPlan for DocumentsExec {
    fn name(&self) -> &'static str {
        "DocumentsExec"
    }

    fn properties(&self) -> &Arc<PlanProperties> {
        &self.properties
    }

    fn children(&self) -> Vec<&Arc<dyn ExecutionPlan>> {
        Vec::new()
    }

    fn apply_expressions(
        &self,
        _: &mut dyn FnMut(&Arc<dyn PhysicalExpr>) -> Result<TreeNodeRecursion>,
    ) -> Result<TreeNodeRecursion> {
        Ok(TreeNodeRecursion::Continue)
    }

    fn replace_children(
        self: Arc<Self>,
        _: Vec<Arc<dyn ExecutionPlan>>,
        _: ReplaceChildrenOptions,
    ) -> Result<Arc<dyn ExecutionPlan>> {
        Ok(self)
    }

    fn with_new_children(self: Arc<Self>, children: Vec<Arc<dyn ExecutionPlan>>) -> Result<Arc<dyn ExecutionPlan>> {
        self.replace_children(children, ReplaceChildrenOptions::new(ChildrenPropertiesMode::Recompute))
    }

    fn execute(&self, partition: usize, context: Arc<TaskContext>) -> Result<SendableRecordBatchStream> {
        let Some(shards) = self.reading.partitions.get(partition).cloned() else {
            return internal_err!("DocumentsExec has no partition {partition}");
        };
        let batches = Batches::new(self.reading.projection.clone(), context.session_config().batch_size());
        let mut builder = RecordBatchReceiverStreamBuilder::new(self.schema(), READ_AHEAD);
        let sender = builder.tx();
        // Files are read and decompressed where waiting blocks nobody. It ends when the receiver is gone.
        builder.spawn_blocking(move || batches.read(&shards, |batch| sender.blocking_send(Ok(batch)).is_ok()));
        Ok(builder.build())
    }
}

/// Puts documents together to batches.
struct Batches {
    projection: Option<Vec<usize>>,
    rows: usize,
    shard: StringBuilder,
    record: Int64Builder,
    id: StringBuilder,
    text: StringBuilder,
    len: usize,
    bytes: usize,
}

impl Batches {
    fn new(projection: Option<Vec<usize>>, rows: usize) -> Self {
        Self {
            projection,
            rows,
            shard: StringBuilder::new(),
            record: Int64Builder::new(),
            id: StringBuilder::new(),
            text: StringBuilder::new(),
            len: 0,
            bytes: 0,
        }
    }

    /// Reads `shards` to their end, or until `send` says that nobody listens any more.
    fn read(mut self, shards: &[Shard], mut send: impl FnMut(RecordBatch) -> bool) -> Result<()> {
        for shard in shards {
            for document in read::open(shard).map_err(external)? {
                self.push(&shard.name, &document.map_err(external)?);
                if (self.len >= self.rows || self.bytes >= BATCH_BYTES) && !send(self.finish()?) {
                    return Ok(());
                }
            }
        }
        if self.len > 0 {
            send(self.finish()?);
        }
        Ok(())
    }

    fn push(&mut self, shard: &str, Document { record, id, text }: &Document) {
        self.shard.append_value(shard);
        self.record.append_value(i64::try_from(*record).unwrap_or(i64::MAX));
        self.id.append_option(id.as_deref());
        self.text.append_value(text);
        self.len += 1;
        self.bytes += text.len();
    }

    fn finish(&mut self) -> Result<RecordBatch> {
        self.len = 0;
        self.bytes = 0;
        let schema: SchemaRef = Arc::clone(&SCHEMA);
        let batch = RecordBatch::try_new(
            schema,
            vec![
                Arc::new(self.shard.finish()),
                Arc::new(self.record.finish()),
                Arc::new(self.id.finish()),
                Arc::new(self.text.finish()),
            ],
        )?;
        match &self.projection {
            Some(columns) => Ok(batch.project(columns)?),
            None => Ok(batch),
        }
    }
}

fn external(error: BadInput) -> DataFusionError {
    DataFusionError::External(Box::new(error))
}
