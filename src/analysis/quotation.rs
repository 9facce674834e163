//! Quotations: words between marks that someone said, and who. A name, a title or a mocking word in marks is none, nor
//! is speech that is only reported. Invariant: the text is what stands between the marks, and its place is the evidence.

use crate::analysis::Mention;
use crate::analysis::decision::list;
use crate::analysis::layout::Layout;
use crate::analysis::lexicon::cue::Cue;
use crate::analysis::lexicon::trigger::Class;
use crate::analysis::person;
use crate::analysis::quotation::lead::Closeness;
use crate::analysis::quotation::mark::Quoted;
use crate::analysis::quotation::name::{is_name, is_person};
use crate::analysis::quotation::voice::{Ground, Speaker, Voice};
use crate::analysis::reading::Reading;
use crate::text::character::is_blank;
use crate::text::span::Span;
use crate::text::token::TokenKind;

pub mod issuer;

mod direct;

mod lead;

pub mod mark;

mod name;

mod subject;

pub mod voice;

/// What was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    /// Who said it: a person's or a body's name, or the source's words.
    pub speaker: String,
    /// The figure that speaks, if it is a person.
    pub figure: Option<usize>,
    /// The words between the marks.
    pub text: String,
}

/// The most quotations of one document.
const MOST: usize = 60;

/// The quotations of a document, in order.
#[must_use]
pub fn find(
    ground: &Ground<'_>,
    layout: &Layout,
    quoted: &[Quoted],
    is_quoted: &[bool],
) -> Vec<Mention<Spoken>> {
    let voices = voice::find(ground, is_quoted);
    let issuer = issuer::main_body(ground);
    let mut found: Vec<Mention<Spoken>> = Vec::new();
    let mut lines: Vec<Line> = Vec::new();
    let mut last: Option<Speaker> = None;
    for quoted in quoted {
        if lines.len() >= MOST {
            break;
        }
        let Some(line) = read(ground, layout, &voices, quoted, last) else {
            continue;
        };
        last = Some(line.speaker);
        lines.push(line);
    }
    lines.extend(direct::find(ground, layout, &voices, is_quoted));
    lines.sort_by_key(|line| (line.first, line.last));
    let mut end = 0;
    lines.retain(|line| {
        let is_free = line.first >= end;
        end = end.max(line.last + 1);
        is_free
    });
    for line in lines {
        let span = trimmed(ground.reading.text, line.first, line.last, ground.reading);
        let Some(speaker) = issuer::written(ground, line.speaker, issuer) else {
            continue;
        };
        let figure = match line.speaker {
            Speaker::Person(figure) => Some(figure),
            Speaker::Body(_) | Speaker::Document(_) | Speaker::Words(..) => None,
        };
        found.push(Mention {
            value: Spoken {
                speaker,
                figure,
                text: person::collapsed(ground.reading, span),
            },
            span,
            confidence: line.confidence,
        });
    }
    found
}

/// Which words stand inside marks, short names left out.
#[must_use]
pub fn inside(reading: &Reading<'_>, quoted: &[Quoted]) -> Vec<bool> {
    let mut inside = vec![false; reading.words.len()];
    for quoted in quoted {
        let Some(open) = quoted.open else { continue };
        let last = quoted.close.unwrap_or(quoted.last + 1);
        if last > open + 5
            && let Some(words) = inside.get_mut(open + 1..last)
        {
            words.fill(true);
        }
    }
    inside
}

/// A quotation as indexes of words.
struct Line {
    speaker: Speaker,
    first: usize,
    last: usize,
    confidence: f32,
}

fn read(
    ground: &Ground<'_>,
    layout: &Layout,
    voices: &[Voice],
    quoted: &Quoted,
    before: Option<Speaker>,
) -> Option<Line> {
    let Some(open) = quoted.open else {
        return read_backwards(ground, layout, voices, quoted);
    };
    let reading = ground.reading;
    let last = quoted
        .close
        .map_or(quoted.last, |close| close.saturating_sub(1));
    let words = (open + 1..=last)
        .filter(|place| reading.is(*place, TokenKind::Word))
        .count();
    let is_list = list::ordinal(reading.folded(open + 1)) == Some(1);
    if words < 2 || is_list || is_person(ground, open, last, words) || is_name(ground, open, words)
    {
        return None;
    }
    let penalty = if quoted.close.is_some() { 0.0 } else { 0.2 };
    let line = |(speaker, confidence): (Speaker, f32)| Line {
        speaker,
        first: open + 1,
        last,
        confidence: confidence - penalty,
    };
    let tail = quoted
        .close
        .and_then(|close| lead::tail(ground, voices, close));
    let led = lead::find(ground, layout, voices, open)
        .filter(|(_, closeness)| is_speech(ground, quoted, open, words, *closeness))
        .map(|(voice, closeness)| {
            (
                tail.filter(|_| !closeness.is_sure())
                    .unwrap_or(voice.speaker),
                closeness.confidence(),
            )
        });
    // A quotation that stands by itself carries on the last one.
    let is_free = words >= 12 && (layout.is_first(open) || is_sentence_start(reading, open));
    led.or_else(|| tail.filter(|_| words >= 3).map(|speaker| (speaker, 0.85)))
        .or_else(|| before.filter(|_| is_free).map(|speaker| (speaker, 0.5)))
        .map(line)
}

