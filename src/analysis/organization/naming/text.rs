//! The words of a name: as they are shown, and as names are compared. Invariant: a shown name is on one line, without
//! quotation marks, controls and what is written onto its front; a key is folded and without articles.

use super::is_quote_at;
use crate::analysis::organization::term::Terms;
use crate::text::clean::strip_controls;
use crate::text::clitic::strip_article;
use crate::text::fold::{fold, fold_plain};
use crate::text::span::Span;
use crate::text::token::TokenKind;

/// Where a term stands without «و», «ب», «ل» at its front; its article stays.
pub fn without_preposition(terms: &Terms<'_>, index: usize) -> Span {
    let Some(term) = terms.at(index) else {
        return Span::default();
    };
    let (clitics, offset) = terms.clitics(index);
    let row = terms.folded(index).get(..offset).unwrap_or("");
    let kept = if row.ends_with("ال") {
        "ال".len()
    } else if clitics.has_article {
        "ل".len()
    } else {
        0
    };
    let length = terms.folded(index).len();
    if offset == kept {
        return term.span;
    }
    let written = terms.written(index);
    fold(written)
        .origin(Span::new(offset - kept, length))
        .shifted(term.span.start)
}

/// The text from one term to another: on one line, without quotation marks and without what is written onto its front.
pub fn text_of(terms: &Terms<'_>, first: usize, last: usize) -> String {
    let mut text = String::new();
    for index in first..=last {
        if is_quote_at(terms, index) {
            continue;
        }
        let is_stuck = index > first
            && terms.is(index, TokenKind::Punctuation)
            && terms
                .at(index)
                .zip(terms.at(index - 1))
                .is_some_and(|(term, before)| term.span.start == before.span.end);
        if !text.is_empty()
            && !is_stuck
            && !text.ends_with([' ', '(', '['])
            && !text.ends_with(" و")
        {
            text.push(' ');
        }
        if index == first {
            text.push_str(&bare_of(terms, index));
        } else {
            text.push_str(&strip_controls(terms.written(index)));
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub fn bare_of(terms: &Terms<'_>, index: usize) -> String {
    let bare = without_preposition(terms, index).slice(terms.reading.text);
    let (clitics, offset) = terms.clitics(index);
    let row = terms.folded(index).get(..offset).unwrap_or("");
    let bare = strip_controls(bare);
    if clitics.has_article && row.ends_with('ل') && !row.ends_with("ال") {
        format!("ا{bare}")
    } else {
        bare
    }
}

/// The words of a name as names are compared: folded, without article.
pub fn key_of(name: &str) -> Vec<String> {
    let folded = fold_plain(name);
    let words = folded.split(|character: char| !character.is_alphanumeric());
    settled(words.filter(|word| !word.is_empty()).map(bare_word))
}

/// Words with «في» written as «ب», so that «في أوروبا» and «بأوروبا» are one.
fn settled(words: impl Iterator<Item = String>) -> Vec<String> {
    let mut list: Vec<String> = Vec::new();
    for word in words {
        match list.last_mut() {
            Some(last) if last == "في" => *last = format!("ب{word}"),
            _ => list.push(word),
        }
    }
    list
}

fn bare_word(word: &str) -> String {
    if let Some(rest) = word
        .strip_prefix("لل")
        .filter(|rest| rest.chars().count() >= 2)
    {
        return format!("ل{rest}");
    }
    if let Some(rest) = word
        .strip_prefix("بال")
        .filter(|rest| rest.chars().count() >= 3)
    {
        return format!("ب{rest}");
    }
    if let Some(rest) = word
        .strip_prefix("وال")
        .filter(|rest| rest.chars().count() >= 3)
    {
        return format!("و{rest}");
    }
    strip_article(word).to_owned()
}

/// The same words from a row of terms.
pub fn words_of(terms: &Terms<'_>, first: usize, last: usize) -> Vec<String> {
    let word = |index: usize| {
        let folded = terms.folded(index);
        if index > first {
            return bare_word(folded);
        }
        let (_, offset) = terms.clitics(index);
        folded.get(offset..).unwrap_or("").to_owned()
    };
    let is_word = |index: &usize| terms.is_word(*index) || terms.is(*index, TokenKind::Number);
    settled((first..=last).filter(is_word).map(word))
}
