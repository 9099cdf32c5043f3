//! The sequences of two characters that normalisation form C joins.

/// Whether form C composes `accent` with `base`, so that both together weigh as much as `base`.
pub(super) fn joins(base: char, accent: char) -> bool {
    let found = ACCENTS.binary_search_by_key(&accent, |&(accent, _)| accent).ok();
    found.and_then(|at| ACCENTS.get(at)).is_some_and(|(_, bases)| bases.contains(base)) || joins_hangul(base, accent)
}

/// The first accent; nothing before it is joined to anything.
pub(super) const FIRST: char = '\u{300}';

/// Whether the vowel or final consonant `c` is joined to the consonant, vowel or syllable `base` of Hangul.
fn joins_hangul(base: char, c: char) -> bool {
    match c {
        '\u{1161}'..='\u{1175}' => matches!(base, '\u{1100}'..='\u{1112}'),
        '\u{11a8}'..='\u{11c2}' => match base {
            '\u{1161}'..='\u{1175}' => true,
            // Syllables without a final consonant.
            '\u{ac00}'..='\u{d7a3}' => (u32::from(base) - 0xac00) % 28 == 0,
            _ => false,
        },
        _ => false,
    }
}

/// Each accent, and the characters to which form C joins it into one that weighs the same. Of Unicode's canonical
/// compositions; the test below checks that none is missing.
#[rustfmt::skip]
const ACCENTS: [(char, &str); 62] = [
    ('\u{300}', "AEIOUaeiouÜüNnЕИеиἀἁἈἉἐἑἘἙἠἡἨἩἰἱἸἹὀὁὈὉὐὑὙὠὡὨὩ᾿῾"),
    ('\u{301}', "AEIOUYaeiouyCcLlNnRrSsZzÜüGgÅåÆæØø¨ΑΕΗΙΟΥΩϊαεηιϋουωϒГКгкἀἁἈἉἐἑἘἙἠἡἨἩἰἱἸἹὀὁὈὉὐὑὙὠὡὨὩ᾿῾"),
    ('\u{302}', "AEIOUaeiouCcGgHhJjSsWwYyẠạẸẹỌọ"),
    ('\u{303}', "ANOanoIiUu"),
    ('\u{304}', "AaEeIiOoUuÜüÄäȦȧÆæǪǫÖöÕõȮȯYyИиУуḶḷṚṛ"),
    ('\u{306}', "AaEeGgIiOoUuУИиуЖжАаЕеẠạ"),
    ('\u{307}', "CcEeGgIZzAaOoṢṣ\u{105d2}\u{105da}"),
    ('\u{308}', "AEIOUaeiouyYΙΥιυϒЕІеіАаӘәЖжЗзИиОоӨөЭэУуЧчЫы"),
    ('\u{30a}', "AaUu"),
    ('\u{30b}', "OoUuУу"),
    ('\u{30c}', "CcDdEeLlNnRrSsTtZzAaIiOoUuÜüGgKkƷʒjHh"),
    ('\u{30f}', "AaEeIiOoRrUuѴѵ"),
    ('\u{311}', "AaEeIiOoRrUu"),
    ('\u{31b}', "OoUu"),
    ('\u{326}', "SsTt"),
    ('\u{327}', "CcGgKkLlNnRrSsTtEe"),
    ('\u{328}', "AaEeIiUuOo"),
    ('\u{338}', "←→↔⇐⇔⇒∃∈∋∣∥∼≃≅≈≡≍≤≥≲≳≶≷≺≻⊂⊃⊆⊇⊢⊨⊩⊫≼≽⊑⊒⊲⊳⊴⊵"),
    ('\u{342}', "ἀἁἈἉἠἡἨἩἰἱἸἹὐὑὙὠὡὨὩ᾿῾"),
    ('\u{345}', "ἀἁἂἃἄἅἆἇἈἉἊἋἌἍἎἏἠἡἢἣἤἥἦἧἨἩἪἫἬἭἮἯὠὡὢὣὤὥὦὧὨὩὪὫὬὭὮὯὰᾶὴῆὼῶ"),
    ('\u{653}', "\u{627}"),
    ('\u{654}', "\u{627}\u{648}\u{64a}\u{6d5}\u{6c1}\u{6d2}"),
    ('\u{655}', "\u{627}"),
    ('\u{93c}', "\u{928}\u{930}\u{933}"),
    ('\u{9be}', "\u{9c7}"),
    ('\u{9d7}', "\u{9c7}"),
    ('\u{b3e}', "\u{b47}"),
    ('\u{b56}', "\u{b47}"),
    ('\u{b57}', "\u{b47}"),
    ('\u{bbe}', "\u{bc6}\u{bc7}"),
    ('\u{bd7}', "\u{b92}\u{bc6}"),
    ('\u{c56}', "\u{c46}"),
    ('\u{cc2}', "\u{cc6}"),
    ('\u{cd5}', "\u{cbf}\u{cc6}\u{cca}"),
    ('\u{cd6}', "\u{cc6}"),
    ('\u{d3e}', "\u{d46}\u{d47}"),
    ('\u{d57}', "\u{d46}"),
    ('\u{dca}', "\u{dd9}\u{ddc}"),
    ('\u{dcf}', "\u{dd9}"),
    ('\u{ddf}', "\u{dd9}"),
    ('\u{102e}', "\u{1025}"),
    ('\u{1b35}', "ᬅᬇᬉᬋᬍᬑ\u{1b3a}\u{1b3c}\u{1b3e}\u{1b3f}\u{1b42}"),
    ('\u{3099}', "かきくけこさしすせそたちつてとはひふへほうゝカキクケコサシスセソタチツテトハヒフヘホウワヰヱヲヽ"),
    ('\u{309a}', "はひふへほハヒフヘホ"),
    ('\u{110ba}', "\u{11099}\u{1109b}\u{110a5}"),
    ('\u{11127}', "\u{11131}\u{11132}"),
    ('\u{1133e}', "\u{11347}"),
    ('\u{11357}', "\u{11347}"),
    ('\u{113b8}', "\u{113c2}"),
    ('\u{113bb}', "\u{11384}"),
    ('\u{113c2}', "\u{1138b}\u{113c2}"),
    ('\u{113c9}', "\u{11382}\u{11390}\u{113c2}"),
    ('\u{114b0}', "\u{114b9}"),
    ('\u{114ba}', "\u{114b9}"),
    ('\u{114bd}', "\u{114b9}"),
    ('\u{115af}', "\u{115b8}\u{115b9}"),
    ('\u{11930}', "\u{11935}"),
    ('\u{1611e}', "\u{1611e}"),
    ('\u{1611f}', "\u{1611e}\u{16129}\u{16121}\u{16122}"),
    ('\u{16120}', "\u{1611e}\u{16121}"),
    ('\u{16129}', "\u{1611e}"),
    ('\u{16d67}', "\u{16d67}\u{16d63}\u{16d69}"),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use unicode_normalization::char::{compose, decompose_canonical};

    use super::*;
    use crate::length::{char_weight::plain_char_weight, weight::weighted_length};

    /// Each canonical composition with the two characters that it is made of.
    fn compositions() -> impl Iterator<Item = (char, char, char)> {
        ('\0'..=char::MAX).filter_map(|composed| {
            let mut parts = Vec::new();
            decompose_canonical(composed, |part| parts.push(part));
            let (&accent, bases) = parts.split_last()?;
            let base = bases.iter().copied().reduce(|a, b| compose(a, b).unwrap_or(a))?;
            // Not those that form C takes apart for good.
            (compose(base, accent) == Some(composed)).then_some((composed, base, accent))
        })
    }

    /// Regenerates the table when it is out of date: the failure shows what it should be.
    #[test]
    fn table_is_that_of_unicode() {
        let mut expected: BTreeMap<char, String> = BTreeMap::new();
        for (composed, base, accent) in compositions() {
            if plain_char_weight(composed) == plain_char_weight(base) && !joins_hangul(base, accent) {
                expected.entry(accent).or_default().push(base);
            }
        }
        let expected: Vec<(char, &str)> = expected.iter().map(|(&accent, bases)| (accent, bases.as_str())).collect();
        assert_eq!(ACCENTS.as_slice(), expected);
        assert_eq!(expected.first().map(|&(accent, _)| accent), Some(FIRST));
    }

    #[test]
    fn pairs_weigh_what_form_c_makes_of_them() {
        for (composed, base, accent) in compositions() {
            let pair = String::from_iter([base, accent]);
            assert_eq!(weighted_length(&pair), weighted_length(&composed.to_string()), "{composed:?} {pair:?}");
        }
    }
}
