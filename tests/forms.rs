//! The forms in which flattening leaves a quotation.

mod common;

use common::{check, check_prose, unmarked};
use embedded_tweet::{StatusId, tweets};

#[test]
fn a_quotation_between_paragraphs() {
    check(
        "They met on Tuesday.\n\n⟦So glad to be here! #bridges pic.twitter.com/AbCdEf1234⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) \
         ⦅July 14, 2021⦆\n\nThe mayor was there too.",
    );
}

#[test]
fn the_dash_in_every_spelling() {
    for dash in ["—", "―", "–", "--", "---", "-", "&mdash;", "&#8212;", "&#x2014;", "\\---", "â€”"] {
        check(&format!("⟦So glad!⟧ {dash} ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆"));
        check(&format!("⟦So glad!⟧\n{dash} ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n"));
    }
}

#[test]
fn the_dash_glued_to_the_text() {
    check("⟦It worked⟧— ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆");
    check("⟦See pic.twitter.com/AbCdEf1234⟧— ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆");
    check("⟦See pic.twitter.com/AbCdEf1234⟧&mdash; ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆");
    check("⟦See pic.twitter.com/AbCdEf1234⟧—⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆");
    check("⟦It worked⟧ —⟨山姆⟩ (@⟪sam_y⟫) ⦅July 14, 2021⦆");
}

#[test]
fn the_dash_lost() {
    check("⟦So sad! pic.twitter.com/AbCdEf1234⟧  ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆The mayor said");
    check("⟦So sad!⟧  ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆");
    check("⟦So sad! pic.twitter.com/AbCdEf1234⟧ ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆");
    check("⟦So sad! pic.twitter.com/AbCdEf1234⟧⟨Dana⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆");
    check("⟦See pic.twitter.com/AbCdEf1234⟧⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆");
    check("⟦See https://t.co/AbCdEf1234⟧⟨Dana van der Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆");
    check("⟦So sad!⟧  ⟨Dana Ortiz–Bell⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆");
    check("⟦So cold! pic.twitter.com/AbCdEf1234⟧ ⟨-273 °C⟩ (@⟪cold⟫) ⦅July 14, 2021⦆");
    check("⟦“So sad”⟧  ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆");
    check("⟦So sad!⟧ ⟨Dr. Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆");
    check("⟦So sad!⟧\n⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n");
}

#[test]
fn the_date_glued_to_what_follows() {
    check("⟦So sad!⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆The mayor said so.");
    check("⟦So sad!⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆2/ A thread");
    check("⟦So sad!⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫)⦅July 14, 2021⦆");
}

#[test]
fn a_name_with_brackets() {
    check("⟦So sad!⟧ — ⟨[Dana] Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆");
    check("⟦So sad!⟧ — [⟨Dana Ortiz⟩ (@⟪dortiz⟫)](https://twitter.com/dortiz) ⦅July 14, 2021⦆");
}

#[test]
fn a_comma_before_the_date() {
    check("⟦So sad!⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫), ⦅July 14, 2021⦆");
    check_prose("So sad! Dana Ortiz (@dortiz), July 14, 2021");
}

#[test]
fn white_space_of_any_kind_between_the_parts() {
    check("⟦So sad!⟧\n\n—\n        ⟨Khalil⟩ (@⟪kbyrd⟫)\n        \n⦅Feb. 1, 2017⦆\n\nA spokesman");
    check("⟦So sad!⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫)\u{a0}⦅July 14, 2021⦆");
    check("> ⟦So sad!⟧\n>\n> — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July\n> 14, 2021⦆\n\nThe mayor");
    check("> ⟦So sad!⟧\n>\n> — ⟨Dana\n> Ortiz⟩ (@⟪dortiz⟫) ⦅July 14,\n> 2021⦆\n\nThe mayor");
    check("⟦So sad!⟧\n— ⟨Dana Ortiz⟩ (@⟪dortiz⟫) \n⦅July 14, 2021⦆\n\nThe mayor");
    check("⟦So sad!⟧\r\n\r\n— ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\r\n");
    check("| ⟦So sad!⟧\n| — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14,\n| 2021⦆\n\nThe mayor");
}

#[test]
fn lines_that_end_with_two_bytes() {
    check("⟦So sad!⟧\r\n⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\r\n");
    check("⟦So sad! https://t.co/AbCdEf1234⟧  ⟨Dana Ortiz⟩ (@⟪dortiz⟫)\r\n⦅July 14, 2021⦆\r\n");
    check_prose("So glad! — Dana Ortiz (@dortiz) January 8, 2025\r\nat 11:00 PM");
    check_prose("The mayor said so.\r\n\r\nDana Ortiz (@dortiz) July 14, 2021\r\n");
}

#[test]
fn a_time_of_day_is_whole_wherever_the_look_ahead_of_another_author_ends() {
    for letters in 1340..1360 {
        let link = format!("https://example.com/{}", "a".repeat(letters));
        let page = format!("Ann Bell\n@annbell\n{link}\nDana Ortiz\n@dortiz\nSo glad!\n12:32 AM · Jul 14, 2021\n");
        let tweet = tweets(&page).last().unwrap();
        assert_eq!(tweet.time().unwrap().to_string(), "00:32:00", "{letters} letters");
        assert!(tweet.text().ends_with("So glad!"), "{letters} letters: {:?}", tweet.text());
    }
}

#[test]
fn the_date_in_a_link() {
    let url = "https://twitter.com/dortiz/status/1415245567461347331?ref_src=twsrc%5Etfw";
    for (date, follows) in [
        (format!("[⦅July 14, 2021⦆]({url})‖"), " The mayor"),
        (format!("[⦅July 14,\n> 2021⦆]({url})‖"), "\n\nThe mayor"),
        (format!("[⦅July 14, 2021⦆](<{url}>)‖"), "\n"),
        (format!("[⦅July 14, 2021⦆]({url} \"July 14, 2021\")‖"), "\n"),
        (format!("⦅July 14, 2021⦆ ({url})‖"), "\n"),
        (format!("⦅July 14, 2021⦆\n> [{url}]‖"), "\n"),
        (format!("⦅July 14, 2021⦆ <{url}>‖"), "\n"),
        (format!("[[{url}][⦅July 14, 2021⦆]]‖"), "\n"),
        (format!("`⦅July 14,\n2021⦆ <{url}>`__‖"), "\n"),
    ] {
        let marked = format!("⟦So sad!⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) {date}{follows}");
        check(&marked);
        let text = unmarked(&marked);
        let id = tweets(&text).next().unwrap().status_id();
        assert_eq!(id.map(StatusId::get), Some(1_415_245_567_461_347_331), "{marked}");
    }
    check("⟦So sad!⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫)[⦅July 14, 2021⦆](https://twitter.com/dortiz/status/12)‖The mayor");
    check("⟦So sad!⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) [4]⦅July 14, 2021⦆ The mayor");
    check("⟦So sad!⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆[4]‖ The mayor");
    check("⟦So sad!⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆ (see below)");
}

