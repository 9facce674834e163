//! Long texts out of the database. Their bytes are checked for UTF-8 by vector instructions, since
//! every page reads a whole document and a whole record.

use sqlx::error::BoxDynError;
use sqlx::sqlite::{Sqlite, SqliteTypeInfo, SqliteValueRef};
use sqlx::{Decode, Type};

/// A text column, checked quickly.
#[derive(Debug)]
pub(crate) struct LongText(pub(crate) String);

impl Type<Sqlite> for LongText {
    fn type_info() -> SqliteTypeInfo {
        <str as Type<Sqlite>>::type_info()
    }

    fn compatible(other: &SqliteTypeInfo) -> bool {
        <str as Type<Sqlite>>::compatible(other)
    }
}

impl<'r> Decode<'r, Sqlite> for LongText {
    fn decode(value: SqliteValueRef<'r>) -> Result<Self, BoxDynError> {
        let bytes = <&[u8] as Decode<'r, Sqlite>>::decode(value)?;
        Ok(Self(simdutf8::basic::from_utf8(bytes)?.to_owned()))
    }
}
