//! Labelled documents: one JSON object a line, compressed or not.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    fs::File,
    path::Path,
};

use embedded_tweet::{
    Boundary,
    boundary_fit::{FitCandidate, Labelled, Memory, beginning, candidates, introduces, lines, max_weight_on, remember},
};
use embedded_tweet_documents::{Lines, Source};
use regex::bytes::Regex;
use serde_json::Value;

/// How the beginning is separated from what stands before it; the classes of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// A blank line.
    Paragraph,
    /// A line break.
    Line,
    /// A space.
    Space,
    /// Nothing; or all line breaks and all but ASCII were removed.
    Glued,
}

impl Form {
    pub const ALL: [Self; 4] = [Self::Paragraph, Self::Line, Self::Space, Self::Glued];

    pub fn letter(self) -> char {
        match self {
            Self::Paragraph => 'P',
            Self::Line => 'L',
            Self::Space => 'S',
            Self::Glued => 'G',
        }
    }
}

/// A candidate, and whether the text begins there.
pub struct Candidate {
    pub exact: bool,
    pub at: usize,
    pub boundary: Boundary,
    /// The kind of input.
    pub kind: usize,
    pub features: Vec<u32>,
    pub inside: Vec<u32>,
    /// What speaks against a tweet.
    pub against: Vec<u32>,
}

impl Candidate {
    fn new(of: FitCandidate, exact: bool) -> Self {
        let FitCandidate { at, boundary, kind, features, inside, against } = of;
        Self { exact, at, boundary, kind, features, inside, against }
    }
}

/// A tweet, and what stands around it in its document.
#[derive(Default, Clone)]
pub struct Setting {
    kind: String,
    language: String,
    /// The text before the tweet, and where the previous quotation ends in it.
    before: String,
    previous_end: usize,
    after: String,
    /// The text and the attribution.
    quotation: String,
    text_end: usize,
    attribution: usize,
    name: String,
    handle: String,
    limit: usize,
    memory: Memory,
}

/// How many bytes around a tweet are kept.
const AROUND: usize = 2500;

/// A labelled tweet of a document.
#[expect(clippy::struct_excessive_bools, reason = "each is a property of its own")]
pub struct Example {
    pub source: String,
    pub record: String,
    pub form: Form,
    pub collapsed: bool,
    /// Whether the input kept a line break of the author's, and no quote markers.
    pub breaks: bool,
    /// Whether the tool printed it in two parts, of which only the first stands before the attribution.
    pub in_parts: bool,
    /// How it stands at the input's edge, where the document was cut so: `begin`, `only` or `end`; else empty.
    pub edge: &'static str,
    /// Whether it only looks like a tweet.
    pub is_false: bool,
    /// Whether it was put together by [`mix`]: such examples are fitted to and not judged.
    pub made: bool,
    /// The tweet, whatever document and tool it comes from.
    pub tweet: String,
    pub candidates: Vec<Candidate>,
    /// Those of the first stage; the last stands for none of the lines.
    pub lines: Vec<Candidate>,
    pub weight: f64,
    /// The source of the tweet itself, where it was put into another document.
    pub tweet_source: String,
    /// Where it stands, for putting other tweets there.
    pub setting: Setting,
    /// The text around the candidates, for looking at errors.
    pub excerpt: String,
    pub excerpt_at: usize,
    pub gold_at: usize,
    /// The answer of the library: the offset, the kind and the confidence.
    pub library: (usize, Boundary, f32),
    /// How long the library took.
    pub nanoseconds: u128,
}

impl Example {
    /// What stands before and behind the tweet.
    pub fn before(&self) -> &str {
        &self.setting.before
    }

    /// The length of the text in bytes.
    pub fn text_len(&self) -> usize {
        self.setting.text_end
    }

    /// The text and its attribution.
    pub fn quotation(&self) -> &str {
        &self.setting.quotation
    }

    pub fn after(&self) -> &str {
        &self.setting.after
    }

