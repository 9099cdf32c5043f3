//! Tweets that are cited: templates of wikis, and entries of lists of references.

mod common;

use common::{check, check_prose, unmarked};
use embedded_tweet::Boundary;

const URL: &str = "https://twitter.com/dortiz/status/1415245567461347331";

#[test]
fn templates_of_wikis_are_tweets() {
    for marked in [
        "The bridge opened.<ref>{{cite tweet |user=⟪dortiz⟫ |author=⟨Dana Ortiz⟩ |number=1415245567461347331 |date=⦅14 July 2021⦆ |title=⟦So glad to be here!⟧}}‖</ref> It rained.",
        "{{Cite tweet|number=1415245567461347331|title=⟦So glad [[bridge|to be]] here!⟧|user=⟪dortiz⟫|access-date=1 May 2022}}‖",
        "{{Cite tweet |last=⟨Ortiz⟩ |user=@⟪dortiz⟫ |date=⦅2021-07-14⦆ |title=⟦So {{abbr|glad|happy}}!⟧ |language=en}}‖",
        "{{Tweet\n| name = ⟨Dana Ortiz⟩\n| username = ⟪dortiz⟫\n| date = ⦅July 14, 2021⦆\n| text = ⟦So glad!⟧\n}}‖\nIt rained.",
        "{{cite tweet |user=⟪dortiz⟫ |number=1415245567461347331 |title=⟦Bridge {{!}} Harbour is <!-- sic --> so glad⟧ |date=⦅14 July 2021⦆}}‖",
        "{{cite tweet |user=⟪dortiz⟫ |title=<nowiki>⟦Bridge | Harbour [now] }} so⟧</nowiki> |date=⦅14 July 2021⦆}}‖",
        "{{cite tweet\n | user=⟪dortiz⟫\n | author=⟨Dana Ortiz⟩\n | date=⦅14 July 2021⦆\n | title=⟦So glad!⟧\n}}‖",
        "{{cite tweet <!-- first --> |user=⟪dortiz⟫ |author=⟨[[Dana Ortiz]]⟩ |date=⦅14 July 2021⦆ |title=⟦Le [[pont|vieux pont]] 🌉⟧}}‖",
        "{{Твит|пользователь=⟪dortiz⟫|автор=⟨Дана Ортис⟩|номер=1415245567461347331|дата=⦅14 июля 2021⦆|текст=⟦Как я рада⟧}}‖",
        "{{Zitiere Tweet|benutzer=⟪uortiz⟫|autor=⟨Uwe⟩|nummer=1415245567461347331|datum=⦅14. Juli 2021⦆|titel=⟦So froh 🚢⟧}}‖",
        "{{Cite X|user=⟪minato⟫|author=⟨港ラジオ⟩|date=⦅2021年7月14日⦆|title=⟦夜の船は五月から走ります。⟧}}‖",
        "<ref>{{tweet|⟪dortiz⟫|1415245567461347331|⟦So glad!⟧|⦅July 14, 2021⦆}}‖</ref>",
        "{{Cita tuit|usuario=⟪dortiz⟫|autor=⟨Dana Ortiz⟩|número=1415245567461347331|fecha=⦅14 de julio de 2021⦆|título=⟦Tan feliz⟧}}‖",
        "{{Lien tweet|utilisateur=⟪dortiz⟫|auteur=⟨Dana Ortiz⟩|numéro=1415245567461347331|date=⦅14 juillet 2021⦆|titre=⟦Quelle joie !⟧}}‖",
        "{{cite tweet |user=⟪dortiz⟫ |number=1415245567461347331 |title=⟦So glad to be here, at the old [[bridge|one]]!⟧}}‖",
        "{{cite tweet |url=https://twitter.com/⟪dortiz⟫/status/1415245567461347331 |title=⟦So glad!⟧}}‖",
    ] {
        check(marked);
        let text = unmarked(marked);
        let tweet = embedded_tweet::tweets(&text).next().unwrap();
        assert_eq!(tweet.date().unwrap().to_string(), "2021-07-14", "{marked:?}");
        assert_eq!((tweet.boundary(), tweet.confidence() > 0.99), (Boundary::Delimited, true));
        assert!(tweet.as_str().starts_with("{{") && tweet.as_str().ends_with("}}"));
    }
}

