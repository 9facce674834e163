//! The part each country plays: the event was held in it, bodies or persons of it took part, the event was about it, or
//! it is named, no more. Invariant: each country once, in the order of the text, the venue first; each has a part.

use std::sync::LazyLock;

use super::Named;
use crate::analysis::Mention;
use crate::analysis::kind::is_near;
use crate::analysis::lexicon::gazetteer::NameClass;
use crate::analysis::lexicon::trigger::{Class, Marks};
use crate::analysis::lexicon::word_set::WordSet;
use crate::analysis::reading::Reading;
use crate::model::country::{CountryCode, Involvement};
use crate::model::vocabulary::CountryRole;

/// How many mentions make the country named most the one that the event is about.
const MANY: usize = 3;

/// How many names are looked at; a longer text names no new country after so many.
const MOST_NAMES: usize = 3_000;

/// How far before the name of a country a word of taking part may stand, over the names listed between.
const LIST_REACH: usize = 40;

static TOPICS: LazyLock<WordSet> =
    LazyLock::new(|| WordSet::of(include_str!("../lexicon/venue.tsv"), "topic"));

/// A country of the event and where the text names it.
#[derive(Debug, Clone, PartialEq)]
pub struct Involved {
    /// The country with its roles.
    pub involvement: Involvement,
    /// Its mentions, the one that says most first.
    pub mentions: Vec<Mention<CountryCode>>,
}

/// The countries named, with their parts; `held` is the country the event was held in, with the words that say so.
#[must_use]
pub fn find(
    reading: &Reading<'_>,
    marks: &Marks,
    named: &[Named],
    held: Option<&Mention<CountryCode>>,
) -> Vec<Involved> {
    let ranks = reading.ranks();
    let mut involved: Vec<(Involved, usize)> = Vec::new();
    if let Some(held) = held {
        involved.push((fresh(held.value, CountryRole::Venue, held.clone()), 0));
    }
    let mut last_participant = None;
    for name in named.iter().take(MOST_NAMES) {
        let rank = ranks.at(reading, name.first_word);
        let scene = Scene {
            reading,
            marks,
            rank,
        };
        let role = scene.role(name, last_participant);
        if role == Some(CountryRole::Participant) {
            last_participant = Some(name.last_word);
        }
        let code = name.mention.value;
        let same = involved
            .iter_mut()
            .find(|(other, _)| other.involvement.code == code);
        let (country, count) = match same {
            Some(same) => (&mut same.0, &mut same.1),
            None => {
                let mut new = fresh(code, CountryRole::Mentioned, name.mention.clone());
                new.involvement.roles.clear();
                new.mentions.clear();
                involved.push((new, 0));
                let Some(new) = involved.last_mut() else {
                    continue;
                };
                (&mut new.0, &mut new.1)
            }
        };
        country.mentions.push(name.mention.clone());
        *count += 1;
        if let Some(role) = role.filter(|role| !country.involvement.roles.contains(role)) {
            country.involvement.roles.push(role);
        }
    }
    settle(involved)
}

fn fresh(code: CountryCode, role: CountryRole, mention: Mention<CountryCode>) -> Involved {
    Involved {
        involvement: Involvement {
            code,
            name: code.country().arabic.to_owned(),
            roles: vec![role],
        },
        mentions: vec![mention],
    }
}

/// Gives the country named most its part and those without one theirs.
fn settle(involved: Vec<(Involved, usize)>) -> Vec<Involved> {
    let most = involved.iter().map(|(_, count)| *count).max().unwrap_or(0);
    let alone = involved.iter().filter(|(_, count)| *count == most).count() == 1;
    let settle = |(mut country, count): (Involved, usize)| {
        let roles = &mut country.involvement.roles;
        if most >= MANY && alone && count == most && !roles.contains(&CountryRole::Subject) {
            roles.push(CountryRole::Subject);
        }
        if roles.is_empty() {
            roles.push(CountryRole::Mentioned);
        }
        roles.sort();
        country
    };
    involved.into_iter().map(settle).collect()
}

/// The text around a name.
struct Scene<'a, 'text> {
    reading: &'a Reading<'text>,
    marks: &'a Marks,
    rank: Option<usize>,
}

