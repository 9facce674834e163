//! The title of a document nobody has titled: its first real sentence. A page's furniture (clock lines, «مقالات ذات
//! صلة», single words of a menu) is passed over. Invariant: a title is never empty and at most 120 characters long.

use std::sync::LazyLock;

use crate::analysis::lexicon::rows;
use crate::analysis::reading::Reading;
use crate::text::fold::fold_plain;
use crate::text::span::Span;
use crate::text::token::{TokenKind, words};

pub mod compose;

/// The most characters a title has, the sign of omission included.
const LONGEST: usize = 120;

/// What stands where a document has no word at all.
const UNTITLED: &str = "وثيقة بلا عنوان";

static FURNITURE: LazyLock<Vec<String>> = LazyLock::new(|| {
    rows(include_str!("lexicon/furniture.tsv"))
        .map(|row| fold_plain(row.first().unwrap_or(&"")))
        .collect()
});

/// The title of a text, and the passage it was taken from.
#[must_use]
pub fn title(text: &str) -> (String, Span) {
    find(&Reading::of(text))
}

/// The title of a document, and the passage it was taken from.
#[must_use]
pub fn find(reading: &Reading<'_>) -> (String, Span) {
    let sentence = reading
        .sentences
        .get(lead(reading))
        .copied()
        .unwrap_or_default();
    let mut spans =
        words(sentence.slice(reading.text)).map(|word| word.span.shifted(sentence.start));
    let Some(first) = spans.next() else {
        return (UNTITLED.to_owned(), Span::default());
    };
    let last = spans.last().unwrap_or(first);
    let start = with_opening_marks(reading.text, sentence.start, first.start);
    let span = with_closing_marks(reading.text, Span::new(start, last.end), sentence.end);
    shorten(reading.text, span)
}

/// The index of the first sentence that is the document's and not its page's; the first with a word where all look
/// like furniture, 0 where none has a word.
#[must_use]
pub fn lead(reading: &Reading<'_>) -> usize {
    let mut first_with_words = None;
    let mut start = 0;
    while let Some(sentence) = reading.sentence(start) {
        let rest = reading.words.get(start..).unwrap_or(&[]);
        let length = rest.partition_point(|word| word.sentence == sentence);
        let letters = rest
            .iter()
            .take(length)
            .filter(|word| word.kind == TokenKind::Word)
            .count();
        if letters >= 4 && !is_furniture(reading, start, length, letters) {
            return sentence;
        }
        if letters > 0 && first_with_words.is_none() {
            first_with_words = Some(sentence);
        }
        start += length.max(1);
    }
    first_with_words.unwrap_or(0)
}

/// Which sentences are the page's and not the document's: tickers, and the links that follow a line like «اقرأ أيضا».
#[must_use]
pub fn page_lines(reading: &Reading<'_>) -> Vec<bool> {
    let mut lines = vec![false; reading.sentences.len()];
    let (mut start, mut is_in_links) = (0, false);
    while let Some(sentence) = reading.sentence(start) {
        let rest = reading.words.get(start..).unwrap_or(&[]);
        let length = rest.partition_point(|word| word.sentence == sentence);
        let line = rest.get(..length).unwrap_or(&[]);
        let letters = line
            .iter()
            .filter(|word| word.kind == TokenKind::Word)
            .count();
        let is_furniture = letters > 0 && is_furniture(reading, start, length, letters);
        is_in_links =
            letters <= LONGEST_LINK && (is_in_links || is_furniture && opens_links(reading, start));
        if let Some(line) = lines.get_mut(sentence) {
            *line = is_furniture || is_in_links;
        }
        start += length.max(1);
    }
    lines
}

/// The most words of a line that only leads to another page.
const LONGEST_LINK: usize = 14;

/// Whether the line that begins at `start` is the heading of links.
fn opens_links(reading: &Reading<'_>, start: usize) -> bool {
    let first = reading.letters(start);
    let second = reading.letters(start + 1);
    matches!(
        (first, second),
        ("اقرا" | "اقراي" | "شاهد" | "طالع", _)
            | (
                "مقالات" | "مواضيع" | "اخبار" | "مواد",
                "ذات" | "متعلقه" | "مشابهه" | "اخري"
            )
            | ("الاكثر", "قراءه" | "مشاهده" | "تعليقا")
            | ("قد" | "ربما", "يعجبك" | "يهمك" | "تعجبك")
    )
}

