//! Lists behind a head noun in the plural or dual: «أحزاب الاستقلال والتقدم», «تنسيقيات كل من هولندا وألمانيا». Each item
//! is a body of that head. Invariant: a list has two items or more, and none is a crowd («أحزاب المعارضة والموالاة»).

use super::extent::adjective::{is_indefinite_adjective, is_relative};
use super::extent::{Reach, closing, reach, reach_item};
use super::naming::known::{known_at, last_term};
use super::naming::text::key_of;
use super::naming::{Naming, is_quote_at, named, plain};
use super::term::Terms;
use crate::analysis::lexicon::body::known::find_known;
use crate::analysis::lexicon::body::{Class, Noun, Number, Strength};
use crate::model::vocabulary::OrganizationKind;
use crate::text::token::TokenKind;

mod join;

use join::join_pairs;

/// The most items read.
const MOST: usize = 40;

/// The bodies listed behind the head at `head`; none where no list follows.
pub(super) fn namings(
    terms: &Terms<'_>,
    head: usize,
    noun: &'static Noun,
    number: Number,
) -> Vec<Naming> {
    if matches!(noun.strength, Strength::Prefix) {
        return Vec::new();
    }
    if number == Number::Dual && terms.clitics(head).0.has_article {
        return pair(terms, head, noun);
    }
    let mut first = head + 1;
    // «وحركات: الحر، والطليعة».
    first += usize::from(matches!(terms.folded(first), ":" | "؛" | "،"));
    // «تحالفات (صمود، والكتلة …)».
    let is_bracketed = terms.folded(first) == "(";
    first += usize::from(is_bracketed);
    let is_each = terms.folded(first) == "كل" && terms.folded(first + 1) == "من";
    if is_each {
        first += 2;
    }
    // «ائتلافا مدنيا …»: one in the accusative, and no two.
    if number == Number::SingularOrDual && is_indefinite_adjective(terms, first) {
        return Vec::new();
    }
    let told = told_behind(terms, first);
    // «الأحزاب» are some in general, unless it is told which.
    if told.is_none() && terms.clitics(head).0.has_article {
        return Vec::new();
    }
    first = told.unwrap_or(first);
    if is_quote_at(terms, first) && closing(terms, first).is_none() {
        first += 1;
    }
    let mut items: Vec<Naming> = Vec::new();
    while items.len() < MOST {
        let Some(item) = item(terms, head, noun, first, items.len()) else {
            break;
        };
        let last = item.last;
        items.push(item);
        match next(terms, last) {
            Some(next) => first = next,
            None => break,
        }
    }
    // «…، إضافة إلى …»: what can be no party ends the list.
    while noun.kind == OrganizationKind::Party
        && items.last().is_some_and(|item| is_loose(terms, item))
    {
        items.pop();
    }
    let are_quoted = items
        .iter()
        .all(|item| item.first > 0 && is_quote_at(terms, item.first - 1));
    let is_sure = is_each
        || are_quoted
        || is_bracketed
        || items.iter().any(|item| item.known.is_some())
        || number != Number::Plural
        || is_named_list(terms, noun, &items);
    if items.len() < 2 || !is_sure {
        return Vec::new();
    }
    join_pairs(terms, &mut items, number);
    items
}

/// «الجبهتان الشعبية والديمقراطية»: two bodies of one head, told apart by their adjectives.
fn pair(terms: &Terms<'_>, head: usize, noun: &'static Noun) -> Vec<Naming> {
    let is_sorting = |place: usize| {
        let clitics = terms.clitics(place).0;
        let core = terms.core(place);
        clitics.has_article
            && clitics.preposition.is_none()
            && terms.are_together(head, place)
            && core.ends_with('ه') == noun.is_feminine
            && (is_relative(core) || terms.has(place, Class::General))
    };
    let (one, other) = (head + 1, head + 2);
    let is_joined = terms.clitics(other).0.has_conjunction && !terms.clitics(one).0.has_conjunction;
    if !is_joined || !is_sorting(one) || !is_sorting(other) {
        return Vec::new();
    }
    let named = |place: usize| {
        let naming = plain(terms, place, place, Some(noun));
        let name = format!("ال{} {}", noun.lemma, naming.name);
        Naming {
            key: key_of(&name),
            name,
            confidence: 0.65,
            ..naming
        }
    };
    vec![named(one), named(other)]
}

