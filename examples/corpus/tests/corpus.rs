//! `corpus` as a user runs it.
#![allow(clippy::unwrap_used)]

use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    thread,
    time::{Duration, Instant},
};

use arrow_array::{Array, cast::AsArray, types::Date32Type};
use arrow_schema::DataType;
use flate2::{Compression, write::GzEncoder};
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use tempfile::TempDir;

/// Runs `corpus` in `folder`.
fn corpus(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_corpus")).current_dir(folder).args(arguments).output().unwrap()
}

/// What it wrote to standard output; it must have succeeded.
fn rows(folder: &Path, arguments: &[&str]) -> String {
    let output = corpus(folder, arguments);
    assert!(output.status.success(), "{arguments:?}: {}", stderr(&output));
    String::from_utf8(output.stdout).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Writes articles to the file called `name` in `folder`; one in three quotes tweets.
fn generate(folder: &Path, name: &str, size: usize, seed: usize) -> PathBuf {
    let path = folder.join(name);
    let (size, seed) = (format!("--size={size}"), format!("--seed={seed}"));
    let status = Command::new(env!("CARGO_BIN_EXE_generate")).arg(&path).args([&size, &seed, "--quoting=33"]).status();
    assert!(status.unwrap().success());
    path
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// The files in `folder` with their bytes, those of hidden folders not.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path());
    let files = entries.filter(|path| path.is_file());
    files.map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&path).unwrap())).collect()
}

#[test]
fn without_arguments_it_shows_what_it_does() {
    let folder = TempDir::new().unwrap();
    let output = corpus(folder.path(), &[]);
    assert!(output.status.success());
    assert_eq!(String::from_utf8_lossy(&output.stdout).lines().count(), 5);
    let told = stderr(&output);
    for line in ["documents   5", "tweets      5 in 4 documents", "dates       en 60.0 %, de 20.0 %, ja/zh 20.0 %"] {
        assert!(told.contains(line), "{line}: {told}");
    }
    // There is no terminal, so there is no progress bar.
    assert!(!told.contains(['\r', '\u{1b}']));
    assert_eq!(stderr(&corpus(folder.path(), &["--quiet"])), "");
}

#[test]
fn all_formats_give_the_same_rows() {
    let folder = TempDir::new().unwrap();
    let folder = folder.path();
    for name in ["a.jsonl", "a.parquet", "a.warc.wet.gz", "a.warc.wet"] {
        generate(folder, name, 300_000, 1);
    }
    let lines = fs::read(folder.join("a.jsonl")).unwrap();
    // Two lines a member: a decoder of one member would lose all but the first.
    let members: Vec<_> = lines.split_inclusive(|&byte| byte == b'\n').collect();
    let members = members.chunks(2).map(<[_]>::concat);
    fs::write(folder.join("a.jsonl.gz"), members.clone().flat_map(|member| gzip(&member)).collect::<Vec<_>>()).unwrap();
    let frames = members.flat_map(|frame| zstd::encode_all(frame.as_slice(), 1).unwrap()).collect::<Vec<_>>();
    fs::write(folder.join("a.jsonl.zst"), frames).unwrap();

    let expected = rows(folder, &["a.jsonl"]);
    assert!(expected.lines().count() > 20, "{expected}");
    for name in ["a.parquet", "a.warc.wet.gz", "a.warc.wet", "a.jsonl.gz", "a.jsonl.zst"] {
        assert_eq!(rows(folder, &[name]), expected, "{name}");
    }
}

#[test]
fn the_order_is_that_of_the_input_on_any_number_of_cores() {
    let folder = TempDir::new().unwrap();
    let folder = folder.path();
    fs::create_dir(folder.join("in")).unwrap();
    for seed in 1..5 {
        generate(folder, &format!("in/{seed}.jsonl"), 150_000 * seed, seed);
    }
    for form in ["jsonl", "parquet"] {
        let outputs = ["1", "2", "7"].map(|threads| {
            let output = format!("{form}-{threads}");
            rows(folder, &["in", "-o", &output, "--to", form, "--threads", threads]);
            files(&folder.join(output))
        });
        assert_eq!(outputs[0].len(), 4);
        assert!(outputs.iter().all(|output| output == &outputs[0]), "{form}");
    }
}

