//! Whole documents of our own composition, and what the tests of the modules need.

use alloc::vec::Vec;
use core::ops::Range;

use super::*;
use crate::{
    length::{MAX_WEIGHT, MAX_WEIGHT_UNTIL_2017},
    marks::{Marked, Part, mark},
};

/// What may follow a text.
pub(super) const BY_DANA: &str = " — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆";
pub(super) const BY_KIM: &str = " — ⟨Kim Lee⟩ (@⟪kimlee⟫) ⦅July 14, 2021⦆";

/// The sites of the marked tweets, as the extractor would find them. A quotation ends with its date.
pub(super) fn sites(marked: &Marked) -> Vec<Site<'_>> {
    let document = marked.text.as_str();
    let mut previous_end = 0;
    let names = marked.slices(Part::Name).zip(marked.slices(Part::Handle));
    let site = |((text, date), (name, handle)): ((Range<usize>, Range<usize>), (_, _))| {
        let (text_end, end) = (text.end, date.end);
        let gap = document[text_end..].find(|c: char| !c.is_whitespace() && c != '>').unwrap();
        let previous_end = core::mem::replace(&mut previous_end, end);
        Site { document, previous_end, text_end, attribution: text_end + gap, end, name, handle, limit: MAX_WEIGHT }
    };
    marked.of(Part::Text).zip(marked.of(Part::Date)).zip(names).map(site).collect()
}

pub(super) fn last_site(marked: &Marked) -> Site<'_> {
    sites(marked).pop().unwrap()
}

/// Asserts that the texts of each document begin where they are marked.
#[track_caller]
fn assert_all(documents: &[&str]) {
    for document in documents {
        let marked = Marked::read(document);
        let (mut previous, mut found) = (None, Vec::new());
        for (site, text) in sites(&marked).iter().zip(marked.of(Part::Text)) {
            found.push((Part::Text, beginning(site, &mut previous).at..text.end));
        }
        found.extend(marked.parts.iter().filter(|(part, _)| *part != Part::Text).cloned());
        assert_eq!(mark(&marked.text, &found), *document, "found (left) and expected (right)");
    }
}

#[test]
fn a_quotations_marker_begins_the_text() {
    assert_all(&[
        "The mayor spoke first.\n\n> ⟦The bridge opens tomorrow. Come early! pic.twitter.com/Ab3dEf6hIj⟧\n>\n> — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n\nMore follows.",
        "Read this.\n\n> ⟦First thought.\n>\n> Second thought, which matters more.⟧\n>\n> — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n\nAnd so on.",
    ]);
}

#[test]
fn headings_are_no_part_of_the_text() {
    assert_all(&[
        "Rain is likely.\n\n## What people say\n\n⟦We are so ready for this! 🎉 https://t.co/AbCdEfGhIj⟧\n\n— ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n\nOn Monday it rained.",
        "The council met on Monday.\nReactions\n⟦So proud of our volunteers today! #bridge⟧\n— ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\nThe council meets again.",
    ]);
}

#[test]
fn list_bullets_stand_before_the_text() {
    assert_all(&[
        "Here is what we read:\n\n* ⟦The bridge opens tomorrow. Come early! pic.twitter.com/Ab3dEf6hIj⟧\n\n— ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n\nMore.",
        "Our favourites were many.\n\n  • ⟦Nobody told me bridges could sing https://t.co/AbCdEfGhIj⟧\n\n— ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n\nMore.",
    ]);
}

#[test]
fn an_embed_may_be_indented_deeper_than_the_prose() {
    assert_all(&[
        "   The mayor opened the bridge on Monday, and the\n   whole town came to see it.\n\n     ⟦So proud of everyone who made this happen.\n     You know who you are!⟧\n\n     — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n\n   The next day it rained.",
    ]);
}

