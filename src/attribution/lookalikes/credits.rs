//! Credits in the place of a name: `Edited by Dana`, `Source: Dana`, `取材：港ラジオ`. The text above them is the page's own,
//! and no quotation.

use crate::text::case::is_in_any_case;
use core::ops::Range;

use crate::text::whitespace::is_whitespace;

/// `Source: Dana Ortiz`, `Text: Dana Ortiz`, in the languages that label so: a source is named and not quoted, an
/// author signs.
pub(super) fn is_labelled(name: &str) -> bool {
    let name = if name.as_bytes().first() >= Some(&0xe2) {
        name.trim_start_matches(|c: char| !c.is_alphabetic())
    } else {
        name
    };
    // A colon or the first byte of a wide one ends the first word, or stands behind it.
    let Some(end) = name.bytes().position(|byte| matches!(byte, b':' | 0xef | b' ')) else { return false };
    let (label, rest) = name.split_at_checked(end).unwrap_or_default();
    if !matches!(rest.as_bytes(), [b':', ..] | [0xef, 0xbc, 0x9a, ..] | [b' ', b':', ..]) {
        return false;
    }
    let label = label.trim_matches(|c: char| !c.is_alphabetic());
    LABELS.iter().any(|known| is_in_any_case(label, known))
}

/// Whether `name` begins with a label that lacks its colon: `Via Dana Ortiz`, `Foto Dana Ortiz`.
pub(super) fn begins_with_label(name: &str) -> bool {
    name.split_once(is_whitespace).is_some_and(|(first, _)| LABELS.iter().any(|known| is_in_any_case(first, known)))
}

/// The words before the colon of a source, a picture's credit, or an article's author, in lowercase.
#[rustfmt::skip]
const LABELS: [&str; 103] = [
    // Sources.
    "source", "sources", "via", "quelle", "quellen", "fuente", "fuentes", "fonte", "fonti", "fontes", "bron", "kilde", "källa", "lähde",
    "źródło", "zdroj", "forrás", "kaynak", "sumber", "nguồn", "источник", "джерело", "πηγή", "出典", "引用元", "情報源", "来源", "來源",
    "출처", "المصدر", "منبع", "מקור", "स्रोत", "ที่มา",
    // Pictures.
    "foto", "fotos", "bild", "imagen", "imagem", "immagine", "crédito", "фото", "zdjęcie", "写真", "撮影", "图片", "사진",
    // Authors and editors.
    "author", "text", "words", "texte", "texto", "testo", "tekst", "autor", "autorin", "autora", "auteur", "autrice", "autore",
    "mitarbeit", "redaktion", "rédaction", "redacción", "redação", "redazione", "reportage", "reportagem", "haber", "yazan", "yazar",
    "hazırlayan", "derleyen", "penulis", "автор", "текст", "редактор", "συντάκτης", "文", "取材", "取材・文", "文・写真", "執筆", "構成",
    "編集", "記者", "筆者", "著者", "聞き手", "記事", "글", "기자", "취재", "작성자", "정리", "撰文", "记者", "作者", "编辑", "編輯",
    "整理", "كتب", "إعداد",
];

/// `Edited by Dana Ortiz`, `Propos recueillis par Dana Ortiz`, `Подготовила Дана Ортис`, `文・港ラジオ`.
pub(super) fn is_credit(name: &str) -> bool {
    match name.as_bytes().first() {
        Some(b'E' | b'N' | b'O' | b'P') => holds_phrase(name) || starts_with_verb(name),
        Some(0..0xc8) => holds_phrase(name),
        _ => {
            EAST_ASIAN.iter().any(|start| name.strip_prefix(start).is_some_and(|rest| !rest.is_empty()))
                || starts_with_verb(name)
        }
    }
}

/// Whether one of [`PHRASES`] ends with a word of `name` that is not the last.
fn holds_phrase(name: &str) -> bool {
    let (mut start, mut is_first) = (0, true);
    for (at, byte) in name.bytes().enumerate() {
        if byte == b' ' {
            // Nearly all words are longer.
            if at - start <= LONGEST_PREPOSITION && !is_first && ends_phrase(name, start..at) {
                return true;
            }
            (start, is_first) = (at + 1, false);
        }
    }
    false
}

/// Whether one of [`PHRASES`] ends with the word at `word`, which stands between a credit and a name.
fn ends_phrase(name: &str, word: Range<usize>) -> bool {
    let phrase = name.get(..word.end).unwrap_or_default();
    let word = name.get(word).unwrap_or_default();
    PREPOSITIONS.iter().any(|known| word.eq_ignore_ascii_case(known))
        && PHRASES.iter().any(|known| is_known(phrase, known))
}

/// The longest of [`PREPOSITIONS`], in bytes.
const LONGEST_PREPOSITION: usize = 4;

