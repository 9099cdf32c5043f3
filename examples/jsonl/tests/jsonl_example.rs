//! `cargo run --example jsonl`, as a user runs it.

#[path = "../../../tests/command/mod.rs"]
mod command;
#[path = "../../../tests/temp_dir/mod.rs"]
mod temp_dir;

use std::{
    fmt::Write as _,
    fs,
    io::{BufRead, BufReader, Read, Write},
    process::Stdio,
};

use command::{Ran, command, run, run_with_input};
use flate2::{Compression, write::GzEncoder};
use ruzstd::encoding::{CompressionLevel, compress_to_vec};
use serde_json::{Value, json};
use temp_dir::TempDir;

const QUOTATION: &str = "So glad! — Dana Ortiz (@dortiz) July 14, 2021";

/// Records with these ids, each with one tweet.
fn records(ids: std::ops::Range<u32>) -> String {
    ids.flat_map(|id| [json!({"id": id, "text": QUOTATION}).to_string(), "\n".to_owned()]).collect()
}

fn gzip(content: &str) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(content.as_bytes()).unwrap();
    encoder.finish().unwrap()
}

fn zstd(content: &str) -> Vec<u8> {
    compress_to_vec(content.as_bytes(), CompressionLevel::Fastest)
}

/// A zstd frame without content, as `pzstd` puts before each block.
fn skippable_frame() -> Vec<u8> {
    [&[0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0][..], b"any"].concat()
}

/// The ids of the lines of output.
fn ids(stdout: &str) -> Vec<Value> {
    stdout.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["id"].clone()).collect()
}

fn assert_ids(ran: &Ran, expected: std::ops::Range<u32>) {
    assert_eq!(ids(&ran.stdout), expected.map(Value::from).collect::<Vec<_>>(), "{}", ran.stderr);
}

#[test]
fn a_line_for_each_record_with_its_tweets() {
    let input = format!("{}\n{}\n", json!({"text": QUOTATION, "id": "a", "more": [1]}), json!({"id": "b", "text": ""}));
    let ran = run_with_input("jsonl", &[], input.as_bytes());
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    let tweet = serde_json::to_string(&embedded_tweet::tweets(QUOTATION).next().unwrap()).unwrap();
    assert_eq!(ran.stdout, format!("{{\"id\":\"a\",\"tweets\":[{tweet}]}}\n{{\"id\":\"b\",\"tweets\":[]}}\n"));
}

#[test]
fn spans_are_bytes_of_the_unescaped_text() {
    let tweet = "So glad! — Dana 🌉 (@dortiz) July 14, 2021";
    let ran = run_with_input(
        "jsonl",
        &[],
        br#"{"id":1,"text":"\u00e9\n\nSo glad! \u2014 Dana \ud83c\udf09 (@dortiz) July 14, 2021"}"#,
    );
    let record: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(record["tweets"][0]["span"], json!({"start": 4, "end": "é\n\n".len() + tweet.len()}));
    assert_eq!(record["tweets"][0]["author"]["name"], "Dana 🌉");
}

