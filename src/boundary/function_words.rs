//! Function words of the languages that pages mix most often.

use super::lexer::hash::hash;

/// The commonest short words of each language.
const WORDS: [&str; 10] = [
    "the and of to is are was for with this that have you my we it on be not at from by just your they",
    "el los las del una por con para que como más pero muy este esta hoy está y al lo su mi nos",
    "der die das und ist nicht ein eine mit für auf von den wir sich auch dem im zu wie sind ich",
    "le les des et est une pour dans sur pas qui avec vous nous ce au du sont je cette ça",
    "o os da do não uma em para com você foi mais isso são ao na no dos eu",
    "il che di non per una sono con del della più anche ma questo gli è ho nel",
    "het een van niet op dat voor met zijn ook er maar ik wij naar aan bij",
    "yang dan di ini itu untuk dengan tidak ada dari ke kita saya bisa juga akan lagi sudah",
    "bir ve bu da için ile çok ne daha var gibi değil olarak ben mi",
    "i w na z nie to się że do jest jak od po dla ale",
];

/// How many values [`language`] has.
pub(super) const LANGUAGES: usize = WORDS.len() + 1;

/// How many slots the table has; a power of two.
const SLOTS: usize = 1024;

/// Slots by hash: the upper half of the word's hash, and its language.
static TABLE: [(u16, u8); SLOTS] = table();

// Runs when the crate is compiled.
#[allow(clippy::indexing_slicing, clippy::cast_possible_truncation)]
const fn table() -> [(u16, u8); SLOTS] {
    let mut slots = [(0_u16, 0_u8); SLOTS];
    let mut language = 0;
    while language < WORDS.len() {
        let bytes = WORDS[language].as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let mut end = at;
            while end < bytes.len() && bytes[end] != b' ' {
                end += 1;
            }
            let (_, from) = bytes.split_at(at);
            let (word, _) = from.split_at(end - at);
            let h = hash(word);
            // A word of two languages is evidence of neither.
            let slot = h as usize % SLOTS;
            let tag = (h >> 16) as u16;
            slots[slot] = (tag, if slots[slot].1 == 0 || slots[slot].0 != tag { language as u8 + 1 } else { 0 });
            at = end + 1;
        }
        language += 1;
    }
    slots
}

/// The longest word of the lists, in bytes.
const LONGEST_WORD: usize = 6;

/// The language of the function word with this hash and so many bytes, from 1; 0 for any other word.
#[inline]
pub(super) fn language(hash: u32, len: usize) -> u8 {
    if len > LONGEST_WORD {
        return 0;
    }
    match TABLE.get(hash as usize % SLOTS) {
        Some((tag, language)) if u32::from(*tag) == hash >> 16 => *language,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_list_tell_its_language_and_words_of_two_tell_none() {
        let (mut telling, mut shared) = (0, 0);
        for (list, number) in WORDS.iter().zip(1..) {
            for word in list.split(' ') {
                let lists = WORDS.iter().filter(|list| list.split(' ').any(|other| other == word)).count();
                let told = language(hash(word.as_bytes()), word.len());
                if lists > 1 {
                    assert_eq!(told, 0, "{word:?} is in {lists} lists");
                    shared += 1;
                } else if told > 0 {
                    // Where two words want one slot, the later one has it.
                    assert_eq!(told, number, "{word:?}");
                    telling += 1;
                }
            }
        }
        assert_eq!((telling, shared), (161, 20), "words that tell, and words that do not");
        let longest = WORDS.iter().flat_map(|list| list.split(' ')).map(str::len).max();
        assert_eq!(longest, Some(LONGEST_WORD));
    }

    #[test]
    fn other_words_tell_nothing() {
        for word in ["bridge", "mayor", "glad", "The", "olarakolarak", ""] {
            let told = language(hash(word.as_bytes()), word.len());
            assert_eq!(told, u8::from(word == "The"), "{word:?}");
        }
        assert_eq!(language(hash(b"the"), LONGEST_WORD + 1), 0, "longer than any word of the lists");
    }
}