/// «ثلاث جماعات معارضة هي «…» و«…»», «الأحزاب الآتية: الوفد، …»: where the bodies begin that are said to be those.
fn told_behind(terms: &Terms<'_>, first: usize) -> Option<usize> {
    let is_sign = |place: usize| matches!(terms.folded(place), ":" | "؛" | "،");
    let tells = (first..first + 8)
        .take_while(|place| terms.are_together(first, *place) && !is_quote_at(terms, *place))
        .find(|place| {
            matches!(
                terms.folded(*place),
                "هي" | "وهي"
                    | "هم"
                    | "وهم"
                    | "هما"
                    | "وهما"
                    | "منها"
                    | "بينها"
                    | "ابرزها"
                    | "ضمنها"
                    | ":"
                    | "؛"
            )
        })?;
    let open = tells + 1 + usize::from(is_sign(tells + 1));
    let is_bare = terms.clitics(open).0.has_article && terms.clitics(open).0.preposition.is_none();
    // Only adjectives stand between the head and what tells.
    let is_direct = (first..tells).all(|place| {
        let is_adjective = terms.has(place, Class::General) || terms.has(place, Class::Passing);
        is_adjective || terms.is_nationality(place) || terms.folded(place) == "من"
    });
    (is_quote_at(terms, open) || is_bare && is_direct).then_some(open)
}

/// Whether nothing makes a name of an item: no article, no head, no quotation marks, no land or definite word at its end.
fn is_loose(terms: &Terms<'_>, item: &Naming) -> bool {
    let is_definite = |place: usize| terms.clitics(place).0.has_article;
    let is_quoted = item.first > 0 && is_quote_at(terms, item.first - 1);
    let is_known = item.known.is_some()
        || item
            .noun
            .is_some_and(|noun| with_own_head(terms, noun, item.first).is_some());
    !is_known
        && !is_quoted
        && !is_definite(item.first)
        && !is_definite(item.last)
        && terms.place(item.last).is_none()
}

/// Whether unknown items can be names: a list of parties, or of places with coordinations of theirs.
fn is_named_list(terms: &Terms<'_>, noun: &'static Noun, items: &[Naming]) -> bool {
    let items = || {
        items
            .iter()
            .filter(|item| with_own_head(terms, noun, item.first).is_none())
    };
    let are_definite = items().all(|item| terms.clitics(item.first).0.has_article);
    // «أحزاب حماة مصر، والجمهوري الحر، ومصر الفتاة»: in a long list some stand without article, each closed by a land or
    // a definite word.
    let is_closed =
        |item: &Naming| terms.clitics(item.last).0.has_article || terms.place(item.last).is_some();
    let is_long = items().count() >= 3
        && items().any(|item| terms.clitics(item.first).0.has_article)
        && items().all(is_closed);
    match noun.kind {
        OrganizationKind::Party => are_definite || is_long,
        OrganizationKind::Movement if noun.lemma == "حركة" => are_definite,
        _ => {
            items().all(|item| !terms.clitics(item.first).0.has_article && item.first == item.last)
        }
    }
}

/// One item that begins at `first`, behind `count` others.
fn item(
    terms: &Terms<'_>,
    head: usize,
    noun: &'static Noun,
    first: usize,
    count: usize,
) -> Option<Naming> {
    if !terms.are_together(head, first) {
        return None;
    }
    if is_quote_at(terms, first) {
        let last = closing(terms, first)?;
        return Some(Naming {
            last: last + 1,
            ..under(terms, noun, first + 1, last, 0.85)
        });
    }
    if !terms.is_word(first) {
        return None;
    }
    let term = terms.at(first)?;
    if terms.has(first, Class::Opening)
        && let Some(found) = find_known(terms.reading, term.word, 0)
        && let Some(last) = last_term(terms, first, &found)
    {
        // «الطليعة التقدمية»: a longer name may begin with a known one.
        let is_definite = |place: usize| {
            let clitics = terms.clitics(place).0;
            clitics.has_article && clitics.preposition.is_none() && !clitics.has_conjunction
        };
        let longer = reach_item(terms, head, noun, first)
            .filter(|longer| *longer > last && (last + 1..=*longer).all(is_definite));
        if let Some(longer) = longer {
            return Some(under(terms, noun, first, longer, 0.65));
        }
        let known = known_at(terms, first, last, &found);
        let naming = under(terms, noun, first, last, 0.85);
        return Some(Naming {
            known: known.known,
            kind: known.kind,
            ..naming
        });
    }
    // «أحزاب …، وحركة …، والكرامة»: one with a head of its own does not end the list.
    if count > 0
        && let Some(own) = with_own_head(terms, noun, first)
    {
        return Some(own);
    }
    let is_told = is_told_party(terms, noun, first, count);
    let is_sorting =
        (terms.has(first, Class::Crowd) || terms.has(first, Class::General)) && !is_told;
    let is_barred = is_sorting
        || terms.has(first, Class::Common)
        || terms.has(first, Class::Title) && !is_of_parties(terms, noun, first)
        || terms.has(first, Class::Passing)
        || terms.noun(first).is_some_and(|(noun, number)| {
            let has_own_head =
                !terms.clitics(first).0.has_article && noun.strength == Strength::Name;
            has_own_head || number != Number::Singular || noun.strength == Strength::State
        });
    if is_barred {
        return None;
    }
    let last = of_two(terms, first).or_else(|| reach_item(terms, head, noun, first))?;
    Some(under(terms, noun, first, last, 0.65))
}