#[test]
fn an_id_is_passed_on_unchanged() {
    for id in [
        "0",
        "-1.50e+3",
        "123456789012345678901234567890",
        "null",
        "true",
        r#""caf\u00e9 \/""#,
        "[1, 2]",
        r#"{"page": 7, "site": {"a": []}}"#,
    ] {
        let ran = run_with_input("jsonl", &[], format!(r#"{{"text": "", "id": {id} }}"#).as_bytes());
        assert_eq!(ran.stdout, format!("{{\"id\":{id},\"tweets\":[]}}\n"));
    }
}

#[test]
fn fields_have_the_names_that_are_asked_for() {
    let input = json!({"id": 1, "text": 2, "url": "u", "body \"x\"": QUOTATION}).to_string();
    let ran = run_with_input("jsonl", &["--text-field", "body \"x\"", "--id-field", "url"], input.as_bytes());
    assert_eq!(ids(&ran.stdout), ["u"]);
    assert!(ran.stdout.contains("dortiz"));
    let ran = run_with_input("jsonl", &["--text-field", "url", "--id-field", "url"], input.as_bytes());
    assert_eq!(ran.stdout, "{\"id\":\"u\",\"tweets\":[]}\n");
}

#[test]
fn blank_lines_a_byte_order_mark_and_carriage_returns_are_no_records() {
    let input = format!("\u{feff}{}\r\n\r\n  \n\n{}", records(0..1).trim_end(), records(1..2).trim_end());
    let ran = run_with_input("jsonl", &[], input.as_bytes());
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    assert_ids(&ran, 0..2);
}

/// Bad lines, and what is said of them.
const BAD: [(&[u8], &str); 10] = [
    (b"{\"id\":1,\"text\":", "malformed JSON: EOF while parsing a value at column 15"),
    (b"{\"id\":1,\"text\":\"a\"} x", "malformed JSON: trailing characters at column 21"),
    (b"{\"id\":1,\"text\":\"\\ud800\"}", "malformed JSON: unexpected end of hex escape at column 23"),
    (b"So glad!", "no JSON; --from text reads a file of plain text"),
    (
        b"[\"id\",\"text\"]",
        "a JSON array, and a record is an object on a line of its own; `jq -c '.[]'` makes such lines of an array",
    ),
    (b"{\"id\":1,\"body\":\"a\"}", "no field `text`; there are `body`, `id` (--text-field names it)"),
    (b"{\"id\":1,\"text\":null}", "invalid type: null, expected a string in field `text`"),
    (b"{\"id\":1,\"text\":\"a\",\"text\":\"b\"}", "field \"text\" stands there twice"),
    (
        b"{\"id\":1,\"text\":\"a\xff\"}",
        "not UTF-8 at byte 17 of the record; if it is WINDOWS-1252, `iconv -f WINDOWS-1252 -t UTF-8` converts it",
    ),
    (
        b"{\"id\":1,\"text\":\"a\",\"x\":\"\xe2\x80\"}",
        "not UTF-8 at byte 24 of the record; if it is WINDOWS-1252, `iconv -f WINDOWS-1252 -t UTF-8` converts it",
    ),
];

#[test]
fn a_bad_line_ends_the_run() {
    for (line, complaint) in BAD {
        let input = [records(0..2).as_bytes(), line, b"\n", records(2..3).as_bytes()].concat();
        let ran = run_with_input("jsonl", &[], &input);
        assert_eq!(ran.code, Some(1), "{complaint}");
        assert_eq!(ran.stderr, format!("jsonl: standard input:3: {complaint}\n"));
        assert_ids(&ran, 0..2);
    }
}

#[test]
fn bad_lines_are_left_out_and_counted_with_skip_bad() {
    let dir = TempDir::new();
    let mut input = Vec::new();
    let mut complaints = String::new();
    let file = dir.path().join("pages.jsonl").to_str().unwrap().to_owned();
    for ((line, complaint), at) in BAD.iter().zip(0..) {
        input.extend([records(at..at + 1).as_bytes(), line, b"\n"].concat());
        writeln!(complaints, "jsonl: {file}:{}: {complaint}", 2 * at + 2).unwrap();
    }
    fs::write(&file, input).unwrap();
    let ran = run("jsonl", &["--skip-bad", &file]);
    assert_eq!(ran.code, Some(0));
    assert_eq!(ran.stderr, complaints + "jsonl: bad records left out: 10\n");
    assert_ids(&ran, 0..10);

    let ran = run("jsonl", &["--skip-bad", "--stats", &file]);
    assert!(
        ran.stderr.contains("jsonl: 10 records, 10 tweets, 10 bad records, 0 bad files, 0.0 MB in "),
        "{}",
        ran.stderr
    );
}

#[test]
fn compression_is_told_by_content() {
    let dir = TempDir::new();
    let (first, second) = (records(0..300), records(300..600));
    for (name, content) in [
        ("plain", [first.as_bytes(), second.as_bytes()].concat()),
        ("gzip", gzip(&(first.clone() + &second))),
        ("gzip of two members", [gzip(&first), gzip(&second)].concat()),
        (
            "gzip whose members meet within a line",
            [gzip(&first[..1000]), gzip(&(first[1000..].to_owned() + &second))].concat(),
        ),
        ("gzip with padding", [gzip(&(first.clone() + &second)), vec![0; 600]].concat()),
        ("zstd", zstd(&(first.clone() + &second))),
        ("zstd of two frames", [zstd(&first), zstd(&second)].concat()),
        ("zstd with frames to skip", [skippable_frame(), zstd(&first), skippable_frame(), zstd(&second)].concat()),
    ] {
        let from_file = run("jsonl", &[&dir.write(name, &content)]);
        let from_pipe = run_with_input("jsonl", &["-"], &content);
        for ran in [from_file, from_pipe] {
            assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""), "{name}");
            assert_ids(&ran, 0..600);
        }
    }
}

