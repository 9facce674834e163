//! Whose words are told: the subject of each verb of speech, before it or behind it, or the last one who spoke where
//! the verb has none of its own. Invariant: voices are in the order of their verbs; a verb inside quote marks has none.

use crate::analysis::lexicon::cue::{Cue, Cues};
use crate::analysis::lexicon::trigger::Marks;
use crate::analysis::person::Figure;
use crate::analysis::person::body::Body;
use crate::analysis::reading::Reading;

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
    /// The name of the body that the event founds or gathers, if it is known.
    pub founded: Option<&'a str>,
}

/// What tells of speech.
pub(super) const SPEECH: [Cue; 8] = [
    Cue::Say,
    Cue::Add,
    Cue::Demand,
    Cue::Saying,
    Cue::Adding,
    Cue::Demanding,
    Cue::Attribute,
    Cue::Resolve,
];

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

/// The voices before a verb, as far as it may take one over.
struct Heard<'a> {
    /// The last who spoke; who is only cited («على لسان …») does not go on speaking.
    last: Option<&'a Voice>,
    /// The same, if in the verb's sentence.
    in_sentence: Option<&'a Voice>,
}

impl Ground<'_> {
    fn voice(&self, cue: usize, voices: &[Voice], is_quoted: &[bool]) -> Option<Voice> {
        let told = self.cues.at(cue);
        // «يرى النور», «ختم المؤتمر»: nobody speaks.
        let next = self.cues.at(cue + 1);
        let is_closing = told.has(Cue::Add) && next.has(Cue::Assembly) && next.has_article;
        if is_closing || self.reading.letters(cue + 1) == "النور" {
            return None;
        }
        let last = voices
            .iter()
            .rev()
            .take(6)
            .find(|voice| !self.cues.has(voice.cue, Cue::Attribute))
            .or(voices.last());
        let sentence = self.reading.sentence(cue);
        let heard = Heard {
            last,
            in_sentence: last.filter(|voice| self.reading.sentence(voice.cue) == sentence),
        };
        let speaks = told.has_any(&[Cue::Say, Cue::Add, Cue::Demand]);
        if told.has(Cue::Attribute) && !speaks {
            return self.cited(cue, &heard, is_quoted);
        }
        if told.has_any(&[Cue::Saying, Cue::Adding, Cue::Demanding]) && !speaks {
            return self.accompanied(cue, &heard);
        }
        if let Some(speaker) = self.subject_after(cue, is_quoted) {
            // «يضيف المتحدث»: the one who spoke before.
            let is_same = matches!(speaker, Speaker::Words(first, last) if first == last);
            let same = last
                .filter(|last| is_same && matches!(last.speaker, Speaker::Person(_)))
                .map_or(speaker, |last| last.speaker);
            return Some(named(cue, same));
        }
        if !speaks && !told.has_any(&[Cue::Saying, Cue::Adding]) {
            return None;
        }
        self.continued(cue, &heard)
    }

    /// «حسب فلان», «على حد تعبيره».
    fn cited(&self, cue: usize, heard: &Heard<'_>, is_quoted: &[bool]) -> Option<Voice> {
        let subject = self.subject_after(cue, is_quoted);
        let has_pronoun = self.reading.letters(cue).ends_with(['ه', 'ا']);
        let last = heard.last.filter(|_| has_pronoun);
        subject
            .map(|speaker| named(cue, speaker))
            .or_else(|| last.map(|last| carried(cue, last)))
    }

    /// «…، مضيفا»: the participle's subject is the sentence's.
    fn accompanied(&self, cue: usize, heard: &Heard<'_>) -> Option<Voice> {
        let is_plural = self.reading.letters(cue).ends_with("ين");
        let group = if heard.in_sentence.is_none() && is_plural {
            self.group_before(cue)
        } else {
            None
        };
        let before = || self.figure_before(cue, 30).map(Speaker::Person);
        group
            .map(|group| named(cue, group))
            .or_else(|| heard.in_sentence.map(|voice| carried(cue, voice)))
            .or_else(|| before().map(|speaker| named(cue, speaker)))
            .or_else(|| heard.last.map(|voice| carried(cue, voice)))
    }

    /// A verb without a subject behind it.
    fn continued(&self, cue: usize, heard: &Heard<'_>) -> Option<Voice> {
        let starts_anew =
            self.reading.letters(cue).starts_with('و') && self.cues.at(cue).offset > 0;
        if starts_anew {
            let actor = self.actor_before(cue, heard.in_sentence.map(|voice| voice.cue));
            if let Some(actor) = actor {
                return Some(named(cue, Speaker::Person(actor)));
            }
            if let Some(last) = heard.last {
                return Some(carried(cue, last));
            }
        }
        // «…، سعاد حداد، قالت» against «رد سعيد على اتهام خالد، حيث قال».
        let near = self.figure_before(cue, 3).map(Speaker::Person);
        near.map(|speaker| named(cue, speaker))
            .or_else(|| heard.in_sentence.map(|voice| carried(cue, voice)))
            .or_else(|| self.subject_before(cue).map(|speaker| named(cue, speaker)))
            .or_else(|| heard.last.map(|voice| carried(cue, voice)))
    }
}

const fn named(cue: usize, speaker: Speaker) -> Voice {
    Voice {
        cue,
        speaker,
        is_named: true,
    }
}

const fn carried(cue: usize, voice: &Voice) -> Voice {
    Voice {
        cue,
        speaker: voice.speaker,
        is_named: false,
    }
}
