//! False friends of the canonical form, composed: what looks like a quotation and is none. Pages with embeds hardly
//! have any.

use embedded_tweet::boundary_fit::script_family;

use crate::corpus::{Example, Form, false_friend};

/// A made quotation.
pub struct Made {
    pub source: String,
    pub quotation: String,
    pub text_end: usize,
    pub attribution: usize,
    pub name: String,
    pub handle: String,
}

/// How an attribution is written: what stands before the name, and between handle and date.
#[derive(Clone, Copy)]
enum Written {
    /// Like a tweet's.
    AsTweet,
    /// Like a tweet's, at the end of the page in three of four.
    Signed,
    /// With words before the name: `By`.
    Byline,
    /// With a comma before the date, and a place behind it.
    Placed,
    /// With another one like it in the next line.
    Listed,
    /// With a name in lowercase.
    Remark,
}

/// Texts and how their attributions are written; texts between `|` are variants of each other and are held out
/// together.
const TEMPLATES: &[(Written, &str)] = &[
    // Those who sign a letter.
    (
        Written::Signed,
        "Thank you for reading!|Thank you for reading this far, and until Friday!|Thanks for subscribing, it means a lot.",
    ),
    (Written::Signed, "See you soon!|See you all in October!|Until next time.|Until then, take care!"),
    (Written::Signed, "Have a great weekend!|Enjoy the holidays.|Happy new year to all of you!"),
    (Written::Signed, "Kind regards,|Best wishes,|Yours truly,|Cheers,|With love,|Sincerely"),
    (Written::Signed, "Your editor|The editors|The whole team|On behalf of the board"),
    (Written::Signed, "Questions? Just reply to this mail.|Let me know what you think.|Write to us whenever you like."),
    (Written::Signed, "Happy coding!|Keep building.|Stay curious, and stay safe."),
    (
        Written::Signed,
        "That is all for this month.|That was the news of the week.|This was the last issue of the year.",
    ),
    (Written::Signed, "We wish you a good start.|We hope to welcome you again.|Come and visit us."),
    (Written::Signed, "Tell your friends about it, and do come back.|If you liked this, pass it on."),
    (Written::Signed, "Bis bald!|Bis zum nächsten Mal!|Viel Spaß beim Lesen!|Danke fürs Lesen, und bis nächste Woche."),
    (Written::Signed, "Viele Grüße|Herzliche Grüße aus dem Norden|Mit freundlichen Grüßen|Euer Team"),
    (
        Written::Signed,
        "À bientôt !|Merci de votre lecture et à la semaine prochaine.|Bonne lecture à toutes et à tous !|Amicalement,",
    ),
    (Written::Signed, "¡Hasta pronto!|Gracias por leernos.|Un abrazo,|Nos vemos el mes que viene.|Saludos cordiales"),
    (Written::Signed, "Até breve!|Obrigado pela leitura e até a próxima semana.|Um abraço,|Boa leitura!"),
    (Written::Signed, "A presto!|Grazie per aver letto fin qui.|Un caro saluto,|Buona lettura"),
    (Written::Signed, "Tot volgende week!|Bedankt voor het lezen.|Met vriendelijke groet,|Veel leesplezier"),
    (Written::Signed, "Görüşmek üzere!|Okuduğunuz için teşekkürler.|Sevgiler,|İyi haftalar"),
    (Written::Signed, "Sampai jumpa!|Terima kasih sudah membaca.|Salam hangat,"),
    (Written::Signed, "До встречи!|Спасибо, что читаете нас.|С уважением,|Хорошей недели"),
    (Written::Signed, "Do zobaczenia!|Dziękuję za lekturę.|Pozdrawiam,"),
    (Written::Signed, "Vi ses snart!|Tack för att du läste.|Med vänlig hälsning,|Hej så länge"),
    (
        Written::Signed,
        "お読みいただきありがとうございました。|それではまた来週！|今後ともよろしくお願いいたします。|編集部より",
    ),
    (Written::Signed, "读到这里，谢谢大家。|下周再见！|此致敬礼|編輯部敬上"),
    (Written::Signed, "읽어 주셔서 감사합니다.|다음 주에 만나요!|감사합니다"),
    (Written::Signed, "شكرا على القراءة.|إلى اللقاء!|مع أطيب التحيات،|با احترام"),
    (Written::Signed, "תודה שקראתם.|להתראות בשבוע הבא!|בברכה,"),
    (Written::Signed, "पढ़ने के लिए धन्यवाद।|अगले हफ़्ते मिलते हैं!|सादर,|ขอบคุณที่ติดตาม"),
    // Those who are quoted, thanked or praised.
    (
        Written::AsTweet,
        "“Be kind whenever you can.”|“Less is more, and more is too much.”|\"Make it work, then make it right.\"",
    ),
    (
        Written::AsTweet,
        "The best tool I have used in years.|Saved us weeks of work, warmly recommended.|A joy to work with!",
    ),
    (Written::AsTweet, "Words by|Text and photos|Illustration|Photography|Translated from the Dutch|Edited by"),
    (Written::AsTweet, "Last updated|Published|Posted|Written|Reviewed|First draft|Updated with new figures"),
    (Written::AsTweet, "Special thanks to our contributors|With thanks to the reviewers|Many thanks to all who helped"),
    // Those who speak.
    (Written::Listed, "Speakers:|Our speakers|The speakers of this year:|On stage"),
    (Written::Listed, "Programme|The programme:|Line-up|Sessions:|Who speaks when:"),
    (Written::Listed, "Hosts:|Panel:|Moderators:|Participants|Guests of the evening:|Organisers:"),
    (Written::Listed, "Referenten:|Vorträge:|Das Programm|Mit dabei:"),
    (Written::Listed, "Intervenants :|Conférences|Au programme :"),
    (Written::Listed, "Ponentes:|Charlas:|Palestrantes:|Programação:"),
    (Written::Listed, "Contributors|Contributors of this release:|Maintainers:|Credits:|Authors:|New members:"),
    (Written::Listed, "登壇者：|スピーカー|プログラム|発表者一覧："),
    (Written::Placed, "\"How we moved the archive\"|“Small tools for large teams”|“What maps leave out”"),
    (Written::Placed, "Keynote: the next ten years|Workshop on testing|Lightning talk about fonts|Panel on open data"),
    (Written::Placed, "Slides of “Ten years of gardens”|Recording of the talk on tides|Notes from the session on maps"),
    (Written::Placed, "„Wie wir Brücken planen“|« Des villes pour tous »|“Cómo medir el ruido”|「地図の話」"),
    (
        Written::AsTweet,
        "“What the river knew”|“Ten years of slow software, and what came of it”|\"Maps without borders\"|„Gärten auf Dächern“",
    ),
    // Those who wrote the article, or are its source.
    (Written::Byline, "The council will vote on it in May.|More than forty people came, the police said."),
    (Written::Byline, "The company did not reply to questions.|The work is to be done by the end of the year."),
    (Written::Byline, "Das Rathaus äußerte sich nicht.|La mairie n’a pas répondu.|El ayuntamiento no respondió."),
    (Written::Byline, "This article was first published elsewhere.|This post is part of a series on harbours."),
    (Written::AsTweet, "Source:|Source|Via|Photo:|Image credit:|Picture:|Hat tip:|Found via"),
    (Written::AsTweet, "Quelle:|Foto:|Fuente:|Fonte:|Crédit photo :|Bron:|Источник:|Kaynak:"),
    (Written::AsTweet, "出典：|📎 出典：|引用元：|写真：|参考：|📷 撮影"),
    // Those who worked on something.
    (Written::Remark, "LGTM|LGTM, thanks!|Looks good to me.|Approved|Merged into main|Closed as duplicate"),
    (
        Written::Remark,
        "Fix the crash on start|Add a dark theme|Update the dependencies|Remove the old parser|Bump version",
    ),
    (
        Written::Remark,
        "Fixed a typo in the guide|Added tests for empty input|Made the cache smaller|Dropped support for old systems",
    ),
    (Written::Remark, "Nice catch, will do.|Could you rebase this?|Needs a test.|Same here on the current version."),
    (Written::AsTweet, "Fixed a memory leak when windows are closed|Improved start time|New option for colours"),
    (Written::AsTweet, "Version 2.4 is out|Release notes|Changes in this version:|Known issues"),
];

