//! The labels of widgets and of X's own pages, in the languages of their interface: buttons, counters and notes around
//! a tweet.

use nom::{
    Parser,
    branch::alt,
    bytes::complete::{tag, take_while, take_while_m_n, take_while1},
    character::complete::{char, one_of, satisfy},
    combinator::{opt, peek, recognize},
    sequence::terminated,
};

use super::handle_and_date::at_handle;
use crate::{
    markup::{emphasis::emphasis, link::reference_number, remains::break_tag},
    text::{
        chars::is_middle_dot,
        list_item::after_bullet,
        parse::{IResult, parsed, repeated},
        whitespace::{gap0, is_blank, is_line_break, is_whitespace, last_line, line_end},
    },
};

/// The button or mark behind a handle: `Follow`, `Following`, `Verified account`.
#[rustfmt::skip]
const FOLLOW: [&str; 73] = [
    "Follow", "Following", "Verified account",
    "フォローする", "フォロー中", "フォロー", "팔로우하기", "팔로우", "팔로잉", "关注", "正在关注", "跟隨", "正在跟隨", "追蹤", "關注",
    "Seguir", "Siguiendo", "Seguindo", "A seguir", "Suivre", "S'abonner", "S’abonner", "Abonné", "Suivi", "Folgen", "Folge ich",
    "Segui", "Segui già", "Volgen", "Volgend", "Читать", "Читаю", "Obserwuj", "Obserwujesz", "Takip et", "Takip ediliyor",
    "Ikuti", "Mengikuti", "Ikut", "Sundan", "Sinusundan", "Seuraa", "Seurataan", "Följ", "Följer", "Følg", "Følger",
    "Követés", "Követem", "دنبال کردن", "دنبال می‌کنید", "متابعة", "تابع", "فالو کریں", "פולו", "מעקב", "לעקוב", "ติดตาม",
    "กำลังติดตาม", "फ़ॉलो करें", "Sledovat", "Sleduji", "Urmărește", "Theo dõi", "Segueix", "Читати", "Ακολουθήστε", "Ακολουθείτε",
    "Последване", "Прати", "Prati", "Sledovať", "Jarraitu",
];

/// The notes between a text and its time of day.
#[rustfmt::skip]
const NOTES: [&str; 58] = [
    "View image on Twitter", "View photos on Twitter", "View image on X", "View photos on X", "Embedded video",
    "Translate Tweet", "Translate post", "Traducir Tweet", "Traducir post", "Traduire le Tweet", "Traduire le post", "Traduzir Tweet",
    "Traduzir post", "Post übersetzen", "Show translation", "Last edited", "Watch on Twitter", "Watch on X",
    "画像をTwitterで見る", "最終更新日", "最終更新", "ポストを翻訳", "마지막 수정", "最后编辑于", "上次編輯", "Última edición", "Última edição",
    "Dernière modification", "Zuletzt bearbeitet", "Ultima modifica", "Laatst bewerkt", "Последнее изменение", "Son düzenlenme",
    "Son düzenleme", "Zuletzt geändert", "Senast redigerad", "Sidst redigeret", "Senest redigeret", "Sist redigert", "Viimeksi muokattu",
    "Ostatnio edytowano", "Ostatnia edycja", "Naposledy upraveno", "Utoljára szerkesztve", "Ultima editare", "Востаннє відредаговано",
    "Τελευταία επεξεργασία", "Terakhir diedit", "Chỉnh sửa lần cuối", "แก้ไขล่าสุด", "آخر تعديل", "آخرین ویرایش", "נערך לאחרונה",
    "Última edició", "上次编辑", "最后编辑", "마지막으로 수정됨", "Huling na-edit",
];

