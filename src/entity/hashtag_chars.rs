//! The characters of hashtags: letters, marks, digits and a few special ones.

/// Whether `c` may be part of a hashtag.
pub(crate) fn is_hashtag_char(c: char) -> bool {
    is_hashtag_letter(c) || is_decimal_digit(c) || SPECIAL.contains(c)
}

/// Whether `c` is a letter or a mark (general categories L, M): a hashtag needs one, since `#1` is a number.
pub(super) fn is_hashtag_letter(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphabetic();
    }
    // `is_alphabetic` is L, the marks that are vowels, and some numbers and symbols that look like letters.
    (c.is_alphabetic() && !is_in(&NUMBERS, c)) || is_in(&MARKS, c)
}

/// General category Nd.
fn is_decimal_digit(c: char) -> bool {
    c.is_ascii_digit() || (c.is_numeric() && !is_in(&NUMBERS, c))
}

/// The characters within words that are no letters, as twitter-text lists them: `_`, joiners, punctuation of Hebrew,
/// Japanese and Tibetan, and the middle dot of Catalan.
const SPECIAL: &str = "_\u{b7}\u{5be}\u{5f3}\u{5f4}\u{f0b}\u{f0c}\u{200c}\u{200d}\u{3003}\u{301c}\u{309b}\u{309c}\u{30a0}\u{30fb}\
    \u{a67e}\u{ff5e}";

fn is_in(ranges: &[(char, char)], c: char) -> bool {
    let following = ranges.partition_point(|&(first, _)| first <= c);
    following.checked_sub(1).and_then(|at| ranges.get(at)).is_some_and(|&(_, last)| c <= last)
}

