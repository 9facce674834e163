//! Where the name of a body ends. A name is a head noun and what it governs: a genitive that a definite or a proper noun
//! closes, adjectives that agree, purposes («لـ», «من أجل»), what is joined inside («والتنمية»), and where a body abroad
//! is («بالخارج»); a quotation behind the head is the name. Invariant: a name ends in its sentence, before any verb,
//! relative, title or sign but a dash inside a double adjective, and holds at most forty terms.

use super::term::{Terms, is_quote};
use crate::analysis::lexicon::body::{Class, Noun, Number, Strength, find_known};
use crate::analysis::lexicon::gazetteer::{NameClass, find as find_place};
use crate::model::vocabulary::OrganizationKind;
use crate::text::token::TokenKind;

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
    /// The first and the last term inside quotation marks that hold the name or its end.
    pub quoted: Option<(usize, usize)>,
    /// Whether it ends with where a body abroad is.
    pub has_tail: bool,
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
    walk.judge(number)
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
    let next = walk.step(first)?;
    let mut index = next;
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
        Self {
            terms,
            head,
            noun,
            is_definite,
            state: if is_definite {
                State::Whole
            } else {
                State::Open
            },
            extent: Extent {
                last: head,
                quoted: None,
                has_tail: false,
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
            "و" => return self.joined(index + 1),
            "في" => return self.tail(index + 1),
            "ضد" => return self.against(index + 1),
            "عن" | "مع" | "علي" => return self.near(index),
            _ => {}
        }
        let clitics = terms.clitics(index).0;
        let is_bare = !clitics.has_article;
        if is_bare && (terms.has(index, Class::End) || terms.has(index, Class::Verb)) {
            return None;
        }
        if clitics.has_conjunction {
            return self.joined(index);
        }
        match terms.governed(index) {
            Some(('ب', _)) => return self.tail(index),
            Some(('ل', core)) => return self.purpose(index, core),
            Some(_) => return None,
            None => {}
        }
        match (self.state, clitics.has_article) {
            (State::Open, true) => {
                let is_general = terms.has(index, Class::Crowd) || terms.has(index, Class::Common);
                self.is_general &= is_general;
                self.take(index, State::Whole)
            }
            (State::Whole, true) => self.adjective(index),
            (State::Open, false) => self.chain(index),
            (State::Whole, false) => self.apposition(index),
            (State::Done, _) => None,
        }
    }

    fn sign(&mut self, index: usize) -> Option<usize> {
        let terms = self.terms;
        let sign = terms.folded(index);
        if is_quote(sign) && self.state == State::Open {
            let last = closing(terms, index)?;
            self.extent.quoted = Some((index + 1, last));
            self.is_general = false;
            return self.take(last, State::Done);
        }
        let is_dash = matches!(sign, "-" | "–" | "—" | "/" | "ـ");
        let is_double = is_dash
            && self.state == State::Whole
            && terms.clitics(index + 1).0.has_article
            && is_relative(terms.core(index + 1))
            && is_relative(terms.core(index - 1));
        if is_double {
            self.take(index + 1, State::Whole)
        } else {
            None
        }
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

    /// A definite word behind a definite one: an adjective, if it agrees and is not a passing one.
    fn adjective(&mut self, index: usize) -> Option<usize> {
        let terms = self.terms;
        let is_barred = terms.has(index, Class::Title)
            || terms.has(index, Class::Passing)
            || terms.has(index, Class::End)
            || terms.folded(index).starts_with("الذ");
        let is_noun = terms
            .noun(index)
            .is_some_and(|(noun, _)| noun.strength != Strength::Weak)
            && !terms.has(index, Class::General);
        if is_barred || is_noun || !self.agrees(index) {
            return None;
        }
        self.is_general &= terms.has(index, Class::General);
        self.take(index, State::Whole)
    }

    /// Whether an adjective can belong to the head or to a noun behind it.
    fn agrees(&self, index: usize) -> bool {
        let is_feminine = |place: usize| {
            let core = self.terms.core(place);
            core.ends_with('ه') || core.ends_with("ات")
        };
        let is_plural =
            self.terms.core(index).ends_with("ين") || self.terms.core(index).ends_with("ون");
        let nouns = self.head + 1..=self.extent.last;
        is_feminine(index)
            || is_plural
            || !self.noun.is_feminine
            || nouns
                .into_iter()
                .any(|place| self.terms.is_word(place) && !is_feminine(place))
    }

    /// An indefinite word where a genitive is to come: the row of nouns is the name's if something closes it.
    fn chain(&mut self, index: usize) -> Option<usize> {
        let terms = self.terms;
        if let Some(last) = place_at(terms, index, false) {
            self.is_general = false;
            return self.take(last, State::Whole);
        }
        if is_indefinite_adjective(terms, index) {
            return self.quoted_behind(index + 1);
        }
        if let Some(last) = self.close(index) {
            self.is_general &= terms.has(index, Class::Common);
            return self.take(last, State::Whole);
        }
        self.bare(index)
    }

    /// The last term of a row of nouns that a definite one, a place, a day, a quotation or a foreign name closes.
    fn close(&self, first: usize) -> Option<usize> {
        let terms = self.terms;
        for index in first..first + 5 {
            if !terms.are_together(self.head, index) {
                return None;
            }
            if index > first {
                if is_month(terms, index + 1) && terms.is(index, TokenKind::Number) {
                    return Some(index + 1);
                }
                if terms.is(index, TokenKind::Punctuation) && is_quote(terms.folded(index)) {
                    return closing(terms, index).map(|last| last + 1);
                }
                if terms.is_latin(index) {
                    return Some(index);
                }
                if let Some(last) = place_at(terms, index, false) {
                    return Some(last);
                }
            }
            if !terms.is_word(index) {
                return None;
            }
            let clitics = terms.clitics(index).0;
            if clitics.has_conjunction || clitics.preposition.is_some() {
                return None;
            }
            if clitics.has_article {
                let is_barred = terms.has(index, Class::Title) && index > first + 1;
                return (!is_barred).then_some(index);
            }
            let is_barred = terms.has(index, Class::End)
                || terms.has(index, Class::Verb)
                || terms.governed(index).is_some()
                || !terms.is_noun_like(index)
                || is_particle(terms.folded(index));
            if is_barred {
                return None;
            }
        }
        None
    }

    /// «تحالف انتخابي جديد "…"»: a name in quotation marks behind indefinite adjectives.
    fn quoted_behind(&mut self, from: usize) -> Option<usize> {
        let terms = self.terms;
        let open = (from..from + 3)
            .take_while(|place| terms.are_together(self.head, *place))
            .find(|place| !is_indefinite_adjective(terms, *place))?;
        let is_open = terms.is(open, TokenKind::Punctuation) && is_quote(terms.folded(open));
        let last = if is_open {
            closing(terms, open)?
        } else {
            return None;
        };
        self.extent.quoted = Some((open + 1, last));
        self.is_general = false;
        self.take(last, State::Done)
    }

    /// One word with nothing behind it, as in «حركة كفاية».
    fn bare(&mut self, index: usize) -> Option<usize> {
        let terms = self.terms;
        let folded = terms.folded(index);
        let is_barred = is_particle(folded)
            || terms.has(index, Class::Common)
            || terms.has(index, Class::Crowd)
            || terms.has(index, Class::Passing)
            || terms.has(index, Class::Title)
            || terms.noun(index).is_some()
            || self.noun.strength != Strength::Name
            || folded.ends_with('ا') && terms.is_noun_like(index);
        let looks_like_a_verb = !terms.is_noun_like(index)
            && (folded.starts_with(['ي', 'ت', 'س', 'ن'])
                || folded.ends_with("وا")
                || folded.ends_with('ت'));
        if is_barred || looks_like_a_verb || folded.chars().count() < 3 {
            return None;
        }
        self.extent.is_bare = true;
        self.is_general = false;
        self.take(index, State::Done)
    }

    /// A word with «و» inside the name.
    fn joined(&mut self, index: usize) -> Option<usize> {
        let terms = self.terms;
        let is_next = terms.are_together(self.head, index) && terms.is_word(index);
        if self.state != State::Whole || !is_next || self.joined >= 4 || self.extent.terms == 0 {
            return None;
        }
        let clitics = terms.clitics(index).0;
        let is_barred = terms.has(index, Class::End)
            || terms.has(index, Class::Verb) && !clitics.has_article
            || terms.has(index, Class::Title)
            || terms.has(index, Class::Passing)
            || clitics.preposition.is_some()
            || self.is_body(index);
        if is_barred {
            return None;
        }
        let next = if clitics.has_article {
            if self.is_adjectival() && !self.is_same_form(index) {
                return None;
            }
            self.take(index, State::Whole)
        } else if let Some(last) =
            place_at(terms, index, true).filter(|_| self.has_purpose || self.has_place())
        {
            self.take(last, State::Whole)
        } else if terms.has(index, Class::Cause) && !self.is_adjectival() {
            let last = self.close(index + 1)?;
            self.take(last, State::Whole)
        } else {
            return None;
        };
        self.joined += 1;
        self.is_general = false;
        next
    }

    /// Whether the name of another body begins here.
    fn is_body(&self, index: usize) -> bool {
        let terms = self.terms;
        let is_plural = |number: Number| number == Number::Plural;
        let own = (self.head..=self.extent.last)
            .rev()
            .find_map(|place| terms.noun(place));
        let own_is_plural = own.is_some_and(|(_, number)| is_plural(number));
        if let Some((noun, number)) = terms.noun(index) {
            let is_joined = is_plural(number) && own_is_plural && self.extent.last > self.head;
            return noun.strength != Strength::Weak && !is_joined;
        }
        let Some(term) = terms.at(index) else {
            return false;
        };
        terms.has(index, Class::Opening) && find_known(terms.reading, term.word, 0).is_some()
    }

    /// Whether all behind the head are adjectives of it.
    fn is_adjectival(&self) -> bool {
        self.is_definite && !self.has_purpose
    }

    fn is_same_form(&self, index: usize) -> bool {
        let (one, other) = (self.terms.core(self.extent.last), self.terms.core(index));
        let is_feminine = |core: &str| core.ends_with('ه');
        is_feminine(one) == is_feminine(other) && (is_feminine(one) || is_relative(other))
    }

    fn has_place(&self) -> bool {
        place_at(self.terms, self.extent.last, true).is_some()
    }

    /// «من أجل …».
    fn for_the_sake(&mut self, index: usize) -> Option<usize> {
        let terms = self.terms;
        let is_sake = matches!(terms.folded(index + 1), "اجل");
        if !is_sake || self.state != State::Whole {
            return None;
        }
        self.govern(index + 2, true)
    }

    fn against(&mut self, index: usize) -> Option<usize> {
        let is_open = self.state == State::Whole || self.extent.terms == 0;
        if !is_open || !self.terms.has(index, Class::Against) {
            return None;
        }
        self.govern(index, true)
    }

    /// «الدفاع عن …», «التضامن مع …».
    fn near(&mut self, index: usize) -> Option<usize> {
        let is_near = self.terms.has(index - 1, Class::Near) && self.extent.last + 1 == index;
        if self.state != State::Whole || !is_near {
            return None;
        }
        self.govern(index + 1, false)
    }

    /// What a preposition inside a name governs.
    fn govern(&mut self, index: usize, is_purpose: bool) -> Option<usize> {
        let terms = self.terms;
        if !terms.are_together(self.head, index) || !terms.is_word(index) {
            return None;
        }
        let clitics = terms.clitics(index).0;
        let last = if clitics.has_article {
            let is_barred = terms.has(index, Class::Title) || terms.has(index, Class::Passing);
            if is_barred { None } else { Some(index) }
        } else {
            // A purpose in a name begins with a noun of purpose; one of the sentence may begin with any.
            let is_loose = is_purpose && !terms.has(index, Class::Cause);
            let is_bare = is_purpose && self.extent.terms == 0;
            place_at(terms, index, false)
                .or_else(|| self.close(index).filter(|_| !is_loose && !is_bare))
        }?;
        self.has_purpose = true;
        self.is_general = false;
        self.take(last, State::Whole)
    }

    /// «لـ» and what it governs: a purpose of the name, the body it belongs to, or a purpose of the sentence.
    fn purpose(&mut self, index: usize, core: &str) -> Option<usize> {
        let terms = self.terms;
        if self.state != State::Whole || terms.has(index, Class::Title) {
            return None;
        }
        if let Some((noun, _)) = terms.noun(index)
            && noun.strength != Strength::Weak
        {
            let is_cause = terms.has(index, Class::Cause);
            if noun.strength == Strength::Media
                || self.depth > 1
                || self.extent.terms == 0
                || !self.is_definite
            {
                return None;
            }
            return match reach_within(terms, index, self.depth + 1) {
                Reach::Name(inner) => {
                    self.is_general = false;
                    self.extent.inner = Some(index);
                    self.take(inner.last, State::Done)
                }
                Reach::Reference(_) | Reach::Nothing if is_cause => self.take(index, State::Whole),
                Reach::Reference(_) | Reach::Nothing => None,
            };
        }
        let is_cause = is_cause(terms, index, core);
        let is_party = self.noun.kind == OrganizationKind::Party && !self.is_definite;
        let is_called = self.head > 0 && is_calling(terms.core(self.head - 1));
        let is_allowed = is_cause || !is_errand(terms, index, core) && !is_party && !is_called;
        if !is_allowed || (self.extent.terms == 0 && !is_cause) {
            return None;
        }
        let last = if terms.clitics(index).0.has_article {
            index
        } else if is_cause || self.is_definite {
            self.close(index + 1)?
        } else {
            return None;
        };
        self.has_purpose = true;
        self.is_general = false;
        self.take(last, State::Whole)
    }

    /// «بالخارج», «في المهجر», «بفرنسا»: where a body abroad is.
    fn tail(&mut self, index: usize) -> Option<usize> {
        let terms = self.terms;
        if self.state != State::Whole
            || self.extent.terms == 0
            || !terms.are_together(self.head, index)
        {
            return None;
        }
        let last = if terms.has(index, Class::Tail) {
            index
        } else {
            let is_rooted = matches!(
                self.noun.kind,
                OrganizationKind::Committee
                    | OrganizationKind::Association
                    | OrganizationKind::Union
                    | OrganizationKind::Other
                    | OrganizationKind::Movement
            );
            place_at(terms, index, true)
                .filter(|_| is_rooted && self.noun.strength != Strength::State)?
        };
        self.extent.has_tail = true;
        self.take(last, State::Done)
    }

    /// A country set behind the whole name: «شباب الحركة بلجيكا».
    fn apposition(&mut self, index: usize) -> Option<usize> {
        let terms = self.terms;
        let last = place_at(terms, index, true)?;
        let ends = !terms.are_together(last, last + 1)
            || terms.is(last + 1, TokenKind::Punctuation)
            || terms.clitics(last + 1).0.has_conjunction;
        if !ends || self.extent.terms == 0 || self.is_definite {
            return None;
        }
        self.extent.has_tail = true;
        self.take(last, State::Done)
    }

    fn judge(&self, number: Number) -> Reach {
        let is_plural = number != Number::Singular && number != Number::SingularOrDual;
        let extent = self.extent;
        if self.state == State::Open || (extent.terms == 0 && !self.is_definite) {
            return Reach::Nothing;
        }
        if self.is_general && extent.quoted.is_none() {
            return match self.is_definite && !is_plural {
                true => Reach::Reference(extent.last),
                false => Reach::Nothing,
            };
        }
        let is_quoted = extent.quoted.is_some();
        let is_masdar = self.terms.has(self.head, Class::Errand) && !self.is_definite;
        let is_crowd = is_plural && (self.is_definite || !self.is_of_a_cause());
        if (is_masdar || is_crowd) && !is_quoted {
            return Reach::Nothing;
        }
        let is_long = extent.terms >= 2 || is_quoted;
        match self.noun.strength {
            Strength::Weak if !is_long => Reach::Nothing,
            Strength::Prefix if !self.holds_a_body() => Reach::Nothing,
            Strength::Name
            | Strength::Weak
            | Strength::Organ
            | Strength::State
            | Strength::Media
            | Strength::Prefix => Reach::Name(extent),
        }
    }

    /// «تنسيقيات دعم …», «قوى 14 آذار»: a plural that is a name by what follows at once.
    fn is_of_a_cause(&self) -> bool {
        let next = self.head + 1;
        let is_indefinite = !self.terms.clitics(next).0.has_article;
        let is_cause = is_indefinite && self.terms.has(next, Class::Cause) && !self.terms.has(next, Class::Crowd);
        is_cause || self.terms.is(next, TokenKind::Number)
    }

    fn holds_a_body(&self) -> bool {
        (self.head + 1..=self.extent.last).any(|place| {
            self.terms
                .noun(place)
                .is_some_and(|(noun, _)| matches!(noun.strength, Strength::Name | Strength::Organ))
        })
    }
}

