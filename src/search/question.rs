//! What a reader asked for, read from the search box. Any string is a question: what cannot be read is passed over,
//! and what is too long is cut, so nothing here fails and nothing grows without bound.

use std::collections::HashSet;

use crate::search::analyzer::words_of;
use crate::text::clean::strip_controls;
use crate::text::stem::is_stop_word;

/// So many characters of a question are read.
const MOST_CHARACTERS: usize = 2_000;

/// So many words and phrases of a question are looked up, and so many words of a phrase.
const MOST_CLAUSES: usize = 24;

/// A question, read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Question {
    /// The meaningful words, each once; see [`crate::search::matching`] for how many must be found.
    pub words: Vec<Sought>,
    /// `"…"`: folded words that must stand side by side.
    pub phrases: Vec<Vec<String>>,
    /// `-word`, `-"…"`: what must not be found. A single word is sought like any other, by its stem too.
    pub excluded: Vec<Excluded>,
    /// Whether something other than spaces, quotes and minus signs was typed.
    pub is_asked: bool,
}

/// A word to be found.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Sought {
    /// Folded.
    pub folded: String,
    /// Its light stem.
    pub stem: String,
}

/// Something not to be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Excluded {
    /// A word in any form.
    Word(Sought),
    /// Folded words side by side.
    Phrase(Vec<String>),
}

impl Question {
    /// Whether any word or phrase is to be found.
    #[must_use]
    pub fn seeks(&self) -> bool {
        !self.words.is_empty() || !self.phrases.is_empty()
    }

    /// Whether something was typed of which no word can be made, so that nothing can be found.
    #[must_use]
    pub fn is_unreadable(&self) -> bool {
        self.is_asked && !self.seeks() && self.excluded.is_empty()
    }
}

/// Reads a question. Stop words are dropped unless there is nothing else.
#[must_use]
pub fn read(text: &str) -> Question {
    let start: String = text.chars().take(MOST_CHARACTERS).collect();
    let clean = strip_controls(&start);
    let mut question = Question::default();
    let mut stop_words = Vec::new();
    for part in parts(&clean) {
        question.is_asked |= part.text.chars().any(|character| !is_sign(character));
        let words = sought(part.text);
        match (part.is_excluded, part.is_quoted, words.len()) {
            (_, _, 0) => {}
            (true, _, 1) => question
                .excluded
                .extend(words.into_iter().map(Excluded::Word)),
            (true, ..) => question.excluded.push(Excluded::Phrase(folded(words))),
            (false, true, _) => question.phrases.push(folded(words)),
            (false, false, _) => {
                let (stop, meaningful) = words
                    .into_iter()
                    .partition(|word| is_stop_word(&word.folded));
                question.words.extend::<Vec<_>>(meaningful);
                stop_words.extend::<Vec<_>>(stop);
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
    question.phrases.truncate(MOST_CLAUSES);
    question.excluded.truncate(MOST_CLAUSES);
    question
}

fn sought(text: &str) -> Vec<Sought> {
    words_of(text)
        .map(|word| Sought {
            folded: word.folded,
            stem: word.stem,
        })
        .collect()
}

fn folded(words: Vec<Sought>) -> Vec<String> {
    words
        .into_iter()
        .map(|word| word.folded)
        .take(MOST_CLAUSES)
        .collect()
}

/// A stretch of the question: the inside of a pair of quotes, or what stands between spaces.
struct Part<'a> {
    text: &'a str,
    is_quoted: bool,
    is_excluded: bool,
}

fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let unsigned = rest.strip_prefix('-');
        let body = unsigned.unwrap_or(rest);
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
            is_excluded: unsigned.is_some(),
        });
        rest = body[length..].trim_start();
    }
    parts
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
    character == '-' || is_quote(character) || character.is_whitespace()
}

#[cfg(test)]
mod tests {
    use super::{Excluded, Question, read};

    fn shown(question: &Question) -> String {
        let words = question.words.iter().map(|word| word.folded.clone());
        let phrases = question
            .phrases
            .iter()
            .map(|phrase| format!("\"{}\"", phrase.join(" ")));
        let excluded = question.excluded.iter().map(|excluded| match excluded {
            Excluded::Word(word) => format!("-{}", word.folded),
            Excluded::Phrase(phrase) => format!("-\"{}\"", phrase.join(" ")),
        });
        words
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
