//! From namings to bodies: spellings and short forms of one name come together under the fullest, references go to the
//! body they stand for. Invariant: a short form that two fuller names have stays by itself, and a reference that finds
//! no body is dropped.

use rustc_hash::FxHashMap;

use super::Body;
use super::naming::Naming;
use super::naming::row::is_nameable;
use super::naming::text::key_of;
use super::role::Part;
use crate::analysis::Mention;
use crate::analysis::lexicon::body::{Noun, Strength};
use crate::model::vocabulary::Role;
use crate::text::span::Span;

/// The most bodies of a document; one that names more is a directory.
const MOST: usize = 300;

/// A naming with its part.
#[derive(Debug, Clone)]
pub(super) struct Told {
    pub(super) naming: Naming,
    pub(super) part: Part,
    /// The passage that says both.
    pub(super) passage: Span,
}

/// A body under way: the namings it gathers.
struct Group {
    /// The fullest naming.
    full: Naming,
    told: Vec<usize>,
}

/// The bodies that a document names, in the order of their first naming.
pub(super) fn bodies(told: &[Told]) -> Vec<Body> {
    let mut groups = groups(told);
    join_short_forms(&mut groups);
    refer(told, &mut groups);
    groups.sort_by_key(|group| group.told.first().copied());
    groups.iter().map(|group| body(told, group)).collect()
}

/// One group for each name as it is written.
fn groups(told: &[Told]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut by_key: FxHashMap<&[String], usize> = FxHashMap::default();
    for (index, told) in told
        .iter()
        .enumerate()
        .filter(|(_, told)| !told.naming.is_reference)
    {
        let naming = &told.naming;
        let is_same = |group: &&Group| {
            let full = &group.full;
            let is_alias = |one: &Naming, other: &Naming| {
                one.alias.as_ref().is_some_and(|alias| {
                    let own = other.key.get(1..).unwrap_or(&[]).join(" ");
                    *alias == other.key.join(" ") || (other.key.len() > 1 && *alias == own)
                })
            };
            let is_known = naming.known.is_some() && naming.known == full.known;
            is_known
                || is_reordered(naming, full)
                || full.key == naming.key
                || is_alias(full, naming)
                || is_alias(naming, full)
        };
        let known = by_key.get(naming.key.as_slice()).copied();
        let is_full = groups.len() >= MOST;
        let place = known.or_else(|| {
            let position = || groups.iter().position(|group| is_same(&group));
            if is_full { None } else { position() }
        });
        if place.is_none() && is_full {
            continue;
        }
        by_key.insert(naming.key.as_slice(), place.unwrap_or(groups.len()));
        match place.and_then(|place| groups.get_mut(place)) {
            Some(group) => {
                group.told.push(index);
                if is_fuller(naming, &group.full) {
                    let alias = group.full.alias.take();
                    group.full = naming.clone();
                    group.full.alias = naming.alias.clone().or(alias);
                }
            }
            None => groups.push(Group {
                full: naming.clone(),
                told: vec![index],
            }),
        }
    }
    groups
}

fn is_fuller(one: &Naming, other: &Naming) -> bool {
    one.key.len() > other.key.len() && !one.has_tail
}

/// Whether two names of one head are of the same words: «تنسيقية هولندا لدعم …», «تنسيقية دعم … في هولندا».
fn is_reordered(one: &Naming, other: &Naming) -> bool {
    let is_same_head = one
        .noun
        .zip(other.noun)
        .is_some_and(|(one, other)| one.lemma == other.lemma);
    let (one, other) = (&one.key, &other.key);
    let is_same = |one: &str, other: &str| {
        let bare = |word: &str| word.strip_prefix(['ب', 'ل']).unwrap_or(word).to_owned();
        one == other || bare(one) == other || one == bare(other)
    };
    let has_each = |one: &[String], other: &[String]| {
        let rest = one.iter().skip(1);
        rest.into_iter()
            .all(|word| other.iter().skip(1).any(|other| is_same(word, other)))
    };
    is_same_head
        && one.len() >= 4
        && one.len() == other.len()
        && has_each(one, other)
        && has_each(other, one)
}

/// Joins short forms to the one fuller name they can stand for.
fn join_short_forms(groups: &mut Vec<Group>) {
    let mut index = 0;
    while index < groups.len() {
        let fuller: Vec<usize> = (0..groups.len())
            .filter(|other| *other != index)
            .filter(|other| match (groups.get(index), groups.get(*other)) {
                (Some(short), Some(full)) => is_short_form(&short.full, &full.full),
                _ => false,
            })
            .collect();
        // Fuller names of one another count as one: the longest.
        let longest = fuller
            .iter()
            .copied()
            .max_by_key(|other| groups.get(*other).map_or(0, |group| group.full.key.len()));
        let is_sure = longest.is_some_and(|longest| {
            fuller.iter().all(|other| {
                *other == longest
                    || groups
                        .get(*other)
                        .zip(groups.get(longest))
                        .is_some_and(|(short, full)| is_short_form(&short.full, &full.full))
            })
        });
        if let Some(longest) = longest.filter(|_| is_sure) {
            let short = groups.remove(index);
            let longest = if longest > index {
                longest - 1
            } else {
                longest
            };
            if let Some(full) = groups.get_mut(longest) {
                full.told.extend(short.told);
                full.told.sort_unstable();
            }
        } else {
            index += 1;
        }
    }
    groups.sort_by_key(|group| group.told.first().copied());
}