#[test]
fn plain_texts_are_a_document_each() {
    let folder = TempDir::new().unwrap();
    let text = "They met.\n\nSo glad! — Dana Ortiz (@dortiz) July 14, 2021";
    fs::write(folder.path().join("a.txt"), text).unwrap();
    fs::write(folder.path().join("b.txt.gz"), gzip(text.as_bytes())).unwrap();
    fs::write(folder.path().join("SHA256SUMS"), "no text").unwrap();
    let rows = rows(folder.path(), &["."]);
    let ids: Vec<_> = rows.lines().map(|row| &row[..row.find(",\"span\"").unwrap()]).collect();
    assert_eq!(ids, ["{\"id\":\"a.txt\"", "{\"id\":\"b.txt.gz\""]);
}

/// A page that embeds two tweets, one of which says nothing.
const PAGE: &str = "<p>They met.</p><blockquote class=twitter-tweet><p>So glad! #bridges</p>&mdash; Dana Ortiz (@dortiz) <a \
    href=https://x.com/dortiz/status/1415245567461347331>July 14, 2021</a></blockquote><div \
    data-tweet-id=1415300000000000000></div>";

/// A WARC record of the type `response`.
fn response(uri: &str, fields: &str, body: &[u8]) -> Vec<u8> {
    let head = format!("HTTP/1.1 200 OK\r\n{fields}\r\n\r\n");
    let len = head.len() + body.len();
    let record =
        format!("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {uri}\r\nContent-Length: {len}\r\n\r\n{head}");
    [record.as_bytes(), body, b"\r\n\r\n"].concat()
}

#[test]
fn pages_are_read_from_all_formats() {
    let folder = TempDir::new().unwrap();
    let folder = folder.path();
    let html = "Content-Type: text/html; charset=utf-8";
    let chunked = format!("{:x}\r\n{PAGE}\r\n0\r\n\r\n", PAGE.len());
    let records = [
        b"WARC/1.0\r\nWARC-Type: request\r\nContent-Length: 4\r\n\r\nGET \r\n\r\n".to_vec(),
        response("https://example.com/", html, PAGE.as_bytes()),
        response("https://example.com/", &format!("{html}\r\nContent-Encoding: gzip"), &gzip(PAGE.as_bytes())),
        response("https://example.com/", &format!("{html}\r\nTransfer-Encoding: chunked"), chunked.as_bytes()),
        response("https://example.com/a.png", "Content-Type: image/png", b"\x89PNG"),
        response("https://example.com/b", &format!("{html}\r\nContent-Encoding: br"), b"\x0b\x02\x80"),
        response("https://example.com/c", html, b"caf\xe9"),
    ];
    let members: Vec<u8> = records.iter().flat_map(|record| gzip(record)).collect();
    fs::write(folder.join("a.warc.gz"), &members).unwrap();
    fs::write(folder.join("unnamed"), &members).unwrap();
    let line = format!("{{\"id\":\"https://example.com/\",\"text\":{}}}\n", serde_json::to_string(PAGE).unwrap());
    fs::write(folder.join("a.jsonl"), line).unwrap();

    let row = rows(folder, &["a.jsonl", "--html", "--quiet"]);
    let found: Vec<serde_json::Value> = row.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(found.len(), 2);
    assert_eq!(found[0]["tweet"]["text"], "So glad! #bridges");
    assert_eq!((&found[1]["status_id"], &found[1]["tweet"]), (&"1415300000000000000".into(), &serde_json::Value::Null));
    assert_eq!(rows(folder, &["a.warc.gz"]), row.repeat(3));
    assert_eq!(rows(folder, &["--from", "warc", "unnamed"]), row.repeat(3));
    fs::write(folder.join("page.html"), PAGE).unwrap();
    assert_eq!(rows(folder, &["page.html"]), row.replace("https://example.com/", "page.html"));

    let told = stderr(&corpus(folder, &["a.warc.gz", "-o", "out", "--to", "parquet"]));
    for line in [
        "documents   3\n",
        "skipped     3 responses: encoded 1, not HTML 1, not UTF-8 1\n",
        "tweets      6 in 3 documents\n",
        "dates       en 50.0 %, no text 50.0 %\n",
        "authors     @dortiz 3\n",
    ] {
        assert!(told.contains(line), "{line}: {told}");
    }
    let again = stderr(&corpus(folder, &["a.warc.gz", "-o", "out", "--to", "parquet", "--resume"]));
    assert!(again.contains("files       0 done, 1 done before\n"), "{again}");
    assert!(again.contains("skipped     3 responses"), "{again}");

    let file = File::open(folder.join("out/a.tweets.parquet")).unwrap();
    let table = ParquetRecordBatchReaderBuilder::try_new(file).unwrap().build().unwrap().next().unwrap().unwrap();
    let column = |name: &str| table.column_by_name(name).unwrap();
    assert_eq!(column("text").as_string::<i32>().value(0), "So glad! #bridges");
    assert_eq!(column("handle").as_string::<i32>().value(0), "dortiz");
    for name in ["text", "handle", "date", "boundary", "text_span"] {
        assert!(column(name).is_null(1), "{name}");
    }
    assert!(!column("span").is_null(1));
    assert_eq!(column("status_id").as_primitive::<arrow_array::types::Int64Type>().value(1), 1_415_300_000_000_000_000);
}

