//! What looks like a quotation and is none; each rule with a case on its other side.

mod common;

use common::{check, check_prose, check_with};
use embedded_tweet::Extractor;

#[test]
fn bylines_are_prose() {
    check_prose("By Dana Ortiz (@dortiz) July 14, 2021\n\nThe mayor said so.");
    check_prose("Bridges collapse\nPosted by Dana Ortiz (@dortiz) July 14, 2021\nThe mayor said so.");
    check_prose("Dana Ortiz (@dortiz) July 14, 2021\n\nThe mayor said so.");
    check_prose("The mayor said so.\n\nUpdated by Dana Ortiz (@dortiz) on July 14, 2021");
    check_prose("The bridge\nAuthor: Dana Ortiz (@dortiz) July 14, 2021\n");
    check_prose("We fixed it.\n\nSigned-off-by: Dana (@dortiz) 2021-07-14");
    check_prose("So it stood. Last edited by: Dana Ortiz (@dortiz) July 14, 2021");
    check_prose("So it stood! Door Dana Ortiz (@dortiz) July 14, 2021");
    check_prose("The mayor said so: https://t.co/AbCdEf1234  Dana Ortiz (@dortiz)\n\nJuly 14, 2021 was a Wednesday.");
    check_prose("El puente\nPor Dana Ortiz (@dortiz) 14 de julio de 2021\n\nEl alcalde");
    check_prose("A bridge collapses\nDana Ortiz (@dortiz) July 14, 2021\nThe mayor said so.");
    check_prose("The mayor said so.\n\nDana Ortiz (@dortiz) July 14, 2021\n");
    check("⟦See pic.twitter.com/AbCdEf1234⟧\n⟨Von Miller⟩ (@⟪vonmiller⟫) ⦅July 14, 2021⦆\nThe mayor said so.");
    check("⟦Stand by me.⟧ — ⟨By The Way⟩ (@⟪bytheway⟫) ⦅July 14, 2021⦆");
}

#[test]
fn posts_that_link_to_other_networks_are_prose() {
    for url in [
        "https://bsky.app/profile/dortiz/post/3kabc",
        "https://www.threads.net/@dortiz/post/C1abc",
        "https://mastodon.social/@dortiz/1415245567461347331",
        "https://www.instagram.com/p/C1abc/",
    ] {
        check_prose(&format!("> So glad to be here!\n>\n> — Dana Ortiz (@dortiz) [July 14, 2021]({url})\n"));
        check_prose(&format!("So glad to be here! — Dana Ortiz (@dortiz) July 14, 2021 ({url})\n"));
    }
    for url in ["https://x.com/dortiz/status/1415245567461347331", "https://example.com/archive/14", "/dortiz/status/1"]
    {
        check(&format!("> ⟦So glad to be here!⟧\n>\n> — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) [⦅July 14, 2021⦆]({url})‖\n"));
    }
    // A link in the text, and one behind the quotation.
    check("⟦See https://bsky.app/profile/dortiz⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆");
}

#[test]
fn credits_of_pictures_are_prose() {
    check_prose("The bridge.\n\nPhoto: Dana Ortiz (@dortiz) July 14, 2021\n");
    check_prose("The bridge. — Photo by Dana Ortiz (@dortiz) July 14, 2021\n");
    check_prose("Photo credit — Dana Ortiz (@dortiz) July 14, 2021\n(Photo — Ann Bell (@annbell) July 14, 2021)\n");
    check("⟦Photo of the day!⟧ — ⟨Dana⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆");
    check("⟦Photo: instagram://photo⟧ — ⟨Dana⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆");
    check("⟦The bridge.⟧ — ⟨Photo Dana⟩ (@⟪photodana⟫) ⦅July 14, 2021⦆");
}