/// Marks that are not alphabetic, `[\p{M}--\p{Alphabetic}]` of Unicode 16; the test below computes it anew.
#[rustfmt::skip]
const MARKS: [(char, char); 181] = [
    ('\u{300}', '\u{344}'), ('\u{346}', '\u{362}'), ('\u{483}', '\u{489}'), ('\u{591}', '\u{5af}'),
    ('\u{658}', '\u{658}'), ('\u{6df}', '\u{6e0}'), ('\u{6ea}', '\u{6ec}'), ('\u{740}', '\u{74a}'),
    ('\u{7eb}', '\u{7f3}'), ('\u{7fd}', '\u{7fd}'), ('\u{818}', '\u{819}'), ('\u{82d}', '\u{82d}'),
    ('\u{859}', '\u{85b}'), ('\u{898}', '\u{89f}'), ('\u{8ca}', '\u{8d3}'), ('\u{8e0}', '\u{8e1}'),
    ('\u{8ea}', '\u{8ef}'), ('\u{93c}', '\u{93c}'), ('\u{94d}', '\u{94d}'), ('\u{951}', '\u{954}'),
    ('\u{9bc}', '\u{9bc}'), ('\u{9cd}', '\u{9cd}'), ('\u{9fe}', '\u{9fe}'), ('\u{a3c}', '\u{a3c}'),
    ('\u{a4d}', '\u{a4d}'), ('\u{abc}', '\u{abc}'), ('\u{acd}', '\u{acd}'), ('\u{afd}', '\u{aff}'),
    ('\u{b3c}', '\u{b3c}'), ('\u{b4d}', '\u{b4d}'), ('\u{b55}', '\u{b55}'), ('\u{bcd}', '\u{bcd}'),
    ('\u{c3c}', '\u{c3c}'), ('\u{c4d}', '\u{c4d}'), ('\u{cbc}', '\u{cbc}'), ('\u{ccd}', '\u{ccd}'),
    ('\u{d3b}', '\u{d3c}'), ('\u{d4d}', '\u{d4d}'), ('\u{dca}', '\u{dca}'), ('\u{e47}', '\u{e4c}'),
    ('\u{e4e}', '\u{e4e}'), ('\u{eba}', '\u{eba}'), ('\u{ec8}', '\u{ecc}'), ('\u{ece}', '\u{ece}'),
    ('\u{f18}', '\u{f19}'), ('\u{f35}', '\u{f35}'), ('\u{f37}', '\u{f37}'), ('\u{f39}', '\u{f39}'),
    ('\u{f3e}', '\u{f3f}'), ('\u{f84}', '\u{f84}'), ('\u{f86}', '\u{f87}'), ('\u{fc6}', '\u{fc6}'),
    ('\u{1037}', '\u{1037}'), ('\u{1039}', '\u{103a}'), ('\u{135d}', '\u{135f}'), ('\u{1714}', '\u{1715}'),
    ('\u{1734}', '\u{1734}'), ('\u{17b4}', '\u{17b5}'), ('\u{17c9}', '\u{17d3}'), ('\u{17dd}', '\u{17dd}'),
    ('\u{180b}', '\u{180d}'), ('\u{180f}', '\u{180f}'), ('\u{1939}', '\u{193b}'), ('\u{1a60}', '\u{1a60}'),
    ('\u{1a75}', '\u{1a7c}'), ('\u{1a7f}', '\u{1a7f}'), ('\u{1ab0}', '\u{1abe}'), ('\u{1ac1}', '\u{1acb}'),
    ('\u{1b34}', '\u{1b34}'), ('\u{1b44}', '\u{1b44}'), ('\u{1b6b}', '\u{1b73}'), ('\u{1baa}', '\u{1bab}'),
    ('\u{1be6}', '\u{1be6}'), ('\u{1bf2}', '\u{1bf3}'), ('\u{1c37}', '\u{1c37}'), ('\u{1cd0}', '\u{1cd2}'),
    ('\u{1cd4}', '\u{1ce8}'), ('\u{1ced}', '\u{1ced}'), ('\u{1cf4}', '\u{1cf4}'), ('\u{1cf7}', '\u{1cf9}'),
    ('\u{1dc0}', '\u{1dd2}'), ('\u{1df5}', '\u{1dff}'), ('\u{20d0}', '\u{20f0}'), ('\u{2cef}', '\u{2cf1}'),
    ('\u{2d7f}', '\u{2d7f}'), ('\u{302a}', '\u{302f}'), ('\u{3099}', '\u{309a}'), ('\u{a66f}', '\u{a672}'),
    ('\u{a67c}', '\u{a67d}'), ('\u{a6f0}', '\u{a6f1}'), ('\u{a806}', '\u{a806}'), ('\u{a82c}', '\u{a82c}'),
    ('\u{a8c4}', '\u{a8c4}'), ('\u{a8e0}', '\u{a8f1}'), ('\u{a92b}', '\u{a92d}'), ('\u{a953}', '\u{a953}'),
    ('\u{a9b3}', '\u{a9b3}'), ('\u{a9c0}', '\u{a9c0}'), ('\u{aabf}', '\u{aabf}'), ('\u{aac1}', '\u{aac1}'),
    ('\u{aaf6}', '\u{aaf6}'), ('\u{abec}', '\u{abed}'), ('\u{fe00}', '\u{fe0f}'), ('\u{fe20}', '\u{fe2f}'),
    ('\u{101fd}', '\u{101fd}'), ('\u{102e0}', '\u{102e0}'), ('\u{10a38}', '\u{10a3a}'), ('\u{10a3f}', '\u{10a3f}'),
    ('\u{10ae5}', '\u{10ae6}'), ('\u{10d6a}', '\u{10d6d}'), ('\u{10efd}', '\u{10eff}'), ('\u{10f46}', '\u{10f50}'),
    ('\u{10f82}', '\u{10f85}'), ('\u{11046}', '\u{11046}'), ('\u{11070}', '\u{11070}'), ('\u{1107f}', '\u{1107f}'),
    ('\u{110b9}', '\u{110ba}'), ('\u{11133}', '\u{11134}'), ('\u{11173}', '\u{11173}'), ('\u{111c0}', '\u{111c0}'),
    ('\u{111c9}', '\u{111cc}'), ('\u{11235}', '\u{11236}'), ('\u{112e9}', '\u{112ea}'), ('\u{1133b}', '\u{1133c}'),
    ('\u{1134d}', '\u{1134d}'), ('\u{11366}', '\u{1136c}'), ('\u{11370}', '\u{11374}'), ('\u{113ce}', '\u{113d0}'),
    ('\u{113d2}', '\u{113d2}'), ('\u{113e1}', '\u{113e2}'), ('\u{11442}', '\u{11442}'), ('\u{11446}', '\u{11446}'),
    ('\u{1145e}', '\u{1145e}'), ('\u{114c2}', '\u{114c3}'), ('\u{115bf}', '\u{115c0}'), ('\u{1163f}', '\u{1163f}'),
    ('\u{116b6}', '\u{116b7}'), ('\u{1172b}', '\u{1172b}'), ('\u{11839}', '\u{1183a}'), ('\u{1193d}', '\u{1193e}'),
    ('\u{11943}', '\u{11943}'), ('\u{119e0}', '\u{119e0}'), ('\u{11a33}', '\u{11a34}'), ('\u{11a47}', '\u{11a47}'),
    ('\u{11a98}', '\u{11a99}'), ('\u{11c3f}', '\u{11c3f}'), ('\u{11d42}', '\u{11d42}'), ('\u{11d44}', '\u{11d45}'),
    ('\u{11d97}', '\u{11d97}'), ('\u{11f41}', '\u{11f42}'), ('\u{11f5a}', '\u{11f5a}'), ('\u{13440}', '\u{13440}'),
    ('\u{13447}', '\u{13455}'), ('\u{1612f}', '\u{1612f}'), ('\u{16af0}', '\u{16af4}'), ('\u{16b30}', '\u{16b36}'),
    ('\u{16fe4}', '\u{16fe4}'), ('\u{1bc9d}', '\u{1bc9d}'), ('\u{1cf00}', '\u{1cf2d}'), ('\u{1cf30}', '\u{1cf46}'),
    ('\u{1d165}', '\u{1d169}'), ('\u{1d16d}', '\u{1d172}'), ('\u{1d17b}', '\u{1d182}'), ('\u{1d185}', '\u{1d18b}'),
    ('\u{1d1aa}', '\u{1d1ad}'), ('\u{1d242}', '\u{1d244}'), ('\u{1da00}', '\u{1da36}'), ('\u{1da3b}', '\u{1da6c}'),
    ('\u{1da75}', '\u{1da75}'), ('\u{1da84}', '\u{1da84}'), ('\u{1da9b}', '\u{1da9f}'), ('\u{1daa1}', '\u{1daaf}'),
    ('\u{1e130}', '\u{1e136}'), ('\u{1e2ae}', '\u{1e2ae}'), ('\u{1e2ec}', '\u{1e2ef}'), ('\u{1e4ec}', '\u{1e4ef}'),
    ('\u{1e5ee}', '\u{1e5ef}'), ('\u{1e8d0}', '\u{1e8d6}'), ('\u{1e944}', '\u{1e946}'), ('\u{1e948}', '\u{1e94a}'),
    ('\u{e0100}', '\u{e01ef}'),
];

