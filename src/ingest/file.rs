//! Reading a document: what cannot be a text is refused by name, with the reason and what to do about it, and never held
//! whole in memory only to be refused. One rule for `import`, `extract` and `check`, for files and for bulk lines.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use crate::ingest::problem::Problem;
use crate::text::character::{is_blank, is_invisible};

/// A document has so many bytes at most: the text of twenty long books.
pub const LIMIT: usize = 20 << 20;
/// So much of a text is looked at to tell how it is encoded.
const SAMPLE: usize = 4096;

/// What is wrong with some bytes: the rule, and what to do.
pub type Refusal = (&'static str, String);

/// Reads a document.
///
/// # Errors
/// When it cannot be read or is no text.
pub fn read_text(path: &Path) -> Result<String, Box<Problem>> {
    let refused = |(rule, message): Refusal| {
        Box::new(Problem {
            file: path.display().to_string(),
            line: None,
            rule,
            message,
        })
    };
    let unreadable = |error: std::io::Error| refused(("readable", error.to_string()));
    let file = File::open(path).map_err(unreadable)?;
    let length = file.metadata().map_err(unreadable)?.len();
    if length > LIMIT as u64 {
        return Err(refused(too_long(length)));
    }
    // It may grow while it is read, or be no file on a disk.
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default());
    let mut bounded = file.take(LIMIT as u64 + 1);
    bounded.read_to_end(&mut bytes).map_err(unreadable)?;
    decode(bytes).map_err(refused)
}

/// Bytes as a document's text.
///
/// # Errors
/// When they are none: the encoding is another, there is nothing to read, or too much.
pub fn decode(bytes: Vec<u8>) -> Result<String, Refusal> {
    if bytes.len() > LIMIT {
        return Err(too_long(bytes.len() as u64));
    }
    let text = decode_line(bytes)?;
    match refusal(&text) {
        Some(refusal) => Err(refusal),
        None => Ok(text),
    }
}

/// Bytes as text of any sort.
///
/// # Errors
/// When they are encoded otherwise than in UTF-8.
pub fn decode_line(bytes: Vec<u8>) -> Result<String, Refusal> {
    if let Some(name) = other_encoding(&bytes) {
        let message = format!(
            "the text is encoded in {name}, not UTF-8: convert it with iconv -f {name} -t UTF-8 OLD > NEW"
        );
        return Err(("encoding", message));
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let before = error.as_bytes().iter().take(at);
        let line = before.filter(|byte| **byte == b'\n').count() + 1;
        let message = format!(
            "byte {at}, in line {line}, is no UTF-8: convert the file to UTF-8 first, as with iconv -f WINDOWS-1256 -t UTF-8 OLD > NEW"
        );
        ("encoding", message)
    })
}

/// Why a text cannot be a document, if so.
#[must_use]
pub fn refusal(text: &str) -> Option<Refusal> {
    if text.len() > LIMIT {
        return Some(too_long(text.len() as u64));
    }
    if let Some(at) = memchr::memchr(0, text.as_bytes()) {
        let message = format!(
            "byte {at} is a NUL, which no text has: see whether it is a text at all, and take them out with tr -d '\\000' < OLD > NEW"
        );
        return Some(("nul", message));
    }
    let is_nothing = |letter: char| is_blank(letter) || is_invisible(letter) || letter.is_control();
    text.chars().all(is_nothing).then(|| {
        let message = "the document is empty: there is nothing to record".to_owned();
        ("empty", message)
    })
}

fn too_long(length: u64) -> Refusal {
    let message = format!(
        "the document has {length} bytes, {LIMIT} at most are read: split it into the documents it is made of"
    );
    ("length", message)
}

/// The encoding that is not UTF-8, where the first bytes tell it: by their mark, or by a zero or the number of the
/// Arabic block in every second byte, which no UTF-8 has.
fn other_encoding(bytes: &[u8]) -> Option<&'static str> {
    for (mark, name) in [
        (&[0xff, 0xfe, 0, 0][..], "UTF-32"),
        (&[0, 0, 0xfe, 0xff], "UTF-32"),
        (&[0xff, 0xfe], "UTF-16"),
        (&[0xfe, 0xff], "UTF-16"),
    ] {
        if bytes.starts_with(mark) {
            return Some(name);
        }
    }
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let pairs = sample.chunks_exact(2);
    let count = pairs.len();
    let is_high = |byte: u8| matches!(byte, 0 | 6);
    let (mut little, mut big) = (0, 0);
    for pair in pairs {
        if let [first, second] = *pair {
            little += usize::from(is_high(second) && !is_high(first));
            big += usize::from(is_high(first) && !is_high(second));
        }
    }
    match (little, big) {
        _ if count == 0 => None,
        (little, _) if little * 4 > count * 3 => Some("UTF-16LE"),
        (_, big) if big * 4 > count * 3 => Some("UTF-16BE"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{LIMIT, decode};

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn what_is_no_text_is_told_by_its_rule() {
        let text = "اجتمعت أحزاب في عمّان، ثم افترقت.\n";
        let marked = format!("\u{feff}{text}");
        for (bytes, expected, word) in [
            (text.as_bytes().to_vec(), "", ""),
            (marked.as_bytes().to_vec(), "", ""),
            (utf16(text, u16::to_le_bytes), "encoding", "UTF-16LE"),
            (utf16(text, u16::to_be_bytes), "encoding", "UTF-16BE"),
            (
                utf16("a plain one", u16::to_le_bytes),
                "encoding",
                "UTF-16LE",
            ),
            (utf16(&marked, u16::to_le_bytes), "encoding", "-f UTF-16 "),
            (utf16(&marked, u16::to_be_bytes), "encoding", "-f UTF-16 "),
            (
                b"one\ntwo \xc7\xe1".to_vec(),
                "encoding",
                "byte 8, in line 2",
            ),
            (b"one\0two".to_vec(), "nul", "byte 3"),
            (Vec::new(), "empty", ""),
            (" \n\u{feff}\u{200f}\t".as_bytes().to_vec(), "empty", ""),
            (vec![b'a'; LIMIT + 1], "length", "split"),
            (vec![b'a'; LIMIT], "", ""),
            (vec![0; 64], "nul", ""),
        ] {
            let told = decode(bytes).err().unwrap_or_default();
            assert_eq!(told.0, expected, "{told:?}");
            assert!(told.1.contains(word), "{word}: {told:?}");
        }
    }
}
