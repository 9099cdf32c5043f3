//! The sequences of two characters that normalisation form C joins.

/// Whether form C joins `accent` to `base`, so that both together weigh what `base` does.
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
const ACCENTS: [(char, &str); 53] = [
    ('\u{300}', "AEIOUaeiouÜüNnЕИеиἀἁἈἉἐἑἘἙἠἡἨἩἰἱἸἹὀὁὈὉὐὑὙὠὡὨὩ\u{1fbf}\u{1ffe}"),
    ('\u{301}', "AEIOUYaeiouyCcLlNnRrSsZzÜüGgÅåÆæØø\u{a8}ΑΕΗΙΟΥΩϊαεηιϋουωϒГКгкἀἁἈἉἐἑἘἙἠἡἨἩἰἱἸἹὀὁὈὉὐὑὙὠὡὨὩ\u{1fbf}\u{1ffe}"),
    ('\u{302}', "AEIOUaeiouCcGgHhJjSsWwYyẠạẸẹỌọ"),
    ('\u{303}', "ANOanoIiUu"),
    ('\u{304}', "AaEeIiOoUuÜüÄäȦȧÆæǪǫÖöÕõȮȯYyИиУуḶḷṚṛ"),
    ('\u{306}', "AaEeGgIiOoUuУИиуЖжАаЕеẠạ"),
    ('\u{307}', "CcEeGgIZzAaOoṢṣ"),
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
    ('\u{338}', "\u{2190}\u{2192}\u{2194}\u{21d0}\u{21d4}\u{21d2}\u{2203}\u{2208}\u{220b}\u{2223}\u{2225}\u{223c}\u{2243}\u{2245}\u{2248}\u{2261}\u{224d}\u{2264}\u{2265}\u{2272}\u{2273}\u{2276}\u{2277}\u{227a}\u{227b}\u{2282}\u{2283}\u{2286}\u{2287}\u{22a2}\u{22a8}\u{22a9}\u{22ab}\u{227c}\u{227d}\u{2291}\u{2292}\u{22b2}\u{22b3}\u{22b4}\u{22b5}"),
    ('\u{342}', "ἀἁἈἉἠἡἨἩἰἱἸἹὐὑὙὠὡὨὩ\u{1fbf}\u{1ffe}"),
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
    ('\u{114b0}', "\u{114b9}"),
    ('\u{114ba}', "\u{114b9}"),
    ('\u{114bd}', "\u{114b9}"),
    ('\u{115af}', "\u{115b8}\u{115b9}"),
    ('\u{11930}', "\u{11935}"),
];

#[cfg(test)]
mod tests {
    use unicode_normalization::char::{compose, decompose_canonical};

    use super::*;
    use crate::weight::weighted_length;

    #[test]
    fn pairs_weigh_what_form_c_makes_of_them() {
        let mut pairs = 0;
        for composed in '\0'..=char::MAX {
            let mut parts = Vec::new();
            decompose_canonical(composed, |part| parts.push(part));
            let Some((&mark, bases)) = parts.split_last() else { continue };
            let Some(base) = bases.iter().copied().reduce(|a, b| compose(a, b).unwrap_or(a)) else { continue };
            // Not those that form C takes apart for good.
            if compose(base, mark) == Some(composed) {
                pairs += 1;
                let pair = String::from_iter([base, mark]);
                assert_eq!(weighted_length(&pair), weighted_length(&composed.to_string()), "{composed:?} {pair:?}");
            }
        }
        assert!(pairs > 12_000, "only {pairs} compositions were looked at");
    }

    #[test]
    fn table_is_sorted() {
        assert!(ACCENTS.is_sorted_by_key(|&(accent, _)| accent));
        assert_eq!(ACCENTS.first().map(|&(accent, _)| accent), Some(FIRST));
    }
}
