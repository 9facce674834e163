//! What a reader asked for, read from the search box. Any string is a question: what cannot be read is passed over,
//! and what is too long is cut, so nothing here fails and nothing grows without bound.

use std::collections::HashSet;
use std::sync::Arc;

use phf::{Set, phf_set};

use crate::search::analyzer::{Analysis, Forms, Share, words_of};
use crate::text::clean::strip_controls;
use crate::text::fold::fold_plain;
use crate::text::token::words;

/// So many characters of a question are read.
const MOST_CHARACTERS: usize = 2_000;

/// So many words and phrases of a question are looked up, and so many words of a phrase.
const MOST_CLAUSES: usize = 24;

/// A question, read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Question {
    /// The meaningful words, each once; see [`crate::search::matching`] for how many must be found.
    pub words: Vec<Arc<Forms>>,
    /// `=word`: spellings that must be found letter by letter.
    pub exact: Vec<Arc<Forms>>,
    /// `"…"`: folded words that must stand side by side.
    pub phrases: Vec<Vec<String>>,
    /// `-word`, `-=word`, `-"…"`: what must not be found.
    pub excluded: Vec<Excluded>,
    /// Whether it is a question in so many words, rather than a row of keywords.
    pub is_sentence: bool,
    /// Whether something other than spaces, quotes and minus signs was typed.
    pub is_asked: bool,
}

/// Something not to be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Excluded {
    /// A word, by its folded form or its stem.
    Word(Arc<Forms>),
    /// A spelling.
    Exact(Arc<Forms>),
    /// Folded words side by side.
    Phrase(Vec<String>),
}

impl Question {
    /// Whether any word or phrase is to be found.
    #[must_use]
    pub fn seeks(&self) -> bool {
        !self.words.is_empty() || !self.phrases.is_empty() || !self.exact.is_empty()
    }

    /// Whether something was typed of which no word can be made, so that nothing can be found.
    #[must_use]
    pub fn is_unreadable(&self) -> bool {
        self.is_asked && !self.seeks() && self.excluded.is_empty()
    }
}

/// Reads a question. Stop words are dropped unless there is nothing else.
#[must_use]
pub fn read(text: &str, analysis: Analysis) -> Question {
    let start: String = text.chars().take(MOST_CHARACTERS).collect();
    let clean = strip_controls(&start);
    let mut question = Question::default();
    let mut stop_words = Vec::new();
    question.is_sentence = is_sentence(&clean);
    for part in parts(&clean) {
        question.is_asked |= part.text.chars().any(|character| !is_sign(character));
        let words = sought(part.text, analysis);
        match part.sign {
            _ if words.is_empty() => {}
            Sign {
                is_excluded: true,
                is_exact: true,
            } => {
                question
                    .excluded
                    .extend(words.into_iter().map(Excluded::Exact));
            }
            Sign {
                is_excluded: false,
                is_exact: true,
            } => question.exact.extend(words),
            Sign {
                is_excluded: true,
                is_exact: false,
            } => question.excluded.push(excluded(words)),
            Sign { .. } if part.is_quoted => question.phrases.push(folded(&words)),
            Sign { .. } => {
                let (stop, meaningful): (Vec<_>, Vec<_>) =
                    words.into_iter().partition(|word| word.is_stop);
                question.words.extend(meaningful);
                stop_words.extend(stop);
            }
        }
    }
    if !question.seeks() {
        question.words = stop_words;
    }
    let mut seen = HashSet::new();
    question
        .words
        .retain(|word| seen.insert(word.folded.clone()));
    question.words.truncate(MOST_CLAUSES);
    question.exact.truncate(MOST_CLAUSES);
    question.phrases.truncate(MOST_CLAUSES);
    question.excluded.truncate(MOST_CLAUSES);
    question
}

/// Words that only ask: one of them among the first three makes a question.
static ASKING: Set<&'static str> = phf_set! {
    "متي", "اين", "كيف", "كم", "لماذا", "ماذا", "هل", "اي", "ايه", "باي", "لاي", "وكم", "بكم", "بماذا", "لمن", "مالذي",
};

/// Whether a text is put as a question: by its mark, by a word that only asks, or by a «ما» or «من» at its head, which
/// elsewhere mean other things.
fn is_sentence(text: &str) -> bool {
    let mut words = words(text).map(|word| fold_plain(word.span.slice(text)));
    let first: Vec<String> = words.by_ref().take(3).collect();
    let opens = first
        .first()
        .is_some_and(|word| matches!(&**word, "ما" | "من" | "لم" | "بم"));
    let is_more = words.next().is_some();
    text.contains(['؟', '?'])
        || (opens && is_more)
        || first.iter().any(|word| ASKING.contains(word.as_str()))
}

/// The words of a part of a question; of a glued word, its parts.
fn sought(text: &str, analysis: Analysis) -> Vec<Arc<Forms>> {
    let words = words_of(text, analysis).into_iter();
    words
        .filter(|word| word.share != Share::Glued)
        .map(|word| word.forms)
        .collect()
}

fn excluded(mut words: Vec<Arc<Forms>>) -> Excluded {
    match words.len() {
        1 => Excluded::Word(words.remove(0)),
        _ => Excluded::Phrase(folded(&words)),
    }
}

