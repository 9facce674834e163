//! Items of a list of bodies that no head noun tells: «…، وصوت القرية، وحركة …», «بمشاركة أوكسفام ومنظمة …». Invariant:
//! an item stands between joints beside a body that is told by itself, and what could be persons, a crowd or a purpose
//! is none.

use super::foreign::{is_person, run};
use super::text::key_of;
use super::{Naming, plain};
use crate::analysis::lexicon::body::Class;
use crate::analysis::organization::extent::adjective::{is_plain, is_relative};
use crate::analysis::organization::term::Terms;
use crate::model::vocabulary::OrganizationKind;
use crate::text::clean::strip_controls;
use crate::text::lexicon::rarity;
use crate::text::span::Span;
use crate::text::stop_word::is_stop_word;
use crate::text::token::TokenKind;

/// The most terms between two bodies that are looked at.
const WIDEST: usize = 18;

/// The most terms of one item.
const LONGEST: usize = 4;

/// Adds the items that stand between and beside the bodies told so far.
pub fn fill(terms: &Terms<'_>, namings: &mut Vec<Naming>) {
    let mut found: Vec<Naming> = Vec::new();
    for (index, naming) in namings.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|before| namings.get(before));
        let floor = before.map_or(0, |before| before.last + 1);
        if naming.is_reference || naming.is_receiver {
            continue;
        }
        let between = before
            .filter(|before| !before.is_reference && !before.is_receiver)
            .map(|before| between(terms, before, naming))
            .unwrap_or_default();
        if let Some(item) = before.and_then(|before| line_between(terms, before, naming)) {
            found.push(item);
        } else if between.is_empty() {
            found.extend(leading(terms, floor, naming));
            let end = namings
                .get(index + 1)
                .map_or(terms.len(), |next| next.first);
            let trailing = trailing(terms, naming, end);
            found.extend(trailing);
        }
        found.extend(between);
    }
    if !found.is_empty() {
        namings.extend(found);
        namings.sort_by_key(|naming| naming.first);
        namings.dedup_by_key(|naming| naming.first);
    }
}

/// Foreign names behind bodies in general: «منظمات دولية، منها أوكسفام وكير», «الأحزاب الممثلة سيريزا، اليونان، …».
pub fn told_of(terms: &Terms<'_>, head: usize) -> Vec<Naming> {
    let tells = |place: &usize| {
        let is_cue = matches!(
            terms.folded(*place),
            "منها"
                | "بينها"
                | "ضمنها"
                | "ابرزها"
                | "اهمها"
                | "هي"
                | "وهي"
                | ":"
                | "مثل"
        );
        let is_adjective = *place == head + 1
            && terms.clitics(*place).0.has_article
            && (terms.has(*place, Class::Passing) || terms.has(*place, Class::Part));
        terms.are_together(head, *place) && (is_cue || is_adjective) && run(terms, place + 1) > 0
    };
    let Some(cue) = (head + 1..head + WIDEST / 2).find(tells) else {
        return Vec::new();
    };
    foreign_from(terms, cue + 1, terms.len(), true).items
}

/// The items between two bodies, if all that stands there is items.
fn between(terms: &Terms<'_>, before: &Naming, naming: &Naming) -> Vec<Naming> {
    let start = behind(terms, before.last);
    let is_wide = naming.first <= start || naming.first - start > WIDEST;
    if is_wide || !terms.are_together(before.last, naming.first) {
        return Vec::new();
    }
    let is_partisan = [before, naming].iter().all(|one| {
        matches!(
            one.kind,
            OrganizationKind::Party | OrganizationKind::Movement | OrganizationKind::Coalition
        )
    });
    let mut items = Vec::new();
    let mut place = start;
    while place < naming.first {
        let (first, has_joint) = joint(terms, place);
        if first >= naming.first {
            break;
        }
        let last = (has_joint)
            .then(|| item(terms, first, naming.first, is_partisan))
            .flatten();
        let Some(last) = last else {
            return Vec::new();
        };
        items.push(of_list(terms, first, last));
        place = behind(terms, last);
    }
    let is_joined = terms.clitics(naming.first).0.has_conjunction
        || is_joint(terms, naming.first.saturating_sub(1));
    if is_joined { items } else { Vec::new() }
}

