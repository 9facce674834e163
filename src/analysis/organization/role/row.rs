//! Which namings stand in a row and so share a part. Invariant: a row is broken by any word that is no joint between
//! names.

use crate::analysis::lexicon::body::Class;
use crate::analysis::organization::extent::closing;
use crate::analysis::organization::naming::{Naming, is_quote_at};
use crate::analysis::organization::term::Terms;
use crate::text::token::TokenKind;

/// Whether the naming at `index` stands in a row with the one before it.
pub fn continues(terms: &Terms<'_>, namings: &[Naming], index: usize) -> bool {
    let (Some(before), Some(naming)) = (namings.get(index - 1), namings.get(index)) else {
        return false;
    };
    if naming.is_inner {
        return true;
    }
    if naming.is_receiver || before.is_receiver {
        return false;
    }
    if !terms.are_together(before.last, naming.first) {
        return is_next_line(terms, before, naming);
    }
    let between = before.last + 1..naming.first;
    if between.len() > 8 {
        return false;
    }
    if is_item_between(terms, between.clone()) || is_item_joined(terms, between.clone(), naming) {
        return true;
    }
    let mut has_joint = terms.clitics(naming.first).0.has_conjunction;
    let mut is_inside = false;
    let mut is_led = false;
    let mut wing = 0;
    for place in between {
        let folded = terms.folded(place);
        let is_open = matches!(folded, "(" | "[" | "/");
        is_inside |= is_open;
        // «حركة الموج بزعامة سالم علي وحزب السهل»: who leads it stands between.
        let goes_on = terms.is_word(place) && !terms.clitics(place).0.has_conjunction;
        is_led = goes_on && (is_led || matches!(folded, "بزعامه" | "بقياده" | "برياسه"));
        // «حزب البعث “الأصل”، …»: which of that name.
        if place <= wing {
            continue;
        }
        if let Some(last) = wing_behind(terms, before, naming, place) {
            wing = last;
            continue;
        }
        has_joint |= matches!(folded, "و" | "،" | "," | "؛" | "/" | "-" | "–" | "•")
            || matches!(folded, "جانب" | "كذا" | "كذلك")
            || terms.clitics(place).0.has_conjunction;
        let is_joint = terms.is(place, TokenKind::Punctuation) && folded != ":" && folded != "."
            || is_joint_word(folded)
            || terms.is_latin(place)
            || terms.has(place, Class::Title)
                && (terms.clitics(place).0.has_conjunction || has_joint)
            || is_led && !terms.has(place, Class::Verb)
            || is_inside;
        is_inside &= !matches!(folded, ")" | "]" | "،" | ",");
        if !is_joint {
            return false;
        }
    }
    has_joint
}

/// The closing mark of «“الأصل”», which of that name stands between two namings; behind a name in quotation marks the
/// first one closes.
fn wing_behind(terms: &Terms<'_>, before: &Naming, naming: &Naming, place: usize) -> Option<usize> {
    let opened = before.first.checked_sub(1);
    let is_closing =
        place == before.last + 1 && opened.is_some_and(|open| is_quote_at(terms, open));
    let last = closing(terms, place).filter(|_| is_quote_at(terms, place) && !is_closing)?;
    (last <= place + 3 && last + 1 < naming.first).then_some(last + 1)
}

/// Words that join names in a row, folded.
fn is_joint_word(folded: &str) -> bool {
    matches!(
        folded,
        "و" | "كذا"
            | "وكذا"
            | "كذلك"
            | "وكذلك"
            | "اضافه"
            | "الي"
            | "جانب"
            | "ثم"
            | "ايضا"
            | "كل"
            | "من"
            | "وكل"
            | "والي"
            | "وممثلي"
            | "وممثلين"
            | "عن"
            | "وعن"
            | "بالاضافه"
    )
}

/// One item between two commas that is no naming: «X، صحفيات بلا قيود، Y».
fn is_item_between(terms: &Terms<'_>, mut between: std::ops::Range<usize>) -> bool {
    let is_comma = |place: usize| matches!(terms.folded(place), "،" | ",");
    let is_framed = between.len() >= 3 && is_comma(between.start) && is_comma(between.end - 1);
    let is_plain = |place: usize| {
        !terms.has(place, Class::Verb) && !terms.has(place, Class::Runs) && terms.is_word(place)
    };
    is_framed && between.len() <= 6 && {
        between = between.start + 1..between.end - 1;
        between.into_iter().all(is_plain)
    }
}

/// One item that «و» joins and that is no naming: «X وعمال البريد وY».
fn is_item_joined(terms: &Terms<'_>, mut between: std::ops::Range<usize>, naming: &Naming) -> bool {
    between.start += usize::from(matches!(terms.folded(between.start), "،" | ","));
    let is_joined = |place: usize| terms.clitics(place).0.has_conjunction;
    let is_plain = |place: usize| {
        terms.is_word(place)
            && !terms.has(place, Class::Verb)
            && !terms.has(place, Class::Runs)
            && !terms.has(place, Class::Part)
    };
    (1..=3).contains(&between.len())
        && is_joined(between.start)
        && is_joined(naming.first)
        && terms.clitics(between.end - 1).0.has_article
        && between.into_iter().all(is_plain)
}

/// Whether two namings open two lines of one list.
fn is_next_line(terms: &Terms<'_>, before: &Naming, naming: &Naming) -> bool {
    let sentence = |index: usize| terms.at(index).map(|term| term.sentence);
    let is_next = sentence(before.first).is_some_and(|one| sentence(naming.first) == Some(one + 1));
    let opens = |naming: &Naming| {
        (naming.first.saturating_sub(3)..naming.first)
            .rev()
            .take_while(|place| terms.are_together(*place, naming.first))
            .all(|place| !terms.is_word(place))
            && (naming.first < 4 || !terms.are_together(naming.first - 4, naming.first))
    };
    let is_short = |naming: &Naming| !terms.are_together(naming.last, naming.last + 15);
    is_next && opens(before) && opens(naming) && is_short(before) && is_short(naming)
}