#[test]
fn names_and_handles_in_markup() {
    check(r"⟦So sad!⟧ — ⟨Dana Ortiz⟩ (@⟪d\_ortiz⟫) ⦅July 14, 2021⦆");
    check("⟦So sad!⟧ — ⟨Dana Ortiz⟩ ([@⟪dortiz⟫](https://example.com/dortiz)) ⦅July 14, 2021⦆");
    check("⟦So sad!⟧ — [⟨Dana Ortiz⟩](https://example.com/p) (@⟪dortiz⟫) ⦅July 14, 2021⦆");
    check("⟦So sad!⟧ — [⟨Dana Ortiz⟩ (@⟪dortiz⟫)](https://twitter.com/dortiz) ⦅July 14, 2021⦆");
    check("⟦So sad!⟧ — ⟨Dana Ortiz⟩ [/people/7/] (@⟪dortiz⟫) ⦅July 14, 2021⦆");
    check("> ⟦_So sad!_⟧\n> \n> _— ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆_‖");
    check("⟦So sad!⟧ — ⟨Dana Ortiz⟩ ( @⟪dortiz⟫ ) ⦅July 14, 2021⦆");
    check("⟦So sad!⟧ — ⟨Dana Ortiz⟩ （@⟪dortiz⟫） ⦅July 14, 2021⦆");
}

#[test]
fn names_of_every_kind() {
    for name in [
        "Dana 🇨🇦🥶",
        "♰🇺🇸 D Ana ⭐⭐⭐",
        "도나",
        "دانا اورتیز\u{200f}",
        "83",
        "SGDS – Dana Ortiz",
        "ABC 7 News - WJLA",
        "Dana Ortiz | Bridges",
        "Dana \"Bridge\" Ortiz",
        "(((DanaO)))",
        "D )0v0(",
        "Dana Ortiz (@dortiz@example.social)",
        "@dortiz",
        "Dana @ Conf",
        "15//NOT SORRY",
        "Ortiz, MD: Bridges First!",
        "\\",
        "Dana Ortiz, forty-nine characters of display name",
    ] {
        check(&format!("⟦See pic.twitter.com/AbCdEf1234⟧ — ⟨{name}⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆"));
    }
    let joined = "👩🏽‍🚀".repeat(20);
    check(&format!("⟦So sad!⟧ — ⟨{joined}⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆"));
}

#[test]
fn dashes_in_the_text_are_the_texts() {
    check("⟦I love it — truly⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆");
    check("⟦A well-known fact - or not! pic.twitter.com/AbCdEf1234⟧ — ⟨Dana⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆");
    check("⟦\"A bridge\" - @someone⟧— ⟨Wisdom⟩ (@⟪wisdom⟫) ⦅July 14, 2021⦆");
    check("⟦Bridges (2019–20)⟧ — ⟨Dana⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆");
    check("⟦We built this. (@mayor)⟧ — ⟨Dana⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆");
}

#[test]
fn names_that_are_missing() {
    check("⟦So sad!⟧ — (@⟪dortiz⟫) ⦅July 14, 2021⦆");
    check("⟦So sad!⟧ — @⟪dortiz⟫ ⦅July 14, 2021⦆");
    let cited = "⟦So sad!⟧ --- [@⟪dortiz⟫, ⦅10:23 PM · Jul 14, 2022⦆](https://twitter.com/dortiz/status/1)‖";
    check(cited);
    assert_eq!(tweets(&unmarked(cited)).next().unwrap().status_id(), StatusId::from_u64(1));
}

#[test]
fn a_text_that_is_missing() {
    check("⟦So glad!⟧ — ⟨Dana⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n⟦⟧— ⟨Ann Bell⟩ (@⟪annbell⟫) ⦅July 15, 2021⦆\n");
}

#[test]
fn dates_that_machines_print() {
    check("⟦So sad!⟧ — ⟨Dana⟩ (@⟪dortiz⟫) ⦅2021-07-14⦆");
    check("⟦So sad!⟧ — ⟨Dana⟩ (@⟪dortiz⟫) ⦅1626264000000⦆");
    let tweet = tweets("So sad! — Dana (@dortiz) 1626264000000").next().unwrap();
    assert_eq!(tweet.date().unwrap().to_string(), "2021-07-14");
}

#[test]
fn a_date_cut_short() {
    check("⟦So sad!⟧ — ⟨Dana⟩ (@⟪dortiz⟫) ⦅October 04, 19⦆");
}

#[test]
fn only_the_link_of_the_date_is_left() {
    check(
        "⟦So glad! [pic.twitter.com/AbCdEf1234](https://t.co/AbCdEf1234)⟧[⦅March 12, 2021⦆](https://twitter.com/⟪dortiz⟫/status/1)‖\n\nThe mayor",
    );
    check("> ⟦So glad!⟧\n>\n> [⦅4:54 AM ∙ Nov 7, 2012⦆](https://twitter.com/⟪dortiz⟫/status/1)‖\n\nThe mayor");
}

#[test]
fn a_date_that_was_dropped() {
    check("⟦So glad! pic.twitter.com/AbCdEf1234⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫)‖\n\nThe mayor");
    check("⟦So glad!⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) [](https://twitter.com/dortiz/status/1415245567461347331)‖ The mayor");
}

