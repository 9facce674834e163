//! The summary of an event: two plain sentences made of its facts, who did what, when and where, and how many came and
//! decided how much. Invariant: no word of the source stands in it but names; what is not known is not mentioned.

use crate::analysis::wording::agreement::{self, BODY, COUNTRY, DECISION, PERSON, POINT};
use crate::analysis::wording::{bodies, count, list, place, time, to};
use crate::model::event::Event;
use crate::model::evidence::Attested;
use crate::model::vocabulary::{CountryRole, Kind, Role, Status, Unit};

/// How many names a sentence lists.
const MOST_NAMES: usize = 3;

/// How many countries it lists.
const MOST_COUNTRIES: usize = 8;

/// The summary; empty where the document tells of no event.
#[must_use]
pub fn compose(event: &Event) -> String {
    if !event.is_event {
        return String::new();
    }
    let first = what(event);
    match how_many(event) {
        Some(second) => format!("{first} {second}"),
        None => first,
    }
}

/// The first sentence.
fn what(event: &Event) -> String {
    let (place, time) = (place(event), time(event));
    let founded = bodies(event, &[Role::Founded]);
    let founded = founded.first().copied();
    let matter = matter(event, founded);
    let by = by(event, founded);
    match (event.status, event.kind) {
        (Status::Planned, Kind::Founding) => {
            format!("أُعلن عن لقاء{place}{time} يرمي إلى {matter}{by}.")
        }
        (Status::Planned, Kind::Meeting | Kind::Conference) => {
            format!("أُعلن عن عقد {matter}{place}{time}{by}.")
        }
        (Status::Cancelled, Kind::Founding) => {
            format!("أُلغي أو أُجّل {matter}، وكان مقررا{place}{time}{by}.")
        }
        (Status::Cancelled, Kind::Meeting | Kind::Conference) => {
            format!("أُلغي أو أُجّل {matter} كان مقررا{place}{time}{by}.")
        }
        (_, Kind::Founding) => format!("أُعلن{place}{time} {matter}{by}."),
        (_, Kind::Meeting | Kind::Conference) => format!("عُقد{place}{time} {matter}{by}."),
        (_, Kind::Statement | Kind::Call) => format!("صدر{place}{time} {matter}."),
    }
}

/// What was done or held: «تأسيس …», «اجتماع لـ…», «بيان عن …».
fn matter(event: &Event, founded: Option<&str>) -> String {
    let actors = bodies(event, &[Role::Participant]);
    let callers = bodies(event, &[Role::Convener]);
    match event.kind {
        Kind::Founding => founded.map_or_else(
            || "تأسيس هيئة جديدة".to_owned(),
            |name| format!("تأسيس {name}"),
        ),
        Kind::Meeting if callers.is_empty() => match actors[..] {
            [] => "اجتماع".to_owned(),
            [actor] => format!("اجتماع {}", to(actor)),
            _ => format!("اجتماع بمشاركة {}", list(&actors, MOST_NAMES)),
        },
        Kind::Meeting => "اجتماع".to_owned(),
        Kind::Conference => "مؤتمر".to_owned(),
        Kind::Statement | Kind::Call => {
            let noun = if event.kind == Kind::Call {
                "نداء"
            } else {
                "بيان"
            };
            let from: Vec<_> = if callers.is_empty() {
                founded.into_iter().chain(actors).take(1).collect()
            } else {
                callers
            };
            if from.is_empty() {
                noun.to_owned()
            } else {
                format!("{noun} عن {}", list(&from, MOST_NAMES))
            }
        }
    }
}

/// «، بدعوة من …», or «، باستضافة …» where nobody called it.
fn by(event: &Event, founded: Option<&str>) -> String {
    let callers: Vec<_> = bodies(event, &[Role::Convener])
        .into_iter()
        .filter(|caller| Some(*caller) != founded)
        .collect();
    if !callers.is_empty() {
        return format!("، بدعوة من {}", list(&callers, MOST_NAMES));
    }
    bodies(event, &[Role::Host])
        .first()
        .map_or_else(String::new, |host| format!("، باستضافة {host}"))
}

/// The second sentence, if anything is left to say.
fn how_many(event: &Event) -> Option<String> {
    if event.status == Status::Cancelled {
        return None;
    }
    let present = present(event);
    let outcome = outcome(event).filter(|_| event.status != Status::Planned);
    match (present, outcome) {
        (Some(present), Some(outcome)) => Some(format!("{present}، و{outcome}.")),
        (Some(part), None) | (None, Some(part)) => Some(format!("{part}.")),
        (None, None) if event.status == Status::Planned => None,
        (None, None) => speakers(event),
    }
}