/// Names in the script of a text, by its number in `script_family`; those of Latin script are found with any other too.
const NAMES: [&[&str]; 7] = [
    &LATIN,
    &LATIN,
    &["Олег Зимин", "Марія Коваль", "Ελένη Ρήγα"],
    &["佐藤 葵", "田中ゆき", "林小明", "王芳"],
    &["김하늘", "박서준"],
    &["ليلى حداد", "نور", "רוני לוי"],
    &["राज मेहता", "สมชาย"],
];
const LATIN: [&str; 13] = [
    "Mara Velden",
    "Tom Okoye",
    "Lena Fuchs",
    "Iker Sanz",
    "Noor Haddad",
    "Júlia Prado",
    "Pekka Salo",
    "Aiko Mori",
    "Chloé Marin",
    "Eda Kaya",
    "Raj Mehta",
    "Sam",
    "Kit Lowe",
];
const LOWERCASE: [&str; 4] = ["thanks", "mvelden", "reviewed by", "kit"];
const HANDLES: [&str; 8] = ["mvelden", "tomokoye", "lena_f", "ikersanz", "noorh", "jprado", "salop", "kitlowe"];
const BY: [&str; 8] = ["By ", "Von ", "Par ", "Por ", "Words by ", "Reported by ", "by ", "Door "];
const DATES: [&str; 10] = [
    "May 3, 2021",
    "October 12, 2016",
    "March 30, 2019",
    "3 June 2020",
    "14. Mai 2018",
    "2 février 2017",
    "5 de abril de 2022",
    "2021年3月8日",
    "Jan 9, 2015",
    "20 Kasım 2019",
];
const PLACES: [&str; 6] =
    [", Tidewater Days", " in Utrecht", " at the library", ", room 4", " (slides)", ", 45 minutes"];

