//! People a text names: by title, by function, by verb of speech, by their given names; with the function in the
//! source's words and the body behind it. Invariant: figures are in order and do not overlap; a name of one word is
//! kept only where a fuller name of the same person stands in the text.

use crate::analysis::lexicon::cue::{Cue, Cues};
use crate::analysis::person::name::{Name, Trust};
use crate::analysis::reading::Reading;
use crate::text::lexicon::rarity;
use crate::text::span::Span;
use crate::text::token::TokenKind;

pub mod affiliation;

pub mod body;

pub mod function;

pub mod name;

pub mod part;

pub mod short;

/// One place where a person is named.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// The words of the name.
    pub name: Name,
    /// The person: the index of their fullest figure in the list.
    pub person: usize,
    /// The first word of the title or function before the name; the name's own where there is none.
    pub first: usize,
    /// The last word of the function behind the name; the name's own where there is none.
    pub last: usize,
    /// The function, as indexes of its first and last word.
    pub function: Option<(usize, usize)>,
    /// Whether the function is a mere title.
    pub is_title: bool,
    /// How the name was known.
    pub confidence: f32,
}

/// The figures of a document, in order.
#[must_use]
pub fn find(reading: &Reading<'_>, cues: &Cues) -> Vec<Figure> {
    let mut scan = Scan {
        reading,
        cues,
        office: None,
        is_apposed: false,
        found: Vec::new(),
    };
    let mut place = 0;
    while place < reading.words.len() {
        place = scan.step(place);
    }
    short::with_short(reading, cues, join(reading, scan.found))
}

struct Scan<'a> {
    reading: &'a Reading<'a>,
    cues: &'a Cues,
    /// Where a function began that may lead to a name.
    office: Option<usize>,
    /// Whether a sign stands between that function and the next word.
    is_apposed: bool,
    found: Vec<Figure>,
}

/// The most words from the beginning of a function to the name.
const FUNCTION: usize = 14;