#[test]
fn templates_that_lack_a_part_are_prose() {
    check_prose("{{cite tweet |user=dortiz |number=1415245567461347331}}");
    check_prose("{{cite tweet |title=So glad! |number=1415245567461347331}}");
    check_prose("{{cite tweet |user=dortiz |title=So glad!}}");
    check_prose("{{cite tweet |user=dortiz |number=1415245567461347331 |title=So glad!");
    check_prose("{{cite web |author=Dana |user=dortiz |date=14 July 2021 |title=Tweets of the week}}");
    check_prose("{{Tweet|Dana Ortiz|So glad!}}");
    check_prose("{{cite tweet |user=dortiz |date=14 July 2021 |title=<nowiki>So glad! }}");
}

#[test]
fn entries_of_lists_of_references_are_tweets() {
    for marked in [
        // APA.
        format!("References\n\n⟨Dana Ortiz⟩ [@⟪dortiz⟫]. (⦅2021, July 14⦆). ⟦So glad to be here!⟧ [Tweet]. Twitter. {URL}‖\n\nLind, V. (2020). Cranes. Quay Press.\n"),
        format!("⟨Ortiz, D.⟩ [@⟪dortiz⟫]. (2021, 14. Juli). *⟦So froh⟧* [Thumbnail with link attached] [Post]. X. {URL}‖"),
        format!("* ⟨Ortiz, D.⟩ [@⟪dortiz⟫]. (2021, 14 de julio). ⟦Tan feliz⟧ [Tuit]. Twitter. {URL}‖"),
        // MLA.
        format!("@⟪dortiz⟫ (⟨Dana Ortiz⟩). “⟦So glad to be here!⟧” Twitter, ⦅14 Jul. 2021, 7:32 p.m.⦆, {URL}‖."),
        format!("Works Cited\n\n⟨Ortiz, Dana⟩ [@⟪dortiz⟫]. “⟦So glad.⟧” X, ⦅14 July 2021⦆, {URL}‖."),
        "@⟪dortiz⟫ (⟨Dana Ortiz⟩). \"⟦Tan feliz⟧\" Twitter, ⦅14 de julio de 2021⦆, twitter.com/dortiz/status/1415245567461347331‖.".to_owned(),
        // Chicago.
        format!("⟨Dana Ortiz⟩ (@⟪dortiz⟫), “⟦So glad to be here⟧,” Twitter, ⦅July 14, 2021⦆, {URL}‖."),
        format!("⟨Dana Ortiz⟩ (@⟪dortiz⟫). 2021. “⟦So glad.⟧” X (formerly Twitter), ⦅July 14, 2021, 7:32 p.m.⦆ {URL}‖."),
        // Quotes within quotes, and authors whose name is not known.
        format!("⟨Dana Ortiz⟩ [@⟪dortiz⟫]. (⦅2021, July 14⦆). ⟦The \"old\" bridge [the red one] is open⟧ [Tweet]. Twitter. {URL}‖"),
        format!("⟨Dana Ortiz⟩ (@⟪dortiz⟫), \"⟦He said \"no\" and left⟧,\" Twitter, ⦅July 14, 2021⦆, {URL}‖."),
        format!("@⟪dortiz⟫ (⟨Dana Ortiz⟩). \"⟦The \"old\" bridge.⟧\" Twitter, ⦅14 Jul. 2021, 7:32 p.m.⦆, {URL}‖"),
        format!("@⟪dortiz⟫ (⟨Dana Ortiz⟩). “⟦The “old” bridge.⟧” Twitter, ⦅14 Jul. 2021⦆, {URL}‖"),
        format!("@⟪dortiz⟫. “⟦So glad to be here!⟧” *Twitter*, ⦅14 Jul. 2021⦆, {URL}‖"),
        format!("Works Cited\n\n@⟪minato⟫. \"⟦夜の船は五月から走ります。⟧\" X, ⦅14 July 2021⦆, {URL}‖"),
        format!("⟨Dana Ortiz⟩ (@⟪dortiz⟫), «⟦Quelle joie⟧» Twitter, ⦅14 juillet 2021⦆, {URL}‖"),
    ] {
        check(&marked);
        let text = unmarked(&marked);
        let tweet = embedded_tweet::tweets(&text).next().unwrap();
        assert_eq!(tweet.date().unwrap().to_string(), "2021-07-14", "{marked:?}");
        assert_eq!(tweet.status_id().unwrap().get(), 1_415_245_567_461_347_331, "{marked:?}");
        assert_eq!(tweet.boundary(), Boundary::Delimited);
    }
}