/// The last term of the country or city that begins at `index`.
fn place_at(terms: &Terms<'_>, index: usize, is_country: bool) -> Option<usize> {
    if terms.has(index, Class::Cause) || terms.noun(index).is_some() {
        return None;
    }
    let term = terms.at(index)?;
    let from = match index.checked_sub(1).and_then(|before| terms.at(before)) {
        Some(before) if before.word == term.word => {
            terms.reading.folded(term.word).find(terms.folded(index))?
        }
        _ => 0,
    };
    let found = find_place(terms.reading, term.word, from)?;
    let is_place = match found.entry.class {
        NameClass::Country => true,
        NameClass::Capital | NameClass::City => !is_country,
        _ => false,
    };
    if !is_place || found.entry.code.is_none() {
        return None;
    }
    let last = (index..index + 6)
        .take_while(|place| terms.at(*place).is_some_and(|term| term.word <= found.last))
        .last()?;
    // A glued word ends where its first part does.
    if found.inner_end.is_some() {
        Some(index)
    } else {
        Some(last)
    }
}

/// Whether a month stands at `index`.
fn is_month(terms: &Terms<'_>, index: usize) -> bool {
    terms.is_word(index) && MONTHS.contains(&terms.folded(index))
}

/// The months that movements are called after the days of, folded.
const MONTHS: [&str; 34] = [
    "يناير",
    "فبراير",
    "مارس",
    "ابريل",
    "افريل",
    "نيسان",
    "ماي",
    "مايو",
    "ايار",
    "يونيو",
    "جوان",
    "حزيران",
    "يوليو",
    "يوليوز",
    "جويليه",
    "تموز",
    "غشت",
    "اغسطس",
    "اوت",
    "اب",
    "سبتمبر",
    "شتنبر",
    "ايلول",
    "اكتوبر",
    "تشرين",
    "نوفمبر",
    "نونبر",
    "ديسمبر",
    "دجنبر",
    "كانون",
    "شباط",
    "اذار",
    "جانفي",
    "فيفري",
];

