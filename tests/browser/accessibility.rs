//! axe-core finds nothing to object to, by day on a desk and by night on a telephone.

use anyhow::Context;
use serde_json::Value;

use crate::browser::{Browser, Look};
use crate::fault::Faults;
use crate::page::Page;
use crate::{page, stand};

const AXE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/browser/node_modules/axe-core/axe.min.js"
);

/// All rules, with that of touch targets (WCAG 2.2, 2.5.8), which axe leaves out by default.
const JUDGE: &str = "
    const done = arguments[arguments.length - 1];
    axe.run(document, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
        .then(found => done(found.violations), error => done(String(error)));";

#[tokio::test]
async fn axe_finds_no_violation() -> anyhow::Result<()> {
    let axe = std::fs::read_to_string(AXE)
        .context("axe-core is not installed; tests/run installs what the tests need")?;
    let mut faults = Faults::default();
    stand::browse(async |browser| {
        let pages = page::list(browser.site()).await?;
        for (look, width) in [(Look::Light, 1280), (Look::Dark, 390)] {
            browser.draw(look).await?;
            browser.resize(width).await?;
            for page in &pages {
                judge(
                    browser,
                    page,
                    &axe,
                    &format!("{look:?}, {width} px"),
                    &mut faults,
                )
                .await?;
            }
        }
        Ok(())
    })
    .await?;
    faults.settle();
    Ok(())
}

async fn judge(
    browser: &Browser,
    page: &Page,
    axe: &str,
    state: &str,
    faults: &mut Faults,
) -> anyhow::Result<()> {
    browser.visit(&page.path).await?;
    browser.run(axe, Vec::new()).await?;
    let violations = browser.run_async(JUDGE, Vec::new()).await?;
    let name = format!("{} ({}; {state})", page.name, page.path);
    let Some(violations) = violations.as_array() else {
        faults.say(&name, format!("axe failed: {violations}"));
        return Ok(());
    };
    for violation in violations {
        let nodes = violation["nodes"].as_array().map_or(&[][..], Vec::as_slice);
        let rule = format!(
            "{} ({})",
            words(&violation["id"]),
            words(&violation["impact"])
        );
        for node in nodes.iter().take(5) {
            let summary = words(&node["failureSummary"]).replace('\n', " ");
            faults.say(&name, format!("{rule} at {}: {summary}", node["target"]));
        }
        let rest = nodes.len().saturating_sub(5);
        faults.expect(rest == 0, &name, format!("{rule} at {rest} more places"));
    }
    Ok(())
}

fn words(value: &Value) -> &str {
    value.as_str().unwrap_or("?")
}
