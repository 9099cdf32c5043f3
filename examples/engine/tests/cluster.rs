//! The engine on a cluster: a scheduler and two executors, processes of this machine.
#![cfg(feature = "cluster")]
#![allow(clippy::unwrap_used, reason = "a test ends where something is not as it should be")]

mod common;

use std::{
    fs,
    net::{TcpListener, TcpStream},
    path::Path,
    process::{Child, Stdio},
    thread::sleep,
    time::Duration,
};

use common::{complaint, engine, parts, rows, rows_in, run, write_articles};
use tempfile::TempDir;

/// A process that ends with the test, however that ends.
struct Process(Child);

impl Process {
    fn start(arguments: &[&str]) -> Self {
        Self(engine().args(arguments).stderr(Stdio::null()).spawn().unwrap())
    }

    /// As a power cut does it: nobody is told.
    fn kill(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // Both fail if it has ended.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

struct Executor {
    process: Process,
    /// Where it keeps what its tasks give.
    folder: TempDir,
}

struct Cluster {
    address: String,
    executors: Vec<Executor>,
    _scheduler: Process,
}

/// A port that was free a moment ago.
fn port() -> String {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port().to_string()
}

/// Waits for something that has to come, for longer than anyone would.
fn wait_for(what: &str, mut is_there: impl FnMut() -> bool) {
    for _ in 0..6000 {
        if is_there() {
            return;
        }
        sleep(Duration::from_millis(20));
    }
    panic!("{what} did not come");
}

impl Cluster {
    fn start() -> Self {
        let port = port();
        let address = format!("127.0.0.1:{port}");
        let timeouts = ["--executor-timeout", "4", "--check-interval", "1"];
        let scheduler = Process::start(&[&["scheduler", "--port", &port][..], &timeouts].concat());
        wait_for("the scheduler", || TcpStream::connect(&address).is_ok());
        let executors = [(), ()].map(|()| Executor::start(&address)).into();
        Self { address, executors, _scheduler: scheduler }
    }
}

impl Executor {
    fn start(scheduler: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (port, task_port) = (port(), port());
        let process = Process::start(&[
            "executor",
            "--scheduler",
            scheduler,
            "--port",
            &port,
            "--task-port",
            &task_port,
            "--external-host",
            "127.0.0.1",
            "--cores",
            "1",
            "--heartbeat",
            "1",
            "--work-folder",
            folder.path().to_str().unwrap(),
        ]);
        wait_for("the executor", || TcpStream::connect(format!("127.0.0.1:{task_port}")).is_ok());
        Self { process, folder }
    }

    /// Whether one of its tasks has given something.
    fn has_results(&self) -> bool {
        has_files(self.folder.path())
    }
}

fn has_files(folder: &Path) -> bool {
    // What is temporary may be gone by the time that it is looked at.
    let mut entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.any(|entry| if entry.path().is_dir() { has_files(&entry.path()) } else { true })
}

#[test]
fn a_cluster_gives_the_rows_of_one_process() {
    let folder = tempfile::tempdir().unwrap();
    write_articles(folder.path(), 6, 60);
    let input = folder.path().to_str().unwrap();
    let cluster = Cluster::start();
    for query in [
        "SELECT * FROM tweets",
        "SELECT handle, count(*) AS tweets, min(date) AS first FROM tweets GROUP BY handle",
        "SELECT count(*) AS documents FROM documents",
        "SELECT text FROM tweets WHERE date >= DATE '2020-01-01' ORDER BY text LIMIT 7",
    ] {
        let arguments = ["--input", input, "--format", "jsonl", "--sql", query];
        let embedded = rows(&arguments);
        assert!(!embedded.is_empty(), "{query}");
        let on_cluster = rows(&[&arguments[..], &["--scheduler", &cluster.address]].concat());
        assert_eq!(on_cluster, embedded, "{query}");
    }
    // The articles that the program brings along.
    assert_eq!(rows(&["--format", "jsonl", "--scheduler", &cluster.address]), rows(&["--format", "jsonl"]));

    let embedded = rows(&["--input", input, "--format", "jsonl", "--sql", "SELECT * FROM tweets"]);
    let output = tempfile::tempdir().unwrap();
    let [jsonl, parquet] = ["jsonl", "parquet"].map(|format| {
        let path = output.path().join(format).to_str().unwrap().to_owned();
        let written = run(&["--input", input, "--format", format, "--output", &path, "--scheduler", &cluster.address]);
        assert!(written.status.success(), "{}", String::from_utf8_lossy(&written.stderr));
        path
    });
    assert_eq!(rows_in(Path::new(&jsonl)), embedded);
    let (table, query) = (format!("written={parquet}"), "SELECT * FROM written");
    for scheduler in [&[][..], &["--scheduler", &cluster.address]] {
        let read = ["--table", &table, "--sql", query, "--format", "jsonl"];
        assert_eq!(rows(&[&read[..], scheduler].concat()), embedded);
    }
}

#[test]
fn bad_input_is_told_with_its_place_from_wherever_it_was_read() {
    let folder = tempfile::tempdir().unwrap();
    write_articles(folder.path(), 2, 10);
    fs::write(folder.path().join("bad.jsonl"), "{\"text\":\"a\"}\n{\"text\":7}\n").unwrap();
    let cluster = Cluster::start();
    let (input, output) = (folder.path().to_str().unwrap(), folder.path().join("output"));
    let scheduler = ["--scheduler", &cluster.address];
    for arguments in [&["--input", input][..], &["--input", input, "--output", output.to_str().unwrap()]] {
        let complaint = complaint(&[arguments, &scheduler].concat());
        let last = complaint.lines().last().unwrap();
        assert!(last.starts_with("error: bad input: "), "{complaint}");
        assert!(last.contains("/bad.jsonl: line 2, column 9: invalid type"), "{complaint}");
    }
    // The cluster is none the worse for it.
    assert_eq!(rows(&[&["--sql", "SELECT 1 AS one", "--format", "jsonl"][..], &scheduler].concat()), [r#"{"one":1}"#]);
}

#[test]
fn no_cluster_is_told_as_such() {
    let scheduler = format!("127.0.0.1:{}", port());
    let complaint = complaint(&["--scheduler", &scheduler]);
    assert!(complaint.contains(&scheduler), "{complaint}");
}

/// One query in many parts: what the executor has done already is lost with it, and has to be done again.
#[test]
fn a_query_survives_an_executor() {
    let folder = tempfile::tempdir().unwrap();
    write_articles(folder.path(), 16, 600);
    let input = folder.path().to_str().unwrap();
    let arguments = ["--input", input, "--format", "jsonl", "--sql", "SELECT * FROM tweets"];
    let embedded = rows(&arguments);

    let mut cluster = Cluster::start();
    let mut asking = engine()
        .arg("run")
        .args(arguments)
        .args(["--scheduler", &cluster.address])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let lost = &mut cluster.executors[0];
    wait_for("a task's result", || lost.has_results());
    lost.process.kill();
    assert!(asking.try_wait().unwrap().is_none(), "the query was done before the executor was lost");

    let output = asking.wait_with_output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut survived: Vec<_> = String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect();
    survived.sort();
    assert_eq!(survived, embedded);
}

/// A file for each shard: what was written stays, and what was being written is written again.
#[test]
fn output_survives_an_executor() {
    const FILES: u64 = 16;
    let folder = tempfile::tempdir().unwrap();
    write_articles(folder.path(), FILES, 600);
    let input = folder.path().to_str().unwrap();
    let embedded = rows(&["--input", input, "--format", "jsonl", "--sql", "SELECT * FROM tweets"]);

    let mut cluster = Cluster::start();
    let output = tempfile::tempdir().unwrap();
    let mut writing = engine()
        .args(["run", "--input", input, "--format", "jsonl", "--scheduler", &cluster.address])
        .args(["--output", output.path().to_str().unwrap()])
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let lost = &mut cluster.executors[0];
    wait_for("a part", || !parts(output.path()).is_empty() && lost.has_results());
    lost.process.kill();
    assert!(writing.try_wait().unwrap().is_none(), "all was written before the executor was lost");

    let written = writing.wait_with_output().unwrap();
    assert!(written.status.success(), "{}", String::from_utf8_lossy(&written.stderr));
    assert_eq!(parts(output.path()).len() as u64, FILES);
    assert_eq!(fs::read_dir(output.path()).unwrap().count() as u64, FILES, "nothing that is incomplete is left");
    assert_eq!(rows_in(output.path()), embedded);
}