#[test]
fn an_authors_own_blank_lines_lists_and_rows_of_symbols_are_text() {
    assert_all(&[
        "People liked it.\n\n> ⟦Three things I learned:\n>\n> - bridges sing\n> - mayors listen\n> - rain helps⟧\n>\n> — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n\nIndeed.",
        "People liked it.\n\n> ⟦Opening day!\n>\n> 🌉🌉🌉🌉\n>\n> See you there https://t.co/AbCdEfGhIj⟧\n>\n> — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n\nIndeed.",
    ]);
}

#[test]
fn sentences_that_introduce_are_no_part_of_the_text() {
    for before in [
        "The mayor, Dana Ortiz, tweeted: ",
        "She announced it on Twitter: ",
        "In a tweet on Wednesday she thanked the volunteers: ",
    ] {
        let case = alloc::format!(
            "{before}⟦Thank you all so much!! #bridge pic.twitter.com/Ab3dEf6hIj⟧{BY_DANA} The work took two years."
        );
        assert_all(&[&case]);
    }
}

#[test]
fn introductions_in_the_paragraph_of_a_tweet_are_no_part_of_it_or_make_it_doubtful() {
    // The last three can be words of the tweet, as far as the layout tells.
    for (paragraph, least, most) in [
        ("In a tweet, the mayor said: ⟦So glad that the bridge is open again!⟧", 0.5, 1.0),
        ("Dana Ortiz, who was there, posted this on Twitter: ⟦We walked over the bridge. It holds!⟧", 0.5, 1.0),
        ("The mayor wrote: ⟦So glad that the bridge is open! pic.twitter.com/AbCdEf1234⟧", 0.0, 0.8),
        ("Die Bürgermeisterin schrieb auf Twitter: ⟦Endlich ist die Brücke offen!⟧", 0.0, 0.8),
        ("El alcalde escribió en Twitter: ⟦Por fin abre el puente, gracias a todos⟧", 0.0, 0.8),
    ] {
        let marked = Marked::read(&alloc::format!(
            "It rained on Monday, and the council met late.\n\n{paragraph}{BY_DANA}\n\nThe bridge had been closed."
        ));
        let found = beginning(&last_site(&marked), &mut None);
        let start = marked.of(Part::Text).next().unwrap().start;
        assert!(found.at == start || least == 0.0, "{marked:?}: {found:?}");
        assert!((least..=most).contains(&found.confidence), "{marked:?}: {found:?}");
    }
}

#[test]
fn a_text_of_one_line_that_nothing_introduces_is_doubtful_and_among_the_best_two() {
    let marked = Marked::read(
        "The town was built in 1834, according to the ministry. The mayor said the work had cost less than expected. ⟦Thank you all so much!! #bridge pic.twitter.com/Ab3dEf6hIj⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆ The work took two years.",
    );
    let (site, text) = (last_site(&marked), marked.of(Part::Text).next().unwrap());
    let best: Vec<_> = ranking(&site, None).into_iter().flatten().take(2).collect();
    assert!(best.iter().any(|(beginning, _)| beginning.at == text.start), "{best:?}");
    assert!(best.iter().all(|(beginning, _)| beginning.confidence < 0.8), "{best:?}");
}

#[test]
fn a_quote_behind_another_one_is_one_of_its_own() {
    assert_all(&[
        "They met.\n\n> Twelve days of rain, and the river is where it was.\n\n> ⟦So glad that we all met at the bridge today⟧\n>\n> — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n\nIt rained.",
    ]);
}

#[test]
fn a_text_may_begin_where_the_previous_quotation_ends() {
    assert_all(&[
        "The town had waited for two years, and on Monday the mayor opened the bridge at last, with a band and a choir. Some were glad: ⟦Finally!! https://t.co/AbCdEfGhIj⟧ — ⟨Kim Lee⟩ (@⟪kimlee⟫) ⦅July 14, 2021⦆ ⟦who asked for this⟧ — ⟨Ana Rey⟩ (@⟪anarey⟫) ⦅July 14, 2021⦆ ⟦My kids love it. Best day ever. pic.twitter.com/Ab3dEf6hIj⟧ — ⟨Bo Chan⟩ (@⟪bochan⟫) ⦅July 15, 2021⦆ The mayor was pleased.",
    ]);
}

