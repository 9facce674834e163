//! Names that the document says are such: «باسم …», and whose copy of a statement it rests on. Invariant: where it is not
//! said whose name it is, none is taken.

use super::text::key_of;
use super::{Naming, alias, is_quote_at, plain};
use crate::analysis::lexicon::body::{Class, Noun, Strength};
use crate::analysis::organization::extent::adjective::is_indefinite_adjective;
use crate::analysis::organization::extent::{closing, reach_item};
use crate::analysis::organization::term::Terms;
use crate::model::vocabulary::OrganizationKind;

/// What stands behind «باسم» and its like.
pub fn given(terms: &Terms<'_>, index: usize) -> Option<Naming> {
    let mut first = index + 1;
    if matches!(terms.folded(first), "ب" | "بـ") {
        first += 1;
    }
    // «أطلقوا عليها «البديل»»: no word for the name.
    let is_plain = matches!(terms.folded(index), "عليه" | "عليها");
    if is_plain && !(is_quote_at(terms, first) && is_called(terms, index)) {
        return None;
    }
    let heads = (index.saturating_sub(7)..index)
        .rev()
        .filter(|place| terms.are_together(*place, index));
    let noun = heads
        .filter_map(|place| Some((place, terms.noun(place)?.0)))
        .find(|(_, noun)| {
            matches!(
                noun.strength,
                Strength::Name | Strength::Weak | Strength::Organ
            )
        });
    if is_quote_at(terms, first) {
        return quoted(terms, first, noun.map(|(_, noun)| noun));
    }
    if terms.folded(first) == "(" {
        return bracketed(terms, first, noun.map(|(_, noun)| noun)?);
    }
    let (head, noun) = noun?;
    let is_founded = !terms.clitics(head).0.has_article
        && index - head <= 4
        && terms.clitics(first).0.has_article;
    let is_described = (head + 1..index).all(|place| is_indefinite_adjective(terms, place));
    if !is_founded || !is_described || terms.noun(first).is_some() {
        return None;
    }
    let last = reach_item(terms, head, noun, first)?;
    let last = with_joined(terms, head, noun, last);
    let naming = plain(terms, first, last, Some(noun));
    let name = [noun.lemma, &naming.name].join(" ");
    Some(Naming {
        key: key_of(&name),
        name,
        is_given: true,
        confidence: 0.7,
        ..naming
    })
}

/// Whether what stands before «عليه» gives a name: «أطلق عليه», «أطلقت عليها».
fn is_called(terms: &Terms<'_>, index: usize) -> bool {
    index > 0
        && terms.are_together(index - 1, index)
        && (terms.core(index - 1).starts_with("اطلق") || terms.core(index - 1).starts_with("يطلق"))
}

/// A name in quotation marks that open at `open`; `noun` heads what it names.
fn quoted(terms: &Terms<'_>, open: usize, noun: Option<&'static Noun>) -> Option<Naming> {
    let last = closing(terms, open)?;
    let own = terms.noun(open + 1).filter(|_| last > open + 1);
    let noun = own.map(|(noun, _)| noun).or(noun)?;
    let naming = plain(terms, open + 1, last, Some(noun));
    let name = if last > open + 1 {
        naming.name.clone()
    } else {
        [noun.lemma, &naming.name].join(" ")
    };
    Some(Naming {
        key: key_of(&name),
        name,
        alias: alias(terms, last),
        is_given: true,
        confidence: 0.85,
        ..naming
    })
}

/// A name in brackets that open at `open`: «تحت مسمى (…)».
fn bracketed(terms: &Terms<'_>, open: usize, noun: &'static Noun) -> Option<Naming> {
    let close = (open + 2..open + 12)
        .take_while(|place| terms.are_together(open, *place))
        .find(|place| terms.folded(*place) == ")")?;
    let naming = plain(terms, open + 1, close - 1, Some(noun));
    // «تحت مسمى (التغيير)»: one word has the head of what it names.
    let name = match close - 1 > open + 1 || terms.noun(open + 1).is_some() {
        true => naming.name.clone(),
        false => [noun.lemma, &naming.name].join(" "),
    };
    Some(Naming {
        key: key_of(&name),
        name,
        is_given: true,
        confidence: 0.8,
        ..naming
    })
}

/// Who got a copy of the statement: «توصلت "…" بنسخة منه».
pub fn receiver(terms: &Terms<'_>, index: usize) -> Option<Naming> {
    let mut first = index + 1;
    let last = if is_quote_at(terms, first) {
        first += 1;
        closing(terms, first - 1)?
    } else {
        first
    };
    let is_name =
        terms.are_together(index, first) && terms.is_word(first) && terms.noun(first).is_none();
    let has_copy = (last + 1..last + 6)
        .any(|place| terms.are_together(last, place) && terms.folded(place).contains("نسخ"));
    if !is_name || !has_copy || terms.has(first, Class::Title) || terms.governed(first).is_some() {
        return None;
    }
    Some(Naming {
        kind: OrganizationKind::Media,
        is_receiver: true,
        ..plain(terms, first, last, None)
    })
}

/// What «و» joins to a name without a head, as far as adjectives go.
fn with_joined(terms: &Terms<'_>, head: usize, noun: &'static Noun, last: usize) -> usize {
    let next = last + 1;
    let is_joined = terms.clitics(next).0.has_conjunction
        && terms.clitics(next).0.has_article
        && terms.are_together(last, next);
    let same = terms.core(next).ends_with('ه') == terms.core(last).ends_with('ه');
    if !is_joined || !same || terms.noun(next).is_some() {
        return last;
    }
    // «المتضامنة مع الشعب»: a participle with its preposition.
    if terms.has(next, Class::Near) && matches!(terms.folded(next + 1), "مع" | "عن") {
        return reach_item(terms, head, noun, next + 2).unwrap_or(next);
    }
    next
}