#[test]
fn a_cut_off_warc_file_and_a_page_that_is_too_long_are_told() {
    let folder = TempDir::new().unwrap();
    let folder = folder.path();
    let record = response("https://example.com/", "Content-Type: text/html", PAGE.as_bytes());
    fs::write(folder.join("cut.warc"), &record[..record.len() - 20]).unwrap();
    let output = corpus(folder, &["cut.warc", "--quiet"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(stderr(&output), "corpus: cut.warc: byte 0: the file ends within this record\n");
    fs::write(folder.join("long.warc"), &record).unwrap();
    let output = corpus(folder, &["long.warc", "--quiet", "--max-record", "100"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).starts_with("corpus: long.warc: byte 0: a record of "), "{}", stderr(&output));
}

#[test]
fn a_full_disk_is_no_fault_of_the_input() {
    let Ok(full) = File::options().write(true).open("/dev/full") else { return };
    let output = Command::new(env!("CARGO_BIN_EXE_corpus")).arg("--quiet").stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).starts_with("corpus: standard output: "), "{}", stderr(&output));
}

#[test]
fn tweets_that_are_not_sure_enough_are_left_out() {
    let folder = TempDir::new().unwrap();
    let text = "it is so and so they say and who are we — Dana Ortiz (@dortiz) July 14, 2021";
    fs::write(folder.path().join("a.txt"), text).unwrap();
    assert_eq!(rows(folder.path(), &["a.txt", "--min-confidence", "0"]).lines().count(), 1);
    assert_eq!(rows(folder.path(), &["a.txt", "--min-confidence", "1"]), "");
    assert_eq!(corpus(folder.path(), &["a.txt", "--min-confidence", "2"]).status.code(), Some(2));
    fs::write(folder.path().join("b.txt"), "So glad! pic.twitter.com/AbCdEf1234 — Dana Ortiz (@dortiz)").unwrap();
    assert_eq!(rows(folder.path(), &["b.txt"]).lines().count(), 1);
    assert_eq!(rows(folder.path(), &["b.txt", "--dated"]), "");
}

