//! Signatures: the bands of the documents received last, kept a list for each document in the order they came, until they
//! are sorted into the table of bands many thousands at once. One by one each band would rewrite a page of its own. The
//! writer looks them up in tables of its connection alone, which follow the signatures, whoever adds them.

use sqlx::SqliteConnection;

use crate::store::Result;
use crate::store::open::Write;
use crate::store::rows::Statements;
use crate::store::write_json;

/// So many signatures wait at most: sorted into the bands of a million documents they rewrite three pages each, and what
/// the connection holds of them takes ten megabytes.
const WAITING: i64 = 32_768;

/// The tables of a connection that looks signatures up, and the memory they may take before they go to a temporary file.
const TABLES: &str = "PRAGMA temp.cache_size = -16384;
    PRAGMA temp.journal_mode = memory;
    CREATE TEMP TABLE waiting_band (
        value       BIGINT NOT NULL,
        document_id TEXT NOT NULL,
        PRIMARY KEY (value, document_id)
    ) WITHOUT ROWID;
    CREATE TEMP TABLE followed (number BIGINT NOT NULL);
    INSERT INTO followed VALUES (0)";

/// Takes in the signatures added since the last time; stands before every query that looks bands up.
pub(crate) const FOLLOW: &str = "INSERT INTO waiting_band
        SELECT value, document_id FROM signature JOIN json_each(bands) WHERE number > (SELECT number FROM followed)
        ON CONFLICT DO NOTHING;
    UPDATE followed SET number = MAX(number, (SELECT COALESCE(MAX(number), 0) FROM signature)); ";

/// Makes a connection ready to look signatures up.
pub(crate) async fn prepare_to_follow(connection: &mut SqliteConnection) -> Result<()> {
    sqlx::raw_sql(TABLES).execute(connection).await?;
    Ok(())
}

/// Adds the signatures of documents: their ids and their bands.
pub(crate) fn push_signatures(
    statements: &mut Statements,
    signatures: &[(&str, &[i64])],
) -> Result<()> {
    statements
        .push("INSERT INTO signature (document_id, bands) SELECT value ->> 0, value ->> 1 FROM json_each(")
        .push_bind(write_json("signature", "", &signatures)?)
        .push(");");
    Ok(())
}

/// Sorts the signatures into the table of bands if too many wait.
///
/// # Errors
/// When the database refuses.
pub async fn sort_in_many(write: &mut Write<'_>) -> Result<()> {
    let waiting = sqlx::query_scalar::<_, i64>(
        "SELECT COALESCE((SELECT MAX(number) FROM signature) - (SELECT MIN(number) FROM signature), 0)",
    )
    .fetch_one(&mut **write)
    .await?;
    if waiting >= WAITING {
        sort_in_all(write).await?;
    }
    Ok(())
}

/// Sorts all signatures into the table of bands.
///
/// # Errors
/// When the database refuses.
pub async fn sort_in_all(write: &mut Write<'_>) -> Result<()> {
    let mut statements = Statements::new(FOLLOW);
    statements.push(
        "INSERT INTO band SELECT value, document_id FROM waiting_band WHERE TRUE ORDER BY value ON CONFLICT DO NOTHING;
         DELETE FROM waiting_band; DELETE FROM signature",
    );
    statements.build().execute(&mut **write).await?;
    Ok(())
}