    fn empty() -> Self {
        Self {
            source: String::new(),
            record: String::new(),
            form: Form::Space,
            collapsed: true,
            breaks: false,
            in_parts: false,
            edge: "",
            is_false: false,
            made: true,
            tweet: String::new(),
            candidates: Vec::new(),
            lines: Vec::new(),
            weight: 0.0,
            tweet_source: String::new(),
            setting: Setting::default(),
            excerpt: String::new(),
            excerpt_at: 0,
            gold_at: 0,
            library: (0, Boundary::Words, 0.0),
            nanoseconds: 0,
        }
    }
}

/// The cuts of documents at whose edge a tweet stands, as their variants are named.
pub const EDGES: [&str; 3] = ["begin", "only", "end"];
/// The cuts shortly before a tweet.
pub const SHORT: &str = "short";
/// Tweets behind a sentence or a heading that begins the input.
pub const INTRODUCED: &str = "introduced";
/// Tweets joined to the introduction above them.
pub const JOINED: &str = "joined to its introduction";

/// Reads the labelled tweets of the file at `path`. The library is `asked` for each, for the report on it.
pub fn read(
    path: &Path,
    asked: bool,
    examples: &mut Vec<Example>,
    without: &mut Vec<Prose>,
) -> Result<(), Box<dyn std::error::Error>> {
    let mut lines = Lines::new(Source::new(File::open(path)?)?, usize::MAX);
    let close = Regex::new(
        r"^(?:\]?[ \t\r\n>]*(?:\((?:https?://)?[^()\s]*\)|\[(?:https?://[^\[\]\s]*|\d+)\]|<https?://[^<>\s]*>)|\])+",
    )?;
    let mut line = Vec::new();
    while lines.next(&mut line)?.is_some() {
        if !line.trim_ascii().is_empty() {
            let record: Value = serde_json::from_slice(&line)?;
            if record["tweets"].as_array().is_none_or(Vec::is_empty) {
                prose(&record, without);
            } else {
                read_record(&record, &close, asked, examples);
            }
        }
        line.clear();
    }
    Ok(())
}

fn offset(of: &Value, key: &str) -> usize {
    of[key].as_u64().and_then(|n| usize::try_from(n).ok()).unwrap_or(0)
}

fn string<'v>(of: &'v Value, key: &str) -> &'v str {
    of[key].as_str().unwrap_or_default()
}