fn folded(words: &[Arc<Forms>]) -> Vec<String> {
    let folded = words.iter().map(|word| word.folded.clone());
    folded.take(MOST_CLAUSES).collect()
}

/// A stretch of the question: the inside of a pair of quotes, or what stands between spaces.
struct Part<'a> {
    text: &'a str,
    is_quoted: bool,
    sign: Sign,
}

/// What stands before a part.
#[derive(Debug, Clone, Copy, Default)]
struct Sign {
    is_excluded: bool,
    is_exact: bool,
}

fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let (sign, body) = sign(rest);
        let (part, is_quoted, length) = match quoted(body) {
            Some((inside, length)) => (inside, true, length),
            None => {
                let begin = body
                    .chars()
                    .next()
                    .filter(|first| is_sign(*first))
                    .map_or(0, char::len_utf8);
                let end = body[begin..]
                    .find(|character: char| character.is_whitespace() || is_quote(character));
                let end = end.map_or(body.len(), |end| begin + end);
                (&body[..end], false, end)
            }
        };
        parts.push(Part {
            text: part,
            is_quoted,
            sign,
        });
        rest = body[length..].trim_start();
    }
    parts
}

/// The signs that a text begins with, and what they stand before. A sign with a space behind it is a dash.
fn sign(text: &str) -> (Sign, &str) {
    let strip = |text: &'_ str, sign| {
        let rest = text.strip_prefix(sign)?;
        (!rest.starts_with(char::is_whitespace)).then(|| text.len() - rest.len())
    };
    let minus = strip(text, '-').unwrap_or(0);
    let equals = strip(&text[minus..], '=').unwrap_or(0);
    let sign = Sign {
        is_excluded: minus > 0,
        is_exact: equals > 0,
    };
    (sign, &text[minus + equals..])
}

/// The inside of the quotes that `text` begins with, and where they end. A quote that is never closed is none.
fn quoted(text: &str) -> Option<(&str, usize)> {
    let open = text.chars().next()?;
    let close = match open {
        '"' => '"',
        '“' => '”',
        '«' => '»',
        _ => return None,
    };
    let begin = open.len_utf8();
    let end = begin + text[begin..].find(close)?;
    Some((&text[begin..end], end + close.len_utf8()))
}

fn is_quote(character: char) -> bool {
    matches!(character, '"' | '“' | '”' | '«' | '»')
}

fn is_sign(character: char) -> bool {
    matches!(character, '-' | '=') || is_quote(character) || character.is_whitespace()
}

#[cfg(test)]
mod tests {
    use super::{Excluded, Question};
    use crate::search::analyzer::Analysis;

    fn read(text: &str) -> Question {
        super::read(text, Analysis::Full)
    }

    fn shown(question: &Question) -> String {
        let words = question.words.iter().map(|word| word.folded.clone());
        let phrases = question
            .phrases
            .iter()
            .map(|phrase| format!("\"{}\"", phrase.join(" ")));
        let excluded = question.excluded.iter().map(|excluded| match excluded {
            Excluded::Word(word) => format!("-{}", word.folded),
            Excluded::Exact(word) => format!("-={}", word.exact),
            Excluded::Phrase(phrase) => format!("-\"{}\"", phrase.join(" ")),
        });
        let exact = question.exact.iter().map(|word| format!("={}", word.exact));
        words
            .chain(exact)
            .chain(phrases)
            .chain(excluded)
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn questions_are_read() {
        let table = [
            ("أَحْمَد في جــامعة ١٢", "احمد جامعه 12"),
            ("في من", "في من"),
            ("اتحاد الاتحاد اتحاد", "اتحاد الاتحاد"),
            ("\"اتحاد الطلبة\" عمان", "عمان \"اتحاد الطلبه\""),
            (
                "«اتحاد الطلبة» -“بيان ختامي” -بيان",
                "\"اتحاد الطلبه\" -\"بيان ختامي\" -بيان",
            ),
            ("\"لم يغلق", "يغلق"),
            ("مغربي – فرنسي شرق-غرب", "مغربي فرنسي شرق غرب"),
            ("-ما/بعد - --", "-\"ما بعد\""),
            ("عبر\u{200F}Zoom؟", "zoom"),
            ("=أُمَّة -=أمه = مدينة", "مدينه =أمة -=أمه"),
            (" - متى تأسس - الاتحاد", "تاسس الاتحاد"),
            ("الأممالمتحدة", "الامم المتحده"),
        ];
        for (text, expected) in table {
            assert_eq!(shown(&read(text)), expected, "{text}");
        }
    }

    #[test]
    fn what_holds_no_word_is_told_from_nothing() {
        for nothing in ["", " ", "\"\"", "-", "\"", "- \" -", "\u{200F}"] {
            assert!(!read(nothing).is_unreadable(), "{nothing}");
        }
        assert!(read("؟؟").is_unreadable() && read("🎉").is_unreadable());
    }

    #[test]
    fn a_long_question_is_cut() {
        let question = read(&"\"".repeat(10_000));
        assert!(!question.seeks());
        let many: Vec<String> = (0..5_000).map(|number| format!("x{number}")).collect();
        assert!(read(&many.join(" ")).words.len() <= 24);
        assert!(read(&format!("\"{}\"", many.join(" "))).phrases.len() <= 1);
    }
}
