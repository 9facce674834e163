//! Lines that are no part of a document: the furniture of its page, the headlines of other articles, and text whose
//! letters were read in a wrong encoding. They are passed over, not changed. Invariant: a line that ends as a sentence
//! does is no furniture.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::analysis::lexicon::{forms, rows};
use crate::text::fold::fold_plain;
use crate::text::sentence::paragraphs;
use crate::text::span::Span;

/// How many lines at the head and at the foot of a document are looked at: a page is never longer.
const EDGE: usize = 300;

/// How near the head or the foot a menu stands.
const MENU_EDGE: usize = 6;

/// The longest line that may be furniture, in bytes.
const LONGEST: usize = 260;

/// The most words of a headline.
const HEADLINE: usize = 16;

/// The most headlines behind «مقالات ذات صلة».
const HEADLINES: usize = 12;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Byline,
    Page,
    Lone,
    Related,
}

/// The rest of each opening and its class, by its first word.
static OPENINGS: LazyLock<FxHashMap<String, Vec<(String, Class)>>> = LazyLock::new(|| {
    let mut openings: FxHashMap<String, Vec<(String, Class)>> = FxHashMap::default();
    for row in rows(include_str!("../lexicon/aside.tsv")) {
        let [class, column] = row[..] else { continue };
        let class = match class {
            "byline" => Class::Byline,
            "page" => Class::Page,
            "lone" => Class::Lone,
            _ => Class::Related,
        };
        for form in forms(column).map(fold_plain) {
            let (first, rest) = form.split_once(' ').unwrap_or((&form, ""));
            let known = openings.entry(first.to_owned()).or_default();
            known.push((rest.to_owned(), class));
        }
    }
    openings
});

/// The lines that are passed over, in order.
pub(super) fn find(text: &str) -> Vec<Span> {
    let lines = paragraphs(text);
    let mut asides = Vec::new();
    let mut headlines = 0;
    let mut last_end = 0;
    for (index, line) in lines.iter().enumerate() {
        let written = line.slice(text);
        if is_misread(written) {
            asides.push(*line);
            continue;
        }
        if let Some(end) = ticker(written) {
            asides.push(Span::new(line.start, line.start + end));
            continue;
        }
        let from_edge = index.min(lines.len() - 1 - index);
        if from_edge > EDGE {
            headlines = 0;
            continue;
        }
        // A blank line ends the headlines, unless nothing but short lines is left.
        let is_next = text
            .get(last_end..line.start)
            .is_none_or(|gap| gap.matches('\n').count() < 2);
        headlines =
            if headlines > 0 && (is_next || is_foot(text, &lines, index)) && is_headline(written) {
                headlines - 1
            } else {
                0
            };
        let is_of_related = headlines > 0;
        let class = class(written);
        if class == Some(Class::Related) && written.split_whitespace().count() <= 5 {
            headlines = HEADLINES;
        }
        if is_of_related
            || class.is_some()
            || (from_edge < MENU_EDGE && is_menu(written) && !is_row(text, &lines, index))
        {
            asides.push(*line);
        }
        last_end = line.end;
    }
    // A text that is nothing but furniture is read as it is.
    if asides == lines && !lines.iter().any(|line| is_misread(line.slice(text))) {
        asides.clear();
    }
    asides
}

/// The class of a line by how it begins.
fn class(written: &str) -> Option<Class> {
    if written.len() > LONGEST || written.ends_with(['.', '؟', '!', '…']) {
        return None;
    }
    let words = written
        .split(|character: char| !is_letter_or_figure(character))
        .filter(|word| !word.is_empty());
    let first = fold_plain(words.clone().next()?);
    let known = OPENINGS.get(&first)?;
    let words: Vec<&str> = words.collect();
    let rest = fold_plain(&words.get(1..6.min(words.len()))?.join(" "));
    let opens = |opening: &str| {
        opening.is_empty()
            || rest
                .strip_prefix(opening)
                .is_some_and(|behind| behind.is_empty() || behind.starts_with(' '))
    };
    let fits = |(opening, class): &&(String, Class)| {
        let has_figure = written.chars().any(char::is_numeric);
        let length = match class {
            Class::Byline if has_figure => 14,
            Class::Byline => 4,
            Class::Page => 10,
            Class::Lone => 1,
            Class::Related => HEADLINE + 4,
        };
        words.len() <= length && opens(opening)
    };
    known.iter().find(fits).map(|(_, class)| *class)
}

/// What words are made of; nearly every letter is told without the tables.
fn is_letter_or_figure(character: char) -> bool {
    matches!(character, 'ء'..='غ' | 'ف'..='ي') || character.is_alphanumeric()
}

/// Entries set apart by bars or wide gaps.
fn is_menu(written: &str) -> bool {
    if written.len() > LONGEST || written.ends_with(['.', '؟', '!', '…']) {
        return false;
    }
    let is_short = |entry: &str| entry.split_whitespace().count() <= 7;
    let is_parted = |sign: &str, least: usize| {
        let entries = written.split(sign).filter(|entry| !entry.trim().is_empty());
        entries.clone().count() >= least && entries.into_iter().all(is_short)
    };
    is_parted("|", 3) || is_parted("   ", 4) || is_parted("\t", 4) || is_parted("»", 4)
}

/// Whether the line is a row of a table: its neighbour has as many bars.
fn is_row(text: &str, lines: &[Span], index: usize) -> bool {
    let bars = |index: Option<usize>| {
        let line = lines.get(index?)?;
        Some(line.slice(text).matches('|').count())
    };
    let own = bars(Some(index)).filter(|bars| *bars > 0);
    own.is_some() && (own == bars(index.checked_sub(1)) || own == bars(index.checked_add(1)))
}

