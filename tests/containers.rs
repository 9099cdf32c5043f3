//! Quotations within another format: strings, cells, HTML, the quote blocks of other markups, galleries.

mod common;

use common::{check, check_prose, check_with, mark, unmarked};
use embedded_tweet::{Boundary, Extractor, Tweet, segments};

/// The only tweet of `text`.
#[track_caller]
fn only(text: &str) -> Tweet<'_> {
    let mut tweets = embedded_tweet::tweets(text);
    let tweet = tweets.next().expect("a tweet");
    assert!(tweets.next().is_none(), "one tweet");
    tweet
}

#[test]
fn escapes_of_strings_are_gaps() {
    check(r"They met.\n\n⟦So glad!⟧\n\n— ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n\nIt rained.");
    check(r"Sie tagten.\r\n\r\n⟦So froh!⟧\r\n\u2014 ⟨Uwe Ortiz⟩ (@⟪uortiz⟫) ⦅14. Juli 2021⦆\r\n\r\nEs regnete.");
    check(r"Ils parlaient.\n\n⟦Quelle joie !⟧\n\xe2\x80\x94 ⟨Zoé⟩ (@⟪zoe⟫) ⦅14 juillet 2021⦆\n\nIl pleuvait.");
    check(r"会議。\n\n⟦嬉しい！⟧\n\n— ⟨港ラジオ⟩ (@⟪minato⟫) ⦅2021年7月14日⦆\n\n雨。");
    check(
        r#"{"text": "They met.\n\n⟦\"So glad\", they said.⟧\n- ⟨Dana Ortiz⟩ (@⟪dortiz⟫)\n⦅July 14, 2021⦆\n\nIt rained."}"#,
    );
    // An author's backslash.
    check("They met.\n\n⟦It is in C:\\new\\bridges, or #so⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n\nIt rained.");
    check("They met.\n\n⟦¯\\_(ツ)_/¯⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n\nIt rained.");
}

#[test]
fn escapes_that_were_escaped_again_are_gaps() {
    for marked in [
        r"The night boat was full on Friday.\\n\\n⟦Nobody wanted to get off. #nightboat⟧\\n\\n\\u2014 ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\\n\\nIt runs until autumn.",
        r"The night boat was full on Friday.\\r\\n\\r\\n⟦Nobody wanted to get off. #nightboat⟧\\r\\n— ⟨Zoé⟩ (@⟪zoe⟫) ⦅14 juillet 2021⦆\\r\\nIt runs.",
        r"港の夜。\\n\\n⟦夜の船は五月から走ります。 #夜⟧\\n\\n\\u2014 ⟨港ラジオ⟩ (@⟪minato⟫) ⦅2021年7月14日⦆\\n\\n料金は未定。",
    ] {
        check(marked);
    }
    let text = r"They met.\\n\\nSo \\u201cglad\\u201d,\\ntruly. #bridge\\n\\n\\u2014 Z\\u00fcrich (@zurich) July 14, 2021\\n\\nIt.";
    let tweet = only(text);
    assert_eq!(tweet.clean_text(), "So “glad”,\ntruly. #bridge");
}

#[test]
fn escapes_of_names_are_cleaned() {
    let tweet = Tweet::parse(r"So glad! #bridge\n\n\u2014 Z\u00fcrich \ud83d\udea2 (@zurich) July 14, 2021").unwrap();
    assert_eq!(tweet.clean_name().unwrap(), "Zürich 🚢");
}

#[test]
fn headings_of_a_quote_are_no_part_of_the_text() {
    for (heading, quote) in [("### A tweet", ">"), ("**Tweet:**", ">"), ("## Meine Woche\n> **Dienstag**", ">")] {
        check(&format!(
            "They met.\n\n> {heading}\n{quote}\n> ⟦So glad to be here!⟧\n>\n> — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n\nIt rained."
        ));
        check(&format!("> {heading}\n> ⟦嬉しい！⟧\n>\n> — ⟨港ラジオ⟩ (@⟪minato⟫) ⦅2021年7月14日⦆\n\n雨。"));
    }
    check(
        "#+begin_quote\n* A tweet\n⟦So glad!⟧\n\n--- ⟨Dana⟩ (@⟪dortiz⟫) [[https://twitter.com/dortiz/status/1][⦅July 14, 2021⦆]]‖\n#+end_quote\n",
    );
    check(
        "____\n.A tweet\n⟦So glad!⟧\n\n— ⟨Dana⟩ (@⟪dortiz⟫) https://twitter.com/dortiz/status/1[⦅July 14, 2021⦆]‖\n____\n",
    );
    // A hashtag, and words that are set in bold among others.
    check("They met.\n\n> ⟦#bridge is open!⟧\n>\n> — ⟨Dana⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n\nIt rained.");
    check("They met.\n\n> ⟦**So** glad!⟧\n>\n> — ⟨Dana⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n\nIt rained.");
}