#[test]
fn glued_sentences_part_where_no_space_is() {
    assert_all(&[
        "That is what he told a sports reporter:⟦Statement on today's game: we are sorry. https://t.co/AbCdEfGhIj⟧  ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆The mayor said so.",
    ]);
}

#[test]
fn scripts_without_spaces_or_capitals_have_beginnings_too() {
    assert_all(&[
        "昨日のイベントについて、市長が次のように述べました。\n\n⟦橋が開通しました！みんな来てね！ #橋 pic.twitter.com/Ab3dEf6hIj⟧\n\n— ⟨大橋 花⟩ (@⟪hashihana⟫) ⦅2021年7月14日⦆\n\n次の日は雨でした。",
        "وقد رحب السكان بالقرار.\n\n⟦شكرا لكم جميعا على هذا اليوم الرائع https://t.co/AbCdEfGhIj⟧\n\n— ⟨دانا⟩ (@⟪dortiz⟫) ⦅14 يوليو 2021⦆\n\nوفي اليوم التالي أمطرت السماء.",
        "시장은 다리를 열었습니다.\n\n⟦오늘 정말 감사합니다! pic.twitter.com/Ab3dEf6hIj⟧\n\n— ⟨다나⟩ (@⟪dortiz⟫) ⦅2021년 7월 14일⦆\n\n다음 날에는 비가 왔습니다.",
    ]);
}

#[test]
fn a_text_quoted_in_prose_before_begins_where_it_is_embedded() {
    assert_all(&[
        "“The bridge opens tomorrow, come early and bring the kids,” Ortiz wrote. ⟦The bridge opens tomorrow, come early and bring the kids⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆ The town celebrated.",
    ]);
}

#[test]
fn lines_broken_at_links_are_one_text() {
    assert_all(&[
        "The mayor opened the bridge.\n\n\n⟦So happy about the \n#bridge\n and thanks to \n@townhall\n for the help \nhttps://t.co/AbCdEfGhIj\n \npic.twitter.com/Ab3dEf6hIj⟧\n— ⟨Dana Ortiz⟩ (@⟪dortiz⟫) \n⦅July 14, 2021⦆\n\n\nThen it rained.",
    ]);
}

#[test]
fn hard_wraps_are_no_beginnings() {
    assert_all(&[
        "The mayor opened the bridge on Monday, and the whole town came to see what had\nbeen built there in two years.\n\n⟦We have waited for this bridge for so long that I no longer know what my days\nare going to be like without the ferry, honestly. https://t.co/AbCdEfGhIj⟧\n— ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n\nThen it rained.",
    ]);
}

#[test]
fn an_empty_text_begins_at_its_end() {
    let site = Site {
        document: "(@a) May 1, 2020",
        previous_end: 0,
        text_end: 0,
        attribution: 0,
        end: 16,
        name: "",
        handle: "a",
        limit: MAX_WEIGHT,
    };
    let found = beginning(&site, &mut None);
    assert_eq!((found.at, found.confidence), (0, 0.0));
}

#[test]
fn any_site_is_judged_within_its_bounds() {
    let piece = "> a.B:#c @d “e” 日本。ก https://x.y/(z) \n\n\t— \u{200f}1/2 🎉";
    let document = piece.repeat(200);
    let mut previous = None;
    for (text_end, _) in document.char_indices().step_by(7) {
        for previous_end in [0, text_end / 2, text_end] {
            let previous_end = (0..=previous_end).rev().find(|at| document.is_char_boundary(*at)).unwrap();
            let site = Site {
                document: &document,
                previous_end,
                text_end,
                attribution: text_end,
                end: text_end,
                name: "a b",
                handle: "c",
                limit: MAX_WEIGHT_UNTIL_2017,
            };
            let found = beginning(&site, &mut previous);
            assert!(
                document.is_char_boundary(found.at) && (previous_end..=text_end).contains(&found.at),
                "{site:?} {found:?}"
            );
            assert!((0.0..=1.0).contains(&found.confidence));
        }
    }
}
