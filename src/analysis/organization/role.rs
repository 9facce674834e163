//! Which part a named body plays, from the words before and behind it. Bodies in a row («بمشاركة X وY») share the part of
//! the first, as do the lines of a list. Invariant: each naming has one part, and a part other than mere mention has the
//! words that say it.

use super::naming::{Naming, is_quote_at};
use super::term::Terms;
use crate::analysis::lexicon::body::Class;
use crate::analysis::lexicon::trigger::{Class as Trigger, Marks};
use crate::analysis::rank::Ranks;
use crate::model::vocabulary::{Kind, OrganizationKind, Role};
use crate::text::token::TokenKind;

/// How many words before a name are looked at.
const REACH: usize = 12;
/// How many lines of a list are looked back over.
const MOST_LINES: usize = 60;
/// How many of them may say nothing.
const SILENT: usize = 5;

/// A part, the term that says it, and how surely.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Part {
    /// The part.
    pub role: Role,
    /// The index of the term that says it.
    pub said: Option<usize>,
    /// How sure that is.
    pub confidence: f32,
}

const MENTIONED: Part = Part {
    role: Role::Mentioned,
    said: None,
    confidence: 0.8,
};

/// What the parts are read with.
pub struct Scene<'t> {
    /// The terms of the document.
    pub terms: &'t Terms<'t>,
    /// Its triggers.
    pub marks: &'t Marks,
    /// The rank of its sentences.
    pub ranks: Ranks,
    /// The kind of event; nothing where there is none.
    pub kind: Option<Kind>,
}

/// The part of each naming.
#[must_use]
pub fn parts(scene: &Scene<'_>, namings: &[Naming]) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::with_capacity(namings.len());
    let mut start = 0;
    while start < namings.len() {
        let mut end = start + 1;
        while end < namings.len() && continues(scene.terms, namings, end) {
            end += 1;
        }
        let row = namings.get(start..end).unwrap_or(&[]);
        let part = match scene.kind {
            Some(kind) => part_of(scene, row, kind),
            None => MENTIONED,
        };
        parts.extend(row.iter().map(|naming| of_one(naming, part)));
        start = end;
    }
    parts
}

/// The part of one in a row.
fn of_one(naming: &Naming, part: Part) -> Part {
    let role = match part.role {
        _ if naming.is_receiver => Role::Publisher,
        Role::Invited if naming.is_inner => Role::Mentioned,
        role => role,
    };
    Part { role, ..part }
}