/// The buttons, counters and notes behind the time of day.
#[rustfmt::skip]
const CLOSING: [&str; 180] = [
    "Reply", "Replies", "Retweet", "Retweets", "Favorite", "Favorites", "Like", "Likes", "Repost", "Reposts", "Quote", "Quotes",
    "Quote Tweets", "View", "Views", "Bookmark", "Bookmarks", "likes", "retweets", "replies", "views", "Copy link", "Copied!",
    "Copy link to post", "Copy link to Tweet", "Read more on X", "Read more on Twitter", "View on Twitter", "View on X",
    "Explore what's happening on Twitter", "Read the full conversation on Twitter", "people are talking about this",
    "Twitter Ads info and privacy", "Ads info and privacy", "Twitter for iPhone", "Twitter for Android", "Twitter for iPad",
    "Twitter Web App", "Twitter Web Client", "TweetDeck", "New to X?", "New to Twitter?",
    "Sign up now to get your own personalized timeline!", "Log in", "Sign up", "See more",
    "返信", "リンクをコピー", "回視聴", "件の表示", "リポスト", "リツイート", "引用", "いいね", "いいねの数", "ブックマーク",
    "답글", "답글 달기", "링크 복사", "링크 복사하기", "조회수", "재게시", "리트윗", "인용", "마음에 들어요", "북마크",
    "回复", "回覆", "复制链接", "複製連結", "次查看", "次觀看", "查看", "转帖", "轉推", "转推", "喜欢", "喜歡", "书签", "書籤", "引用推文",
    "Responder", "Respuestas", "Copiar enlace", "Copiar link", "Copiar ligação", "Visualizaciones", "Visualizações", "vistas",
    "Me gusta", "Citas", "Republicaciones", "Curtidas", "Gostos", "Citações", "Guardados", "Elementos guardados", "Itens salvos",
    "Répondre", "Réponses", "Copier le lien", "vues", "Vues", "J'aime", "J’aime", "Citations", "Signets", "Republications",
    "Antworten", "Link kopieren", "Mal angezeigt", "Ansichten", "Gefällt mir", "Zitate", "Lesezeichen", "Reposts von anderen",
    "Rispondi", "Copia link", "visualizzazioni", "Visualizzazioni", "Mi piace", "Citazioni", "Segnalibri",
    "Beantwoorden", "Reageren", "Link kopiëren", "weergaven", "Weergaven", "Vind-ik-leuks", "Bladwijzers",
    "Ответить", "Скопировать ссылку", "просмотров", "просмотра", "Просмотры", "репостов", "отметок «Нравится»", "Закладки",
    "Odpowiedz", "Kopiuj link", "wyświetleń", "Yanıtla", "Bağlantıyı kopyala", "Görüntülenme", "Beğeni", "Yer İşareti",
    "Balas", "Salin tautan", "Salin pautan", "tayangan", "Suka", "Vastaa", "Kopioi linkki", "Svara", "Kopiera länk", "Svar",
    "Kopiér link", "Kopier lenke", "Válasz", "Link másolása", "件のリポスト", "件の引用", "件のいいね", "件のブックマーク", "회 조회",
    "„Gefällt mir“-Angaben", "„Gefällt mir“-Angabe", "Elemento guardado", "Vistas", "Wyświetlenia", "Polubienia", "Cytaty", "Zakładki",
    "Beğeniler", "Alıntılar", "Отметки «Нравится»", "Цитаты", "Репосты", "Retwittate", "Salvataggi",
];

/// The same in right-to-left scripts, which editors reorder in a line, and in further languages.
#[rustfmt::skip]
const CLOSING_ELSEWHERE: [&str; 39] = [
    "رد", "الرد", "نسخ الرابط", "مشاهدات", "پاسخ", "کپی پیوند", "جواب دیں", "להגיב", "תגובה", "העתקת קישור", "ตอบกลับ", "คัดลอกลิงก์",
    "जवाब दें", "लिंक कॉपी करें", "Odpovědět", "Zkopírovat odkaz", "Odpovedať", "Kopírovať odkaz", "Sumagot", "Kopyahin ang link",
    "Respon", "Copia l’enllaç", "Copia l'enllaç", "Răspunde", "Copiază linkul", "Trả lời", "Sao chép liên kết", "Відповісти",
    "Копіювати посилання", "Απάντηση", "Αντιγραφή συνδέσμου", "Отговор", "Копиране на връзката", "Одговори", "Odgovori",
    "Kopiraj poveznicu", "Erantzun", "Kopiatu esteka", "Copiar ligazón",
];

