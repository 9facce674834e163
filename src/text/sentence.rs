//! Sentences and paragraphs. Invariant: the spans are in order, do not overlap, hold something visible and are trimmed
//! of space. A paragraph is a line, so its number, and with it the anchor of a page, depends on the lines above alone.
//!
//! A sentence ends at `.` `!` `?` `؟` `…` `۔` or at the end of its line, and at the middle dot «·» that older Algerian
//! pages have for a full stop; quotes and brackets that close behind the sign stay with the sentence. It does not end
//! after a single letter («د.», «م.», initials) unless that letter is the era of a year, nor after the number of a list
//! item or inside a number. A comma or «؛» never ends one.

use crate::text::character::{is_blank, is_plain_arabic};
use crate::text::sentence::line::Line;
use crate::text::span::Span;

mod line;

/// The paragraphs of `text`: its lines that hold something visible, trimmed.
#[must_use]
pub fn paragraphs(text: &str) -> Vec<Span> {
    let mut paragraphs = Vec::new();
    let mut start = 0;
    for end in line_ends(text) {
        paragraphs.extend(trimmed(text, Span::new(start, end)));
        start = end;
    }
    paragraphs.extend(trimmed(text, Span::new(start, text.len())));
    paragraphs
}

/// Where lines end, after their sign. Only the few bytes that can begin such a sign are looked at.
fn line_ends(text: &str) -> impl Iterator<Item = usize> {
    let candidates = text.bytes().enumerate();
    let candidates = candidates.filter(|(_, byte)| matches!(byte, 0x0A..=0x0D | 0xC2 | 0xE2));
    candidates.filter_map(|(offset, _)| {
        let sign = text.get(offset..)?.chars().next()?;
        is_line_end(sign).then_some(offset + sign.len_utf8())
    })
}

/// The sentences of `text`, paragraph by paragraph.
#[must_use]
pub fn sentences(text: &str) -> Vec<Span> {
    let mut sentences = Vec::new();
    for paragraph in paragraphs(text) {
        push_sentences(text, paragraph, &mut sentences);
    }
    sentences
}

const fn is_line_end(character: char) -> bool {
    matches!(
        character,
        '\n' | '\r' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// `span` without the blanks at its ends; nothing when only blanks are inside.
fn trimmed(text: &str, span: Span) -> Option<Span> {
    let inside = span.slice(text);
    let start = span.start + inside.find(|character| !is_blank(character))?;
    let end = span.start + inside.trim_end_matches(is_blank).len();
    Some(Span::new(start, end))
}

fn push_sentences(text: &str, paragraph: Span, sentences: &mut Vec<Span>) {
    let line = Line::of(paragraph.slice(text));
    let first = sentences.len();
    let mut start = 0;
    let mut index = 0;
    while let Some(sign) = line.next_sign(start, index) {
        index = sign.after;
        if line.ends_sentence(&sign) {
            push_sentence(
                text,
                Span::new(start, index).shifted(paragraph.start),
                first,
                sentences,
            );
            start = index;
        }
    }
    push_sentence(
        text,
        Span::new(start, line.len()).shifted(paragraph.start),
        first,
        sentences,
    );
}

/// Adds one sentence; what holds no letter or digit goes to the sentence before it in the same paragraph.
fn push_sentence(text: &str, span: Span, first: usize, sentences: &mut Vec<Span>) {
    let Some(span) = trimmed(text, span) else {
        return;
    };
    // A letter of Arabic is most often the first to be met, and told without the tables.
    let is_of_word = |letter| is_plain_arabic(letter) || letter.is_alphanumeric();
    let has_word = span.slice(text).contains(is_of_word);
    let is_first = sentences.len() == first;
    match sentences.last_mut() {
        Some(previous) if !has_word && !is_first => previous.end = span.end,
        _ => sentences.push(span),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert, proptest};

    use super::{paragraphs, sentences};

    fn shown(text: &str) -> String {
        sentences(text)
            .into_iter()
            .map(|span| span.slice(text))
            .collect::<Vec<_>>()
            .join(" | ")
    }

    #[test]
    fn ends_of_sentences() {
        let table = [
            ("وصلنا صباحا. ثم عدنا!", "وصلنا صباحا. | ثم عدنا!"),
            ("هل حضر؟نعم… غادر", "هل حضر؟ | نعم… | غادر"),
            (
                "نام الطفل·ليس بعد· قال ''نعم''· انتهى",
                "نام الطفل· | ليس بعد· | قال ''نعم''· | انتهى",
            ),
            ("بلغ 3·5 متر · أو أكثر", "بلغ 3·5 متر · أو أكثر"),
            (
                "قال د. سعيد وأ.ب. كمال: نعم.",
                "قال د. سعيد وأ.ب. كمال: نعم.",
            ),
            (
                "كان ذلك سنة 1950 م. وبعدها رحل. سنة 1370هـ. تم",
                "كان ذلك سنة 1950 م. | وبعدها رحل. | سنة 1370هـ. | تم",
            ),
            ("1. افتتاح الجلسة. ٢. تلاوة", "1. افتتاح الجلسة. | ٢. تلاوة"),
            (
                "بلغ الطول 3.5 أمتار عام 2019. وزاد",
                "بلغ الطول 3.5 أمتار عام 2019. | وزاد",
            ),
            (
                "قال: «لن نعود.» وسكت. (هكذا!) ثم",
                "قال: «لن نعود.» | وسكت. | (هكذا!) | ثم",
            ),
            (
                "قال \"كفى.\" وخرج.\"مرحبا\" قال",
                "قال \"كفى.\" | وخرج. | \"مرحبا\" قال",
            ),
            (
                "زوروا www.example.org اليوم .انتهى",
                "زوروا www.example.org اليوم .انتهى",
            ),
            ("حذف (...) بعضه. * * *", "حذف (...) بعضه. * * *"),
            (
                "Mr. Sami left. Then he slept",
                "Mr. Sami left. | Then he slept",
            ),
        ];
        for (text, expected) in table {
            assert_eq!(shown(text), expected);
        }
    }

    #[test]
    fn paragraphs_are_trimmed_lines() {
        let text = " سطر أول \r\n\n\t\u{200F}\nثان\u{A0}\n";
        let lines: Vec<_> = paragraphs(text)
            .into_iter()
            .map(|span| span.slice(text))
            .collect();
        assert_eq!(lines, ["سطر أول", "ثان"]);
    }

    fn assert_ordered(text: &str) -> bool {
        let mut end = 0;
        sentences(text).into_iter().all(|span| {
            let is_after = span.start >= end && !span.slice(text).trim().is_empty();
            end = span.end;
            is_after
        })
    }

    proptest! {
        #[test]
        fn spans_are_ordered_and_visible(text in any::<String>(), arabic in "[اب د.·!؟…\"'»«() \n1a\u{200F}\u{064E}]{0,60}") {
            prop_assert!(assert_ordered(&text));
            prop_assert!(assert_ordered(&arabic));
        }
    }
}
