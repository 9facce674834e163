//! Facts whose values change while their grounds stay. Invariant: no evidence is lost and none is made.

use crate::model::evidence::{Attested, Basis};

/// The fact with another value on the same grounds.
pub fn with_value<T: Clone>(fact: Attested<T>, value: T) -> Attested<T> {
    let basis = fact.is_inferred().then_some(Basis::Inferred);
    let note = fact.note().map(str::to_owned);
    Attested::new(value, fact.evidence().to_vec(), basis, note).unwrap_or(fact)
}

/// Adds a fact, or joins its grounds to the one it repeats; what is only mentioned in one joins what it does in the
/// other. `is_mention` tells whether the first of two facts is no more than a mention of the second's bearer.
pub fn join<T>(
    facts: &mut Vec<Attested<T>>,
    fact: Attested<T>,
    is_same: impl Fn(&T, &T) -> bool,
    is_mention: impl Fn(&T, &T) -> bool,
) {
    let fits = |known: &&mut Attested<T>| {
        let (one, other) = (known.value(), fact.value());
        is_same(one, other) || is_mention(one, other) || is_mention(other, one)
    };
    match facts.iter_mut().find(fits) {
        Some(known) => known.join(fact, |one, other| {
            if is_mention(one, &other) {
                *one = other;
            }
        }),
        None => facts.push(fact),
    }
}