/// Behind other names «الأمة» and «الجمهوري الحر» are names as well, behind one «الشعب الأخضر» is.
fn is_told_party(terms: &Terms<'_>, noun: &Noun, first: usize, count: usize) -> bool {
    let clitics = terms.clitics(first + 1).0;
    let has_adjective =
        clitics.has_article && !clitics.has_conjunction && clitics.preposition.is_none();
    (count >= 2 || count == 1 && has_adjective) && is_of_parties(terms, noun, first)
}

/// An item that has a head of its own.
fn with_own_head(terms: &Terms<'_>, list: &Noun, first: usize) -> Option<Naming> {
    let (noun, number) = terms.noun(first)?;
    let is_own = number == Number::Singular && is_own_head(terms, list, first);
    match reach(terms, first) {
        Reach::Name(extent) if is_own && extent.inner.is_none() && !extent.is_bare => {
            Some(named(terms, first, noun, extent))
        }
        _ => None,
    }
}

/// «مصر المستقبل», «الفجر القريب»: a land or a definite word with one definite word behind it that ends the item.
fn of_two(terms: &Terms<'_>, first: usize) -> Option<usize> {
    let is_plain = |place: usize| {
        let clitics = terms.clitics(place).0;
        clitics.has_article && clitics.preposition.is_none()
    };
    let land = terms.place(first).map(|land| land.last);
    let last = land.or_else(|| is_plain(first).then_some(first))? + 1;
    let is_barred = [Class::Title, Class::Passing, Class::End]
        .iter()
        .any(|class| terms.has(last, *class));
    let ends = terms.is(last + 1, TokenKind::Punctuation)
        || terms.clitics(last + 1).0.has_conjunction
        || !terms.are_together(last, last + 1);
    let is_own = is_plain(last) && !terms.clitics(last).0.has_conjunction;
    (is_own && !is_barred && ends && terms.are_together(first, last)).then_some(last)
}

/// «أحزاب الوفد والتجمع»: what persons are called by is a party's name behind parties.
fn is_of_parties(terms: &Terms<'_>, noun: &Noun, index: usize) -> bool {
    noun.kind == OrganizationKind::Party && terms.clitics(index).0.has_article
}

/// «تجمع المهنيين», «الحركة الاتحادية»: a head with a genitive, or a feminine in a list of a masculine, can only be the
/// item's own.
fn is_own_head(terms: &Terms<'_>, list: &Noun, first: usize) -> bool {
    terms.noun(first).is_some_and(|(own, _)| {
        own.strength == Strength::Name
            && (!terms.clitics(first).0.has_article || own.is_feminine && !list.is_feminine)
    })
}

/// An item with the head of its list for the head of its name.
fn under(
    terms: &Terms<'_>,
    noun: &'static Noun,
    first: usize,
    last: usize,
    confidence: f32,
) -> Naming {
    let naming = plain(terms, first, last, Some(noun));
    let has_own = noun.lemma == "قوى"
        || last > first && is_own_head(terms, noun, first)
        || key_of(&naming.name)
            .first()
            .is_some_and(|word| key_of(noun.lemma).first() == Some(word));
    let name = if has_own {
        naming.name.clone()
    } else {
        [noun.lemma, &naming.name].join(" ")
    };
    Naming {
        key: key_of(&name),
        name,
        confidence,
        ..naming
    }
}

/// Where the next item begins behind the term `last`: behind a comma, or at a word with «و».
fn next(terms: &Terms<'_>, last: usize) -> Option<usize> {
    let mut next = behind_aside(terms, last + 1);
    if terms.is(next, TokenKind::Punctuation) {
        // «والدستور،، والعدل».
        let sign = terms.folded(next).trim_end_matches(['،', ',']);
        let is_comma = matches!(sign, "" | "؛" | "/" | "-" | "–");
        next += 1;
        next += usize::from(is_comma && terms.folded(next) == "،");
        return (is_comma && terms.are_together(last, next) && (terms.folded(next) != "و"))
            .then_some(next)
            .or_else(|| (is_comma && terms.folded(next) == "و").then_some(next + 1));
    }
    if terms.folded(next) == "و" {
        return Some(next + 1);
    }
    terms.clitics(next).0.has_conjunction.then_some(next)
}

/// «الوحدة (يسار) و…»: the term behind a short remark in brackets, if one opens at `open`.
fn behind_aside(terms: &Terms<'_>, open: usize) -> usize {
    const LONGEST: usize = 6;
    if terms.folded(open) != "(" {
        return open;
    }
    (open + 2..=open + LONGEST)
        .take_while(|place| terms.are_together(open, *place))
        .find(|place| terms.folded(*place) == ")")
        .map_or(open, |close| close + 1)
}
