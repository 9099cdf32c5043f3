//! Inputs that were made to be expensive, in any size.
#![allow(dead_code, unreachable_pub)]

/// What an input is called, and what makes it in a size.
pub type Hostile = (&'static str, fn(usize) -> String);

/// The inputs; most repeat one piece, with the parts of an attribution in every state of the grammar.
pub const ALL: [Hostile; 127] = [
    ("handle_unclosed", |n| repeat("(@a", n)),
    ("handle_bare", |n| repeat("@a ", n)),
    ("handle_lines", |n| repeat("@a\n", n)),
    ("handle_undated", |n| repeat("— a (@a) ", n)),
    ("handle_no_dash", |n| repeat("a (@a) ", n)),
    ("handle_then_month", |n| repeat("— a (@a) July ", n)),
    ("handle_then_day", |n| repeat("— a (@a) July 14, ", n)),
    ("handle_impossible_day", |n| repeat("— a (@a) February 30, 2021 ", n)),
    ("handle_timed", |n| repeat("— a (@a) July 14, 2021 at 11:00 PM ", n)),
    ("handle_escaped", |n| repeat(r"(@\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_) ", n)),
    ("byline", |n| repeat("By a (@a) July 14, 2021 ", n)),
    ("attribution_only", |n| repeat("— a (@a) July 14, 2021", n)),
    ("attribution_linked", |n| repeat("— a ([@a](https://x.co/a)) [July 14, 2021](https://x.co/b) ", n)),
    ("attribution_after_names", |n| repeat("so it is a.b - c – d -- e  f (@a) July 14, 2021 ", n)),
    ("dates", |n| repeat("July 14, 2021 ", n)),
    ("dashes", |n| repeat("—", n)),
    ("hyphens", |n| repeat("-", n)),
    ("parentheses", |n| format!("{}@a{}", "(".repeat(n / 2), ")".repeat(n / 2 - 2))),
    ("parentheses_with_handles", |n| repeat("((@a)(@b))", n)),
    ("brackets", |n| repeat("](h", n)),
    ("date_links", |n| repeat("a [July 14, 2021](https://twitter.com/a/status/1) b ", n)),
    ("one_word", |n| "a".repeat(n)),
    ("one_word_signed", |n| format!("{} (@a) July 14, 2021", "a".repeat(n - 21))),
    ("emoji", |n| repeat("👩‍👩‍👧🏽 ", n)),
    ("emoji_names", |n| repeat("👩‍👩‍👧🏽👩‍👩‍👧🏽👩‍👩‍👧🏽 (@a) July 32, 2021 ", n)),
    ("unseen_names", |n| repeat(&format!("By {}(@a) July 14, 2021 ", "\u{200d}\u{300}".repeat(40)), n)),
    ("quote_marks", |n| repeat("> ", n)),
    ("quoted_handles", |n| repeat("> > > > (@a)\n> > > > July\n", n)),
    ("quotes", |n| repeat("> a\n>\n> — a (@a) July 14, 2021\n\n", n)),
    ("quote_long", |n| repeat(&format!("{}> — a (@a) July 14, 2021\n\n", "> a\n".repeat(600)), n)),
    ("blocks", |n| repeat("a.\n\nb — a (@a) July 14, 2021\n\n", n)),
    ("line_breaks", |n| "\n".repeat(n)),
    ("line_breaks_signed", |n| repeat(&format!("(@a){}", "\n".repeat(300)), n)),
    ("blanks_signed", |n| repeat(&format!("— a{}(@a) July 32, 2021", " ".repeat(900)), n)),
    ("links", |n| repeat("https://t.co/AbCdEf1234pic.twitter.com/AbCdEf1234", n)),
    ("links_signed", |n| repeat("http://t.co/a (@a) July 32, 2021 ", n)),
    ("marks", |n| repeat("e\u{301}\u{327}\u{316}", n)),
    ("digits", |n| repeat("(@a) १२३४५ ٢٠٢١ ２０２１ ๒๕๖๔ ", n)),
    ("rendered", |n| repeat("a\n@a\nb (@a 7:32 AM · Jul 14, 2021\n", n)),
    ("times", |n| repeat("@a 7:32 AM · Jul 32, 2021 ", n)),
    ("times_dotted", |n| repeat("@a 午後 7.32 - 7.32 · 7.32 - ", n)),
    ("times_unread", |n| repeat("@a\nöğleden önce 7:32 öğleden · 14. 7. 2021", n)),
    ("times_in_comments", |n| repeat("@a 7<!---->:<!---->3<!-- -->2 · J<!---->u<!---->l<!---->", n)),
    ("handle_then_comments", |n| repeat("— a (@a) J<!---->u<!-- 12345678901234567890123 -->l<!---->", n)),
    ("handle_then_letters_in_comments", |n| repeat(&format!("— a (@a) J{}", "<!---->u".repeat(200)), n)),
    ("handle_then_moment", |n| repeat("— a (@a) Mon Feb 19 15:00:00 +0000 — a (@a) 2021-02-19 15:00 ", n)),
    // What the search among combinations of the literals found.
    ("worst_undated", |n| repeat(&format!("—{}- {}", "”".repeat(42), "(@a)".repeat(400)), n)),
    ("worst_linked", |n| repeat(&format!("\n— {}", "twitter.com/a/status/1".repeat(60)), n)),
    ("worst_dashes", |n| {
        let dashes = ["—".repeat(52), "—".repeat(60)];
        repeat(
            &format!(
                "[{}]*July@a @a @a 2021年7月14日\u{200d}\u{200d}✔> -- {}–a2021年7月14日/(@a)](&mdash;",
                dashes[0], dashes[1]
            ),
            n,
        )
    }),
    // What is read for a continuation behind each date.
    ("continued", |n| repeat("so\n— a (@a) July 14, 2021\nb pic.twitter.com/AbCdEf1234\n", n)),
    ("continued_lines", |n| repeat(&format!("so\n— a (@a) July 14, 2021\n{}", "b\n".repeat(140)), n)),
    ("continued_words", |n| repeat(&format!("so — a (@a) July 14, 2021 {}/ ", "B. ".repeat(140)), n)),
    ("continued_links", |n| repeat(&format!("so — a (@a) July 14, 2021 {}", "t.co/AbCdEf1234b ".repeat(60)), n)),
    // Parts of texts between handle and date.
    ("moved_links", |n| repeat(&format!("so — a (@a){}", "[#b][t.co/AbCdEf1234]".repeat(9)), n)),
    ("moved_lines", |n| repeat("so — a (@a)\n", n)),
    ("moved_lines_bracketed", |n| repeat(&format!("so — a (@a)\n{}", "[July 14, 2021".repeat(90)), n)),
    ("moved_bare", |n| repeat("— a (@a) https://t.co/a", n)),
    ("bare_urls", |n| repeat("— a (@a) https://x.com/a/status/", n)),
    ("commented", |n| repeat(&format!("— a (@a){}", "<!----> ".repeat(9)), n)),
    ("stamped_lines", |n| repeat("so\na (@a)\n14 July 2021, 19:3 ", n)),
    // Authors first.
    ("permalinks", |n| repeat("a (@a)\nso\n", n)),
    ("permalinks_linked", |n| repeat("a\n@a\n— https://x.com/b/status/1 ", n)),
    ("cards", |n| repeat("Twitter avatar for @a\n", n)),
    ("cards_linked", |n| repeat("[![Twitter avatar for @a](b)](c)b @a 7:32 AM · Jul 14, 2021", n)),
    ("page_heads", |n| repeat("Post\n@a\n", n)),
    ("page_heads_stamped", |n| format!("{}a\n@a\nb 7:32 AM · Jul 14, 2021", repeat("Post\n", n - 40))),
    ("titles", |n| repeat("a on X: b / X Post\n@a b ", n)),
    ("titles_long", |n| repeat(&format!("{} / X\n@a ", "a on X: ".repeat(170)), n)),
    ("joined", |n| repeat("a. @a. b. ", n)),
    ("joined_stamped", |n| repeat("a. · @a. 7:32 AM · Jul 14, 2021. ·. 4. ", n)),
    ("counters", |n| repeat("a\n@a\nb\n7:32 AM · Jul 14, 2021\n12 K · 4 mil ", n)),
    ("counted_digits", |n| format!("a\n@a\nb\n7:32 AM · Jul 14, 2021\n{}", "1".repeat(n - 36))),
    ("emphasized", |n| repeat("_a_<br>\n_@a_<br>\n", n)),
    ("emphasized_marks", |n| repeat("_____@a*****", n)),
    ("replies", |n| repeat("a\n@a\nReplying to @b, @b, @b\n", n)),
    ("profiles", |n| repeat("a\n@a\nFollow\n\na @a\n", n)),
    ("list_items", |n| format!("a\n@a\nb\n{}7:32 AM · Jul 14, 2021", repeat("* [1]a\n", n - 32))),
    ("wide_marks", |n| repeat("＠a (＠a) ", n)),
    ("wide_bytes", |n| format!("橋{}", repeat("\u{a0}", n - 3))),
    ("cited", |n| repeat("a (@a) on X, July 14, 2021: \"so ", n)),
    // Times, quoted posts and marks of accounts in widgets.
    ("times_in_texts", |n| repeat("a\n@a\nb 7:32 AM · Jul 14, 2021 c\n", n)),
    ("times_in_a_text", |n| {
        format!("{}{}", repeat("a\n@a\n", n / 2), repeat("b 7:32 AM · Jul 14, 2021 c ", n - n / 2))
    }),
    ("times_in_lines", |n| format!("{}{}", repeat("a\n@b\n", n / 2), repeat("7:32 AM · Jul 14, 2021\nb\n", n - n / 2))),
    ("authors_of_a_long_post", |n| {
        format!("{}b 7:32 AM · Jul 14, 2025 c 7:32 AM · Jul 14, 2025 d\n", repeat("a\n@a\n", n - 56))
    }),
    ("quoted_posts", |n| repeat("a\n@a\nb\nQuote\nc\n@c\n7:32 AM · Jul 14, 2021\n", n)),
    ("quoted_posts_open", |n| format!("{}7:32 AM · Jul 14, 2021", repeat("Quote a @a · ", n - 24))),
    ("verified_lines", |n| repeat("a\n✔\n@a\n", n)),
    // Quotes within quotes, and templates with what wikis do not read.
    ("quotes_nested", |n| repeat("a (@a) on X, July 14, 2021: \"so \"so \"so", n)),
    ("entries_of_handles", |n| repeat("@a. \"so \"so\" Twitter, \n", n)),
    ("rendered_templates", |n| repeat("a [@a] (July 14, 2021). \"so\" (Tweet) x", n)),
    ("templates_unread", |n| format!("{{{{{}", repeat("{{tweet|<nowiki>|<!--", n - 2))),
    // Dates behind a handle that no embed has.
    ("handle_then_weekday", |n| repeat("— a (@a) Wednesday, July 32, 2021 — a (@a) Wed., ", n)),
    ("handle_then_numbers", |n| repeat("— a (@a) 14.07.20 — a (@a) 5/7/2021 ", n)),
    // Look-alikes.
    ("credits", |n| repeat("so — A B by C D von E F by (@a) July 14, 2021\n", n)),
    ("packages", |n| repeat("b\n -- a (@a) Wed, 14 Jul 2021 10:00:00 +0000\n", n)),
    ("strings_escaped_twice", |n| repeat(r"b\\n\\n\\u2014 a (@a) July 14, 2021\\n", n)),
    ("headings_quoted", |n| repeat("> # a\n> **b**\n> # c\n> — a (@a) July 14, 2021\n\n", n)),
    // Containers: strings, cells, HTML, the quote blocks of other markups, galleries.
    ("strings", |n| repeat(r"b\n\n— a (@a) July 14, 2021\n\n", n)),
    ("strings_of_escapes", |n| repeat(&format!(r"{}— a (@a) July 14, 2021\n", r"\n".repeat(300)), n)),
    ("strings_unescaped", |n| repeat(&format!(r"{} — a (@a) July 14, 2021\", r"\".repeat(300)), n)),
    ("records", |n| repeat("{\"t\": \"b\"},{\"t\": \"— a (@a) July 14, 2021\"},", n)),
    ("records_open", |n| repeat("\": \"— a (@a) July 14, 2021\"", n)),
    ("quotes_doubled", |n| repeat(&format!("{}— a (@a) July 14, 2021\"", "\"".repeat(301)), n)),
    ("cells", |n| repeat("b\tc — a (@a) July 14, 2021\t", n)),
    ("cells_with_commas", |n| repeat("b,c — a (@a) 14. Juli 2021,d", n)),
    ("cells_with_pipes", |n| repeat("b | c — a (@a) July 14, 2021 |", n)),
    ("tags_around", |n| repeat("<p>b<br>c</p><p>— a (@a) July 14, 2021</p>", n)),
    ("tags_before", |n| repeat(&format!("{}— a (@a) July 14, 2021<br>", "<br>".repeat(200)), n)),
    ("tags_unclosed", |n| repeat("<p <p — a (@a) July 14, 2021</", n)),
    ("tags_behind_handle", |n| repeat(&format!("— a (@a) {}", "<br>".repeat(20)), n)),
    ("embeds", |n| {
        repeat("<blockquote><p>b</p>— a (@a) <a href=\"//x.com/a/status/1\">July 14, 2021</a></blockquote>", n)
    }),
    ("links_unclosed", |n| repeat("— a (@a) <a href=\"//x.com/a/status/1\"", n)),
    ("blocks_of_org", |n| repeat("#+begin_quote\nb — a (@a) July 14, 2021\n#+end_quote\n", n)),
    ("blocks_closed", |n| repeat("b\n— a (@a) July 14, 2021\n____\n", n)),
    ("blocks_of_lines", |n| repeat(&format!("{}— a (@a) July 14, 2021\n\\end{{a}}", "b\n".repeat(700)), n)),
    ("callouts", |n| repeat("> [!a] b\n> — a (@a) July 14, 2021\n\n", n)),
    ("numbers", |n| repeat("2.\n— a (@a) July 14, 2021\n", n)),
    ("pictures_dated", |n| {
        repeat(&format!("{}b — a (@a) July 14, 2021\n", "pic.twitter.com/AbCdEf1234 July 14, 2021\n".repeat(8)), n)
    }),
    ("rows_of_people", |n| repeat("a:\n— a (@a) July 14, 2021\n— b (@b) July 15, 2021", n)),
    // Citations, lists of references, and pages.
    ("templates", |n| format!("{{{{{}", repeat("{{tweet|user=a|text=b|date=July 14, 2021}}", n - 2))),
    ("templates_open", |n| repeat("{{tweet|", n)),
    ("templates_nested", |n| repeat("{{tweet|a={{b|[[", n)),
    ("templates_long", |n| format!("{{{{tweet|{}", repeat("a | ", n - 8))),
    ("entries", |n| repeat("a [@a]. (2021, July 14). b [c", n)),
    ("entries_quoted", |n| repeat("@a (b). “c” Twitter, July ", n)),
    ("references", |n| format!("{} 1. http{}", repeat("b — a (@a) [7]July 14, 2021 ", n / 2), "a".repeat(n / 2 - 20))),
    ("replying", |n| repeat("@a\nReplying to @a and @a\n* [1]b\n7:32 AM · Jul 14, 2021", n)),
];

/// Texts for the parts that are read only when asked for: they are tried as the text of a tweet, and on their own.
pub const LAZY: [Hostile; 31] = [
    ("slashes", |n| "/".repeat(n)),
    ("schemes", |n| repeat("https://", n)),
    ("hosts", |n| repeat("a.", n)),
    ("hosts_with_scheme", |n| repeat("http://a.b.", n)),
    ("open_paths", |n| repeat("http://a.bc/(", n)),
    ("nested_paths", |n| format!("http://a.bc/{}", "((a)".repeat(n / 4))),
    ("open_query", |n| format!("http://a.bc/?{}", "a[(".repeat(n / 3))),
    ("codes", |n| repeat("t.co/AbCdEf1234", n)),
    ("media", |n| repeat("pic.twitter.com/", n)),
    ("sigils", |n| repeat("@#$＠＃", n)),
    ("mentions", |n| repeat("@a/b-", n)),
    ("hashtag", |n| format!("#{}", "1".repeat(n - 1))),
    ("hashtags", |n| repeat("#a#", n)),
    ("escapes", |n| format!("http://a.bc/{}", r"\_".repeat(n / 2))),
    // What only the cleaning of a text looks at: links in markup that are not closed, references, lines.
    ("markup_brackets", |n| repeat("[", n)),
    ("markup_texts", |n| repeat("[a", n)),
    ("markup_targets", |n| repeat("[a](/", n)),
    ("markup_angled", |n| repeat("[a](<", n)),
    ("markup_titles", |n| repeat("[a](/b \"", n)),
    ("markup_nested", |n| repeat("[![[a]](/b)](/c)", n)),
    ("markup_closed", |n| repeat("](/a)", n)),
    ("markup_autolinks", |n| repeat("<http://a", n)),
    ("markup_quoted", |n| repeat("`a <http://b>", n)),
    ("markup_org", |n| repeat("[[http://a][b", n)),
    ("printed", |n| repeat("(http://a)", n)),
    ("printed_tags", |n| repeat("#a(https://twitter.com/a)", n)),
    ("printed_word", |n| format!("{}(http://a)", repeat("a.b/(http://", n - 10))),
    ("references", |n| repeat("&amp;", n)),
    ("references_nested", |n| format!("&{}", repeat("amp;", n - 1))),
    ("lines_filled", |n| repeat(&format!("{}\n> ", "so it is ".repeat(9)), n)),
    ("lines_marked", |n| repeat("\n> > a", n)),
];

/// Attributions behind such a text, which tell the cleaning what made it: nothing, a quotation's lines, Markdown, a
/// text browser.
pub const ATTRIBUTIONS: [&str; 4] = [
    " — Dana Ortiz (@dortiz) July 14, 2021",
    "\n>\n> — Dana Ortiz (@dortiz) July 14, 2021",
    " — Dana Ortiz (@dortiz) [July 14, 2021](https://twitter.com/dortiz/status/1415245567461347331)",
    "\n— Dana Ortiz (@dortiz) [4]July 14, 2021",
];

/// Pages of HTML: what is not closed, what nests, what looks like an embed and is none.
pub const HTML: [Hostile; 33] = [
    ("angles", |n| "<".repeat(n)),
    ("tags", |n| repeat("<p>", n)),
    ("tags_unclosed", |n| repeat("<p ", n)),
    ("attributes", |n| format!("<p {}", repeat("a=b ", n))),
    ("attributes_unclosed", |n| repeat("<p a=\"", n)),
    ("attributes_quoted_once", |n| repeat("<p a='b\" c=\"", n)),
    ("attributes_bare", |n| repeat("<p =/=", n)),
    ("comments_unclosed", |n| repeat("<!--", n)),
    ("comments_of_angles", |n| format!("<!--{}", ">".repeat(n))),
    ("comments_of_dashes", |n| format!("<!--{}", "-".repeat(n))),
    ("declarations", |n| repeat("<!a", n)),
    ("declarations_closed", |n| repeat("<!>", n)),
    ("scripts_unclosed", |n| repeat("<script>", n)),
    ("scripts_of_comments", |n| format!("<script>{}", repeat("<!--<script></script>--", n))),
    ("titles", |n| repeat("<title></titl", n)),
    ("quotations", |n| repeat("<blockquote>", n)),
    ("quotations_nested", |n| format!("{}{}", repeat("<blockquote>", n / 2), repeat("</blockquote>", n / 2))),
    ("widgets", |n| repeat("<blockquote class=twitter-tweet>", n)),
    ("widgets_nested", |n| {
        let (open, close) = ("<blockquote class=twitter-tweet>", "</blockquote>");
        let depth = n / (open.len() + close.len());
        format!("{}{}", open.repeat(depth), close.repeat(depth))
    }),
    ("widgets_of_quotations", |n| repeat("<blockquote class=twitter-tweet><blockquote>a(@a)", n)),
    ("rendered", |n| repeat("<p class=react-tweet>", n)),
    ("rendered_nested", |n| format!("{}{}", repeat("<p class=react-tweet>", n * 2 / 3), "</p>".repeat(n / 12))),
    ("data", |n| repeat("<p data-tweet-id=1415245567461347331>", n)),
    ("data_closed", |n| repeat("<p data-tweet-id=1415245567461347331></p>", n)),
    ("data_nested", |n| {
        format!("{}{}", repeat("<p data-tweet-id=1415245567461347331>", n * 9 / 10), "</p>".repeat(n / 40))
    }),
    ("data_json", |n| repeat("<p data-attrs='{\"a\":", n)),
    ("data_json_long", |n| format!("<p data-attrs='{}'>", repeat("{&quot;a&quot;:[", n))),
    ("links", |n| repeat("<blockquote><a href=//x.com/a/status/1>", n)),
    ("links_in_one", |n| format!("<blockquote>{}", repeat("<a href=//x.com/a/status/1>", n))),
    ("links_of_words", |n| format!("<blockquote>{}", repeat("<a href=//x.com/a/status/1>July 14, 2021 (@a)", n))),
    ("links_of_references", |n| format!("<blockquote>{}", repeat("<a href=&lt;&amp;&#47;>", n))),
    ("tweets", |n| repeat("<blockquote>a<p>— a (@a) <a href=//x.com/a/status/1>July 14, 2021</a></blockquote>", n)),
    ("tweets_unclosed", |n| {
        repeat("<blockquote class=twitter-tweet>a<p>— a (@a) <a href=//x.com/a/status/1>July 14, 2021</a>", n)
    }),
];

/// `piece` again and again, up to `bytes` bytes.
pub fn repeat(piece: &str, bytes: usize) -> String {
    piece.repeat(bytes / piece.len())
}

/// What the grammar reads: the search for the most expensive input combines them.
pub const LITERALS: [&str; 62] = [
    " ",
    "  ",
    "\n",
    "\n\n",
    "> ",
    "| ",
    "\t",
    "\u{200d}",
    "\u{301}",
    "— ",
    "—",
    "-- ",
    "- ",
    "–",
    "&mdash;",
    "a",
    "Dana",
    "By ",
    "Dr. ",
    "Photo: ",
    "👩‍👩‍👧",
    "(",
    ")",
    "[",
    "]",
    "](",
    "](https://",
    "(@a)",
    "(@a) ",
    "@a",
    "@a ",
    "@",
    "(@",
    "\\_",
    "July",
    "July ",
    "14",
    "14, ",
    "2021",
    "July 14, 2021",
    "[July 14, 2021](https://twitter.com/a/status/1)",
    "2021年7月14日",
    "14 de julio de ",
    "7:32 AM",
    " · ",
    "Jul 32",
    "Follow ",
    "✔",
    "on X, ",
    ": \"",
    "”",
    "…",
    "#",
    "$",
    "/",
    "https://",
    "t.co/",
    "pic.twitter.com/AbCdEf1234",
    "twitter.com/a/status/1",
    "*",
    "_",
    "`",
];
