//! Fields of which each document has a list of answers. Invariant: what may be given but is not asked for is taken out of
//! both lists before they are compared.

use sijill::model::country::CountryCode;
use sijill::text::fold::fold_plain;

use crate::extraction::gold::{Facts, Gold, Part, Passage, Place, accepted};
use crate::extraction::name::{is_same, share, words};
use crate::extraction::score::{Field, Scores, equality, pair};

/// Decisions and quotations are one when so much of the words of the longer is shared.
const PASSAGE_SHARE: f64 = 0.6;

/// Words that a hall's name begins with.
const HALLS: &str = "قاعة صالة فندق أوتيل مقر مركز دار قصر مسرح نادي مدرج كلية جامعة معهد مدرسة مكتبة \
    مطعم مقهى بيت منزل فيلا خيمة ديوان مسجد كنيسة متحف مكتب فضاء رواق ساحة ميدان \
    حديقة مطار برلمان مجلس حي شارع مبنى استوديو ملعب مجمع";

/// Countries with a town of the same name.
const TOWNS: &[&str] = &["TN", "DZ", "KW", "DJ", "LU", "SG", "PA", "GT", "SM", "MC"];

/// Compares the countries.
pub fn countries(scores: &mut Scores, gold: &Gold, draft: &Facts) {
    let Some(asked) = &gold.facts.countries else {
        return;
    };
    let inferred = asked.iter().filter(|country| country.basis.is_some());
    let ambiguous = gold.facts.accepted.country_ambiguous.iter();
    let ambiguous: Vec<&str> = ambiguous
        .chain(inferred.map(|country| &country.code))
        .map(String::as_str)
        .collect();
    let codes = |facts: &Facts| {
        let countries = facts.countries.iter().flatten();
        let codes = countries.map(|country| country.code.clone());
        let mut codes: Vec<String> = codes
            .filter(|code| !ambiguous.contains(&code.as_str()))
            .collect();
        codes.sort();
        codes.dedup();
        codes
    };
    let (expected, found) = (codes(&gold.facts), codes(draft));
    let fields = (gold.name.as_str(), Field::Country);
    scores.list(fields, &expected, &found, equality, Clone::clone);
}

/// Compares the towns it was held in.
pub fn cities(scores: &mut Scores, gold: &Gold, draft: &Facts) {
    if gold.facts.places.is_none() {
        return;
    }
    let alternatives: Vec<&str> = accepted(&gold.facts.accepted.city).collect();
    let is_alternative = |name: &str| alternatives.iter().any(|one| is_same(one, name));
    let likeness = |one: &&Place, other: &&Place| {
        let named = name_likeness(&one.name, &other.name);
        if named == 0.0 && is_town(one) && is_alternative(&other.name) {
            f64::MIN_POSITIVE
        } else {
            named
        }
    };
    let expected: Vec<&Place> = gold.facts.held().collect();
    let found: Vec<&Place> = draft.held().collect();
    let pairs = pair(&expected, &found, likeness);
    let may_be_none = alternatives.contains(&"");
    let expected = retain(&expected, |index, place| {
        pairs.iter().any(|pair| pair.0 == index) || (is_town(place) && !may_be_none)
    });
    let found = retain(&found, |index, place| {
        let is_asked = is_town(place) && !is_alternative(&place.name);
        pairs.iter().any(|pair| pair.1 == index) || is_asked
    });
    let fields = (gold.name.as_str(), Field::City);
    scores.list(fields, &expected, &found, likeness, |place| {
        place.name.clone()
    });
}

/// Compares the bodies.
pub fn organizations(scores: &mut Scores, gold: &Gold, draft: &Facts) {
    let Some(asked) = &gold.facts.organizations else {
        return;
    };
    let text = fold_plain(&gold.text);
    let is_named = |part: &Part| part.role != "publisher" || text.contains(&fold_plain(&part.name));
    let expected = names(Some(asked), is_named);
    let publishers = names(Some(asked), |part| part.role == "publisher");
    let mut found = names(draft.organizations.as_ref(), |_| true);
    // A publisher who is not asked for is no fault either.
    let pairs = pair(&expected, &found, name_likeness);
    found = retain(&found, |index, name| {
        let is_publisher = publishers.iter().any(|one| is_same(one, name));
        pairs.iter().any(|pair| pair.1 == index) || !is_publisher
    });
    let fields = (gold.name.as_str(), Field::Organization);
    scores.list(fields, &expected, &found, name_likeness, Clone::clone);
}

