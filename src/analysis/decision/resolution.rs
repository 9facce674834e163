//! Decisions in running text: a verb of resolving with those who met, their meeting or their paper as its subject, and
//! what follows it. Invariant: a verb whose subject is a person gives none.

use crate::analysis::decision::chain;
use crate::analysis::decision::{Piece, is_background};
use crate::analysis::lexicon::cue::Cue;
use crate::analysis::lexicon::trigger::Class;
use crate::analysis::person::body;
use crate::analysis::quotation::voice::Ground;
use crate::text::token::TokenKind;

/// How far behind its verb a subject or the beginning of the decision may stand.
const REACH: usize = 30;

/// The decisions of running text; words of lists are passed over.
#[must_use]
pub fn find(
    ground: &Ground<'_>,
    is_listed: &[bool],
    is_quoted: &[bool],
    is_founding: bool,
) -> Vec<Piece> {
    let mut search = Search {
        ground,
        is_founding,
        carried: None,
    };
    let mut pieces = Vec::new();
    let mut place = 0;
    while place < ground.reading.words.len() {
        let is_in = |words: &[bool]| words.get(place).copied().unwrap_or(false);
        if is_in(is_listed) || is_in(is_quoted) {
            place += 1;
            continue;
        }
        let Some((first, confidence)) = search.head(place) else {
            place += 1;
            continue;
        };
        let chain = chain::cut(ground.reading, ground.cues, first);
        pieces.extend(
            chain
                .pieces
                .iter()
                .filter(|(_, last)| !is_listed.get(*last).copied().unwrap_or(false))
                .map(|(first, last)| Piece {
                    first: *first,
                    last: *last,
                    confidence,
                }),
        );
        search.carried = ground.reading.sentence(place);
        place = chain.end.max(place + 1);
    }
    pieces
}

struct Search<'a> {
    ground: &'a Ground<'a>,
    is_founding: bool,
    /// The sentence of the last decision, whose subject a verb without one takes over.
    carried: Option<usize>,
}

