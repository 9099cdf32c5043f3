//! The attribution of a tweet: `— NAME (@HANDLE) DATE`, in the forms that flattening leaves of it.
//!
//! Each rule is a function. `name_and_dash`, `name_line`, `header` and `opening_parenthesis` look back from the handle,
//! in a bounded window. They and the whole forms take a `Cursor`; the others are nom productions.
//!
//! ```ebnf
//! standard         = name_and_dash bracketed_handle standard_end | name_line bracketed_handle stamped_line
//! standard_end     = separated_date | rare_end
//! rare_end         = loosely_dated | stamped_line | commented_date | moved_date | dropped_date
//! loosely_dated    = separator rarely_dated
//! stamped_line     = gap0 line_stamp line_end
//! commented_date   = ( gap0 comment )+ gap0 dated
//! separated_date   = separator dated
//! separator        = gap0 ( "," gap0 )? remains0
//! moved_date       = date_behind_links | date_behind_lines
//! date_behind_links = gap0 ( gap0 moved_link )+ gap0 dated
//! date_behind_lines = gap0 text markdown_date
//! moved_link       = "[" label "]" link_target? | bare_link | hashtag
//! dropped_date     = status_target | worded_status_link | bare_status_url | ( gap0 ambiguous_date )? line_end
//! rarely_bracketed_handle = "(" comment* padding "@" comment* handle comment* padding ")" | "-LRB-" padding "@ " handle padding "-RRB-"
//! bracketed_handle = rarely_bracketed_handle ( "]" link_target )? | ( "(" | "（" | "-LRB-" ) padding ( at_handle | linked_handle ) padding ( ")" | "）" | "-RRB-" )
//!                    ( "]" link_target )?
//! linked_handle    = "[" at_handle "]" link_target
//! at_handle        = "\"? "@" handle
//!
//! unbracketed      = name_and_dash ( "@" signing_handle unlinked_date | "[@" signing_handle cited )
//! unlinked_date    = gap0 ( middle_dot? time_and_date | dated )
//! cited            = "," gap0 ( time_and_date | plain_date ) "]" link_target
//! time_and_date    = rendered_stamp
//! middle_dot       = ( "·" | "∙" | "•" ) gap0
//!
//! widget           = header "@" signing_handle follow text rendered_stamp ( "]" link_target )? ( widget_end | joined_widget_end | client )?
//! header           = "Follow "? name ( "✔" | "✓" | "Verified account" )? gap0
//! follow           = gap0 middle_dot? ( ( follow_button | unread_button ) gap0 )?
//! widget_end       = ( gap0 ( closing_label | counter ) )*
//! joined_widget_end = ( "."? gap0 ( closing_label | counter ) )* "."?
//! client           = " "? middle_dot program line_end
//! counter          = digit1 ( ( "." | "," | … ) digit1 )* ( blanks0 ( "K" | "Mio." | "万" | … ) )? | "·"
//!
//! card             = ( "["? "![" )? ( "Twitter" | "X" ) " avatar for @" pictured_handle name "@" handle text "["? rendered_stamp card_end
//! pictured_handle  = handle ( gap0 "]" link_target )* gap0
//! card_end         = ( gap0 "* * *" )? widget_end? ( gap0 "]" link_target )? widget_end?
//!
//! permalink        = header "@" signing_handle closing
//! bracketed_permalink = header bracketed_handle closing
//! closing          = line_end text closing_link
//! closing_link     = ( "—" | "-" | … )? gap0 links
//!
//! citation         = name_and_dash bracketed_handle cited_text
//! cited_text       = on_network plain_date ":"? gap0 quoted
//! on_network       = gap0 "on" gap0 ( "Twitter" | "X" ) ","? gap0
//! quoted           = '"' text '"' | "“" text "”" | "«" text "»" | "„" text "“" | "「" text "」"
//!
//! bibliography     = name_and_dash ( "[@" | "(@" ) handle ( "]" | ")" ) ( apa | rendered_template | quoted_entry )
//!                  | "@" handle ( mla | handle_alone )
//! apa              = "."? gap0 "(" any_date ")" "."? gap0 described "."? ( gap0 printed_url )?
//! described        = text "[" words "]" "." gap0 network
//! mla              = gap0 "(" name ")" quoted_entry
//! handle_alone     = quoted_entry
//! rendered_template = gap0 "(" any_date ")" "."? gap0 quoted "."? gap0 kind_of_work via?
//! kind_of_work     = ( "(" | "[" ) ( "Tweet" | "Tuit" | … ) ( ")" | "]" )
//! via              = words ( "–" | "—" ) gap0 word? network "."?
//! quoted_entry     = ( "." | "," | ":" ) gap0 ( year "." gap0 )? quoted "."? gap0 network "," gap0 any_date
//!                    ( gap0 printed_url )?
//! network          = "Twitter" | "X" ( "(" words ")" )?
//!
//! wiki_template    = template, with author, text, and day or number
//! template         = "{{" template_name ( "|" parameter_value )* "}}"
//! template_name    = words, one of which is "tweet" or its like
//! parameter_value  = ( name "=" )? text, with balanced "{{" "}}" and "[[" "]]"
//!
//! date_link        = bracketed_date "]" link_target line_end
//! bracketed_date   = "[" gap0 ( rendered_stamp | any_date ) gap0
//!
//! dated            = plain_date | markdown_date | org_date | mediawiki_date | asciidoc_date | latex_date | html_date
//!                  | rst_date
//! plain_date       = ( reference_number gap0 )? emphasis? any_date emphasis? closing?
//! markdown_date    = ( reference_number gap0 )? emphasis? "[" gap0 any_date
//!                    ( gap0 "]" ( link_target | reference_target )? )?
//! org_date         = "[[" bare_target "][" any_date "]]"
//! mediawiki_date   = "[" bare_target " " gap0 any_date "]"
//! asciidoc_date    = "link:"? bare_target "[" any_date attributes "]"
//! latex_date       = "\href{" bare_target "}{" gap0 any_date "}"
//! html_date        = "<a" target_within ">" gap0 any_date gap0 "</a>"
//! rst_date         = "`" any_date gap0 "<" bare_target ">`" "_"? "_"?
//! rarely_dated     = "[" gap0 loose_date gap0 "]" ( link_target | reference_target )? | loose_date closing?
//! any_date         = date | epoch_millis | short_year_date
//! closing          = status_target | reference_number
//! reference_number = "[" digit1 "]"
//! reference_target = "[" label "]"
//! ```
//!
//! `handle`, `line_end` and `gap0`, the dates and the destinations of links are rules of other modules.

