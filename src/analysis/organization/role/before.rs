//! The part of a row from the words before it: the nearest one that tells counts. Invariant: only the row's own sentence is
//! looked at, a dozen words back at most, and past one comma at most.

use super::word::{is_attached_verb, is_light, is_under};
use super::{MENTIONED, Part, Row};
use crate::analysis::lexicon::body::Class;
use crate::analysis::lexicon::trigger::Class as Trigger;
use crate::model::vocabulary::{Kind, OrganizationKind, Role};
use crate::text::token::TokenKind;

/// What stood between a word and the row.
#[derive(Default)]
struct Way {
    silent: usize,
    nouns: usize,
    commas: usize,
    is_from: bool,
    is_each: bool,
    is_listed: bool,
    title: Option<usize>,
}

/// How many words before a name are looked at.
const REACH: usize = 18;

/// How many of them may say nothing.
const SILENT: usize = 5;

impl Row<'_> {
    /// The nearest word before the row that tells its part.
    pub(super) fn before(&self) -> Option<Part> {
        let terms = self.scene.terms;
        let head = self.first.first;
        let mut way = Way::default();
        for place in (head.saturating_sub(REACH)..head).rev() {
            if !terms.are_together(place, head) {
                break;
            }
            if terms.is(place, TokenKind::Number) {
                continue;
            }
            if terms.is(place, TokenKind::Punctuation) {
                way.commas += usize::from(matches!(terms.folded(place), "،" | "," | "؛" | ")"));
                if way.commas > if way.is_each || way.is_listed { 3 } else { 1 } {
                    break;
                }
                continue;
            }
            if let Some(part) = self.told_by(place, &way) {
                return Some(part);
            }
            let folded = terms.folded(place);
            let is_beside = folded == "مع" && !terms.has(place.saturating_sub(1), Class::Allied);
            let is_other_verb =
                terms.has(place, Class::Verb) && !terms.clitics(place).0.has_article;
            if is_beside || is_other_verb {
                return Some(MENTIONED);
            }
            self.pass(place, &mut way);
            let is_barrier = matches!(folded, "ان" | "بان" | "الذي" | "التي");
            if way.silent > SILENT || is_barrier {
                break;
            }
            if folded == "الي" {
                return self.asked(place);
            }
        }
        self.spoken_for(way.title)
    }

    /// Notes a word that tells nothing by itself.
    fn pass(&self, place: usize, way: &mut Way) {
        let terms = self.scene.terms;
        let folded = terms.folded(place);
        way.is_from = folded == "من" && !matches!(terms.folded(place + 1), "خلال" | "قبل" | "اجل")
            || (way.is_from && is_light(folded));
        let is_title = terms.has(place, Class::Title);
        let is_adjective = terms.has(place, Class::General) || terms.has(place, Class::Passing);
        let is_crowd = self.is_meeting(place)
            || is_adjective
            || terms.noun(place).is_some()
            || terms.has(place, Class::Crowd);
        way.silent += usize::from(!is_light(folded) && !is_title && !is_crowd);
        let is_told = terms.has(place, Class::Naming) || terms.has(place, Class::Founds);
        way.nouns += usize::from(!is_light(folded) && !is_title && !is_adjective && !is_told);
        way.title = way
            .title
            .or((is_title && self.first.first - place <= 2).then_some(place));
        way.is_listed |= matches!(
            folded,
            "هي" | "وهي"
                | "هم"
                | "وهم"
                | "منها"
                | "منهم"
                | "بينها"
                | "بينهم"
                | "ضمنها"
                | "ابرزها"
                | "راسها"
                | "مقدمتها"
        );
        way.is_each |= folded == "كل" && terms.folded(place + 1) == "من";
    }

    fn told_by(&self, place: usize, way: &Way) -> Option<Part> {
        let terms = self.scene.terms;
        let distance = self.first.first - place;
        let has = |class| terms.has(place, class);
        let clitics = terms.clitics(place).0;
        if has(Class::Absent) {
            return Some(self.absent(place));
        }
        let is_given =
            has(Class::Naming) && distance <= 3 && self.kind == Kind::Founding && way.nouns == 0;
        if is_given && !terms.has(place.saturating_sub(1), Class::Title) {
            return self.founded(place);
        }
        let founds =
            self.mark(place, Trigger::Found) || has(Class::Founds) && self.kind == Kind::Founding;
        let is_first =
            matches!(terms.core(place), "تاسيسي" | "تاسيسيه" | "تاسيسيا") && distance <= 3;
        if is_first && way.nouns == 0 && self.kind == Kind::Founding {
            return self.founded(place);
        }
        // «دشنت أمس بمدينة عدن (منسقية السهل)»: day and town stand before a name that is marked.
        let is_marked = self.kind == Kind::Founding
            && self.rank <= 1
            && matches!(
                terms.folded(self.first.first.saturating_sub(1)),
                "«" | "\"" | "“" | "("
            );
        let is_near = distance <= 6 && way.nouns == 0 || distance <= 14 && is_marked;
        if founds && !clitics.has_article && is_near && !has(Class::Part) {
            return self.merged(place).or_else(|| self.founded(place));
        }
        if self.is_call(place, way) {
            return self.part(Role::Convener, place, 0.85);
        }
        if has(Class::Hosts) && distance <= 4 && self.gives_room(place) {
            return self.part(Role::Host, place, 0.8);
        }
        if has(Class::Invited) && distance <= 5 {
            return self.part(Role::Invited, place, 0.75);
        }
        if self.is_housed(place, distance) {
            return self.part(Role::Host, place, 0.7);
        }
        if has(Class::Allied)
            && distance <= 3
            && (clitics.preposition == Some('ب') || self.rank <= 3)
        {
            return self.part(Role::Convener, place, 0.6);
        }
        self.told_as_one_of(place, way)
            .or_else(|| self.held_by(place, distance))
    }

    /// Who runs it, who takes part, and of whom the talk is.
    fn told_as_one_of(&self, place: usize, way: &Way) -> Option<Part> {
        let terms = self.scene.terms;
        let distance = self.first.first - place;
        let has = |class| terms.has(place, class);
        let clitics = terms.clitics(place).0;
        let is_close = distance <= 3
            || distance <= 9 && way.silent == 0
            || distance <= 12 && way.is_listed && way.silent <= 4;
        if has(Class::Runs) && is_close && (way.commas == 0 || way.is_listed) {
            return self.run(place);
        }
        if has(Class::Part) && (!clitics.has_article || distance <= 4) {
            let absent = (place.saturating_sub(4)..place)
                .rev()
                .take_while(|before| terms.are_together(*before, place))
                .find(|before| terms.has(*before, Class::Absent));
            let is_frame = self.is_frame(place) && self.kind != Kind::Founding && self.rank <= 2;
            // «وقعت … أبرزها أحزاب …»: who signs a statement issues it.
            let is_signed = self.mark(place, Trigger::Sign)
                && matches!(self.kind, Kind::Statement | Kind::Call)
                && self.rank <= 4;
            return match absent {
                Some(absent) => Some(self.absent(absent)),
                None if is_signed => self.part(Role::Convener, place, 0.7),
                None if is_frame => self.part(Role::Convener, place, 0.6),
                None => self.part(Role::Participant, place, 0.8),
            };
        }
        // «من طرف هيئات هي …», «من قبل …»: by whom it is founded.
        let is_by = matches!(terms.folded(place), "طرف" | "قبل")
            && place > 0
            && terms.folded(place - 1) == "من"
            && self.kind == Kind::Founding
            && self.rank <= 4
            && (way.is_listed || self.count > 1);
        if is_by && way.silent <= 2 {
            return self.part(Role::Participant, place, 0.6);
        }
        if has(Class::About) && distance <= 2 {
            return Some(MENTIONED);
        }
        None
    }

    /// «بدعوة من», «بمبادرة», «الذي نظمته»: at whose call or work it was.
    fn is_call(&self, place: usize, way: &Way) -> bool {
        let terms = self.scene.terms;
        let clitics = terms.clitics(place).0;
        let is_led = clitics.preposition == Some('ب') && !clitics.has_article;
        terms.has(place, Class::Calls)
            && way.silent <= 2
            && (is_led
                || way.is_from
                || terms.noun(place).is_none() && is_attached_verb(terms.folded(place))
                || is_under(terms, place))
    }

    /// «عقد … بنقابة X», «في مكتب X»: the house the event is held in.
    fn is_housed(&self, place: usize, distance: usize) -> bool {
        let terms = self.scene.terms;
        let head = self.first.first;
        let is_in = terms.clitics(head).0.preposition == Some('ب')
            || (head.saturating_sub(3)..head).any(|before| {
                matches!(terms.folded(before), "في" | "علي")
                    && terms.are_together(before, head)
                    && (before + 1..head).all(|between| {
                        matches!(
                            terms.core(between),
                            "مكتب" | "مبني" | "مسرح" | "دار" | "مدرج" | "قصر" | "كليه"
                        )
                    })
            });
        let is_held = [Trigger::Hold, Trigger::Present, Trigger::Future]
            .iter()
            .any(|trigger| self.mark(place, *trigger));
        is_in
            && (is_held && distance <= 4 || self.is_meeting(place) && distance <= 8)
            && self.rank <= 4
    }

    fn is_meeting(&self, place: usize) -> bool {
        self.mark(place, Trigger::Meeting) || self.mark(place, Trigger::Conference)
    }

    /// A seat or a hall gives the room where the event is in it; else it is only spoken of.
    fn gives_room(&self, place: usize) -> bool {
        let terms = self.scene.terms;
        let before = place
            .checked_sub(1)
            .filter(|before| terms.are_together(*before, place));
        let core = terms.core(place);
        let is_verb =
            core.starts_with("احتض") || core.starts_with("استض") || terms.has(place, Class::Verb);
        let is_in = before.is_some_and(|before| {
            matches!(terms.folded(before), "في" | ":")
                || terms.has(before, Class::Hosts)
                || terms.core(before).starts_with("شهد")
        });
        is_verb || terms.clitics(place).0.preposition == Some('ب') || is_in
    }

    /// «المكونة لـ X», «أعضاء X»: the body that those who meet make up.
    fn is_frame(&self, place: usize) -> bool {
        let terms = self.scene.terms;
        let is_member = ["مكون", "منضوي", "اعضاء", "مشكل"]
            .iter()
            .any(|stem| terms.core(place).starts_with(stem));
        is_member && terms.clitics(self.first.first).0.preposition == Some('ل')
    }

    /// «اجتماع X», «بيان X»: whose meeting or statement it is.
    fn held_by(&self, place: usize, distance: usize) -> Option<Part> {
        let terms = self.scene.terms;
        // «المؤتمر الوطني الرابع عشر للجمعية»: what is said of the event stands between.
        let is_said_of_it =
            |between: usize| terms.clitics(between).0.has_article || terms.folded(between) == "عشر";
        let is_near = self.rank <= 2
            && (distance <= 3 || distance <= 7 && (place + 1..self.first.first).all(is_said_of_it));
        let is_own = !terms.clitics(place).0.has_article
            || terms.clitics(self.first.first).0.preposition == Some('ل');
        // «للقاء المجلس»: whom they are to meet.
        let clitics = terms.clitics(place).0;
        let is_to_meet = clitics.preposition == Some('ل') && !clitics.has_article;
        if self.is_meeting(place) && is_near && is_own && !is_to_meet && self.kind != Kind::Founding
        {
            return self.part(Role::Convener, place, 0.7);
        }
        let is_issued = self.mark(place, Trigger::Statement) || self.mark(place, Trigger::Call);
        let issues = matches!(self.kind, Kind::Statement | Kind::Call);
        if is_issued && issues && is_near {
            return self.part(Role::Convener, place, 0.65);
        }
        // «بيان مشترك لأحزاب …»: they declare together what is founded or agreed.
        if is_issued && self.count > 1 && distance <= 6 && self.rank <= 2 {
            return self.part(Role::Convener, place, 0.6);
        }
        None
    }

    /// Who stayed away was mostly asked to come; who boycotted or left has no part.
    fn absent(&self, place: usize) -> Part {
        let core = self.scene.terms.core(place);
        let was_asked = ["اعتذ", "تعذر", "غاب", "غايب", "تغيب", "غياب"]
            .iter()
            .any(|stem| core.starts_with(stem));
        if was_asked && self.rank <= 8 {
            return Part {
                role: Role::Invited,
                said: Some(place),
                confidence: 0.5,
            };
        }
        MENTIONED
    }

    /// The subject of a verb of holding, calling or issuing.
    pub(super) fn run(&self, place: usize) -> Option<Part> {
        // A state or a body of states is asked, it calls no coalition together.
        let is_asked = matches!(
            self.first.kind,
            OrganizationKind::Government | OrganizationKind::Intergovernmental
        );
        if self.rank > 3 || is_asked {
            return Some(MENTIONED);
        }
        let is_statement = matches!(self.kind, Kind::Statement | Kind::Call);
        if !is_statement && !self.is_holding(place) {
            // Who only speaks at a meeting takes part in it; of a founding others speak too.
            return match self.kind {
                Kind::Founding => Some(MENTIONED),
                _ => self.part(Role::Participant, place, 0.4),
            };
        }
        let is_declared = self.kind == Kind::Founding && self.count >= 3;
        let role = if is_declared {
            Role::Participant
        } else {
            Role::Convener
        };
        let confidence = if self.rank <= 1 { 0.8 } else { 0.6 };
        self.part(role, place, confidence)
    }

    /// Whether a verb is one of holding, calling or declaring and not only of speaking.
    fn is_holding(&self, place: usize) -> bool {
        const STEMS: [&str; 18] = [
            "وافق", "صادق", "علن", "دعا", "دعت", "دعو", "بادر", "تداع", "قام", "قيم", "طلق",
            "عتزم", "ستعد", "قرر", "صدر", "صادر", "تشرف", "شكل",
        ];
        let core = self.scene.terms.core(place);
        let is_held = [
            Trigger::Hold,
            Trigger::Present,
            Trigger::Future,
            Trigger::Found,
            Trigger::Elect,
        ]
        .iter()
        .any(|trigger| self.mark(place, *trigger));
        is_held || STEMS.iter().any(|stem| core.contains(stem))
    }
}
