//! Whether a count is one of those present: what stands before and around it in its sentence.

use super::counted::Counted;
use super::word::Words;
use super::{ATTEND, is_figure};
use crate::analysis::kind::is_near;
use crate::analysis::lexicon::trigger::{Class, Marks};
use crate::analysis::lexicon::word_set::WordSet;
use crate::analysis::reading::Reading;
use crate::model::vocabulary::{Kind, Qualifier, Unit};

/// More persons than this are a people and no meeting, unless a word of attendance stands by.
const MOST_UNTOLD: u64 = 5_000;

/// The years that a bare figure before a noun may be: «26 يونيو 2018 حاضرا».
const YEARS: std::ops::RangeInclusive<u64> = 1900..=2100;

/// The text around a count.
pub(super) struct Scene<'a, 'text> {
    pub(super) reading: &'a Reading<'text>,
    pub(super) marks: &'a Marks,
    pub(super) words: &'a Words,
    pub(super) kind: Kind,
    pub(super) rank: usize,
}

impl Scene<'_, '_> {
    /// How sure it is that so many were present; nothing where they were not.
    pub(super) fn confidence(
        &self,
        unit: Unit,
        is_attending: bool,
        counted: &Counted,
    ) -> Option<f32> {
        if counted.count < 2 || self.is_other(unit, counted) {
            return None;
        }
        let reading = self.reading;
        let is_near = |before, after, classes: &[Class]| {
            is_near(reading, self.marks, counted.number, before, after, classes)
        };
        let is_attended = is_near(12, 10, &ATTEND) && !self.is_description(counted);
        let is_doing = self.rank <= 3 && self.is_doing(unit, counted);
        let is_round_of_states =
            unit == Unit::Country && counted.qualifier != Qualifier::Exact && self.rank <= 3;
        let is_plain = unit == Unit::Person
            && self.rank <= 3
            && (is_attending
                || (counted.qualifier != Qualifier::Exact && counted.count <= MOST_UNTOLD));
        if is_attended && (is_near(6, 0, &ATTEND) || is_attending) {
            Some(0.85)
        } else if is_attended || is_attending {
            Some(0.75)
        } else if is_doing || self.is_signed(unit, counted) || self.is_origin(unit, counted) {
            Some(0.7)
        } else {
            (is_round_of_states || is_plain).then_some(0.6)
        }
    }

    /// Whether one of the words before the count, in its sentence, is of the set.
    fn is_behind(&self, counted: &Counted, reach: usize, set: &WordSet) -> bool {
        (1..=reach).any(|steps| set.has(self.reading.before(counted.first, steps)))
    }

    /// Victims, votes, members, the size of an organ, those invited, earlier events, shares.
    fn is_other(&self, unit: Unit, counted: &Counted) -> bool {
        let (reading, words) = (self.reading, self.words);
        let noun = reading.letters(counted.last);
        let is_member_noun = noun.starts_with("عضو") || noun == "اعضاء";
        let is_organ = unit == Unit::Person
            && (self.is_behind(counted, 6, &words.organ) && self.is_made_of(counted));
        let is_loose_member = is_member_noun
            && !(1..=6).any(|steps| {
                let before = reading.before(counted.first, steps);
                ["حضور", "حضر", "عدده", "عدد", "مشارك", "شارك"]
                    .iter()
                    .any(|word| before.contains(word))
            });
        let is_rest = (1..=2).any(|steps| reading.before(counted.first, steps) == "اصل")
            && !(0..=2).any(|steps| reading.letters(counted.last + steps).starts_with("حضر"));
        let is_bus =
            (1..=3).any(|steps| matches!(reading.before(counted.first, steps), "حافله" | "حافلات"));
        let is_year = YEARS.contains(&counted.count)
            && counted.qualifier == Qualifier::Exact
            && !is_near(reading, self.marks, counted.number, 3, 0, &ATTEND);
        let is_few_of = noun != "شخص"
            && reading.letters(counted.last + 1) == "من"
            && counted.last + 1 > counted.number
            && counted.count < 10
            && counted.qualifier == Qualifier::Exact
            && self.words.unit(noun).is_none();
        let is_share = is_figure(reading, counted.number)
            && matches!(reading.folded(counted.number + 1), "%" | "٪");
        let is_earlier =
            (1..=14).any(|steps| words.earlier.has(reading.before(counted.first, steps)));
        self.is_behind(counted, 5, &words.harm)
            || self.is_behind(counted, 5, &words.vote)
            || self.is_behind(counted, 6, &words.invited)
            || self.is_behind(counted, 4, &words.member)
            || is_organ
            || is_loose_member
            || is_rest
            || is_bus
            || is_share
            || is_year
            || is_few_of
            || is_earlier
    }