/// How many quotations are made of each template.
const OF_EACH: usize = 24;

/// Puts the templates behind the prose of `examples`. Those of a script weigh together `share` of the examples of that
/// script: a script tells nothing about whether a text is a tweet.
pub fn compose(examples: &[Example], share: f64) -> Vec<Example> {
    let prose: Vec<&Example> =
        examples.iter().filter(|e| e.form == Form::Paragraph && e.edge.is_empty() && e.before().len() > 80).collect();
    if prose.is_empty() {
        return Vec::new();
    }
    let mut state = 0x0dd0_5eed_u64;
    let mut any = move |n: usize| {
        // The generator of Knuth's MMIX.
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % n
    };
    let mut out = Vec::new();
    for (number, (written, texts)) in TEMPLATES.iter().enumerate() {
        let texts: Vec<&str> = texts.split('|').collect();
        for _ in 0..OF_EACH {
            let made = make(number, *written, texts[any(texts.len())], &mut any);
            let place = prose[any(prose.len())];
            let before = match any(10) {
                0 => String::new(),
                1 => format!("{}\n", place.before().trim_end()),
                2 => format!("{} ", place.before().trim_end()),
                _ => format!("{}\n\n", place.before().trim_end()),
            };
            let next = "\n— Ola Berg (@olaberg) 4 May 2021\n";
            let after = match (written, any(4)) {
                (Written::Listed, _) => next.to_owned(),
                (Written::Placed, at) => format!("{}\n\n{}", PLACES[at], place.after().trim_start()),
                (Written::Signed, at) if at < 3 => ["", "\n", "\n\n"][at].to_owned(),
                (_, 0) => String::new(),
                (_, 1) => "\n".to_owned(),
                (_, 2) => format!("\n\n{}", place.after().trim_start()),
                _ => format!("\n{}", place.after().trim_start()),
            };
            out.push(Example { weight: 1.0, ..false_friend(&before, &made, &after) });
        }
    }
    let (all, made) = (weights(examples), weights(&out));
    for e in &mut out {
        let script = script_of(e.quotation());
        e.weight = share * all[script] / made[script];
    }
    out
}

/// The script of the first letter of `text`, as a number.
fn script_of(text: &str) -> usize {
    text.chars().map(|c| usize::from(script_family(c))).find(|family| *family > 0).unwrap_or(0)
}

/// What the examples of each script weigh.
fn weights(examples: &[Example]) -> [f64; NAMES.len()] {
    let mut weights = [0.0; NAMES.len()];
    for e in examples {
        weights[script_of(e.quotation())] += e.weight;
    }
    weights
}

fn make(number: usize, written: Written, text: &str, any: &mut impl FnMut(usize) -> usize) -> Made {
    let names = if any(4) > 0 { NAMES[script_of(text)] } else { &LATIN };
    let name = names[any(names.len())];
    let name = match written {
        Written::Byline => format!("{}{}", BY[any(BY.len())], name),
        Written::Remark if any(2) == 0 => LOWERCASE[any(LOWERCASE.len())].to_owned(),
        _ => name.to_owned(),
    };
    let text = match written {
        Written::Remark if any(3) == 0 => format!("{text} @{}", HANDLES[any(HANDLES.len())]),
        _ => text.to_owned(),
    };
    let gap = ["\n\n", "\n", " ", "\n\n"][any(4)];
    let gap = if matches!(written, Written::Listed) && gap == " " { "\n" } else { gap };
    let dash = ["— ", "– ", "-- ", "— "][any(4)];
    let handle = HANDLES[any(HANDLES.len())];
    let comma = match written {
        Written::Placed | Written::Byline if any(4) > 0 => ",",
        _ if any(8) == 0 => ",",
        _ => "",
    };
    let date = DATES[any(DATES.len())];
    let attribution = text.len() + gap.len();
    Made {
        source: format!("false friends {number}"),
        quotation: format!("{text}{gap}{dash}{name} (@{handle}){comma} {date}"),
        text_end: text.len(),
        attribution,
        name,
        handle: handle.to_owned(),
    }
}