impl Scan<'_> {
    /// Looks at the word at `place`; where to look next.
    fn step(&mut self, place: usize) -> usize {
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
        if told.has(Cue::Office) && !is_adjective {
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
        ]) || function::is_clause(self.reading.letters(place));
        if breaks || is_apposed {
            self.office = None;
        }
    }

    /// The figure whose name begins at `place`.
    fn figure_at(&self, place: usize) -> Option<Figure> {
        let (reading, cues) = (self.reading, self.cues);
        let told = cues.at(place);
        let mut lead = self.lead(place);
        // «الشيخ ولد أحمدو»: a title that is the name itself.
        let is_own = matches!(reading.letters(place), "الشيخ" | "الحاج" | "سيدي" | "مولاي")
            && matches!(reading.letters(place + 1), "ولد" | "بن" | "عبد");
        if is_own
            && reading.letters(place + 1) == "ولد"
            && let Some(rest) = name::read(reading, cues, place + 2, Trust::Led)
        {
            let name = Name {
                first: place,
                offset: 0,
                last: rest.last,
                parts: rest.parts + 1,
            };
            lead = if matches!(lead, Lead::None) {
                Lead::List
            } else {
                lead
            };
            return Some(self.figure(name, lead));
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
        let is_adjective = !is_given && reading.letters(place).starts_with("ال");
        if is_adjective && matches!(lead, Lead::Office | Lead::Verb | Lead::List) {
            return None;
        }
        if self.is_byline(place) {
            return None;
        }
        let trust = match lead {
            Lead::None if is_sure => Trust::Open,
            Lead::Title(_) if self.is_definite_title(place) => Trust::Titled,
            _ => Trust::Led,
        };
        let name = name::read(reading, cues, place, trust)?;
        let has_article = reading.letters(place).starts_with("ال") && !is_given;
        let least = match lead {
            Lead::Title(title) if !is_given && !self.is_name_like(&name, title) => 9,
            Lead::Title(_) => 1,
            Lead::Office | Lead::Apposition if has_article => 9,
            Lead::Verb if has_article => 9,
            Lead::Apposition if !is_given => 9,
            Lead::List if !is_given && !self.is_listed(&name) => 9,
            Lead::Verb if self.is_doubtful(&name) => 9,
            Lead::Office
                if !is_given && !self.is_surely_second(&name) && !self.is_unknown(place) =>
            {
                9
            }
            Lead::Verb | Lead::Office if is_given && told.preposition.is_none() => 1,
            Lead::None | Lead::Verb | Lead::Office | Lead::Apposition | Lead::List => 2,
        };
        let is_apposed_pair = matches!(lead, Lead::Apposition)
            && name.parts == 2
            && !is_given
            && self.stands_alone(&name);
        let is_signed =
            matches!(lead, Lead::Apposition) && name.parts >= 2 && self.is_signed(&name, place);
        if name.parts < least && !is_apposed_pair && !is_signed || self.is_site(place, lead) {
            return None;
        }
        Some(self.figure(name, lead))
    }

    fn figure(&self, name: Name, lead: Lead) -> Figure {
        let (reading, cues) = (self.reading, self.cues);
        let before = match lead {
            Lead::Title(start) => Some((
                self.office.unwrap_or(start).min(start),
                self.office.is_none(),
            )),
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

    /// What stands before the word at `place` that makes it a name.
    fn lead(&self, place: usize) -> Lead {
        let (reading, cues) = (self.reading, self.cues);
        let mut before = place;
        // «د. سعيد», «المناضلة ''سعاد''», «ذ/ سعيد»
        for _ in 0..2 {
            let is_sign = before > 0
                && matches!(
                    reading.folded(before - 1),
                    "." | "/" | "\"" | "''" | "«" | "“" | "”"
                );
            before -= usize::from(is_sign);
        }
        let previous = before
            .checked_sub(1)
            .filter(|_| reading.sentence(before) == reading.sentence(place));
        let Some(previous) = previous else {
            return Lead::None;
        };
        if cues.has(previous, Cue::Honorific) {
            return Lead::Title(function::titles_before(reading, cues, previous));
        }
        if before == place {
            let told = cues.at(previous);
            // «نائب مجلس الإدارة فاطمة»: a noun inside a function is no verb.
            let is_noun = told.has_article && self.office.is_some();
            let is_verb = told.has_any(&[Cue::Say, Cue::Add, Cue::Demand, Cue::Scene]);
            if is_verb && !is_noun {
                return Lead::Verb;
            }
            // «قال المك حسن عدلان»: a title of no list.
            let is_titled = reading.letters(previous).starts_with("ال")
                && !told.has_any(&[Cue::Group, Cue::Office, Cue::Assembly, Cue::NameHead])
                && rarity(reading.letters(previous)).is_none_or(|rarity| rarity >= 480)
                && previous > 0
                && cues.has(previous - 1, Cue::Say);
            if is_titled && self.office.is_none() {
                return Lead::Verb;
            }
        }
        if self.office.is_some() {
            return if self.is_apposed {
                Lead::Apposition
            } else {
                Lead::Office
            };
        }
        let follows = self.found.last().is_some_and(|last| {
            let gap = place - last.last.min(place) - 1;
            let is_joined = reading.letters(place).starts_with('و');
            gap == 0 && is_joined || gap == 1 && matches!(reading.folded(place - 1), "،" | ",")
        });
        if follows || matches!(reading.letters(previous), "بن" | "كل من") {
            return Lead::List;
        }
        Lead::None
    }

    /// A name that may be a common word as well, with a surname behind it that is none: «رجاء الورفلي».
    fn is_sure_pair(&self, place: usize) -> bool {
        let told = self.cues.at(place);
        let next = self.reading.letters(place + 1);
        let is_surname = next.starts_with("ال")
            && next.ends_with('ي')
            && rarity(next).is_none_or(|rarity| rarity >= 500);
        let next_told = self.cues.at(place + 1);
        let is_given =
            next_told.has(Cue::Given) && !next_told.has(Cue::Weak) && next_told.offset == 0;
        told.has(Cue::Weak)
            && told.preposition.is_none()
            && !told.has_article
            && (is_surname || is_given || reading_son(next))
    }

    /// «الشيخ الحلبي»: a surname alone behind a title, kept where a fuller name has it.
    fn known_by_surname(&self, place: usize, lead: Lead) -> Option<Figure> {
        let word = self.reading.letters(place);
        let next = self.cues.at(place + 1);
        let is_surname =
            matches!(lead, Lead::Title(_)) && word.starts_with("ال") && word.ends_with('ي');
        let told = self.cues.at(place);
        let is_name = next.has_any(&[Cue::Given, Cue::Weak, Cue::Particle]) && next.offset == 0;
        let is_title = told.has_any(&[Cue::Honorific, Cue::Office]);
        // «الكاتب الوطني»: behind a function an adjective is likelier.
        let is_office = self.cues.has(place.saturating_sub(1), Cue::Office)
            && rarity(word).is_some_and(|rarity| rarity < 480);
        (is_surname && !is_name && !is_title && !is_office).then(|| {
            let name = Name {
                first: place,
                offset: 0,
                last: place,
                parts: 1,
            };
            self.figure(name, lead)
        })
    }

    /// Whether an unknown word behind a title is a name: «السيدة إيطو أوباسو», and not «ممثلة عشرين جمعية».
    fn is_name_like(&self, name: &Name, title: usize) -> bool {
        let word = self.reading.letters(name.first);
        let is_plural = ["ين", "ون", "ات"].iter().any(|tail| word.ends_with(tail));
        let is_definite = self.cues.at(title).has_article || self.reading.letters(title).len() <= 4;
        self.is_surely_second(name)
            || self.is_unknown(name.first)
            || is_definite && name.parts > 1 && !is_plural
    }

    /// Whether a verb of taking part may have another subject than the name behind it.
    fn is_doubtful(&self, name: &Name) -> bool {
        let told = self.cues.at(name.first);
        let is_given = told.has(Cue::Given) && !told.has(Cue::Weak);
        let speaks = name.first.checked_sub(1).is_some_and(|verb| {
            self.cues
                .at(verb)
                .has_any(&[Cue::Say, Cue::Add, Cue::Demand])
        });
        let is_known = is_given || speaks && told.has_any(&[Cue::Weak, Cue::Particle]);
        name.parts > 1 && !is_known && !self.is_surely_second(name)
    }

    /// Whether the second word of a name that begins with an unknown word is surely one of a name.
    fn is_surely_second(&self, name: &Name) -> bool {
        let told = self.cues.at(name.first + 1);
        let word = self.reading.letters(name.first);
        let is_plain = ["ين", "ون", "ات", "ا", "ه", "ي"]
            .iter()
            .any(|tail| word.ends_with(tail));
        let has_article = self.reading.letters(name.first + 1).starts_with("ال");
        let is_given = self.cues.at(name.first).has_any(&[Cue::Given, Cue::Weak]);
        let is_common =
            rarity(self.reading.letters(name.first + 1)).is_some_and(|rarity| rarity < 460);
        let is_surname =
            has_article && (is_given || !is_plain && !is_common && !word.starts_with("اال"));
        name.last > name.first && (told.has_any(&[Cue::Given, Cue::Particle]) || is_surname)
    }

    /// Whether an unknown word may begin a name of a list.
    fn is_listed(&self, name: &Name) -> bool {
        let word = self.reading.letters(name.first);
        let bare = word.get(name.offset..).unwrap_or(word);
        !bare.starts_with(['ب', 'ل', 'ك'])
            && self.is_unknown(name.first)
            && self.is_surely_second(name)
    }

    /// Whether the sentence only says who wrote the report: «كتبت – سعاد حداد:».
    fn is_byline(&self, place: usize) -> bool {
        let sentence = self.reading.sentence(place);
        let is_here = |word: &usize| self.reading.sentence(*word) == sentence;
        let start = (0..4)
            .filter_map(|step| place.checked_sub(step))
            .take_while(is_here)
            .last();
        let is_first =
            start.is_some_and(|start| start == 0 || self.reading.sentence(start - 1) != sentence);
        let is_writer = |word: usize| {
            matches!(
                self.reading.letters(word),
                "كتب"
                    | "كتبت"
                    | "بقلم"
                    | "متابعه"
                    | "تصوير"
                    | "اعداد"
                    | "حاوره"
                    | "حاورته"
                    | "تحرير"
                    | "عدسه"
                    | "ترجمه"
            )
        };
        is_first && start.is_some_and(is_writer)
    }

    /// Whether the lexicon hardly knows the word.
    fn is_unknown(&self, place: usize) -> bool {
        let word = self.reading.letters(place);
        let is_plain = ["ين", "ون", "ات", "ه"]
            .iter()
            .any(|tail| word.ends_with(tail));
        !is_plain && rarity(word).is_none_or(|rarity| rarity >= 640)
    }

    /// Whether the title right before has the article, or is written short: «الدكتورة», «د.».
    fn is_definite_title(&self, place: usize) -> bool {
        let mut before = place.saturating_sub(1);
        if matches!(self.reading.folded(before), "." | "/" | "''" | "\"" | "«") {
            before = before.saturating_sub(1);
        }
        let told = self.cues.at(before);
        told.has(Cue::Honorific) && (told.has_article || self.reading.letters(before).len() <= 4)
    }

    /// Whether the rest of the line is the name, behind «المنسق:».
    fn is_signed(&self, name: &Name, place: usize) -> bool {
        let next = name.last + 1;
        place > 0
            && self.reading.folded(place - 1) == ":"
            && (next >= self.reading.words.len()
                || self.reading.sentence(next) != self.reading.sentence(place))
    }

    /// Whether a name of two words is all that stands between two signs or before a verb.
    fn stands_alone(&self, name: &Name) -> bool {
        let next = name.last + 1;
        matches!(
            self.reading.folded(next),
            "،" | "," | "." | ")" | "-" | "–" | "" | ":"
        ) || self
            .cues
            .at(next)
            .has_any(&[Cue::Say, Cue::Add, Cue::Demand])
    }

    /// Whether the name is that of a street, a hall or a school.
    fn is_site(&self, place: usize, lead: Lead) -> bool {
        if let Lead::Title(title) = lead {
            // «منتزه الملك عبد الله»
            let before = title.checked_sub(1).map(|before| self.cues.at(before));
            return before.is_some_and(|told| told.has(Cue::Site) && !told.has_article);
        }
        if let Lead::Office = lead {
            let told = self.cues.at(place.saturating_sub(1));
            return told.has(Cue::Site) && !told.has_article;
        }
        if !matches!(lead, Lead::None) {
            return false;
        }
        let is_site = |steps: usize| {
            place.checked_sub(steps).is_some_and(|before| {
                self.cues.has(before, Cue::Site)
                    && self.reading.sentence(before) == self.reading.sentence(place)
            })
        };
        // «المركب الثقافي محمد …»: an adjective or a genitive may stand between.
        let told = self.cues.at(place.saturating_sub(1));
        is_site(1) || is_site(2) && !told.has_any(&[Cue::Office, Cue::Say, Cue::Honorific])
    }
}

fn reading_son(word: &str) -> bool {
    matches!(word, "بن" | "ولد" | "بنت")
}

#[derive(Debug, Clone, Copy)]
enum Lead {
    None,
    /// A title, and its first word.
    Title(usize),
    Office,
    Apposition,
    Verb,
    List,
}

/// Joins the figures of one person: a shorter name to the first fuller one that holds all its words. Short names that
/// no fuller one holds are dropped.
fn join(reading: &Reading<'_>, mut found: Vec<Figure>) -> Vec<Figure> {
    let words: Vec<Vec<String>> = found
        .iter()
        .map(|figure| words_of(reading, &figure.name))
        .collect();
    let mut full: Vec<usize> = Vec::new();
    for index in 0..found.len() {
        let own = &words[index];
        let known = full.iter().copied().find(|known| same(own, &words[*known]));
        match known {
            Some(known) => {
                if let Some(figure) = found.get_mut(index) {
                    figure.person = known;
                }
            }
            None if own.len() > 1 && full.len() < MOST => {
                full.push(index);
                if let Some(figure) = found.get_mut(index) {
                    figure.person = index;
                }
            }
            None => {}
        }
    }
    let mut kept = Vec::new();
    let mut places = vec![usize::MAX; found.len()];
    for (index, figure) in found.into_iter().enumerate() {
        let Some(person) = (figure.person < usize::MAX).then_some(figure.person) else {
            continue;
        };
        places[index] = kept.len();
        let person = places.get(person).copied().unwrap_or(usize::MAX);
        kept.push(Figure { person, ..figure });
    }
    kept
}

/// The most persons told apart in one document.
const MOST: usize = 60;

/// The folded words of a name; joined particles are one word with what follows.
pub(crate) fn words_of(reading: &Reading<'_>, name: &Name) -> Vec<String> {
    (name.first..=name.last)
        .map(|place| {
            let word = reading.letters(place);
            let word = if place == name.first {
                word.get(name.offset..).unwrap_or(word)
            } else {
                word
            };
            word.strip_prefix("ال").unwrap_or(word).to_owned()
        })
        .filter(|word| !word.is_empty())
        .collect()
}

/// Whether the words of the shorter name all stand in the longer one, its last or its first among them.
fn same(own: &[String], other: &[String]) -> bool {
    let (short, long) = if own.len() <= other.len() {
        (own, other)
    } else {
        (other, own)
    };
    if short.len() == 1 {
        return own.len() == 1 && (long.last() == short.first() || long.first() == short.first());
    }
    short.iter().all(|word| long.contains(word))
        && (short.last() == long.last() || short.first() == long.first())
}

/// The name of a person as it stands in the text, white space collapsed.
#[must_use]
pub fn written(reading: &Reading<'_>, name: &Name) -> String {
    collapsed(reading, span_of(reading, name))
}

/// The place of a name.
#[must_use]
pub fn span_of(reading: &Reading<'_>, name: &Name) -> Span {
    reading.part(name.first, name.offset, name.last, None)
}

/// The words at a place, parted by single blanks.
#[must_use]
pub fn collapsed(reading: &Reading<'_>, span: Span) -> String {
    span.slice(reading.text)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}
