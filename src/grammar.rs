//! Holds the grammar at the head of a module against the functions below it.

use std::{
    collections::{BTreeMap, BTreeSet},
    format, fs,
    path::{Path, PathBuf},
    string::{String, ToString as _},
    vec::Vec,
};

/// What a grammar names that is no rule of its own.
pub(crate) struct RuleNames<'a> {
    /// The rules that no other uses.
    pub(crate) first: &'a [&'a str],
    /// What the text below the grammar explains.
    pub(crate) terminals: &'a [&'a str],
    /// The sources of the rules of other modules, below `src`.
    pub(crate) others: &'a [&'a str],
}

/// What is untrue of the grammar at the head of `src/MODULE.rs`.
pub(crate) fn complaints(module: &str, words: &RuleNames<'_>) -> Vec<String> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let head = fs::read_to_string(src.join(module).with_extension("rs")).unwrap();
    let mut paths = Vec::from([src.join(module).with_extension("rs")]);
    add_sources(&src.join(module), &mut paths);
    let sources: Vec<_> = paths.iter().map(|path| fs::read_to_string(path).unwrap()).collect();
    let others: Vec<_> = words.others.iter().map(|path| fs::read_to_string(src.join(path)).unwrap()).collect();
    complaints_of(&head, &sources, &others, words)
}

/// Adds the sources in a folder and in those below it, without the tests.
fn add_sources(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.file_stem().is_some_and(|name| name == "tests") {
            continue;
        }
        if path.is_dir() {
            add_sources(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            paths.push(path);
        }
    }
}

/// The most columns of a line.
const WIDEST: usize = 120;

fn complaints_of(head: &str, sources: &[String], others: &[String], words: &RuleNames<'_>) -> Vec<String> {
    let mut complaints = Vec::new();
    let (_, from_grammar) = head.split_once("//! ```ebnf\n").expect("a grammar");
    let (grammar, below) = from_grammar.split_once("//! ```\n").expect("the end of the grammar");
    let below: String = below.lines().take_while(|line| line.starts_with("//!")).collect();

    let (mut rules, mut used) = (BTreeSet::new(), BTreeSet::new());
    for line in grammar.lines() {
        if line.chars().count() > WIDEST {
            complaints.push(format!("wider than {WIDEST} columns: {line}"));
        }
        let line = line.strip_prefix("//!").unwrap_or(line);
        let right = match line.strip_prefix(' ').filter(|line| line.starts_with(|c: char| c.is_alphabetic())) {
            Some(rule) => {
                let (rule, right) = rule.split_once(" = ").unwrap_or((rule, ""));
                if !rules.insert(rule.trim()) {
                    complaints.push(format!("`{}` is defined twice", rule.trim()));
                }
                right
            }
            None => line,
        };
        match unquoted_words(right) {
            Some(words) => used.extend(words),
            None => complaints.push(format!("neither words, literals nor signs: {line}")),
        }
    }

    let (functions, of_others) = (Functions::of(sources), Functions::of(others));
    for rule in &rules {
        let count = functions.count(rule);
        if count != 1 {
            complaints.push(format!("`{rule}` is {count} functions"));
        }
    }
    let terminals: BTreeSet<_> = words.terminals.iter().copied().collect();
    for word in &used {
        if !rules.contains(word) && !terminals.contains(word) && of_others.count(word) != 1 {
            complaints.push(format!("`{word}` is neither a rule nor a terminal"));
        }
    }
    for terminal in terminals {
        if rules.contains(terminal) || !used.contains(terminal) || !below.contains(&format!("`{terminal}`")) {
            complaints.push(format!("`{terminal}` is a rule as well, or not used, or not explained"));
        }
    }
    let first: BTreeSet<_> = words.first.iter().copied().collect();
    for rule in first.symmetric_difference(&rules.difference(&used).copied().collect()) {
        complaints.push(format!("`{rule}` is a first rule that is used, or used by no rule"));
    }
    for production in functions.productions.iter().filter(|name| !rules.contains(name.as_str())) {
        complaints.push(format!("the production `{production}` is no rule"));
    }
    complaints
}

/// The words of the right side of a rule outside of literals, `"…"` or `'…'`, and comments, `(* … *)`; `None` if there
/// is more than words and the signs between them.
fn unquoted_words(right: &str) -> Option<Vec<&str>> {
    let mut words = Vec::new();
    let mut rest = right;
    while let Some(c) = rest.chars().next() {
        let is_of_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let after = rest.get(c.len_utf8()..)?;
        rest = match c {
            '"' | '\'' => after.split_once(c)?.1,
            '(' if after.starts_with('*') => after.split_once("*)")?.1,
            ' ' | '=' | '|' | '(' | ')' | '?' | '*' | '+' | '…' => after,
            c if is_of_word(c) => {
                let len = rest.find(|c| !is_of_word(c)).unwrap_or(rest.len());
                words.push(rest.get(..len)?);
                rest.get(len..)?
            }
            _ => return None,
        };
    }
    Some(words)
}