fn read_record(record: &Value, close: &Regex, asked: bool, examples: &mut Vec<Example>) {
    let text = string(record, "text");
    let variant = string(record, "variant");
    let mut tweets: Vec<&Value> = record["tweets"].as_array().into_iter().flatten().collect();
    tweets.sort_by_key(|t| offset(t, "end"));
    let closed = |end: usize| end + close.find(&text.as_bytes()[end..]).map_or(0, |m| m.end());
    let mut ends: Vec<usize> = tweets.iter().map(|t| closed(offset(t, "end"))).collect();
    ends.extend(record["ignore"].as_array().into_iter().flatten().map(|i| offset(i, "end")));
    let (mut memory, mut library_memory) = (Memory::default(), Memory::default());
    for tweet in tweets {
        let (start, text_end) = (offset(tweet, "body_start"), offset(tweet, "body_end"));
        let previous_end = ends.iter().copied().filter(|e| *e <= start).max().unwrap_or(0);
        let after = text.get(text_end..).unwrap_or_default();
        let gap = after.len() - after.trim_start_matches(|c: char| c.is_whitespace() || c == '>' || c == '|').len();
        let labelled = Labelled {
            document: text,
            previous_end,
            text_end,
            attribution: text_end + gap,
            end: closed(offset(tweet, "end")),
            name: string(tweet, "name_shown"),
            handle: string(tweet, "handle"),
            limit: max_weight_on(tweet["date"].as_str().and_then(|day| day.parse().ok())),
        };
        let form = match (variant.starts_with("stripped"), string(tweet, "form").as_bytes().first()) {
            (true, _) | (_, Some(b'G')) => Form::Glued,
            (_, Some(b'L')) => Form::Line,
            (_, Some(b'S')) => Form::Space,
            _ => Form::Paragraph,
        };
        let is_exact = |at: usize| text.get(at.min(start)..at.max(start)).is_some_and(|t| t.trim().is_empty());
        let candidates: Vec<Candidate> = candidates(&labelled, memory)
            .into_iter()
            .map(|candidate| {
                let exact = is_exact(candidate.at);
                Candidate::new(candidate, exact)
            })
            .collect();
        let lines = judged_lines(lines(&labelled, memory), is_exact);
        let (library, nanoseconds) =
            if asked { timed(&labelled, &mut library_memory) } else { ((0, Boundary::Words, 0.0), 0) };
        let mut around = start.saturating_sub(AROUND).max(previous_end.saturating_sub(2));
        while !text.is_char_boundary(around) {
            around -= 1;
        }
        let after: String = text.get(labelled.end..).unwrap_or_default().chars().take(60).collect();
        let language = string(tweet, "tweet_lang");
        let collapsed = variant.starts_with("collapsed");
        let kind = match form {
            Form::Space => format!("S {collapsed} {language} {}", previous_end == start),
            _ => format!("{variant} {} {language}", form.letter()),
        };
        let setting = Setting {
            kind,
            language: language.to_owned(),
            before: text[around..start].to_owned(),
            previous_end: previous_end.saturating_sub(around),
            after,
            quotation: text[start..labelled.end].to_owned(),
            text_end: text_end - start,
            attribution: labelled.attribution - start,
            name: labelled.name.to_owned(),
            handle: labelled.handle.to_owned(),
            limit: labelled.limit,
            memory,
        };
        let from = candidates.iter().map(|c| c.at).min().unwrap_or(start).min(start);
        let body: String = string(tweet, "body").chars().take(40).collect();
        examples.push(Example {
            source: string(&record["source"], "repo").to_owned(),
            record: string(record, "id").to_owned(),
            form,
            collapsed: variant.starts_with("collapsed"),
            breaks: string(tweet, "body").trim().contains('\n')
                && !string(tweet, "form").split('+').any(|flag| matches!(flag, "flat" | "quote" | "rest")),
            in_parts: tweet["rest_start"].is_u64(),
            edge: EDGES.into_iter().find(|edge| *edge == variant).unwrap_or_default(),
            is_false: false,
            made: false,
            tweet: format!("{} {body}", string(tweet, "handle")),
            candidates,
            lines,
            weight: 0.0,
            tweet_source: string(&record["source"], "repo").to_owned(),
            setting,
            excerpt: text.get(from..labelled.end).unwrap_or_default().to_owned(),
            excerpt_at: from,
            gold_at: start,
            library,
            nanoseconds,
        });
        remember(&labelled, start, &mut memory);
    }
}

/// What tells copies of a tweet apart: the form, whether white space was folded, the input's edge, and two parts.
pub fn kind_of(example: &Example) -> (Form, bool, &'static str, bool) {
    (example.form, example.collapsed, example.edge, example.in_parts)
}

/// The weight of a tweet behind a sentence that begins the input. In one line, hardly anything tells such an input from
/// one that begins with the tweet, which is far more frequent.
fn introduced_weight(form: Form) -> f64 {
    match form {
        Form::Paragraph | Form::Line => 0.5,
        Form::Space | Form::Glued => 0.25,
    }
}

/// The weight of a tweet that is joined to its introduction: pages that are flattened set the two apart, people who
/// write a text do not.
const JOINED_WEIGHT: f64 = 0.25;