/// Whether so many words behind such a lead are speech, and no name.
fn is_speech(
    ground: &Ground<'_>,
    quoted: &Quoted,
    open: usize,
    words: usize,
    closeness: Closeness,
) -> bool {
    let is_complete = quoted.close.is_none_or(|close| is_end(ground, close + 1));
    let least = match closeness {
        Closeness::Colon => 2,
        Closeness::That if is_complete => 2,
        Closeness::Frame if is_complete && is_predicate(ground, open + 1) => 3,
        Closeness::Frame if is_complete && is_of_copula(ground, open) => 2,
        Closeness::That | Closeness::Frame => 5,
        Closeness::Reported => 6,
    };
    let reading = ground.reading;
    // «الشبكة مكسب» tells something of it, «الشبكة الوطنية» is its name.
    let is_definite = |place: usize| reading.letters(place).starts_with("ال");
    let is_told = is_definite(open + 1)
        && !is_definite(open + 2)
        && !(reading.letters(open + 2) == "من" && reading.letters(open + 3) == "اجل");
    let is_body = ground
        .marks
        .at(open + 1)
        .has_any(&[Class::Body, Class::Conference]);
    let is_paper = ground.cues.has(open + 1, Cue::Document) && words < 5;
    let is_head = (is_body || is_paper) && !is_told;
    let is_named = is_head && words < 10 && !matches!(closeness, Closeness::Colon);
    words >= least && !is_named
}

/// «… أن الحركة «ليست ضد أحد»»: words that deny are no name.
fn is_predicate(ground: &Ground<'_>, place: usize) -> bool {
    matches!(
        ground.reading.letters(place),
        "ليس"
            | "ليست"
            | "ليسوا"
            | "لا"
            | "لن"
            | "لم"
            | "لست"
            | "لسنا"
            | "ما"
            | "هو"
            | "هي"
            | "نحن"
    )
}

/// «… أن اللجنة لا تزال «رهينة حساباتهم»»: what something is said to be.
fn is_of_copula(ground: &Ground<'_>, open: usize) -> bool {
    const COPULAS: &str = "تزال يزال زال زالت مازال مازالت ليس ليست كان كانت اصبح اصبحت بات باتت يعد تعد \
        يشكل تشكل يمثل تمثل يبقي تبقي سيبقي ستبقي سيكون ستكون هو هي";
    let before = ground.reading.before(open, 1);
    !before.is_empty() && COPULAS.split(' ').any(|copula| copula.trim() == before)
}

fn is_sentence_start(reading: &Reading<'_>, place: usize) -> bool {
    place == 0 || reading.sentence(place) != reading.sentence(place - 1)
}

/// A closing mark alone: the words from «أن» behind the last verb of speech on.
fn read_backwards(
    ground: &Ground<'_>,
    layout: &Layout,
    voices: &[Voice],
    quoted: &Quoted,
) -> Option<Line> {
    let close = quoted.close?;
    let reading = ground.reading;
    let after = voices.partition_point(|voice| voice.cue < close);
    let near = voices.get(after.saturating_sub(5)..after)?.iter().rev();
    let mut near = near.take_while(|voice| {
        layout.line(voice.cue) == layout.line(close) && voice.cue + 90 >= close
    });
    let (voice, that) = near.find_map(|voice| {
        let reach = close.min(voice.cue + 16);
        let that = (voice.cue + 1..reach)
            .find(|place| matches!(reading.folded(*place), "ان" | "بان" | ":"))?;
        Some((voice, that))
    })?;
    let last = close.saturating_sub(1);
    let words = last.saturating_sub(that);
    (words >= 5).then_some(Line {
        speaker: voice.speaker,
        first: that + 1,
        last,
        confidence: 0.6,
    })
}

/// Whether a clause ends at `place`: a sign, the end, or «و».
fn is_end(ground: &Ground<'_>, place: usize) -> bool {
    let reading = ground.reading;
    place >= reading.words.len()
        || !reading.is(place, TokenKind::Word)
        || reading.sentence(place) != reading.sentence(place - 1)
        || ground.cues.at(place).has_any(&[
            Cue::Say,
            Cue::Saying,
            Cue::Add,
            Cue::Adding,
            Cue::Demanding,
            Cue::Attribute,
        ])
        || reading.letters(place).starts_with('و')
}

