//! Documents on their way to other machines: what client, scheduler and executors have to agree on.
//!
//! Plans travel as Protocol Buffers, in which the engine's own nodes have their places and any others are bytes. Ours
//! are JSON, behind a mark; what has no mark is the engine's. Functions travel by their names alone, whoever wrote
//! them.

use std::sync::Arc;

use ballista_core::serde::{BallistaLogicalExtensionCodec, BallistaPhysicalExtensionCodec};
use datafusion::{
    arrow::datatypes::SchemaRef,
    catalog::TableProvider,
    common::{DataFusionError, Result, TableReference, internal_err},
    datasource::file_format::FileFormatFactory,
    execution::TaskContext,
    logical_expr::{Extension, LogicalPlan},
    physical_plan::ExecutionPlan,
};
use datafusion_proto::{
    logical_plan::LogicalExtensionCodec,
    physical_plan::{PhysicalExtensionCodec, PhysicalProtoConverterExtension},
};
use serde::{Serialize, de::DeserializeOwned};

use super::{Documents, scan::DocumentsExec};

const MARK: &[u8] = b"embedded-tweet documents 1 ";

fn encode(what: &impl Serialize, to: &mut Vec<u8>) -> Result<()> {
    to.extend_from_slice(MARK);
    serde_json::to_writer(to, what).map_err(|error| DataFusionError::External(Box::new(error)))
}

/// `None` if the bytes are not ours.
fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Option<Result<T>> {
    let json = bytes.strip_prefix(MARK)?;
    Some(serde_json::from_slice(json).map_err(|error| DataFusionError::External(Box::new(error))))
}

/// The table, from the client to the scheduler.
#[derive(Debug, Default)]
pub(crate) struct LogicalCodec(BallistaLogicalExtensionCodec);

impl LogicalExtensionCodec for LogicalCodec {
    fn try_decode(&self, bytes: &[u8], inputs: &[LogicalPlan], context: &TaskContext) -> Result<Extension> {
        self.0.try_decode(bytes, inputs, context)
    }

    fn try_encode(&self, node: &Extension, to: &mut Vec<u8>) -> Result<()> {
        self.0.try_encode(node, to)
    }

    fn try_decode_table_provider(
        &self,
        bytes: &[u8],
        name: &TableReference,
        schema: SchemaRef,
        context: &TaskContext,
    ) -> Result<Arc<dyn TableProvider>> {
        match decode(bytes) {
            Some(shards) => Ok(Arc::new(Documents::new(shards?))),
            None => self.0.try_decode_table_provider(bytes, name, schema, context),
        }
    }

    fn try_encode_table_provider(
        &self,
        name: &TableReference,
        table: Arc<dyn TableProvider>,
        to: &mut Vec<u8>,
    ) -> Result<()> {
        let any: &dyn std::any::Any = table.as_ref();
        match any.downcast_ref::<Documents>() {
            Some(documents) => encode(&documents.shards, to),
            None => self.0.try_encode_table_provider(name, table, to),
        }
    }

    fn try_decode_file_format(&self, bytes: &[u8], context: &TaskContext) -> Result<Arc<dyn FileFormatFactory>> {
        self.0.try_decode_file_format(bytes, context)
    }

    fn try_encode_file_format(&self, to: &mut Vec<u8>, format: Arc<dyn FileFormatFactory>) -> Result<()> {
        self.0.try_encode_file_format(to, format)
    }
}

/// The operator, from the scheduler to the executors.
#[derive(Debug, Default)]
pub(crate) struct PhysicalCodec(BallistaPhysicalExtensionCodec);

impl PhysicalExtensionCodec for PhysicalCodec {
    fn try_decode(
        &self,
        bytes: &[u8],
        inputs: &[Arc<dyn ExecutionPlan>],
        context: &TaskContext,
        converter: &dyn PhysicalProtoConverterExtension,
    ) -> Result<Arc<dyn ExecutionPlan>> {
        match (decode(bytes), inputs) {
            (Some(projection), [lists]) => Ok(Arc::new(DocumentsExec::new(Arc::clone(lists), projection?)?)),
            (Some(_), _) => internal_err!("DocumentsExec has one input and not {}", inputs.len()),
            (None, _) => self.0.try_decode(bytes, inputs, context, converter),
        }
    }

    fn try_encode(
        &self,
        node: Arc<dyn ExecutionPlan>,
        to: &mut Vec<u8>,
        converter: &dyn PhysicalProtoConverterExtension,
    ) -> Result<()> {
        let any: &dyn std::any::Any = node.as_ref();
        match any.downcast_ref::<DocumentsExec>() {
            Some(documents) => encode(&documents.projection(), to),
            None => self.0.try_encode(node, to, converter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::Shard;

    #[test]
    fn ours_are_told_from_those_of_the_engine() {
        let mut bytes = Vec::new();
        encode(&vec![Shard::sample()], &mut bytes).unwrap();
        assert_eq!(decode::<Vec<Shard>>(&bytes).unwrap().unwrap(), [Shard::sample()]);
        assert!(decode::<Vec<Shard>>(b"\x0a\x01").is_none());
    }
}
