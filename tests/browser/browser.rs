//! A Chromium with a fresh profile, at a chosen width, medium and colour scheme.

use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::Context;
use fantoccini::actions::{
    InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction,
};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::http;
use crate::stand::Stand;

const FLAGS: [&str; 10] = [
    "--headless",
    "--no-sandbox", // as root, and in containers, Chromium has none
    "--disable-gpu",
    "--hide-scrollbars", // as on a telephone, so that a width is all the page's
    "--disable-dev-shm-usage", // containers give it 64 MB
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
];
/// How long a page may take to become what a test waits for.
const PATIENCE: Duration = Duration::from_secs(5);

/// What stays where it is for so long is taken to have come to rest.
const STILL: Duration = Duration::from_millis(80);

/// Whether all of the page's text has come.
const IS_LOADED: &str = "return document.readyState === 'complete';";

/// What the page is drawn for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// A screen, by day.
    Light,
    /// A screen, by night.
    Dark,
    /// Paper.
    Print,
}

/// One browser; close it with `close`.
#[derive(Debug)]
pub struct Browser {
    client: Client,
    commands: String,
    stand: Arc<Stand>,
    _profile: TempDir,
}

impl Browser {
    /// Opens one.
    pub async fn open(stand: &Arc<Stand>) -> anyhow::Result<Self> {
        let profile = tempfile::tempdir()?;
        let mut flags: Vec<String> = FLAGS.map(str::to_owned).into();
        flags.push(format!("--user-data-dir={}", profile.path().display()));
        let capabilities = json!({
            "goog:chromeOptions": { "args": flags },
            "goog:loggingPrefs": { "browser": "ALL" },
            "timeouts": { "pageLoad": 30_000, "script": 60_000 },
        });
        let Value::Object(capabilities) = capabilities else {
            anyhow::bail!("capabilities are an object");
        };
        let driver = stand.driver.address();
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&driver)
            .await
            .context("chromedriver opens no Chromium")?;
        let session = client
            .session_id()
            .await?
            .context("a browser without session")?;
        Ok(Self {
            client,
            commands: format!("{driver}/session/{session}"),
            stand: Arc::clone(stand),
            _profile: profile,
        })
    }

    /// Closes it.
    pub async fn close(self) -> anyhow::Result<()> {
        Ok(self.client.close().await?)
    }

    /// The address of the server under test.
    pub fn site(&self) -> &str {
        &self.stand.site.address
    }

    /// Goes to a page, `/events`, and waits until it is loaded.
    pub async fn visit(&self, path: &str) -> anyhow::Result<()> {
        let address = format!("{}{path}", self.site());
        self.client
            .goto(&address)
            .await
            .with_context(|| path.to_owned())
    }

    /// Leaves the site for an empty page.
    pub async fn leave(&self) -> anyhow::Result<()> {
        Ok(self.client.goto("about:blank").await?)
    }

    /// Path, query and fragment of the page shown.
    pub async fn place(&self) -> anyhow::Result<String> {
        let address = self.client.current_url().await?.to_string();
        Ok(address
            .strip_prefix(self.site())
            .unwrap_or(&address)
            .to_owned())
    }

    /// The first element that a CSS selector names.
    pub async fn find(&self, selector: &str) -> anyhow::Result<Element> {
        let found = self.client.find(Locator::Css(selector)).await;
        let place = self.place().await?;
        found.with_context(|| format!("{place}: no element {selector}"))
    }

    /// All elements that a CSS selector names.
    pub async fn find_all(&self, selector: &str) -> anyhow::Result<Vec<Element>> {
        Ok(self.client.find_all(Locator::Css(selector)).await?)
    }

    /// Runs the body of a function in the page and returns what it returns.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> anyhow::Result<Value> {
        Ok(self.client.execute(script, arguments).await?)
    }

    /// As `run`, for a script that calls its last argument when it is done.
    pub async fn run_async(&self, script: &str, arguments: Vec<Value>) -> anyhow::Result<Value> {
        Ok(self.client.execute_async(script, arguments).await?)
    }

    /// Waits until a script returns true; says at the end of its patience whether it did.
    pub async fn comes_true(&self, script: &str, arguments: Vec<Value>) -> anyhow::Result<bool> {
        let start = Instant::now();
        loop {
            if self.run(script, arguments.clone()).await? == Value::Bool(true) {
                return Ok(true);
            }
            if start.elapsed() > PATIENCE {
                return Ok(false);
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Clicks an element and waits for the address it leads to, which `is_there` knows by its path, query and
    /// fragment. The driver's own wait may end before a form that it sent has been answered. At the end of its
    /// patience it gives the address at hand, for the test to tell of.
    pub async fn follow(
        &self,
        selector: &str,
        is_there: impl Fn(&str) -> bool,
    ) -> anyhow::Result<String> {
        self.point_at(selector).await?;
        let start = Instant::now();
        loop {
            let place = self.place().await?;
            if is_there(&place) && self.run(IS_LOADED, Vec::new()).await? == Value::Bool(true)
                || start.elapsed() > PATIENCE
            {
                return Ok(place);
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Presses and releases a key.
    pub async fn press(&self, key: Key) -> anyhow::Result<()> {
        let value = char::from(key);
        let keys = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value })
            .then(KeyAction::Up { value });
        Ok(self.client.perform_actions(keys).await?)
    }

    /// Clicks where an element is drawn. The driver's own click refuses what stands in a closed
    /// `details` even where the style shows it. A page that is not loaded yet is waited for, and one that still moves: a
    /// scroll that goes on, as to a field that was just typed into, would take the element from under the pointer.
    pub async fn point_at(&self, selector: &str) -> anyhow::Result<()> {
        if !self.comes_true(IS_LOADED, Vec::new()).await? {
            anyhow::bail!("{}: the page is not loaded", self.place().await?);
        }
        let element = self.find(selector).await?;
        let start = Instant::now();
        let mut center = self.center(&element).await?;
        loop {
            tokio::time::sleep(STILL).await;
            let before = std::mem::replace(&mut center, self.center(&element).await?);
            if before == center || start.elapsed() > PATIENCE {
                break;
            }
        }
        let (Some(x), Some(y)) = (center[0].as_f64(), center[1].as_f64()) else {
            anyhow::bail!("{}: {selector} is not seen", self.place().await?);
        };
        let mouse = MouseActions::new("mouse".to_owned())
            .then(PointerAction::MoveTo {
                duration: None,
                x,
                y,
            })
            .then(PointerAction::Down {
                button: MOUSE_BUTTON_LEFT,
            })
            .then(PointerAction::Up {
                button: MOUSE_BUTTON_LEFT,
            });
        Ok(self.client.perform_actions(mouse).await?)
    }

    /// Brings an element to the middle of the page and tells where its center is drawn, if it is seen.
    async fn center(&self, element: &Element) -> anyhow::Result<Value> {
        let center = "
            const [element] = arguments;
            element.scrollIntoView({ block: 'center', behavior: 'instant' });
            const box = element.getBoundingClientRect();
            const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
            return element.contains(document.elementFromPoint(x, y)) ? [x, y] : null;";
        self.run(center, vec![json!(element)]).await
    }

    /// Gives the page a width in CSS pixels.
    pub async fn resize(&self, width: u32) -> anyhow::Result<()> {
        let height = if width < 600 { 844 } else { 900 };
        let metrics = json!({
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false,
        });
        self.command("Emulation.setDeviceMetricsOverride", metrics)
            .await?;
        Ok(())
    }

    /// Draws the page for a screen, by day or night, or for paper.
    pub async fn draw(&self, look: Look) -> anyhow::Result<()> {
        let (media, scheme) = match look {
            Look::Light => ("screen", "light"),
            Look::Dark => ("screen", "dark"),
            Look::Print => ("print", "light"),
        };
        let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
        let medium = json!({ "media": media, "features": features });
        self.command("Emulation.setEmulatedMedia", medium).await?;
        Ok(())
    }

    /// Sends a command of the DevTools protocol.
    pub async fn command(&self, name: &str, parameters: Value) -> anyhow::Result<Value> {
        let address = format!("{}/goog/cdp/execute", self.commands);
        let command = json!({ "cmd": name, "params": parameters });
        let mut answer = http::post(&address, &command).await?;
        Ok(answer["value"].take())
    }

    /// Takes what the console has said since last asked: levels and messages.
    pub async fn take_console(&self) -> anyhow::Result<Vec<(String, String)>> {
        let address = format!("{}/se/log", self.commands);
        let answer = http::post(&address, &json!({ "type": "browser" })).await?;
        let entries = answer["value"].as_array().cloned().unwrap_or_default();
        let word = |entry: &Value, key: &str| entry[key].as_str().unwrap_or_default().to_owned();
        Ok(entries
            .iter()
            .map(|entry| (word(entry, "level"), word(entry, "message")))
            .collect())
    }
}