#[test]
fn several_files_are_read_one_after_another() {
    let dir = TempDir::new();
    let files = [
        dir.write("a.jsonl", records(0..2)),
        dir.write("empty", ""),
        dir.write("b.gz", gzip(&records(2..4))),
        dir.write("c.zst", zstd(&records(4..6))),
    ];
    let ran = run("jsonl", &files.each_ref().map(String::as_str));
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    assert_ids(&ran, 0..6);
}

/// Compressed input that does not go on to its end, and what is said of it.
fn broken_files() -> [(&'static str, Vec<u8>, &'static str); 6] {
    let text = records(0..300);
    let cut = |mut bytes: Vec<u8>, by: usize| {
        bytes.truncate(bytes.len() - by);
        bytes
    };
    let mut flipped = gzip(&text);
    let checksum = flipped.len() - 8;
    flipped[checksum] ^= 1;
    [
        ("cut in its data", cut(gzip(&text), 100), "the gzip data is cut short"),
        ("cut in its checksum", cut(gzip(&text), 2), "the gzip data is cut short"),
        ("wrong checksum", flipped, "broken gzip data: corrupt gzip stream does not have a matching checksum"),
        (
            "bytes behind it",
            [gzip(&text), b"<html>".to_vec()].concat(),
            "broken gzip data: other bytes follow the last gzip member",
        ),
        ("zstd cut in its data", cut(zstd(&text), 20), "the zstd data is cut short"),
        ("frame to skip, cut", cut(skippable_frame(), 2), "the zstd data is cut short"),
    ]
}

#[test]
fn a_file_cut_short_is_an_error_whatever_may_be_skipped() {
    let dir = TempDir::new();
    let next = dir.write("next.jsonl", records(1000..1001));
    for (name, content, complaint) in broken_files() {
        let file = dir.write(name, content);
        let ran = run("jsonl", &[&file, &next]);
        assert_eq!(ran.code, Some(1), "{name}");
        assert!(ran.stderr.starts_with(&format!("jsonl: {file}:")), "{}", ran.stderr);
        assert!(ran.stderr.ends_with(&format!(": {complaint}\n")), "{}", ran.stderr);
        assert!(!ran.stdout.contains("1000"), "{name}");
        // Not even the beginning of a record is taken for one.
        let before = u32::try_from(ran.stdout.lines().count()).unwrap();
        assert_ids(&ran, 0..before);

        let ran = run("jsonl", &["--skip-bad", &file, &next]);
        assert_eq!((ran.code, ran.stderr.lines().count()), (Some(1), 1), "{name}: {}", ran.stderr);
        assert_eq!(ids(&ran.stdout).last(), Some(&json!(1000)), "{name}");
    }
}

#[test]
fn what_is_no_file_is_an_error() {
    let dir = TempDir::new();
    let folder = dir.path().to_str().unwrap();
    let good = dir.write("good.jsonl", records(0..1));
    for (file, complaint) in [("no/such/file", "no such file"), (folder, "is a directory")] {
        let ran = run("jsonl", &[file, &good]);
        assert_eq!((ran.code, ran.stdout.as_str()), (Some(1), ""));
        assert_eq!(ran.stderr, format!("jsonl: {file}: {complaint}\n"));

        let ran = run("jsonl", &["--skip-bad", file, &good]);
        assert_eq!(ran.code, Some(1));
        assert_ids(&ran, 0..1);
    }
}

