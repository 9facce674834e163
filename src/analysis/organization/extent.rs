//! Where the name of a body ends. A name is a head noun and what it governs: a genitive that a definite or a proper noun
//! closes, adjectives that agree, purposes («لـ», «من أجل»), what is joined inside («والتنمية»), and where the body is
//! («بالخارج»); a quotation behind the head is the name. Invariant: a name ends in its sentence, before any verb,
//! relative, title or sign but a dash inside a double adjective, and holds at most forty terms.

use super::term::{Terms, is_quote};
use crate::analysis::lexicon::body::{Class, Noun, Number, Strength};
use crate::text::token::TokenKind;

pub mod adjective;
mod crowd;
mod genitive;
mod join;
mod judge;
mod place;
mod purpose;

use adjective::{has_complement, is_relative};
use genitive::is_leader;
use place::{is_month, place_at};

/// The most terms a name holds.
const LONGEST: usize = 40;
/// The most terms a quoted name holds.
const LONGEST_QUOTED: usize = 12;

/// What stands at a head noun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// A name, to its last term.
    Name(Extent),
    /// A mention of a body named elsewhere: «الائتلاف», «الحزب المذكور».
    Reference(usize),
    /// Bodies in general, or none.
    Nothing,
}

/// How far a name reaches and what it is built of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    /// The index of the last term.
    pub last: usize,
    /// The first and the last term inside quotation marks that hold the name or a part of it.
    pub quoted: Option<(usize, usize)>,
    /// The last term before the words that say where the body is, if such end the name.
    pub untailed: Option<usize>,
    /// How many terms stand behind the head.
    pub terms: usize,
    /// The head of the body that the name's is a part of: «اللجنة التحضيرية لحزب …».
    pub inner: Option<usize>,
    /// Whether the last word may be no part of a name: «حركة كفاية», «لجنة متابعة».
    pub is_bare: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// A noun in the genitive is to come.
    Open,
    /// What stands could be all.
    Whole,
    /// Nothing can follow.
    Done,
}

struct Walk<'t> {
    terms: &'t Terms<'t>,
    head: usize,
    noun: &'static Noun,
    is_definite: bool,
    state: State,
    extent: Extent,
    is_general: bool,
    has_purpose: bool,
    joined: usize,
    depth: usize,
}

/// What the head noun at `head` begins.
#[must_use]
pub fn reach(terms: &Terms<'_>, head: usize) -> Reach {
    reach_within(terms, head, 0)
}

fn reach_within(terms: &Terms<'_>, head: usize, depth: usize) -> Reach {
    let Some((noun, number)) = terms.noun(head) else {
        return Reach::Nothing;
    };
    let is_definite = terms.clitics(head).0.has_article;
    let mut walk = Walk::new(terms, head, noun, is_definite);
    walk.depth = depth;
    walk.run();
    if walk.meets(number) || walk.speaks(number) {
        return Reach::Name(walk.extent);
    }
    match walk.judge(number) {
        Reach::Name(extent) => Reach::Name(extent),
        judged if depth == 0 && number == Number::Singular => walk.marked_whole().unwrap_or(judged),
        judged => judged,
    }
}

/// How far the name reaches that begins with the term at `first` and has no head noun of its own, as in a list.
#[must_use]
pub fn reach_item(
    terms: &Terms<'_>,
    head: usize,
    noun: &'static Noun,
    first: usize,
) -> Option<usize> {
    let mut walk = Walk::new(terms, head, noun, false);
    walk.joined = usize::MAX;
    let mut index = walk.open_with(first)?;
    while walk.state == State::Whole && index < first + LONGEST {
        match walk.step(index) {
            Some(next) => index = next,
            None => break,
        }
    }
    (walk.state != State::Open && walk.extent.last >= first).then_some(walk.extent.last)
}

/// The last term inside the quotation marks that open at `open`, if they close in the sentence and soon.
#[must_use]
pub fn closing(terms: &Terms<'_>, open: usize) -> Option<usize> {
    let places = open + 1..open + 2 + LONGEST_QUOTED;
    let close = places
        .take_while(|place| terms.are_together(open, *place))
        .find(|place| terms.is(*place, TokenKind::Punctuation) && is_quote(terms.folded(*place)))?;
    (close > open + 1).then(|| close - 1)
}