#[test]
fn a_text_ends_with_its_string() {
    check(
        "{\"text\": \"It is closed.\"},\n{\"text\": \"⟦We open it on Friday.⟧\"},\n{\"text\": \"— ⟨Port⟩ (@⟪port⟫) ⦅July 14, 2021⦆\"},\n",
    );
    check("[\"Ella dijo:\", \"⟦Qué bien.⟧\", \"— ⟨Ana⟩ (@⟪ana⟫) ⦅14 de julio de 2021⦆\", \"Llovía.\"]");
    check(
        "[{\"type\": \"p\", \"text\": \"⟦Wir öffnen.⟧\"}, {\"type\": \"p\", \"text\": \"— ⟨Hafen⟩ (@⟪hafen⟫) ⦅14. Juli 2021⦆\"}]",
    );
    check("{\"id\": 7, \"tweet\": \"⟦So glad. Truly.⟧ — ⟨Dana⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\", \"n\": 3}\n");
    // Quotes of prose are none of a record.
    check("They met.\n\n⟦She said \"It rained!\"⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆");
    check_with(
        Extractor::new().structure_only(true),
        "[\"Ella dijo:\", \"⟦Qué bien.⟧\", \"— ⟨Ana⟩ (@⟪ana⟫) ⦅14 de julio de 2021⦆\", \"Llovía.\"]",
    );
}

#[test]
fn a_text_stays_in_its_cell() {
    check("1\t⟦So glad. Truly so.⟧ — ⟨Dana⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n2\t⟦Oh.⟧ — ⟨Kim⟩ (@⟪kim⟫) ⦅July 15, 2021⦆\n");
    check("id\ttext\tn\n1\t⟦Tan feliz.⟧ — ⟨Ana⟩ (@⟪ana⟫) ⦅14 de julio de 2021⦆\t3\n");
    check("\"1\",\"⟦She said \"\"so\"\". Oh.⟧ — ⟨Dana⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\",\"x\"\n");
    check("17;⟦Die Schleuse ist zu⟧ — ⟨Amt⟩ (@⟪amt⟫) ⦅14. Juli 2021⦆;3\n");
    check("| 1 | ⟦So glad.⟧ — ⟨Dana⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆ | 3 |\n");
    // A tab that indents a line bounds no cell, and a comma behind a date may be prose.
    check("They met.\n\n\t⟦So glad. Truly so.⟧\n\t— ⟨Dana⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n\nIt rained.");
    check("They met, all of them.\n\n⟦So glad, so very!⟧ — ⟨Dana⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆, and it rained.");
    assert_eq!(only("1\tSo glad. — Dana (@dortiz) July 14, 2021\n").boundary(), Boundary::Delimited);
}

#[test]
fn tags_that_were_left_are_gaps() {
    check("<p>They met:</p>\n<p>⟦So glad!⟧</p>\n<p>— ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆</p>\n<p>It rained.</p>");
    check("<div>⟦So froh!<br/>Wirklich.⟧</div>\n<div>&mdash; ⟨Uwe⟩ (@⟪uwe⟫) ⦅14. Juli 2021⦆</div>");
    check("<p>Ils disaient :</p><p>⟦Quelle joie !⟧<br>— ⟨Zoé⟩ (@⟪zoe⟫) ⦅14 juillet 2021⦆</p><p>Il pleuvait.</p>");
    check("⟦So glad!⟧</p><p>— ⟨Dana⟩ (@⟪dortiz⟫)<br>⦅July 14, 2021⦆</p>");
    // Brackets of authors are no tags.
    check("They met.\n\n⟦So tired <sigh>⟧ — ⟨Dana⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n\nIt rained.");
    check("They met.\n\n⟦I <3 you. 1 < 2 > 0⟧ — ⟨Dana⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n\nIt rained.");
    let text = "<p>So <b>glad</b> to see\n<a href=\"https://t.co/AbCdEf1234\">this</a>!</p>\n<p>— Dana (@dortiz) July 14, 2021</p>";
    assert_eq!(only(text).clean_text(), "So glad to see\nthis!");
}

