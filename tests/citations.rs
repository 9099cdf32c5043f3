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
fn other_entries_are_prose() {
    check_prose("Ortiz, D. [@dortiz]. (2021, July 14). Cranes and bridges. Quay Press. https://example.com/cranes");
    check_prose("Ortiz, D. [@dortiz]. (2021, July 14). The bridge [Video]. YouTube. https://example.com/bridge");
    check_prose("@dortiz (Dana Ortiz). “So glad.” The Harbour News, 14 July 2021.");
    check_prose("Dana Ortiz (@dortiz), “So glad,” she said on Twitter, July 14, 2021.");
    check_prose("They met (Ortiz [@dortiz], 2021). Twitter was down [again]. X marks the spot.");
}