/// Whether the first name can be a short form of the second: the same beginning, and nothing that tells them apart.
fn is_short_form(short: &Naming, full: &Naming) -> bool {
    let (one, other) = (&short.key, &full.key);
    let is_shorter = one.len() >= 2 && one.len() < other.len();
    let is_same_head = one.first() == other.first();
    if !is_shorter || short.known.is_some() && full.known.is_some() {
        return false;
    }
    // «تنسيقيات …» and «ائتلاف تنسيقيات …»: a plural is no body beside the one that unites it.
    let is_tail = other.get(1..) == Some(one.as_slice());
    let is_plural = |noun: &Noun| key_of(noun.lemma).first() != one.first();
    if is_tail && short.noun.is_some_and(is_plural) {
        return true;
    }
    if !is_same_head {
        return false;
    }
    let is_prefix = one
        .iter()
        .zip(other)
        .all(|(one, other)| is_same_word(one, other));
    if is_prefix {
        // «فرع … بباريس» is not its mother; a party's name with a place behind it is one all the same.
        return !full.has_tail || other.len() - one.len() > 2;
    }
    let words = other.iter().skip(1).filter(|word| !is_sorting(word));
    let rest = one.iter().skip(1);
    one.len() >= 3 && !full.has_tail && rest.eq(words.take(one.len() - 1))
}

/// Whether two words are one but for a slip at the end: «لنصر», «لنصرة».
fn is_same_word(one: &str, other: &str) -> bool {
    let is_slip = |short: &str, long: &str| {
        let rest = long.strip_prefix(short);
        short.chars().count() >= 4 && rest.is_some_and(|rest| matches!(rest, "ه" | "ا" | "ي"))
    };
    one == other || is_slip(one, other) || is_slip(other, one)
}

/// Gives each reference to the body it stands for.
fn refer(told: &[Told], groups: &mut Vec<Group>) {
    for (index, reference) in told
        .iter()
        .enumerate()
        .filter(|(_, told)| told.naming.is_reference)
    {
        let naming = &reference.naming;
        let last_before = |group: &Group| {
            group
                .told
                .iter()
                .rev()
                .copied()
                .find(|other| *other < index)
        };
        let fits = |group: &&mut Group| {
            let is_same = group
                .full
                .noun
                .zip(naming.noun)
                .is_some_and(|(one, other)| one.lemma == other.lemma);
            let agrees = naming
                .key
                .iter()
                .skip(1)
                .all(|word| group.full.key.contains(word) || is_sorting(word));
            is_same && agrees
        };
        let is_founded = |group: &Group| {
            group.told.iter().any(|index| {
                told.get(*index)
                    .is_some_and(|told| told.part.role == Role::Founded)
            })
        };
        let best = groups
            .iter_mut()
            .filter(fits)
            .filter(|group| {
                // «إطلاق الحزب الجديد تحت مسمى …»: what is founded may be named behind.
                let is_new = reference.part.role == Role::Founded && is_founded(group);
                is_new || last_before(group).is_some()
            })
            .max_by_key(|group| (is_founded(group), last_before(group)));
        if let Some(group) = best {
            group.told.push(index);
            group.told.sort_unstable();
        } else if is_nameable(naming)
            && reference.part.role != Role::Mentioned
            && groups.len() < MOST
        {
            // «دعت الجبهة الشعبية»: it acts, and there is no fuller name it could stand for.
            groups.push(Group {
                full: naming.clone(),
                told: vec![index],
            });
        }
    }
}

/// Adjectives that a reference adds and a name need not have.
fn is_sorting(word: &str) -> bool {
    matches!(
        word,
        "جديد"
            | "جديده"
            | "وطني"
            | "وطنيه"
            | "عام"
            | "عامه"
            | "سياسي"
            | "سياسيه"
            | "مدني"
            | "مدنيه"
            | "حقوقي"
            | "حقوقيه"
            | "انتخابي"
            | "انتخابيه"
    )
}

fn body(told: &[Told], group: &Group) -> Body {
    let parts: Vec<&Told> = group
        .told
        .iter()
        .filter_map(|index| told.get(*index))
        .collect();
    let role = parts
        .iter()
        .map(|told| told.part.role)
        .min_by_key(|role| strength(*role))
        .unwrap_or(Role::Mentioned);
    let mentions = parts
        .iter()
        .map(|told| {
            let says_it = told.part.role == role;
            let sure = if told.naming.is_reference {
                0.6
            } else {
                told.naming.confidence
            };
            let (span, confidence) = if says_it {
                (told.passage, sure * told.part.confidence)
            } else {
                (told.naming.span, sure * 0.6)
            };
            Mention {
                value: told.part.role,
                span,
                confidence,
            }
        })
        .collect();
    let is_named = parts.iter().any(|told| {
        !told.naming.is_reference
            && told
                .naming
                .noun
                .is_none_or(|noun| noun.strength != Strength::Media)
    });
    Body {
        name: group.full.name.clone(),
        kind: group.full.kind,
        role,
        is_bare: group.full.is_bare && parts.len() < 2,
        is_media: !is_named,
        mentions,
    }
}

/// Roles by what they weigh: the smallest counts.
fn strength(role: Role) -> usize {
    match role {
        Role::Founded => 0,
        Role::Convener => 1,
        Role::Host => 2,
        Role::Participant => 3,
        Role::Invited => 4,
        Role::Publisher => 5,
        Role::Mentioned => 6,
    }
}