#[test]
fn an_embed_in_markdown_is_read_where_its_text_is_one_run() {
    let embed = |words: &str, date: &str| {
        format!(
            "They met.\n\n‖<blockquote class=\"twitter-tweet\"><p lang=\"en\">{words}</p>&mdash; ⟨Dana Ortiz⟩ (@⟪dortiz⟫) {date}‖</blockquote>\n\nIt rained."
        )
    };
    let link =
        "<a href=\"https://twitter.com/dortiz/status/1415245567461347331?ref_src=twsrc%5Etfw\">⦅July 14, 2021⦆</a>";
    for words in ["⟦So glad!⟧", "⟦Tan feliz de estar aquí⟧", "⟦嬉しい！⟧"] {
        let marked = embed(words, link).replacen('‖', "", 1);
        check(&marked);
        let text = unmarked(&marked);
        let tweet = only(&text);
        assert!(tweet.as_str().starts_with("<blockquote ") && tweet.as_str().ends_with("</blockquote>"));
        assert_eq!(tweet.status_id().unwrap().get(), 1_415_245_567_461_347_331);
        assert_eq!(segments(&text).filter(|segment| segment.tweet().is_none()).count(), 2);
    }
    // The rest is for `html`.
    for words in [
        "So <a href=\"https://twitter.com/hashtag/glad\">#glad</a> to be here",
        "So glad <a href=\"https://t.co/AbCdEf1234\">pic.twitter.com/AbCdEf1234</a>",
    ] {
        for date in [link, "⦅July 14, 2021⦆"] {
            check_prose(&unmarked(&embed(words, date).replace('‖', "")));
        }
    }
}

#[test]
fn lines_of_a_quote_block_belong_to_the_quotation() {
    let url = "https://twitter.com/dortiz/status/1415245567461347331";
    for (open, text, attribution, date, close) in [
        ("#+begin_quote\n", "So glad!\n\nTruly.", "\n\n--- ", format!("[[{url}][⦅July 14, 2021⦆]]"), "\n#+end_quote"),
        ("#+BEGIN_QUOTE\n", "So froh!", "\n— ", format!("[[{url}][⦅14. Juli 2021⦆]]"), "\n#+END_QUOTE"),
        ("____\n", "So glad!", "\n\n— ", format!("{url}[⦅July 14, 2021⦆]"), "\n____"),
        ("[quote, Dana Ortiz]\n____\n", "Qué bien.", "\n-- ", format!("link:{url}[⦅14 de julio de 2021⦆^]"), "\n____"),
        ("\\begin{quote}\n", "So glad!", "\n\n--- ", format!("\\href{{{url}}}{{⦅July 14, 2021⦆}}"), "\n\\end{quote}"),
        (
            "\\begin{displayquote}\n",
            "嬉しい！",
            "\\\\\n--- ",
            format!("\\href{{{url}}}{{⦅2021年7月14日⦆}}"),
            "\n\\end{displayquote}",
        ),
        ("<blockquote>", "So glad!", "\n\n— ", format!("[{url} ⦅July 14, 2021⦆]"), "</blockquote>"),
        ("{{quote|", "So glad!", " — ", format!("[{url} ⦅July 14, 2021⦆]"), "}}"),
        ("[quote=dortiz]", "So glad!", " — ", format!("[⦅July 14, 2021⦆]({url})"), "[/quote]"),
        ("::: quote\n", "So glad!", "\n\n— ", format!("[⦅July 14, 2021⦆]({url})"), "\n:::"),
    ] {
        let block = format!("{open}⟦{text}⟧{attribution}⟨Dana Ortiz⟩ (@⟪dortiz⟫) {date}‖{close}");
        let marked = format!("They met. It rained.\n\n{block}\n\nThe end.");
        check(&marked);
        let document = unmarked(&marked);
        let tweet = only(&document);
        assert_eq!(tweet.as_str(), unmarked(&block.replace('‖', "")));
        assert_eq!(tweet.status_id().unwrap().get(), 1_415_245_567_461_347_331, "{document:?}");
        assert_eq!(tweet.boundary(), Boundary::Quote);
    }
}