#[test]
fn credits_in_changelogs_are_prose() {
    check_prose("## Fixes\n\n* Fix the lexer (#112) (@dortiz)\n* Fix the parser (@annbell)\n\n2021-07-14\n");
    check_prose("### 2.1.0 — Dana Ortiz (@dortiz) July 14, 2021\n\n* Fix the lexer\n");
    check_prose("## v2.1.0-beta.1 - Dana Ortiz (@dortiz) 2021-07-14\n\n* Fix the lexer\n");
    check_prose("* 2.1.0 - Dana Ortiz (@dortiz) July 14, 2021\n");
    check_prose("It rained.\n* Fix the parser (@dortiz) 2021-07-14\n");
    check_prose("See https://t.co/AbCdEf1234\n* Fix the parser (@dortiz) 2021-07-14\n");
    check_prose("# The bridge https://example.com/bridge — Dana Ortiz (@dortiz) July 14, 2021\n");
    check_prose("- Fix the lexer - Dana Ortiz (@dortiz) July 14, 2021\n- Fix it - Ann Bell (@annbell) July 15, 2021\n");
    check("⟦We are # 1! https://t.co/AbCdEf1234⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n");
    check("⟦4.61⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n");
    check("⟦Version 2.1.0 is out! https://t.co/AbCdEf1234⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n");
}

#[test]
fn lists_of_people_are_prose() {
    check_prose("People who joined us:\n\n- Dana (@dortiz) July 14, 2021\n- Ann Bell (@annbell) July 15, 2021\n");
    check("⟦The best of moves. #bridges⟧\n- ⟨Dana⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n");
}

#[test]
fn titles_of_profiles_are_prose() {
    check_prose("Dana Ortiz (@dortiz) on Twitter\nDana Ortiz (@dortiz) / X\nDana Ortiz (@dortiz) | Twitter\n");
    check_prose("5. Dana Ortiz (@dortiz) - Head of Energy\nFollow me (@dortiz) on Twitter!\n");
    check_prose("Dana Ortiz (@dortiz) • Instagram photos and videos, July 14, 2021");
}

#[test]
fn mails_and_forum_quotes_are_prose() {
    check_prose("On July 14, 2021 Dana Ortiz (@dortiz) wrote:\n> So glad!\n");
    check_prose("Dana Ortiz <d@example.com> July 14, 2021");
    check_prose("UG901 (v2021.1) July 14, 2021; released (March) March 3, 2020");
}

#[test]
fn posts_of_other_networks_are_prose() {
    check_prose("So glad! [image or embed] — Dana Ortiz (@dortiz.bsky.social) January 8, 2025 at 11:00 PM");
    check_prose("So glad! — Dana Ortiz (@dortiz.dev) January 8, 2025");
    check_prose("So glad! — Dana Ortiz (@dortiz) January 8, 2025 at 11:00 PM");
    check_prose("So glad! — Dana Ortiz (@dortiz) 2026-04-01T03:14:06.000Z");
    check_prose("So glad! https://t.co/AbCdEf1234 — Dana Ortiz (@dortiz)\nJanuary 8, 2025 at 11:00 PM");
    check_prose("So glad! — Dana Ortiz (@dortiz) [January 8, 2025 at 11:00 PM](https://bsky.app/profile/x/post/1)");
    check_prose("So glad! — Dana Ortiz (@dortiz) 2024年12月15日 19:49");
    check_prose("So glad! A post shared by Dana Ortiz (@d.ortiz) on Jul 14, 2017 at 7:32am PDT");
    check_prose("So glad! A post shared by Dana Ortiz (@dortiz) on Jul 14, 2017 at 7:32am PDT");
    check_prose("Post by @dortiz@mastodon.social View on Mastodon");
    check_prose("So glad! Posted by Dana Ortiz on Friday, July 14, 2017");
    check("⟦So glad!⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅January 8, 2025⦆ At eleven, the mayor left.");
    check("⟦So glad!⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅January 8, 2025⦆\n\nat 11:00 PM the mayor left.");
}

#[test]
fn signatures_without_a_date_are_prose() {
    check_prose("So glad to be here.\n\n— Dana Ortiz (@dortiz)\n");
    check_prose("- Fix the lexer, see https://example.com/112 — Dana Ortiz (@dortiz)\n");
    check_prose("So glad! https://t.co/AbCdEf1234 - Dana Ortiz (@dortiz)\n");
    check_prose("So glad! https://t.co/AbCdEf1234 – Dana Ortiz (@dortiz)\n");
    check_prose("So glad! https://t.co/AbCdEf1234 — (@dortiz)\n");
    check("⟦So glad! https://t.co/AbCdEf1234⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫)‖\n");
    check_with(Extractor::new().accept_undated(false), "So glad! https://t.co/AbCdEf1234 — Dana Ortiz (@dortiz)\n");
}