#[test]
fn rendered_widgets() {
    check("⟨Dana Ortiz⟩\n@⟪dortiz⟫\n⟦So glad!⟧\n⦅3:05 PM - Apr 1, 2018⦆\n447\n165 people are talking about this‖");
    check("Follow ⟨Dana Ortiz⟩ ✔ @⟪dortiz⟫ ⟦So glad!⟧ ⦅8:27 AM - 11 Jul 2017⦆ 14,477 Retweets‖");
    check("⟨Dana Ortiz⟩\n@⟪dortiz⟫\n·\nFollow\n⟦So glad!\nTruly.⟧\n⦅7:32 AM · Jul 14, 2021⦆\n12.3K\nReply‖");
    // The first line ends like the head of another tweet, but is too long for a name.
    check(
        "⟨Dana Ortiz⟩\n@⟪dortiz⟫\n·\nFollow\n\n⟦So glad that the bridge over the river is open again, says @annbell\nTruly.⟧\n⦅7:32 AM · Jul 14, 2021⦆\n12.3K\nReply‖",
    );
    check("So glad!\n⟨Dana Ortiz⟩\n@⟪dortiz⟫\n\n⟦So glad!⟧\n⦅05:25 PM - 09 Jul 2019⦆\nReply Retweet Favorite‖");
    check("⟦So glad!⟧\n⟨Dana Ortiz⟩ @⟪dortiz⟫ · ⦅7:32 AM · Jul 14, 2021⦆\n");
    check("⟦So glad! https://t.co/AbCdEf1234⟧ ⟨Dana Ortiz⟩ @⟪dortiz⟫ · ⦅7:32 AM · Jul 14, 2021⦆ The mayor");
    check("Follow ⟨Dana Ortiz⟩ @⟪dortiz⟫ ⟦So glad!⟧ ⦅8:27 AM - 11 Jul 2017⦆");
    check("⟨Dana Ortiz⟩ ✔ @⟪dortiz⟫ ⟦So glad!⟧ ⦅8:27 AM - 11 Jul 2017⦆");
    check("⟨Dana Ortiz⟩ @⟪dortiz⟫· Follow ⟦So glad!⟧ ⦅7:32 AM · Jul 14, 2021⦆");
    let tweet = tweets("Dana Ortiz\n@dortiz\nSo glad!\n3:05 PM - Apr 1, 2018\n").next().unwrap();
    assert_eq!(tweet.time().unwrap().to_string(), "15:05:00");
    assert_eq!(tweet.date().unwrap().to_string(), "2018-04-01");
}

#[test]
fn a_repeated_text_belongs_to_the_quotation() {
    let page = "They met.\n\nSo glad!\nDana Ortiz\n@dortiz\n\nSo glad!\n05:25 PM - 09 Jul 2019\n";
    let tweet = tweets(page).next().unwrap();
    assert_eq!(&page[..tweet.span().start], "They met.\n\n");
    assert_eq!(tweet.text(), "So glad!");
}

#[test]
fn a_citation_whose_text_comes_last() {
    check("⟨Dana Ortiz⟩ (@⟪dortiz⟫) on X, ⦅Sep 22, 2026⦆: \"⟦So glad!⟧\"‖ The mayor");
}

#[test]
fn the_dash_in_the_wrong_encoding_or_escaped() {
    for dash in
        ["\u{fffd}", "\u{fffd}\u{fffd}\u{fffd}", "\u{97}", "&amp;mdash;", "&amp;#8212;", r"\u2014", r"\xe2\x80\x94"]
    {
        check(&format!("⟦So glad!⟧ {dash} ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆"));
        check(&format!("⟦Les gens sont ravis⟧ {dash} ⟨Zoé Ortis⟩ (@⟪zortis⟫) ⦅14 juillet 2021⦆"));
        check(&format!("⟦橋は開いています⟧ {dash} ⟨港ラジオ⟩ (@⟪minato⟫) ⦅2021年7月14日⦆"));
    }
    for dash in ["&amp;mdash;", r"\u2014", "\u{97}"] {
        check(&format!("⟦See pic.twitter.com/AbCdEf1234⟧{dash} ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆"));
    }
}

#[test]
fn a_question_mark_in_place_of_the_dash_follows_a_text_that_ends() {
    check("⟦So glad!⟧ ? ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆");
    check("⟦So glad pic.twitter.com/AbCdEf1234⟧ ? ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆");
    check("⟦On vient #pont⟧ ? ⟨Zoé Ortis⟩ (@⟪zortis⟫) ⦅14 juillet 2021⦆");
    check("⟦Vous venez ?⟧ — ⟨Zoé Ortis⟩ (@⟪zortis⟫) ⦅14 juillet 2021⦆");
    check("⟦Vous venez demain ?⟧ ⟨Zoé Ortis⟩ (@⟪zortis⟫) ⦅14 juillet 2021⦆");
}

#[test]
fn the_dash_glued_on_both_sides() {
    check("⟦We are glad about it.⟧—⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆");
    check("⟦We are glad about it!⟧--⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆");
    check("⟦楽しみですね。⟧—⟨港ラジオ⟩ (@⟪minato⟫) ⦅July 14, 2021⦆");
    check("⟦배가 떠납니다!⟧—⟨항구 라디오⟩ (@⟪port⟫) ⦅2021년 7월 14일⦆");
    check("⟦我们很高兴。⟧——⟨港口电台⟩ (@⟪gangkou⟫) ⦅2021年7月14日⦆");
    check("⟦我们很高兴⟧ —— ⟨港口电台⟩ (@⟪gangkou⟫) ⦅2021年7月14日⦆");
    // Dashes of names: behind an abbreviation, between words, and one in a URL.
    check("⟦So glad⟧ — ⟨U.S.—Mexico News⟩ (@⟪usmx⟫) ⦅July 14, 2021⦆");
    check("⟦So glad!⟧ — ⟨Ortiz—Bell⟩ (@⟪obell⟫) ⦅July 14, 2021⦆");
}

#[test]
fn the_dash_lost_at_the_beginning_of_a_line() {
    check("⟦The ferry leaves at noon⟧\n ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n\nThe mayor was there.");
    check("⟦Die Fähre fährt um zwölf⟧\n ⟨Uwe Ortiz⟩ (@⟪uortiz⟫) ⦅14. Juli 2021⦆\n");
    check("⟦El barco sale a las doce #puerto⟧\n ⟨Ana Ruiz⟩ (@⟪aruiz⟫) ⦅14 de julio de 2021⦆\n");
}

#[test]
fn no_dash_in_a_paragraph_of_its_own() {
    check(
        "They waited a year.\n\n⟦We open a new yard! Plans later!⟧\n\n⟨Nils Field⟩ (@⟪nfield⟫) ⦅May 3, 2014⦆\n\nThe plans came.",
    );
    check("Man wartete lange.\n\n⟦Wir öffnen den Hof.⟧\n\n⟨Nils Feld⟩ (@⟪nfeld⟫) ⦅3. Mai 2014⦆\n\nDie Pläne kamen.");
    check("皆が待っていた。\n\n⟦新しい店が開きます。⟧\n\n⟨港ラジオ⟩ (@⟪minato⟫) ⦅2014年5月3日⦆\n\n店は開いた。");
    // An emoji ends a tweet as a full stop does.
    check(
        "They waited a year.\n\n⟦We open a new yard 🎉⟧\n\n⟨Nils Field⟩ (@⟪nfield⟫) ⦅May 3, 2014⦆\n\nThe plans came.",
    );
    check(
        "Se esperó un año.\n\n⟦Abrimos el patio ⛴️⟧\n\n⟨Ana Ruiz⟩ (@⟪aruiz⟫) ⦅3 de mayo de 2014⦆\n\nLlegaron los planos.",
    );
}

