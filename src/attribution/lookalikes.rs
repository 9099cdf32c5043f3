//! Refuses lookalikes of attributions: bylines, credits of pictures, release notes, and items of lists.
//!
//! | rule | refused | accepted |
//! |---|---|---|
//! | [`bylines::lacks_text`] | `Dana (@dortiz) July 14, 2021` at the top of a page | the dash is there |
//! | [`bylines::is_under_heading`] | a line without a full stop, and below it `Dana (@dortiz) July 14, 2021` | the line ends with a link, or stands below prose |
//! | [`bylines::is_byline`] | `By Dana (@dortiz) July 14, 2021`, `Author: Dana (@dortiz) July 14, 2021` | the dash is there |
//! | [`rules::is_stamped_byline`] | a title, and below it `Dana (@dortiz)`, date and time on two lines | a line of a paragraph below prose, or a link, instead of the title |
//! | [`lists::is_list_item`] | `* Fix the parser (@dortiz) 2021-07-14` | the dash is there |
//! | [`lists::is_hyphenated_item`] | `- Dana (@dortiz) July 14, 2021` below `People who joined us:` | a text stands above it |
//! | [`pictures::is_picture_credit`] | `Photo by Dana (@dortiz) July 14, 2021` | `— Photo Dana (@dortiz) July 14, 2021` |
//! | [`bylines::is_retyped_byline`] | `— By Dana (@dortiz), July 14, 2021` | no comma, or the handle has the word as well |
//! | [`credits::is_labelled`] | `— Source: Dana (@dortiz) July 14, 2021`, `— Text: Dana …` | the name is no label |
//! | [`credits::is_credit`] | `— Edited by Dana (@dortiz) July 14, 2021` | `— Stand by Me …`: the words are none of a list |
//! | [`shows::is_event`] | `“A talk” — Dana (@dortiz), July 14, 2021, Bridge Days` | one of the commas is not there |
//! | [`bylines::is_mail_signature`] | `--`, and below it `Dana (@dortiz) July 14, 2021` | a single dash, or the name in the line of the dash |
//! | [`lists::is_list_of_people`] | `Speakers:`, and below it only `— Dana (@dortiz) July 14, 2021` and the like | a text stands above one of them |
//! | [`code::is_comment`] | `dortiz commented on Jul 14, 2021` above `thanks — Dana (@dortiz) July 14, 2021` | somebody else commented |
//! | [`releases::is_release`] | `### 2.1.0 — Dana (@dortiz) July 14, 2021` | there are words before the dash |
//! | [`shows::is_episode`] | `Episode 12: Bridges — Dana (@dortiz) July 14, 2021` | other words stand before the number |
//! | [`code::is_code_comment`] | `// Fixed it — Dana (@dortiz) July 14, 2021` next to code | no code stands next to it |
//! | [`code::is_commented_out`] | `<!-- Fixed it — Dana (@dortiz) July 14, 2021 -->` | the comment ends elsewhere |
//! | [`releases::is_release_row`] | `\| 2.1.0 \| Fix it — Dana (@dortiz) July 14, 2021 \|` | the first cell is no version |
//! | [`releases::is_release_note`] | `- Fix it — Dana (@dortiz) 2021-07-14` below `## 2.1.0` | the date is in words, or no version stands above |
//! | [`releases::is_package_note`] | ` -- Dana (@dortiz)  Wed, 14 Jul 2021` below `bridge (2.1.0) unstable; urgency=low` | no such line above |
//! | [`shows::is_sound`] | `So glad ♬ original sound - Dana (@dortiz) July 14, 2021` | the note is not on the line |
//! | [`pictures::is_label`] | `Photo — Dana (@dortiz) July 14, 2021` | there are other words before the dash |

mod bylines;
mod code;
mod credits;
mod lists;
mod pictures;
mod releases;
mod rules;
mod shows;
mod titles;

pub(super) use rules::{Behind, is_lookalike, is_stamped_byline};