#[test]
fn links_on_dates_in_prose_are_prose() {
    check_prose("As she wrote on [March 12, 2021](https://twitter.com/dortiz/status/1), it stood.");
    check_prose("As she wrote on [March 12, 2021](https://twitter.com/dortiz/status/1)\nIt stood.");
    check_prose("It stood.\n\n[March 12, 2021](https://twitter.com/dortiz/status/1) was a day of rain.");
    check_prose("\n[March 12, 2021](https://twitter.com/dortiz/status/1)\n\nIt stood.");
    check_prose("It stood.\n\n[March 12, 2021](https://example.com/2021/03/12)\n");
}

#[test]
fn bylines_with_a_time_of_day_are_prose() {
    check_prose("Bridges collapse\n\nDana Ortiz @dortiz\n7:32 AM · Jul 14, 2021\n\nThe mayor said so.");
    check_prose("Dana Ortiz and @dortiz met at 7:32 AM - Jul 14, 2021 was a Wednesday.");
    check_prose("Dana Ortiz @dortiz · 7:32 AM · Jul 14, 2021\n\nThe mayor said so.");
    check_prose("The bridge stood! Dana Ortiz @dortiz · 7:32 AM · Jul 14, 2021");
    check_prose("See https://t.co/AbCdEf1234 Dana Ortiz @dortiz July 14, 2021");
    check("⟦So glad!⟧ — ⟨Kim Lee⟩ (@⟪kimlee⟫) ⦅July 14, 2021⦆\n@dortiz · 7:32 AM · Jul 14, 2021\n");
    check("⟦Bridges collapse⟧\n⟨Dana Ortiz⟩ @⟪dortiz⟫ · ⦅7:32 AM · Jul 14, 2021⦆\n\nThe mayor said so.");
}

#[test]
fn what_lacks_the_shape_of_a_widget_is_prose() {
    check_prose("Follow Dana Ortiz @dortiz, who spoke at 7:32 AM - 14 Jul 2021.");
    check_prose("@dortiz · Follow So glad! 7:32 AM · Jul 14, 2021");
    check_prose("https://example.com/bridges\n@dortiz\nSo glad!\n7:32 AM · Jul 14, 2021");
    check_prose("Follow Dana Ortiz @dortiz The best is Kim Lee (@kimlee) 8:27 AM - 11 Jul 2017");
    let sentences = "The rain went on. ".repeat(16);
    check_prose(&format!("Follow Dana Ortiz @dortiz {sentences}8:27 AM - 11 Jul 2017"));
    let name = "Dana Ortiz of the Bridges ".repeat(2);
    check_prose(&format!("{name}✔ @dortiz So glad! 8:27 AM - 11 Jul 2017"));
    check("Follow ⟨Dana Ortiz⟩ @⟪dortiz⟫ ⟦The best is @kimlee⟧ ⦅8:27 AM - 11 Jul 2017⦆");
}

#[test]
fn bylines_below_a_title_are_prose_with_and_without_a_teaser() {
    check_prose("The new bridge\n\nDana Ortiz (@dortiz) July 14, 2021\n\nThe council met on Tuesday.");
    check_prose(
        "The new bridge\n\nIt opens on Monday.\n\nDana Ortiz (@dortiz) July 14, 2021\n\nThe council met on Tuesday.",
    );
    check_prose("Die neue Brücke\n\nSie öffnet am Montag.\n\nUwe Ortiz (@uortiz) 14. Juli 2021\n\nDer Rat tagte.");
}

#[test]
fn indented_lines_below_indented_lines_are_no_attributions() {
    check_prose(" The new bridge\n Dana Ortiz (@dortiz) July 14, 2021\n The council met on Tuesday.");
    check_prose("The new bridge\n\n Dana Ortiz (@dortiz) July 14, 2021\n\nThe council met on Tuesday.");
}

#[test]
fn links_of_words_behind_a_handle_lead_to_a_tweet_or_are_prose() {
    check_prose("So glad — Dana Ortiz (@dortiz) [link](https://example.com/dortiz)\n");
    check_prose("So glad — Dana Ortiz (@dortiz) [profile](https://x.com/dortiz)\n");
}

