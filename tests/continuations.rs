//! Texts that a tool printed in two parts: where the second one ends, and that nothing else is taken for one.

mod common;

use common::{check, unmarked};
use embedded_tweet::{Extractor, ParseTweetErrorKind, Segment, Tweet, segments, tweets};

/// The tweet of a page, which has one.
#[track_caller]
fn only(text: &str) -> Tweet<'_> {
    let mut found = tweets(text);
    let tweet = found.next().expect("a tweet");
    assert!(found.next().is_none(), "more than one tweet");
    tweet
}

const PROSE: &str = "Nobody at the meeting could say on Tuesday who will pay for all that, nor when the trains will cross the river \
                     again, and the mayor, who had been asked to come, sent a letter that nobody wished to read aloud.";

#[test]
fn the_second_part_ends_with_a_link() {
    for dash in ["\n— ", "— "] {
        check(&format!(
            "The mayor met them on Monday.\n⟦So glad to be here!⟧{dash}⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n⟬The bridge is \
             open again. pic.twitter.com/AbCdEf1234⟭\n{PROSE}"
        ));
        check(&format!(
            "The mayor met them on Monday.\n⟦Why bridges matter⟧{dash}⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n⟬a thread:\n- \
             https://t.co/AbCdEf1234\n- https://t.co/GhIjKl5678 pic.twitter.com/AbCdEf1234⟭\n{PROSE}"
        ));
    }
    check(&format!(
        "町長は月曜日に会った。\n⟦橋を見に行った⟧\n— ⟨ダナ⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n⟬新しい橋はとても広かった。 \
         pic.twitter.com/AbCdEf1234⟭\n{PROSE}"
    ));
}

#[test]
fn a_line_that_is_glued_to_the_last_link_is_the_pages() {
    check(&format!(
        "The mayor met them on Monday.\n⟦So glad to be here⟧\n— ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n⟬The bridge is open \
         again pic.twitter.com/AbCdEf1234⟭{PROSE}"
    ));
}

#[test]
fn the_second_part_ends_where_the_next_tweet_begins() {
    check(
        "The mayor met them on Monday.\n⟦So glad to be here!⟧\n— ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n⟬The bridge is open \
         again. pic.twitter.com/AbCdEf1234⟭\n⟦Is it, though?⟧\n— ⟨Ann Bell⟩ (@⟪annbell⟫) ⦅July 15, 2021⦆\n⟬I went there and saw \
         a fence https://t.co/AbCdEf1234 pic.twitter.com/GhIjKl5678⟭",
    );
}

#[test]
fn the_second_part_in_a_page_of_one_line() {
    check(&format!(
        "The town had waited for two years, and nobody could say how long it would take them to build the bridge anew. The mayor wrote on Monday: ⟦We are so glad to be here with all of you tonight!⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆ ⟬The bridge is open again. \
         #bridges pic.twitter.com/AbCdEf1234⟭ {PROSE}"
    ));
}

#[test]
fn the_page_goes_on_behind_a_whole_tweet() {
    for marked in [
        // Prose.
        &*format!("⟦So glad!⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n{PROSE}"),
        &*format!("⟦So glad!⟧\n— ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n{PROSE}"),
        &*format!("⟦So glad!⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆ {PROSE}"),
        // A tweet that ends with its picture, and a picture of the next one's.
        &*format!(
            "⟦So glad! pic.twitter.com/GhIjKl5678⟧\n— ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n⟦The bridge is open. \
             pic.twitter.com/AbCdEf1234⟧\n— ⟨Ann Bell⟩ (@⟪annbell⟫) ⦅July 15, 2021⦆\n{PROSE}"
        ),
        "⟦So glad!⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆ ⟦The bridge is open. pic.twitter.com/AbCdEf1234⟧ — ⟨Ann Bell⟩ \
         (@⟪annbell⟫) ⦅July 15, 2021⦆",
        // A blank line, and a text that the tool kept together.
        "⟦So glad!⟧\n\n— ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n\nThe bridge is open. pic.twitter.com/AbCdEf1234\n",
        "> ⟦So glad!⟧\n> — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\nThe bridge is open. pic.twitter.com/AbCdEf1234\n",
    ] {
        check(marked);
    }
}

#[test]
fn a_second_line_that_may_be_the_last_makes_the_end_less_sure() {
    let confidence = |lines: &str| {
        let page = format!(
            "The mayor met them on Monday.\nSo glad to be here:\n— Dana Ortiz (@dortiz) July 14, 2021\n{lines}\n{PROSE}"
        );
        let tweet = only(&page);
        assert_eq!(tweet.continuation(), Some(lines));
        tweet.confidence()
    };
    let one = confidence("the bridge is open pic.twitter.com/AbCdEf1234");
    let either =
        confidence("the bridge is open pic.twitter.com/AbCdEf1234\nthe river is low pic.twitter.com/GhIjKl5678");
    assert!(either + 0.02 < one, "{either} {one}");
}