/// Weighs the examples: a tweet counts once for a form, however many tools flattened it, and a source at most as much
/// as `cap` tweets.
pub fn weigh(examples: &mut [Example], cap: f64) {
    let mut copies = HashMap::<_, f64>::new();
    let key = |e: &Example| (format!("{} {}", e.source, e.tweet), kind_of(e));
    for example in examples.iter() {
        *copies.entry(key(example)).or_default() += 1.0;
    }
    let mut tweets = HashMap::<_, f64>::new();
    for example in examples.iter() {
        *tweets.entry((example.source.clone(), kind_of(example))).or_default() += 1.0 / copies[&key(example)];
    }
    for example in examples.iter_mut() {
        let of_source = tweets[&(example.source.clone(), kind_of(example))];
        let introduced = match example.edge {
            INTRODUCED => introduced_weight(example.form),
            JOINED => JOINED_WEIGHT,
            _ => 1.0,
        };
        example.weight = introduced * (cap / of_source).min(1.0) / copies[&key(example)];
    }
}

/// The most characters before a tweet that is cut short.
const MOST_BEFORE: usize = 200;

/// Cuts documents shortly before their tweets, so that all of the input could be one: a line or two, an introduction, a
/// heading. One for each tweet and form.
pub fn cut_short(examples: &[Example]) -> Vec<Example> {
    let mut seen = BTreeSet::new();
    let mut cut = Vec::new();
    for example in examples {
        let Setting { before, previous_end, .. } = &example.setting;
        let has_lines = matches!(example.form, Form::Paragraph | Form::Line);
        if !has_lines || !example.edge.is_empty() || example.in_parts || *previous_end >= before.trim_end().len() {
            continue;
        }
        if !seen.insert((&example.source, &example.tweet, example.form, example.collapsed)) {
            continue;
        }
        let start = last_lines(before, 1 + seen.len() % 3);
        let start =
            (start.max(*previous_end)..before.len()).find(|at| before.is_char_boundary(*at)).unwrap_or(before.len());
        let words = before[start..].trim();
        if words.is_empty() || words.chars().count() > MOST_BEFORE {
            continue;
        }
        let setting = Setting {
            before: before[start..].to_owned(),
            previous_end: 0,
            memory: Memory::default(),
            ..example.setting.clone()
        };
        let made = put(example, &setting, example, 0.0);
        cut.push(Example {
            edge: SHORT,
            made: false,
            breaks: example.breaks,
            tweet: example.tweet.clone(),
            record: format!("{} cut short", example.record),
            excerpt: format!("{}{}", setting.before, setting.quotation),
            ..made
        });
    }
    cut
}

/// Where the last `count` lines of `text` begin that have words.
fn last_lines(text: &str, count: usize) -> usize {
    let (mut at, mut found) = (text.len(), 0);
    for line in text.split_inclusive('\n').rev() {
        found += usize::from(!line.trim().is_empty());
        if found > count {
            break;
        }
        at -= line.len();
    }
    at
}

/// Numbers below a bound, by chance, the same in each run.
pub fn generator(seed: u64) -> impl FnMut(usize) -> usize {
    let mut state = seed;
    move |bound| {
        // xorshift64*
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        (state.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % bound
    }
}

/// A line of a page that can begin an input, and where it comes from.
struct Opening<'e> {
    source: &'e str,
    line: &'e str,
}

/// Sentences, among them those that stand right before a tweet, and lines without a final stop.
#[derive(Default)]
struct Openings<'e> {
    introductions: Vec<Opening<'e>>,
    sentences: Vec<Opening<'e>>,
    headings: Vec<Opening<'e>>,
}

/// How many characters an opening has.
const OPENING: std::ops::RangeInclusive<usize> = 8..=160;
/// The most characters of a heading.
const HEADING: usize = 60;
/// What flattening puts before an item of a list.
const BULLETS: [&str; 6] = ["* ", "- ", "• ", "  * ", "  • ", "+ "];
const STOPS: [char; 9] = ['.', '!', '?', ':', '…', '。', '！', '？', '।'];

