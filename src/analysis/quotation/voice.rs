//! Whose words are told: the subject of each verb of speech, before it or behind it, or the last one who spoke where
//! the verb has none of its own. Invariant: voices are in the order of their verbs; a verb inside quote marks has none.

use crate::analysis::lexicon::cue::{Cue, Cues};
use crate::analysis::lexicon::trigger::{Class, Marks};
use crate::analysis::person::Figure;
use crate::analysis::person::body::{self, Body};
use crate::analysis::reading::Reading;
use crate::text::token::TokenKind;

/// Who speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Speaker {
    /// A person, by the index of a figure.
    Person(usize),
    /// A body, by the word its head stands in.
    Body(usize),
    /// The paper or those who made it, by its word.
    Document(usize),
    /// Others, by the first and last of the source's words.
    Words(usize, usize),
}

/// A verb of speech and who its subject is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Voice {
    /// The verb, or the word that stands for it.
    pub cue: usize,
    /// Its subject.
    pub speaker: Speaker,
    /// Whether the subject is named with it.
    pub is_named: bool,
}

/// What the voices of a document are read from.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'a> {
    /// The document.
    pub reading: &'a Reading<'a>,
    /// What its words tell of bodies.
    pub marks: &'a Marks,
    /// What its words tell of people and speech.
    pub cues: &'a Cues,
    /// The people it names.
    pub figures: &'a [Figure],
    /// The bodies it names.
    pub bodies: &'a [Body],
}

const SPEECH: [Cue; 8] = [
    Cue::Say,
    Cue::Add,
    Cue::Demand,
    Cue::Saying,
    Cue::Adding,
    Cue::Demanding,
    Cue::Attribute,
    Cue::Resolve,
];

/// How far behind its verb a subject may stand.
const REACH: usize = 18;

/// The voices of a document; `is_quoted` tells the words inside quote marks.
#[must_use]
pub fn find(ground: &Ground<'_>, is_quoted: &[bool]) -> Vec<Voice> {
    let mut voices: Vec<Voice> = Vec::new();
    for cue in 0..ground.reading.words.len() {
        let told = ground.cues.at(cue);
        if !told.has_any(&SPEECH) || is_quoted.get(cue).copied().unwrap_or(false) {
            continue;
        }
        // «تصريحات», «رأي» lead to words only behind a preposition or «حسب».
        if let Some(voice) = ground.voice(cue, &voices, is_quoted) {
            voices.push(voice);
        }
    }
    voices
}