/// A short line that begins as furniture does, or whose parts are set apart by signs, as in a masthead or a menu.
fn is_furniture(reading: &Reading<'_>, start: usize, length: usize, letters: usize) -> bool {
    if is_ticker(reading, start, length) {
        return true;
    }
    if letters > 8 {
        return false;
    }
    let signs = (start..start + length)
        .filter(|place| matches!(reading.folded(*place), "-" | "–" | "|" | "»" | "/"));
    if signs.count() >= 2 {
        return true;
    }
    let line: Vec<_> = (start..start + length)
        .map(|place| reading.letters(place))
        .filter(|word| !word.is_empty())
        .collect();
    let line = line.join(" ");
    let opens = |opening: &String| {
        line.strip_prefix(opening.as_str())
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    FURNITURE.iter().any(opens)
}

/// A line of headlines set apart by wide gaps.
fn is_ticker(reading: &Reading<'_>, start: usize, length: usize) -> bool {
    let words = reading.words.get(start..start + length).unwrap_or(&[]);
    let gaps = words
        .iter()
        .zip(words.iter().skip(1))
        .filter(|(word, next)| {
            let gap = Span::new(word.span.end, next.span.start).slice(reading.text);
            gap.chars().filter(|sign| sign.is_whitespace()).count() >= 3
        });
    gaps.count() >= 2
}

/// Where the quotation marks or brackets begin that open before the first word.
fn with_opening_marks(text: &str, limit: usize, start: usize) -> usize {
    let before = Span::new(limit, start).slice(text);
    let opening = before
        .chars()
        .rev()
        .take_while(|sign| matches!(sign, '«' | '“' | '"' | '(' | '['));
    start - opening.map(char::len_utf8).sum::<usize>()
}

/// The span with the quotation mark or bracket that closes behind it, so that a title does not lose the second of two.
fn with_closing_marks(text: &str, span: Span, limit: usize) -> Span {
    let rest = Span::new(span.end, limit).slice(text);
    let closing = rest
        .chars()
        .take_while(|sign| matches!(sign, '»' | '”' | '"' | ')' | ']'));
    Span::new(
        span.start,
        span.end + closing.map(char::len_utf8).sum::<usize>(),
    )
}

/// The passage on one line, cut at the border of a word where it is too long.
fn shorten(text: &str, span: Span) -> (String, Span) {
    let passage = span.slice(text);
    if passage.chars().count() <= LONGEST {
        return (on_one_line(passage), span);
    }
    let limit = passage
        .char_indices()
        .nth(LONGEST - 1)
        .map_or(passage.len(), |(offset, _)| offset);
    let fitting = words(passage)
        .map(|word| word.span.end)
        .take_while(|end| *end <= limit)
        .last();
    let span = Span::new(span.start, span.start + fitting.unwrap_or(limit));
    (format!("{}…", on_one_line(span.slice(text))), span)
}

fn on_one_line(passage: &str) -> String {
    passage.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::title;

    #[test]
    fn titles() {
        let table = [
            (
                "الرئيسية\n10:45\nشارك هذا المقال مع أصدقائك\nعقدت الجمعيات لقاء في البلدة. ثم انصرفت.",
                "عقدت الجمعيات لقاء في البلدة",
            ),
            ("إعلان «ميثاق القرى\nالخمس الكبرى»!", "إعلان «ميثاق القرى"),
            (
                "تأسيس شبكة   باسم «نهر الوادي»",
                "تأسيس شبكة باسم «نهر الوادي»",
            ),
            (
                "News - منبر الوادي - جريدة مستقلة\nافتتاح ملتقى القرى الجبلية",
                "افتتاح ملتقى القرى الجبلية",
            ),
            ("خبر", "خبر"),
            (" \n؟ 12:30", "12:30"),
            ("", "وثيقة بلا عنوان"),
            ("\u{64B}\u{200F}", "وثيقة بلا عنوان"),
        ];
        for (text, expected) in table {
            assert_eq!(title(text).0, expected, "{text}");
        }
    }

    #[test]
    fn long_sentences_are_cut_between_words() {
        let (cut, span) = title(&"كلمة طويلة ".repeat(40));
        assert!(cut.chars().count() <= 120 && cut.ends_with("ة…") && span.start == 0);
        assert_eq!(title(&"ب".repeat(500)).0.chars().count(), 120);
    }
}