#[test]
fn lines_of_any_length_up_to_the_bound() {
    let record = |id: u32, len: usize| {
        let frame = json!({"id": id, "text": ""}).to_string();
        json!({"id": id, "text": "x".repeat(len - frame.len())}).to_string() + "\n"
    };
    for len in [100, 65_535, 65_536, 65_537, 200_000] {
        let input = record(0, len) + &record(1, len + 1) + &record(2, len);
        let ran = run_with_input("jsonl", &["--skip-bad", "--max-record", &len.to_string()], input.as_bytes());
        assert_eq!(ids(&ran.stdout), [0, 2], "{len}");
        let complaint = format!("jsonl: standard input:2: more than the {len} bytes of --max-record\n");
        assert_eq!(ran.stderr, complaint + "jsonl: bad records left out: 1\n");

        let ran = run_with_input("jsonl", &[], input.as_bytes());
        assert_ids(&ran, 0..3);
    }
}

#[test]
fn an_answer_comes_before_more_input_does() {
    let mut child = command("jsonl", &[]).stdin(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    for id in 0..3 {
        stdin.write_all(records(id..id + 1).as_bytes()).unwrap();
        assert_eq!(ids(&answers.next().unwrap().unwrap()), [id]);
    }
    drop(stdin);
    assert!(answers.next().is_none());
    assert!(child.wait().unwrap().success());
}

#[test]
fn undated_quotations_can_be_left_out() {
    let input = json!({"id": 1, "text": "So glad! pic.twitter.com/AbCdEf1234 — Dana Ortiz (@dortiz)"}).to_string();
    assert!(run_with_input("jsonl", &[], input.as_bytes()).stdout.contains("dortiz"));
    assert_eq!(run_with_input("jsonl", &["--dated"], input.as_bytes()).stdout, "{\"id\":1,\"tweets\":[]}\n");
}

#[test]
fn a_closed_pipe_ends_it_quietly() {
    let dir = TempDir::new();
    let file = dir.write("long.jsonl", records(0..3_000));
    let mut child = command("jsonl", &[&file]).spawn().unwrap();
    let mut stdout = child.stdout.take().unwrap();
    stdout.read_exact(&mut [0; 10]).unwrap();
    drop(stdout);
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), &*output.stderr), (Some(0), &b""[..]));
}

#[test]
fn records_without_an_id_are_numbered() {
    let record = |text: &str| json!({"text": text}).to_string() + "\n";
    let input = [record(""), "\n".into(), record(QUOTATION), "[]\n".into(), records(9..10), record("")].concat();
    let ran = run_with_input("jsonl", &["--skip-bad"], input.as_bytes());
    assert_eq!(ids(&ran.stdout), [json!(1), json!(2), json!(9), json!(5)]);
}

#[test]
fn plain_text_is_one_record_a_file() {
    let dir = TempDir::new();
    let text = format!("They met.\n\n{QUOTATION}\n\nIt rained.");
    let files = [dir.write("a.txt", &text), dir.write("b.txt.gz", gzip(&text)), dir.write("c.txt", b"caf\xe9")];
    let files: Vec<_> = files.iter().map(String::as_str).collect();
    let ran = run("jsonl", &[&["--from", "text", "--skip-bad"], &files[..]].concat());
    assert_eq!((ran.code, ids(&ran.stdout)), (Some(0), vec![json!(1), json!(2)]));
    assert!(ran.stderr.starts_with(&format!("jsonl: {}: not UTF-8 at byte 3 of the record; if it is", files[2])));
    let ran = run("jsonl", &["--from", "text", "--max-record", "20", files[0]]);
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(1), ""));
    let utf16 = "{\"text\":\"a\"}".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
    for input in [utf16.clone(), [vec![0xff, 0xfe], utf16].concat()] {
        let ran = run_with_input("jsonl", &[], &input);
        assert!(ran.stderr.contains("`iconv -f UTF-16 -t UTF-8` converts it"), "{}", ran.stderr);
    }
}

