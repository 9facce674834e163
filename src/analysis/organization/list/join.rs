//! Pairs that «و» joins inside a list: one name or two. Invariant: in a list parted by commas they are one, unless a head
//! noun, quotation marks or the list of known bodies say that they are two.

use super::under;
use crate::analysis::lexicon::body::Number;
use crate::analysis::organization::naming::{Naming, is_quote_at};
use crate::analysis::organization::term::Terms;

/// In a list parted by commas, what «و» joins before the last comma is one name: «العدل والإنصاف، والبناء والسلم، والفجر».
pub(super) fn join_pairs(terms: &Terms<'_>, items: &mut Vec<Naming>, number: Number) {
    let is_comma = |items: &[Naming], index: usize| {
        items
            .get(index)
            .is_some_and(|item| terms.folded(item.last + 1).starts_with(['،', ',', '؛']))
    };
    let commas = (0..items.len().saturating_sub(1))
        .filter(|index| is_comma(items, *index))
        .count();
    let mut index = 0;
    while index + 1 < items.len() {
        // Nothing stands between the two, and no third is joined to them.
        let is_next = matches!(items.get(index..index + 2), Some([one, other]) if other.first <= one.last + 2);
        let opens = index
            .checked_sub(1)
            .is_none_or(|before| is_comma(items, before));
        let is_joined =
            !is_comma(items, index) && commas > 0 && is_next && opens && is_comma(items, index + 1);
        // Of three words for two bodies those are one that have one word each.
        let is_long = |index: usize| items.get(index).is_some_and(|item| item.last > item.first);
        let pair = usize::from(is_long(0) && !is_long(1) && !is_long(2));
        let is_third = number == Number::Dual && items.len() == 3 && index == pair && commas == 0;
        let has_head = items
            .get(index + 1)
            .is_some_and(|item| terms.noun(item.first).is_some());
        let is_quoted = items
            .get(index)
            .is_some_and(|item| item.first > 0 && is_quote_at(terms, item.first - 1));
        let are_unknown = !has_head
            && !is_quoted
            && [index, index + 1]
                .iter()
                .all(|place| items.get(*place).is_some_and(|item| item.known.is_none()));
        if (is_joined || is_third) && are_unknown {
            let second = items.remove(index + 1);
            if let Some(first) = items.get_mut(index)
                && let Some(noun) = first.noun
            {
                *first = under(terms, noun, first.first, second.last, 0.6);
            }
        }
        index += 1;
    }
}