/// The item of the line between two lines that open with a body and hold little else: a list of those who sign.
fn line_between(terms: &Terms<'_>, before: &Naming, naming: &Naming) -> Option<Naming> {
    let sentence = |index: usize| terms.at(index).map(|term| term.sentence);
    let own = sentence(before.last)? + 1;
    if before.is_reference || before.is_receiver || sentence(naming.first)? != own + 1 {
        return None;
    }
    let opens = |index: usize| {
        (index.saturating_sub(4)..index)
            .rev()
            .take_while(|place| terms.are_together(*place, index))
            .all(|place| !terms.is_word(place))
    };
    let line = before.last + 1..naming.first;
    let mut words = line
        .take(WIDEST)
        .filter(|place| sentence(*place) == Some(own))
        .skip_while(|place| !terms.is_word(*place));
    let first = words.next()?;
    let end = words.last().unwrap_or(first) + 1;
    // «– البديل (…)»: one definite word.
    let is_one = terms.clitics(first).0.has_article
        && !is_no_item(terms, first)
        && (end == first + 1 || terms.folded(first + 1) == "(");
    let last = item(terms, first, end, true).or_else(|| is_one.then_some(first))?;
    let is_foreign = run(terms, first) > 0;
    let is_whole =
        (last + 1..end).all(|place| !terms.is_word(place)) || terms.folded(last + 1) == "(";
    let is_sure = is_foreign || terms.clitics(first).0.has_article || is_common(terms, first);
    (opens(before.first) && opens(naming.first) && is_whole && is_sure)
        .then(|| of_list(terms, first, last))
}

/// Whether a word is too common to be a person's name that no list knows.
fn is_common(terms: &Terms<'_>, index: usize) -> bool {
    rarity(terms.core(index)).is_some_and(|own| own < 480)
}

/// Foreign names right before a body, back to the word that opens the list: «بمشاركة أوكسفام وكير ومنظمة …».
fn leading(terms: &Terms<'_>, floor: usize, naming: &Naming) -> Vec<Naming> {
    let is_joined = terms.clitics(naming.first).0.has_conjunction
        || is_joint(terms, naming.first.saturating_sub(1));
    if !is_joined {
        return Vec::new();
    }
    let floor = floor.max(naming.first.saturating_sub(WIDEST));
    let opens = |place: &usize| {
        terms.are_together(*place, naming.first)
            && is_opening(terms, *place)
            && run(terms, place + 1) > 0
    };
    let Some(cue) = (floor..naming.first).rev().find(opens) else {
        return Vec::new();
    };
    foreign_from(terms, cue + 1, naming.first, true).filter_to(naming.first)
}

/// Foreign names joined behind a body: «حركة الموج وأوكسفام، وكير».
fn trailing(terms: &Terms<'_>, naming: &Naming, end: usize) -> Vec<Naming> {
    let start = behind(terms, naming.last);
    if !terms.are_together(naming.last, start) {
        return Vec::new();
    }
    let foreign = foreign_from(terms, start, end, false);
    let (first, has_joint) = joint(terms, start);
    let is_human = terms.core(first).ends_with("ون");
    if !foreign.items.is_empty() || !has_joint || !is_human || first >= end {
        return foreign.items;
    }
    // «ومواطنون ضد الفقر»: persons with a cause of theirs for a name.
    let last = item(terms, first, end, true).filter(|last| terms.are_together(first, *last));
    last.map(|last| of_list(terms, first, last))
        .into_iter()
        .collect()
}

/// Foreign items one after the other, and where they end.
struct Foreign {
    items: Vec<Naming>,
    end: usize,
}

impl Foreign {
    /// The items, if they reach up to the body they stand before.
    fn filter_to(self, first: usize) -> Vec<Naming> {
        if self.end + 1 >= first {
            self.items
        } else {
            Vec::new()
        }
    }
}

fn foreign_from(terms: &Terms<'_>, start: usize, end: usize, is_first: bool) -> Foreign {
    let mut items = Vec::new();
    let (mut place, mut is_free) = (start, is_first);
    while items.len() < 2 * LONGEST {
        let (first, has_joint) = joint(terms, place);
        let length = with_land(terms, first, run(terms, first));
        let is_item = (has_joint || is_free) && length > 0 && first + length <= end;
        let ends = !terms.are_together(first, first + length) || ends_item(terms, first + length);
        if !is_item || !ends || !terms.are_together(start, first) {
            break;
        }
        is_free = false;
        items.push(of_list(terms, first, first + length - 1));
        place = behind_land(terms, behind(terms, first + length - 1));
    }
    Foreign { items, end: place }
}

/// «ATTAC المغرب»: a branch of a foreign body by its land.
fn with_land(terms: &Terms<'_>, first: usize, length: usize) -> usize {
    let land = terms
        .place(first + length)
        .filter(|land| land.is_country && length > 0);
    let last = land.map(|land| land.last).filter(|last| {
        let is_plain = terms.clitics(first + length).0 == Default::default()
            || terms.folded(first + length).starts_with("ال");
        is_plain && (!terms.are_together(first, last + 1) || ends_item(terms, last + 1))
    });
    last.map_or(length, |last| last + 1 - first)
}

/// Behind «، اليونان» where a list says of each of its bodies where it is.
fn behind_land(terms: &Terms<'_>, place: usize) -> usize {
    let land = terms
        .place(place + 1)
        .filter(|land| land.is_country && is_joint(terms, place));
    let last = land.map(|land| land.last);
    last.filter(|last| is_joint(terms, last + 1))
        .map_or(place, |last| last + 1)
}

