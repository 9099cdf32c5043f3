//! The attribution of a tweet: `— NAME (@HANDLE) DATE`, in the forms that flattening leaves of it.
//!
//! Each rule is a function. `name_and_dash`, `dash_at_end`, `name_line`, `header` and `opening_parenthesis` look back
//! from the handle, in a window that is bounded; what follows it is read on from there, most of it by nom.
//!
//! ```ebnf
//! standard         = emphasis? ( name_and_dash | name_line ) bracketed_handle standard_end emphasis?
//!                    (* a name_line before a stamped_line, and before nothing else *)
//! standard_end     = separated_date | rare_end
//! rare_end         = loosely_dated | stamped_line | commented_date | moved_date | dropped_date
//! separated_date   = separator dated
//! loosely_dated    = separator rarely_dated
//! separator        = gap0 ( "," gap0 )? remains0
//! stamped_line     = gap0 line_stamp line_end
//! commented_date   = ( gap0 comment )+ gap0 dated
//! moved_date       = date_behind_links | date_behind_lines
//! date_behind_links = gap0 ( gap0 moved_link )+ gap0 dated
//! date_behind_lines = gap0 text markdown_date
//! moved_link       = "[" words "]" link_target? | bare_link | hashtag
//! bare_link        = link
//! hashtag          = ( "#" | "＃" ) word
//! dropped_date     = status_target | worded_status_link | bare_status_url | ( gap0 ambiguous_date )? line_end
//!
//! name_and_dash    = ( dash_at_end gap0 )? ( comment gap0 )* name? gap0 comment* gap0
//! dash_at_end      = "—" | "–" | "-" | "--" | "---" | "&mdash;" | "\u2014" | …
//! name_line        = name gap0
//! bracketed_handle = ( ( "(" | "（" | "-LRB-" ) padding ( at_handle | linked_handle ) padding ( ")" | "）" | "-RRB-" )
//!                    | rarely_bracketed_handle ) ( "]" link_target )?
//! rarely_bracketed_handle = "(" ( padding comment )* padding "@" ( padding comment )* handle ( padding comment )*
//!                    padding ")"
//!                    | "-LRB-" padding "@ " handle padding "-RRB-"
//! linked_handle    = "[" at_handle "]" link_target
//! at_handle        = "\"? "@" handle
//! padding          = whitespace*
//! opening_parenthesis = ( "(" | "（" ) padding "["? "\"? | "-LRB- "
//!
//! unbracketed      = name_and_dash ( "@" signing_handle unlinked_date | "[@" signing_handle cited )
//! signing_handle   = handle (* whose word ends, and no sentence with it *)
//! unlinked_date    = gap0 ( middle_dot? time_and_date | dated )
//! cited            = "," gap0 ( time_and_date | plain_date ) "]" link_target
//! time_and_date    = rendered_stamp
//! middle_dot       = "·" gap0
//!
//! widget           = header
//!                    ( "@" signing_handle | "@" joined_handle | "[@" handle_in_link | emphasis "@" emphasized_handle )
//!                    follow reply_line? text ( stamp_at | "[" stamp_at ( "]" link_target )? )
//!                    ( widget_end | joined_widget_end | client | emphasized_end )?
//! header           = ( "Follow "? name ( gap0 ( "✔" | "✓" | "Verified account" | … ) )?
//!                    | titled_name text " / " ( "X" | "Twitter" ) words? ) reference_number? gap0
//! titled_name      = ( "(" digits "+"? ")" )? ( "Xユーザーの" | … )? name ( " on X" | " on Twitter" | "さん" | … ) ":"
//! joined_handle    = handle "."
//! handle_in_link   = handle "]" link_target
//! emphasized_handle = handle emphasis break_tag? line_end
//! follow           = gap0 middle_dot? ( ( follow_button | unread_button ) gap0 )?
//! follow_button    = "Follow" | "Following" | "フォローする" | …
//! unread_button    = words (* in a line of their own *)
//! reply_line       = emphasis? ( "Replying to" | "返信先" | … ) emphasis? break_tag? gap0
//!                    ( ( "and " | "と " | … )? emphasis? at_handle "さん"? ( "," | "、" )? emphasis? break_tag? blanks0 )+
//!                    line_end
//! blanks0          = whitespace*
//! widget_end       = ( gap0 ( closing_label | counter ) )+
//! joined_widget_end = ( "."? gap0 ( closing_label | counter ) )+ "."?
//! closing_label    = "Reply" | "Likes" | "Copy link" | "返信" | "Read" | …
//! counter          = digits ( ( "." | "," | … ) digits )* ( blanks0 ( "K" | "Mio." | "万" | … ) )? | "·"
//! client           = " "* "·" words line_end
//! emphasized_end   = words? line_end
//!
//! card             = ( ( "[" gap0 )? "![" )? ( "Twitter" | "X" ) " avatar for @" pictured_handle name "@" handle
//!                    ( gap0 middle_dot )? text ( "]" link_target )? "["? stamp_at card_end
//! pictured_handle  = handle ( gap0 "]" link_target )* gap0
//! card_end         = ( gap0 "* * *" )? widget_end? ( gap0 "]" link_target )? widget_end?
//!
//! permalink        = header ( "@" signing_handle | "[@" handle_in_link | bracketed_handle ) linked_text
//! linked_text      = line_end text closing_link
//! closing_link     = ( whitespace | ">" | "|" | "—" | "–" | "―" | "-" )* links
//!
//! citation         = name_and_dash bracketed_handle cited_text
//! cited_text       = on_network plain_date ":"? gap0 quoted
//! on_network       = gap0 "on" gap0 network ","? gap0
//! quoted           = '"' text '"' | "“" text "”" | "«" text "»" | "„" text "“" | "„" text "”" | "「" text "」"
//!                    | "『" text "』"
//!
//! bibliography     = name_and_dash ( opening_parenthesis | "[" ) "@" handle ( "]" | ")" )
//!                    ( apa | rendered_template | quoted_entry )
//!                    | "@" handle ( mla | handle_alone )
//! apa              = "."? gap0 "(" ( any_date | undated ) ")" "."? gap0 described "."? ( gap0 printed_url )?
//! undated          = words (* with a digit *)
//! described        = text "[" words "]" gap0 ( "[" words "]" )? "." gap0 network
//! mla              = gap0 "(" name ")" quoted_entry
//! handle_alone     = quoted_entry
//! rendered_template = gap0 "(" any_date ")" "."? gap0 quoted "."? gap0 kind_of_work via?
//! kind_of_work     = "."? gap0 ( "(" | "[" ) ( "Tweet" | "Tuit" | … ) ( ")" | "]" )
//! via              = words? ( "–" | "—" ) gap0 ( word gap0 )? network "."?
//! quoted_entry     = ( "." | "," | ":" ) gap0 ( digits "." gap0 )? quoted network_and_comma ( timed_date | date )
//!                    ( ( "." | "," )? gap0 printed_url )?
//! network_and_comma = "."? gap0 network "," gap0
//! network          = emphasis? ( "Twitter" | "X" ) ( gap0 "(" words ")" )? emphasis?
//!
//! wiki_template    = template (* with author, text, and day or number *)
//! template         = "{{" template_name ( "|" parameter_value )* "}}"
//! template_name    = words ( "<" words? ">" whitespace* )? whitespace* (* one of the words is "tweet" or its like *)
//! parameter_value  = pieces (* that begin with the parameter's name and "=", unless its place tells the name *)
//! pieces           = ( text | unread | nested | mark )*
//! unread           = "<nowiki>" text "</nowiki>" | "<!--" text "-->"
//! nested           = "{{" pieces "}}" | "[[" pieces "]]"
//! mark             = "{" | "}" | "[" | "]" | "<" | "|" (* a "|" within a nested one only *)
//!
//! date_link        = bracketed_date "]" link_target line_end
//! bracketed_date   = "[" gap0 ( rendered_stamp | any_date ) gap0
//!
//! dated            = plain_date | markdown_date | org_date | mediawiki_date | asciidoc_date | latex_date | html_date
//!                    | rst_date
//! plain_date       = ( reference_number gap0 )? emphasis? any_date emphasis? closing?
//! markdown_date    = ( reference_number gap0 )? emphasis? "[" gap0 any_date
//!                    ( gap0 "]" ( link_target | reference_target )? )?
//! org_date         = "[[" bare_target "][" any_date "]]"
//! mediawiki_date   = "[" bare_target " " gap0 any_date "]"
//! asciidoc_date    = "link:"? bare_target "[" any_date "^"? words? "]"
//! latex_date       = "\href{" bare_target "}{" gap0 any_date "}"
//! html_date        = "<a" whitespace target_within ">" gap0 any_date gap0 "<" "\"? "/a>"
//! rst_date         = "`" any_date gap0 "<" bare_target ">`" "_"? "_"?
//! rarely_dated     = "[" gap0 loose_date gap0 "]" ( link_target | reference_target )? | loose_date closing?
//! any_date         = date | epoch_millis | short_year_date
//! closing          = status_target | reference_number
//! reference_target = "[" words "]"
//! ```
//!
//! - `handle`, `emphasis`, `break_tag`, the gaps and ends of lines, the dates and the destinations of links are rules of
//!   other modules.
//! - `text` is that of the tweet, or a part of it. `name` is a display name, in the markup of a link or without.
//! - `words` are characters of one line, without those that end them; `word` is one of letters, digits and underscores.
//! - `digits` are those of ASCII, in a `counter` those of any script. `whitespace` is one character, in `blanks0` one
//!   that ends no line.
//! - `link` is one without markup that leads to no tweet. `links` are those of a line, of which one leads to the
//!   author's tweet.
//! - `"@"` is `＠` as well, but for the cards, the bibliographies and the tokenised texts; `"·"` is `∙` and `•` as well.
//!   The case of `"-LRB-"`, and of the networks and works, makes no difference.
//! - `…` stands for the rest of a table. Repetitions are bounded, which the rules leave out.