impl<'t> Walk<'t> {
    fn new(terms: &'t Terms<'t>, head: usize, noun: &'static Noun, is_definite: bool) -> Self {
        let state = if is_definite {
            State::Whole
        } else {
            State::Open
        };
        Self {
            terms,
            head,
            noun,
            is_definite,
            state,
            extent: Extent {
                last: head,
                quoted: None,
                untailed: None,
                terms: 0,
                inner: None,
                is_bare: false,
            },
            is_general: true,
            has_purpose: false,
            joined: 0,
            depth: 0,
        }
    }

    fn run(&mut self) {
        let mut index = self.head + 1;
        while self.state != State::Done && index < self.head + LONGEST {
            match self.step(index) {
                Some(next) => index = next,
                None => break,
            }
        }
    }

    /// Takes the terms up to `last` into the name.
    fn take(&mut self, last: usize, state: State) -> Option<usize> {
        self.extent.terms += last.saturating_sub(self.extent.last);
        self.extent.last = last;
        self.state = state;
        Some(last + 1)
    }

    /// The first word of an item; its «و» joins it to the list.
    fn open_with(&mut self, index: usize) -> Option<usize> {
        let terms = self.terms;
        let is_joined = terms.clitics(index).0.has_conjunction;
        let is_barred = terms.has(index, Class::Verb) || terms.has(index, Class::End);
        if !is_joined {
            return self.step(index);
        }
        if let Some(last) = place_at(terms, index, false) {
            return self.take(last, State::Whole);
        }
        match terms.clitics(index).0 {
            clitics if clitics.preposition.is_some() => None,
            clitics if clitics.has_article => self.take(index, State::Whole),
            _ if is_barred || !terms.is_noun_like(index) => None,
            _ => {
                // «وفرسان مصر».
                let land = place_at(terms, index + 1, false);
                let last = land.or_else(|| self.close(index + 1))?;
                self.take(last, State::Whole)
            }
        }
    }

    fn step(&mut self, index: usize) -> Option<usize> {
        let terms = self.terms;
        if !terms.are_together(self.head, index) {
            return None;
        }
        if terms.is(index, TokenKind::Punctuation) {
            return self.sign(index);
        }
        if terms.is(index, TokenKind::Number) {
            return self.day(index);
        }
        if terms.is_latin(index) {
            return self.latin(index);
        }
        match terms.folded(index) {
            "من" => return self.for_the_sake(index),
            "و" => return self.join(index + 1),
            "في" => return self.tail(index, index + 1),
            "ضد" => return self.against(index + 1),
            "عن" | "مع" | "علي" => return self.near(index),
            "ل" | "لـ" => return self.apart(index + 1),
            "فرع" | "قطاع" | "جناح" => return self.branch(index + 1),
            // «المنظمات العربية غير الحكومية».
            "غير" if self.state == State::Whole && terms.clitics(index + 1).0.has_article => {
                return self.take(index + 1, State::Whole);
            }
            "بلا" if self.state == State::Whole && self.extent.terms > 0 => {
                return self.take(index + 1, State::Whole);
            }
            _ => {}
        }
        let clitics = terms.clitics(index).0;
        let is_bare = !clitics.has_article;
        if is_bare && (terms.has(index, Class::End) || terms.has(index, Class::Verb)) {
            return None;
        }
        if clitics.has_conjunction {
            // «جامعة وهران»: nothing is joined to a head that stands open.
            let is_own = self.state == State::Open && terms.has_own_waw(index);
            return if is_own {
                self.chain(index)
            } else {
                self.join(index)
            };
        }
        match terms.governed(index) {
            Some(('ب', _)) if self.state == State::Open && self.is_own_letter(index) => {}
            Some(('ب', _)) => return self.tail(index, index),
            Some(('ل', core)) => return self.purpose(index, core),
            Some(_) => return None,
            None => {}
        }
        match (self.state, clitics.has_article) {
            (State::Open, true) => self.genitive(index),
            (State::Whole, true) => self.adjective(index),
            (State::Open, false) => self.chain(index),
            (State::Whole, false) => self.apposition(index),
            (State::Done, _) => None,
        }
    }

    /// A definite word where a genitive is to come; «لجنة المشكلة من …» has a participle with its own complement instead.
    fn genitive(&mut self, index: usize) -> Option<usize> {
        if has_complement(self.terms, index) {
            return None;
        }
        let place = place_at(self.terms, index, false);
        self.is_general &= place.is_none() && self.is_common(index);
        self.take(place.unwrap_or(index), State::Whole)
    }

    /// Whether the «ب» at the front of a term can be its own: behind a head that stands open comes a noun («مؤسسة بسمة …»).
    fn is_own_letter(&self, index: usize) -> bool {
        self.terms.clitics(index).0.preposition.is_none() && self.terms.is_noun_like(index)
    }

