//! People a text names: by title, by function, by verb of speech, by their given names; with the function in the
//! source's words and the body behind it. Invariant: figures are in order and do not overlap; a name of one word is
//! kept only where a fuller name of the same person stands in the text.

use crate::analysis::lexicon::cue::Cues;
use crate::analysis::person::name::Name;
use crate::analysis::person::scan::Scan;
use crate::analysis::reading::Reading;
use crate::text::span::Span;

pub mod affiliation;

pub mod body;

pub mod function;

mod join;

mod lead;

pub mod name;

pub mod part;

mod rare;

mod scan;

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
    short::with_short(reading, cues, join::join(reading, scan.found))
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

#[cfg(test)]
mod tests {
    use super::{find, written};
    use crate::analysis::layout::Layout;
    use crate::analysis::lexicon::cue::Cues;
    use crate::analysis::person::{Figure, part};
    use crate::analysis::reading::Reading;
    use crate::model::vocabulary::Role;

    /// The people of a text, each figure as «name role function».
    fn shown(text: &str) -> Vec<String> {
        let reading = Reading::of(text);
        let cues = Cues::of(&reading);
        let figures = find(&reading, &cues);
        let roles = part::of(&reading, &Layout::of(&reading), &cues, &figures);
        let show = |(figure, role): (&Figure, &Role)| {
            let function = figure
                .function
                .map(|(first, last)| reading.span(first, last).slice(text));
            let name = written(&reading, &figure.name);
            format!("{name} {role} {}", function.unwrap_or("-"))
        };
        figures.iter().zip(&roles).map(show).collect()
    }

    #[test]
    fn names_functions_and_parts() {
        let table: &[(&str, &[&str])] = &[
            (
                "ألقى المهندس نزار الكيلاني، رئيس رابطة البحارة، كلمة الافتتاح.",
                &["نزار الكيلاني participant رئيس رابطة البحارة"],
            ),
            (
                "قال رئيس نقابة الخبازين وليد صبري إن الخبز غلا.",
                &["وليد صبري participant رئيس نقابة الخبازين"],
            ),
            (
                "حضر اللقاء كل من سمية بن عيسى ونور الدين العطار وعبد الحق أبو ليلى.",
                &[
                    "سمية بن عيسى participant -",
                    "نور الدين العطار participant -",
                    "عبد الحق أبو ليلى participant -",
                ],
            ),
            (
                "وعبر المجتمعون عن تضامنهم مع المعتقل ياسر الهلالي.",
                &["ياسر الهلالي mentioned المعتقل"],
            ),
            ("قدمت جامعة محمد الخامس تقريرا على الطاولة.", &[]),
            ("لدينا أرشيف كامل عن النهر وعقدت الرابطة جمعها.", &[]),
            (
                "عقد اللقاء بدعوة من الدكتورة هالة منصور.",
                &["هالة منصور convener الدكتورة"],
            ),
            ("كتب – طارق سالم: عقدت الرابطة اجتماعا.", &[]),
        ];
        for (text, expected) in table {
            assert_eq!(shown(text), *expected, "{text}");
        }
    }

    #[test]
    fn a_surname_stands_for_the_fuller_name() {
        let text = "تحدث الأستاذ فريد الزيتوني عن الماء. وأضاف الزيتوني أن البئر جفت. وقال الطريق.";
        let reading = Reading::of(text);
        let figures = find(&reading, &Cues::of(&reading));
        let people: Vec<_> = figures.iter().map(|figure| figure.person).collect();
        assert_eq!(people, [0, 0]);
    }
}
