//! `cargo run --example extract`, as a user runs it.

mod command;
mod temp_dir;

use std::io::Read;

use command::{command, run, run_with_input};
use serde_json::{Value, json};
use temp_dir::TempDir;

const PAGE: &str = "They met on Tuesday.\n\nSo glad to be here! #bridges pic.twitter.com/AbCdEf1234 — Dana Ortiz \
                    (@dortiz) July 14, 2021\n\nThe mayor was there too.\n";

fn prose(text: &str) -> String {
    let ran = run_with_input("extract", &["--format", "prose", "-"], text.as_bytes());
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""), "{text:?}");
    ran.stdout
}

/// A page of one line, in which nothing tells where the text begins.
const DOUBTFUL: &str = "The council met on Tuesday in the old town hall, where the mayor spoke for an hour about the bridge. Nobody \
     asked how it is to be paid for. The harbour had offered a third of it. It has had no money since the fire of last year. She \
     was glad to be here and said that all would be well with it — Dana Ortiz (@dortiz) July 14, 2021 It rained.";

#[test]
fn doubtful_tweets_are_counted() {
    let ran = command::run_with_input("extract", &["-"], DOUBTFUL.as_bytes());
    assert!(ran.stdout.starts_with("standard input: 1 tweet, 1 doubtful\n"), "{}", ran.stdout);
}

#[test]
fn without_arguments_it_shows_its_article() {
    let ran = run("extract", &[]);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    let expected = "\
examples/extract/article.txt: 3 tweets

1  Marta Vell  @martavell_city  2022-03-09
   ⚠️ The Lower Bridge stays closed until Friday at least. Trams 3 and 7 go by
   way of the castle.

   Thank you all for your patience 🙏 #Ardenholm #flood
   pic.twitter.com/Rk4vTq0ZbN
   link      pic.twitter.com/Rk4vTq0ZbN (media) → https://pic.twitter.com/Rk4vTq0ZbN
   hashtags  #Ardenholm #flood
   bytes     ";
    assert!(ran.stdout.starts_with(expected), "{}", ran.stdout);
    for part in ["2  Harbour Gauge 🌉  @gauge_ardenholm  2022-03-09\n", "3  Ferry Line 12  @ferry12  2022-03-10\n"] {
        assert!(ran.stdout.contains(part), "{part}");
    }
    let prose = ran.stdout.split_once("The prose without them\n\n").unwrap().1;
    assert!(prose.starts_with("Rain of a kind"), "{prose}");
    assert!(!prose.contains('@') && !prose.contains("Thank you all"), "{prose}");
    assert!(prose.lines().all(|line| line.chars().count() <= 80), "{prose}");
}

#[test]
fn a_pipe_needs_no_argument() {
    let ran = run_with_input(
        "extract",
        &["--format", "prose"],
        b"They met.\n\nSo glad! \xe2\x80\x94 Dana (@dortiz) July 14, 2021",
    );
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(0), "They met."), "{}", ran.stderr);
    let ran = run_with_input("extract", &[], b"caf\xe9");
    assert_eq!(ran.code, Some(1));
    let complaint = "extract: standard input: not UTF-8 at byte 3; `iconv -f CHARSET -t UTF-8` converts it\n";
    assert_eq!(ran.stderr, complaint);
}

#[test]
fn json_is_an_object_for_each_document() {
    let dir = TempDir::new();
    let (page, plain) = (dir.write("page.txt", PAGE), dir.write("plain.txt", "Nothing here.\n"));
    let ran = run("extract", &["--format", "json", &page, &plain]);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    let documents: Vec<Value> = ran.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let [start, text_end, date] = ["So glad", " — Dana", "July"].map(|part| PAGE.find(part).unwrap());
    let tweet = json!({
        "span": {"start": start, "end": date + "July 14, 2021".len()},
        "text_span": {"start": start, "end": text_end},
        "text": "So glad to be here! #bridges pic.twitter.com/AbCdEf1234",
        "clean_text": "So glad to be here! #bridges pic.twitter.com/AbCdEf1234",
        "author": {"name": "Dana Ortiz", "clean_name": "Dana Ortiz", "handle": "dortiz"}, "date": "2021-07-14",
        "links": [{"text": "pic.twitter.com/AbCdEf1234", "kind": "media", "url": "https://pic.twitter.com/AbCdEf1234"}],
        "mentions": [], "hashtags": ["bridges"], "cashtags": [], "status_id": null, "boundary": "paragraph",
    });
    let [first, second] = &documents[..] else { panic!("{}", ran.stdout) };
    for (field, value) in tweet.as_object().unwrap() {
        assert_eq!(&first["tweets"][0][field], value, "{field}");
    }
    assert_eq!(second, &json!({"tweets": []}));
}

