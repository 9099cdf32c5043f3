//! The month names of the CLDR against those of glibc, which its own contributors collected.

use pure_rust_locales::{Locale, locale_match};

use super::*;
use crate::date::{loose_date, rendered_stamp};

/// A locale of each language of the table that glibc has.
const LOCALES: &[&str] = &[
    "en_US",
    "en_GB",
    "en_AU",
    "en_CA",
    "en_IN",
    "en_ZA",
    "de_DE",
    "de_AT",
    "fr_FR",
    "fr_CA",
    "fr_CH",
    "it_IT",
    "es_ES",
    "es_MX",
    "es_PE",
    "es_UY",
    "pt_BR",
    "pt_PT",
    "nl_NL",
    "nl_BE",
    "pl_PL",
    "cs_CZ",
    "da_DK",
    "nb_NO",
    "nn_NO",
    "sv_SE",
    "fi_FI",
    "hu_HU",
    "ro_RO",
    "tr_TR",
    "id_ID",
    "vi_VN",
    "ja_JP",
    "zh_CN",
    "zh_TW",
    "ko_KR",
    "he_IL",
    "ru_RU",
    "ca_ES",
    "ar_EG",
    "ar_LB",
    "ar_IQ",
    "ar_MA",
    "ar_DZ",
    "bn_BD",
    "bn_IN",
    "el_GR",
    "fil_PH",
    "hi_IN",
    "ms_MY",
    "th_TH",
    "uk_UA",
    "ur_PK",
    "eu_ES",
    "gl_ES",
    "bg_BG",
    "hr_HR",
    "sr_RS",
    "sr_RS@latin",
    "sk_SK",
    "sl_SI",
    "gu_IN",
    "kn_IN",
    "mr_IN",
    "ta_IN",
    "te_IN",
    "ml_IN",
    "pa_IN",
    "ne_NP",
    "si_LK",
    "lv_LV",
    "lt_LT",
    "et_EE",
    "is_IS",
    "ga_IE",
    "af_ZA",
    "sw_KE",
    "sq_AL",
    "mk_MK",
    "bs_BA",
    "be_BY",
    "az_AZ",
    "kk_KZ",
    "uz_UZ",
    "hy_AM",
    "ka_GE",
    "am_ET",
    "cy_GB",
    "eo",
    "fo_FO",
    "fy_NL",
    "km_KH",
    "ky_KG",
    "lb_LU",
    "lo_LA",
    "mt_MT",
    "my_MM",
    "or_IN",
];

/// How the languages write that need both dots to tell their months from others'.
const DOTTED: &[&str] = &["hr_HR", "bs_BA", "sr_RS", "sr_RS@latin"];

/// Abbreviations that glibc alone has: cut to three letters whatever the language does, or plain numbers. The grammar
/// need not know them; reading them as another month would be wrong.
const UNREAD: &[(&str, &[&str])] = &[
    ("fr_CA", &["jui", "aoû"]),
    ("fr_CH", &["jui", "aoû"]),
    ("cs_CZ", &["čen", "čec"]),
    ("he_IL", &["יונ", "יול"]),
    ("ar_EG", &["ينا", "فبر", "مار", "أبر", "يون", "يول", "أغس", "سبت", "أكت", "نوف", "ديس"]),
    ("hi_IN", &["अक्तू॰"]),
    ("gl_ES", &["Xuñ"]),
    ("kn_IN", &["ಆ"]),
    ("si_LK", &["අප්\u{200d}රි", "නෙවැ"]),
    ("sq_AL", &["Kor", "Gsh"]),
    ("hy_AM", &["Փտր", "Մար", "Մայ", "Նմբ"]),
    ("am_ET", &["ኤፕረ", "ኦክተ"]),
    ("cy_GB", &["Aws", "Med", "Rha"]),
    ("km_KH", &["១", "២", "៣", "៤", "៥", "៦", "៧", "៨", "៩", "១០", "១១", "១២"]),
];

/// The names of a locale, in full and abbreviated, each with the number of its month.
fn names(tag: &str) -> impl Iterator<Item = (u32, &'static str)> {
    let locale = Locale::try_from(tag).unwrap_or_else(|_| panic!("glibc has no {tag}"));
    let full = locale_match!(locale => LC_TIME::MON);
    let short = locale_match!(locale => LC_TIME::ABMON);
    [full, short].into_iter().flat_map(|names| (1..).zip(names.iter().map(|name| name.trim())))
}