#[test]
fn a_name_without_a_dash_ends_no_line_whose_words_have_no_full_stop() {
    // Nothing tells the tweet from the name, or from the sentence before it: neither is guessed.
    for text in [
        "団体は金曜日の夜に知らせた。\n\n灯台の階段がやっと直りました\n佐々木ゆう (@yuu_sasaki) April 13, 2018\n\n町は喜んだ。",
        "협회가 금요일 밤에 알렸다.\n\n등대 계단이 드디어 고쳐졌습니다\n김유나 (@yuna_kim) April 13, 2018\n\n마을은 기뻐했다.",
    ] {
        assert_eq!(embedded_tweet::tweets(text).count(), 0, "{text}");
    }
}

#[test]
fn parentheses_of_a_treebank() {
    check(
        "They met on Tuesday in the old town hall , where the mayor spoke for an hour and nobody had a question .\n⟦So glad ! pic.twitter.com/AbCdEf1234⟧ -- ⟨Dana Ortiz⟩ -LRB- @⟪dortiz⟫ -RRB- ⦅July 14, 2021⦆ The mayor",
    );
}

#[test]
fn a_link_of_a_word_in_place_of_the_date_tells_the_day_of_its_status_id() {
    for word in ["link", "Link", "source", "ver", "ツイート"] {
        let marked = format!(
            "⟦So glad!⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) [{word}](https://x.com/dortiz/status/1415287482367715053)‖\n\nAnd"
        );
        check(&marked);
        let text = unmarked(&marked);
        assert_eq!(tweets(&text).next().unwrap().date().unwrap().to_string(), "2021-07-14");
    }
}

#[test]
fn widgets_in_the_languages_of_their_readers() {
    for (button, stamp, closing) in [
        ("フォローする", "午後7:32 · 2021年7月14日", "12\n返信\nリンクをコピー"),
        ("팔로우", "오후 7:32 · 2021년 7월 14일", "3\n답글\n링크 복사"),
        ("关注", "下午7:32 · 2021年7月14日", "12\n回复\n复制链接"),
        ("Seguir", "7:32 p. m. · 14 jul. 2021", "12\nResponder\nCopiar enlace"),
        ("Folgen", "7:32 nachm. · 14. Juli 2021", "1.204\nAntworten\nLink kopieren"),
        ("Читать", "7:32 PM · 14 июл. 2021 г.", "12\nОтветить\nСкопировать ссылку"),
        ("Takip et", "ÖS 7:32 · 14 Tem 2021", "12\nYanıtla\nBağlantıyı kopyala"),
        ("متابعة", "٧:٣٢ م · ١٤ يوليو ٢٠٢١", "١٢\nرد"),
        ("Suivre", "7:32 PM · 14 juil. 2021", "12\nRépondre\nCopier le lien"),
        ("Sledovat", "7:32 odp. · 14. 7. 2021", "12\nOdpovědět"),
    ] {
        let marked = format!(
            "They met.\n\n⟨Dana Ortiz⟩\n@⟪dortiz⟫\n·\n{button}\n⟦We wait at pier four⟧\n⦅{stamp}⦆\n{closing}‖\n\nSchools."
        );
        check(&marked);
        let text = unmarked(&marked);
        let tweet = tweets(&text).next().unwrap();
        assert_eq!(
            (tweet.date().unwrap().to_string(), tweet.time().unwrap().to_string()),
            ("2021-07-14".into(), "19:32:00".into())
        );
    }
}

#[test]
fn counters_and_buttons_of_a_page_belong_to_the_quotation() {
    check(
        "They met.\n\n⟨Dana Ortiz⟩\n@⟪dortiz⟫\n⟦So glad!⟧\n⦅9:14 AM · Mar 3, 2024⦆\n·\n12.4K\n Views\n33\n Reposts\n210\n Likes‖\n\nSchools.",
    );
    check(
        "Post Log in Sign up Post ⟨Dana Ortiz⟩ @⟪dortiz⟫ ⟦So glad!⟧ ⦅7:32 PM · Jul 14, 2025⦆ 45.1K Views 9 1 Read 917 replies New to X?‖\n",
    );
    check(
        "They met.\n\n⟨Dana Ortiz⟩\n@⟪dortiz⟫\n⟦So glad!⟧\nLast edited\n⦅9:14 AM · Mar 3, 2024⦆\n\nViews on the bridge differ.",
    );
    check("They met.\n\n⟨Dana Ortiz⟩\n@⟪dortiz⟫\n⟦So glad!⟧\n⦅9:14 AM · Mar 3, 2024⦆\n12 people came to see it.");
}

#[test]
fn posts_of_any_length_between_their_author_and_their_stamp() {
    let post = "The night boat was full to the last seat. ".repeat(40);
    let post = post.trim_end();
    check(&format!("They met.\n\n⟨Dana Ortiz⟩\n@⟪dortiz⟫\n·\nFollow\n⟦{post}⟧\n⦅7:32 PM · Jul 14, 2025⦆\n\nSchools."));
    check(&format!(
        "They met.\n\n⟨港ラジオ⟩\n@⟪minato⟫\n·\nフォローする\n⟦{post}⟧\n⦅午後7:32 · 2025年7月14日⦆\n\nSchools."
    ));
    // Before 2023 no post was so long.
    check_prose(&format!("They met.\n\nDana Ortiz\n@dortiz\n·\nFollow\n{post}\n7:32 PM · Jul 14, 2021\n\nSchools."));
}

#[test]
fn the_alternative_text_of_an_avatar_is_no_author() {
    check(
        "They met.\n\nTwitter avatar for @dortiz\n⟨Dana Ortiz⟩ @⟪dortiz⟫\n⟦So glad!⟧\n⦅7:32 AM ∙ Jul 14, 2021⦆\n149Likes160Retweets‖",
    );
}

#[test]
fn far_into_a_page_an_author_whose_line_ends_has_the_reach_of_a_long_post() {
    let prose = "The council met on Tuesday. ".repeat(20);
    let post = "The bridge is open again, and whoever crosses it sees all of the harbour. ".repeat(20);
    check(&format!(
        "{prose}\n\n⟨Dana Ortiz⟩\n@⟪dortiz⟫\n⟦{}⟧\n⦅7:32 AM · Jul 14, 2024⦆\n12.3K\nReply‖",
        post.trim_end()
    ));
    check_prose(&format!("{prose}\n\nDana Ortiz @dortiz {post}7:32 AM · Jul 14, 2024\n12.3K\nReply"));
}