    /// Whether a complement makes no name of this head.
    fn is_common(&self, index: usize) -> bool {
        // «جبهة الحوار الوطني», but «تحالف المعارضة».
        let is_loose = self.terms.has(index, Class::Crowd)
            || !matches!(
                self.noun.lemma,
                "حزب"
                    | "جمعية"
                    | "ائتلاف"
                    | "تحالف"
                    | "منتدى"
                    | "جبهة"
                    | "تكتل"
                    | "رابطة"
            );
        // «حكومة الرئيس …», «مكتب النائب …»: whose it is, and no name.
        let is_titled = matches!(self.noun.lemma, "حكومة" | "مكتب")
            && self.terms.has(index, Class::Title)
            || is_leader(self.terms.core(index));
        is_loose && self.terms.has(index, Class::Common) || is_titled
    }

    fn sign(&mut self, index: usize) -> Option<usize> {
        let terms = self.terms;
        let sign = terms.folded(index);
        if is_quote(sign) && self.closes(index) {
            return None;
        }
        if is_quote(sign) && self.state == State::Open {
            // «هيئة «لدعم …»»: what it is for, and no name.
            let is_aim = matches!(terms.governed(index + 1), Some(('ل', _)));
            let last = closing(terms, index).filter(|_| !is_aim)?;
            self.extent.quoted = Some((index + 1, last));
            self.is_general = false;
            // A short name may go on behind its marks: «مؤسسة "ضوء" للتنمية».
            let is_short = last - index <= 3;
            self.take(last, if is_short { State::Whole } else { State::Done })?;
            return Some(last + 2);
        }
        if sign == "(" && self.state == State::Open && self.noun.strength == Strength::Name {
            // «حزب (عادل)»: one word in brackets for the name.
            let is_one = terms.folded(index + 2) == ")"
                && terms.are_together(index, index + 2)
                && terms.is_word(index + 1)
                && !terms.has(index + 1, Class::End)
                && !terms.is_latin(index + 1);
            self.is_general &= !is_one;
            self.extent.quoted = is_one.then_some((index + 1, index + 1));
            self.take(index + 1, State::Done).filter(|_| is_one)?;
            return Some(index + 3);
        }
        // «الحزب "الناصري"», «النادي العلمي "…"».
        let is_adjective = self.extent.terms == 0 && terms.clitics(index + 1).0.has_article;
        let is_sorted =
            self.is_definite && self.is_general && (self.extent.terms == 1 || is_adjective);
        if is_quote(sign) && is_sorted && self.noun.strength == Strength::Name {
            // «النادي العلمي "…"»: a short name behind an adjective that only sorts.
            let most = if is_adjective { 1 } else { 2 };
            let last = closing(terms, index).filter(|last| *last <= index + most)?;
            self.extent.quoted = Some((index + 1, last));
            self.is_general = false;
            self.take(last, State::Whole)?;
            return Some(last + 2);
        }
        let is_dash = matches!(sign, "-" | "–" | "—" | "/" | "ـ");
        let is_double = is_dash
            && self.state == State::Whole
            && terms.clitics(index + 1).0.has_article
            && terms.is_nationality(index + 1)
            && is_relative(terms.core(index - 1));
        if is_double {
            self.take(index + 1, State::Whole)
        } else {
            None
        }
    }

    /// Whether a quotation mark is written onto the word before it and not onto the one behind: it closes.
    fn closes(&self, index: usize) -> bool {
        let gap = |one: usize, other: usize| {
            let (one, other) = (self.terms.at(one), self.terms.at(other));
            one.zip(other)
                .is_some_and(|(one, other)| one.span.end < other.span.start)
        };
        index > 0 && !gap(index - 1, index) && gap(index, index + 1)
    }

    /// «20 فبراير»: a day that a movement is called after.
    fn day(&mut self, index: usize) -> Option<usize> {
        let is_month = is_month(self.terms, index + 1);
        if self.state != State::Open || !is_month {
            return None;
        }
        self.is_general = false;
        self.take(index + 1, State::Whole)
    }

    fn latin(&mut self, index: usize) -> Option<usize> {
        if self.state != State::Open {
            return None;
        }
        let count = (index..index + 6)
            .take_while(|place| {
                self.terms.is_latin(*place) && self.terms.are_together(index, *place)
            })
            .count();
        self.is_general = false;
        self.take(index + count - 1, State::Done)
    }
}