#[test]
fn what_bounds_no_block_is_left_alone() {
    // A rule, the end of another block, and one that begins far away.
    check("They met.\n\n⟦So glad!⟧ — ⟨Dana⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n\n________________\n\nIt rained.");
    check("They met.\n\n⟦So glad!⟧ — ⟨Dana⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n\n#+end_example\n");
    check(
        "____\nThey met.\n____\n\nThe council spoke of rain.\n\n⟦So glad!⟧ — ⟨Dana⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n\nIt rained.",
    );
    let long = "The rain went on and on. ".repeat(30);
    let text = format!("#+begin_quote\n{long}\n\nSo glad!\n— Dana (@dortiz) July 14, 2021\n#+end_quote\n");
    assert!(only(&text).text().len() < 100);
}

#[test]
fn the_head_of_a_callout_is_no_text() {
    for (head, text) in
        [("> [!quote] Tweet\n> ", "So glad!"), ("> [!NOTE]\n> ", "So froh!"), ("> [!tip]- A word\n>\n> ", "嬉しい！")]
    {
        let marked =
            format!("They met.\n\n{head}⟦{text}⟧\n>\n> — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n\nIt rained.");
        check(&marked);
        let document = unmarked(&marked);
        assert!(only(&document).as_str().starts_with("[!"), "{document:?}");
    }
    check("They met.\n\n> ⟦[not a callout] So glad!⟧\n>\n> — ⟨Dana⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n\nIt rained.");
}

#[test]
fn the_numbers_of_a_gallery_are_nobodys_text() {
    check(
        "Hello.\n1.\n⟦So glad⟧\n— ⟨Dana⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n2.\n⟦⟧— ⟨Kim⟩ (@⟪kim⟫) ⦅July 15, 2021⦆\n3.\n⟦Oh my.\nSo it is⟧\n— ⟨Ana⟩ (@⟪ana⟫) ⦅July 16, 2021⦆\n",
    );
    check(
        "⟦So glad⟧ — ⟨Dana⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n\n#2\n\n⟦Qué bien. Sí.⟧\n— ⟨Ana⟩ (@⟪ana⟫) ⦅14 de julio de 2021⦆\n",
    );
    check(
        "⟦So glad⟧ — ⟨Dana⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\nNo. 12\n⟦嬉しい！\n本当に⟧\n— ⟨港⟩ (@⟪minato⟫) ⦅2021年7月14日⦆\n",
    );
    // Blanks and carriage returns end the lines.
    check(
        "⟦So glad⟧ — ⟨Dana⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆ \n2. \n⟦⟧— ⟨Kim⟩ (@⟪kim⟫) ⦅July 15, 2021⦆ \r\n3. \r\n⟦Oh my⟧\r\n— ⟨Ana⟩ (@⟪ana⟫) ⦅July 16, 2021⦆\r\n",
    );
    // A number with words is a text.
    check("⟦So glad⟧ — ⟨Dana⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n\n⟦2 days to go!⟧\n— ⟨Kim⟩ (@⟪kim⟫) ⦅July 15, 2021⦆\n");
}

#[test]
fn a_caption_that_repeats_a_short_text_is_the_pages() {
    check("They met.\n\nThe mayor — thanks\n⟦thanks⟧\n— ⟨Dana⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n");
    check("Sie tagten.\n\nDer Hafen sagt: endlich\n⟦endlich⟧\n— ⟨Uwe⟩ (@⟪uwe⟫) ⦅14. Juli 2021⦆\n");
    check("They met.\n\nThe port wrote ⛴️\n⟦⛴️⟧\n— ⟨Dana⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n");
}