/// Notes that lead to the replies, with their number before, within or behind them, and other notes at a widget's end.
#[rustfmt::skip]
const READ_ON: [&str; 44] = [
    "Read", "Leer", "Ler", "Lire", "Leggi", "Lees", "Читать", "Przeczytaj", "Baca", "Läs", "Læs", "Les", "Lue", "respuestas", "respuesta",
    "respostas", "resposta", "réponses", "réponse", "risposte", "risposta", "antwoorden lezen", "Antworten lesen", "ответа", "ответов",
    "ответ", "odpowiedzi", "balasan", "svar", "vastausta", "yanıt oku", "件の返信を読む", "개의 답글 읽기", "답글", "条回复", "阅读更多内容",
    "Leer más en X", "Leia mais no X", "En savoir plus sur X", "Mehr auf X lesen", "Leggi di più su X", "Xでさらに読む", "X에서 더 읽기",
    "在 X 上阅读更多内容",
];

/// The words of X's page before the author of a post.
#[rustfmt::skip]
const PAGE_HEAD: [&str; 69] = [
    "Post", "Tweet", "Thread", "Conversation", "See new posts", "Log in", "Sign up", "Don’t miss what’s happening",
    "People on X are the first to know.", "ポスト", "ポストする", "ログイン", "新規登録", "会話", "アカウント作成", "게시물", "게시하기",
    "로그인", "가입하기", "대화", "帖子", "登录", "注册", "對話", "对话", "貼文", "登入", "註冊", "Iniciar sesión", "Regístrate",
    "Conversación", "Entrar", "Inscrever-se", "Conversa", "Se connecter", "S'inscrire", "S’inscrire", "Anmelden", "Registrieren",
    "Accedi", "Iscriviti", "Conversazione", "Inloggen", "Registreren", "Войти", "Зарегистрироваться", "Пост", "Giriş yap", "Kaydol",
    "Beitrag", "Unterhaltung", "Bericht", "Publicación", "Publicar", "Gönderi", "Wpis", "Zaloguj się", "Zarejestruj się", "Inlägg", "Logga in",
    "Registrera dig", "Postingan", "Masuk", "Daftar", "منشور", "تسجيل الدخول", "إنشاء حساب", "Inloggen", "Crear cuenta",
];

/// `follow_button`: the button behind a handle.
pub(super) fn follow_button(input: &str) -> IResult<&str, &str> {
    one_label(&FOLLOW, input)
}

/// `text` without a note at its end, or without an item of a list of counters or of those who retweeted:
/// `* Retweets 11`, `* [129]Ola [130]Ines`.
pub(super) fn without_notes(text: &str) -> Option<&str> {
    NOTES.iter().find_map(|note| text.strip_suffix(note)).or_else(|| without_list_item(text))
}

fn without_list_item(text: &str) -> Option<&str> {
    let line = last_line(text);
    let item = after_bullet(line.trim_start_matches(is_whitespace))?;
    let counted = |input| (closing_label, gap0, counter).parse(input).is_ok_and(|(rest, _)| line_end(rest).is_ok());
    (reference_number(item).is_ok() || counted(item)).then(|| text.get(..text.len() - line.len()))?
}

/// The longest name of a program, in characters.
pub(super) const LONGEST_CLIENT: usize = 40;

