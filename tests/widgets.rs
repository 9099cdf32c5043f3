//! Rendered widgets and pages of X whose parts could be taken for each other: times in texts, quoted posts, marks of
//! accounts.

mod common;

use common::{check, check_prose, unmarked};

#[test]
fn a_time_of_day_in_a_text_is_the_texts() {
    for text in [
        "Doors open 7:00 PM · Jul 20, 2021 at the pier, come early",
        "Gate closes at 19:30 - 20 Jul 2021, be there",
        "Ab 19:30 · 20. Juli 2021 am Hafen, kommt alle",
        "Le bac part à 7:00 PM · 20 juil. 2021 du quai quatre",
        "午後7:00 · 2021年7月20日から走ります。",
        "7:00 PM · Jul 20, 2021 🚢 all aboard",
        "First 7:00 PM · Jul 20, 2021 and then 9:00 PM · Jul 21, 2021 as well",
        "Doors 7:00 PM · Jul 20, 2021\n\nBring a coat",
        "19:30 · 20 Jul 2021\nKonzert am Hafen!",
    ] {
        check(&format!(
            "They met.\n\n⟨Dana Ortiz⟩\n@⟪dortiz⟫\n·\nFollow\n⟦{text}⟧\n⦅3:12 PM · Jul 14, 2021⦆\n12\nReply\nCopy link‖\n\nSchools."
        ));
        check(&format!("They met.\n\n⟨Dana 🌉⟩\n@⟪dortiz⟫\n⟦{text}⟧\n⦅3:12 PM · Jul 14, 2021⦆\n\nSchools."));
    }
    check(
        "Post ⟨Dana Ortiz⟩ @⟪dortiz⟫ ⟦Doors 7:00 PM · Jul 20, 2025 at the pier⟧ ⦅3:12 PM · Jul 14, 2025⦆ 45.1K Views‖",
    );
    check(
        "They met.\n\n⟨Dana Ortiz⟩\n@⟪dortiz⟫\n⟦We meet:\n7:00 PM · Jul 20, 2021\nat the pier⟧\n⦅3:12 PM · Jul 14, 2021⦆\n4 Likes‖\n",
    );
}

#[test]
fn the_first_time_of_day_closes_where_another_tweet_or_prose_follows() {
    check(
        "⟨Dana⟩\n@⟪dortiz⟫\n⟦So glad!⟧\n⦅3:12 PM · Jul 14, 2021⦆\n⟨Kim⟩\n@⟪kimlee⟫\n⟦Me too!⟧\n⦅4:12 PM · Jul 15, 2021⦆\n",
    );
    check(
        "⟨Dana⟩\n@⟪dortiz⟫\n⟦So glad!⟧\n⦅3:12 PM · Jul 14, 2021⦆\n⟨Kim⟩ @⟪kimlee⟫ · Follow\n⟦Me too!⟧\n⦅4:12 PM · Jul 15, 2021⦆\n2 Likes‖",
    );
    check(
        "⟨Dana⟩\n@⟪dortiz⟫\n⟦So glad!⟧ ⦅3:12 PM · Jul 14, 2021⦆ It rained.\n⟨Kim⟩\n@⟪kimlee⟫\n⟦Me too!⟧\n⦅4:12 PM · Jul 15, 2021⦆\n",
    );
    check("⟨Dana⟩\n@⟪dortiz⟫\n⟦So glad!⟧\n⦅3:12 PM · Jul 14, 2021⦆\n\nIt rained at\n\n4:12 PM · Jul 15, 2021\n2 Likes");
}

#[test]
fn a_quoted_post_is_no_part_of_the_text() {
    for (label, author) in [
        ("Quote", "Kim Lee\n@kimlee\n·\nJul 13, 2021"),
        ("引用", "港ラジオ\n@minato\n·\n2021年7月13日"),
        ("Zitat", "Uwe 🚢\n@uortiz\n·\n13. Juli 2021"),
        ("Quote Tweet", "Kim Lee @kimlee · Jul 13, 2021"),
        ("인용", "항구\n@hang\n·\n7월 13일"),
    ] {
        let marked = format!(
            "They met.\n\n⟨Dana Ortiz⟩\n@⟪dortiz⟫\n⟦This is so true⟧\n{label}\n{author}\nThe bridge is open.\n⦅7:32 PM · Jul 14, 2021⦆\n·\n12.4K\n Views‖\n\nSchools."
        );
        check(&marked);
        let text = unmarked(&marked);
        let tweet = embedded_tweet::tweets(&text).next().unwrap();
        assert!(text[tweet.span()].contains("The bridge is open."), "{marked:?}");
    }
    check(
        "Post ⟨Dana Ortiz⟩ @⟪dortiz⟫ ⟦So true⟧ Quote Kim Lee @kimlee · Jul 13, 2021 The bridge. ⦅7:32 PM · Jul 14, 2021⦆ 12K Views‖",
    );
    check("⟨Dana⟩\n@⟪dortiz⟫\n⟦Quote of the day, by\n@kimlee⟧\n⦅7:32 PM · Jul 14, 2021⦆\n");
    check("⟨Dana⟩\n@⟪dortiz⟫\n⟦I quote @kimlee · she is right⟧\n⦅7:32 PM · Jul 14, 2021⦆\n");
}

#[test]
fn the_mark_of_an_account_may_have_a_line_to_itself() {
    for mark in [
        "✔",
        "✓",
        "✔️",
        "☑️",
        "Verified account",
        "Verifizierter Account",
        "認証済みアカウント",
        "Cuenta verificada",
        "Onaylı hesap",
    ] {
        check(&format!(
            "They met.\n\n⟨Dana Ortiz⟩\n{mark}\n@⟪dortiz⟫\n⟦So glad!⟧\n⦅7:32 PM · Jul 14, 2021⦆\n12\nReply‖\n\nIt."
        ));
        check(&format!(
            "They met.\n\n⟨Dana Ortiz⟩ {mark}\n@⟪dortiz⟫\n⟦So glad!⟧\n⦅7:32 PM · Jul 14, 2021⦆\n12\nReply‖\n\nIt."
        ));
    }
    check_prose("✔\n@dortiz\nSo glad!\n7:32 PM · Jul 14, 2021\n");
}

#[test]
fn the_note_of_an_edit_is_no_part_of_the_text() {
    for note in [
        "Last edited",
        "最終更新",
        "Zuletzt bearbeitet",
        "Última edición",
        "Dernière modification",
        "Последнее изменение",
        "마지막 수정",
        "Senast redigerad",
        "Sidst redigeret",
        "Ostatnio edytowano",
        "آخر تعديل",
        "แก้ไขล่าสุด",
    ] {
        check(&format!("⟨Dana⟩\n@⟪dortiz⟫\n⟦So glad!⟧\n{note}\n⦅9:14 AM · Mar 3, 2024⦆\n\nIt rained."));
        check(&format!("⟨Dana⟩\n@⟪dortiz⟫\n⟦So glad!⟧\n{note} ⦅9:14 AM · Mar 3, 2024⦆\n\nIt rained."));
    }
}