#[test]
fn jsonl_is_a_line_for_each_tweet() {
    let ran = run_with_input("extract", &["--format", "jsonl", "-"], PAGE.repeat(3).as_bytes());
    assert_eq!(ran.code, Some(0));
    let handles =
        ran.stdout.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["author"]["handle"].clone());
    assert_eq!(handles.collect::<Vec<_>>(), ["dortiz"; 3]);
}

#[test]
fn prose_keeps_the_wider_gap_and_glues_no_words() {
    const QUOTATION: &str = "So glad to be here! pic.twitter.com/AbCdEf1234 — Dana Ortiz (@dortiz) July 14, 2021";
    for (text, expected) in [
        ("It rained.\n\n{}\n\nIt snowed.\n", "It rained.\n\nIt snowed.\n"),
        ("It rained.\n\n{}\nIt snowed.", "It rained.\n\nIt snowed."),
        ("It rained.\r\n\r\n{}\r\n\r\nIt snowed.\r\n", "It rained.\r\n\r\nIt snowed.\r\n"),
        ("It rained.\n\n{}\n\n{}\n\nIt snowed.", "It rained.\n\nIt snowed."),
        ("{}\n\nIt snowed.\n", "It snowed.\n"),
        ("It rained.\n\n{}\n", "It rained.\n"),
        ("It rained.\n\n{}", "It rained."),
        ("{}", ""),
        ("It rained.\n\n> {}\n\nIt snowed.", "It rained.\n\nIt snowed."),
        ("It rained.\n\n{}The mayor", "It rained.\n\nThe mayor"),
        ("  It rained,  \n and\tsnowed.\u{a0}\n\n\n", "  It rained,  \n and\tsnowed.\u{a0}\n\n\n"),
        ("", ""),
    ] {
        assert_eq!(prose(&text.replace("{}", QUOTATION)), expected, "{text:?}");
    }
}

#[test]
fn prose_of_several_files_stands_on_lines_of_its_own() {
    let dir = TempDir::new();
    let files = [dir.write("a", "one"), dir.write("b", "two\n"), dir.write("c", "three")];
    let ran = run("extract", &["--format", "prose", &files[0], &files[1], &files[2]]);
    assert_eq!(ran.stdout, "one\ntwo\nthree");
}

#[test]
fn what_cannot_be_read_is_reported_and_the_rest_is_done() {
    let dir = TempDir::new();
    let page = dir.write("page.txt", PAGE);
    let latin1 = dir.write("latin1.txt", b"na\xefve");
    let cut = dir.write("cut.txt", b"ok \xe2\x80");
    let folder = dir.path().to_str().unwrap();
    for (bad, complaint) in [
        ("no/such/file", "no/such/file: no such file"),
        (folder, &*format!("{folder}: is a directory")),
        (&*latin1, &*format!("{latin1}: not UTF-8 at byte 2; `iconv -f CHARSET -t UTF-8` converts it")),
        (&*cut, &*format!("{cut}: not UTF-8 at byte 3; `iconv -f CHARSET -t UTF-8` converts it")),
    ] {
        for format in ["json", "jsonl", "text", "prose"] {
            let ran = run("extract", &["--format", format, bad, &page]);
            assert_eq!(ran.code, Some(1), "{bad}");
            assert_eq!(ran.stderr, format!("extract: {complaint}\n"));
            assert_eq!(ran.stdout, run("extract", &["--format", format, &page]).stdout);
        }
    }
}

#[test]
fn senseless_arguments_are_refused() {
    for args in [&["--format", "xml"][..], &["--color", "blue"], &["--no-such-option"]] {
        let ran = run("extract", args);
        assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""), "{args:?}");
        assert!(ran.stderr.starts_with("error: "), "{}", ran.stderr);
    }
}