#[test]
fn glibc_means_the_same_months() {
    for &tag in LOCALES {
        let unread = UNREAD.iter().find(|(unread, _)| *unread == tag).map_or(&[][..], |(_, names)| names);
        for (month, name) in names(tag) {
            let input = if DOTTED.contains(&tag) { format!("14. {name} 2021.") } else { format!("14 {name} 2021") };
            let expected = (!unread.contains(&name)).then_some((day(2021, month, 14), ""));
            assert_eq!(read(&input), expected, "{tag}: {input}");
        }
        for name in unread {
            assert!(names(tag).any(|(_, own)| own == *name), "{tag} has no {name}");
        }
    }
}

/// Day periods that glibc alone has: initials of words that are usual, or other words. Reading them as the other half
/// of the day would be wrong.
const UNREAD_PERIODS: &[(&str, &[&str])] = &[
    ("fil_PH", &["N.U.", "N.H."]),
    ("ur_PK", &["ش"]),
    ("mr_IN", &["म.पू.", "म.नं."]),
    ("ml_IN", &["വൈകു"]),
    ("sw_KE", &["alasiri"]),
    ("sq_AL", &["PD", "MD"]),
    ("am_ET", &["ጡዋት"]),
];

#[test]
fn glibc_means_the_same_halves_of_the_day() {
    for &tag in LOCALES {
        let locale = Locale::try_from(tag).unwrap();
        let unread = UNREAD_PERIODS.iter().find(|(unread, _)| *unread == tag).map_or(&[][..], |(_, words)| words);
        for (hour, word) in [7, 19].into_iter().zip(locale_match!(locale => LC_TIME::AM_PM)) {
            if word.is_empty() {
                continue;
            }
            let input = format!("7:32 {word} · 14 July 2021");
            let read = rendered_stamp(&input).ok().and_then(|(_, stamp)| stamp.time);
            let expected = (!unread.contains(word)).then(|| chrono::NaiveTime::from_hms_opt(hour, 32, 0).unwrap());
            assert_eq!(read, expected, "{tag}: {input}");
        }
    }
}

/// Weekdays that glibc alone has: words for "day" before or behind them or left out, and other spellings. Reading them
/// as another day would be wrong.
const UNREAD_WEEKDAYS: &[(&str, &[&str])] = &[
    ("nn_NO", &["sundag"]),
    ("he_IL", &["ראשון", "שני", "שלישי", "רביעי", "חמישי", "שישי"]),
    ("fil_PH", &["Miyerkoles"]),
    ("th_TH", &["อาทิตย์", "จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์"]),
    ("ur_PK", &["هفته"]),
    ("kn_IN", &["ರವಿವಾರ"]),
    ("ml_IN", &["ഞായര്\u{200d}", "തിങ്കള്\u{200d}", "ബുധന്\u{200d}"]),
    ("ne_NP", &["बिहीबार"]),
    ("az_AZ", &["bazar günü"]),
    ("cy_GB", &["Mawrth", "Mercher", "Gwener", "Sadwrn"]),
    (
        "km_KH",
        &[
            "ថ្ងៃ\u{200b}អាទិត្យ",
            "ថ្ងៃ\u{200b}ច័ន្ទ",
            "ថ្ងៃ\u{200b}អង្គារ",
            "ថ្ងៃ\u{200b}ពុធ",
            "ថ្ងៃ\u{200b}ព្រហស្បតិ៍",
            "ថ្ងៃ\u{200b}សុក្រ",
            "ថ្ងៃ\u{200b}សៅរ៍",
        ],
    ),
];

#[test]
fn glibc_means_the_same_weekdays() {
    let mut unread = Vec::new();
    for &tag in LOCALES {
        let locale = Locale::try_from(tag).unwrap();
        // 11 July 2021 was a Sunday.
        for (number, name) in (11..).zip(locale_match!(locale => LC_TIME::DAY)) {
            let input = format!("{}, {number} July 2021", name.trim());
            match loose_date(&input) {
                Ok((rest, stamp)) => assert_eq!((rest, stamp.date), ("", day(2021, 7, number)), "{tag}: {input}"),
                Err(_) => unread.push((tag, name.trim())),
            }
        }
    }
    let known = UNREAD_WEEKDAYS.iter().flat_map(|(tag, names)| names.iter().map(move |name| (*tag, *name)));
    assert_eq!(unread, known.collect::<Vec<_>>());
}