#[test]
fn a_tweet_without_its_author_is_not_in_the_next_text() {
    check(
        "She said so. What a week!\n\nWe felt it pic.twitter.com/AbCdEf1234 September 23, 2022\n\n⟦my lamps moved pic.twitter.com/GhIjKl5678⟧ — ⟨Dana⟩ (@⟪dortiz⟫) ⦅September 23, 2022⦆\n",
    );
    check(
        "What a week!\r\n\r\nWe felt it pic.twitter.com/AbCdEf1234 September 23, 2022 \r\n\r\n⟦my lamps moved pic.twitter.com/GhIjKl5678⟧ — ⟨Dana⟩ (@⟪dortiz⟫) ⦅September 23, 2022⦆\r\n",
    );
    check(
        "Lo sentimos pic.twitter.com/AbCdEf1234 23 de septiembre de 2022\n⟦Qué susto pic.twitter.com/GhIjKl5678⟧ — ⟨Ana⟩ (@⟪ana⟫) ⦅23 de septiembre de 2022⦆\n",
    );
    check(
        "揺れた pic.twitter.com/AbCdEf1234 2022年9月23日\n⟦怖い pic.twitter.com/GhIjKl5678⟧ — ⟨港⟩ (@⟪minato⟫) ⦅2022年9月23日⦆\n",
    );
}

#[test]
fn a_number_behind_a_date_finds_its_address_in_the_list_of_links() {
    let list =
        "\n\nReferences\n\n   1. https://example.com/\n   7. https://twitter.com/dortiz/status/1415245567461347331\n";
    for (date, list) in [
        ("[7]⦅July 14, 2021⦆", list.to_owned()),
        ("⦅July 14, 2021⦆[7]‖", list.replace("   1. ", "[1] ").replace("   7. ", "[7] ")),
        ("[⦅July 14, 2021⦆][7]‖", list.replace("1. ", "[1]: ").replace("7. ", "[7]: ")),
    ] {
        let marked = format!("They met.\n\n⟦So glad!⟧\n\n— ⟨Dana⟩ (@⟪dortiz⟫) {date}\n\nIt rained.{list}");
        check(&marked);
        assert_eq!(
            only(&unmarked(&marked)).status_id().map(embedded_tweet::StatusId::get),
            Some(1_415_245_567_461_347_331)
        );
        let other = unmarked(&marked).replace("dortiz/status", "dortiz/photo");
        assert_eq!(only(&other).status_id(), None);
    }
}

#[test]
fn the_parts_of_a_widened_quotation_stand_where_they_say() {
    let text = "It rained.\n\n____\nSo glad!\n\n— Dana (@dortiz) July 14, 2021\n____\nThe end.";
    let tweet = only(text);
    assert_eq!(&text[tweet.text_span()], "So glad!");
    assert_eq!(&text[tweet.attribution_span()], "— Dana (@dortiz) July 14, 2021");
    assert_eq!(&text[tweet.span()], "____\nSo glad!\n\n— Dana (@dortiz) July 14, 2021\n____");
    assert_eq!(mark(text, embedded_tweet::tweets(text)).matches('⟦').count(), 1);
}

#[test]
fn a_container_makes_no_tweet_of_a_signature() {
    let quote =
        |text: &str| format!("They met.\n\n#+begin_quote\n{text}\n— Dana Ortiz (@dortiz) July 14, 2021\n#+end_quote\n");
    let (signed, tweeted) = (quote("Kind regards,"), quote("The bridge is open! #bridge pic.twitter.com/AbCdEf1234"));
    let (signed, tweeted) = (only(&signed).confidence(), only(&tweeted).confidence());
    assert!(signed < 0.8 && tweeted > 0.95, "{signed} {tweeted}");
}

#[test]
fn a_gap_of_escapes_that_fills_the_buffer_leaves_no_room_for_the_attribution() {
    for breaks in [4000, 4700, 4715, 6000] {
        let page = format!("So glad!{} — Dana Ortiz (@dortiz) July 14, 2021", r"\n".repeat(breaks));
        let texts: Vec<_> = embedded_tweet::tweets(&page).map(|tweet| tweet.text()).collect();
        assert_eq!(texts, ["So glad!"], "{breaks}");
    }
}