/// Whether the naming at `index` stands in a row with the one before it.
fn continues(terms: &Terms<'_>, namings: &[Naming], index: usize) -> bool {
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
    if is_item_between(terms, between.clone()) {
        return true;
    }
    let mut has_joint = terms.clitics(naming.first).0.has_conjunction;
    let mut is_inside = false;
    for place in between {
        let folded = terms.folded(place);
        let is_open = matches!(folded, "(" | "[");
        is_inside |= is_open;
        has_joint |= matches!(folded, "و" | "،" | "," | "؛" | "/" | "-" | "–" | "•")
            || terms.clitics(place).0.has_conjunction;
        let is_joint = terms.is(place, TokenKind::Punctuation) && folded != ":" && folded != "."
            || matches!(
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
            || terms.has(place, Class::Title)
                && (terms.clitics(place).0.has_conjunction || has_joint)
            || is_inside;
        is_inside &= !matches!(folded, ")" | "]");
        if !is_joint {
            return false;
        }
    }
    has_joint
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

fn part_of(scene: &Scene<'_>, row: &[Naming], kind: Kind) -> Part {
    let (Some(first), Some(last)) = (row.first(), row.last()) else {
        return MENTIONED;
    };
    let rank = scene
        .terms
        .at(first.first)
        .and_then(|term| scene.ranks.at(scene.terms.reading, term.word));
    let reading = Row {
        scene,
        first,
        last: last.last,
        count: row.len(),
        rank: rank.unwrap_or(0),
        kind,
    };
    reading
        .behind_given()
        .or_else(|| reading.before())
        .or_else(|| reading.heading())
        .or_else(|| reading.behind())
        .unwrap_or(MENTIONED)
}

/// What stood between a word and the row.
#[derive(Default)]
struct Way {
    silent: usize,
    nouns: usize,
    commas: usize,
    is_from: bool,
    title: Option<usize>,
}

/// Namings in a row.
struct Row<'r> {
    scene: &'r Scene<'r>,
    first: &'r Naming,
    last: usize,
    count: usize,
    rank: usize,
    kind: Kind,
}

impl Row<'_> {
    fn part(&self, role: Role, said: usize, confidence: f32) -> Option<Part> {
        Some(Part {
            role,
            said: Some(said),
            confidence,
        })
    }

    fn mark(&self, index: usize, trigger: Trigger) -> bool {
        let term = self.scene.terms.at(index);
        term.is_some_and(|term| self.scene.marks.at(term.word).has(trigger))
    }

    /// A name that the document gives to what is founded in the same sentence.
    fn behind_given(&self) -> Option<Part> {
        if !self.first.is_given {
            return None;
        }
        let terms = self.scene.terms;
        let start = self.first.first.saturating_sub(25);
        let found = (start..self.first.first)
            .rev()
            .filter(|place| terms.are_together(*place, self.first.first))
            .find(|place| self.mark(*place, Trigger::Found) && !self.is_recalled(*place));
        self.part(Role::Founded, found?, 0.85)
    }

    /// The nearest word before the row that tells its part.
    fn before(&self) -> Option<Part> {
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
                if way.commas > 1 {
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
            way.is_from = folded == "من"
                && !matches!(terms.folded(place + 1), "خلال" | "قبل" | "اجل")
                || (way.is_from && is_light(folded));
            let is_title = terms.has(place, Class::Title);
            let is_adjective = terms.has(place, Class::General) || terms.has(place, Class::Passing);
            let is_crowd =
                is_adjective || terms.noun(place).is_some() || terms.has(place, Class::Crowd);
            way.silent += usize::from(!is_light(folded) && !is_title && !is_crowd);
            let is_told = terms.has(place, Class::Naming) || terms.has(place, Class::Founds);
            way.nouns += usize::from(!is_light(folded) && !is_title && !is_adjective && !is_told);
            way.title = way
                .title
                .or((is_title && head - place <= 2).then_some(place));
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

    /// «وجهت الدعوة إلى X»: who was asked to come.
    fn asked(&self, place: usize) -> Option<Part> {
        let terms = self.scene.terms;
        let is_call = |before: &usize| {
            let core = terms.core(*before);
            terms.are_together(*before, place)
                && (core.starts_with("دعو") || core.starts_with("استدع") || core.starts_with("دعي"))
        };
        let call = (place.saturating_sub(3)..place).rev().find(is_call)?;
        self.part(Role::Invited, call, 0.7)
    }

    /// A body whose head or member speaks at the event.
    fn spoken_for(&self, title: Option<usize>) -> Option<Part> {
        let is_public = matches!(
            self.first.kind,
            OrganizationKind::Government
                | OrganizationKind::Media
                | OrganizationKind::Intergovernmental
        );
        self.part(
            Role::Participant,
            title.filter(|_| !is_public && self.rank <= 8)?,
            0.5,
        )
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
        let is_first = matches!(terms.core(place), "تاسيسي" | "تاسيسيه") && distance <= 3;
        if is_first && way.nouns == 0 && self.kind == Kind::Founding {
            return self.founded(place);
        }
        if founds && !clitics.has_article && distance <= 6 && way.nouns == 0 && !has(Class::Part) {
            return self.founded(place);
        }
        if self.is_call(place, way) {
            return self.part(Role::Convener, place, 0.85);
        }
        if has(Class::Hosts)
            && distance <= 4
            && !terms.folded(place.saturating_sub(1)).starts_with("امام")
        {
            return self.part(Role::Host, place, 0.8);
        }
        if has(Class::Invited) && distance <= 5 {
            return self.part(Role::Invited, place, 0.75);
        }
        if self.is_housed(place, distance) {
            return self.part(Role::Host, place, 0.7);
        }
        if has(Class::Allied) && distance <= 3 {
            return self.part(Role::Convener, place, 0.6);
        }
        let is_close = distance <= 3 || distance <= 9 && way.silent == 0;
        if has(Class::Runs) && is_close && way.commas == 0 {
            return self.run(place);
        }
        if has(Class::Part) && (!clitics.has_article || distance <= 4) {
            let absent = (place.saturating_sub(4)..place)
                .rev()
                .take_while(|before| terms.are_together(*before, place))
                .find(|before| terms.has(*before, Class::Absent));
            return match absent {
                Some(absent) => Some(self.absent(absent)),
                None => self.part(Role::Participant, place, 0.8),
            };
        }
        if has(Class::About) && distance <= 2 {
            return Some(MENTIONED);
        }
        self.held_by(place, distance)
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
                terms.folded(before) == "في"
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

    /// «اجتماع X», «بيان X»: whose meeting or statement it is.
    fn held_by(&self, place: usize, distance: usize) -> Option<Part> {
        let is_near = distance <= 3 && self.rank <= 2;
        let terms = self.scene.terms;
        let is_own = !terms.clitics(place).0.has_article
            || terms.clitics(self.first.first).0.preposition == Some('ل');
        if self.is_meeting(place) && is_near && is_own && self.kind != Kind::Founding {
            return self.part(Role::Convener, place, 0.7);
        }
        let is_issued = self.mark(place, Trigger::Statement) || self.mark(place, Trigger::Call);
        let issues = matches!(self.kind, Kind::Statement | Kind::Call);
        if is_issued && issues && is_near {
            return self.part(Role::Convener, place, 0.65);
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

    /// The founded body, unless its founding is history.
    fn founded(&self, place: usize) -> Option<Part> {
        let is_past = self.is_recalled(place) || self.is_dated() && self.rank > 1;
        if is_past || self.rank > 20 && self.kind != Kind::Founding {
            return Some(MENTIONED);
        }
        let confidence = if self.rank <= 2 { 0.9 } else { 0.7 };
        self.part(Role::Founded, place, confidence)
    }

    /// Whether a year follows soon.
    fn is_dated(&self) -> bool {
        let terms = self.scene.terms;
        (self.last + 1..self.last + 8)
            .take_while(|place| terms.are_together(self.last, *place))
            .any(|place| terms.is(place, TokenKind::Number) && terms.folded(place).len() == 4)
    }

    fn is_recalled(&self, place: usize) -> bool {
        let terms = self.scene.terms;
        (place.saturating_sub(3)..place).any(|before| {
            let is_near = terms.are_together(before, place);
            let is_recall =
                self.mark(before, Trigger::Recall) || self.mark(before, Trigger::Unreal);
            let is_time = before + 1 == place
                && matches!(
                    terms.folded(before),
                    "قبل" | "بعد" | "اعاده" | "باعاده" | "منذ"
                );
            is_near && (is_recall || is_time)
        })
    }

    /// The subject of a verb of holding, calling or issuing.
    fn run(&self, place: usize) -> Option<Part> {
        // A state or a body of states is asked, it calls no coalition together.
        let is_asked = matches!(
            self.first.kind,
            OrganizationKind::Government | OrganizationKind::Intergovernmental
        );
        if self.rank > 3 || is_asked {
            return Some(MENTIONED);
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

    /// A list under a heading: «الموقعون:», «الهيئات المشاركة:» in the line before the list.
    fn heading(&self) -> Option<Part> {
        let terms = self.scene.terms;
        let mut start = self.start_of(self.first.first);
        let opens = (start..self.first.first).all(|place| !terms.is_word(place));
        for _ in 0..MOST_LINES {
            let before = self.start_of(start.checked_sub(1)?);
            let is_item = opens && start > 0 && self.is_same_sign(before, start);
            if !is_item {
                break;
            }
            start = before;
        }
        let end = start.checked_sub(1)?;
        let first = self.start_of(end).max(end.saturating_sub(20));
        let ends = terms.folded(end) == ":";
        let said = (first..=end).rev().find(|place| {
            terms.has(*place, Class::Part)
                || terms.has(*place, Class::Runs)
                || matches!(terms.core(*place), "موسسه" | "اتيه" | "تاليه")
        })?;
        let is_heading = ends || opens && end - first <= 6;
        if is_heading {
            self.part(Role::Participant, said, 0.8)
        } else {
            None
        }
    }

    /// The first term of the sentence that a term stands in, as far as it is near.
    fn start_of(&self, index: usize) -> usize {
        let terms = self.scene.terms;
        (index.saturating_sub(60)..index)
            .rev()
            .take_while(|place| terms.are_together(*place, index))
            .last()
            .unwrap_or(index)
    }

    /// Whether two lines begin with the sign or the number of a list.
    fn is_same_sign(&self, one: usize, other: usize) -> bool {
        let terms = self.scene.terms;
        let both = |kind| terms.is(one, kind) && terms.is(other, kind);
        both(TokenKind::Number)
            || both(TokenKind::Punctuation) && terms.folded(one) == terms.folded(other)
    }

    /// What the words behind the row say of its part.
    fn behind(&self) -> Option<Part> {
        let terms = self.scene.terms;
        let mut next = self.last + 1;
        while is_quote_at(terms, next) || terms.folded(next) == "،" {
            next += 1;
        }
        if !terms.are_together(self.last, next) || terms.clitics(next).0.has_article {
            return None;
        }
        if terms.has(next, Class::Absent) {
            return Some(MENTIONED);
        }
        let receives = |place: usize| terms.core(place).starts_with("نسخ");
        let is_source = matches!(
            terms.folded(self.first.first.wrapping_sub(1)),
            "توصلت" | "توصل" | "تلقت" | "تلقي" | "حصلت" | "حصل"
        ) && (next..next + 4).any(receives);
        if is_source {
            return self.part(Role::Publisher, next, 0.7);
        }
        if terms.has(next, Class::Runs) && self.opens_sentence() && self.rank <= 2 {
            return self.run(next);
        }
        if terms.has(next, Class::Part) && self.opens_sentence() {
            return self.part(Role::Participant, next, 0.6);
        }
        None
    }

    fn opens_sentence(&self) -> bool {
        let terms = self.scene.terms;
        let head = self.first.first;
        let words = (head.saturating_sub(4)..head)
            .filter(|place| terms.are_together(*place, head) && terms.is_word(*place));
        words.count() <= 1
    }
}

/// «الذي نظمته X»: a verb with its object.
fn is_attached_verb(folded: &str) -> bool {
    ["ته", "تها", "مه", "مها", "ده", "دها", "هها", "هه"]
        .iter()
        .any(|end| folded.ends_with(end))
}

/// «تحت إشراف», «تحت رعاية».
fn is_under(terms: &Terms<'_>, place: usize) -> bool {
    place
        .checked_sub(1)
        .is_some_and(|before| matches!(terms.folded(before), "تحت" | "من"))
}

/// Words between a trigger and a name that say nothing.
fn is_light(folded: &str) -> bool {
    matches!(
        folded,
        "من" | "عن"
            | "كل"
            | "كلا"
            | "بعض"
            | "عده"
            | "عدد"
            | "عدد من"
            | "في"
            | "الي"
            | "علي"
            | "مع"
            | "منها"
            | "منهم"
            | "بينها"
            | "بينهم"
            | "راسها"
            | "راسهم"
            | "مقدمتها"
            | "مقدمتهم"
            | "وعلي"
            | "وفي"
            | "ضمنها"
            | "نحو"
            | "اكثر"
            | "ابرزها"
            | "اهمها"
            | "هي"
            | "هم"
            | "وهي"
            | "وهم"
            | "ومن"
            | "التاليه"
            | "الاتيه"
            | "ايضا"
            | "كذلك"
            | "خلالها"
            | "خلاله"
            | "فيه"
            | "فيها"
            | "الساده"
            | "السيد"
            | "السيده"
            | "اليوم"
            | "امس"
    )
}

/// Whether a body is of the kind that events found.
#[must_use]
pub fn is_foundable(kind: OrganizationKind) -> bool {
    use OrganizationKind::{
        Association, Coalition, Committee, Company, Council, Government, Intergovernmental, Media,
        Movement, Network, Observatory, Other, Party, Union,
    };
    match kind {
        Coalition | Party | Movement | Association | Union | Committee | Council | Observatory
        | Network | Other => true,
        Company | Media | Government | Intergovernmental => false,
    }
}
