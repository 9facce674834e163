//! The words that lead to quote marks or stand behind them and tell who speaks. Invariant: what leads stands in the
//! sentence of the opening mark, or before a colon on the line above.

use crate::analysis::layout::Layout;
use crate::analysis::lexicon::cue::Cue;
use crate::analysis::quotation::voice::{Ground, Speaker, Voice};

/// How closely a verb of speech leads to a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Closeness {
    /// «قال:», «قائلا», the verb itself.
    Colon,
    /// «أن» right before.
    That,
    /// A verb of speech before in the sentence, with «أن».
    Frame,
    /// Another verb before in the sentence.
    Reported,
}

impl Closeness {
    /// Whether nothing behind the marks can tell better who speaks.
    pub(super) const fn is_sure(self) -> bool {
        match self {
            Self::Colon | Self::That => true,
            Self::Frame | Self::Reported => false,
        }
    }

    pub(super) const fn confidence(self) -> f32 {
        match self {
            Self::Colon | Self::That => 0.9,
            Self::Frame => 0.75,
            Self::Reported => 0.65,
        }
    }
}

/// The voice that leads to the mark at `open`.
pub(super) fn find(
    ground: &Ground<'_>,
    layout: &Layout,
    voices: &[Voice],
    open: usize,
) -> Option<(Voice, Closeness)> {
    let reading = ground.reading;
    let after = voices.partition_point(|voice| voice.cue < open);
    let voice = *voices.get(after.checked_sub(1)?)?;
    let same_sentence = reading.sentence(voice.cue) == reading.sentence(open);
    let colon = open
        .checked_sub(1)
        .is_some_and(|before| reading.folded(before) == ":");
    // «وقال في كلمته. \"…\"», «وأضاف:» at the end of a line
    let is_next =
        colon && layout.line(voice.cue) + 2 >= layout.line(open) && voice.cue + 40 >= open;
    // «قال فلان … . للقوى: "…"»: the colon of another sentence leads to no speech.
    let is_own = open.checked_sub(2).is_none_or(|before| {
        reading.sentence(before) == reading.sentence(voice.cue)
            || reading.sentence(before) != reading.sentence(open)
    });
    if !(same_sentence || is_next && is_own) {
        return None;
    }
    let told = ground.cues.at(voice.cue);
    let speaks = told.has_any(&[Cue::Say, Cue::Add, Cue::Saying, Cue::Adding]);
    let before = reading.folded(open.saturating_sub(1));
    if speaks && follows_subject(ground, voice, open) {
        return Some((voice, Closeness::Colon));
    }
    let is_that = matches!(
        before,
        "ان" | "بان"
            | "وان"
            | "انه"
            | "انها"
            | "بانه"
            | "بانها"
            | "ما"
            | "معناه"
            | "ان،"
    );
    if (colon || voice.cue + 1 == open) && !told.has(Cue::Attribute) {
        return Some((voice, Closeness::Colon));
    }
    // «واصفا إياها بـ»
    let is_called = before == "ب" && reading.letters(voice.cue).contains("صف");
    if is_that || is_called {
        return Some((voice, Closeness::That));
    }
    let has_that = (voice.cue..open).any(|place| {
        matches!(
            reading.folded(place),
            "ان" | "بان" | "وان" | "بانه" | "بانها" | "انه" | "انها"
        )
    });
    let is_near = voice.cue + 4 >= open;
    Some((
        voice,
        if speaks && (has_that || is_near) {
            Closeness::Frame
        } else {
            Closeness::Reported
        },
    ))
}

/// «قال محافظ المدينة سامر الحلواني، \"…\"»: nothing but the subject stands between.
fn follows_subject(ground: &Ground<'_>, voice: Voice, open: usize) -> bool {
    let Speaker::Person(index) = voice.speaker else {
        return false;
    };
    ground.figures.get(index).is_some_and(|figure| {
        figure.first > voice.cue
            && figure.first <= voice.cue + 2
            && figure.last < open
            && (figure.last + 1..open)
                .all(|place| matches!(ground.reading.folded(place), "،" | ","))
    })
}

/// The voice named behind the closing mark: «على حد تعبير …», «يقول …».
pub(super) fn tail(ground: &Ground<'_>, voices: &[Voice], close: usize) -> Option<Speaker> {
    let reading = ground.reading;
    for place in close + 1..close + 6 {
        if reading.sentence(place) != reading.sentence(close) && place > close + 2 {
            return None;
        }
        let told = ground.cues.at(place);
        let word = reading.letters(place);
        let is_free = !word.starts_with('و') || told.offset == 0;
        if is_free && told.has_any(&[Cue::Say, Cue::Add, Cue::Attribute]) {
            let at = voices.partition_point(|voice| voice.cue < place);
            let voice = voices.get(at).filter(|voice| {
                voice.cue == place && (voice.is_named || told.has(Cue::Attribute))
            })?;
            return Some(voice.speaker);
        }
        let is_filler = word.is_empty()
            || matches!(
                word,
                "علي" | "حد" | "كما" | "هكذا" | "بحسب" | "وفق" | "بهذه" | "الكلمات"
            );
        if !is_filler {
            return None;
        }
    }
    None
}
