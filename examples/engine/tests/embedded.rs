//! The engine in one process.
#![allow(clippy::unwrap_used, reason = "a test ends where something is not as it should be")]

mod common;

use std::{fs, path::Path};

use common::{article, complaint, engine, gzip, jsonl, parts, rows, rows_in, run, write_articles};
use embedded_tweet_documents::warc::write;

#[test]
fn without_arguments_it_shows_the_tweets_of_its_own_articles() {
    let output = engine().output().unwrap();
    assert!(output.status.success());
    let table = String::from_utf8(output.stdout).unwrap();
    for part in ["dortiz", "2021-07-14", "inesvarga1", "2019-06-03", "Thank you all for the songs!", "launchdesk"] {
        assert!(table.contains(part), "{part} in\n{table}");
    }
    assert_eq!(table.matches("launchdesk").count(), 2, "{table}");
}

/// The articles of a range as WET records.
fn wet(numbers: std::ops::Range<u64>) -> Vec<u8> {
    let mut records = Vec::new();
    for number in numbers {
        write(&mut records, &format!("article-{number}"), &article(number)).unwrap();
    }
    records
}

#[test]
fn all_formats_give_the_same_rows() {
    let folder = tempfile::tempdir().unwrap();
    let (lines, wet) = (jsonl(0..50), wet(0..50));
    let files = [
        ("a.jsonl", lines.clone().into_bytes()),
        ("b.jsonl.gz", gzip(lines.as_bytes())),
        ("c.ndjson.zst", zstd::encode_all(lines.as_bytes(), 1).unwrap()),
        ("d.warc.wet", wet.clone()),
        ("e.warc.wet.gz", gzip(&wet)),
    ];
    let rows = files.map(|(name, bytes)| {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        let query = "SELECT record, id, span_start, span_end, text, handle, date, links, confidence FROM tweets";
        rows(&["--input", path.to_str().unwrap(), "--sql", query, "--format", "jsonl"])
    });
    assert!(rows[0].len() > 50, "{} tweets", rows[0].len());
    for other in &rows[1..] {
        assert_eq!(other, &rows[0]);
    }
}

#[test]
fn what_is_written_is_what_would_be_printed() {
    let folder = tempfile::tempdir().unwrap();
    let [input, parquet, jsonl] = ["input", "parquet", "jsonl"].map(|name| folder.path().join(name));
    fs::create_dir(&input).unwrap();
    write_articles(&input, 5, 40);
    fs::write(input.join("articles-5.jsonl"), "").unwrap();
    let [input, parquet, jsonl] = [&input, &parquet, &jsonl].map(|path| path.to_str().unwrap());
    let printed = rows(&["--input", input, "--format", "jsonl", "--sql", "SELECT * FROM tweets"]);

    assert!(run(&["--input", input, "--output", jsonl, "--format", "jsonl"]).status.success());
    assert_eq!(rows_in(Path::new(jsonl)), printed);

    assert_eq!(fs::read_dir(jsonl).unwrap().count(), 6, "a file for each input file, empty or not, and nothing else");

    assert!(run(&["--input", input, "--output", parquet, "--jobs", "2"]).status.success());
    let table = format!("written={parquet}");
    assert_eq!(rows(&["--table", &table, "--format", "jsonl", "--sql", "SELECT * FROM written"]), printed);
}

