//! What the articles are made of.

pub const OPENINGS: [&str; 14] = [
    "Yesterday",
    "In the evening",
    "At the harbour",
    "For weeks",
    "Nobody knows why",
    "As we reported",
    "According to her",
    "“It is true that",
    "Near the river",
    "All the same",
    "This morning",
    "Before the vote",
    "Once more",
    "So far",
];

pub const NOUNS: [&str; 24] = [
    "the mayor",
    "a bridge",
    "the council",
    "our neighbours",
    "the ferry",
    "a report",
    "the storm",
    "every school",
    "the hospital",
    "a journalist",
    "the minister",
    "the river",
    "two engineers",
    "the museum",
    "the old market",
    "a spokesman",
    "the railway",
    "the committee",
    "their lawyers",
    "a witness",
    "the library",
    "the budget",
    "the farmers",
    "a volunteer",
];

pub const VERBS: [&str; 16] = [
    "opened",
    "has closed",
    "will visit",
    "could not find",
    "repaired",
    "criticised",
    "would pay for",
    "described",
    "is waiting for",
    "warned",
    "had promised",
    "surprised",
    "asked for",
    "crossed",
    "has forgotten",
    "wrote to",
];

pub const ARTICLES: [&str; 8] = ["before", "after", "without", "for", "near", "with", "against", "about"];

pub const TAGS: [&str; 8] =
    ["bridges", "HarbourFest", "Budget2021", "storm", "OpenLibrary", "vote", "RiverWatch", "museumnight"];

pub const FIRST_NAMES: [&str; 12] =
    ["Dana", "Amir", "Chiara", "Noah", "Ingrid", "Tomas", "Leila", "Kofi", "Mei", "Pavel", "Rosa", "Zoe"];

pub const LAST_NAMES: [&str; 12] = [
    "Ortiz",
    "Lindqvist",
    "Haddad",
    "Okafor",
    "Novak",
    "Rossi",
    "Tanaka",
    "Byrne",
    "Silva",
    "Kowalski",
    "Meyer",
    "Dubois",
];

pub const MONTHS: [&str; 12] = [
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

pub const CJK_SENTENCES: [&str; 9] = [
    "市長は昨日、新しい橋について説明した。",
    "港では朝から多くの人が船を待っていた。",
    "図書館は来月から夜も開くと発表されました。",
    "委员会昨天讨论了明年的预算。",
    "居民说他们没有收到任何通知。",
    "博物馆将在周末免费开放，欢迎大家参观。",
    "시장은 어제 새로운 다리에 대해 설명했다.",
    "많은 사람들이 아침부터 항구에서 배를 기다렸다.",
    "도서관은 다음 달부터 밤에도 문을 연다고 밝혔다.",
];

pub const CJK_TEXTS: [&str; 6] = [
    "橋が開通しました！うれしいです。",
    "今日の港はとても静か。明日も来よう。",
    "大桥终于通车了，太好了！",
    "周末一起去博物馆吧。",
    "다리가 열렸어요! 정말 기쁩니다.",
    "오늘 항구는 아주 조용하네요.",
];
