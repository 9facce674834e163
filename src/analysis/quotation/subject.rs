//! The subject of a verb of speech, behind it or before it. Invariant: a subject stands in the verb's sentence, within
//! a bounded number of words.

use crate::analysis::lexicon::cue::Cue;
use crate::analysis::lexicon::trigger::Class;
use crate::analysis::person::body;
use crate::analysis::quotation::voice::{Ground, SPEECH, Speaker};
use crate::text::token::TokenKind;

/// How far behind its verb a subject may stand.
const REACH: usize = 18;

/// The same behind «حسب».
const CITED: usize = 8;

impl Ground<'_> {
    /// The subject behind the verb.
    pub(super) fn subject_after(&self, cue: usize, is_quoted: &[bool]) -> Option<Speaker> {
        let reading = self.reading;
        let is_cited = self.cues.has(cue, Cue::Attribute);
        let reach = if is_cited { CITED } else { REACH };
        let mut office = None;
        let mut is_first = true;
        let mut place = cue + 1;
        while place <= cue + reach && reading.sentence(place) == reading.sentence(cue) {
            if let Some(index) = self.figure_at(place) {
                if !self.is_object(index, cue) {
                    return Some(Speaker::Person(index));
                }
                place = self.figures.get(index)?.last + 1;
                continue;
            }
            if is_quoted.get(place).copied().unwrap_or(false) {
                place += 1;
                continue;
            }
            if self.ends_subject(place, cue, office.is_some()) {
                break;
            }
            if is_first && let Some(speaker) = self.body_at(place) {
                return Some(speaker);
            }
            let told = self.cues.at(place);
            // «وذكر بيان تلي في …»: right behind the verb a paper needs neither article nor owner.
            if place == cue + 1 && told.has(Cue::Document) && told.preposition.is_none() {
                return Some(self.document(place));
            }
            if is_first && told.has(Cue::Office) && told.preposition.is_none() {
                office = office.or(Some(place));
            }
            let is_in = reading.letters(place) == "في" && !self.cues.has(cue, Cue::Say);
            is_first &= !is_in && self.is_filler(place);
            place += 1;
        }
        // «في تصريح صحفي»: a word alone without the article is an adjective and no one.
        office
            .filter(|office| {
                let is_definite = self.cues.at(*office).has_article;
                let is_held = reading.letters(office + 1).starts_with("ال")
                    || self.marks.at(office + 1).has(Class::Body);
                is_definite || is_held || !is_cited
            })
            .map(|office| self.holder(office))
    }

    /// Whether the figure is one that is spoken to: «قال لفلان», «خلال لقاء مع فلان».
    fn is_object(&self, index: usize, cue: usize) -> bool {
        let Some(figure) = self.figures.get(index) else {
            return false;
        };
        let is_with = figure.first > cue + 1
            && matches!(
                self.reading.before(figure.first, 1),
                "مع" | "الي" | "علي" | "عن" | "من" | "بين" | "ضد"
            );
        is_with || self.cues.at(figure.first).preposition == Some('ل')
    }

    /// Whether what is said begins at `place`, so that no subject follows.
    fn ends_subject(&self, place: usize, cue: usize, has_office: bool) -> bool {
        let told = self.cues.at(place);
        let is_that = matches!(
            self.reading.folded(place),
            ":" | "ان" | "بان" | "انه" | "انها" | "علي" | "الي" | "انهم" | "بانه" | "بانها"
        );
        let is_verb =
            told.has_any(&[Cue::Say, Cue::Demand, Cue::Add, Cue::Saying]) && place > cue + 1;
        let is_matter =
            told.has(Cue::Action) && !told.has_article && !has_office && !told.has(Cue::Scene);
        let is_cited_end = self.cues.has(cue, Cue::Attribute) && self.reading.folded(place) == "،";
        is_that || is_verb || is_matter || is_cited_end
    }

    fn is_filler(&self, place: usize) -> bool {
        !self.reading.is(place, TokenKind::Word)
            || matches!(
                self.reading.letters(place),
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
            )
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
        if told.has(Cue::Group) && told.has_article && told.preposition.is_none() {
            let paper = (place + 1..place + 5).find(|next| {
                self.cues.has(*next, Cue::Document)
                    && reading.sentence(*next) == reading.sentence(place)
            });
            return Some(paper.map_or_else(
                || Speaker::Words(place, self.group_end(place)),
                Speaker::Document,
            ));
        }
        None
    }

    /// The last word of a group: «القوى والفصائل الفلسطينية».
    fn group_end(&self, head: usize) -> usize {
        let reading = self.reading;
        let sentence = reading.sentence(head);
        let goes_on = |place: &usize| {
            let word = reading.letters(*place);
            let is_second = word.starts_with("وال") && self.cues.has(*place, Cue::Group);
            let is_adjective = word.starts_with("ال") && word.ends_with("يه");
            reading.sentence(*place) == sentence && (is_second || is_adjective)
        };
        (head + 1..head + 6)
            .take_while(goes_on)
            .last()
            .unwrap_or(head)
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
    pub(super) fn subject_before(&self, cue: usize) -> Option<Speaker> {
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
    pub(super) fn actor_before(&self, cue: usize, from: Option<usize>) -> Option<usize> {
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
    pub(super) fn group_before(&self, cue: usize) -> Option<Speaker> {
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
    pub(super) fn figure_before(&self, cue: usize, reach: usize) -> Option<usize> {
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