#[test]
fn links_that_a_tool_moved_between_handle_and_date_are_the_texts_second_part() {
    check(
        "⟦So glad!⟧\n\n— ⟨Dana Ortiz⟩ (@⟪dortiz⟫)⟬[https://t.co/AbCdEf1234][#bridges][pic.twitter.com/GhIjKl5678]⟭[⦅July 14, 2021⦆]‖\n\nSchools.",
    );
    check(
        "⟦Qué alegría⟧\n— ⟨Ana Ruiz⟩ (@⟪aruiz⟫)\n⟬[#puerto] [pic.twitter.com/AbCdEf1234]⟭ [⦅14 de julio de 2021⦆]‖\nLa",
    );
    check(
        "⟦橋が開いた⟧\n\n— ⟨港ラジオ⟩ (@⟪minato⟫)⟬[@annbell](https://twitter.com/annbell)⟭[⦅2021年7月14日⦆](https://twitter.com/minato/status/1)‖",
    );
    check("⟦So glad!⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⟬#bridges pic.twitter.com/AbCdEf1234⟭ ⦅July 14, 2021⦆ The mayor");
    check("⟦So glad!⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⟬[#bridges] [@annbell]⟭ ⦅July 14, 2021⦆ The mayor");
    check_prose("So glad! — Dana Ortiz (@dortiz) [the mayor][July 14, 2021]");
    check_prose("So glad!\n\nDana Ortiz (@dortiz)[#bridges][July 14, 2021]");
    check_prose(
        "So glad!\n\n— Dana Ortiz (@dortiz)[#bridges][July 14, 2021](https://twitter.com/annbell/status/1) It rained.",
    );
}

#[test]
fn lines_between_handle_and_date_are_the_texts_second_part() {
    check(
        "⟦The night boat is back.⟧\n\n— ⟨Ola Berg⟩ (@⟪olaberg⟫)\n\n⟬[@annbell]\n\nIs it free? Nothing on the news.⟭[⦅July 14, 2021⦆]‖\n\nSchools.",
    );
    check("⟦夜の船⟧\n— ⟨港ラジオ⟩ (@⟪minato⟫)⟬五月から走ります。⟭[⦅2021年7月14日⦆]‖\n市は");
    check(
        "⟦Die Fähre⟧— ⟨Uwe Ortiz⟩ (@⟪uortiz⟫)\n⟬Sie fährt wieder.\n[#hafen] [pic.twitter.com/AbCdEf1234]⟭ [⦅14. Juli 2021⦆]‖\n",
    );
    let tweet = tweets("So glad!\n— Dana Ortiz (@dortiz)\nIt is free.[July 14, 2021]").next().unwrap();
    assert_eq!(tweet.clean_text(), "So glad!\nIt is free.");
    check_prose("So glad — Dana Ortiz (@dortiz) told us on [July 14, 2021], and left.");
    check_prose("So glad\n— Dana Ortiz (@dortiz)\nThe mayor (@mayor) came on [July 14, 2021].");
    let sentences = "The rain went on. ".repeat(20);
    check_prose(&format!("So glad\n— Dana Ortiz (@dortiz)\n{sentences}[July 14, 2021]"));
}

#[test]
fn date_and_time_on_the_line_below_a_name_without_a_dash() {
    check("Они ждали.\n\n⟦Паром идёт в полдень⟧\n⟨Дана Ортис⟩ (@⟪dortiz⟫)\n⦅14 июля 2021, 19:32⦆\n\nШколы открылись.");
    check("They waited.\n\n⟦The ferry leaves at noon⟧\n⟨Dana Ortiz⟩ (@⟪dortiz⟫)\n⦅7:32 PM · Jul 14, 2021⦆\n\nSchools.");
    check("Man wartete.\n\n⟦Die Fähre fährt um zwölf⟧\n⟨Uwe Ortiz⟩ (@⟪uortiz⟫)\n⦅14. Juli 2021 um 19:32⦆\n\nSchulen.");
    check("⟦So glad! pic.twitter.com/AbCdEf1234⟧\n⟨Dana Ortiz⟩ (@⟪dortiz⟫)\n⦅July 14, 2021, 7:32 PM⦆\n");
    // Bylines.
    check_prose("The new bridge\nDana Ortiz (@dortiz)\nJuly 14, 2021, 7:32 PM\n\nThe council met.");
    check_prose("The council met.\n\nThe new bridge\n\nDana Ortiz (@dortiz)\nJuly 14, 2021, 7:32 PM\n\nIt opens.");
    check_prose("They waited.\n\nThe ferry leaves\nBy Dana Ortiz (@dortiz)\nJuly 14, 2021, 7:32 PM\n\nIt opens.");
}

#[test]
fn the_author_first_and_the_link_last() {
    let url = "https://nitter.net/dortiz/status/1415287482367715053#m";
    for marked in [
        format!("They met.\n\n⟨Dana Ortiz⟩ (@⟪dortiz⟫)\n⟦So glad!⟧\n— {url}‖\n\nSchools."),
        format!("Man traf sich.\n\n⟨Dana Ortiz⟩ (@⟪dortiz⟫)\n\n⟦So froh!\nWirklich.⟧\n\n- <{url}>‖\n\nSchulen."),
        format!("会議。\n\n⟨港ラジオ⟩\n@⟪dortiz⟫\n⟦来月から夜も走ります。⟧\n{url}‖\n\n学校。"),
        "They met.\n\n⟨Dana Ortiz⟩\n\n@⟪dortiz⟫\n\n⟦So glad!⟧\n\n[![Image](https://pbs.twimg.com/media/a.jpg)](https://x.com/dortiz/status/1415287482367715053/photo/1)‖\n\nSchools.".into(),
    ] {
        check(&marked);
        let text = unmarked(&marked);
        assert_eq!(tweets(&text).next().unwrap().date().unwrap().to_string(), "2021-07-14");
    }
    // The link of somebody else's tweet, one within a sentence, an author behind a dash or none.
    check_prose(
        "They met.\n\nDana Ortiz (@dortiz)\nSo glad!\n— https://nitter.net/annbell/status/1415287482367715053#m\n",
    );
    check_prose("They met.\n\nDana Ortiz (@dortiz)\nSo glad! See https://x.com/dortiz/status/1415287482367715053\n");
    check_prose(
        "They met.\n\nDana Ortiz (@dortiz) said\nSo glad!\n— https://x.com/dortiz/status/1415287482367715053\n",
    );
    check_prose("They met.\n\nDana Ortiz (@dortiz)\n— https://x.com/dortiz/status/1415287482367715053\n");
}

#[test]
fn pages_of_x_joined_by_full_stops() {
    check(
        "Log in · Sign up. Conversation. ⟨Dana Ortiz⟩ · @⟪dortiz⟫. ⟦So glad.⟧ ⦅7:32 PM · Jul 14, 2021⦆. ·. 420. Views.‖\n",
    );
    check(
        "Conversación. ⟨Ana Ruiz⟩ · @⟪aruiz⟫. ⟦Qué alegría.⟧ ⦅7:32 p. m. · 14 jul. 2021⦆. ·. 1,420. Visualizaciones.‖\n",
    );
    check("Post. ⟨Dr. Uwe Ortiz⟩. @⟪uortiz⟫. ⟦So froh!⟧ ⦅7:32 nachm. · 14. Juli 2021.⦆ ·. 12. Likes.‖ Mehr");
    check_prose("Thanks to Dana. @dortiz. We met at seven. 7:32 was late.");
    check_prose("We met · @dortiz. So it was. On July 14, 2021 it rained.");
}