mod bibliography;
mod card;
mod citation;
mod dash;
mod date_link;
mod handle_and_date;
mod labels;
mod look_ahead;
mod lookalikes;
mod moved_text;
mod name_and_dash;
mod near_miss;
mod network;
mod page_head;
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
mod widget_end;
mod widget_header;
mod widget_lines;
mod widget_notes;
mod widget_stamp;

pub(crate) use self::{
    near_miss::missing,
    references::References,
    search::Attributions,
    types::{Attribution, TextPlace},
};

#[cfg(test)]
mod tests {
    use crate::grammar::{RuleNames, complaints};

    #[test]
    fn each_rule_of_the_grammar_is_a_function() {
        let words = RuleNames {
            first: &[
                "standard",
                "unbracketed",
                "widget",
                "card",
                "permalink",
                "citation",
                "bibliography",
                "wiki_template",
                "date_link",
            ],
            terminals: &["digits", "link", "links", "name", "text", "whitespace", "word", "words"],
            others: &[
                "date.rs",
                "date/epoch.rs",
                "date/loose.rs",
                "date/stamp.rs",
                "handle.rs",
                "markup/destination.rs",
                "markup/emphasis.rs",
                "markup/link.rs",
                "markup/remains.rs",
                "text/comment.rs",
                "text/whitespace.rs",
            ],
        };
        assert_eq!(complaints("attribution", &words), [""; 0]);
    }
}