mod bibliography;
mod card;
mod citation;
mod dash;
mod date_link;
mod handle_and_date;
mod look_ahead;
mod lookalikes;
mod moved_text;
mod name_and_dash;
mod near_miss;
mod permalink;
mod quoted_post;
mod references;
mod search;
mod standard;
mod template;
mod text_end;
mod types;
mod unbracketed;
mod widget;
mod widget_header;
mod widget_labels;
mod widget_lines;
mod widget_stamp;

pub(crate) use self::{
    near_miss::missing,
    references::References,
    search::Attributions,
    types::{Attribution, TextPlace},
};

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, vec::Vec};

    const SOURCES: [&str; 15] = [
        include_str!("attribution/bibliography.rs"),
        include_str!("attribution/card.rs"),
        include_str!("attribution/citation.rs"),
        include_str!("attribution/date_link.rs"),
        include_str!("attribution/handle_and_date.rs"),
        include_str!("attribution/moved_text.rs"),
        include_str!("attribution/name_and_dash.rs"),
        include_str!("attribution/permalink.rs"),
        include_str!("attribution/search.rs"),
        include_str!("attribution/standard.rs"),
        include_str!("attribution/template.rs"),
        include_str!("attribution/unbracketed.rs"),
        include_str!("attribution/widget.rs"),
        include_str!("attribution/widget_header.rs"),
        include_str!("attribution/widget_labels.rs"),
    ];

    #[test]
    fn each_rule_of_the_grammar_is_a_function() {
        let grammar = include_str!("attribution.rs").split("```").nth(1).unwrap();
        let rules: Vec<_> = grammar.lines().filter_map(|line| line.strip_prefix("//! ")?.split_once(" = ")).collect();
        let is_function = |rule: &str| {
            let heads = ["(", "<"].map(|end| std::format!("fn {rule}{end}"));
            SOURCES.iter().any(|source| heads.iter().any(|head| source.contains(head.as_str())))
        };
        let missing: Vec<_> = rules.iter().map(|(rule, _)| rule.trim()).filter(|rule| !is_function(rule)).collect();
        assert_eq!(missing, [""; 0]);
        assert!(rules.len() > 25, "{}", rules.len());

        // The rules of other modules are called.
        let words = |text: &'static str| text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_'));
        let used: BTreeSet<_> = SOURCES.iter().flat_map(|source| words(source)).collect();
        let named = grammar.split('"').step_by(2).flat_map(words).filter(|word| word.contains('_'));
        assert_eq!(named.filter(|rule| !used.contains(rule)).collect::<Vec<_>>(), [""; 0]);
    }
}