/// Whether a word can stand before the first item of a list of those who take part, hold or call.
fn is_opening(terms: &Terms<'_>, index: usize) -> bool {
    [Class::Part, Class::Runs, Class::Hosts, Class::Calls]
        .iter()
        .any(|class| terms.has(index, *class))
        || matches!(
            terms.folded(index),
            "من" | "هي" | "وهي" | "منها" | "بينها" | ":"
        )
}

/// One item from `first` on and its last term; `is_partisan` where parties stand on both sides.
fn item(terms: &Terms<'_>, first: usize, end: usize, is_partisan: bool) -> Option<usize> {
    let foreign = run(terms, first);
    if foreign > 0 {
        return Some(first + foreign - 1).filter(|last| *last < end);
    }
    let count = (first..end)
        .take_while(|place| {
            terms.is_word(*place) && (*place == first || !terms.clitics(*place).0.has_conjunction)
        })
        .count();
    let last = first + count.max(1) - 1;
    let is_short = (2..=LONGEST).contains(&count);
    let is_without = matches!(terms.folded(first + 1), "بلا" | "ضد");
    let is_barred = (first + usize::from(is_without)..=last).any(|place| is_no_item(terms, place))
        || terms.clitics(first).0.preposition.is_some()
        || is_person(terms, first)
        || terms.has(first, Class::Cause) && !is_partisan
        || terms.has(first, Class::Crowd)
        || terms.has(first, Class::Common)
        || terms.noun(first).is_some();
    if !is_short || is_barred {
        return None;
    }
    let is_definite = |place: usize| terms.clitics(place).0.has_article;
    let are_definite = (first + 1..=last).all(is_definite);
    let is_named = if is_definite(first) || terms.place(first).is_some() {
        are_definite && is_like_adjective(terms, first + 1)
    } else {
        are_definite && terms.is_noun_like(first)
    };
    (is_named || is_without).then_some(last)
}

/// Whether a word is in no name of a list.
fn is_no_item(terms: &Terms<'_>, index: usize) -> bool {
    let is_definite = terms.clitics(index).0.has_article;
    let folded = terms.folded(index);
    terms.has(index, Class::Title)
        || terms.has(index, Class::Passing)
        || !is_definite
            && (terms.has(index, Class::Verb)
                || terms.has(index, Class::End)
                || is_stop_word(folded))
            && !matches!(folded, "بلا" | "ضد")
}

fn is_like_adjective(terms: &Terms<'_>, index: usize) -> bool {
    let core = terms.core(index);
    is_relative(core) || is_plain(core) || terms.has(index, Class::General) || core.starts_with('م')
}

/// The first term behind a joint at `place`, and whether there is one.
fn joint(terms: &Terms<'_>, place: usize) -> (usize, bool) {
    let signs = (place..place + 3)
        .take_while(|place| is_joint(terms, *place))
        .count();
    let first = place + signs;
    let is_joined = terms.clitics(first).0.has_conjunction || terms.folded(first).starts_with('و');
    (first, signs > 0 || is_joined)
}

fn is_joint(terms: &Terms<'_>, index: usize) -> bool {
    matches!(terms.folded(index), "و" | "،" | "," | "؛" | "-" | "–" | "•")
}

/// Whether an item ends before the term: at a sign, or where the next is joined.
fn ends_item(terms: &Terms<'_>, index: usize) -> bool {
    terms.is(index, TokenKind::Punctuation) || terms.folded(index).starts_with('و')
}

/// The term behind a name, its closing marks and what stands in brackets behind it.
fn behind(terms: &Terms<'_>, last: usize) -> usize {
    let mut place = last + 1;
    if super::is_quote_at(terms, place) {
        place += 1;
    }
    // «حزب الشعوب HDP»: an abbreviation without brackets.
    while terms.is_latin(place) && terms.are_together(last, place) {
        place += 1;
    }
    if terms.folded(place) == "(" {
        let close = (place..place + 8).find(|place| terms.folded(*place) == ")");
        place = close.map_or(place, |close| close + 1);
    }
    place
}

/// An item of a list. A foreign name stands as it is written, also where its words look glued, and the «و» that joins it
/// is no letter of it, even before a word that no list knows.
fn of_list(terms: &Terms<'_>, first: usize, last: usize) -> Naming {
    let naming = Naming {
        confidence: 0.55,
        ..plain(terms, first, last, None)
    };
    if run(terms, first) == 0 {
        return naming;
    }
    let written = naming.span.slice(terms.reading.text);
    let is_joined = !terms.clitics(first).0.has_conjunction
        && rarity(terms.folded(first)).is_none_or(|own| own >= 420);
    let bare = written.strip_prefix('و').filter(|_| is_joined);
    let start = naming.span.end - bare.unwrap_or(written).len();
    let words: Vec<_> = bare.unwrap_or(written).split_whitespace().collect();
    let name = strip_controls(&words.join(" "));
    Naming {
        key: key_of(&name),
        name,
        span: Span::new(start, naming.span.end),
        ..naming
    }
}