#[test]
fn both_parts_are_the_text() {
    let page = format!(
        "The mayor met them.\nSo glad to be here, @mayor!\n— Dana Ortiz (@dortiz) July 14, 2021\nThe bridge is open. #bridges $TWTR \
         https://t.co/AbCdEf1234 pic.twitter.com/AbCdEf1234\n{PROSE}"
    );
    let tweet = only(&page);
    let rest = "The bridge is open. #bridges $TWTR https://t.co/AbCdEf1234 pic.twitter.com/AbCdEf1234";
    assert_eq!((tweet.text(), tweet.continuation()), ("So glad to be here, @mayor!", Some(rest)));
    assert_eq!(tweet.clean_text(), format!("So glad to be here, @mayor!\n{rest}"));
    assert_eq!(&page[tweet.attribution_span()], "— Dana Ortiz (@dortiz) July 14, 2021");
    assert_eq!(&page[tweet.continuation_span().unwrap()], rest);
    assert!(tweet.as_str().starts_with("So glad") && tweet.as_str().ends_with(rest));
    let values: Vec<_> = tweet.entities().map(|entity| entity.value()).collect();
    assert_eq!(values, ["mayor", "bridges", "TWTR", "https://t.co/AbCdEf1234", "pic.twitter.com/AbCdEf1234"]);
    assert!(tweet.entities().all(|entity| &page[entity.span()] == entity.as_str()));
    let links: Vec<_> = tweet.links().map(|link| &page[link.span()]).collect();
    assert_eq!(links, ["https://t.co/AbCdEf1234", "pic.twitter.com/AbCdEf1234"]);
    assert_eq!(tweet.to_string(), format!("So glad to be here, @mayor!\n{rest} — Dana Ortiz (@dortiz) July 14, 2021"));
    assert!(tweet.confidence() > 0.0 && tweet.confidence() < 1.0);
    let parts: Vec<_> = segments(&page).collect();
    let [Segment::Prose(_), Segment::Tweet(_), Segment::Prose(after)] = parts[..] else { panic!("{parts:?}") };
    assert_eq!(after, format!("\n{PROSE}"));
}

#[test]
fn the_reply_is_told_by_the_first_part() {
    let page = "@mayor when?\n— Dana Ortiz (@dortiz) July 14, 2021\n@council asks too! pic.twitter.com/AbCdEf1234";
    let tweet = only(page);
    assert!(tweet.continuation().is_some());
    let mut entities = tweet.entities();
    assert_eq!(entities.by_ref().count(), 3);
    assert_eq!(entities.reply_to().unwrap().as_str(), "mayor");
    assert_eq!(tweet.mentions().collect::<Vec<_>>(), ["mayor", "council"]);
}

#[test]
fn each_part_is_cleaned() {
    let page =
        "So glad &amp; happy!\n— Dana Ortiz (@dortiz) July 14, 2021\nR&amp;D  for bridges pic.twitter.com/AbCdEf1234";
    assert_eq!(only(page).clean_text(), "So glad & happy!\nR&D for bridges pic.twitter.com/AbCdEf1234");
}

#[test]
fn a_quotation_in_two_parts_is_read_alone() {
    let quotation = "So glad to be here!\n— Dana Ortiz (@dortiz) July 14, 2021\nThe bridge is open again. pic.twitter.com/AbCdEf1234";
    for text in [quotation, &format!(" {quotation}\n")] {
        let tweet = Tweet::parse(text).unwrap();
        assert_eq!(tweet.text(), "So glad to be here!");
        assert_eq!(tweet.continuation(), Some("The bridge is open again. pic.twitter.com/AbCdEf1234"));
        assert_eq!(tweet.as_str().trim_start(), quotation);
    }
    for text in [
        "So glad! — Dana Ortiz (@dortiz) July 14, 2021 The mayor",
        "So glad! — Dana Ortiz (@dortiz) July 14, 2021\n\nThe bridge is open. pic.twitter.com/AbCdEf1234",
        "So glad! pic.twitter.com/GhIjKl5678\n— Dana Ortiz (@dortiz) July 14, 2021\nThe bridge. pic.twitter.com/AbCdEf1234",
    ] {
        let error = Tweet::parse(text).unwrap_err();
        assert_eq!(error.kind(), ParseTweetErrorKind::TrailingText, "{text:?}");
    }
}

#[test]
fn structure_alone_sees_the_second_part_too() {
    let marked = "The mayor met them on Monday.\n\n⟦So glad to be here!⟧\n— ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n⟬The bridge is \
                  open again. pic.twitter.com/AbCdEf1234⟭\n";
    let text = unmarked(marked);
    let tweet = Extractor::new().structure_only(true).tweets(&text).next().unwrap();
    assert_eq!(tweet.continuation(), Some("The bridge is open again. pic.twitter.com/AbCdEf1234"));
}
