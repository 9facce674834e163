//! Names that only stand out in a row: «…، والكتلة الوطنية، والحركة …». Invariant: what stands alone stays a reference.

use super::Naming;
use crate::analysis::lexicon::body::Strength;
use crate::analysis::organization::term::Terms;

/// «…، والكتلة الوطنية، والحركة …»: in a row of names a head with an adjective of cause is a name and no reference.
pub fn name_in_rows(terms: &Terms<'_>, namings: &mut [Naming]) {
    let stands_by = |one: &Naming, other: &Naming| {
        let gap = other.first.saturating_sub(one.last + 1);
        let is_joined = terms.clitics(other.first).0.has_conjunction || gap > 0;
        gap <= 2
            && is_joined
            && terms.are_together(one.last, other.first)
            && (one.last + 1..other.first)
                .all(|place| !terms.is_word(place) || terms.folded(place) == "و")
    };
    keep_in_rows(namings, stands_by);
    let in_row: Vec<bool> = (0..namings.len())
        .map(|index| {
            let own = namings.get(index);
            let is_by = |other: Option<&Naming>, is_before: bool| {
                own.zip(other).is_some_and(|(own, other)| {
                    let is_named = !other.is_reference
                        || is_nameable(other) && is_nameable(own) && other.key != own.key;
                    is_named
                        && if is_before {
                            stands_by(other, own)
                        } else {
                            stands_by(own, other)
                        }
                })
            };
            let before = index.checked_sub(1).and_then(|before| namings.get(before));
            is_by(before, true) || is_by(namings.get(index + 1), false)
        })
        .collect();
    for (naming, in_row) in namings.iter_mut().zip(in_row) {
        if in_row && naming.is_reference && (is_nameable(naming) || is_congress(naming)) {
            naming.is_reference = false;
        }
    }
}

/// What may be no name is one between two names of a row: «…، ومؤتمر الوادي، وحزب السهل».
fn keep_in_rows(namings: &mut [Naming], stands_by: impl Fn(&Naming, &Naming) -> bool) {
    let is_sure = |naming: &Naming| !naming.is_bare && !naming.is_reference;
    let between: Vec<usize> = namings
        .windows(3)
        .enumerate()
        .filter(|(_, row)| match row {
            [before, naming, after] => {
                naming.is_bare
                    && is_sure(before)
                    && is_sure(after)
                    && stands_by(before, naming)
                    && stands_by(naming, after)
            }
            _ => false,
        })
        .map(|(index, _)| index + 1)
        .collect();
    for index in between {
        if let Some(naming) = namings.get_mut(index) {
            naming.is_bare = false;
        }
    }
}

/// Whether the words of a reference could be a name: a head of bodies with one adjective of cause.
pub fn is_nameable(naming: &Naming) -> bool {
    let is_head = naming.noun.is_some_and(|noun| {
        matches!(noun.strength, Strength::Name) || matches!(noun.lemma, "مجلس" | "مبادرة")
    });
    // «الحراك الشعبي»: people in the streets.
    let is_street = naming.key.first().is_some_and(|head| head == "حراك")
        && naming
            .key
            .last()
            .is_some_and(|adjective| adjective == "شعبي");
    is_head
        && !is_street
        && matches!(&naming.key[..], [_, adjective] if CAUSES.contains(&adjective.as_str()))
}

/// «المؤتمر القومي العربي»: a congress that stands among bodies is one, if nothing says which time it meets.
fn is_congress(naming: &Naming) -> bool {
    let is_of_cause = |word: &String| CAUSES.contains(&word.as_str()) || word.ends_with('ي');
    let is_of_cause = naming.noun.is_some_and(|noun| noun.lemma == "مؤتمر")
        && naming.key.iter().skip(1).all(is_of_cause);
    // «اللقاء الوطني للإنقاذ», «اللقاء من أجل …»: a purpose makes it one too.
    let has_purpose = naming
        .noun
        .is_some_and(|noun| noun.strength == Strength::Event)
        && (naming.name.contains(" لل") || naming.name.contains(" من أجل "));
    naming.key.len() >= 3 && (is_of_cause || has_purpose)
}

/// Adjectives of cause, folded, that make a name where a name is expected.
const CAUSES: [&str; 24] = [
    "وطني",
    "وطنيه",
    "ديمقراطي",
    "ديمقراطيه",
    "ديموقراطي",
    "ديموقراطيه",
    "شعبي",
    "شعبيه",
    "اسلامي",
    "اسلاميه",
    "عربي",
    "عربيه",
    "قومي",
    "قوميه",
    "ثوري",
    "ثوريه",
    "تقدمي",
    "تقدميه",
    "ليبرالي",
    "ليبراليه",
    "مدني",
    "مدنيه",
    "كردي",
    "كرديه",
];