/// Alphabetic or numeric characters that are no letter, mark or digit, `[[\p{Alphabetic}\p{N}]--[\p{L}\p{M}\p{Nd}]]` of
/// Unicode 16: other numbers (`½`, `Ⅻ`, `①`) and circled letters.
#[rustfmt::skip]
const NUMBERS: [(char, char); 84] = [
    ('\u{b2}', '\u{b3}'), ('\u{b9}', '\u{b9}'), ('\u{bc}', '\u{be}'), ('\u{9f4}', '\u{9f9}'), ('\u{b72}', '\u{b77}'),
    ('\u{bf0}', '\u{bf2}'), ('\u{c78}', '\u{c7e}'), ('\u{d58}', '\u{d5e}'), ('\u{d70}', '\u{d78}'),
    ('\u{f2a}', '\u{f33}'), ('\u{1369}', '\u{137c}'), ('\u{16ee}', '\u{16f0}'), ('\u{17f0}', '\u{17f9}'),
    ('\u{19da}', '\u{19da}'), ('\u{2070}', '\u{2070}'), ('\u{2074}', '\u{2079}'), ('\u{2080}', '\u{2089}'),
    ('\u{2150}', '\u{2182}'), ('\u{2185}', '\u{2189}'), ('\u{2460}', '\u{249b}'), ('\u{24b6}', '\u{24ff}'),
    ('\u{2776}', '\u{2793}'), ('\u{2cfd}', '\u{2cfd}'), ('\u{3007}', '\u{3007}'), ('\u{3021}', '\u{3029}'),
    ('\u{3038}', '\u{303a}'), ('\u{3192}', '\u{3195}'), ('\u{3220}', '\u{3229}'), ('\u{3248}', '\u{324f}'),
    ('\u{3251}', '\u{325f}'), ('\u{3280}', '\u{3289}'), ('\u{32b1}', '\u{32bf}'), ('\u{a6e6}', '\u{a6ef}'),
    ('\u{a830}', '\u{a835}'), ('\u{10107}', '\u{10133}'), ('\u{10140}', '\u{10178}'), ('\u{1018a}', '\u{1018b}'),
    ('\u{102e1}', '\u{102fb}'), ('\u{10320}', '\u{10323}'), ('\u{10341}', '\u{10341}'), ('\u{1034a}', '\u{1034a}'),
    ('\u{103d1}', '\u{103d5}'), ('\u{10858}', '\u{1085f}'), ('\u{10879}', '\u{1087f}'), ('\u{108a7}', '\u{108af}'),
    ('\u{108fb}', '\u{108ff}'), ('\u{10916}', '\u{1091b}'), ('\u{109bc}', '\u{109bd}'), ('\u{109c0}', '\u{109cf}'),
    ('\u{109d2}', '\u{109ff}'), ('\u{10a40}', '\u{10a48}'), ('\u{10a7d}', '\u{10a7e}'), ('\u{10a9d}', '\u{10a9f}'),
    ('\u{10aeb}', '\u{10aef}'), ('\u{10b58}', '\u{10b5f}'), ('\u{10b78}', '\u{10b7f}'), ('\u{10ba9}', '\u{10baf}'),
    ('\u{10cfa}', '\u{10cff}'), ('\u{10e60}', '\u{10e7e}'), ('\u{10f1d}', '\u{10f26}'), ('\u{10f51}', '\u{10f54}'),
    ('\u{10fc5}', '\u{10fcb}'), ('\u{11052}', '\u{11065}'), ('\u{111e1}', '\u{111f4}'), ('\u{1173a}', '\u{1173b}'),
    ('\u{118ea}', '\u{118f2}'), ('\u{11c5a}', '\u{11c6c}'), ('\u{11fc0}', '\u{11fd4}'), ('\u{12400}', '\u{1246e}'),
    ('\u{16b5b}', '\u{16b61}'), ('\u{16e80}', '\u{16e96}'), ('\u{1d2c0}', '\u{1d2d3}'), ('\u{1d2e0}', '\u{1d2f3}'),
    ('\u{1d360}', '\u{1d378}'), ('\u{1e8c7}', '\u{1e8cf}'), ('\u{1ec71}', '\u{1ecab}'), ('\u{1ecad}', '\u{1ecaf}'),
    ('\u{1ecb1}', '\u{1ecb4}'), ('\u{1ed01}', '\u{1ed2d}'), ('\u{1ed2f}', '\u{1ed3d}'), ('\u{1f100}', '\u{1f10c}'),
    ('\u{1f130}', '\u{1f149}'), ('\u{1f150}', '\u{1f169}'), ('\u{1f170}', '\u{1f189}'),
];

