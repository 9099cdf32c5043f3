//! `cargo run --example annotate`, as a user runs it.

mod command;

use command::{command, run, run_with_input};

const PAGE: &str =
    "They met.\n\nSo glad, @mayor! pic.twitter.com/AbCdEf1234 — Dana Ortiz (@dortiz) July 14, 2021\n\nThe mayor";

fn annotate(args: &[&str], text: &str) -> String {
    let ran = run_with_input("annotate", &[args, &["-"]].concat(), text.as_bytes());
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    ran.stdout
}

#[test]
fn parts_are_put_in_brackets_where_there_are_no_colours() {
    let marked = annotate(&["--no-legend"], PAGE);
    let (beginning, rest) = marked.split_once(" %] ").unwrap();
    assert!(beginning.starts_with("They met.\n\n[paragraph "), "{beginning}");
    let expected =
        "⟦So glad, ⌈@mayor⌉! ‹pic.twitter.com/AbCdEf1234›⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n\nThe mayor\n";
    assert_eq!(rest, expected);
    assert_eq!(annotate(&["--no-legend", "--plain", "--color", "always"], PAGE), marked);
}

/// A page of one line, in which nothing tells where the text begins.
const DOUBTFUL: &str = "The council met on Tuesday in the old town hall, where the mayor spoke for an hour about the bridge. Nobody \
     asked how it is to be paid for. The harbour had offered a third of it. It has had no money since the fire of last year. She \
     was glad to be here and said that all would be well with it — Dana Ortiz (@dortiz) July 14, 2021 It rained.";

#[test]
fn other_beginnings_are_shown_where_one_is_doubtful() {
    assert!(annotate(&["--no-legend"], DOUBTFUL).contains(" %, or “"));
    assert!(!annotate(&["--no-legend"], PAGE).contains(", or “"));
}

#[test]
fn both_parts_of_a_text_are_marked() {
    let page = "It rained.\n\nSo glad @kim!\n— Dana Ortiz (@dortiz) July 14, 2021\n\
         The bridge is open again. pic.twitter.com/AbCdEf1234\n\nThe mayor did not say why.\n";
    let marked = annotate(&["--no-legend"], page);
    let (_, rest) = marked.split_once("] ").unwrap();
    let expected = "⟦So glad ⌈@kim⌉!⟧\n— ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n\
         ⟦The bridge is open again. ‹pic.twitter.com/AbCdEf1234›⟧\n\nThe mayor did not say why.\n";
    assert_eq!(rest, expected);
}

#[test]
fn colours_are_all_that_differs() {
    let colored = annotate(&["--no-legend", "--color", "always"], PAGE);
    assert!(colored.contains("\u{1b}["));
    let plain = annotate(&["--no-legend"], PAGE);
    let bare = |text: &str| -> String {
        text.chars().filter(|c| !"[]⟦⟧⟨⟩⟪⟫⦅⦆‹›⌈⌉".contains(*c)).collect()
    };
    assert_eq!(bare(&String::from_utf8(anstream_strip(colored.as_bytes())).unwrap()), bare(&plain));
}

#[test]
fn colours_are_for_terminals_and_who_asks_for_them() {
    for (args, variable, colored) in [
        (&[][..], None, false),
        (&["--color", "always"], Some(("NO_COLOR", "1")), true),
        (&["--color", "never"], Some(("CLICOLOR_FORCE", "1")), false),
        (&[], Some(("CLICOLOR_FORCE", "1")), true),
    ] {
        let output = command("annotate", args).envs(variable).output().unwrap();
        assert_eq!(output.stdout.contains(&0x1b), colored, "{args:?} {variable:?}");
    }
}

#[test]
fn a_pipe_needs_no_argument() {
    assert_eq!(run_with_input("annotate", &["--no-legend"], PAGE.as_bytes()).stdout, annotate(&["--no-legend"], PAGE));
}

fn anstream_strip(text: &[u8]) -> Vec<u8> {
    anstream::adapter::strip_bytes(text).into_vec()
}

#[test]
fn without_arguments_it_shows_an_article_and_what_the_marks_mean() {
    let ran = run("annotate", &[]);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    let legend = "[how the beginning was found]  ⟦text⟧  ⟨name⟩  ⟪handle⟫  ⦅date⦆  ‹link›  ⌈mention or tag⌉\n\n";
    assert!(ran.stdout.starts_with(legend), "{}", ran.stdout);
    assert_eq!(ran.stdout.matches('⟪').count(), 1 + 3);
}

#[test]
fn a_text_cannot_command_the_terminal() {
    let marked = annotate(&["--no-legend"], "\u{1b}]0;title\u{7} a\u{202e}b\n");
    assert_eq!(marked, "\u{fffd}]0;title\u{fffd} a\u{fffd}b\n");
}

#[test]
fn files_that_cannot_be_read_are_told_and_the_others_shown() {
    let ran = run("annotate", &["nowhere.txt", "--no-legend", "README.md"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.stderr.starts_with("annotate: nowhere.txt: "), "{}", ran.stderr);
    assert!(ran.stdout.contains("# embedded-tweet"));
}