    /// «مكونة من 11», «تضم تسعة», «من 21 عضوا»: the count is what something before is made of.
    fn is_made_of(&self, counted: &Counted) -> bool {
        let is_attended = (1..=5).any(|steps| {
            let before = self.reading.before(counted.first, steps);
            ["حضور", "حضر", "شارك", "مشارك"]
                .iter()
                .any(|word| before.contains(word))
        });
        !is_attended
    }

    /// «التجمع الذي يضم سبعة أحزاب» tells what a body is, not who came, unless the body is just being founded.
    fn is_description(&self, counted: &Counted) -> bool {
        let is_made = |steps: usize| {
            let before = self.reading.before(counted.first, steps);
            [
                "يضم",
                "تضم",
                "مكون",
                "مولف",
                "يتكون",
                "تتكون",
                "يتالف",
                "تتالف",
                "يجمع",
            ]
            .iter()
            .any(|made| before.ends_with(made))
        };
        let is_relative =
            |steps: usize| matches!(self.reading.before(counted.first, steps), "الذي" | "التي");
        self.kind != Kind::Founding && (1..=8).any(is_made) && (1..=9).any(is_relative)
    }

    /// «عريضة لـ98 منظمة»: the bodies in the first line of a statement are those who sign it.
    fn is_signed(&self, unit: Unit, counted: &Counted) -> bool {
        let is_first = self.reading.sentence(counted.first) == self.reading.sentence(0)
            || self.rank == 0
                && self
                    .reading
                    .sentence(counted.first)
                    .is_some_and(|sentence| sentence < 3);
        unit == Unit::Organization
            && is_first
            && matches!(self.kind, Kind::Statement | Kind::Call)
            && counted.last.saturating_sub(counted.first) < 4
    }

    /// «34 منظمة من 11 دولة»: the countries that those counted come from.
    fn is_origin(&self, unit: Unit, counted: &Counted) -> bool {
        let is_counted = |steps: usize| {
            let before = self.reading.before(counted.first, steps);
            self.words.unit(before).is_some()
        };
        unit == Unit::Country
            && self.rank <= 1
            && self.reading.before(counted.first, 1) == "من"
            && (2..=6).any(is_counted)
    }

    /// «أسس أحد عشر حزبا», «تسع حركات تشكل»: those counted do it.
    fn is_doing(&self, unit: Unit, counted: &Counted) -> bool {
        const DOING: [Class; 6] = [
            Class::Found,
            Class::Hold,
            Class::Past,
            Class::Present,
            Class::Utter,
            Class::Call,
        ];
        let is_noun_fit = unit != Unit::Country;
        let reach = if self.rank <= 1 { 6 } else { 3 };
        let before = (1..=reach).any(|steps| {
            let place = counted.first.checked_sub(steps);
            place.is_some_and(|place| {
                !self.reading.before(counted.first, steps).is_empty()
                    && self.marks.at(place).has_any(&DOING)
            })
        });
        let opens = self.reading.opens_sentence(counted.first);
        let after = opens
            && (1..=14).any(|steps| {
                let place = counted.last + steps;
                self.reading.sentence(place) == self.reading.sentence(counted.last)
                    && self.marks.at(place).has_any(&DOING)
            });
        is_noun_fit && (before || after)
    }
}