/// Where the headlines of other articles end that a collecting site sets before one, many in a line with wide gaps; the
/// article may go on behind them.
fn ticker(written: &str) -> Option<usize> {
    const GAP: &str = "    ";
    const LEAST: usize = 6;
    if written.len() < LONGEST || written.matches(GAP).take(LEAST).count() < LEAST {
        return None;
    }
    let last = written.rfind(GAP)?;
    let headlines = written.get(..last)?;
    let count = headlines.split(GAP).count();
    let rest = written.get(last..)?;
    let is_short = headlines.split_whitespace().count() <= count * HEADLINE;
    let is_article = rest.split_whitespace().count() > HEADLINE * 2;
    is_short.then_some(if is_article { last } else { written.len() })
}

fn is_headline(written: &str) -> bool {
    !written.ends_with(['.', '؟', '!', ':', '،']) && written.split_whitespace().count() <= HEADLINE
}

/// Whether only headlines are left from here on.
fn is_foot(text: &str, lines: &[Span], index: usize) -> bool {
    let rest = lines.get(index..).unwrap_or(&[]);
    rest.len() <= HEADLINES && rest.iter().all(|line| is_headline(line.slice(text)))
}

/// Whether a line was read in a wrong encoding: UTF-8 as Latin-1 («Ø§Ù„») or as Windows-1256 («ط§ظ„»), where every second
/// character is one of very few, or Windows-1256 as Latin-1 («ÇáÚÑÈ»), where nearly all are letters with accents.
fn is_misread(written: &str) -> bool {
    // Most lines have no letter with an accent and few of «ط» and «ظ»; a character has four bytes at most.
    let bytes = written.as_bytes();
    let blanks = memchr::memchr_iter(b' ', bytes).count();
    let is_plain = || memchr::memchr2_iter(0xB7, 0xB8, bytes).count() * 12 + blanks < bytes.len();
    if memchr::memchr(0xC3, bytes).is_none() && is_plain() {
        return false;
    }
    let (mut leads, mut accents, mut arabic, mut all) = (0_usize, 0_usize, 0_usize, 0_usize);
    for character in written.chars() {
        match character {
            'Ø' | 'Ù' | 'Ú' | 'Û' | 'Ã' | 'Â' => (leads, accents) = (leads + 1, accents + 1),
            '\u{C0}'..='\u{FF}' => accents += 1,
            'ط' | 'ظ' => arabic += 1,
            ' ' => continue,
            _ => {}
        }
        all += 1;
    }
    (leads >= 3 && leads * 4 >= all)
        || (accents >= 4 && accents * 2 >= all)
        || (arabic >= 4 && arabic * 3 >= all)
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn furniture_and_misread_lines_are_passed_over() {
        let text = "الرئيسية | وطني | اتصل بنا\nنشر في 9 ماي 2012\nتأسيس شبكة القرى\n\
            شاركت في اللقاء خمسون جمعية\nØ§Ù„Ù…ØºØ±Ø¨\nط§ظ„ظ…ط؛ط±ط¨\nاقرأ أيضا\n- سعر القمح يرتفع\n- أمطار غدا\n\n\
            تطالب الشبكة بفتح الطريق.\nمشاركة\nمقالات ذات صلة\n\nافتتاح سوق\n\nحريق في الغابة";
        let shown: Vec<_> = find(text).iter().map(|line| line.slice(text)).collect();
        assert_eq!(
            shown,
            [
                "الرئيسية | وطني | اتصل بنا",
                "نشر في 9 ماي 2012",
                "Ø§Ù„Ù…ØºØ±Ø¨",
                "ط§ظ„ظ…ط؛ط±ط¨",
                "اقرأ أيضا",
                "- سعر القمح يرتفع",
                "- أمطار غدا",
                "مشاركة",
                "مقالات ذات صلة",
                "افتتاح سوق",
                "حريق في الغابة",
            ]
        );
    }

    #[test]
    fn headlines_of_a_collecting_site_end_before_the_article() {
        let headline = "خبر عن سوق القمح في البلدة    ";
        let article = "أعلنت ست جمعيات من القرى عن تأسيس شبكة للدفاع عن الماء والغابة، ".repeat(4);
        let text = format!("{}{article}", headline.repeat(12));
        let asides = find(&text);
        assert_eq!(asides.len(), 1);
        assert_eq!(text[asides[0].end..].trim(), article.trim());
        assert_eq!(find("ÇáÅÕáÇÍíæä ÇáÓÚæÏíæä").len(), 1);
    }

    #[test]
    fn sentences_are_no_furniture() {
        for text in [
            "شارك في اللقاء ممثلو عشر جمعيات من الجهة",
            "تحميل الحكومة مسؤولية الوضع",
            "المصدر الأول للخلاف هو الماء",
            "جمعية الضاد\nجمعية الطائر\nجمعية الظل",
            "نشر في البلدة خبر تأسيس الشبكة فتوافد الناس من القرى المجاورة إلى الساحة الكبرى للاحتفال",
            "طبيب وطالب وطباخ",
            "المزيد من الجهد لحماية الماء",
            "مشاركة واسعة",
            "سعيد | رئيسا | قرية الوادي\nليلى | كاتبة | قرية الجبل",
        ] {
            assert!(find(text).is_empty(), "{text}");
        }
    }
}