#[test]
fn pages_of_x_whose_title_has_the_name() {
    check("⟨Dana Ortiz⟩ on X: \"So glad!\" / X Post\n@⟪dortiz⟫ ⟦So glad!⟧ ⦅7:32 PM · Jul 14, 2025⦆ 1.5M Views‖\n");
    check(
        "⟨Uwe Ortiz⟩ auf X: „So froh!“ / X\n@⟪uortiz⟫ ⟦So froh!⟧ ⦅7:32 nachm. · 14. Juli 2025⦆ 1,5 Mio. Mal angezeigt‖\n",
    );
    check(
        "Xユーザーの⟨港ラジオ⟩さん: 「橋が開いた」 / X ポスト\n@⟪minato⟫ ⟦橋が開いた⟧ ⦅午後7:32 · 2025年7月14日⦆ 1.5万 回視聴‖\n",
    );
    let text = "Xユーザーの港ラジオさん: 「橋」 / X\n@minato 橋 午後7:32 · 2025年7月14日\n";
    assert_eq!(tweets(text).next().unwrap().span().start, 0);
    check_prose("Rain and sun: so it is / X\n@dortiz So glad! On July 14, 2025 it rained.");
}

#[test]
fn words_of_the_page_before_an_author_belong_to_the_quotation() {
    for head in [
        "Post Log in Sign up Post ",
        "Post\nLog in\nSign up\nPost\n",
        "ポスト ログイン 新規登録 ポスト ",
        "Beitrag\nAnmelden\n",
        "Publicación Iniciar sesión ",
    ] {
        let text = format!("{head}Dana Ortiz @dortiz So glad! 7:32 PM · Jul 14, 2025 45.1K Views 9 1 7\n");
        let tweet = tweets(&text).next().unwrap();
        assert_eq!(
            (tweet.author().name, tweet.text(), tweet.span()),
            (Some("Dana Ortiz"), "So glad!", 0..text.len() - 1)
        );
    }
    let tweet = tweets("The Post wrote it.\nDana Ortiz\n@dortiz\nSo glad!\n7:32 PM · Jul 14, 2025\n").next();
    assert_eq!(tweet.unwrap().span().start, "The Post wrote it.\n".len());
}

#[test]
fn counters_in_the_languages_of_their_readers() {
    for end in [
        "12,4 k\n vues\n33\n Reposts\n4\n Citations",
        "12,4 mil\n Visualizaciones\n210\n Me gusta",
        "12.400\n Mal angezeigt\n5\n Lesezeichen",
        "979.5K\n 回視聴\n33\n 件のリポスト\n210\n 件のいいね",
        "12,4 тыс.\n просмотров\n5\n Закладки",
    ] {
        let marked = format!("⟨Dana Ortiz⟩\n@⟪dortiz⟫\n⟦So glad!⟧\n⦅7:32 PM · Jul 14, 2025⦆\n·\n{end}‖\n\nSchools.");
        check(&marked);
    }
    check("⟨Dana Ortiz⟩\n@⟪dortiz⟫\n⟦So glad!⟧\n⦅7:32 PM · Jul 14, 2025⦆ · Buffer‖\n\nSchools.");
    check("⟨Dana Ortiz⟩\n@⟪dortiz⟫\n⟦So glad!⟧\n⦅7:32 PM · Jul 14, 2025⦆\n12 mil casas se quedaron sin luz.");
}

#[test]
fn a_button_of_an_unknown_language_stands_below_a_dot() {
    for button in ["Fylgja", "फॉलो करा", "ಅನುಸರಿಸಿ", "Lean ar"] {
        check(&format!("⟨Dana Ortiz⟩\n@⟪dortiz⟫\n·\n{button}\n⟦So glad to be here!⟧\n⦅7:32 PM · Jul 14, 2021⦆\n"));
    }
    check("⟨Dana Ortiz⟩\n@⟪dortiz⟫\n·\n⟦So glad!\nWe are here.⟧\n⦅7:32 PM · Jul 14, 2021⦆\n");
    check("⟨Dana Ortiz⟩\n@⟪dortiz⟫\n⟦Breaking\nThe ferry sails.⟧\n⦅7:32 PM · Jul 14, 2021⦆\n");
}

#[test]
fn cards_of_substack_in_every_markdown_shape() {
    let url = "https://twitter.com/d_ortiz/status/1415287482367715053";
    let image = "![Twitter avatar for @d_ortiz](https://example.com/a.jpg)";
    for marked in [
        format!(
            "They met.\n\n[{image}⟨Dana Ortiz⟩ @⟪d_ortiz⟫⟦So glad!⟧ ]({url})\n\n[⦅7:32 AM ∙ Jul 14, 2021⦆\n\n* * *\n\n149Likes160Retweets]({url})‖\n\nSchools."
        ),
        format!(
            "They met.\n\n[\n\n{image}\n\n⟨Dana Ortiz⟩ @⟪d\\_ortiz⟫\n\n⟦So glad!⟧\n\n]({url})\n\n[⦅7:32 AM ∙ Jul 14, 2021⦆\n\n* * *\n\n1,149Likes]({url})‖\n\nSchools."
        ),
        format!(
            "They met.\n\n[{image}](https://twitter.com/d_ortiz)\n\n⟨Dana Ortiz⟩ @⟪d_ortiz⟫\n\n⟦So glad!⟧\n\n[⦅7:32 AM ∙ Jul 14, 2021⦆]({url})\n\n149Likes160Retweets‖\n\nSchools."
        ),
    ] {
        check(&marked);
        let text = unmarked(&marked);
        let tweet = tweets(&text).next().unwrap();
        assert_eq!(tweet.status_id(), StatusId::from_u64(1_415_287_482_367_715_053), "{marked}");
        assert_eq!(tweet.span().start, "They met.\n\n".len(), "{marked}");
    }
    check("Twitter avatar for @dortiz ⟨Dana Ortiz⟩ @⟪dortiz⟫ ⟦So glad!⟧ ⦅7:32 AM ∙ Jul 14, 2021⦆ 149Likes‖ Schools.");
    check_prose(
        "[![Twitter avatar for @dortiz](https://example.com/a.jpg)Ann Bell @annbell So glad! 7:32 AM ∙ Jul 14, 2021",
    );
    check_prose("See the twitter avatar for @dortiz: it is from July 14, 2021.");
}

