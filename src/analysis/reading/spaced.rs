//! Words whose letters stand apart, as a heading set wide comes out of character recognition: «ا ل م غ ر ب». A row of
//! single letters is read as words only where the lexicon knows them.

use super::Word;
use crate::analysis::lexicon::card::Card;
use crate::text::lexicon::rarity;
use crate::text::segment::segment;
use crate::text::span::Span;
use crate::text::token::TokenKind;

/// The shortest row of letters that is looked at.
const SHORTEST: usize = 4;

/// The longest: what no word is glued from.
const LONGEST: usize = 40;

/// The words with rows of single letters joined; `folded` holds their folded forms one behind the other.
pub(super) fn join(text: &str, folded: &str, words: Vec<Word>) -> Vec<Word> {
    let is_letter =
        |word: &Word| word.kind == TokenKind::Word && is_single(word.folded.slice(folded));
    if !words.windows(2).any(|pair| pair.iter().all(is_letter)) {
        return words;
    }
    let mut joined = Vec::with_capacity(words.len());
    let mut start = 0;
    while let Some(first) = words.get(start) {
        if !is_letter(first) {
            joined.push(*first);
            start += 1;
            continue;
        }
        let rest = words.get(start..).unwrap_or(&[]);
        let row = rest.windows(2).take_while(|pair| match pair {
            [one, other] => {
                is_letter(one) && is_letter(other) && is_one_blank(text, one.span, other.span)
            }
            _ => false,
        });
        let row = rest.get(..row.count() + 1).unwrap_or(&[]);
        let found = Some(row)
            .filter(|row| (SHORTEST..=LONGEST).contains(&row.len()))
            .and_then(|row| read(folded, row));
        match found {
            Some(found) => joined.extend(found),
            None => joined.extend_from_slice(row),
        }
        start += row.len().max(1);
    }
    joined
}

/// The words that a row of letters makes.
fn read(folded: &str, row: &[Word]) -> Option<Vec<Word>> {
    let place = Span::new(row.first()?.folded.start, row.last()?.folded.end);
    let whole = place.slice(folded);
    let parts = match rarity(whole) {
        Some(_) => vec![Span::new(0, whole.len())],
        None => segment(whole),
    };
    let words = parts.into_iter().map(|part| {
        rarity(part.slice(whole))?;
        let part = part.shifted(place.start);
        let first = row
            .iter()
            .find(|letter| letter.folded.start >= part.start)?;
        let last = row
            .iter()
            .rev()
            .find(|letter| letter.folded.end <= part.end)?;
        Some(Word {
            span: Span::new(first.span.start, last.span.end),
            folded: part,
            card: Card::of(part.slice(folded)),
            ..*first
        })
    });
    words.collect()
}

fn is_single(folded: &str) -> bool {
    folded.chars().nth(1).is_none() && folded.chars().all(crate::text::character::is_arabic_letter)
}

fn is_one_blank(text: &str, one: Span, other: Span) -> bool {
    text.get(one.end..other.start) == Some(" ")
}