/// Compares the persons who take part.
pub fn people(scores: &mut Scores, gold: &Gold, draft: &Facts) {
    let Some(asked) = &gold.facts.people else {
        return;
    };
    let takes_part = |part: &Part| part.role != "mentioned";
    let expected = names(Some(asked), takes_part);
    let found = names(draft.people.as_ref(), takes_part);
    let fields = (gold.name.as_str(), Field::Person);
    scores.list(fields, &expected, &found, name_likeness, Clone::clone);
}

/// Compares decisions or quotations.
pub fn passages(
    scores: &mut Scores,
    fields: (&str, Field),
    expected: &[Passage],
    found: &[Passage],
) {
    let likeness = |(one, spoken): &(&Passage, Vec<Vec<String>>),
                    (other, said): &(&Passage, Vec<Vec<String>>)| {
        let is_speaker = one.speaker == other.speaker || is_same(&one.speaker, &other.speaker);
        let shares = spoken
            .iter()
            .flat_map(|own| said.iter().map(move |words| share(own, words)));
        let best = shares.fold(0.0, f64::max);
        if is_speaker && best >= PASSAGE_SHARE {
            best
        } else {
            0.0
        }
    };
    let show = |(passage, _): &(&Passage, Vec<Vec<String>>)| match passage.speaker.as_str() {
        "" => passage.text.clone(),
        speaker => format!("{speaker}: {}", passage.text),
    };
    let expected: Vec<_> = expected.iter().map(forms).collect();
    let found: Vec<_> = found.iter().map(forms).collect();
    scores.list(fields, &expected, &found, likeness, show);
}

/// A passage with the words of its text and of each piece of its evidence.
fn forms(passage: &Passage) -> (&Passage, Vec<Vec<String>>) {
    let quotes = passage.evidence.iter().map(|one| words(&one.quote));
    let text = std::iter::once(words(&passage.text));
    (passage, text.chain(quotes).collect())
}

/// The names that are asked for, or given.
fn names<'facts>(
    parts: Option<&'facts Vec<Part>>,
    is_asked: impl Fn(&Part) -> bool + 'facts,
) -> Vec<String> {
    let parts = parts.into_iter().flatten();
    let parts = parts.filter(|part| part.basis.is_none() && is_asked(part));
    distinct(parts.map(|part| part.name.clone()))
}

fn distinct(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen: Vec<Vec<String>> = Vec::new();
    let is_new = |name: &String| {
        let words = words(name);
        let is_new = !seen.contains(&words);
        seen.push(words);
        is_new
    };
    names.filter(is_new).collect()
}

/// How alike two names are; nothing where they are not one.
fn name_likeness<T: AsRef<str>>(one: &T, other: &T) -> f64 {
    let (one, other) = (one.as_ref(), other.as_ref());
    if is_same(one, other) {
        share(&words(one), &words(other)).max(f64::MIN_POSITIVE)
    } else {
        0.0
    }
}

fn retain<T: Clone>(facts: &[T], keep: impl Fn(usize, &T) -> bool) -> Vec<T> {
    let facts = facts.iter().enumerate();
    facts
        .filter(|(index, fact)| keep(*index, fact))
        .map(|(_, fact)| fact.clone())
        .collect()
}

/// Whether a held place is a town: neither a hall nor a whole country.
fn is_town(place: &Place) -> bool {
    let own = words(&place.name);
    let is_hall = own
        .first()
        .is_some_and(|first| HALLS.split(' ').any(|hall| fold_plain(hall) == *first));
    let country = place
        .country
        .as_deref()
        .filter(|code| !TOWNS.contains(code));
    let country = country.and_then(|code| CountryCode::parse(code).ok());
    let is_country = country.is_some_and(|code| words(code.country().arabic) == own);
    !is_hall && !is_country
}