/// The openings among the lines before the tweets of `examples`, by language.
fn openings(examples: &[Example]) -> BTreeMap<&str, Openings<'_>> {
    let mut openings: BTreeMap<&str, Openings<'_>> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for example in examples.iter().filter(|e| e.edge.is_empty() && e.form == Form::Paragraph) {
        let Setting { before, previous_end, language, .. } = &example.setting;
        let of = openings.entry(language).or_default();
        let since = before.get(*previous_end..).unwrap_or_default();
        for (back, line) in since.lines().rev().map(str::trim).filter(|line| !line.is_empty()).take(4).enumerate() {
            let source = &*example.source;
            if line.starts_with(['>', '|', '[', '!']) || !seen.insert(line) {
                continue;
            }
            if !line.ends_with(STOPS) {
                let is_heading = OPENING.contains(&line.chars().count()) && line.chars().count() <= HEADING;
                of.headings.extend(is_heading.then_some(Opening { source, line }));
                continue;
            }
            let sentences = line.split_inclusive(STOPS).scan(0, |at, sentence| {
                let from = *at;
                *at += sentence.len();
                Some((from, *at))
            });
            let whole = sentences.map(|(from, to)| line[from..to].trim());
            let mut whole = whole.filter(|sentence| OPENING.contains(&sentence.chars().count()));
            if back == 0 {
                of.introductions.extend(whole.clone().last().map(|line| Opening { source, line }));
            }
            of.sentences.extend(whole.by_ref().take(4).map(|line| Opening { source, line }));
        }
    }
    openings
}

/// Whitespace and markers of lines at the end of the text before a tweet.
fn separator(example: &Example) -> &str {
    let before = &example.setting.before;
    let words = before.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '>' | '|' | '*' | '•'));
    let own = &before[words.len()..];
    match example.form {
        Form::Paragraph if !own.contains('\n') => "\n\n",
        Form::Line if !own.contains('\n') => "\n",
        Form::Space if own.is_empty() => " ",
        _ => own,
    }
}

/// Puts tweets behind a sentence, two, or a heading of another page, with which the input begins: what such inputs
/// teach stands against what those teach that begin with a tweet. One for each tweet and form.
pub fn introduced(examples: &[Example]) -> Vec<Example> {
    let openings = openings(examples);
    let mut random = generator(0x51ed_270b_35a6_9e1d);
    let mut seen = BTreeSet::new();
    let mut out = Vec::new();
    for example in examples.iter().filter(|e| e.edge.is_empty() && !e.in_parts && e.form != Form::Glued) {
        let Some(of) = openings.get(&*example.setting.language) else { continue };
        let separator = separator(example);
        let is_marked = separator.contains(['>', '|']);
        if is_marked
            || of.introductions.len() < 20
            || !seen.insert((&example.source, &example.tweet, example.form, example.collapsed))
        {
            continue;
        }
        let of_openings = if random(2) == 0 { &of.introductions } else { &of.sentences };
        let opening = &of_openings[random(of_openings.len())];
        let second = match random(10) {
            0 | 1 => format!(" {}", of.sentences[random(of.sentences.len())].line),
            2 if !of.headings.is_empty() => format!("{separator}{}", of.headings[random(of.headings.len())].line),
            _ => String::new(),
        };
        let bullet = match random(20 * BULLETS.len()) {
            n if n < BULLETS.len() && example.form != Form::Space && !example.breaks => BULLETS[n],
            _ => "",
        };
        let setting = Setting {
            before: format!("{}{second}{separator}{bullet}", opening.line),
            previous_end: 0,
            memory: Memory::default(),
            ..example.setting.clone()
        };
        let made = put(example, &setting, example, 0.0);
        out.push(Example {
            edge: INTRODUCED,
            made: false,
            breaks: example.breaks,
            source: opening.source.to_owned(),
            tweet: example.tweet.clone(),
            record: format!("{} introduced", example.record),
            excerpt: format!("{}{}", setting.before, setting.quotation),
            ..made
        });
    }
    out
}

