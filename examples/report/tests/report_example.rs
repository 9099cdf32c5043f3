//! `cargo run --example report`, as a user runs it. What a browser makes of the page is checked by
//! `.ci/report-screens`.

#[allow(dead_code)]
#[path = "../../../tests/command/mod.rs"]
mod command;
#[path = "../../../tests/temp_dir/mod.rs"]
mod temp_dir;

use std::fs;

use command::{command, run};
use serde_json::json;
use temp_dir::TempDir;

const PAGE: &str = "They met on Tuesday.\n\nSo glad to be here! #bridges pic.twitter.com/AbCdEf1234 — Dana Ortiz \
                    (@dortiz) July 14, 2021\n\nThe mayor was there too.\n";

/// The page that `report` makes of `content` in a file called `name`.
fn report(name: &str, content: &str) -> String {
    let dir = TempDir::new();
    let ran = run("report", &["-o", "-", &dir.write(name, content)]);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    ran.stdout
}

#[test]
fn without_arguments_it_shows_its_articles() {
    let dir = TempDir::new();
    let output = command("report", &[]).current_dir(dir.path()).output().unwrap();
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "report: report.html: 19 tweets in 10 documents\n");
    let page = fs::read_to_string(dir.path().join("report.html")).unwrap();
    assert!(page.starts_with("<!DOCTYPE html><html lang=\"en\">"));
    for part in ["19 tweets in 10 documents, 9 March 2022 to 16 March 2022", "<h2 id=\"overview-title\">", "<svg "] {
        assert!(page.contains(part), "{part}");
    }
}

#[test]
fn the_page_needs_nothing_else() {
    let page = report("page.txt", PAGE);
    // An address appears only where a reader may follow it.
    for part in ["src=", "@import", "url(", "<link", "http-equiv=\"refresh\""] {
        assert!(!page.contains(part), "{part}");
    }
    let addresses = page.matches("http").count() - page.matches("http-equiv").count();
    assert_eq!(addresses, page.matches("href=\"http").count());
}