impl Ground<'_> {
    fn voice(&self, cue: usize, voices: &[Voice], is_quoted: &[bool]) -> Option<Voice> {
        let told = self.cues.at(cue);
        let named = |speaker| Voice {
            cue,
            speaker,
            is_named: true,
        };
        // Who is only cited («على لسان …») does not go on speaking.
        let last = voices
            .iter()
            .rev()
            .take(6)
            .find(|voice| !self.cues.has(voice.cue, Cue::Attribute))
            .or(voices.last());
        let in_sentence =
            last.filter(|voice| self.reading.sentence(voice.cue) == self.reading.sentence(cue));
        let carried = |voice: &Voice| Voice {
            cue,
            speaker: voice.speaker,
            is_named: false,
        };
        if told.has(Cue::Attribute) && !told.has_any(&[Cue::Say, Cue::Demand]) {
            return match self.subject_after(cue, is_quoted) {
                Some(speaker) => Some(named(speaker)),
                None => self
                    .reading
                    .letters(cue)
                    .ends_with(['ه', 'ا'])
                    .then(|| last.map(carried))
                    .flatten(),
            };
        }
        let is_participle = told.has_any(&[Cue::Saying, Cue::Adding, Cue::Demanding])
            && !told.has_any(&[Cue::Say, Cue::Add, Cue::Demand]);
        if is_participle {
            let group = || self.group_before(cue).map(named);
            let is_plural = self.reading.letters(cue).ends_with("ين");
            if in_sentence.is_none()
                && is_plural
                && let Some(group) = group()
            {
                return Some(group);
            }
            let before = || self.figure_before(cue, 30).map(Speaker::Person).map(named);
            return in_sentence
                .map(carried)
                .or_else(before)
                .or_else(|| last.map(carried));
        }
        if let Some(speaker) = self.subject_after(cue, is_quoted) {
            // «يضيف المتحدث»: the one who spoke before.
            let is_same = matches!(speaker, Speaker::Words(first, last) if first == last);
            if let Some(last) =
                last.filter(|last| is_same && matches!(last.speaker, Speaker::Person(_)))
            {
                return Some(Voice {
                    is_named: true,
                    ..carried(last)
                });
            }
            return Some(named(speaker));
        }
        if told.has(Cue::Resolve) && !told.has_any(&[Cue::Say, Cue::Demand]) {
            return None;
        }
        let starts_anew = self.reading.letters(cue).starts_with('و') && told.offset > 0;
        let actor = self.actor_before(cue, in_sentence.map(|voice| voice.cue));
        if let Some(actor) = actor.filter(|_| starts_anew) {
            return Some(named(Speaker::Person(actor)));
        }
        if starts_anew && let Some(last) = last {
            return Some(carried(last));
        }
        // «…، سعاد حداد، قالت» against «رد سعيد على اتهام خالد، حيث قال».
        if let Some(index) = self.figure_before(cue, 3) {
            return Some(named(Speaker::Person(index)));
        }
        if let Some(voice) = in_sentence {
            return Some(carried(voice));
        }
        if let Some(speaker) = self.subject_before(cue) {
            return Some(named(speaker));
        }
        last.map(carried)
    }

    /// The subject behind the verb.
    fn subject_after(&self, cue: usize, is_quoted: &[bool]) -> Option<Speaker> {
        let reading = self.reading;
        let mut office = None;
        let mut place = cue + 1;
        let mut is_first = true;
        let reach = if self.cues.has(cue, Cue::Attribute) {
            8
        } else {
            REACH
        };
        while place <= cue + reach && reading.sentence(place) == reading.sentence(cue) {
            if let Some(index) = self.figure_at(place) {
                let figure = self.figures.get(index)?;
                let is_with = place > cue + 1
                    && matches!(
                        reading.letters(place - 1),
                        "مع" | "الي" | "علي" | "عن" | "من" | "بين" | "ضد" | "علي"
                    );
                let is_object = is_with || self.cues.at(figure.first).preposition == Some('ل');
                if !is_object {
                    return Some(Speaker::Person(index));
                }
                place = figure.last + 1;
                continue;
            }
            if is_quoted.get(place).copied().unwrap_or(false) {
                place += 1;
                continue;
            }
            let word = reading.letters(place);
            let told = self.cues.at(place);
            if matches!(
                reading.folded(place),
                ":" | "ان"
                    | "بان"
                    | "انه"
                    | "انها"
                    | "علي"
                    | "الي"
                    | "انهم"
                    | "بانه"
                    | "بانها"
            ) {
                break;
            }
            if is_first && let Some(speaker) = self.body_at(place) {
                return Some(speaker);
            }
            if told.has(Cue::Office) && told.preposition.is_none() && office.is_none() && is_first {
                office = Some(place);
            }
            let is_clause = told.has_any(&[Cue::Say, Cue::Demand, Cue::Add, Cue::Saying])
                && place > cue + 1
                || told.has(Cue::Action)
                    && !told.has_article
                    && office.is_none()
                    && !told.has(Cue::Scene);
            if is_clause {
                break;
            }
            let is_filler = !reading.is(place, TokenKind::Word)
                || matches!(
                    word,
                    "هذا"
                        | "هذه"
                        | "ذات"
                        | "نفس"
                        | "كل"
                        | "جميع"
                        | "من"
                        | "ايضا"
                        | "السيد"
                        | "السيده"
                        | "حد"
                        | "ما"
                        | "به"
                        | "عن"
                        | "في"
                        | "له"
                        | "بدوره"
                        | "كذلك"
                        | "لنا"
                        | "لها"
                        | "الزميل"
                        | "مقدمه"
                        | "مستهل"
                        | "ختام"
                        | "نص"
                        | "ديباجه"
                );
            is_first &= is_filler;
            if self.cues.has(cue, Cue::Attribute) && reading.folded(place) == "،" {
                break;
            }
            if matches!(word, "في") && told.offset == 0 && !self.cues.has(cue, Cue::Say) {
                is_first = false;
            }
            place += 1;
        }
        office.map(|office| self.holder(office))
    }

    /// The person an office stands for: the last one of that office, or the source's words.
    fn holder(&self, office: usize) -> Speaker {
        let reading = self.reading;
        let own = body::bare(reading.letters(office));
        let known = self.figures.iter().rposition(|figure| {
            figure.first < office
                && figure.function.is_some_and(|(first, _)| {
                    let word = body::bare(reading.letters(first));
                    word == own || word.strip_suffix('ا') == Some(own)
                })
        });
        if let Some(known) = known {
            return Speaker::Person(known);
        }
        let mut last = office;
        for place in office + 1..office + 7 {
            let told = self.cues.at(place);
            let is_end = !reading.is(place, TokenKind::Word)
                || reading.sentence(place) != reading.sentence(office)
                || told.has_any(&SPEECH) && !told.has_article
                || matches!(
                    reading.letters(place),
                    "ان" | "بان"
                        | "في"
                        | "خلال"
                        | "علي"
                        | "الي"
                        | "عن"
                        | "من"
                        | "لن"
                        | "لم"
                );
            if is_end {
                break;
            }
            last = place;
        }
        Speaker::Words(office, last)
    }

    /// A body, a paper or a group that the word at `place` begins.
    fn body_at(&self, place: usize) -> Option<Speaker> {
        let reading = self.reading;
        let told = self.cues.at(place);
        if told.has(Cue::Document)
            && (told.has_article
                || reading.letters(place).ends_with(['ه', 'ا', 'م'])
                || self.has_genitive(place))
        {
            return Some(self.document(place));
        }
        if self.marks.at(place).has(Class::Body) && told.preposition.is_none() {
            return Some(Speaker::Body(place));
        }
        if told.has(Cue::Group) && told.has_article {
            let paper = (place + 1..place + 5).find(|next| {
                self.cues.has(*next, Cue::Document)
                    && reading.sentence(*next) == reading.sentence(place)
            });
            return Some(paper.map_or(Speaker::Words(place, place), Speaker::Document));
        }
        None
    }

    fn has_genitive(&self, place: usize) -> bool {
        self.marks.at(place + 1).has(Class::Body)
            || self.cues.has(place + 1, Cue::Group)
            || matches!(
                self.reading.letters(place + 1),
                "صادر"
                    | "صادره"
                    | "مشترك"
                    | "ختامي"
                    | "له"
                    | "لها"
                    | "لهم"
                    | "اصدرته"
                    | "تلقت"
                    | "توصلت"
            )
    }

    /// A paper, or the person who read it out.
    fn document(&self, place: usize) -> Speaker {
        let reads = (place + 1..place + 6).find(|next| {
            matches!(
                self.reading.letters(*next),
                "تلاه"
                    | "تلته"
                    | "القاه"
                    | "القته"
                    | "قراه"
                    | "قراته"
                    | "القاها"
                    | "القتها"
                    | "تلاها"
            )
        });
        let reader = reads.and_then(|verb| {
            self.figures
                .iter()
                .position(|figure| figure.first > verb && figure.first < verb + 12)
        });
        reader.map_or(Speaker::Document(place), Speaker::Person)
    }

    /// The subject before the verb.
    fn subject_before(&self, cue: usize) -> Option<Speaker> {
        if let Some(index) = self.figure_before(cue, 14) {
            return Some(Speaker::Person(index));
        }
        let sentence = self.reading.sentence(cue);
        (1..8)
            .filter_map(|step| cue.checked_sub(step))
            .take_while(|place| self.reading.sentence(*place) == sentence)
            .find_map(|place| self.body_at(place))
    }

    /// «افتتحت اللقاء سعاد حداد وقالت»: the subject of an earlier verb of the sentence, behind the last voice.
    fn actor_before(&self, cue: usize, from: Option<usize>) -> Option<usize> {
        let reading = self.reading;
        let end = self.figures.partition_point(|figure| figure.first < cue);
        let near = self.figures.get(end.saturating_sub(4)..end)?;
        let start = end.saturating_sub(4);
        let place = near.iter().rposition(|figure| {
            let is_verb = |steps: usize| {
                figure.first.checked_sub(steps).is_some_and(|verb| {
                    let told = self.cues.at(verb);
                    told.has(Cue::Scene) && told.preposition.is_none()
                })
            };
            reading.sentence(figure.first) == reading.sentence(cue)
                && from.is_none_or(|from| figure.first > from)
                && (is_verb(1) || is_verb(2) && reading.before(figure.first, 1).starts_with("ال"))
        })?;
        Some(start + place)
    }

    /// The nearest group before the verb in its sentence: «وجه المجتمعون تحية …، مؤكدين».
    fn group_before(&self, cue: usize) -> Option<Speaker> {
        let sentence = self.reading.sentence(cue);
        (1..60)
            .filter_map(|step| cue.checked_sub(step))
            .take_while(|place| self.reading.sentence(*place) == sentence)
            .find(|place| {
                let told = self.cues.at(*place);
                told.has(Cue::Group) && told.has_article && told.offset <= 4
            })
            .and_then(|place| self.body_at(place))
    }

    /// The nearest figure that ends before the verb in its sentence, within `reach` words.
    fn figure_before(&self, cue: usize, reach: usize) -> Option<usize> {
        let after = self
            .figures
            .partition_point(|figure| figure.name.first < cue);
        let index = after.checked_sub(1)?;
        let figure = self.figures.get(index)?;
        let is_near = figure.last + reach >= cue
            && self.reading.sentence(figure.name.first) == self.reading.sentence(cue);
        is_near.then_some(index)
    }

    /// The figure that begins with the word at `place`.
    fn figure_at(&self, place: usize) -> Option<usize> {
        let index = self.figures.partition_point(|figure| figure.first < place);
        self.figures
            .get(index)
            .filter(|figure| figure.first == place)
            .map(|_| index)
    }
}