/// Puts tweets into the line of an introduction with a word of saying and a colon: of the one above them, or, one tweet
/// in [`INTRODUCED_WITHIN`], of one of another page. One for each tweet and form.
pub fn joined_to_introductions(examples: &[Example]) -> Vec<Example> {
    let openings = openings(examples);
    let said = |language: &str| -> Vec<&Opening<'_>> {
        let of = openings.get(language).into_iter().flat_map(|of| &of.introductions);
        of.filter(|opening| introduces(opening.line)).collect()
    };
    let said: BTreeMap<&str, Vec<&Opening<'_>>> = openings.keys().map(|language| (*language, said(language))).collect();
    let mut random = generator(0x2c1b_3c6d_9d2c_5680);
    let mut seen = BTreeSet::new();
    let mut out = Vec::new();
    for example in examples {
        let Setting { before, previous_end, language, .. } = &example.setting;
        let words = before.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '>' | '|'));
        let has_lines = matches!(example.form, Form::Paragraph | Form::Line);
        if !has_lines || !example.edge.is_empty() || example.in_parts || *previous_end >= words.len() {
            continue;
        }
        if !seen.insert((&example.source, &example.tweet, example.form, example.collapsed)) {
            continue;
        }
        let (source, introduced) = match said.get(&**language) {
            _ if introduces(words) => (&*example.source, format!("{words} ")),
            Some(said) if said.len() >= FEWEST_INTRODUCTIONS && random(INTRODUCED_WITHIN) == 0 => {
                let Opening { source, line } = said[random(said.len())];
                (*source, format!("{before}{line} "))
            }
            _ => continue,
        };
        let setting = Setting { before: introduced, ..example.setting.clone() };
        let made = put(example, &setting, example, 0.0);
        out.push(Example {
            edge: JOINED,
            made: false,
            source: source.to_owned(),
            tweet: example.tweet.clone(),
            record: format!("{} joined", example.record),
            excerpt: format!("{}{}", setting.before, setting.quotation),
            ..made
        });
    }
    out
}

/// One tweet in so many stands in the line of an introduction of another page, in languages with this many
/// introductions.
const INTRODUCED_WITHIN: usize = 8;
const FEWEST_INTRODUCTIONS: usize = 5;

/// Puts each tweet's setting around `copies` other tweets of the same language and tool, from other sources: the words
/// of introductions and those of tweets then vary independently.
pub fn mix(examples: &[Example], prose: &[Prose], copies: usize, weight: f64) -> Vec<Example> {
    let mut kinds: HashMap<&str, Vec<usize>> = HashMap::new();
    for (i, e) in examples.iter().enumerate() {
        kinds.entry(&e.setting.kind).or_default().push(i);
    }
    let mut random = generator(0x9e37_79b9_7f4a_7c15);
    let mut out = Vec::new();
    for example in examples.iter().filter(|e| matches!(e.form, Form::Space | Form::Glued)) {
        let others = &kinds[example.setting.kind.as_str()];
        for _ in 0..copies {
            let other = &examples[others[random(others.len())]];
            if other.source != example.source {
                out.push(put(example, &example.setting, other, weight / copies as f64));
            }
        }
    }
    let english: Vec<usize> =
        (0..examples.len()).filter(|i| examples[*i].setting.kind.starts_with("S true en")).collect();
    for Prose { source, before, after } in prose {
        if english.is_empty() || copies == 0 {
            break;
        }
        let tweet = &examples[english[random(english.len())]];
        let setting = Setting { before: before.clone(), after: after.clone(), ..Setting::default() };
        let place = Example { source: source.clone(), weight: tweet.weight, ..Example::empty() };
        out.push(put(&place, &setting, tweet, 0.5));
    }
    out
}

/// A place in a text without tweets at which one could have stood.
pub struct Prose {
    source: String,
    before: String,
    after: String,
}

/// Places between the sentences of an English text without tweets, its white space folded.
pub fn prose(record: &Value, out: &mut Vec<Prose>) {
    let text: String = string(record, "text").split_whitespace().collect::<Vec<_>>().join(" ");
    if text.matches(" the ").count() * 60 < text.len() / 10 {
        return;
    }
    let source = string(&record["source"], "repo").to_owned();
    let ends: Vec<usize> = text.match_indices(". ").map(|(at, _)| at + 2).filter(|at| *at > 200).collect();
    for at in ends.iter().step_by((ends.len() / 6).max(4)) {
        let from = (at.saturating_sub(900)..*at).find(|i| text.is_char_boundary(*i)).unwrap_or(*at);
        let after = text[*at..].chars().take(60).collect::<String>();
        out.push(Prose { source: source.clone(), before: text[from..*at].to_owned(), after: format!(" {after}") });
    }
}