#[test]
fn templates_as_wikis_print_them_are_tweets() {
    for (marked, text) in [
        (
            "1. ^ ⟨Dana Ortiz⟩ [@⟪dortiz⟫] (⦅14 July 2021⦆). \"⟦So glad to be here⟧\" (Tweet) – via Twitter.‖\n2. ^ Lind, V. (2020). Cranes.\n",
            "So glad to be here",
        ),
        (
            "⟨Ortiz, Dana⟩ [@⟪dortiz⟫] (⦅July 14, 2021⦆). \"⟦So \"glad\". Thanks!⟧\" (Tweet). Retrieved July 15, 2021 – via Twitter.‖",
            "So \"glad\". Thanks!",
        ),
        (
            "↑ ⟨Dana Ortiz⟩ [@⟪dortiz⟫] (⦅14 juillet 2021⦆). « ⟦Quelle joie !⟧ » (Tweet) – via Twitter.‖",
            "Quelle joie !",
        ),
        ("⟨Ana Ortiz⟩ [@⟪aortiz⟫] (⦅14 de julio de 2021⦆). «⟦Tan feliz⟧» (Tuit)‖. Consultado en mayo.", "Tan feliz"),
        ("⟨港ラジオ⟩ [@⟪minato⟫] (⦅2021年7月14日⦆). 「⟦夜の船⟧」(ツイート) – via X‖", "夜の船"),
        ("⟨Дана Ортис⟩ [@⟪dortiz⟫] (⦅14 июля 2021⦆). «⟦Как я рада 🌉⟧» (Твит) – через Twitter.‖", "Как я рада 🌉"),
    ] {
        check(marked);
        let document = unmarked(marked);
        let tweet = embedded_tweet::tweets(&document).next().unwrap();
        assert_eq!((tweet.text(), tweet.date().unwrap().to_string().as_str()), (text, "2021-07-14"), "{marked:?}");
        assert_eq!(tweet.boundary(), Boundary::Delimited);
    }
    check_prose("Dana Ortiz [@dortiz] (14 July 2021). \"So glad\" (Video) – via YouTube.");
    check_prose("Dana Ortiz [@dortiz] (14 July 2021). So glad (Tweet)");
}

#[test]
fn a_citation_may_hold_quotes_of_its_own_kind() {
    check("⟨Dana Ortiz⟩ (@⟪dortiz⟫) on X, ⦅Sep 22, 2026⦆: \"⟦He said \"no\" and left⟧\"‖\n\nIt rained.");
    check("⟨Dana Ortiz⟩ (@⟪dortiz⟫) on X, ⦅Sep 22, 2026⦆: “⟦He said “no” and left⟧”‖ It rained.");
    check("⟨Uwe Ortiz⟩ (@⟪uortiz⟫) on X, ⦅Sep 22, 2026⦆: „⟦So „froh“ hier⟧“‖");
    check("⟨Dana Ortiz⟩ (@⟪dortiz⟫) on X, ⦅Sep 22, 2026⦆: \"⟦So glad⟧\"‖ she wrote, and \"more\".");
}

#[test]
fn the_markup_of_a_wiki_is_cleaned() {
    let text = "{{cite tweet |user=dortiz |author=[[Dana Ortiz]] |date=14 July 2021 |title=The [[bridge|old bridge]] {{!}} [[Holmby]]}}";
    let tweet = embedded_tweet::Tweet::parse(text).unwrap();
    assert_eq!(tweet.clean_text(), "The old bridge | Holmby");
    assert_eq!(tweet.clean_name().unwrap(), "Dana Ortiz");
}

#[test]
fn other_entries_are_prose() {
    check_prose("@dortiz. “So glad.” The Harbour News, 14 July 2021.");
    check_prose("Ask @dortiz. \"So glad\", she said on Twitter, July 14, 2021.");
    check_prose("Ortiz, D. [@dortiz]. (2021, July 14). Cranes and bridges. Quay Press. https://example.com/cranes");
    check_prose("Ortiz, D. [@dortiz]. (2021, July 14). The bridge [Video]. YouTube. https://example.com/bridge");
    check_prose("@dortiz (Dana Ortiz). “So glad.” The Harbour News, 14 July 2021.");
    check_prose("Dana Ortiz (@dortiz), “So glad,” she said on Twitter, July 14, 2021.");
    check_prose("They met (Ortiz [@dortiz], 2021). Twitter was down [again]. X marks the spot.");
}