fn present(event: &Event) -> Option<String> {
    let of = |unit: Unit| {
        let mut counts = event.attendance.iter().map(Attested::value);
        counts.find(|count| count.unit == unit)
    };
    let persons = of(Unit::Person).map(|number| count(number, &PERSON));
    let groups = of(Unit::Organization).map(|number| count(number, &BODY));
    let states = of(Unit::Country).map(|number| count(number, &COUNTRY));
    let from = states.map_or_else(String::new, |states| format!(" من {states}"));
    let is_planned = event.status == Status::Planned;
    if matches!(event.kind, Kind::Statement | Kind::Call) {
        return match (persons, groups) {
            (Some(persons), Some(groups)) => Some(format!("وقّعه {persons} و{groups}")),
            (Some(one), None) | (None, Some(one)) => Some(format!("وقّعه {one}")),
            (None, None) => None,
        };
    }
    let verb = match (is_planned, event.kind) {
        (true, _) => "يُنتظر أن يحضره",
        (false, Kind::Founding) => "حضر الإعلان",
        (false, _) => "حضره",
    };
    match (persons, groups) {
        (Some(persons), Some(groups)) => Some(format!("{verb} {persons} يمثلون {groups}{from}")),
        (Some(persons), None) => Some(format!("{verb} {persons}{from}")),
        (None, Some(groups)) => Some(format!("{verb} ممثلون عن {groups}{from}")),
        (None, None) if !from.is_empty() => Some(format!("{verb} مشاركون{from}")),
        (None, None) => countries(event).map(|row| format!("{verb} مشاركون من {row}")),
    }
}

/// The countries that took part besides the one it was held in.
fn countries(event: &Event) -> Option<String> {
    let is_guest = |roles: &[CountryRole]| {
        roles.contains(&CountryRole::Participant) && !roles.contains(&CountryRole::Venue)
    };
    let names: Vec<_> = event
        .countries
        .iter()
        .map(Attested::value)
        .filter(|country| is_guest(&country.roles))
        .map(|country| country.name.as_str())
        .collect();
    (names.len() >= 2).then(|| list(&names, MOST_COUNTRIES))
}

fn outcome(event: &Event) -> Option<String> {
    let number = u64::try_from(event.decisions.len()).ok()?;
    let counted = |noun| agreement::count(number, noun);
    match (number, event.kind) {
        // One alone is more often all that was found than all there was.
        (0 | 1, _) => None,
        (_, Kind::Statement | Kind::Call) => Some(format!("تضمّن {}", counted(&POINT))),
        (_, Kind::Conference) => Some(format!("انتهى المؤتمر إلى {}", counted(&DECISION))),
        (_, Kind::Founding | Kind::Meeting) => {
            Some(format!("انتهى اللقاء إلى {}", counted(&DECISION)))
        }
    }
}

fn speakers(event: &Event) -> Option<String> {
    let is_present = |role: Role| matches!(role, Role::Participant | Role::Convener | Role::Host);
    let names: Vec<_> = event
        .people
        .iter()
        .map(Attested::value)
        .filter(|person| is_present(person.role))
        .map(|person| person.name.as_str())
        .collect();
    (!names.is_empty()).then(|| format!("شارك فيه {}.", list(&names, MOST_NAMES)))
}

#[cfg(test)]
mod tests {
    use super::compose;
    use crate::analysis::event::draft;
    use crate::model::attendance::Attendance;
    use crate::model::evidence::{Attested, Basis};
    use crate::model::organization::Participation;
    use crate::model::vocabulary::{Qualifier, Role, Unit};

    fn known<T>(value: T) -> Attested<T> {
        Attested::new(
            value,
            Vec::new(),
            Some(Basis::Inferred),
            Some("مثال".to_owned()),
        )
        .unwrap()
    }

    fn body(name: &str, role: Role) -> Attested<Participation> {
        known(Participation {
            id: None,
            name: name.to_owned(),
            role,
        })
    }

    #[test]
    fn two_sentences_of_facts() {
        let mut event = draft("أعلنت جمعيات يوم 7 شتنبر 2013 بمدينة لييج عن تأسيس شبكة للماء.");
        event.attendance = vec![known(Attendance {
            count: 80,
            unit: Unit::Person,
            qualifier: Qualifier::About,
        })];
        event.organizations = vec![
            body("شبكة الماء", Role::Founded),
            body("جمعية النهر", Role::Convener),
        ];
        assert_eq!(
            compose(&event),
            "أُعلن في لييج يوم 7 سبتمبر 2013 تأسيس شبكة الماء، بدعوة من جمعية النهر. حضر الإعلان نحو 80 شخصا."
        );
        event.is_event = false;
        assert_eq!(compose(&event), "");
    }
}