impl Search<'_> {
    /// The first word of a decision that the word at `place` leads to.
    fn head(&self, place: usize) -> Option<(usize, f32)> {
        let ground = self.ground;
        let told = ground.cues.at(place);
        let is_any = self.begins_sentence(place)
            || told.has_any(&[
                Cue::Say,
                Cue::Demand,
                Cue::Resolve,
                Cue::Objective,
                Cue::Conclude,
                Cue::Passive,
                Cue::We,
                Cue::Outcome,
            ]);
        if !is_any || is_background(ground, place) || self.is_negated(place) {
            return None;
        }
        if let Some(first) = self.further(place) {
            return Some((first, 0.6));
        }
        if told.has(Cue::Outcome)
            && let Some(first) = self.outcome(place)
        {
            return Some((first, 0.75));
        }
        if told.has(Cue::Passive)
            && let Some(first) = self.passive(place)
        {
            return Some((first, 0.8));
        }
        if told.has(Cue::Conclude)
            && let Some(first) = self.conclusion(place)
        {
            return Some((first, 0.8));
        }
        if told.has(Cue::We)
            && let Some(first) = self.we(place)
        {
            return Some((first, 0.7));
        }
        if told.has(Cue::Objective)
            && self.is_founding
            && let Some(first) = self.aim(place)
        {
            return Some((first, 0.6));
        }
        if told.has(Cue::Say)
            && !told.has(Cue::Demand)
            && let Some(first) = self.necessity(place)
        {
            return Some((first, 0.65));
        }
        if told.has_any(&[Cue::Demand, Cue::Resolve]) {
            return self
                .verb(place)
                .map(|first| (first, if told.has(Cue::Resolve) { 0.8 } else { 0.7 }));
        }
        None
    }

    fn begins_sentence(&self, place: usize) -> bool {
        place == 0 || !self.is_same_sentence(place, place - 1)
    }

    /// «هذا إضافة إلى …» behind a sentence of decision.
    fn further(&self, place: usize) -> Option<usize> {
        let reading = self.ground.reading;
        let follows = self
            .carried
            .is_some_and(|sentence| reading.sentence(place) == Some(sentence + 1));
        if !follows || !self.begins_sentence(place) {
            return None;
        }
        let joint = (place..place + 3).find(|word| {
            matches!(
                reading.letters(*word),
                "اضافه" | "بالاضافه" | "فضلا" | "علاوه" | "واضافه" | "وبالاضافه"
            )
        })?;
        self.begins_decision(joint + 2).then_some(joint + 2)
    }

    /// «أشار المجتمعون إلى ضرورة …»
    fn necessity(&self, place: usize) -> Option<usize> {
        let reading = self.ground.reading;
        let Subject::At(end) = self.subject_after(place) else {
            return None;
        };
        (end + 1..end + 10)
            .take_while(|word| self.is_same_sentence(*word, place))
            .find(|word| matches!(reading.letters(*word), "ضروره" | "وجوب"))
    }

    fn is_negated(&self, place: usize) -> bool {
        matches!(
            self.ground.reading.before(place, 1),
            "لم" | "لن"
                | "لا"
                | "ما"
                | "ولم"
                | "ولن"
                | "ولا"
                | "دون"
                | "عدم"
                | "التي"
                | "الذي"
                | "الذين"
                | "عندما"
                | "حين"
                | "بعدما"
                | "مما"
                | "كانوا"
                | "الذى"
        )
    }

    fn is_same_sentence(&self, place: usize, other: usize) -> bool {
        self.ground.reading.sentence(place) == self.ground.reading.sentence(other)
    }

    /// Behind a verb with a subject of those who met.
    fn verb(&self, place: usize) -> Option<usize> {
        let ground = self.ground;
        let reading = ground.reading;
        let told = ground.cues.at(place);
        let verb = reading.letters(place).get(usize::from(told.offset)..)?;
        if is_praise(verb) {
            return None;
        }
        let subject = self.subject_after(place);
        let from = match subject {
            Subject::At(end) => end + 1,
            Subject::Person => return None,
            Subject::None => {
                let is_mutual = ["اتفق", "اجمع", "توافق", "تعاهد"]
                    .iter()
                    .any(|head| verb.starts_with(head));
                let is_carried = self.carried.is_some_and(|sentence| {
                    reading
                        .sentence(place)
                        .is_some_and(|own| own == sentence || own == sentence + 1)
                });
                let is_front = (1..=2).any(|step| {
                    place
                        .checked_sub(step)
                        .is_none_or(|before| !self.is_same_sentence(before, place))
                });
                let is_many = verb.ends_with("وا")
                    || verb.ends_with("ن")
                        && verb.chars().count() > 4
                        && !verb.starts_with(['ا', 'ي', 'ت']);
                let is_plural = is_mutual || is_many && (is_front || is_carried);
                // A plural verb with a subject of its own behind it is told by that subject.
                if !(self.has_subject_before(place)
                    || is_plural
                    || is_carried && !self.has_person_before(place))
                {
                    return None;
                }
                place + 1
            }
        };
        self.complement(verb, place, from)
    }

    /// Where the decision begins behind the subject.
    fn complement(&self, verb: &str, place: usize, from: usize) -> Option<usize> {
        let ground = self.ground;
        let reading = ground.reading;
        let is_statement = is_statement(verb);
        let takes_object = takes_object(verb);
        let takes_plain = ["اقر", "اعتمد", "انتخب", "قرر", "تبن", "صادق"]
            .iter()
            .any(|head| verb.starts_with(head));
        let mut object = None;
        let mut is_phrase = false;
        let mut is_after_in = false;
        let mut skipped = from;
        for word in from..from + REACH {
            if word < skipped {
                continue;
            }
            if matches!(reading.folded(word), "-" | "–") {
                // «أكد البيان – بحسب الوكالة – على»
                let close =
                    (word + 1..word + 16).find(|close| matches!(reading.folded(*close), "-" | "–"));
                skipped = close.map_or(word, |close| close + 1);
            }
            if !self.is_same_sentence(word, place) {
                return None;
            }
            let letters = reading.letters(word);
            let told = ground.cues.at(word);
            let is_with = matches!(letters, "علي" | "الي" | "عن");
            if is_with || matches!(letters, "ان" | "بان") || reading.folded(word) == ":" {
                let next = ground.cues.at(word + 1);
                let is_that = matches!(letters, "ان" | "بان")
                    || matches!(reading.letters(word + 1), "ان" | "انه" | "انها");
                let is_paper =
                    next.has_any(&[Cue::Outcome, Cue::Document]) && !next.has(Cue::Action);
                if is_statement && is_that || is_feeling(reading.letters(word + 1)) || is_paper {
                    return None;
                }
                let first =
                    word + 1 + usize::from(is_with && matches!(reading.letters(word + 1), "ان"));
                // «على ما يلي» leads to a list.
                let founds = is_statement && ground.marks.at(first).has(Class::Found);
                if founds {
                    return None;
                }
                let is_list = matches!(
                    reading.letters(word + 1),
                    "ما" | "الاتي" | "التالي" | "ان:" | "الاتيه"
                ) || reading.folded(word + 1) == ":";
                // «خلصت إلى مجموعة من التوصيات» is told by what follows it.
                let is_outcome = (first..first + 4).any(|next| {
                    let told = ground.cues.at(next);
                    told.has(Cue::Outcome) && !told.has(Cue::Action)
                });
                return (!is_list && !is_outcome)
                    .then(|| object.filter(|_| takes_object).unwrap_or(first));
            }
            if object.is_some() && letters.starts_with('و') && takes_plain {
                break;
            }
            let is_action = told.has(Cue::Action) && !told.has(Cue::Scene) && !told.has(Cue::Group);
            let is_bound =
                letters.starts_with('ب') && told.offset == 2 && told.preposition == Some('ب')
                    || letters == "ب";
            if is_action
                && (told.preposition.is_none() || told.preposition == Some('ب'))
                && !is_phrase
                && (!is_statement
                    || !told.has_article
                    || is_necessity(letters)
                    || matches!(reading.letters(word + 1), "في" | "علي" | "ب"))
            {
                return Some(object.filter(|_| takes_object).unwrap_or(word));
            }
            if is_bound && takes_object {
                return Some(object.unwrap_or(word));
            }
            if matches!(letters, "في" | "خلال" | "عقب" | "ضمن" | "اثر" | "بعد")
                || letters.starts_with("بيان")
            {
                is_phrase = true;
            } else if reading.folded(word) == "،" {
                is_phrase = false;
            } else if object.is_none()
                && reading.is(word, TokenKind::Word)
                && !is_filler(letters)
                && !matches!(letters, "الذي" | "التي" | "ان" | "ما")
                && !letters.starts_with("لل")
                && (told.has(Cue::Addressee) && told.preposition.is_none() && !is_after_in
                    || !is_phrase && word < from + 2 && !letters.starts_with("المنعقد"))
            {
                object = Some(word);
            }
            is_after_in = matches!(letters, "في" | "خلال" | "من" | "مع");
            if matches!(letters, "الذي" | "التي") && object.is_none() {
                is_phrase = true;
            }
            let is_other_verb = told.has_any(&[Cue::Demand, Cue::Resolve, Cue::Say])
                && told.preposition.is_none()
                && !told.has_article
                && !told.has(Cue::Action);
            if is_other_verb {
                break;
            }
        }
        object.filter(|_| takes_plain || takes_object)
    }

    fn subject_after(&self, place: usize) -> Subject {
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
    fn is_resolving_body(&self, word: usize) -> bool {
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
        );
        is_own || ground.marks.at(word).has(Class::Coalition) && !ground.cues.has(word, Cue::Group)
    }

    /// The last word of the subject: adjectives and phrases in «في» go with it.
    fn subject_end(&self, head: usize) -> usize {
        let reading = self.ground.reading;
        let mut end = head;
        for word in head + 1..head + 4 {
            let letters = reading.letters(word);
            let is_adjective = letters.starts_with("ال")
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
            if !(is_adjective || is_self || is_genitive) || !self.is_same_sentence(word, head) {
                break;
            }
            end = word;
        }
        end
    }

    fn has_subject_before(&self, place: usize) -> bool {
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

    /// Whether the word belongs to a person's name or function.
    fn is_person(&self, word: usize) -> bool {
        let figures = self.ground.figures;
        let after = figures.partition_point(|figure| figure.first <= word);
        after
            .checked_sub(1)
            .and_then(|index| figures.get(index))
            .is_some_and(|figure| figure.last >= word)
    }

    fn has_person_before(&self, place: usize) -> bool {
        let figures = self.ground.figures;
        let after = figures.partition_point(|figure| figure.first < place);
        let figure = after.checked_sub(1).and_then(|index| figures.get(index));
        figure.is_some_and(|figure| {
            figure.last + 6 >= place && self.is_same_sentence(figure.first, place)
        })
    }

    /// «عدة قرارات أهمها …», «توصيات تمثلت في …».
    fn outcome(&self, place: usize) -> Option<usize> {
        let reading = self.ground.reading;
        for word in place + 1..place + 8 {
            if !self.is_same_sentence(word, place) {
                return None;
            }
            let letters = reading.letters(word);
            let is_joint = matches!(
                letters,
                "اهمها"
                    | "ابرزها"
                    | "منها"
                    | "بينها"
                    | "تمثلت"
                    | "تتمثل"
                    | "تقضي"
                    | "قضت"
                    | "اهمه"
                    | "ابرزه"
                    | "ومنها"
                    | "واهمها"
                    | "وابرزها"
                    | "تضمنت"
                    | "شملت"
                    | "وهي"
                    | "مفادها"
                    | "اولها"
            );
            if is_joint {
                let next = word
                    + 1
                    + usize::from(matches!(
                        reading.folded(word + 1),
                        "في" | ":" | "علي" | "ان"
                    ));
                let next = next + usize::from(reading.folded(next) == ":");
                return self.begins_decision(next).then_some(next);
            }
        }
        None
    }

    fn begins_decision(&self, place: usize) -> bool {
        let told = self.ground.cues.at(place);
        told.has(Cue::Action)
            || self.ground.reading.letters(place).starts_with("ال") && told.has(Cue::Action)
            || matches!(self.ground.reading.letters(place - 1), "ان")
    }

    /// «تقرر …», «تم الاتفاق على …», «جرى انتخاب …».
    fn passive(&self, place: usize) -> Option<usize> {
        let reading = self.ground.reading;
        let word = reading
            .letters(place)
            .get(usize::from(self.ground.cues.at(place).offset)..)?;
        let mut next = place + 1;
        while next < place + 5 && (is_filler(reading.letters(next)) || reading.folded(next) == "،")
        {
            next += 1;
        }
        let letters = reading.letters(next);
        if word == "تقرر" {
            return match letters {
                "ان" => Some(next + 1),
                _ => self.ground.cues.has(next, Cue::Action).then_some(next),
            };
        }
        if word == "اتفق" {
            return None;
        }
        if matches!(letters, "الاتفاق" | "التوافق" | "الاجماع" | "التوصل")
        {
            let with = (next + 1..next + 8)
                .find(|with| matches!(reading.letters(*with), "علي" | "الي"))?;
            let first = with + 1 + usize::from(reading.letters(with + 1) == "ان");
            let is_list = matches!(reading.letters(first), "ما" | "الاتي" | "التالي" | "");
            return (self.is_same_sentence(with, place) && !is_list).then_some(first);
        }
        let settles = matches!(
            letters,
            "انتخاب"
                | "اختيار"
                | "تكليف"
                | "اقرار"
                | "المصادقه"
                | "تعيين"
                | "اعتماد"
                | "تحديد"
        ) || letters == "تشكيل"
            && matches!(
                reading.letters(next + 1),
                "لجنه" | "مكتب" | "وفد" | "هييه" | "لجان" | "فريق" | "سكرتاريه"
            );
        settles.then_some(next)
    }

    /// «خلص اللقاء إلى …», «اختتم المؤتمر بـ…», «خرجت الندوة برسائل».
    fn conclusion(&self, place: usize) -> Option<usize> {
        let ground = self.ground;
        let reading = ground.reading;
        let meets = (place + 1..place + 5).any(|word| {
            let told = ground.cues.at(word);
            self.is_same_sentence(word, place) && told.has_any(&[Cue::Assembly, Cue::Group])
        });
        let verb = reading.letters(place);
        let is_for_sure = verb.ends_with("خلص") || verb.ends_with("خلصت") || verb.ends_with("وا");
        if !meets && !is_for_sure {
            return None;
        }
        for word in place + 1..place + 26 {
            if !self.is_same_sentence(word, place) {
                return None;
            }
            let told = ground.cues.at(word);
            let letters = reading.letters(word);
            if told.has(Cue::Outcome) {
                return None;
            }
            if matches!(letters, "الي" | "عن" | "علي") && ground.cues.has(word + 1, Cue::Action)
            {
                return Some(word + 1);
            }
            if told.has(Cue::Action) && told.preposition == Some('ب')
                || letters.starts_with("برساي")
                || letters.starts_with("بدعو")
            {
                let is_announcing = matches!(
                    letters,
                    "بالاعلان"
                        | "بالاتفاق"
                        | "بالتوافق"
                        | "باعلان"
                        | "بالدعوه"
                        | "بالتاكيد"
                ) && matches!(reading.letters(word + 1), "عن" | "علي" | "الي");
                return Some(if is_announcing { word + 2 } else { word });
            }
            let is_verb = told.has_any(&[Cue::Say, Cue::Demand])
                && told.preposition.is_none()
                && !told.has_article;
            if is_verb && word > place + 1 {
                return None;
            }
        }
        None
    }

    /// «نطالب …», «اتفقنا على …» of a communiqué.
    fn we(&self, place: usize) -> Option<usize> {
        let reading = self.ground.reading;
        let told = self.ground.cues.at(place);
        let word = reading.letters(place).get(usize::from(told.offset)..)?;
        if word.starts_with("اتفق") || word.starts_with("قرر") || word.starts_with("اجمع")
        {
            let with = (place + 1..place + 6).find(|with| {
                matches!(reading.letters(*with), "علي" | "ان")
                    || self.ground.cues.has(*with, Cue::Action)
                    || reading.folded(*with) == ":"
            })?;
            let is_noun = self.ground.cues.has(with, Cue::Action);
            let first = if is_noun { with } else { with + 1 };
            let first = first + usize::from(!is_noun && reading.letters(first) == "ان");
            return self.is_same_sentence(first, place).then_some(first);
        }
        let asks = matches!(
            word,
            "نطالب"
                | "ندعو"
                | "نناشد"
                | "نهيب"
                | "نحمل"
                | "نلتزم"
                | "نتعهد"
                | "نوصي"
                | "نقرر"
                | "ندين"
                | "نرفض"
                | "نشجب"
                | "نستنكر"
                | "نقترح"
                | "نتشبث"
                | "نتمسك"
        );
        asks.then_some(place)
    }

    /// «يهدف الائتلاف إلى …».
    fn aim(&self, place: usize) -> Option<usize> {
        let ground = self.ground;
        let reading = ground.reading;
        let mut has_subject = false;
        for word in place + 1..place + 22 {
            if !self.is_same_sentence(word, place) {
                return None;
            }
            let told = ground.cues.at(word);
            if told.has(Cue::Assembly) && !ground.marks.at(word).has(Class::Body) && !has_subject {
                return None;
            }
            has_subject |= ground.marks.at(word).has(Class::Body)
                || told.has(Cue::Group)
                || matches!(
                    body::bare(reading.letters(word)),
                    "مشروع" | "مبادره" | "اطار" | "مولود" | "مراصد"
                );
            if reading.letters(word) == "الي" && self.begins_decision(word + 1) {
                let is_carried = self.carried.is_some();
                return (has_subject || is_carried).then_some(word + 1);
            }
        }
        None
    }
}

