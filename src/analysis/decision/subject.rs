//! Who resolves: those who met, their meeting, their paper. Invariant: a person, or a body that only takes part, is no
//! such subject.

use crate::analysis::decision::complement::is_filler;
use crate::analysis::decision::resolution::Search;
use crate::analysis::lexicon::cue::Cue;
use crate::analysis::lexicon::trigger::Class;
use crate::text::token::TokenKind;

pub(super) enum Subject {
    /// Those who met, with the last word of their name.
    At(usize),
    /// A single person.
    Person,
    /// None behind the verb.
    None,
}

impl Search<'_> {
    pub(super) fn subject_after(&self, place: usize) -> Subject {
        let ground = self.ground;
        let reading = ground.reading;
        for word in place + 1..place + 6 {
            if !self.is_same_sentence(word, place) {
                return Subject::None;
            }
            let letters = reading.letters(word);
            let told = ground.cues.at(word);
            if self.is_person(word) {
                return Subject::Person;
            }
            let is_definite = told.has_article
                || matches!(
                    letters,
                    "ممثلو" | "اعضاء" | "جميع" | "كافه" | "كل" | "موقعو"
                )
                || reading.letters(word + 1).starts_with("ال");
            let is_met = told.has_any(&[Cue::Group, Cue::Assembly])
                && is_definite
                && told.preposition.is_none()
                || told.has(Cue::Document)
                    && (told.has_article || reading.letters(word + 1).starts_with("ال"))
                    && told.preposition.is_none();
            if is_met || self.is_resolving_body(word) {
                return Subject::At(self.subject_end(word));
            }
            if told.has_any(&[Cue::Office, Cue::Honorific])
                || ground.marks.at(word).has(Class::Body) && told.preposition.is_none()
            {
                return Subject::Person;
            }
            if !is_filler(letters) && reading.is(word, TokenKind::Word) {
                return Subject::None;
            }
        }
        Subject::None
    }

    /// A body that resolves: a coalition, or the one the meeting is of.
    pub(super) fn is_resolving_body(&self, word: usize) -> bool {
        let ground = self.ground;
        let letters = ground.reading.letters(word);
        let is_own = matches!(
            letters,
            "المجلس"
                | "الجمع"
                | "الجمعيه"
                | "اللجنه"
                | "الامانه"
                | "السكرتاريه"
                | "المكتب"
                | "الهييه"
                | "الموتمر"
                | "الحركه"
                | "المبادره"
                | "الشبكه"
                | "المنتدي"
                | "الاتحاد"
                | "الرابطه"
                | "التجمع"
                | "الكتله"
                | "الايتلاف"
                | "التحالف"
                | "التكتل"
                | "الجبهه"
                | "التنسيقيه"
                | "الملتقي"
                | "النقابه"
        );
        is_own || ground.marks.at(word).has(Class::Coalition) && !ground.cues.has(word, Cue::Group)
    }

    /// The last word of the subject: adjectives and phrases in «في» go with it.
    pub(super) fn subject_end(&self, head: usize) -> usize {
        let reading = self.ground.reading;
        let mut end = head;
        for word in head + 1..head + 8 {
            let letters = reading.letters(word);
            let is_adjective = letters.len() > 8
                && letters.starts_with("ال")
                && ["ون", "ين", "ات", "يه", "ي", "ذاته", "نفسه"]
                    .iter()
                    .any(|tail| letters.ends_with(tail))
                && !self
                    .ground
                    .cues
                    .at(word)
                    .has_any(&[Cue::Action, Cue::Addressee, Cue::Office]);
            let is_self = matches!(
                letters,
                "ذاته" | "نفسه" | "ذاتها" | "نفسها" | "كذلك" | "ايضا"
            );
            let is_genitive = !reading.letters(head).starts_with("ال") && word == head + 1;
            // «الأحزاب و المنظمات»
            let is_second = letters.starts_with("وال") && self.ground.cues.has(word, Cue::Group)
                || reading.letters(word - 1) == "و"
                    && self.ground.cues.has(word, Cue::Group)
                    && letters.starts_with("ال");
            // «القوى السياسية والمجتمعية»
            let is_joined = letters.starts_with("وال")
                && letters.ends_with("يه")
                && reading.letters(word - 1).ends_with("يه");
            let is_second = is_second || is_joined;
            let is_and = letters == "و" && self.ground.cues.has(word + 1, Cue::Group);
            if !(is_adjective || is_second || is_and || is_self || is_genitive)
                || !self.is_same_sentence(word, head)
            {
                break;
            }
            end = word;
        }
        end
    }

    pub(super) fn has_subject_before(&self, place: usize) -> bool {
        let ground = self.ground;
        (1..8)
            .filter_map(|step| place.checked_sub(step))
            .take_while(|word| self.is_same_sentence(*word, place))
            .any(|word| {
                let told = ground.cues.at(word);
                told.has(Cue::Group)
                    && told.has_article
                    && (told.offset <= 4)
                    && !self.is_person(word)
            })
            && (ground.cues.has(place.saturating_sub(1), Cue::Group)
                || !self.has_person_before(place))
    }

    /// Whether a body or a group stands before in the sentence.
    pub(super) fn has_body_before(&self, place: usize) -> bool {
        (1..14)
            .filter_map(|step| place.checked_sub(step))
            .take_while(|word| self.is_same_sentence(*word, place))
            .any(|word| {
                self.ground.marks.at(word).has(Class::Body)
                    || self.ground.cues.has(word, Cue::Group)
            })
    }

    /// Whether the word belongs to a person's name or function.
    pub(super) fn is_person(&self, word: usize) -> bool {
        let figures = self.ground.figures;
        let after = figures.partition_point(|figure| figure.first <= word);
        after
            .checked_sub(1)
            .and_then(|index| figures.get(index))
            .is_some_and(|figure| figure.last >= word)
    }

    pub(super) fn has_person_before(&self, place: usize) -> bool {
        let figures = self.ground.figures;
        let after = figures.partition_point(|figure| figure.first < place);
        let figure = after.checked_sub(1).and_then(|index| figures.get(index));
        figure.is_some_and(|figure| {
            figure.last + 6 >= place && self.is_same_sentence(figure.first, place)
        })
    }
}