#[test]
fn sources_that_are_named_are_prose() {
    check_prose(
        "The boats run from May.\n\nSource: Dana Ortiz (@dortiz), post of July 14, 2021\n\nThe fare is not known.",
    );
    check_prose("Die Schiffe fahren ab Mai.\n\n— Quelle: Uwe Ortiz (@uortiz) 14. Juli 2021\n");
    check_prose("Los barcos salen en mayo. — Fuente: Ana Ortiz (@aortiz) 14 de julio de 2021\n");
    check_prose(
        "夜の船は五月から走ります。\n\n出典：港ラジオ（@minato_radio）2021年7月14日のポスト\n\n料金は未定です。",
    );
    check_prose("Les bateaux partent en mai. — Source : Zoé (@zoe) 14 juillet 2021\n");
    check_prose("Корабли пойдут в мае. — Источник: Дана (@dortiz) 14 июля 2021 г.\n");
    check("⟦The boats run!⟧ — ⟨Open Source News⟩ (@⟪osnews⟫) ⦅July 14, 2021⦆\n");
    check("⟦The source: water.⟧ — ⟨Dana⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n");
    check("⟦The boats run!⟧ — ⟨News: Harbour⟩ (@⟪newsharbour⟫) ⦅July 14, 2021⦆\n");
}

#[test]
fn credits_of_pictures_in_other_languages_are_prose() {
    check_prose("Die Brücke. — Foto: Uwe Ortiz (@uortiz) 14. Juli 2021\n");
    check_prose("El puente. — Imagen: Ana Ortiz (@aortiz) 14 de julio de 2021\n");
    check_prose("Мост. — Фото: Дана Ортис (@dortiz) 14 июля 2021 г.\n");
    check_prose("橋です。 — 写真：港ラジオ (@minato_radio) 2021年7月14日\n");
    check_prose("The bridge. 📷 Dana Ortiz (@dortiz) July 14, 2021\n");
    // Without the colon, and without a dash.
    check_prose("The roof is safe.\nVia Ed Tarn (@edtarn) April 2, 2020\n");
    check_prose("Die Brücke steht.\nFoto Uwe Ortiz (@uortiz) 14. Juli 2021\n");
    check_prose("El puente.\nFuente Ana Ortiz (@aortiz) 14 de julio de 2021\n");
    check("⟦The bridge.⟧ — ⟨📷 Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n");
    check("⟦Die Brücke.⟧ — ⟨Foto Ortiz⟩ (@⟪fotoortiz⟫) ⦅14. Juli 2021⦆\n");
}

#[test]
fn talks_with_day_and_place_are_prose() {
    check_prose("We met.\n\n\"Bridges and rain\" — Dana Ortiz (@dortiz), July 14, 2021, Bridge Days\n\nIt rained.");
    check_prose("„Brücken im Regen“ — Uwe Ortiz (@uortiz), 14. Juli 2021, Hafenhalle\n");
    check_prose("「橋と雨」 — 港 (@minato)、2021年7月14日、港ホール\n");
    check("⟦Bridges and rain⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫), ⦅July 14, 2021⦆\n\nIt rained.");
    check("⟦Bridges and rain⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆, and it rained.");
}

#[test]
fn rows_of_people_under_a_heading_are_prose() {
    check_prose(
        "Bridge Days.\n\nSpeakers:\n\n— Dana Ortiz (@dortiz) July 14, 2021\n— Kim Lee (@kimlee) July 15, 2021\n— Ana (@ana) July 15, 2021\n\nCome!",
    );
    check_prose("Es sprechen:\n— Uwe Ortiz (@uortiz) 14. Juli 2021\n— Ina (@ina) 15. Juli 2021\n");
    check_prose("## Ponentes\n\n— Ana Ortiz (@aortiz) 14 de julio de 2021\n— Eva (@eva) 15 de julio de 2021\n");
    check_prose("登壇者：\n\n— 港 (@minato) 2021年7月14日\n— 橋 (@hashi) 2021年7月15日\n");
    check("They said:\n\n⟦So glad!⟧\n— ⟨Dana⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n⟦⟧— ⟨Kim⟩ (@⟪kimlee⟫) ⦅July 15, 2021⦆\n");
    check("⟦Who is here:⟧\n— ⟨Dana⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n\nIt rained.");
    // A full stop ends these dates, or the sign of a year.
    check_prose(
        "Műsor.\n\nElőadók:\n\n— Kis Anna (@kisanna) 2021. július 14.\n— Nagy Pál (@nagypal) 2021. július 15.\n\nVége.\n",
    );
    check_prose(
        "Докладчики:\n\n— Дана Ортис (@dortiz) 14 июля 2021 г.\n— Ола Берг (@olaberg) 15 июля 2021 г.\n\nКонец.\n",
    );
}