#[test]
fn widgets_in_emphasis() {
    check(
        "Das Amt:\n\n_⟨Hafenamt⟩_<br>\n_@⟪hafen_amt⟫_<br>\n\n_Antwort an_<br>\n_@ilse_<br>\n_⟦Die Schleuse bleibt zu.⟧_<br>\n_⦅1:43 nachm. · 28. Aug. 2015⦆·TweetDeck_<br>‖\n\nSie",
    );
    check("They met.\n\n*⟨Dana Ortiz⟩*  \n*@⟪dortiz⟫*  \n\n*⟦So glad!⟧*  \n*⦅7:32 PM · Jul 14, 2021⦆*  ‖\n\nSchools.");
    check("皆が\n\n**⟨港ラジオ⟩**\n**@⟪minato_⟫**\n\n**⟦橋が開いた⟧**\n**⦅午後7:32 · 2021年7月14日⦆**‖\n\n学校");
    check_prose("They met *@dortiz* at 7:32 PM · Jul 14, 2021 and left.");
    check_prose("_Dana_ and _@dortiz_ met.\n_It rained._\n");
}

#[test]
fn what_surrounds_a_text_is_no_part_of_it() {
    for reply in [
        "Replying to @annbell and @kimlee",
        "返信先: @annbell",
        "En respuesta a\n@annbell",
        "Antwort an @annbell",
        "En réponse à @annbell",
    ] {
        check(&format!("⟨Dana Ortiz⟩\n@⟪dortiz⟫\n{reply}\n⟦So glad!⟧\n⦅7:32 PM · Jul 14, 2021⦆\n"));
    }
    check("⟨Dana Ortiz⟩\n@⟪dortiz⟫\n⟦Replying to you all: no.⟧\n⦅7:32 PM · Jul 14, 2021⦆\n");
    check(
        "   Port Watch\n   @portwatch\n   Follow\n\n   ⟨Ola Berg⟩ @⟪olaberg⟫\n   ⟦So glad!⟧\n     * Retweets 11\n     * [129]poty [130]Frank\n\n   ⦅11:30 AM - 9 Feb 2016⦆\n   11 retweets 0 likes‖\n",
    );
    check("[53]⟨Ola Berg⟩\n   [54]@⟪olaberg⟫\n   ⟦So glad!⟧\n   [60]⦅11:30 AM - 9 Feb 2016⦆\n");
    check("⟨Dana Ortiz⟩\n@⟪dortiz⟫\n⟦We need\n* coats\n* rope 11⟧\n⦅7:32 PM · Jul 14, 2021⦆\n");
}

#[test]
fn handles_with_a_mark_of_full_width() {
    check("⟦橋は開いています⟧ — ⟨港ラジオ⟩（＠⟪minato⟫）⦅2021年7月14日⦆");
    check("⟦So glad!⟧ — ⟨Dana Ortiz⟩ (＠⟪dortiz⟫) ⦅July 14, 2021⦆");
    check("⟨港ラジオ⟩\n＠⟪minato⟫\n·\nフォローする\n⟦橋が開いた⟧\n⦅午後7:32 · 2021年7月14日⦆\n");
    check_prose("メールは ann＠example.com まで。2021年7月14日");
}

#[test]
fn comments_between_handle_and_date() {
    check("⟦So glad!⟧\n— ⟨Dana Ortiz⟩ (@⟪dortiz⟫)<!----> ⦅July 14, 2021⦆\n");
    check("⟦So froh!⟧\n— ⟨Uwe Ortiz⟩ <!---->(@⟪uortiz⟫)<!----> <!-- -->⦅14<!---->. Juli<!----> 2021⦆\n");
    check("⟦橋が開いた⟧\n— ⟨港ラジオ⟩ (@⟪minato⟫) <!--[-->⦅2021年7月14日⦆<!--]-->\n");
    check_prose(
        "So glad!\n\n— Dana Ortiz (@dortiz)<!-- a note of the editors about the author's name --> July 14, 2021\n",
    );
}

#[test]
fn links_in_place_of_the_date_in_other_spellings() {
    let url = "https://x.com/dortiz/status/1415287482367715053";
    for link in
        [format!("([link]({url}))"), format!("[→]({url})"), format!("[the tweet, archived]({url})"), url.to_owned()]
    {
        check(&format!("⟦So glad!⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) {link}‖\n\nSchools."));
    }
    check_prose("So glad! — Dana Ortiz (@dortiz) https://example.com/dortiz/status\n");
    check_prose(&format!("So glad! — Dana Ortiz (@dortiz) {url} was the first.\n"));
}

#[test]
fn dashes_lost_or_damaged_in_other_places() {
    check("They waited.\n\n⟦The ferry leaves at noon⟧\n\n ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n\nSchools.");
    check("⟦The ferry leaves⟧\u{fffd} ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆");
    check(
        "Am Dienstag kam er mit dem ersten Zug in die alte Stadt , und keiner hatte noch eine Frage an ihn .\n⟦Wir sind da pic.twitter.com/AbCdEf1234⟧ -- ⟨Uwe Ortiz⟩ -lrb- @⟪uortiz⟫ -rrb- ⦅14 . Juli 2021⦆ Sie kamen .",
    );
    check("⟦¿Vienen?⟧ ⟨Ana Ruiz⟩ (@⟪aruiz⟫) ⦅14 de julio de 2021⦆");
}