/// `client`: ` · Buffer`, the program by which the tweet was posted, at the end of the stamp's line.
pub(super) fn client(input: &str) -> IResult<&str, &str> {
    let name = (
        peek((opt(char(' ')), satisfy(char::is_alphanumeric))),
        take_while_m_n(1, LONGEST_CLIENT, |c| !is_line_break(c)),
    );
    recognize((take_while_m_n(0, 2, |c| c == ' '), satisfy(is_middle_dot), name, line_end)).parse(input)
}

/// The words before the accounts that a tweet replies to.
#[rustfmt::skip]
const REPLYING: [&str; 44] = [
    "Replying to", "In reply to", "返信先:", "返信先：", "返信先", "Antwort an", "En réponse à", "En respuesta a", "Respondiendo a",
    "Em resposta a", "Respondendo a", "In risposta a", "Als antwoord op", "Als reactie op", "W odpowiedzi do", "Odpowiedź do",
    "В ответ", "Ответ пользователю", "В ответ на", "Svarar", "Svar til", "Som svar til", "Vastauksena", "回复", "回覆", "Membalas",
    "رداً على", "ردًا على", "Beantwoorden aan", "In antwoord op", "W odpowiedzi na", "Yanıtlanan", "Svarer", "Válasz erre",
    "Odpověď na", "Răspuns pentru", "Trả lời", "در پاسخ به", "בתגובה ל", "ตอบกลับถึง", "У відповідь", "A responder a", "Ответ",
    "Vastauksena käyttäjälle",
];

/// `reply_line`: the accounts that a tweet replies to, in lines before its text: `Replying to @annbell and @kimlee`.
pub(super) fn reply_line(input: &str) -> IResult<&str, ()> {
    let line_break = || (opt(emphasis), opt(break_tag));
    let (rest, _) = (opt(emphasis), |input| one_label(&REPLYING, input), line_break(), gap0).parse(input)?;
    let joint =
        alt((tag("and "), tag("und "), tag("et "), tag("y "), tag("e "), tag("en "), tag("i "), tag("и "), tag("と ")));
    // Japanese puts a title behind each account.
    let mention = (opt(joint), opt(emphasis), at_handle, opt(tag("さん")), opt(alt((tag(","), tag("、")))));
    let (rest, ()) = repeated(1, MOST_MENTIONS, terminated(mention, (line_break(), blanks0))).parse(rest)?;
    let (_, ()) = line_end(rest)?;
    Ok((rest, ()))
}

/// The most mentions in such lines.
const MOST_MENTIONS: usize = 5;

/// `blanks0`: blanks within a line.
fn blanks0(input: &str) -> IResult<&str, &str> {
    take_while(is_blank).parse(input)
}

/// `line` without the words of the page at its beginning.
pub(super) fn without_page_head(line: &str) -> &str {
    let is_gap = |c: char| is_whitespace(c) || is_middle_dot(c) || matches!(c, '.' | '|');
    let mut rest = line;
    while let Some(after) =
        PAGE_HEAD.iter().find_map(|word| rest.strip_prefix(word).filter(|after| after.starts_with(is_gap)))
    {
        rest = after.trim_start_matches(is_gap);
    }
    rest
}

/// Whether `line` has nothing but words of the page.
pub(super) fn is_page_head(line: &str) -> bool {
    !line.is_empty()
        && (PAGE_HEAD.contains(&line)
            || PAGE_HEAD.iter().any(|word| line.starts_with(word)) && without_page_tail(line).is_empty())
}

/// `title` without the words of the page at its end.
pub(super) fn without_page_tail(title: &str) -> &str {
    let mut rest = title;
    while let Some(before) = PAGE_HEAD
        .iter()
        .find_map(|word| rest.strip_suffix(word).filter(|before| before.is_empty() || before.ends_with(is_whitespace)))
    {
        rest = before.trim_end_matches(is_whitespace);
    }
    rest
}

/// The most items behind a time of day: each counter has a number and a label.
const MOST_ITEMS: usize = 40;

