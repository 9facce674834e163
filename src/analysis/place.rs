//! The places of an event: the one it was held in and the towns named beside it, each once, with the coordinates of the
//! list of places. Invariant: a place is called as the text calls it, and has no key; keys are given by the archive.

use crate::analysis::Mention;
use crate::analysis::country::Named;
use crate::analysis::lexicon::gazetteer::NameClass;
use crate::analysis::lexicon::gazetteer::capital::capital;
use crate::analysis::online::FROM_AFAR;
use crate::analysis::reading::Reading;
use crate::model::place::{Location, Online};
use crate::model::vocabulary::PlaceRole;
use crate::text::fold::fold_plain;

/// The most places kept beside the one of the event.
const MOST: usize = 20;

/// The most mentions of cities that are looked at.
const MOST_MENTIONS: usize = 500;

/// A place of the event and where the text names it.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    /// The place.
    pub location: Location,
    /// Its mentions, the one that says most first.
    pub mentions: Vec<Mention<()>>,
}

/// The places of an event, the one it was held in first.
#[must_use]
pub fn find(reading: &Reading<'_>, named: &[Named], held: Option<&Mention<usize>>) -> Vec<Placed> {
    let mut placed: Vec<Placed> = Vec::new();
    if let Some(held) = held
        && let Some(name) = named.get(held.value)
    {
        let (location, own) = venue(reading, named, held.value, name);
        let phrase = Mention {
            value: (),
            span: held.span,
            confidence: held.confidence,
        };
        let mentions = std::iter::once(phrase).chain(own).collect();
        placed.push(Placed { location, mentions });
    }
    let mut folded: Vec<String> = placed
        .iter()
        .map(|place| fold_plain(&place.location.name))
        .collect();
    let cities = named.iter().filter(|name| name.class.is_city());
    for name in cities.take(MOST_MENTIONS) {
        let mention = mention(name);
        let called = shown(reading, name);
        let own = fold_plain(&called);
        let is_same = |(place, folded): &(&mut Placed, &String)| {
            place.location.country == Some(name.mention.value) && **folded == own
        };
        if let Some((same, _)) = placed.iter_mut().zip(&folded).find(is_same) {
            same.mentions.push(mention);
        } else if placed.len() <= MOST {
            folded.push(own);
            placed.push(Placed {
                location: location(PlaceRole::Mentioned, called, name),
                mentions: vec![mention],
            });
        }
    }
    placed
}

/// A place and a network that both are said to have held the event: a named programme goes before any place but one
/// told outright, and a place goes before the bare manner, by which only some took part.
#[must_use]
pub fn weigh(
    held: Option<Mention<usize>>,
    online: Option<Mention<Online>>,
) -> (Option<Mention<usize>>, Option<Mention<Online>>) {
    let (Some(place), Some(network)) = (&held, &online) else {
        return (held, online);
    };
    if network.value.platform.is_some() && network.confidence > FROM_AFAR {
        let is_outright = place.confidence >= 0.85 && place.span.start < network.span.start;
        return (held.filter(|_| is_outright), online);
    }
    let is_told = place.confidence >= 0.65;
    if is_told {
        (held, None)
    } else {
        (None, online)
    }
}

/// The place an event was held in. A state's name or «العاصمة …» gives way to a city of it that stands right behind or
/// that the same phrase means.
fn venue(
    reading: &Reading<'_>,
    named: &[Named],
    index: usize,
    name: &Named,
) -> (Location, Option<Mention<()>>) {
    let is_capital_phrase = reading.before(name.first_word, 1).ends_with("العاصمه");
    if name.class.is_city() {
        return (location(PlaceRole::Held, shown(reading, name), name), None);
    }
    let code = name.mention.value;
    let next = named.get(index + 1).filter(|next| {
        next.class.is_city()
            && next.mention.value == code
            && next.first_word.saturating_sub(name.last_word) <= 3
    });
    if let Some(next) = next {
        let location = location(PlaceRole::Held, shown(reading, next), next);
        return (location, Some(mention(next)));
    }
    let capital =
        capital(code).filter(|_| is_capital_phrase || name.class == NameClass::Nationality);
    if let Some(capital) = capital {
        let called = named.iter().find(|other| {
            other.class.is_city()
                && other.mention.value == code
                && other.town.is_some()
                && other.town == capital.town
        });
        let position = capital.town.and_then(|town| town.place()?.position);
        let location = Location {
            role: PlaceRole::Held,
            id: None,
            name: called.map_or_else(|| capital.name.to_owned(), |other| shown(reading, other)),
            country: Some(code),
            latitude: position.map(|(latitude, _)| latitude),
            longitude: position.map(|(_, longitude)| longitude),
        };
        return (location, called.map(mention));
    }
    (location(PlaceRole::Held, shown(reading, name), name), None)
}

fn mention(name: &Named) -> Mention<()> {
    Mention {
        value: (),
        span: name.mention.span,
        confidence: name.mention.confidence,
    }
}

fn location(role: PlaceRole, called: String, name: &Named) -> Location {
    let position = name.town.and_then(|town| town.place()?.position);
    Location {
        role,
        id: None,
        name: called,
        country: Some(name.mention.value),
        latitude: position.map(|(latitude, _)| latitude),
        longitude: position.map(|(_, longitude)| longitude),
    }
}

/// The name as the text writes it, on one line and without «لـ».
fn shown(reading: &Reading<'_>, name: &Named) -> String {
    let written = name.mention.span.slice(reading.text);
    let line = written.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.strip_prefix("لل") {
        Some(rest) if name.has_preposition => format!("ال{rest}"),
        _ => line,
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::lexicon::trigger::Marks;
    use crate::analysis::reading::Reading;
    use crate::analysis::setting;

    #[test]
    fn places_and_networks() {
        let table = [
            (
                "عقدت الجمعيات لقاء بالعاصمة الفرنسية أمس، بعد لقاء في لييج.",
                "held باريس 48.9, mentioned لييج 50.6",
            ),
            (
                "انعقد مؤتمر الشبكة بالعاصمة التشيلية سانتياغو بمشاركة وفود من ليما.",
                "held سانتياغو -33.5, mentioned ليما -12.0",
            ),
            ("عقدت الهيئات لقاء في الجزائر أمس.", "held الجزائر -"),
            (
                "عقدت الهيئات اجتماعا عبر زووم، شارك فيه ناشطون من دمشق.",
                "Zoom, mentioned دمشق 33.5",
            ),
            (
                "انعقد مؤتمر الشبكة في مدينة تازة، وشاركت أخريات عبر سكايب.",
                "held تازة 34.2",
            ),
            (
                "انعقد اللقاء بمقر النقابة في مدينة تازة، وألقيت كلمة عبر الاتصال المرئي.",
                "held تازة 34.2",
            ),
        ];
        for (text, expected) in table {
            let reading = Reading::of(text);
            let setting = setting::find(&reading, &Marks::of(&reading), true);
            let network = setting.online.and_then(|online| online.value.platform);
            let places = setting.places.into_iter().map(|place| {
                let location = place.location;
                let north = location.latitude.map(|north| format!("{north:.1}"));
                let north = north.unwrap_or("-".to_owned());
                format!("{} {} {north}", location.role, location.name)
            });
            let shown: Vec<_> = network.into_iter().chain(places).collect();
            assert_eq!(shown.join(", "), expected, "{text}");
        }
    }
}