#[test]
fn prose_is_the_text_without_its_tweets() {
    let text = format!("They met.\n\n> {QUOTATION}\n\nIt rained.");
    let input = json!({"id": "a", "text": text}).to_string();
    let ran = run_with_input("jsonl", &["--prose"], input.as_bytes());
    assert_eq!(ran.stdout, "{\"id\":\"a\",\"prose\":\"They met.\\n\\nIt rained.\"}\n");
    let page = json!({"id": "a", "text": "<p>a</p><div data-tweet-id=1415245567461347331></div>"}).to_string();
    let ran = run_with_input("jsonl", &["--prose", "--html"], page.as_bytes());
    assert_eq!(ran.stdout, "{\"id\":\"a\",\"prose\":\"<p>a</p>\"}\n");
}

#[test]
fn tweets_that_are_not_sure_enough_are_left_out() {
    let doubtful = "it is so and so they say and who are we — Dana Ortiz (@dortiz) July 14, 2021";
    let input = json!({"id": 1, "text": doubtful}).to_string();
    assert!(run_with_input("jsonl", &["--min-confidence", "0"], input.as_bytes()).stdout.contains("dortiz"));
    let ran = run_with_input("jsonl", &["--min-confidence", "1"], input.as_bytes());
    assert_eq!(ran.stdout, "{\"id\":1,\"tweets\":[]}\n");
    let ran = run_with_input("jsonl", &["--min-confidence=1", "--prose"], input.as_bytes());
    assert!(ran.stdout.contains("dortiz"), "{}", ran.stdout);
    for bad in ["2", "NaN", "-1", "much"] {
        assert_eq!(run("jsonl", &[&format!("--min-confidence={bad}")]).code, Some(2));
    }
}

#[test]
fn alternatives_are_other_beginnings() {
    let text =
        "It rained on Monday. They met at the bridge and she said so glad we did — Dana Ortiz (@dortiz) July 14, 2021";
    let input = json!({"id": 1, "text": text}).to_string();
    assert!(!run_with_input("jsonl", &[], input.as_bytes()).stdout.contains("alternatives"));
    let ran = run_with_input("jsonl", &["--alternatives"], input.as_bytes());
    let record: Value = serde_json::from_str(&ran.stdout).unwrap();
    let tweet = &record["tweets"][0];
    let all = tweet["alternatives"].as_array().unwrap();
    assert!((2..=6).contains(&all.len()), "{all:?}");
    assert_eq!((&all[0]["text"], &all[0]["start"]), (&tweet["text"], &tweet["text_span"]["start"]));
    for other in all {
        let start = usize::try_from(other["start"].as_u64().unwrap()).unwrap();
        assert!(text[start..].starts_with(other["text"].as_str().unwrap()), "{other}");
        assert!(other["boundary"].is_string() && other["log_probability"].as_f64().unwrap() <= 0.0, "{other}");
    }
    assert_eq!(run("jsonl", &["--alternatives", "--prose"]).code, Some(2));
}

#[test]
fn html_is_read_by_its_markup() {
    let page = "<p>a</p><div data-tweet-id=1415245567461347331></div><blockquote class=twitter-tweet><p>So glad!</p>— Dana \
                Ortiz (@dortiz) July 14, 2021</blockquote>";
    let input = format!("{}\n{}\n", json!({"id": 1, "text": page}), json!({"id": 2, "text": QUOTATION}));
    let ran = run_with_input("jsonl", &["--html"], input.as_bytes());
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    let lines: Vec<Value> = ran.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines[1], json!({"id": 2, "embeds": []}));
    let [first, second] = [&lines[0]["embeds"][0], &lines[0]["embeds"][1]];
    let named =
        json!({"span": {"start": 8, "end": 53}, "status_id": "1415245567461347331", "handle": null, "tweet": null});
    assert_eq!(first, &named);
    assert_eq!((&second["status_id"], &second["handle"]), (&Value::Null, &Value::Null));
    assert_eq!(second["tweet"]["author"]["handle"], "dortiz");
    assert_eq!(run_with_input("jsonl", &["--html", "--dated"], b"").code, Some(2));
}