#[test]
fn lines_of_a_page_around_a_text_are_not_its_own() {
    // To whom it replies.
    check("⟨Dana Ortiz⟩\n@⟪dortiz⟫\nReplying to @kimlee and @uwe\n⟦So glad!⟧\n⦅7:32 PM · Jul 14, 2021⦆\n");
    check("⟨Uwe⟩\n@⟪uwe⟫\n·\nFolgen\nAntwort an @kimlee\n⟦So froh!⟧\n⦅7:32 nachm. · 14. Juli 2021⦆\n");
    check("⟨港ラジオ⟩\n@⟪minato⟫\n返信先: @kimleeさん\n⟦嬉しい！⟧\n⦅午後7:32 · 2021年7月14日⦆\n");
    check("⟨Dana Ortiz⟩\n@⟪dortiz⟫\n⟦Replying to all of you: so glad!⟧\n⦅7:32 PM · Jul 14, 2021⦆\n");
    // Who retweeted it, pictures, and the numbers of links.
    check(
        "[53]⟨Dana Ortiz⟩\n[54]@⟪dortiz⟫\n⟦So glad! [58]https://t.co/AbCdEf1234⟧\nRetweeted by Kim\n[60]⦅7:32 PM · Jul 14, 2021⦆\n",
    );
    check("⟨Dana Ortiz⟩\n@⟪dortiz⟫\n⟦So glad!⟧\n  * Retweets 11\n  * [129]kim [130]uwe\n⦅7:32 AM - 9 Feb 2016⦆\n");
    check("⟨Dana Ortiz⟩\n@⟪dortiz⟫\n⟦So glad!⟧\nAb-Cd_Ef.jpg\n⦅7:32 AM - 9 Feb 2016⦆\n");
    check("⟨Dana Ortiz⟩\n@⟪dortiz⟫\n⟦I like:\n* milk\n* bread⟧\n⦅7:32 AM - 9 Feb 2016⦆\n");
    check("⟨Dana Ortiz⟩\n@⟪dortiz⟫\n⟦So glad.\nKim retweeted it and said so⟧\n⦅7:32 AM - 9 Feb 2016⦆\n");
    // The account of the page.
    check("Port Watch\n@portwatch\nFollow\n\n⟨Dana Ortiz⟩ @⟪dortiz⟫\n⟦So glad!⟧\n⦅7:32 AM - 9 Feb 2016⦆\n");
    check("⟨Dana Ortiz⟩\n@⟪dortiz⟫\n⟦Kim Lee @kimlee\nis here!⟧\n⦅7:32 AM - 9 Feb 2016⦆\n");
    // No names.
    check_prose("_\n@dortiz\nSo glad!\n7:32 PM · Jul 14, 2021\n");
    check_prose("[54]\n@dortiz\nSo glad!\n7:32 PM · Jul 14, 2021\n");
}

#[test]
fn dates_that_people_type_behind_a_handle() {
    for (date, day) in [
        ("14/07/2021", "2021-07-14"),
        ("07/14/2021", "2021-07-14"),
        ("14.07.2021", "2021-07-14"),
        ("5.7.2021", "2021-07-05"),
        ("2021/07/14", "2021-07-14"),
        ("2021.07.14", "2021-07-14"),
        ("14-07-2021", "2021-07-14"),
        ("14. 7. 2021", "2021-07-14"),
        ("Wed, Jul 14, 2021", "2021-07-14"),
        ("Wednesday, July 14, 2021", "2021-07-14"),
        ("Mittwoch, 14. Juli 2021", "2021-07-14"),
        ("mercredi 14 juillet 2021", "2021-07-14"),
        ("miércoles, 14 de julio de 2021", "2021-07-14"),
        ("środa, 14 lipca 2021", "2021-07-14"),
        ("среда, 14 июля 2021 г.", "2021-07-14"),
        ("الأربعاء، 14 يوليو 2021", "2021-07-14"),
    ] {
        let marked = format!(
            "They met.\n\n⟦So glad! pic.twitter.com/AbCdEf1234⟧\n\n— ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅{date}⦆\n\nIt rained."
        );
        check(&marked);
        let text = unmarked(&marked);
        assert_eq!(tweets(&text).next().unwrap().date().unwrap().to_string(), day, "{date}");
    }
    check(
        "> ⟦So glad! pic.twitter.com/AbCdEf1234⟧\n>\n> — ⟨Dana⟩ (@⟪dortiz⟫) [⦅14.07.2021⦆](https://twitter.com/dortiz/status/1)‖\n",
    );
    // May or July, and a day that is another weekday.
    check("They met.\n\n⟦So glad! pic.twitter.com/AbCdEf1234⟧\n\n— ⟨Dana Ortiz⟩ (@⟪dortiz⟫) 05/07/2021‖\n\nIt rained.");
    check_prose("They met.\n\nSo glad! pic.twitter.com/AbCdEf1234\n\n— Dana Ortiz (@dortiz) Monday, July 14, 2021\n");
    check_prose("They met.\n\nSo glad!\n\n— Dana Ortiz (@dortiz) 05/07/2021\n");
    check_prose("* Fix the parser (@dortiz) 14.07.2021\nWe met Dana (@dortiz) on Wednesday, July 14, 2021.");
    check_prose("So glad! https://t.co/AbCdEf1234 - Dana Ortiz (@dortiz) 14.07.2021");
}

#[test]
fn a_link_around_name_and_handle_tells_the_day_of_its_status_id() {
    let marked = "They met.\n\n⟦So glad!⟧\n\n— [⟨Dana Ortiz⟩ (@⟪dortiz⟫)](https://x.com/dortiz/status/1415245567461347331)‖\n\nIt rained.";
    check(marked);
    let text = unmarked(marked);
    assert_eq!(tweets(&text).next().unwrap().date().unwrap().to_string(), "2021-07-14");
    check_prose("They met.\n\nSo glad!\n\n— [Dana Ortiz (@dortiz)](https://x.com/dortiz)\n\nIt rained.");
    check_prose(
        "They met.\n\nSo glad!\n\n— [Dana Ortiz (@dortiz)](https://x.com/kimlee/status/1415245567461347331)\n\nIt.",
    );
}

#[test]
fn comments_around_name_and_handle() {
    check(
        "They met.\n\n⟦So glad!⟧ — <!-- -->⟨Dana Ortiz⟩<!-- --> (@<!-- -->⟪dortiz⟫<!-- -->)<!-- --> ⦅July 14, 2021⦆\n\nIt rained.",
    );
    check("They met.\n\n⟦So glad!⟧<!-- --> — <!-- -->⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n\nIt rained.");
}

#[test]
fn date_and_time_on_a_line_without_a_comma() {
    for stamp in [
        "14 juillet 2021, 19h32",
        "July 14, 2021 7:32 PM",
        "14 Temmuz 2021 19:32",
        "2021年7月14日 19:32",
        "14 lipca 2021 19:32",
    ] {
        let marked = format!(
            "They met on Tuesday.\n\n⟦The ferry leaves at noon⟧\n⟨Дана Ортис⟩ (@⟪dortiz⟫)\n⦅{stamp}⦆\n\nIt rained."
        );
        check(&marked);
        let text = unmarked(&marked);
        assert_eq!(tweets(&text).next().unwrap().time().unwrap().to_string(), "19:32:00", "{stamp}");
    }
}

#[test]
fn a_tweet_whose_author_was_lost_ends_above_the_text() {
    let marked = "Hardly anybody slept that night, the mayor told reporters at noon. What a storm!\n\nWindows rattled in the old town pic.twitter.com/AbCdEf1234 March 3, 2022\n\n⟦and my neighbour's geese would not stop pic.twitter.com/GhIjKl5678⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅March 3, 2022⦆\n\nSchools stay closed.\n";
    check(marked);
    let page = unmarked(marked);
    let confidence = tweets(&page).next().unwrap().confidence();
    assert!(confidence > 0.8, "{confidence}: nothing above the lost tweet's end is a beginning");
}
