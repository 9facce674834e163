//! One walk over a document's words that finds where people are named. Invariant: it never goes back, so a long text
//! costs no more than its length.

use crate::analysis::lexicon::cue::{Cue, Cues};
use crate::analysis::person::lead::Lead;
use crate::analysis::person::name::{self, Name, Trust};
use crate::analysis::person::{Figure, function};
use crate::analysis::reading::Reading;
use crate::text::token::TokenKind;

pub(super) struct Scan<'a> {
    pub(super) reading: &'a Reading<'a>,
    pub(super) cues: &'a Cues,
    /// Where a function began that may lead to a name.
    pub(super) office: Option<usize>,
    /// Whether a sign stands between that function and the next word.
    pub(super) is_apposed: bool,
    pub(super) found: Vec<Figure>,
}

/// More words than any name has.
const NEVER: usize = 9;

/// The most words from the beginning of a function to the name.
const FUNCTION: usize = 14;

impl Scan<'_> {
    /// Looks at the word at `place`; where to look next.
    pub(super) fn step(&mut self, place: usize) -> usize {
        let reading = self.reading;
        if place > 0 && reading.sentence(place) != reading.sentence(place - 1) {
            self.office = None;
        }
        if self.office.is_some_and(|start| start + FUNCTION < place) {
            self.office = None;
        }
        if !reading.is(place, TokenKind::Word) {
            self.meet_sign(place);
            return place + 1;
        }
        if let Some(figure) = self.figure_at(place) {
            let next = figure.last + 1;
            self.found.push(figure);
            self.office = None;
            self.is_apposed = false;
            return next;
        }
        self.follow_office(place);
        place + 1
    }

    fn meet_sign(&mut self, place: usize) {
        let sign = self.reading.folded(place);
        match sign {
            "،" | "," | "-" | "–" | ":" | "(" => self.is_apposed = true,
            "\"" | "«" | "»" | "“" | "”" | "''" | "/" | ")" => {}
            _ if self.reading.is(place, TokenKind::Number) => {}
            _ => self.office = None,
        }
    }

    fn follow_office(&mut self, place: usize) {
        let told = self.cues.at(place);
        let is_apposed = std::mem::take(&mut self.is_apposed);
        let word = self.reading.letters(place);
        // «المركز الإعلامي»: an adjective and no function.
        let is_adjective = told.has_article
            && (word.ends_with('ي') || word.ends_with("يه"))
            && self.reading.before(place, 1).starts_with("ال")
            && !self
                .cues
                .at(place - 1)
                .has_any(&[Cue::Office, Cue::Honorific]);
        // «عدد كبير من», «أمام المبنى»
        let is_other = match word {
            "كبير" | "كبيره" => !self.reading.letters(place + 1).starts_with("ال"),
            "امام" => true,
            _ => false,
        };
        if told.has(Cue::Office) && !is_adjective && !is_other {
            let begins =
                self.office.is_none() || is_apposed || told.offset > 0 && word.starts_with('و');
            if begins {
                self.office = Some(place);
            }
            return;
        }
        let breaks = told.has_any(&[
            Cue::Say,
            Cue::Add,
            Cue::Demand,
            Cue::Resolve,
            Cue::Passive,
            Cue::Conclude,
            Cue::Objective,
        ]) || function::is_clause(word)
            || matches!(word, "برياسه" | "بحضور" | "بمشاركه" | "برعايه");
        if breaks || is_apposed {
            self.office = None;
        }
    }

    /// The figure whose name begins at `place`.
    fn figure_at(&self, place: usize) -> Option<Figure> {
        let (reading, cues) = (self.reading, self.cues);
        let told = cues.at(place);
        let lead = self.lead(place);
        if let Some(figure) = self.named_by_title(place, lead) {
            return Some(figure);
        }
        let is_given = told.has_any(&[Cue::Given, Cue::Weak, Cue::Particle]);
        let is_sure =
            told.has(Cue::Given) && !told.has(Cue::Weak) && (!told.has_article || told.offset == 0)
                || reading.letters(place).ends_with("عبد");
        if matches!(lead, Lead::None) && !is_sure && !self.is_sure_pair(place) {
            return None;
        }
        if let Some(figure) = self.known_by_surname(place, lead) {
            return Some(figure);
        }
        // Behind a function or a verb a word with the article is an adjective or an object, and no name.
        let is_doubtful =
            !is_given || told.has(Cue::Weak) && reading.before(place, 1).starts_with("ال");
        let is_adjective = is_doubtful && reading.letters(place).starts_with("ال");
        let is_read = !(is_adjective && matches!(lead, Lead::Office | Lead::Verb | Lead::List));
        if !is_read || self.is_byline(place) {
            return None;
        }
        let trust = match lead {
            Lead::None if is_sure => Trust::Open,
            Lead::Title(_) if self.is_definite_title(place) => Trust::Titled,
            _ => Trust::Led,
        };
        let name = name::read(reading, cues, place, trust)?;
        let fits = self.is_long_enough(&name, lead, is_given) && !self.is_site(place, lead);
        fits.then(|| self.figure(name, lead))
    }

    /// «الشيخ ولد سيدينا»: a title that is the name itself.
    fn named_by_title(&self, place: usize, lead: Lead) -> Option<Figure> {
        let reading = self.reading;
        let is_title = matches!(reading.letters(place), "الشيخ" | "الحاج" | "سيدي" | "مولاي");
        if !is_title || reading.letters(place + 1) != "ولد" {
            return None;
        }
        let rest = name::read(reading, self.cues, place + 2, Trust::Led)?;
        let name = Name {
            first: place,
            offset: 0,
            last: rest.last,
            parts: rest.parts + 1,
        };
        let lead = if matches!(lead, Lead::None) {
            Lead::List
        } else {
            lead
        };
        Some(self.figure(name, lead))
    }

    /// Whether the name has as many words as what leads to it asks for.
    fn is_long_enough(&self, name: &Name, lead: Lead, is_given: bool) -> bool {
        let told = self.cues.at(name.first);
        if !is_given && !matches!(lead, Lead::Title(_)) && self.has_function_behind(name) {
            return true;
        }
        let least = match lead {
            Lead::Title(title) if !is_given && !self.is_name_like(name, title) => NEVER,
            Lead::Title(_) => 1,
            Lead::Apposition if !is_given => NEVER,
            Lead::List if !is_given && !self.is_listed(name) => NEVER,
            Lead::Verb if self.is_doubtful(name) => NEVER,
            Lead::Office if !is_given && !self.is_likely(name) => NEVER,
            Lead::Verb if is_given && told.preposition.is_none() => 1,
            // «المتحدث باسم تحالف النصر»: with the article a given name is a word of the function.
            Lead::Office if is_given && told.preposition.is_none() && !told.has_article => 1,
            Lead::None | Lead::Verb | Lead::Office | Lead::Apposition | Lead::List => 2,
        };
        let is_apposed = matches!(lead, Lead::Apposition)
            && (name.parts == 2 && !is_given && self.is_pair(name) && self.stands_alone(name)
                || name.parts >= 2 && self.is_signed(name, name.first));
        name.parts >= least || is_apposed
    }

    /// «الباسل الجبلي», «بيتا كوالا»: two words with the article, or two that are no Arabic words.
    fn is_pair(&self, name: &Name) -> bool {
        let words = [name.first, name.last].map(|place| self.reading.letters(place));
        let is_joined = words.iter().any(|word| word.starts_with(['ل', 'ب', 'و']));
        words.iter().all(|word| word.starts_with("ال"))
            || !is_joined
                && [name.first, name.last]
                    .iter()
                    .all(|place| self.is_unknown(*place))
    }

    /// «وزغلول بطاطي الأمين العام»: two or three unknown words with a function behind them.
    fn has_function_behind(&self, name: &Name) -> bool {
        let is_plain = (name.first..=name.last).any(|place| {
            let word = self.reading.letters(place);
            let word = if place == name.first {
                word.get(name.offset..).unwrap_or(word)
            } else {
                word
            };
            word.starts_with(['ل', 'ب', 'و'])
                || ["ين", "ون", "ات", "ه"]
                    .iter()
                    .any(|tail| word.ends_with(tail))
        });
        name.parts >= 2
            && !is_plain
            && function::after(self.reading, self.cues, name.last).is_some()
    }

    /// Whether an unknown word behind a function may begin a name.
    fn is_likely(&self, name: &Name) -> bool {
        let words = [name.first, name.last].map(|place| self.reading.letters(place));
        let is_plain = words.iter().any(|word| {
            word.starts_with(['ل', 'ب', 'و'])
                || ["ين", "ون", "ات", "ه", "ا"]
                    .iter()
                    .any(|tail| word.ends_with(tail))
        });
        let next = name.last + 1;
        let speaks = self.reading.letters(next) == "ان"
            || self.cues.at(next).has_any(&[Cue::Say, Cue::Demand]);
        self.is_surely_second(name)
            || self.is_unknown(name.first)
            || name.parts == 2 && !is_plain && speaks
    }

    pub(super) fn figure(&self, name: Name, lead: Lead) -> Figure {
        let (reading, cues) = (self.reading, self.cues);
        let before = match lead {
            Lead::Title(start) => {
                // «المهندس» is a function too, but alone before a name no more than a title.
                let office = self.office.filter(|office| *office < start);
                Some((office.unwrap_or(start), office.is_none()))
            }
            Lead::Office | Lead::Apposition => self.office.map(|start| (start, false)),
            Lead::None | Lead::Verb | Lead::List => None,
        };
        let after = function::after(reading, cues, name.last);
        let mut end = name.first.saturating_sub(1);
        while before.is_some_and(|(start, _)| end > start) && !reading.is(end, TokenKind::Word) {
            end -= 1;
        }
        // «رئيس اللجنة الأخ سعيد»: the title before the name is no part of the function.
        while before.is_some_and(|(start, is_title)| end > start && !is_title)
            && (cues.has(end, Cue::Honorific) || reading.letters(end) == "المدعو")
        {
            end -= 1;
        }
        let is_title = before.is_none_or(|(_, is_title)| is_title) && after.is_none();
        let function = match (before, after) {
            (Some((start, false)), _) => Some((start, end)),
            (_, Some(after)) => Some(after),
            (Some((start, true)), None) => Some((start, end)),
            (None, None) => None,
        };
        let confidence = match (lead, name.parts) {
            (Lead::Title(_) | Lead::Office, 2..) => 0.9,
            (Lead::Verb | Lead::Apposition, 2..) => 0.85,
            (Lead::None | Lead::List, 3..) => 0.8,
            (Lead::None | Lead::List, 2) => 0.75,
            _ => 0.6,
        };
        Figure {
            name,
            person: usize::MAX,
            first: before.map_or(name.first, |(start, _)| start),
            last: after.map_or(name.last, |(_, last)| last),
            function,
            is_title,
            confidence,
        }
    }
}