/// `widget_end`: counters and buttons behind the time of day, up to the last label; fails without one.
///
/// A label alone may begin a sentence of the page. It counts behind a number, at the end of its line, or before another
/// item.
pub(super) fn widget_end(input: &str) -> IResult<&str, ()> {
    items(input, false)
}

/// `joined_widget_end`: the same where lines were joined by full stops: one may stand before each item and behind the
/// last.
pub(super) fn joined_widget_end(input: &str) -> IResult<&str, ()> {
    items(input, true)
}

/// Counters and buttons, where lines are joined or not.
fn items(input: &str, is_joined: bool) -> IResult<&str, ()> {
    let (mut rest, mut end, mut has_number) = (input, None, false);
    for _ in 0..MOST_ITEMS {
        let item = next_item(rest, is_joined);
        if let Ok((after, _)) = closing_label(item) {
            let after = after.strip_prefix('.').filter(|_| is_joined).unwrap_or(after);
            if has_number || line_end(after).is_ok() || is_item(next_item(after, is_joined)) {
                end = Some(after);
            }
            (rest, has_number) = (after, false);
        } else if let Ok((after, found)) = counter(item) {
            (rest, has_number) = (after, has_number || found.contains(char::is_numeric));
        } else {
            break;
        }
    }
    // Numbers whose labels are pictures.
    let end = end.map(|end| if line_end(rest).is_ok() && rest.len() < end.len() { rest } else { end });
    parsed(end.map(|end| (end, ())))
}

/// `rest` behind a gap, and behind a full stop where lines were joined by them.
fn next_item(rest: &str, is_joined: bool) -> &str {
    let rest = rest.strip_prefix('.').filter(|_| is_joined).unwrap_or(rest);
    gap0(rest).map_or(rest, |(item, _)| item)
}

fn is_item(input: &str) -> bool {
    counter(input).is_ok() || closing_label(input).is_ok()
}

/// `closing_label`: one of the labels behind a time of day; `Read 45 replies` has its number in the middle.
fn closing_label(input: &str) -> IResult<&str, &str> {
    alt((
        |input| one_label(&READ_ON, input),
        |input| one_label(&CLOSING, input),
        |input| one_label(&CLOSING_ELSEWHERE, input),
    ))
    .parse(input)
}

/// `counter`: `45.1K`, `1,234`, `12万`, `12,4 mil`, or a dot between two counters.
fn counter(input: &str) -> IResult<&str, &str> {
    let digits = || take_while1(char::is_numeric);
    let number = (digits(), repeated(0, MOST_GROUPS, (one_of(".,٫٬\u{202f}"), digits())));
    let unit = opt((blanks0, |input| one_label(&UNITS, input)));
    alt((recognize((number, unit)), recognize(satisfy(is_middle_dot)))).parse(input)
}

/// The most groups of digits behind the first one.
const MOST_GROUPS: usize = 4;

/// The short forms of thousand, million and billion, and their like.
#[rustfmt::skip]
const UNITS: [&str; 37] = [
    "K", "M", "B", "k", "mil", "mi", "bi", "mill.", "Mio.", "Tsd.", "Mrd.", "mln", "mln.", "tys.", "тыс.", "млн", "тис.", "Md", "Mn", "rb",
    "jt", "RB", "JT", "tn", "mn", "t", "хил.", "χιλ.", "εκ.", "万", "億", "亿", "萬", "만", "천", "억", "ألف",
];

/// The longest of `labels` at the beginning of `input`, with no letter behind it.
fn one_label<'t>(labels: &[&str], input: &'t str) -> IResult<&'t str, &'t str> {
    let found = labels.iter().filter(|label| input.starts_with(**label)).max_by_key(|label| label.len());
    let split = found.and_then(|label| input.split_at_checked(label.len()));
    let is_whole = |rest: &str| !rest.starts_with(|c: char| c.is_ascii_alphabetic());
    parsed(split.filter(|(_, rest)| is_whole(rest)).map(|(label, rest)| (rest, label)))
}
