//! Items of a list that nothing but quotation marks tells: «يتألف من "ائتلاف النصر" و"بيارق الخير" و"عابرون"». Invariant: a
//! row counts only where other items of it are bodies by themselves, and no item is a sentence.

use super::{Naming, is_quote_at, plain};
use crate::analysis::lexicon::body::Class;
use crate::analysis::organization::extent::closing;
use crate::analysis::organization::term::Terms;

/// The most terms of an item.
const LONGEST: usize = 4;

/// The most items of a row.
const MOST: usize = 40;

/// How far before a row the word stands that says what its items do.
const CUE_REACH: usize = 4;

/// Items joined to one another: those in quotation marks by their terms, and how many are told as bodies already.
#[derive(Default)]
struct Row {
    marked: Vec<(usize, usize)>,
    told: usize,
    end: usize,
}

/// Adds the items of rows in quotation marks that no head noun tells.
pub(super) fn fill(terms: &Terms<'_>, namings: &mut Vec<Naming>) {
    let mut found = Vec::new();
    let mut index = 0;
    while index < terms.len() {
        if !is_quote_at(terms, index) {
            index += 1;
            continue;
        }
        let row = row(terms, namings, index);
        let is_sure = row.told >= 2 || row.told == 1 && has_cue(terms, index);
        if row.marked.len() >= 2 && is_sure {
            let new = row.marked.iter().filter(|(first, last)| {
                is_item(terms, *first, *last) && !is_told(namings, *first, *last)
            });
            found.extend(new.map(|(first, last)| Naming {
                confidence: 0.55,
                ..plain(terms, *first, *last, None)
            }));
        }
        index = row.end.max(index + 1);
    }
    if !found.is_empty() {
        namings.extend(found);
        namings.sort_by_key(|naming| naming.first);
    }
}

/// The row that opens with the quotation mark at `open`.
fn row(terms: &Terms<'_>, namings: &[Naming], open: usize) -> Row {
    let mut row = Row::default();
    let mut place = open;
    for _ in 0..MOST {
        let last = if is_quote_at(terms, place)
            && let Some(last) = closing(terms, place)
        {
            row.marked.push((place + 1, last));
            row.told += usize::from(is_told(namings, place + 1, last));
            last + 1
        } else if let Some(naming) = naming_at(namings, place).filter(|_| place > open) {
            row.told += usize::from(!naming.is_reference);
            naming.last + usize::from(is_quote_at(terms, naming.last + 1))
        } else {
            break;
        };
        row.end = last + 1;
        match behind_joint(terms, last) {
            Some(next) => place = next,
            None => break,
        }
    }
    row
}

/// The term behind «،», «و» or both, where such joins it to the item that ends at `last`.
fn behind_joint(terms: &Terms<'_>, last: usize) -> Option<usize> {
    let comma = usize::from(matches!(terms.folded(last + 1), "،" | "," | "؛"));
    let and = usize::from(terms.folded(last + 1 + comma) == "و");
    let next = last + 1 + comma + and;
    let is_joined = comma + and > 0 || terms.clitics(next).0.has_conjunction;
    (is_joined && terms.are_together(last, next)).then_some(next)
}

fn naming_at(namings: &[Naming], first: usize) -> Option<&Naming> {
    let place = namings.partition_point(|naming| naming.first < first);
    namings.get(place).filter(|naming| naming.first == first)
}

/// Whether a body is named between two terms.
fn is_told(namings: &[Naming], first: usize, last: usize) -> bool {
    let place = namings.partition_point(|naming| naming.last < first);
    namings
        .get(place)
        .is_some_and(|naming| naming.first <= last && !naming.is_reference)
}

/// A few words that say nothing by themselves.
fn is_item(terms: &Terms<'_>, first: usize, last: usize) -> bool {
    let is_plain = |place: usize| {
        let is_bare = !terms.clitics(place).0.has_article;
        let is_said = terms.has(place, Class::Verb) || terms.has(place, Class::End);
        terms.is_word(place) && !(is_bare && is_said)
    };
    last < first + LONGEST && (first..=last).all(is_plain) && !terms.has(first, Class::Title)
}

/// Whether those in the row take part in something, hold it or call for it.
fn has_cue(terms: &Terms<'_>, open: usize) -> bool {
    // «التوقيع على «وثيقة …» و«ميثاق …»».
    let is_paper = open > 0 && terms.folded(open - 1) == "علي";
    !is_paper
        && (open.saturating_sub(CUE_REACH)..open)
            .filter(|place| terms.are_together(*place, open))
            .any(|place| terms.has(place, Class::Part) || terms.has(place, Class::Runs))
}
