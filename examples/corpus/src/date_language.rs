//! The language of a date, as far as its words tell it.

use std::{borrow::Cow, collections::HashMap, sync::LazyLock};

use pure_rust_locales::{Locale, locale_match};

/// The languages in which X writes dates, by the locale of glibc that has their names of months.
const LOCALES: [(&str, Locale); 37] = [
    ("ar", Locale::ar_EG),
    ("bg", Locale::bg_BG),
    ("bn", Locale::bn_BD),
    ("ca", Locale::ca_ES),
    ("cs", Locale::cs_CZ),
    ("da", Locale::da_DK),
    ("de", Locale::de_DE),
    ("el", Locale::el_GR),
    ("en", Locale::en_US),
    ("es", Locale::es_ES),
    ("fa", Locale::fa_IR),
    ("fi", Locale::fi_FI),
    ("fr", Locale::fr_FR),
    ("ga", Locale::ga_IE),
    ("gl", Locale::gl_ES),
    ("gu", Locale::gu_IN),
    ("he", Locale::he_IL),
    ("hi", Locale::hi_IN),
    ("hr", Locale::hr_HR),
    ("hu", Locale::hu_HU),
    ("id", Locale::id_ID),
    ("it", Locale::it_IT),
    ("kn", Locale::kn_IN),
    ("mr", Locale::mr_IN),
    ("ms", Locale::ms_MY),
    ("nl", Locale::nl_NL),
    ("no", Locale::nb_NO),
    ("pl", Locale::pl_PL),
    ("pt", Locale::pt_BR),
    ("ro", Locale::ro_RO),
    ("ru", Locale::ru_RU),
    ("sk", Locale::sk_SK),
    ("sr", Locale::sr_RS),
    ("sv", Locale::sv_SE),
    ("th", Locale::th_TH),
    ("tr", Locale::tr_TR),
    ("uk", Locale::uk_UA),
];

/// The languages in which a name is that of a month, in lower case.
static MONTHS: LazyLock<HashMap<String, Vec<&'static str>>> = LazyLock::new(|| {
    let mut months: HashMap<String, Vec<&'static str>> = HashMap::new();
    for (language, locale) in LOCALES {
        for names in [locale_match!(locale => LC_TIME::MON), locale_match!(locale => LC_TIME::ABMON)] {
            for name in names {
                let languages = months.entry(word(name)).or_default();
                if !languages.contains(&language) {
                    languages.push(language);
                }
            }
        }
    }
    months
});

/// The language of the date that is written `date`; several, with strokes between them, where they write it alike, and
/// `numbers` where it has no words.
pub(crate) fn date_language(date: &str) -> Cow<'static, str> {
    if date.contains('年') || date.contains('月') {
        return "ja/zh".into();
    }
    if date.contains('월') {
        return "ko".into();
    }
    if date.contains("tháng") {
        return "vi".into();
    }
    let mut words = date.split(|c: char| !c.is_alphabetic() && !is_mark(c)).filter(|word| !word.is_empty()).peekable();
    if words.peek().is_none() {
        return "numbers".into();
    }
    let languages = words.find_map(|name| MONTHS.get(&word(name)).or_else(|| MONTHS.get(&word(without_prefix(name)))));
    match languages {
        Some(languages) => narrow(languages, date),
        None => "other".into(),
    }
}

/// Of languages that share a name, those that order dates like this.
fn narrow(languages: &[&'static str], date: &str) -> Cow<'static, str> {
    let month_first = date.starts_with(char::is_alphabetic);
    let dotted = date.starts_with(|c: char| c.is_ascii_digit())
        && date.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(['.', '\\']);
    let of = date.contains(" de ");
    let capital = date.contains(|c: char| c.is_ascii_uppercase());
    let small = date.starts_with(|c: char| c.is_ascii_digit()) && date.contains(|c: char| c.is_ascii_lowercase());
    let fits = |language: &&'static str| {
        (!month_first || *language == "en")
            && (!capital || CAPITALISED.contains(language))
            && (capital || !small || !CAPITALISED.contains(language))
            && (!dotted || DOTTED.contains(language))
            && (dotted || !ALWAYS_DOTTED.contains(language))
            && (of == WITH_OF.contains(language))
    };
    let fitting: Vec<_> = languages.iter().copied().filter(fits).collect();
    let left = if fitting.is_empty() { languages } else { &fitting };
    match left {
        [one] => Cow::Borrowed(*one),
        several => Cow::Owned(several.join("/")),
    }
}

/// Of the languages in Latin letters those that write months with a capital letter.
const CAPITALISED: [&str; 6] = ["de", "en", "ga", "id", "ms", "tr"];
const DOTTED: [&str; 9] = ["cs", "da", "de", "fi", "hr", "hu", "no", "sk", "sr"];
const ALWAYS_DOTTED: [&str; 8] = ["cs", "da", "de", "fi", "hr", "no", "sk", "sr"];
const WITH_OF: [&str; 4] = ["ca", "es", "gl", "pt"];

fn word(name: &str) -> String {
    name.trim_end_matches('.').to_lowercase()
}

/// Hebrew puts `ב` before the month.
fn without_prefix(name: &str) -> &str {
    name.strip_prefix('ב').unwrap_or(name)
}

/// Vowel signs of scripts that write them as marks, which are parts of words.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{dff}' | '\u{e31}'..='\u{e4e}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_tell_their_language() {
        for (date, language) in [
            ("July 14, 2021", "en"),
            ("April 4, 2019", "en"),
            ("30 March 2018", "en"),
            ("19. Januar 2018", "de"),
            ("23. marts 2016", "da"),
            ("28 mai 2018", "fr/ro"),
            ("15 de noviembre de 2012", "es"),
            ("10 de março de 2020", "pt"),
            ("25 novembre 2016", "fr/it"),
            ("8 декабря 2017 г.", "ru"),
            ("21 Eylül 2016", "tr"),
            ("17 בפברואר 2014", "he"),
            ("2018年6月6日", "ja/zh"),
            ("2018년 4월 13일", "ko"),
            ("2026-09-09", "numbers"),
        ] {
            assert_eq!(date_language(date), language, "{date}");
        }
    }
}