/// The place of the words, without blanks at its ends.
fn trimmed(text: &str, first: usize, last: usize, reading: &Reading<'_>) -> Span {
    let span = reading.span(first, last);
    let inside = span.slice(text);
    let start = span.start + inside.find(|letter| !is_blank(letter)).unwrap_or(0);
    let end = span.start + inside.trim_end_matches(is_blank).len();
    Span::new(start, end.max(start))
}

#[cfg(test)]
mod tests {
    use super::{Spoken, find, inside, mark};
    use crate::analysis::Mention;
    use crate::analysis::layout::Layout;
    use crate::analysis::lexicon::cue::Cues;
    use crate::analysis::lexicon::trigger::Marks;
    use crate::analysis::person::{self, body};
    use crate::analysis::quotation::voice::Ground;
    use crate::analysis::reading::Reading;

    /// The quotations of a text, each as «speaker: words».
    fn shown(text: &str) -> Vec<String> {
        let reading = Reading::of(text);
        let (marks, cues, layout) = (
            Marks::of(&reading),
            Cues::of(&reading),
            Layout::of(&reading),
        );
        let figures = person::find(&reading, &cues);
        let bodies = body::find(&reading, &marks, &cues);
        let ground = Ground {
            reading: &reading,
            marks: &marks,
            cues: &cues,
            figures: &figures,
            bodies: &bodies,
            founded: None,
        };
        let quoted = mark::find(&reading, &layout);
        let found = find(&ground, &layout, &quoted, &inside(&reading, &quoted));
        let show = |spoken: &Mention<Spoken>| {
            assert_eq!(spoken.span.slice(text), spoken.value.text);
            format!("{}: {}", spoken.value.speaker, spoken.value.text)
        };
        found.iter().map(show).collect()
    }

    #[test]
    fn speech_and_its_speaker() {
        let table: &[(&str, &[&str])] = &[
            (
                "قال المهندس سامر الحلواني: «لن نبيع البئر لأحد». وأضاف: “سنحفر غيرها بأيدينا”.",
                &[
                    "سامر الحلواني: لن نبيع البئر لأحد",
                    "سامر الحلواني: سنحفر غيرها بأيدينا",
                ],
            ),
            (
                "أما سعاد بنيس، رئيسة الرابطة، فأكدت أن ''القرية كلها وقفت معنا هذه السنة''.",
                &["سعاد بنيس: القرية كلها وقفت معنا هذه السنة"],
            ),
            (
                "\"لا ماء بلا عدل ولا عدل بلا ماء\"، يقول فؤاد العطار.",
                &["فؤاد العطار: لا ماء بلا عدل ولا عدل بلا ماء"],
            ),
            (
                "أعلن عن تأسيس رابطة أهل الوادي. وجاء في البيان أن «الوادي لنا جميعا ولن نتركه لأحد».",
                &["رابطة أهل الوادي: الوادي لنا جميعا ولن نتركه لأحد"],
            ),
            (
                "وشدد كمال بوعزة على أن الطريق مغلق منذ أمس وأن الناس تعبوا من الانتظار\".",
                &["كمال بوعزة: الطريق مغلق منذ أمس وأن الناس تعبوا من الانتظار"],
            ),
            (
                "وتساءل سامر الحلواني: من يسقي هذا الوادي بعد اليوم؟",
                &["سامر الحلواني: من يسقي هذا الوادي بعد اليوم؟"],
            ),
            (
                "وردت سعاد بنيس قائلة (البئر الجديدة لم تحفر بعد).",
                &["سعاد بنيس: البئر الجديدة لم تحفر بعد"],
            ),
            (
                "وقال رئيس البلدية سامر الحلواني، \"نحتاج إلى طريق\".",
                &["سامر الحلواني: نحتاج إلى طريق"],
            ),
            (
                "قال سامر الحلواني في تصريح صحفي ان \"الطريق مغلق والناس تعبوا\".",
                &["سامر الحلواني: الطريق مغلق والناس تعبوا"],
            ),
            (
                "قال سامر الحلواني إن الأمر انتهى. للقرى: \"منبر القرى المتحدة والجبال\".",
                &[],
            ),
            (
                "وتلا سامر الحلواني بيانا جاء فيه: \"أولا: حفر البئر. ثانيا: شق الطريق\".",
                &[],
            ),
            ("عقد اللقاء تحت شعار «معا من أجل واد نظيف للجميع».", &[]),
            ("وقال سمير قاسم إن حزب «النخلة الخضراء» لم يحضر.", &[]),
            ("وقال سمير قاسم إن الحاضرين \"الكرام\" تعبوا.", &[]),
            ("وقال سمير قاسم إن الطريق مغلق.", &[]),
        ];
        for (text, expected) in table {
            assert_eq!(shown(text), *expected, "{text}");
        }
    }
}
