//! Where a decision begins behind its verb and subject. Invariant: it begins in the verb's sentence, within a bounded
//! number of words.

use crate::analysis::decision::resolution::Search;
use crate::analysis::lexicon::cue::Cue;
use crate::analysis::lexicon::trigger::Class;
use crate::text::token::TokenKind;

/// How far behind its verb a decision may begin.
const REACH: usize = 30;

/// What a verb asks for behind its subject.
struct Asked {
    /// Whether it only states what follows «أن».
    is_statement: bool,
    /// Whether its object is the one that is asked.
    takes_object: bool,
    /// Whether its object is the decision.
    takes_plain: bool,
    /// Whether what follows «ب» is the decision.
    takes_by: bool,
    /// Whether it calls «إلى» something.
    calls: bool,
}

/// How far the words behind a subject were read.
#[derive(Default)]
struct Read {
    /// The first word of the verb's object.
    object: Option<usize>,
    /// Whether a phrase of place or time is open: «في ختام اجتماعهم».
    is_phrase: bool,
    is_after_in: bool,
}

impl Search<'_> {
    /// The first word of the decision behind the verb at `place`, whose subject ends before the word `from`.
    pub(super) fn complement(&self, verb: &str, place: usize, from: usize) -> Option<usize> {
        let reading = self.ground.reading;
        let asked = Asked {
            is_statement: is_statement(verb),
            takes_object: takes_object(verb),
            takes_by: takes_by(verb),
            calls: ["دع", "يدعو", "تدعو"]
                .iter()
                .any(|head| verb.starts_with(head)),
            takes_plain: ["اقر", "اعتمد", "انتخب", "تبن", "صادق"]
                .iter()
                .any(|head| verb.starts_with(head)),
        };
        if is_borne(verb, reading.letters(from)) {
            return None;
        }
        let mut read = Read::default();
        let mut next = from;
        while next < from + REACH {
            let word = self.behind_aside(next);
            next = word + 1;
            if !self.is_same_sentence(word, place) {
                return None;
            }
            let letters = reading.letters(word);
            if letters == "عن" && is_issued(reading.letters(word - 1)) {
                next = word + 2;
                continue;
            }
            // «الدفاع عن», «دعا المجتمعون … على هامش»: the preposition of another word.
            let is_other = self.ground.cues.has(word - 1, Cue::Action) && word > place + 1
                || asked.calls && matches!(letters, "علي" | "عن");
            let is_joint = !is_other && matches!(letters, "علي" | "الي" | "عن" | "ان" | "بان");
            if is_joint || reading.folded(word) == ":" {
                // «انتخب المؤتمر أمانة عامة على رأسها …»
                if asked.takes_plain && verb.starts_with("انتخب") && read.object.is_some() {
                    break;
                }
                let first = self.behind_joint(word, &asked)?;
                return Some(read.object.filter(|_| asked.takes_object).unwrap_or(first));
            }
            let is_next = letters.starts_with('و') && read.object.is_some() && asked.takes_plain;
            if is_next {
                break;
            }
            if self.begins(word, &asked, &read) {
                return Some(read.object.filter(|_| asked.takes_object).unwrap_or(word));
            }
            self.read_on(word, from, &asked, &mut read);
            if self.is_other_verb(word) {
                break;
            }
        }
        read.object
            .filter(|_| asked.takes_plain || asked.takes_object)
            .filter(|object| {
                let is_one = self.is_person(*object) || self.ground.cues.has(*object, Cue::Office);
                !(verb.starts_with("انتخب") && is_one)
            })
    }

    /// Whether another verb of speech or resolving stands there.
    fn is_other_verb(&self, word: usize) -> bool {
        let told = self.ground.cues.at(word);
        told.has_any(&[Cue::Demand, Cue::Resolve, Cue::Say])
            && told.preposition.is_none()
            && !told.has_article
            && !told.has(Cue::Action)
    }

    /// «أكد البيان – بحسب الوكالة – على»: the word behind what stands between two dashes.
    fn behind_aside(&self, word: usize) -> usize {
        let is_dash = |place: usize| matches!(self.ground.reading.folded(place), "-" | "–");
        if !is_dash(word) {
            return word;
        }
        let close = (word + 1..word + 16).find(|close| is_dash(*close));
        close.map_or(word, |close| close + 1)
    }

    /// The word behind «على», «إلى», «أن», if a decision and no statement, feeling or list follows.
    fn behind_joint(&self, joint: usize, asked: &Asked) -> Option<usize> {
        let ground = self.ground;
        let reading = ground.reading;
        let is_with = matches!(reading.letters(joint), "علي" | "الي" | "عن");
        let behind = reading.letters(joint + 1);
        let next = ground.cues.at(joint + 1);
        let is_that =
            !is_with && reading.folded(joint) != ":" || matches!(behind, "ان" | "انه" | "انها");
        let is_paper = next.has_any(&[Cue::Outcome, Cue::Document]) && !next.has(Cue::Action);
        let first = joint + 1 + usize::from(is_with && behind == "ان");
        let founds = asked.is_statement && ground.marks.at(first).has(Class::Found);
        let is_known = is_with && matches!(behind, "انه" | "انها");
        if asked.is_statement && is_that || is_known || is_feeling(behind) || is_paper || founds {
            return None;
        }
        // «على ما يلي: تشكيل …، وعقد …» in one line.
        if let Some(first) = self.behind_colon(joint) {
            return Some(first);
        }
        // «على ما يلي» leads to a list.
        let is_list = matches!(behind, "ما" | "الاتي" | "التالي" | "الاتيه")
            || reading.folded(joint + 1) == ":";
        // «خلصت إلى مجموعة من التوصيات» is told by what follows it.
        let is_outcome = (first..first + 4).any(|next| {
            let told = ground.cues.at(next);
            told.has(Cue::Outcome) && !told.has(Cue::Action)
        });
        (!is_list && !is_outcome).then_some(first)
    }

    /// The first word of what follows «على ما يلي:» in the same sentence.
    pub(super) fn behind_colon(&self, joint: usize) -> Option<usize> {
        let reading = self.ground.reading;
        if !matches!(
            reading.letters(joint + 1),
            "ما" | "مايلي" | "الاتي" | "التالي" | "الاتيه" | "التاليه"
        ) {
            return None;
        }
        let colon = (joint + 2..joint + 5).find(|place| reading.folded(*place) == ":")?;
        let is_near = self.is_same_sentence(colon + 1, joint);
        (is_near && self.begins_decision(colon + 1)).then_some(colon + 1)
    }

    /// Whether the decision begins with the word itself.
    fn begins(&self, word: usize, asked: &Asked, read: &Read) -> bool {
        let reading = self.ground.reading;
        let told = self.ground.cues.at(word);
        let letters = reading.letters(word);
        // «بمحافظة غزة» is a place, «المحافظة على» is something to do.
        let is_place = letters.ends_with("محافظه") && reading.letters(word + 1) != "علي";
        let is_action =
            told.has(Cue::Action) && !told.has_any(&[Cue::Scene, Cue::Group]) && !is_place;
        let is_free = told.preposition.is_none()
            || told.preposition == Some('ب') && (asked.takes_by || is_necessity(letters));
        let is_asked = !asked.is_statement
            || !told.has_article
            || is_necessity(letters)
            || matches!(reading.letters(word + 1), "في" | "علي" | "ب");
        let is_bound = letters == "ب"
            || letters.starts_with('ب') && told.offset == 2 && told.preposition == Some('ب');
        is_action && is_free && !read.is_phrase && is_asked || is_bound && asked.takes_object
    }

    /// Notes an object or a phrase.
    fn read_on(&self, word: usize, from: usize, asked: &Asked, read: &mut Read) {
        let reading = self.ground.reading;
        let told = self.ground.cues.at(word);
        let letters = reading.letters(word);
        let is_in = matches!(letters, "في" | "خلال" | "عقب" | "ضمن" | "اثر" | "بعد");
        let is_of = letters == "من" && read.object.is_none() && asked.calls | asked.takes_object;
        if is_in || is_of || letters.starts_with("بيان") {
            read.is_phrase = true;
        } else if reading.folded(word) == "،" {
            read.is_phrase = false;
        } else if read.object.is_none()
            && reading.is(word, TokenKind::Word)
            && !is_filler(letters)
            && !letters.starts_with("لل")
        {
            let is_relative = matches!(
                letters,
                "الذي" | "التي" | "ان" | "ما" | "عام" | "سنه" | "يوم" | "لعام" | "اليوم"
            );
            let is_addressee =
                told.has(Cue::Addressee) && told.preposition.is_none() && !read.is_after_in;
            // Behind a subject a word with the article is mostly its adjective.
            let is_noun =
                !(letters.starts_with("ال") || letters.starts_with("وال")) || asked.takes_plain;
            let is_near = !read.is_phrase && !read.is_after_in && word < from + 2 && is_noun;
            if !is_relative && (is_addressee || is_near) {
                read.object = Some(word);
            }
        }
        read.is_phrase |= matches!(letters, "الذي" | "التي" | "الذين");
        read.is_after_in = matches!(letters, "في" | "خلال" | "من" | "مع");
    }
}