/// A folded word that is an adjective of relation, as far as its end tells.
fn is_relative(core: &str) -> bool {
    (core.ends_with('ي') || core.ends_with("يه")) && core.chars().count() >= 4
}

fn is_indefinite_adjective(terms: &Terms<'_>, index: usize) -> bool {
    if !terms.is_word(index) || terms.clitics(index).0.has_article {
        return false;
    }
    if terms.has(index, Class::Cause) {
        return false;
    }
    let core = terms.core(index);
    let bare = core.strip_suffix('ا').unwrap_or(core);
    let is_listed = terms.has(index, Class::Passing) || terms.has(index, Class::General);
    is_listed
        || crate::analysis::lexicon::body::find(bare)
            .is_some_and(|word| word.has(Class::Passing) || word.has(Class::General))
        || (is_relative(bare) && terms.is_noun_like(index) && terms.noun(index).is_none())
}

fn is_particle(folded: &str) -> bool {
    crate::text::stop_word::is_stop_word(folded)
}

fn is_cause(terms: &Terms<'_>, index: usize, core: &str) -> bool {
    terms.has(index, Class::Cause)
        || crate::analysis::lexicon::body::find(core).is_some_and(|word| word.has(Class::Cause))
}

fn is_errand(terms: &Terms<'_>, index: usize, core: &str) -> bool {
    terms.has(index, Class::Errand)
        || crate::analysis::lexicon::body::find(core).is_some_and(|word| word.has(Class::Errand))
}

/// Verbs whose object «لـ» brings.
fn is_calling(core: &str) -> bool {
    matches!(
        core,
        "دعا"
            | "دعت"
            | "يدعو"
            | "تدعو"
            | "يستعد"
            | "تستعد"
            | "استعد"
            | "استعدت"
            | "دعوه"
            | "اضطر"
            | "اضطرت"
            | "سعي"
            | "سعت"
            | "يسعي"
            | "تسعي"
            | "انضم"
            | "انضمت"
    )
}
