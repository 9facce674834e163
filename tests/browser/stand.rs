//! One server and one driver for all tests that run at the same time.

use std::sync::{Arc, Mutex, PoisonError, Weak};

use crate::browser::Browser;
use crate::driver::Driver;
use crate::site::Site;

/// What the tests share. The last one to leave ends both: statics are never dropped, so the static
/// only holds a weak reference.
#[derive(Debug)]
pub struct Stand {
    /// The server.
    pub site: Site,
    /// The driver.
    pub driver: Driver,
}

static SHARED: Mutex<Weak<Stand>> = Mutex::new(Weak::new());

/// The shared server and driver, started where nobody holds them yet.
pub fn take() -> anyhow::Result<Arc<Stand>> {
    let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(stand) = shared.upgrade() {
        return Ok(stand);
    }
    let stand = Arc::new(Stand {
        site: Site::start()?,
        driver: Driver::start()?,
    });
    *shared = Arc::downgrade(&stand);
    Ok(stand)
}

/// Runs a test in a browser of its own, and closes the browser whatever came of it.
pub async fn browse<T>(test: impl AsyncFnOnce(&Browser) -> anyhow::Result<T>) -> anyhow::Result<T> {
    let stand = take()?;
    let browser = Browser::open(&stand).await?;
    let outcome = test(&browser).await;
    browser.close().await?;
    outcome
}