/// The functions of some sources that are no methods and stand in no module of tests.
#[derive(Default)]
struct Functions {
    counts: BTreeMap<String, usize>,
    /// Those whose documentation begins with their name, as that of a production does.
    productions: BTreeSet<String>,
}

impl Functions {
    fn of(sources: &[String]) -> Self {
        let mut functions = Self::default();
        for source in sources {
            let code = source.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
            for name in code.lines().filter_map(name_of_function) {
                *functions.counts.entry(name.to_string()).or_default() += 1;
                if code.contains(&format!("\n/// `{name}`: ")) {
                    functions.productions.insert(name.to_string());
                }
            }
        }
        functions
    }

    fn count(&self, name: &str) -> usize {
        self.counts.get(name).copied().unwrap_or_default()
    }
}

/// The name of the function whose head begins with `line`, if that is not indented.
fn name_of_function(line: &str) -> Option<&str> {
    let head = ["pub(crate) ", "pub(super) ", "pub "].iter().find_map(|visible| line.strip_prefix(visible));
    let name = head.unwrap_or(line).strip_prefix("fn ")?;
    name.split(['(', '<']).next()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A grammar that is true of [`SOURCES`].
    const GRAMMAR: &str = "//! A head.\n//!\n//! ```ebnf\n\
        //! date = month gap0 ( \"of\" year | '\"' word )? (* or so *)\n\
        //!        month\n\
        //! month = word | \"month's\"\n\
        //! year = word\n\
        //! ```\n//!\n//! A `word` has letters.\n\nmod date;\n";

    const SOURCES: [&str; 2] = [
        "/// `date`: a day.\npub(crate) fn date(input: &str) {}\n\nimpl Day {\n    fn year(self) {}\n}\n",
        "fn month<'t>(input: &'t str) {}\n\npub(super) fn year(input: &str) {}\n\n#[cfg(test)]\nmod tests {\nfn year() {}\n}\n",
    ];

    fn complaints(grammar: &str, sources: &[&str]) -> Vec<String> {
        let owned = |sources: &[&str]| sources.iter().map(ToString::to_string).collect::<Vec<_>>();
        let others = owned(&["pub(crate) fn gap0(input: &str) {}\n"]);
        complaints_of(
            grammar,
            &owned(sources),
            &others,
            &RuleNames { first: &["date"], terminals: &["word"], others: &[] },
        )
    }

    #[test]
    fn each_kind_of_untruth_is_found() {
        assert_eq!(complaints(GRAMMAR, &SOURCES), [""; 0]);
        for (old, new, complaint) in [
            ("//! year = word", "//! year = word\n//! year = gap0", "`year` is defined twice"),
            ("month gap0", "month gap1", "`gap1` is neither a rule nor a terminal"),
            ("month gap0", "month gap0 words", "`words` is neither a rule nor a terminal"),
            ("year = word", "year = word\n//! day = year date", "`day` is 0 functions"),
            ("year = word", "year = word\n//! day = year", "`day` is a first rule that is used, or used by no rule"),
            ("gap0 (", "date (", "`date` is a first rule that is used, or used by no rule"),
            ("A `word` has", "A word has", "`word` is a rule as well, or not used, or not explained"),
            ("year = word", "year = \"word", "neither words, literals nor signs:  year = \"word"),
            ("year = word", "year = word, gap0", "neither words, literals nor signs:  year = word, gap0"),
            (
                "(* or so *)",
                "(* or so )",
                "neither words, literals nor signs:  date = month gap0 ( \"of\" year | '\"' word )? (* or so )",
            ),
        ] {
            assert!(GRAMMAR.contains(old), "{old}");
            let found = complaints(&GRAMMAR.replace(old, new), &SOURCES);
            assert!(found.iter().any(|found| found == complaint), "{new}: {found:#?}");
        }
        let wide = GRAMMAR.replace("(* or so *)", &format!("(* {} *)", "or so ".repeat(20)));
        assert!(complaints(&wide, &SOURCES).iter().any(|found| found.starts_with("wider than 120 columns")));
    }

    #[test]
    fn a_rule_is_one_function_and_a_production_a_rule() {
        let [first, second] = SOURCES;
        for (sources, complaint) in [
            (&[first, second, "fn month() {}\n"][..], "`month` is 2 functions"),
            (&[first, &second.replace("year(", "a_year(")], "`year` is 0 functions"),
            (&[first, second, "\n/// `day`: a number.\nfn day() {}\n"], "the production `day` is no rule"),
        ] {
            let found = complaints(GRAMMAR, sources);
            assert_eq!(found, [complaint]);
        }
    }
}