#[test]
fn prose_is_a_row_for_each_document() {
    let folder = TempDir::new().unwrap();
    let folder = folder.path();
    fs::write(folder.join("a.txt"), "They met.\n\n> So glad!\n>\n> — Dana Ortiz (@dortiz) July 14, 2021\n\nIt rained.")
        .unwrap();
    fs::write(folder.join("b.txt"), "It snowed.\n").unwrap();
    fs::write(folder.join("c.html"), PAGE).unwrap();
    let expected = [("a.txt", "They met.\n\nIt rained."), ("b.txt", "It snowed.\n"), ("c.html", "<p>They met.</p>")];
    let lines = expected.map(|(id, prose)| format!("{{\"id\":{id:?},\"prose\":{prose:?}}}\n")).concat();
    let inputs = ["a.txt", "b.txt", "c.html", "--prose"];
    assert_eq!(rows(folder, &inputs), lines);
    assert!(stderr(&corpus(folder, &inputs)).contains("tweets      3 in 2 documents"));

    rows(folder, &[&inputs[..], &["-o", "out", "--to", "parquet"]].concat());
    // Tweets and prose of the same input have room in one folder, and are not taken for each other.
    rows(folder, &["a.txt", "-o", "out", "--resume"]);
    let told = stderr(&corpus(folder, &[&inputs[..], &["-o", "out", "--to", "parquet", "--resume"]].concat()));
    assert!(told.contains("3 done before"), "{told}");
    for (id, prose) in expected {
        let name = id.split_once('.').unwrap().0;
        let file = File::open(folder.join(format!("out/{name}.prose.parquet"))).unwrap();
        let table = ParquetRecordBatchReaderBuilder::try_new(file).unwrap().build().unwrap().next().unwrap().unwrap();
        let text = |name: &str| table.column_by_name(name).unwrap().as_string::<i32>().value(0).to_owned();
        assert_eq!((text("id"), text("prose")), (id.to_owned(), prose.to_owned()));
    }
}

#[test]
fn columns_are_typed() {
    let folder = TempDir::new().unwrap();
    rows(folder.path(), &["-o", "out", "--to", "parquet"]);
    let file = File::open(folder.path().join("out/sample.tweets.parquet")).unwrap();
    let table = ParquetRecordBatchReaderBuilder::try_new(file).unwrap().build().unwrap().next().unwrap().unwrap();
    let kind = |name: &str| table.column_by_name(name).unwrap().data_type().clone();
    assert_eq!(kind("date"), DataType::Date32);
    assert_eq!(kind("status_id"), DataType::Int64);
    assert_eq!(kind("confidence"), DataType::Float32);
    assert!(matches!(kind("links"), DataType::List(_)));
    assert!(matches!(kind("span"), DataType::Struct(_)));
    let text = |name: &str, row| table.column_by_name(name).unwrap().as_string::<i32>().value(row).to_owned();
    assert_eq!(text("id", 2), "stadtbad");
    assert_eq!(text("handle", 2), "ilse_brand");
    assert_eq!(text("boundary", 2), "paragraph");
    let date = table.column_by_name("date").unwrap().as_primitive::<Date32Type>().value_as_date(2).unwrap();
    assert_eq!(date.to_string(), "2018-01-19");
    let links = table.column_by_name("links").unwrap().as_list::<i32>();
    assert_eq!((links.value(0).len(), links.value(2).len()), (1, 0));
    let urls = links.value(1);
    assert_eq!(urls.as_struct().column_by_name("url").unwrap().as_string::<i32>().value(0), "https://t.co/h7WmXo2LcE");
}