#[test]
fn parquet_is_read_as_a_table() {
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().join("pages");
    let query = "SELECT id AS url, text AS page FROM documents;";
    assert!(run(&["--sql", query, "--output", output.to_str().unwrap()]).status.success());
    let table = format!("pages={}", output.display());
    let query = "SELECT sum(cardinality(extract_tweets(page))) AS tweets FROM pages";
    assert_eq!(rows(&["--table", &table, "--sql", query, "--format", "jsonl"]), [r#"{"tweets":4}"#]);
}

#[test]
fn the_usual_functions_of_sql_are_there() {
    let query = "SELECT upper(handle) AS upper, substring(text FROM 3 FOR 4) AS part, position('bridge' IN text) AS at,
            regexp_replace(text, '[^#]+(#\\w+).*', '\\1') AS tag, split_part(name, ' ', 2) AS surname,
            extract(year FROM date) AS year, date_trunc('month', date) AS month, date + INTERVAL '1 day' AS next,
            extract(hour FROM created_at) AS hour, encode(sha256(handle), 'hex') LIKE '________________%' AS hash,
            array_to_string(hashtags, ' ') AS tags, round(sqrt(record * 4)) AS root
        FROM tweets WHERE regexp_like(text, '^A year') AND date BETWEEN '2021-01-01' AND '2021-12-31'";
    let expected = concat!(
        r##"{"upper":"DORTIZ","part":"year","at":20,"tag":"#bridges","surname":"Ortiz","year":2021,"##,
        r##""month":"2021-07-01T00:00:00","next":"2021-07-15","hour":9,"hash":true,"tags":"bridges","root":2.0}"##
    );
    assert_eq!(rows(&["--sql", query, "--format", "jsonl"]), [expected]);
}

#[test]
fn the_table_function_reads_files_and_folders() {
    let folder = tempfile::tempdir().unwrap();
    write_articles(folder.path(), 3, 5);
    let path = folder.path().display();
    let query = format!(
        "SELECT count(*) AS n FROM documents('{path}')
         UNION ALL SELECT count(*) FROM documents('{path}/articles-0.jsonl', '{path}/articles-1.jsonl.gz')"
    );
    assert_eq!(rows(&["--sql", &query, "--format", "jsonl"]), [r#"{"n":10}"#, r#"{"n":15}"#]);
}

#[test]
fn bad_input_is_told_with_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let lines = jsonl(0..50);
    let gzipped = gzip(lines.as_bytes());
    let files: [(&str, &[u8], &str); 5] = [
        ("line.jsonl", b"{\"text\":\"a\"}\n{\"text\":7}\n", "line.jsonl: line 2, column 9: invalid type"),
        ("field.jsonl", b"{\"body\":\"a\"}\n", "field.jsonl: line 1: no field `text`"),
        ("cut.jsonl.gz", &gzipped[..gzipped.len() - 9], "the file ends in the middle of its compressed data"),
        ("page.wet", b"<html>", "page.wet: byte 0: no WARC record begins here"),
        ("notes.pdf", b"%PDF", "its name does not say that it is JSON Lines"),
    ];
    for (name, bytes, expected) in files {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        let output = folder.path().join(format!("{name}-output"));
        let (path, output) = (path.to_str().unwrap(), output.to_str().unwrap());
        for arguments in [&["--input", path][..], &["--input", path, "--output", output]] {
            let complaint = complaint(arguments);
            assert!(complaint.starts_with("error: bad input: ") && complaint.contains(expected), "{complaint}");
            assert_eq!(complaint.lines().count(), 1, "{complaint}");
        }
        assert_eq!(parts(Path::new(output)), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn arguments_without_sense_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    fs::write(folder.path().join("a.jsonl"), jsonl(0..1)).unwrap();
    let file = format!("{path}/a.jsonl");
    let other = format!("{path}/other");
    for (arguments, expected) in [
        (&["--input", "/nowhere/a.jsonl"][..], "bad input: /nowhere/a.jsonl: No such file"),
        (&["--input", path, &file], "a.jsonl: this file was named twice"),
        (&["--output", path], "this folder is not empty"),
        (&["--sql", "SELECT extract_tweets(1, 2)"], "extract_tweets"),
        (&["--sql", "SELECT nothing FROM tweets"], "nothing"),
        (&["--sql", "SELECT * FROM documents(7)"], "takes paths"),
        (&["--table", "a=b"], "--table is of no use without --sql"),
        (&["--output", &other, "--sql", "DROP TABLE tweets"], "DROP"),
    ] {
        let complaint = complaint(arguments);
        assert!(complaint.contains(expected), "{arguments:?}: {complaint}");
    }
    assert_eq!(fs::read_dir(path).unwrap().filter(|entry| entry.as_ref().unwrap().path().is_file()).count(), 1);
}
