//! Whether a list is one of decisions: told by the words that lead to it, else by how its items begin. A list of those
//! present, of an agenda or of a table is none.

use crate::analysis::decision::list::{List, begins};
use crate::analysis::layout::Layout;
use crate::analysis::lexicon::cue::Cue;
use crate::analysis::person::body;
use crate::analysis::quotation::voice::Ground;

/// How far before a list its lead may begin, in words.
const REACH: usize = 40;

/// How sure it is that the list is one of decisions; nothing where it is not.
#[must_use]
pub fn confidence(
    ground: &Ground<'_>,
    layout: &Layout,
    list: &List,
    is_founding: bool,
) -> Option<f32> {
    let beginning = list
        .items
        .iter()
        .filter(|(first, _)| begins(ground.reading, ground.cues, *first))
        .count();
    let is_alike = beginning * 10 >= list.items.len() * 6;
    let is_telling = beginning * 10 >= list.items.len() * 8;
    match lead(ground, layout, list, is_founding) {
        Lead::Decides => Some(if is_alike { 0.92 } else { 0.8 }),
        Lead::Other => None,
        Lead::Present => is_telling.then_some(0.6),
        Lead::Silent => is_alike.then_some(0.65),
    }
}

enum Lead {
    Decides,
    /// Of those present, unless the items say otherwise.
    Present,
    Other,
    Silent,
}

fn lead(ground: &Ground<'_>, layout: &Layout, list: &List, is_founding: bool) -> Lead {
    let reading = ground.reading;
    let Some(last) = list.start.checked_sub(1) else {
        return Lead::Silent;
    };
    let first_line = layout.line(last);
    if first_line + 4 < layout.line(list.start) {
        return Lead::Silent;
    }
    let mut silent = Lead::Silent;
    for step in 0..REACH {
        let Some(place) = last
            .checked_sub(step)
            .filter(|place| layout.line(*place) == first_line)
        else {
            break;
        };
        // A full sentence before the lead's own says nothing of the list.
        if step > 0 && reading.folded(place) == "." {
            break;
        }
        let told = ground.cues.at(place);
        let word = reading.letters(place);
        if is_other(word) || is_other(body::bare(word)) {
            return Lead::Other;
        }
        let is_aim = told.has(Cue::Objective) && is_founding;
        let decides = told.has_any(&[
            Cue::Outcome,
            Cue::Resolve,
            Cue::Demand,
            Cue::We,
            Cue::Conclude,
            Cue::Demanding,
            Cue::Resolving,
        ]) || is_aim
            || is_settled(word);
        if decides {
            return Lead::Decides;
        }
        if told.has(Cue::Scene) && !told.has(Cue::Document) && !told.has(Cue::Action) {
            return Lead::Present;
        }
        if told.has(Cue::Group) && step < 3 && reading.folded(last) == ":" {
            // «الموقعون:», «الأحزاب التالية:» unless a verb of resolving stands before.
            silent = Lead::Present;
        }
    }
    silent
}

fn is_settled(word: &str) -> bool {
    matches!(
        word,
        "الاتفاق" | "التوافق" | "الاجماع" | "المصادقه" | "قررت" | "بالاتفاق"
    )
}

/// Heads of lists that hold no decisions.
fn is_other(word: &str) -> bool {
    matches!(
        word,
        "جدول"
            | "برنامج"
            | "برنامجها"
            | "الترتيب"
            | "اسماء"
            | "قائمه"
            | "لائحه"
            | "التوقيعات"
            | "توقيعات"
            | "الموقعون"
            | "الموقعه"
            | "الموقعين"
            | "اعضاء"
            | "عضويه"
            | "اقرا"
            | "ذات"
            | "صله"
            | "مواضيع"
            | "وسوم"
            | "يضم"
            | "تضم"
            | "ويضم"
            | "وتضم"
            | "المؤسسون"
            | "فروع"
            | "مراجع"
            | "المراجع"
            | "الهوامش"
            | "هوامش"
            | "المصادر"
            | "محاور"
            | "تناول"
            | "تناولت"
            | "ناقش"
            | "ناقشت"
            | "ناقشوا"
            | "تدارس"
            | "تدارست"
    )
}