#[test]
fn color_is_for_terminals_and_who_asks_for_it() {
    for (args, variable, colored) in [
        (&[][..], None, false),
        (&["--color", "always"], None, true),
        (&["--color", "always"], Some(("NO_COLOR", "1")), true),
        (&["--color", "never"], Some(("CLICOLOR_FORCE", "1")), false),
        (&[], Some(("CLICOLOR_FORCE", "1")), true),
    ] {
        let output = command("extract", args).envs(variable).output().unwrap();
        assert_eq!(output.stdout.contains(&0x1b), colored, "{args:?} {variable:?}");
    }
}

#[test]
fn a_text_cannot_command_the_terminal() {
    let page = PAGE.replace("glad", "\x1b[31mglad\x07").replace("mayor", "\x1b]0;mayor\x07");
    let ran = run_with_input("extract", &["-"], page.as_bytes());
    assert_eq!(ran.code, Some(0));
    assert!(!ran.stdout.contains(['\x1b', '\x07']), "{:?}", ran.stdout);
    assert!(ran.stdout.contains("mayor"));
}

#[test]
fn a_closed_pipe_ends_it_quietly() {
    let dir = TempDir::new();
    let page = dir.write("long.txt", PAGE.repeat(600) + &"It rained on.\n".repeat(20_000));
    for format in ["text", "json", "jsonl", "prose"] {
        let mut child = command("extract", &["--format", format, &page]).spawn().unwrap();
        let mut stdout = child.stdout.take().unwrap();
        stdout.read_exact(&mut [0; 10]).unwrap();
        drop(stdout);
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), &*output.stderr), (Some(0), &b""[..]), "{format}");
    }
}

const HTML: &str = "<p>They met.</p><blockquote class=\"twitter-tweet\"><p>So glad!</p>&mdash; Dana Ortiz (@dortiz) <a \
                    href=\"https://x.com/dortiz/status/1415245567461347331\">July 14, 2021</a></blockquote>\n<div \
                    data-tweet-id=1315245567461347331></div>\n";

#[test]
fn html_is_read_by_its_markup() {
    for (args, page) in [
        (&["-"][..], HTML.to_owned()),
        (&["--html", "-"], HTML.to_owned()),
        (&["--html", "-"], format!("They met.{HTML}")),
        (&["-"], format!("\u{feff}\n<!doctype html>{HTML}")),
    ] {
        let ran = run_with_input("extract", &[args, &["--format", "json"]].concat(), page.as_bytes());
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""), "{page:?}");
        let document: Value = serde_json::from_str(&ran.stdout).unwrap();
        let [first, second] = [&document["embeds"][0], &document["embeds"][1]];
        let start = page.find("<blockquote").unwrap();
        let end = page.find("\n<div").unwrap();
        assert_eq!(first["span"], json!({"start": start, "end": end}));
        assert_eq!((&first["status_id"], &first["handle"]), (&json!("1415245567461347331"), &json!("dortiz")));
        assert_eq!((&first["tweet"]["text"], &first["tweet"]["date"]), (&json!("So glad!"), &json!("2021-07-14")));
        assert_eq!((&second["handle"], &second["tweet"]), (&Value::Null, &Value::Null));
    }
}

#[test]
fn text_is_read_as_text() {
    let text = "<3 <3 \n\nSo glad! — Dana Ortiz (@dortiz) July 14, 2021\n";
    for (args, text) in [(&["-"][..], text.to_owned()), (&["--plain", "-"], format!("<p>{text}"))] {
        let ran = run_with_input("extract", &[args, &["--format", "json"]].concat(), text.as_bytes());
        assert!(ran.stdout.starts_with("{\"tweets\":[{"), "{}", ran.stdout);
    }
}

#[test]
fn html_is_shown_cut_and_written_in_lines() {
    let ran = run_with_input("extract", &["-"], HTML.as_bytes());
    for part in ["standard input: 2 tweets\n", "1  Dana Ortiz  @dortiz  2021-07-14\n   So glad!\n", "2  (no author)\n"]
    {
        assert!(ran.stdout.contains(part), "{part:?} {}", ran.stdout);
    }
    let ran = run_with_input("extract", &["--format", "prose", "-"], HTML.as_bytes());
    assert_eq!(ran.stdout, "<p>They met.</p>\n\n");
    let ran = run_with_input("extract", &["--format", "jsonl", "-"], HTML.as_bytes());
    assert_eq!(ran.stdout.lines().count(), 2);
}
