//! What stands before a word and makes it a name, and what speaks against it. Invariant: each question looks at a few
//! words around the name.

use crate::analysis::lexicon::cue::Cue;
use crate::analysis::person::Figure;
use crate::analysis::person::function;
use crate::analysis::person::name::Name;
use crate::analysis::person::scan::Scan;
use crate::text::lexicon::rarity;

#[derive(Debug, Clone, Copy)]
pub(super) enum Lead {
    None,
    /// A title, and its first word.
    Title(usize),
    Office,
    Apposition,
    Verb,
    List,
}
impl Scan<'_> {
    /// What stands before the word at `place` that makes it a name.
    pub(super) fn lead(&self, place: usize) -> Lead {
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
        // «اللواء (م) سعيد»
        let is_retired = before >= 4
            && reading.folded(before - 1) == ")"
            && reading.folded(before - 3) == "("
            && matches!(
                reading.letters(before - 2),
                "م" | "ر" | "متقاعد" | "المتقاعد"
            );
        before -= 3 * usize::from(is_retired);
        let previous = before
            .checked_sub(1)
            .filter(|previous| reading.sentence(*previous) == reading.sentence(place));
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
            // «قال المك حسن الطيب»: a title of no list.
            let is_titled = reading.letters(previous).starts_with("ال")
                && !told.has_any(&[Cue::Group, Cue::Office, Cue::Assembly, Cue::NameHead])
                && previous > 0
                && cues.has(previous - 1, Cue::Say)
                && rarity(reading.letters(previous)).is_none_or(|rarity| rarity >= 480);
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

    /// A name that may be a common word as well, with a surname behind it that is none: «رجاء الزواري».
    pub(super) fn is_sure_pair(&self, place: usize) -> bool {
        let told = self.cues.at(place);
        if !told.has(Cue::Weak) || told.preposition.is_some() || told.has_article {
            return false;
        }
        let next = self.reading.letters(place + 1);
        let is_surname = next.starts_with("ال")
            && next.ends_with('ي')
            && rarity(next).is_none_or(|rarity| rarity >= 500);
        let next_told = self.cues.at(place + 1);
        let is_given =
            next_told.has(Cue::Given) && !next_told.has(Cue::Weak) && next_told.offset == 0;
        is_surname
            || is_given
            || reading_son(next)
            || next_told.has(Cue::Weak) && self.reading.letters(place + 2) == "عن"
    }

    /// «الشيخ الزواري»: a surname alone behind a title, kept where a fuller name has it.
    pub(super) fn known_by_surname(&self, place: usize, lead: Lead) -> Option<Figure> {
        let word = self.reading.letters(place);
        let next = self.cues.at(place + 1);
        let is_surname =
            matches!(lead, Lead::Title(_)) && word.starts_with("ال") && word.ends_with('ي');
        let told = self.cues.at(place);
        let is_name = next.has_any(&[Cue::Given, Cue::Weak, Cue::Particle]) && next.offset == 0;
        let is_title = told.has_any(&[Cue::Honorific, Cue::Office, Cue::Given, Cue::Weak]);
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

    /// Whether an unknown word behind a title is a name: «السيدة تودا أمغار», and not «ممثلة عشرين جمعية».
    pub(super) fn is_name_like(&self, name: &Name, title: usize) -> bool {
        let word = self.reading.letters(name.first);
        let is_plural = ["ين", "ون", "ات"].iter().any(|tail| word.ends_with(tail));
        let is_definite = self.cues.at(title).has_article || self.reading.letters(title).len() <= 4;
        self.is_surely_second(name)
            || self.is_unknown(name.first)
            || is_definite && name.parts > 1 && !is_plural
    }

    /// Whether a verb of taking part may have another subject than the name behind it.
    pub(super) fn is_doubtful(&self, name: &Name) -> bool {
        let told = self.cues.at(name.first);
        let is_given = told.has(Cue::Given) && !told.has(Cue::Weak);
        let speaks = name.first.checked_sub(1).is_some_and(|verb| {
            self.cues
                .at(verb)
                .has_any(&[Cue::Say, Cue::Add, Cue::Demand])
        });
        let is_known = is_given || told.has(Cue::Particle) || speaks && told.has(Cue::Weak);
        // «يرأسه أندرس لوندكفيست»: no word of the language.
        let is_foreign = (name.first..=name.last).all(|place| self.is_unknown(place));
        name.parts > 1 && !is_known && !is_foreign && !self.is_surely_second(name)
    }

    /// Whether the second word of a name that begins with an unknown word is surely one of a name.
    pub(super) fn is_surely_second(&self, name: &Name) -> bool {
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
    pub(super) fn is_listed(&self, name: &Name) -> bool {
        let word = self.reading.letters(name.first);
        let bare = word.get(name.offset..).unwrap_or(word);
        !bare.starts_with(['ب', 'ل', 'ك'])
            && self.is_unknown(name.first)
            && self.is_surely_second(name)
    }

    /// Whether the sentence only says who wrote the report: «كتبت – سعاد حداد:».
    pub(super) fn is_byline(&self, place: usize) -> bool {
        let sentence = self.reading.sentence(place);
        let is_here = |word: &usize| self.reading.sentence(*word) == sentence;
        let start = (0..4)
            .filter_map(|step| place.checked_sub(step))
            .take_while(is_here)
            .last();
        let is_first = start.is_some_and(|start| self.reading.opens_sentence(start));
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
    pub(super) fn is_unknown(&self, place: usize) -> bool {
        let word = self.reading.letters(place);
        let word = word
            .strip_prefix('و')
            .filter(|rest| rest.len() > 4)
            .unwrap_or(word);
        let is_plain = word.starts_with(['ب', 'ل', 'ك']) && rarity(word).is_none()
            || ["ين", "ون", "ات", "ه"]
                .iter()
                .any(|tail| word.ends_with(tail));
        !is_plain && rarity(word).is_none_or(|rarity| rarity >= 640)
    }

    /// Whether the title right before has the article, or is written short: «الدكتورة», «د.».
    pub(super) fn is_definite_title(&self, place: usize) -> bool {
        let mut before = place.saturating_sub(1);
        if matches!(self.reading.folded(before), "." | "/" | "''" | "\"" | "«") {
            before = before.saturating_sub(1);
        }
        let told = self.cues.at(before);
        told.has(Cue::Honorific) && (told.has_article || self.reading.letters(before).len() <= 4)
    }

    /// Whether the rest of the line is the name, behind «المنسق:».
    pub(super) fn is_signed(&self, name: &Name, place: usize) -> bool {
        let next = name.last + 1;
        place > 0
            && self.reading.folded(place - 1) == ":"
            && (next >= self.reading.words.len()
                || self.reading.sentence(next) != self.reading.sentence(place))
    }

    /// Whether a name of two words is all that stands between two signs or before a verb.
    pub(super) fn stands_alone(&self, name: &Name) -> bool {
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
    pub(super) fn is_site(&self, place: usize, lead: Lead) -> bool {
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
