//! Passages as a careless copy leaves them: spaces between words lost, by a fixed rule so that every run loses the same.

/// The share of spaces between two letters that is lost.
pub const SHARE: f64 = 0.1;

/// A generator of numbers from 0 to 1: xorshift64 (G. Marsaglia, *Journal of Statistical Software* 8, 2003).
pub struct Dice(u64);

impl Dice {
    /// The same numbers for the same seed, which must not be 0.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn roll(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// The text with this share of its spaces between letters removed.
#[must_use]
pub fn glue(text: &str, share: f64, dice: &mut Dice) -> String {
    let mut glued = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    let mut is_letter = false;
    while let Some(letter) = letters.next() {
        let is_between =
            letter == ' ' && is_letter && letters.peek().is_some_and(|next| next.is_alphabetic());
        if !(is_between && dice.roll() < share) {
            glued.push(letter);
        }
        is_letter = letter.is_alphabetic();
    }
    glued
}