enum Subject {
    /// Those who met, with the last word of their name.
    At(usize),
    /// A single person.
    Person,
    /// None behind the verb.
    None,
}

fn is_filler(word: &str) -> bool {
    matches!(
        word,
        "" | "ايضا"
            | "كذلك"
            | "هذا"
            | "هذه"
            | "جميع"
            | "كل"
            | "فيه"
            | "فيها"
            | "خلاله"
            | "خلالها"
            | "بالاجماع"
            | "كما"
            | "من"
            | "ذات"
            | "عليه"
            | "ذلك"
            | "كافه"
            | "بدورهم"
            | "بدوره"
            | "ه"
    )
}

/// Verbs that greet and praise.
fn is_praise(verb: &str) -> bool {
    [
        "اشاد", "ثمن", "سجل", "نوه", "حيا", "شكر", "حذر", "اعرب", "ابد", "احتج", "ركز",
    ]
    .iter()
    .any(|head| verb.starts_with(head))
        || verb.starts_with("يشيد")
        || verb.starts_with("تشيد")
}

/// Verbs that with «أن» only state.
fn is_statement(verb: &str) -> bool {
    [
        "اكد", "شدد", "يوكد", "توكد", "اعلن", "يعلن", "تعلن", "جدد", "يشدد", "تشدد",
    ]
    .iter()
    .any(|head| verb.starts_with(head))
}

/// Verbs whose object is the one that is asked.
fn takes_object(verb: &str) -> bool {
    [
        "دع",
        "يدعو",
        "تدعو",
        "طالب",
        "يطالب",
        "تطالب",
        "ناشد",
        "يناشد",
        "تناشد",
        "حث",
        "يحث",
        "تحث",
        "حض",
        "حمل",
        "كلف",
        "اهاب",
        "رفض",
        "ادان",
        "استنكر",
        "ندد",
        "شجب",
    ]
    .iter()
    .any(|head| verb.starts_with(head))
}

fn is_feeling(word: &str) -> bool {
    [
        "تقدير",
        "شكر",
        "قلق",
        "اسف",
        "ارتياح",
        "امتنان",
        "امل",
        "سعاد",
        "اعتزاز",
        "فخر",
        "ترحيب",
        "عميق",
        "بالغ",
        "خالص",
    ]
    .iter()
    .any(|head| word.starts_with(head))
}

fn is_necessity(word: &str) -> bool {
    word.ends_with("ضروره") || word.ends_with("وجوب")
}