#[test]
fn comments_on_code_hosts_are_prose() {
    check_prose("dortiz commented on Jul 14, 2021\n\nLGTM @ilse — thanks (@dortiz) July 14, 2021\n\nMerged.");
    check_prose("@dortiz reviewed 3 days ago\n\nFine with me — cheers (@dortiz) July 14, 2021\n");
    check_prose("dortiz left a comment\n\nNice! — danke (@dortiz) 14. Juli 2021\n");
    check("kimlee commented on Jul 14, 2021\n\n⟦So glad!⟧ — ⟨dana⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n");
    check("dortiz tweeted on Jul 14, 2021:\n\n⟦So glad!⟧ — ⟨dana⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n");
}

#[test]
fn bylines_below_an_article_are_prose() {
    check_prose("The bridge is open again.\n\n— By Dana Ortiz (@dortiz), July 14, 2021\n\nMore from the harbour.");
    check_prose("El puente está abierto.\n\n— Por Ana Ortiz (@aortiz), 14 de julio de 2021\n");
    check_prose("Die Brücke ist offen.\n\n— Von Uwe Ortiz (@uortiz), 14. Juli 2021\n");
    check("⟦The bridge is open again.⟧\n\n— ⟨Von Miller⟩ (@⟪VonMiller⟫), ⦅July 14, 2021⦆\n");
    check("⟦The bridge is open again.⟧\n\n— ⟨By The Way⟩ (@⟪bytheway⟫), ⦅July 14, 2021⦆\n");
}

#[test]
fn an_attribution_without_a_text_is_prose_at_the_beginning_as_in_the_middle() {
    for text in [
        "— Dana Ortiz (@dortiz) July 14, 2021\n\nThe mayor said so.",
        "\n\n— Dana Ortiz (@dortiz) 14. Juli 2021\nEs regnete.",
        "> — Dana Ortiz (@dortiz) [July 14, 2021](https://twitter.com/dortiz/status/1)\n\nIt rained.",
    ] {
        check_prose(text);
        let tweets: Vec<_> = Extractor::new().accept_textless(true).tweets(text).map(|tweet| tweet.text()).collect();
        assert_eq!(tweets, [""], "{text:?}");
    }
    // Between two tweets nothing is missing but a picture.
    check("⟦So glad!⟧ — ⟨Dana⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n⟦⟧— ⟨Kim⟩ (@⟪kimlee⟫) ⦅July 15, 2021⦆\n");
}

#[test]
fn credits_of_an_article_are_prose_behind_a_dash_as_well() {
    for credit in [
        "With reporting from Dana Ortiz",
        "Compiled by Dana Ortiz",
        "Reporting by Dana Ortiz",
        "Edited by Dana Ortiz",
        "Written by Dana Ortiz",
        "Posted by Dana Ortiz",
        "Text: Dana Ortiz",
        "Redaktion: Uwe Ortiz",
        "Zusammengestellt von Uwe Ortiz",
        "Propos recueillis par Zoé",
        "Editado por Ana",
        "Con información de Ana",
        "A cura di Ada",
        "Geschreven door Jan",
        "Автор: Дана",
        "Текст: Дана",
        "Подготовила Дана",
        "Opracowała Ola",
        "文：港ラジオ",
        "取材・文＝港ラジオ",
        "文・港ラジオ",
        "글: 도나",
        "撰文：山姆",
        "記者：山姆",
        "Haber: Dana",
    ] {
        check_prose(&format!("The bridge is open.\n\n— {credit} (@dortiz) July 14, 2021\n\nMore from the harbour."));
    }
    for credit in ["With Dana Ortiz", "Aus Berlin berichtet Uwe Ortiz", "Avec Zoé", "Oleh Dana Ortiz", "Di Ada Ortiz"]
    {
        check_prose(&format!("The bridge is open.\n\n— {credit} (@dortiz), July 14, 2021\n\nMore from the harbour."));
    }
    for name in [
        "Stand by Me",
        "Inspired by Dana",
        "Von Miller",
        "Leonardo da Vinci",
        "Dana: People",
        "With Love",
        "文部科学省",
        "Записки Даны",
    ] {
        check(&format!(
            "⟦The bridge is open. #bridge⟧\n\n— ⟨{name}⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n\nMore from the harbour."
        ));
    }
}