#[test]
fn bad_records_are_told_by_file_and_place() {
    let folder = TempDir::new().unwrap();
    let folder = folder.path();
    let good = |id| format!("{{\"id\":{id},\"text\":\"So glad! — Dana (@dortiz) July 14, 2021\"}}\n");
    let mut lines = good(1).into_bytes();
    lines.extend_from_slice(b"{\"id\":2,\"txt\":\"\"}\n\n{\"id\":3,\"text\":\"\xff\"}\n{\"text\":\"");
    lines.extend_from_slice("x".repeat(600).as_bytes());
    lines.extend_from_slice(b"\"}\n{\"text\":7}\n{\"text\"");
    fs::write(folder.join("bad.jsonl"), &lines).unwrap();
    fs::write(folder.join("good.jsonl"), good(4)).unwrap();

    let output = corpus(folder, &[".", "-o", "out", "--quiet"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        stderr(&output),
        "corpus: bad.jsonl:2: no field `text`; there are `id`, `txt` (--text-field names it)\n"
    );
    // The other file was done, and of this one nothing is left.
    let written = || files(&folder.join("out")).into_keys().collect::<Vec<_>>();
    assert_eq!(written(), ["good.tweets.jsonl"]);
    // What was written is no input to the next run.
    assert_eq!(corpus(folder, &[".", "-o", "out", "--quiet", "--resume"]).status.code(), Some(1));
    assert_eq!(written(), ["good.tweets.jsonl"]);

    let output = corpus(folder, &["bad.jsonl", "--skip-bad", "--quiet", "--max-record", "500"]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stdout).lines().count(), 1);
    let expected = "corpus: bad.jsonl:2: no field `text`; there are `id`, `txt` (--text-field names it)
corpus: bad.jsonl:4: not UTF-8 at byte 16 of the record; if it is WINDOWS-1252, `iconv -f WINDOWS-1252 -t UTF-8` converts it
corpus: bad.jsonl:5: more than the 500 bytes of --max-record
corpus: bad.jsonl:6:9: invalid type: integer `7`, expected a string in field `text`
corpus: bad.jsonl:7:7: EOF while parsing an object
";
    assert_eq!(stderr(&output), expected);
}

#[test]
fn files_that_are_cut_off_are_not_taken_for_whole() {
    let folder = TempDir::new().unwrap();
    let folder = folder.path();
    fs::create_dir(folder.join("in")).unwrap();
    let lines = fs::read(generate(folder, "a.jsonl", 50_000, 1)).unwrap();
    let wet = fs::read(generate(folder, "a.warc.wet", 50_000, 1)).unwrap();
    let cut = |mut bytes: Vec<u8>, by: usize| {
        bytes.truncate(bytes.len() - by);
        bytes
    };
    fs::write(folder.join("in/gzip.jsonl.gz"), cut([gzip(&lines), gzip(&lines)].concat(), 100)).unwrap();
    fs::write(folder.join("in/record.warc.wet"), cut(wet, 50)).unwrap();
    fs::write(folder.join("in/zstd.jsonl.zst"), cut(zstd::encode_all(lines.as_slice(), 1).unwrap(), 100)).unwrap();
    fs::write(folder.join("in/no-table.parquet"), b"PAR1").unwrap();
    for arguments in [vec!["in", "-o", "out", "--quiet"], vec!["in", "-o", "out", "--quiet", "--skip-bad"]] {
        let output = corpus(folder, &arguments);
        assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
        let told = stderr(&output);
        for line in ["corpus: gzip.jsonl.gz: line ", "corpus: record.warc.wet: byte ", "corpus: zstd.jsonl.zst: line "]
        {
            assert!(told.contains(line), "{told}");
        }
        assert!(told.contains("corpus: no-table.parquet: "), "{told}");
        assert!(files(&folder.join("out")).is_empty());
    }
}