/// Puts `tweet` into `s`, the setting of `place`.
fn put(place: &Example, s: &Setting, tweet: &Example, weight: f64) -> Example {
    let t = &tweet.setting;
    let document = format!("{}{}{}", s.before, t.quotation, s.after);
    let start = s.before.len();
    let labelled = Labelled {
        document: &document,
        previous_end: s.previous_end,
        text_end: start + t.text_end,
        attribution: start + t.attribution,
        end: start + t.quotation.len(),
        name: &t.name,
        handle: &t.handle,
        limit: t.limit,
    };
    let is_exact = |at: usize| document.get(at.min(start)..at.max(start)).is_some_and(|t| t.trim().is_empty());
    let candidates = candidates(&labelled, s.memory)
        .into_iter()
        .map(|candidate| {
            let exact = is_exact(candidate.at);
            Candidate::new(candidate, exact)
        })
        .collect();
    let lines = judged_lines(lines(&labelled, s.memory), is_exact);
    Example {
        source: place.source.clone(),
        record: String::new(),
        form: place.form,
        collapsed: place.collapsed,
        breaks: false,
        in_parts: false,
        edge: "",
        is_false: false,
        made: true,
        tweet: String::new(),
        candidates,
        lines,
        weight: weight * (place.weight * tweet.weight).sqrt(),
        tweet_source: tweet.source.clone(),
        setting: Setting::default(),
        excerpt: String::new(),
        excerpt_at: 0,
        gold_at: start,
        library: (0, Boundary::Words, 0.0),
        nanoseconds: 0,
    }
}

/// The outcomes of the first stage; the last is right if no other is.
fn judged_lines(outcomes: Vec<FitCandidate>, is_exact: impl Fn(usize) -> bool) -> Vec<Candidate> {
    let mut none = true;
    let exact = |outcome: FitCandidate| {
        let exact = if outcome.at == usize::MAX { none } else { is_exact(outcome.at) };
        none &= !exact;
        Candidate::new(outcome, exact)
    };
    outcomes.into_iter().map(exact).collect()
}

/// A place and what looks like a tweet in it and is none.
pub fn false_friend(before: &str, made: &crate::false_friends::Made, after: &str) -> Example {
    let document = format!("{before}{}{after}", made.quotation);
    let start = before.len();
    let labelled = Labelled {
        document: &document,
        previous_end: 0,
        text_end: start + made.text_end,
        attribution: start + made.attribution,
        end: start + made.quotation.len(),
        name: &made.name,
        handle: &made.handle,
        limit: 280,
    };
    let memory = Memory::default();
    let mut lines = judged_lines(lines(&labelled, memory), |_| false);
    for line in &mut lines {
        line.exact = line.at == usize::MAX;
    }
    Example {
        source: made.source.clone(),
        tweet_source: made.source.clone(),
        candidates: candidates(&labelled, memory).into_iter().map(|c| Candidate::new(c, false)).collect(),
        lines,
        is_false: true,
        setting: Setting { quotation: made.quotation.clone(), ..Setting::default() },
        excerpt: document.clone(),
        ..Example::empty()
    }
}

/// The answer of the library, and the least time it took of a few tries.
fn timed(labelled: &Labelled<'_>, memory: &mut Memory) -> ((usize, Boundary, f32), u128) {
    let mut best = u128::MAX;
    for _ in 0..5 {
        let clock = std::time::Instant::now();
        std::hint::black_box(beginning(labelled, &mut memory.clone()));
        best = best.min(clock.elapsed().as_nanos());
    }
    (beginning(labelled, memory), best)
}
