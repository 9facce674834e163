//! Facts in words, for the title and the summary: names governed by a preposition, lists, where and when, counts with
//! their nouns. Invariant: only what the event states is said, in the archive's plain words.

use crate::model::attendance::Attendance;
use crate::model::event::Event;
use crate::model::vocabulary::{PlaceRole, Qualifier, Role};

pub mod agreement;

mod date;

use agreement::Noun;

/// The bodies that play one of the roles, each once, in the order of the event.
#[must_use]
pub fn bodies<'event>(event: &'event Event, roles: &[Role]) -> Vec<&'event str> {
    let mut names: Vec<&str> = Vec::new();
    for participation in &event.organizations {
        let value = participation.value();
        if roles.contains(&value.role) && !names.contains(&value.name.as_str()) {
            names.push(&value.name);
        }
    }
    names
}

/// A name behind «لـ»: «للائتلاف», «لشبكة», «للجنة»; a mark keeps apart what is no plain word.
#[must_use]
pub fn to(name: &str) -> String {
    match name.strip_prefix("ال") {
        Some(rest) if rest.starts_with('ل') => format!("ل{rest}"),
        Some(rest) if rest.chars().count() >= 2 => format!("لل{rest}"),
        _ if name.starts_with(is_arabic) => format!("ل{name}"),
        _ => format!("لـ{name}"),
    }
}

fn is_arabic(letter: char) -> bool {
    ('\u{621}'..='\u{64A}').contains(&letter)
}

/// The first names of a row, joined by «و»; the rest are only counted on.
#[must_use]
pub fn list(names: &[&str], most: usize) -> String {
    let shown = names.get(..most.min(names.len())).unwrap_or(names);
    let mut row = shown.join(" و");
    if names.len() > shown.len() {
        row.push_str(" وغيرها");
    }
    row
}

/// « في بروكسيل», « عبر زووم»: where the event was held, with a space before it; nothing where that is not known.
#[must_use]
pub fn place(event: &Event) -> String {
    let mut held = event
        .places
        .iter()
        .map(crate::model::evidence::Attested::value)
        .filter(|place| place.role == PlaceRole::Held);
    // The last one is the city where a hall of it stands before it.
    if let Some(held) = held.next_back() {
        return format!(" في {}", held.name);
    }
    event.online.as_ref().map_or_else(String::new, |online| {
        online.value().platform.as_ref().map_or_else(
            || " عن بعد".to_owned(),
            |platform| format!(" عبر {platform}"),
        )
    })
}

/// « يوم 6 أغسطس 2011»: when it was, with a space before it; nothing where that is not known.
#[must_use]
pub fn time(event: &Event) -> String {
    let first = event.dates().next().and_then(date::shown);
    first.map_or_else(String::new, |shown| format!(" {shown}"))
}

/// «نحو 98 شخصا».
#[must_use]
pub fn count(attendance: &Attendance, noun: &Noun) -> String {
    let counted = agreement::count(attendance.count, noun);
    match attendance.qualifier {
        Qualifier::Exact => counted,
        Qualifier::About => format!("نحو {counted}"),
        Qualifier::Over => format!("أكثر من {counted}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{list, to};

    #[test]
    fn names_are_governed() {
        let table = [
            ("الائتلاف المدني", "للائتلاف المدني"),
            ("اللجنة الوطنية", "للجنة الوطنية"),
            ("شبكة القرى", "لشبكة القرى"),
            ("«جسور»", "لـ«جسور»"),
            ("ATTAC", "لـATTAC"),
        ];
        for (name, expected) in table {
            assert_eq!(to(name), expected);
        }
        assert_eq!(list(&["أ", "ب", "ج"], 2), "أ وب وغيرها");
        assert_eq!(list(&["أ"], 2), "أ");
    }
}
