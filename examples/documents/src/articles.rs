//! Made-up articles, some of which quote tweets.

use std::fmt::Write;

#[path = "../../../tests/articles/random.rs"]
#[allow(unreachable_pub, reason = "tests and benchmarks of the library share it")]
mod random;

use random::Random;

/// Writes articles; the same ones for the same seed.
pub struct Author {
    random: Random,
    text: String,
}

impl Author {
    /// A writer of other articles for each seed.
    pub fn new(seed: u64) -> Self {
        Self { random: Random::new(seed), text: String::new() }
    }

    /// An article of about `bytes` bytes; `quoting` in a hundred hold one to four tweets.
    pub fn article(&mut self, bytes: usize, quoting: usize) -> &str {
        self.text.clear();
        let bytes = bytes / 2 + self.random.below(bytes.max(1));
        let tweets = if self.random.below(100) < quoting { 1 + self.random.below(4) } else { 0 };
        let end = *self.random.of(&["\n\n", "\n\n", "\n\n", "\n", " "]);
        for left in (0..=tweets).rev() {
            let goal = self.text.len() + bytes / (tweets + 1);
            while self.text.len() < goal {
                self.paragraph(end);
            }
            if left > 0 {
                self.tweet(end);
            }
        }
        self.text.trim_end()
    }

    fn word(&mut self, words: &[&str]) {
        let word = *self.random.of(words);
        self.text.push_str(word);
    }

    fn sentence(&mut self) {
        self.word(&BEGINNINGS);
        for _ in 0..=self.random.below(3) {
            self.text.push(' ');
            self.word(&THINGS);
            self.text.push(' ');
            self.word(&DEEDS);
            self.text.push(' ');
            self.word(&THINGS);
            self.word(&["", "", ",", " and", " — as always —"]);
            match self.random.below(4) {
                0 => self.number(),
                1 => self.place(),
                _ => {}
            }
        }
        if self.random.below(60) == 0 {
            self.text.push_str(", said info@harbour.example");
        }
        self.word(&[". ", ". ", ". ", "! ", "? "]);
    }

    fn number(&mut self) {
        let number = self.random.below(9000);
        let _ = write!(self.text, " for {number} crowns");
    }

    /// A village that nobody has heard of, so that articles do not compress better than real ones do.
    fn place(&mut self) {
        self.text.push_str(" in ");
        let start = self.text.len();
        for _ in 0..2 + self.random.below(3) {
            self.word(&SYLLABLES);
        }
        if let Some(first) = self.text.get_mut(start..=start) {
            first.make_ascii_uppercase();
        }
    }

    fn paragraph(&mut self, end: &str) {
        for _ in 0..2 + self.random.below(4) {
            self.sentence();
        }
        self.end(end);
    }

    fn end(&mut self, end: &str) {
        self.text.truncate(self.text.trim_end().len());
        self.text.push_str(end);
    }

    fn tweet(&mut self, end: &str) {
        for _ in 0..=self.random.below(2) {
            self.word(&BEGINNINGS);
            self.text.push(' ');
            self.word(&THINGS);
            self.text.push(' ');
            self.word(&DEEDS);
            self.text.push(' ');
            self.word(&THINGS);
            self.word(&["! ", ". ", " 🎉 ", "… "]);
        }
        self.word(&["", "", "#harbour ", "@ferry12 ", "#flood "]);
        if self.random.below(3) > 0 {
            self.word(&["pic.twitter.com/", "https://t.co/"]);
            for _ in 0..10 {
                let character = *self.random.of(b"ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789");
                self.text.push(char::from(character));
            }
            self.text.push(' ');
        }
        // Some write much and most write little.
        let author = self.random.below(400) * self.random.below(400) / 400;
        let (first, last) = (NAMES[author % NAMES.len()], SURNAMES[author / NAMES.len() % SURNAMES.len()]);
        let _ = write!(self.text, "— {first} {last} (@{first}{author}) ");
        self.date();
        self.end(end);
    }

    fn date(&mut self) {
        let (month, day, year) = (self.random.below(12), 1 + self.random.below(28), 2012 + self.random.below(11));
        let date = match self.random.below(40) {
            0 => format!("{day}. {} {year}", GERMAN[month]),
            1 => format!("{day} de {} de {year}", SPANISH[month]),
            2 => format!("{year}年{}月{day}日", month + 1),
            3 => format!("{day} {} {year}", FRENCH[month]),
            _ => format!("{} {day}, {year}", ENGLISH[month]),
        };
        self.text.push_str(&date);
    }
}

const BEGINNINGS: [&str; 12] = [
    "Since the morning",
    "Near the lighthouse",
    "By all accounts",
    "After the flood",
    "It is said that",
    "On market days",
    "In a letter",
    "Under the old bridge",
    "For the third time",
    "To nobody's surprise",
    "At low water",
    "Last winter",
];

const THINGS: [&str; 20] = [
    "the harbour master",
    "a tram",
    "the choir",
    "our gauge",
    "the night ferry",
    "a baker",
    "the archive",
    "two surveyors",
    "the upper lock",
    "the school orchestra",
    "a lost umbrella",
    "the town clerk",
    "every second house",
    "the tide table",
    "an old fishing boat",
    "the swimming club",
    "a delegation",
    "the clock tower",
    "their lawyer",
    "the weather service",
];

const DEEDS: [&str; 14] = [
    "kept waiting for",
    "has repaired",
    "no longer trusts",
    "was painted by",
    "will be shown to",
    "could not reach",
    "thanked",
    "counted",
    "was mistaken for",
    "paid for",
    "has outlived",
    "made room for",
    "wrote down",
    "moved",
];

const SYLLABLES: [&str; 32] = [
    "ard", "en", "holm", "ost", "rach", "vel", "mun", "dal", "kir", "bek", "sund", "tor", "lin", "gar", "wik", "nes",
    "hau", "sen", "bro", "fal", "ker", "ing", "stad", "lo", "mar", "upp", "ves", "ter", "by", "sko", "gen", "ra",
];

const NAMES: [&str; 10] = ["Marta", "Joris", "Aino", "Tariq", "Ilse", "Bela", "Nuria", "Olek", "Sunniva", "Yara"];

const SURNAMES: [&str; 10] =
    ["Vell", "Brandt", "Hoekstra", "Salo", "Mansour", "Kiss", "Ferrer", "Nowak", "Dahl", "Costa"];

const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const GERMAN: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];

const SPANISH: [&str; 12] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];

const FRENCH: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
