//! Decisions told without a verb of those who met: outcomes, endings, what was settled, and the aims of a new body.
//! Invariant: each way gives the first word of a decision in the same sentence, or nothing.

use crate::analysis::decision::complement::is_filler;
use crate::analysis::decision::resolution::Search;
use crate::analysis::decision::subject::Subject;
use crate::analysis::lexicon::cue::Cue;
use crate::analysis::lexicon::trigger::Class;
use crate::analysis::person::body;

impl Search<'_> {
    /// «هذا إضافة إلى …» behind a sentence of decision.
    pub(super) fn further(&self, place: usize) -> Option<usize> {
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
    pub(super) fn necessity(&self, place: usize) -> Option<usize> {
        let reading = self.ground.reading;
        let Subject::At(end) = self.subject_after(place) else {
            return None;
        };
        // «نص الميثاق على …»
        let verb = reading.letters(place).trim_start_matches('و');
        if matches!(verb, "نص" | "نصت" | "ينص" | "تنص") {
            let with = (end + 1..end + 12)
                .take_while(|word| self.is_same_sentence(*word, place))
                .find(|word| reading.letters(*word) == "علي")?;
            return self
                .ground
                .cues
                .has(with + 1, Cue::Action)
                .then_some(with + 1);
        }
        (end + 1..end + 10)
            .take_while(|word| self.is_same_sentence(*word, place))
            .find(|word| matches!(reading.letters(*word), "ضروره" | "وجوب"))
    }

    /// «عدة قرارات أهمها …», «توصيات تمثلت في …».
    pub(super) fn outcome(&self, place: usize) -> Option<usize> {
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

    /// «تقرر …», «تم الاتفاق على …», «جرى انتخاب …».
    pub(super) fn passive(&self, place: usize) -> Option<usize> {
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
            if let Some(first) = self.behind_colon(with) {
                return Some(first);
            }
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
    pub(super) fn conclusion(&self, place: usize) -> Option<usize> {
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
    pub(super) fn we(&self, place: usize) -> Option<usize> {
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
    pub(super) fn aim(&self, place: usize) -> Option<usize> {
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
