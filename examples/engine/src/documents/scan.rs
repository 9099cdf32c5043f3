//! The plan that reads documents.

use std::{
    fmt,
    sync::{Arc, LazyLock},
};

use datafusion::{
    arrow::{
        array::{AsArray, Int64Builder, RecordBatch, StringArray, StringBuilder},
        datatypes::{DataType, Field, Schema, SchemaRef},
    },
    common::{DataFusionError, Result, internal_err, runtime::SpawnedTask, tree_node::TreeNodeRecursion},
    datasource::memory::MemorySourceConfig,
    execution::{SendableRecordBatchStream, TaskContext},
    physical_expr::{EquivalenceProperties, PhysicalExpr},
    physical_plan::{
        ChildrenPropertiesMode, DisplayAs, DisplayFormatType, ExecutionPlan, ExecutionPlanProperties, Partitioning,
        PlanProperties, ReplaceChildrenOptions,
        execution_plan::{Boundedness, EmissionType},
        stream::RecordBatchReceiverStreamBuilder,
    },
};
use futures::TryStreamExt;

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

/// The plan that reads `partitions`, the shards of each one after another.
///
/// It has two operators: a list in memory of what is to be read, and, on top of it, the one that reads. A cluster gives
/// each task some partitions of the scans that it knows, as that of a list in memory is, and every task would read all
/// of a scan that it does not know.
pub(super) fn plan(partitions: &[Vec<Shard>], projection: Option<Vec<usize>>) -> Result<Arc<dyn ExecutionPlan>> {
    let lists = partitions.iter().map(|shards| Ok(vec![list(shards)?])).collect::<Result<Vec<_>>>()?;
    let lists = MemorySourceConfig::try_new_exec(&lists, Arc::clone(&LIST), None)?;
    Ok(Arc::new(DocumentsExec::new(lists, projection)?))
}

/// A column of shards, each as its JSON.
static LIST: LazyLock<SchemaRef> =
    LazyLock::new(|| Arc::new(Schema::new(vec![Field::new("shard", DataType::Utf8, false)])));

fn list(shards: &[Shard]) -> Result<RecordBatch> {
    let json = shards.iter().map(serde_json::to_string).collect::<Result<Vec<_>, _>>();
    let json = json.map_err(|error| DataFusionError::External(Box::new(error)))?;
    Ok(RecordBatch::try_new(Arc::clone(&LIST), vec![Arc::new(StringArray::from(json))])?)
}

fn shards(list: &RecordBatch) -> Result<Vec<Shard>> {
    let json = list.column(0).as_string::<i32>().iter().flatten();
    let shards = json.map(serde_json::from_str).collect::<Result<Vec<_>, _>>();
    shards.map_err(|error| DataFusionError::External(Box::new(error)))
}

/// Reads the documents of the shards of its input, each partition in a thread of its own.
#[derive(Debug)]
pub(super) struct DocumentsExec {
    lists: Arc<dyn ExecutionPlan>,
    /// The columns to hand on; all if there is no choice.
    projection: Option<Vec<usize>>,
    properties: Arc<PlanProperties>,
}

impl DocumentsExec {
    pub(super) fn new(lists: Arc<dyn ExecutionPlan>, projection: Option<Vec<usize>>) -> Result<Self> {
        let schema = match &projection {
            Some(projection) => Arc::new(SCHEMA.project(projection)?),
            None => Arc::clone(&SCHEMA),
        };
        let properties = PlanProperties::new(
            EquivalenceProperties::new(schema),
            Partitioning::UnknownPartitioning(lists.output_partitioning().partition_count()),
            EmissionType::Incremental,
            Boundedness::Bounded,
        );
        Ok(Self { lists, projection, properties: Arc::new(properties) })
    }

    /// All that has to be known of it besides its input.
    #[cfg(feature = "cluster")]
    pub(super) fn projection(&self) -> Option<&Vec<usize>> {
        self.projection.as_ref()
    }
}

impl DisplayAs for DocumentsExec {
    fn fmt_as(&self, _: DisplayFormatType, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DocumentsExec: partitions={}", self.properties.partitioning.partition_count())?;
        match &self.projection {
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
        vec![&self.lists]
    }

    fn benefits_from_input_partitioning(&self) -> Vec<bool> {
        vec![false]
    }

    fn apply_expressions(
        &self,
        _: &mut dyn FnMut(&Arc<dyn PhysicalExpr>) -> Result<TreeNodeRecursion>,
    ) -> Result<TreeNodeRecursion> {
        Ok(TreeNodeRecursion::Continue)
    }

    fn replace_children(
        self: Arc<Self>,
        children: Vec<Arc<dyn ExecutionPlan>>,
        _: ReplaceChildrenOptions,
    ) -> Result<Arc<dyn ExecutionPlan>> {
        match <[_; 1]>::try_from(children) {
            Ok([lists]) => Ok(Arc::new(Self::new(lists, self.projection.clone())?)),
            Err(children) => internal_err!("DocumentsExec has one input and not {}", children.len()),
        }
    }

    fn with_new_children(self: Arc<Self>, children: Vec<Arc<dyn ExecutionPlan>>) -> Result<Arc<dyn ExecutionPlan>> {
        self.replace_children(children, ReplaceChildrenOptions::new(ChildrenPropertiesMode::Recompute))
    }

    fn execute(&self, partition: usize, context: Arc<TaskContext>) -> Result<SendableRecordBatchStream> {
        let rows = context.session_config().batch_size();
        let projection = self.projection.clone();
        let mut lists = self.lists.execute(partition, context)?;
        let mut builder = RecordBatchReceiverStreamBuilder::new(self.schema(), READ_AHEAD);
        let sender = builder.tx();
        builder.spawn(async move {
            while let Some(list) = lists.try_next().await? {
                let (shards, sender) = (shards(&list)?, sender.clone());
                let mut batches = Batches::new(projection.clone(), rows);
                // Files are read and decompressed where waiting blocks nobody. It ends when the receiver is gone.
                let read = move || batches.read(&shards, |batch| sender.blocking_send(Ok(batch)).is_ok());
                SpawnedTask::spawn_blocking(read)
                    .await
                    .map_err(|error| DataFusionError::External(Box::new(error)))??;
            }
            Ok(())
        });
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
    fn read(&mut self, shards: &[Shard], mut send: impl FnMut(RecordBatch) -> bool) -> Result<()> {
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