const PREPOSITIONS: [&str; 14] =
    ["by", "from", "par", "por", "von", "van", "door", "da", "di", "de", "av", "af", "con", "to"];

/// The work done for an article with the preposition before the name, in lowercase; other words may precede it.
#[rustfmt::skip]
const PHRASES: [&str; 68] = [
    "compiled by", "reported by", "reporting by", "reporting from", "contributed by", "edited by", "editing by", "written by", "posted by",
    "published by", "updated by", "translated by", "submitted by", "prepared by", "produced by", "report by", "text by",
    "words by", "story by", "article by", "interview by", "research by", "as told to", "proofread by", "fact-checked by",
    "bearbeitet von", "zusammengestellt von", "geschrieben von", "übersetzt von", "aufgezeichnet von", "material von", "verfasst von",
    "veröffentlicht von", "ein beitrag von", "ein bericht von",
    "recueillis par", "écrit par", "rédigé par", "publié par", "posté par", "traduit par", "édité par", "un article de", "mis à jour par",
    "editado por", "escrito por", "redactado por", "publicado por", "información de", "traducido por", "compilado por", "elaborado por",
    "informações de", "reportagem de", "a cura di", "scritto da", "pubblicato da", "articolo di", "tradotto da",
    "geschreven door", "bewerkt door", "samengesteld door", "medewerking van", "vertaald door",
    "skriven av", "skrevet av", "skrevet af", "redigert av",
];

/// Whether `phrase` ends with `known`, in any case, as whole words.
fn is_known(phrase: &str, known: &str) -> bool {
    let small = || phrase.chars().rev().flat_map(char::to_lowercase);
    let mut letters = small();
    known.chars().rev().all(|c| letters.next() == Some(c)) && letters.next().is_none_or(is_whitespace)
}

/// Verbs before the name of their subject.
#[rustfmt::skip]
const VERBS: [&str; 21] = [
    "Подготовил", "Подготовила", "Записал", "Записала", "Беседовал", "Беседовала", "Написал", "Написала", "Підготував", "Підготувала",
    "Opracował", "Opracowała", "Oprac.", "Opr.", "Napisał", "Napisała", "Przygotował", "Przygotowała", "Escribe", "بقلم", "מאת",
];

fn starts_with_verb(name: &str) -> bool {
    name.split_once(' ').is_some_and(|(first, _)| VERBS.contains(&first))
}

/// The credits that East Asian pages put before a name, with a sign between the two.
#[rustfmt::skip]
const EAST_ASIAN: [&str; 22] = [
    "文・", "文＝", "文／", "文/", "取材・", "取材＝", "取材／", "写真・", "写真＝", "写真／", "撮影・", "撮影＝", "執筆・", "執筆＝", "編集・", "編集＝",
    "構成・", "構成＝", "글·", "글=", "撰文/", "撰文｜",
];

/// Words before a name in a typed attribution, whose date follows a comma:
/// `— With Dana Ortiz (@dortiz), July 14, 2021`.
#[rustfmt::skip]
const RETYPED: [&str; 14] =
    ["With", "Mit", "Aus", "Avec", "Con", "Com", "Met", "Med", "Di", "Oleh", "Bởi", "Από", "Реже", "Z"];

/// Whether the first word of `name` is that of a credit.
pub(super) fn begins_part(name: &str) -> bool {
    name.split_once(is_whitespace).is_some_and(|(first, _)| RETYPED.contains(&first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credits_are_words_before_a_name() {
        for name in [
            "Edited by Dana",
            "With reporting from Dana",
            "Additional Reporting By Dana",
            "Propos recueillis par Dana",
            "Übersetzt von Dana",
            "A cura di Dana",
            "Подготовила Дана",
            "Oprac. Dana",
            "文・港ラジオ",
            "取材・文＝港ラジオ",
            "Mit Material von Dana",
        ] {
            assert!(is_credit(name), "{name:?}");
        }
        for name in [
            "",
            "Dana Ortiz",
            "Stand by Me",
            "Inspired by Dana",
            "Edited by",
            "Von Miller",
            "Leonardo da Vinci",
            "La Casa de Papel",
            "Bank of Dana",
            "文部科学省",
            "Записки Даны",
            "credited by Dana",
        ] {
            assert!(!is_credit(name), "{name:?}");
        }
    }

    #[test]
    fn labels_are_words_before_a_colon() {
        for name in [
            "Source: Dana",
            "Text : Dana",
            "Автор: Дана",
            "取材：港ラジオ",
            "📎 出典：港ラジオ",
            "글: 도나",
            "SOURCE: Dana",
        ] {
            assert!(is_labelled(name), "{name:?}");
        }
        for name in ["", "Dana Ortiz", "Dana: People", "Source Dana", "Sources", "文", "港（ラジオ）", ":"] {
            assert!(!is_labelled(name), "{name:?}");
        }
    }
}