#[test]
fn titles_of_episodes_are_prose() {
    check_prose("Episode 12: Painting bridges — Dana Ortiz (@dortiz) July 14, 2021\n\nNotes below.");
    check_prose("Listen!\n\nEp. 13 – Rust – Kim Lee (@kimlee) July 21, 2021\n");
    check_prose("Folge 7: Brücken im Regen — Uwe Ortiz (@uortiz) 14. Juli 2021\n");
    check_prose("#112 Painting bridges with Dana Ortiz (@dortiz) July 14, 2021\n\nNotes.");
    check_prose("第12回：橋の塗り方 — 港 (@minato) 2021年7月14日\n");
    check("⟦Our episode 12 is out!⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n");
    check("⟦Episodes 12 and 13 are out!⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n");
}

#[test]
fn notes_on_releases_are_prose() {
    check_prose(
        "| Version | Change |\n|---|---|\n| 2.1.0 | Fix the parser — Dana (@dortiz) July 14, 2021 |\n| v2.0.1 | Fix it — Kim (@kimlee) July 10, 2021 |\n",
    );
    check_prose(
        "# Changelog\n\n## 2.1.0\n\n- Fix the parser — Dana (@dortiz) 2021-07-14\n- Fix the lexer — Kim (@kimlee) 2021-07-10\n",
    );
    check_prose("## Unreleased\n\n* Fix the parser — Dana (@dortiz) 2021-07-14\n");
    check_prose(
        "bridge (2.1.0-1) unstable; urgency=medium\n\n  * Fix the parser.\n\n -- Dana Ortiz (@dortiz)  Wed, 14 Jul 2021 10:00:00 +0000\n",
    );
    check("| 1 | ⟦Version 2.1.0 is out.⟧ — ⟨Dana⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆ | 3 |\n");
    check("## Bridges\n\n- ⟦So glad to be here! https://t.co/AbCdEf1234⟧ — ⟨Dana⟩ (@⟪dortiz⟫) ⦅2021-07-14⦆\n");
    check("⟦So glad!⟧\n\n -- ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅Wed, 14 Jul 2021 10:00:00 +0000⦆\n");
}

#[test]
fn comments_in_code_are_prose() {
    check_prose("int x = 3;\n// Fixed the off-by-one — Dana (@dortiz) July 14, 2021\nreturn x;\n");
    check_prose("// It was too long.\n// Fixed it here — Dana (@dortiz) July 14, 2021\n");
    check_prose("/**\n * Draws the bridge. — Dana (@dortiz) July 14, 2021\n */\nfn draw() {}\n");
    check_prose("<!-- Fixed the menu — Dana (@dortiz) July 14, 2021 -->\n<div></div>\n");
    // A tweet may hold code, where no code follows it.
    let text = "let w = a.map(b);\n// => [1, 2] https://t.co/AbCdEf1234 — Dana (@dortiz) July 14, 2021\n\nIt rained.";
    assert_eq!(embedded_tweet::tweets(text).count(), 1);
    check("They met.\n\n⟦// so glad!⟧ — ⟨Dana⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n\nIt rained.");
}

#[test]
fn sounds_of_videos_are_prose() {
    check_prose("They met.\n\n@dortiz So glad #bridge ♬ original sound - Dana Ortiz (@dortiz) July 14, 2021\n");
    check_prose("So froh ♬ Originalton — Uwe (@uortiz) 14. Juli 2021\n");
    check("⟦♬ all day https://t.co/AbCdEf1234⟧\n\n— ⟨Dana⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n");
}

#[test]
fn a_signature_of_a_mail_is_prose() {
    check_prose("The bridge opens on Monday.\n\n-- \nDana Ortiz (@dortiz)\nJuly 14, 2021\n");
    check_prose("The bridge opens on Monday.\n--\nDana Ortiz (@dortiz) July 14, 2021\n");
    check("⟦The bridge opens on Monday.⟧\n\n-- ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n");
    check("⟦The bridge opens on Monday. pic.twitter.com/AbCdEf1234⟧\n\n—\n⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n");
}