impl Scene<'_, '_> {
    /// What one mention says of its country's part.
    fn role(&self, name: &Named, last_participant: Option<usize>) -> Option<CountryRole> {
        let is_front = self.rank.is_some_and(|rank| rank <= 1);
        let is_adjective = matches!(name.class, NameClass::Nationality | NameClass::People);
        if self.is_topic(name) {
            return Some(CountryRole::Subject);
        }
        let noun = name.first_word.checked_sub(1);
        let is_body = noun.is_some_and(|noun| {
            self.reading.sentence(noun) == self.reading.sentence(name.first_word)
                && self.marks.at(noun).has(Class::Body)
        });
        let is_several = noun.is_some_and(|noun| is_plural(self.reading.letters(noun)));
        let is_attended = self.is_attended(name, last_participant);
        if is_adjective && is_body && !is_several && is_front {
            return Some(CountryRole::Subject);
        }
        if is_adjective && (is_several || is_body) && (is_front || is_attended) {
            return Some(CountryRole::Participant);
        }
        (is_attended && !is_adjective).then_some(CountryRole::Participant)
    }

    /// «حول الوضع في السودان», «دعما للشعب الفلسطيني».
    fn is_topic(&self, name: &Named) -> bool {
        let first = name.first_word;
        let is_vague =
            name.class == NameClass::Nationality && !self.reading.letters(first).contains("ال");
        if is_vague {
            return false;
        }
        let is_by_preposition = TOPICS.has(self.reading.before(first, 1));
        let second = self.reading.before(first, 2);
        is_by_preposition
            || (TOPICS.has(second)
                && !matches!(second, "عن" | "حل" | "حول")
                && !self.reading.before(first, 1).is_empty())
    }

    /// «بمشاركة وفود من …», and on in the row of names behind it.
    fn is_attended(&self, name: &Named, last_participant: Option<usize>) -> bool {
        let first = name.first_word;
        let is_in_row = last_participant.is_some_and(|last| {
            first.saturating_sub(last) <= 6
                && self.reading.sentence(last) == self.reading.sentence(first)
        });
        if is_in_row {
            return true;
        }
        let is_from = (1..=2).any(|steps| {
            matches!(
                self.reading.before(first, steps),
                "من" | "عن" | "ومن" | "بين" | "دول" | "هي"
            )
        });
        let reach = if is_from { LIST_REACH } else { 8 };
        is_near(self.reading, self.marks, first, reach, 0, &[Class::Attend])
            && !matches!(self.reading.before(first, 1), "في" | "الي" | "علي")
    }
}

/// Whether the folded noun names several: «جمعيات», «المنظمات», «ناشطين», «قوى».
fn is_plural(folded: &str) -> bool {
    ["ات", "ين", "ون"]
        .iter()
        .any(|ending| folded.ends_with(ending))
        || [
            "قوي",
            "احزاب",
            "هيات",
            "طلبه",
            "طلاب",
            "عمال",
            "شباب",
            "نشطاء",
            "خبراء",
            "وفود",
            "نساء",
            "اطر",
            "كوادر",
            "فصايل",
            "روابط",
            "لجان",
            "بلديات",
            "مراكز",
        ]
        .iter()
        .any(|plural| folded.ends_with(plural))
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::analysis::country;
    use crate::analysis::lexicon::trigger::Marks;
    use crate::analysis::reading::Reading;

    #[test]
    fn parts() {
        let table = [
            (
                "أعلنت جمعيات تونسية عن تأسيس شبكة، بمشاركة وفود من المغرب وليبيا ومصر.",
                "TN participant, MA participant, LY participant, EG participant",
            ),
            (
                "عقد الائتلاف السوداني لقاء حول الوضع في ليبيا، ورد على تصريح فرنسا.",
                "SD subject, LY subject, FR mentioned",
            ),
        ];
        for (text, expected) in table {
            let reading = Reading::of(text);
            let marks = Marks::of(&reading);
            let shown: Vec<_> = find(&reading, &marks, &country::find(&reading), None)
                .into_iter()
                .map(|country| {
                    let roles: Vec<_> = country
                        .involvement
                        .roles
                        .iter()
                        .map(|role| role.as_str())
                        .collect();
                    format!("{} {}", country.involvement.code, roles.join("+"))
                })
                .collect();
            assert_eq!(shown.join(", "), expected, "{text}");
        }
    }
}