pub(super) fn is_filler(word: &str) -> bool {
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

/// «حمل البيان توقيعات …»: what a paper bears is asked of no one.
fn is_borne(verb: &str, object: &str) -> bool {
    verb.starts_with("حمل") && matches!(object, "توقيع" | "توقيعات" | "اسم" | "عنوان" | "شعار")
}

/// «أدان البيان الصادر عن اللقاء …»: the subject goes on.
fn is_issued(word: &str) -> bool {
    matches!(word, "الصادر" | "الصادره" | "المنبثق" | "المنبثقه")
}

fn is_statement(verb: &str) -> bool {
    [
        "اكد", "شدد", "يوكد", "توكد", "اعلن", "يعلن", "تعلن", "جدد", "يشدد", "تشدد",
    ]
    .iter()
    .any(|head| verb.starts_with(head))
}

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

fn takes_by(verb: &str) -> bool {
    [
        "وص",
        "اوص",
        "يوص",
        "توص",
        "طالب",
        "يطالب",
        "تطالب",
        "تعهد",
        "يتعهد",
        "تتعهد",
        "التزم",
        "يلتزم",
        "تلتزم",
        "كلف",
        "يكلف",
        "تكلف",
        "اهاب",
        "يهيب",
        "تهيب",
        "ندد",
        "يندد",
        "تندد",
        "ناد",
        "ينادي",
        "تنادي",
        "فوض",
        "قرر",
        "حمل",
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
