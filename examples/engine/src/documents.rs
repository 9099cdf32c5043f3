//! Documents as a table: `documents`, and the table function of the same name.

#[cfg(feature = "cluster")]
pub(crate) mod codec;
mod scan;

use std::{
    path::PathBuf,
    sync::{Arc, LazyLock},
};

use async_trait::async_trait;
use datafusion::{
    arrow::datatypes::{DataType, Field, Schema, SchemaRef},
    catalog::{Session, TableFunctionArgs, TableFunctionImpl, TableProvider},
    common::{DataFusionError, Result, ScalarValue, plan_err},
    logical_expr::{Expr, TableType},
    physical_plan::ExecutionPlan,
};

use crate::input::{self, Shard};

/// The columns of the documents of any file.
static SCHEMA: LazyLock<SchemaRef> = LazyLock::new(|| {
    Arc::new(Schema::new(vec![
        Field::new("shard", DataType::Utf8, false),
        Field::new("record", DataType::Int64, false),
        Field::new("id", DataType::Utf8, true),
        Field::new("text", DataType::Utf8, false),
    ]))
});

/// The documents of some shards.
///
/// Nothing is opened before rows are asked for, and then where the rows are asked for: on a cluster, by the executors.
#[derive(Debug)]
pub(crate) struct Documents {
    shards: Vec<Shard>,
}

impl Documents {
    pub(crate) fn new(shards: Vec<Shard>) -> Self {
        Self { shards }
    }
}

#[async_trait]
impl TableProvider for Documents {
    fn schema(&self) -> SchemaRef {
        Arc::clone(&SCHEMA)
    }

    fn table_type(&self) -> TableType {
        TableType::Base
    }

    async fn scan(
        &self,
        session: &dyn Session,
        projection: Option<&Vec<usize>>,
        _filters: &[Expr],
        _limit: Option<usize>,
    ) -> Result<Arc<dyn ExecutionPlan>> {
        let partitions = input::groups(&self.shards, session.config().target_partitions());
        scan::plan(&partitions, projection.cloned())
    }
}

/// `documents('a.jsonl.gz', 'folder', …)`: the documents of files and of the files in folders.
#[derive(Debug)]
pub(crate) struct DocumentsFunction;

impl TableFunctionImpl for DocumentsFunction {
    fn call_with_args(&self, args: TableFunctionArgs<'_, '_>) -> Result<Arc<dyn TableProvider>> {
        let path = |argument: &Expr| match argument {
            Expr::Literal(ScalarValue::Utf8(Some(path)) | ScalarValue::Utf8View(Some(path)), _) => {
                Ok(PathBuf::from(path))
            }
            other => plan_err!("documents(…) takes paths, which are strings, and not {other}"),
        };
        let paths = args.exprs().iter().map(path).collect::<Result<Vec<_>>>()?;
        if paths.is_empty() {
            return plan_err!("documents(…) takes at least one path");
        }
        let shards = input::shards(&paths).map_err(|error| DataFusionError::External(Box::new(error)))?;
        Ok(Arc::new(Documents::new(shards)))
    }
}