#[test]
fn a_run_that_was_killed_is_resumed() {
    const FILES: usize = 24;
    let folder = TempDir::new().unwrap();
    let folder = folder.path();
    fs::create_dir(folder.join("in")).unwrap();
    for seed in 0..FILES {
        generate(folder, &format!("in/{seed:02}.jsonl"), 250_000, seed);
    }
    rows(folder, &["in", "-o", "whole", "--to", "parquet"]);
    let whole = files(&folder.join("whole"));
    assert_eq!(whole.len(), FILES);

    let arguments = ["in", "-o", "out", "--to", "parquet", "--threads", "1", "--quiet"];
    let mut child = Command::new(env!("CARGO_BIN_EXE_corpus"))
        .current_dir(folder)
        .args(arguments)
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let finished = || {
        let mut files = files(&folder.join("out"));
        files.retain(|name, _| name.ends_with(".parquet"));
        files
    };
    let start = Instant::now();
    while finished().len() < 3 && start.elapsed() < Duration::from_secs(60) {
        thread::sleep(Duration::from_millis(2));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    let before = finished();
    assert!((3..FILES).contains(&before.len()), "{} were finished", before.len());
    // What has its name is whole.
    assert!(before.iter().all(|(name, bytes)| &whole[name] == bytes));

    let changed = |name: &str| fs::metadata(folder.join("out").join(name)).unwrap().modified().unwrap();
    let times: Vec<_> = before.keys().map(|name| changed(name)).collect();
    let output = corpus(folder, &["in", "-o", "out", "--to", "parquet", "--resume"]);
    assert!(output.status.success());
    assert!(stderr(&output).contains(&format!("{} done, {} done before", FILES - before.len(), before.len())));
    assert_eq!(files(&folder.join("out")), whole);
    assert_eq!(before.keys().map(|name| changed(name)).collect::<Vec<_>>(), times);
    // The numbers are those of all files, whoever did them.
    let numbers = |told: String| told.lines().filter(|line| line.starts_with("tweets ")).collect::<String>();
    let unbroken = corpus(folder, &["in", "-o", "whole", "--to", "parquet", "--overwrite"]);
    assert_eq!(numbers(stderr(&output)), numbers(stderr(&unbroken)));
}

#[test]
fn what_has_changed_is_done_again() {
    let folder = TempDir::new().unwrap();
    let folder = folder.path();
    generate(folder, "a.jsonl", 20_000, 1);
    rows(folder, &["a.jsonl", "-o", "out"]);
    let first = files(&folder.join("out"));
    generate(folder, "a.jsonl", 30_000, 2);
    let told = stderr(&corpus(folder, &["a.jsonl", "-o", "out", "--resume"]));
    assert!(told.contains("files       1 done\n"), "{told}");
    assert_ne!(files(&folder.join("out")), first);
}

#[test]
fn arguments_that_make_no_sense_are_refused() {
    let folder = TempDir::new().unwrap();
    let folder = folder.path();
    for name in ["a/x.jsonl", "b/x.jsonl"] {
        fs::create_dir_all(folder.join(name).parent().unwrap()).unwrap();
        generate(folder, name, 1000, 1);
    }
    fs::write(folder.join("notes"), "").unwrap();
    rows(folder, &["a", "-o", "out"]);
    for (arguments, complaint) in [
        (vec!["nowhere.jsonl"], "corpus: nowhere.jsonl: No such file"),
        (vec!["notes"], "corpus: notes: its name does not tell its format"),
        (vec!["a", "b", "-o", "two"], "corpus: a/x.jsonl and b/x.jsonl would be written to the same file"),
        (vec!["a", "-o", "out"], "corpus: out/x.tweets.jsonl is there already"),
        (vec!["a", "-o", "a"], "corpus: a: what is written would be input to the next run"),
        (vec!["a", "--to", "parquet"], "error: --to parquet needs --output FOLDER"),
        (vec!["a", "--resume"], "error: "),
    ] {
        let output = corpus(folder, &arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(stderr(&output).starts_with(complaint), "{arguments:?}: {}", stderr(&output));
    }
    generate(folder, "t.parquet", 1000, 1);
    let output = corpus(folder, &["t.parquet", "--text-field", "body", "--quiet"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(stderr(&output), "corpus: t.parquet: no column `body`; there are id, text\n");
}

#[test]
fn a_dry_run_reads_and_writes_nothing() {
    let folder = TempDir::new().unwrap();
    generate(folder.path(), "a.jsonl", 20_000, 1);
    let output = corpus(folder.path(), &["a.jsonl", "-o", "out", "--dry-run"]);
    assert!(output.status.success());
    assert!(output.stdout.is_empty());
    assert!(stderr(&output).contains("documents   "));
    assert!(!folder.path().join("out").exists());
}