#[cfg(test)]
mod tests {
    use regex_syntax::hir::{Class, HirKind};

    use super::*;

    /// Regenerates a table when it is out of date: the failure shows what it should be.
    fn assert_ranges(table: &[(char, char)], class: &str) {
        let HirKind::Class(Class::Unicode(class)) = regex_syntax::parse(class).unwrap().into_kind() else { panic!() };
        let ranges: Vec<_> = class.iter().map(|range| (range.start(), range.end())).collect();
        assert_eq!(table, ranges);
    }

    #[test]
    fn tables_are_those_of_unicode() {
        assert_ranges(&MARKS, r"[\p{M}--\p{Alphabetic}]");
        assert_ranges(&NUMBERS, r"[[\p{Alphabetic}\p{N}]--[\p{L}\p{M}\p{Nd}]]");
    }

    #[test]
    fn letters_marks_and_digits_are_told_apart() {
        for (characters, letter, part) in [
            ("aZé字ーﾞ々ⴀ", true, true),
            ("\u{301}\u{fe0f}ै़", true, true),
            ("0９٣१", false, true),
            ("_·・〜\u{200d}", false, true),
            ("½Ⅻ①Ⓐ$-. …。❤🇺", false, false),
        ] {
            for c in characters.chars() {
                assert_eq!((is_hashtag_letter(c), is_hashtag_char(c)), (letter, part), "{c:?}");
            }
        }
    }
}
