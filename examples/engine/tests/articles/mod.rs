//! Articles with tweets in them, as many as anyone wants: the same number always gives the same article.
#![allow(
    unreachable_pub,
    clippy::format_push_string,
    reason = "it belongs to several programs, and speed is no matter"
)]

/// Numbers that look random: Marsaglia's xorshift.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end as u64).unwrap_or_default()
    }

    fn of<'t>(&mut self, from: &[&'t str]) -> &'t str {
        from[self.below(from.len())]
    }
}

#[rustfmt::skip]
const WORDS: [&str; 48] = [
    "the", "a", "harbour", "council", "of", "and", "in", "winter", "train", "was", "closed", "opened", "again", "for",
    "two", "hours", "while", "engineers", "looked", "at", "its", "old", "bridge", "said", "that", "nobody", "had",
    "seen", "such", "rain", "since", "spring", "players", "left", "pitch", "after", "late", "goal", "prices", "fell",
    "by", "three", "percent", "market", "school", "children", "garden", "naïve",
];
const FIRST: [&str; 8] = ["Dana", "Ines", "Tomás", "Aiko", "Samir", "Léa", "Piotr", "Ngozi"];
const LAST: [&str; 8] = ["Ortiz", "Varga", "Lind", "Mori", "Haddad", "Roy", "Nowak", "Eze"];
const MONTHS: [&str; 6] = ["January", "March", "May", "July", "September", "December"];

fn sentence(numbers: &mut Numbers, to: &mut String) {
    let words = 6 + numbers.below(14);
    for n in 0..words {
        let word = numbers.of(&WORDS);
        if n == 0 {
            let mut letters = word.chars();
            to.extend(letters.next().map(|first| first.to_ascii_uppercase()));
            to.push_str(letters.as_str());
        } else {
            to.push(' ');
            to.push_str(word);
        }
    }
    to.push('.');
}

fn tweet(numbers: &mut Numbers, to: &mut String) {
    for _ in 0..=numbers.below(2) {
        sentence(numbers, to);
        to.push(' ');
    }
    match numbers.below(3) {
        0 => to.push_str("#bridges "),
        1 => *to += &format!("pic.twitter.com/{:010} ", numbers.below(1_000_000_000)),
        _ => {}
    }
    let (first, last) = (numbers.of(&FIRST), numbers.of(&LAST));
    let (handle, month) = (numbers.below(100_000), numbers.of(&MONTHS));
    let (day, year) = (1 + numbers.below(28), 2010 + numbers.below(14));
    *to += &format!("— {first} {last} (@user{handle}) {month} {day}, {year}");
}

/// About 3 kB of prose with up to three tweets, some in paragraphs of their own and some in the middle of lines.
pub fn article(number: u64) -> String {
    // Seeds that are close together give numbers that are close together at first.
    let mut numbers = Numbers((number + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let mut text = String::new();
    for _ in 0..8 {
        for _ in 0..4 {
            sentence(&mut numbers, &mut text);
            text.push(' ');
        }
        match numbers.below(8) {
            0 => {
                text.push_str("\n\n");
                tweet(&mut numbers, &mut text);
                text.push_str("\n\n");
            }
            1 => {
                tweet(&mut numbers, &mut text);
                text.push(' ');
            }
            _ => text.push('\n'),
        }
    }
    text
}

/// The articles of a range as JSON Lines.
pub fn jsonl(numbers: std::ops::Range<u64>) -> String {
    let line = |number| {
        let text = serde_json::Value::from(article(number));
        format!("{{\"id\":\"article-{number}\",\"text\":{text}}}\n")
    };
    numbers.map(line).collect()
}