#[test]
fn every_field_of_a_tweet_is_marked() {
    let page = report("page.txt", PAGE);
    for part in [
        "<p class=\"prose\" dir=\"auto\">They met on Tuesday.</p>",
        "Beginning <strong>inferred</strong>: a paragraph begins there",
        "<span class=\"tag\">#bridges</span>",
        "href=\"https://pic.twitter.com/AbCdEf1234\" rel=\"nofollow noopener noreferrer\">pic.twitter.com/AbCdEf1234</a>",
        "<span class=\"field name\"><span class=\"sr\">name: </span><bdi>Dana Ortiz</bdi></span>",
        "<span class=\"field handle\"><span class=\"sr\">handle: </span><bdi>dortiz</bdi></span>",
        "<span class=\"field date\"><span class=\"sr\">date: </span><bdi>July 14, 2021</bdi></span>",
        "<time datetime=\"2021-07-14\">14 July 2021</time>",
        "<p class=\"prose\" dir=\"auto\">The mayor was there too.</p>",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
}

#[test]
fn what_other_examples_wrote_is_understood() {
    let tweets: Vec<_> = embedded_tweet::tweets(PAGE).collect();
    // As `extract`, `jsonl` and `corpus` write them, and a document.
    let line = json!(tweets[0]);
    let object = json!({"id": "a", "tweets": tweets});
    let mut row = line.clone();
    row["id"] = json!("a");
    row["confidence"] = json!(0.75);
    let document = json!({"id": "a", "text": PAGE});
    for written in [line, object, row, document] {
        let page = report("found.jsonl", &format!("{written}\n"));
        assert!(page.contains("1 tweet in 1 document, of 14 July 2021"), "{written}");
        assert!(page.contains("<bdi class=\"name\">Dana Ortiz</bdi>"), "{written}");
    }
}

const HTML: &str = "<p>They met.</p><blockquote class=twitter-tweet><p>So glad! #bridges</p>&mdash; Dana Ortiz (@dortiz) <a \
    href=https://x.com/dortiz/status/1415245567461347331>July 14, 2021</a></blockquote><div \
    data-tweet-id=1415300000000000000></div>";

#[test]
fn embeds_of_pages_are_shown_with_what_they_say() {
    let page = report("page.html", HTML);
    for part in [
        "2 tweets in 1 document, of 14 July 2021",
        "<span class=\"tag\">#bridges</span>",
        "<em>The page does not hold its text.</em>",
        "<dd>1415300000000000000</dd>",
        "none; status 1415300000000000000",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    let embeds: Vec<_> = embedded_tweet::html::embeds(HTML).collect();
    for written in [
        json!({"id": "a", "embeds": embeds}).to_string(),
        embeds.iter().map(|embed| json!(embed).to_string() + "\n").collect(),
    ] {
        let page = report("found.jsonl", &written);
        assert!(page.contains("2 tweets in 1 document, of 14 July 2021"), "{written}");
        assert!(page.contains("none; status 1415300000000000000"), "{written}");
    }
}

#[test]
fn doubtful_beginnings_are_told() {
    let mut tweet = json!(embedded_tweet::tweets(PAGE).next());
    tweet["confidence"] = json!(0.25);
    let page = report("found.jsonl", &format!("{tweet}\n{tweet}\n"));
    assert_eq!(page.matches("<span class=\"doubtful mark\">doubtful</span>").count(), 2, "{page}");
    assert!(!report("a.txt", PAGE).contains("<span class=\"doubtful mark\">"));
}

#[test]
fn doubtful_beginnings_come_with_others() {
    let text = "They met on Monday and had much to say. The council met at six. Forty people stood at the lock by seven. It was \
                cold. The gates hold. Bring boots. See you there. — Dana Ortiz (@dortiz) July 14, 2021 It rained.";
    let tweet = embedded_tweet::tweets(text).next().unwrap();
    assert!(tweet.confidence() < 0.5, "{}", tweet.confidence());
    let others: Vec<_> = tweet.alternatives().filter(|other| other.start() != tweet.text_span().start).collect();
    assert!(others.len() > 1);
    // In its article and in the table; what `jsonl --alternatives` wrote has no article.
    let mut line = json!(tweet);
    line["alternatives"] = json!(tweet.alternatives().collect::<Vec<_>>());
    for (page, places) in [(report("a.txt", text), 2), (report("a.jsonl", &line.to_string()), 1)] {
        assert_eq!(page.matches("<ol class=\"others\">").count(), places, "{page}");
        assert_eq!(page.matches("<span class=\"odds\">").count(), places * others.len(), "{page}");
        for other in &others {
            let words: Vec<_> = other.text().split_whitespace().take(5).collect();
            assert!(page.contains(&format!("<bdi class=\"from\">{}", words.join(" "))), "{page}");
        }
    }
    assert!(!report("a.txt", PAGE).contains("class=\"others\""));
}

#[test]
fn a_text_in_two_parts_is_joined() {
    let text = "The council met, and its chair was pleased with what had been said there.\n\nSo glad to be here\n\n— Dana \
                Ortiz (@dortiz) July 14, 2021\n#bridges pic.twitter.com/AbCdEf1234\n\nThe mayor was there too, for once.";
    let Some(continuation) = embedded_tweet::tweets(text).next().and_then(|tweet| tweet.continuation()) else { return };
    let page = report("a.txt", text);
    assert!(page.contains("class=\"continuation\""), "{continuation} {page}");
    assert_eq!(page.matches("<span class=\"tag\">#bridges</span>").count(), 1, "{page}");
}

#[test]
fn addresses_that_a_browser_would_run_lead_nowhere() {
    let mut tweet = json!(embedded_tweet::tweets(PAGE).next());
    tweet["id"] = json!(7);
    tweet["author"]["name"] = json!("<b><script>");
    tweet["links"] = json!([{"text": "here", "kind": "other", "url": "javascript:alert(1)"}]);
    let page = report("found.jsonl", &format!("{tweet}\n{tweet}\n"));
    assert!(!page.contains("javascript:"), "{page}");
    assert!(!page.contains("<b>") && page.matches("<script>").count() == 1, "{page}");
}

#[test]
fn lines_that_are_not_understood_are_told() {
    let dir = TempDir::new();
    let path = dir.write("found.jsonl", format!("{{\"text\":{PAGE:?}}}\n{{\"txt\":1}}\n"));
    let ran = run("report", &["-o", "-", &path, "nowhere.txt"]);
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.stderr.contains("found.jsonl:2: neither a document nor a tweet\nreport: nowhere.txt: "),
        "{}",
        ran.stderr
    );
    assert!(ran.stdout.contains("Dana Ortiz"));
}
