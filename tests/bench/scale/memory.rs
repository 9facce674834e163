//! Memory of the process, as the system tells it. Mapped files of the index count as resident but can be given up at any
//! time, so they are told apart.

use std::error::Error;
use std::fs;

/// Prints what is resident now.
pub fn told_memory(moment: &str) -> Result<(), Box<dyn Error>> {
    let status = fs::read_to_string("/proc/self/status")?;
    let [resident, own, files] =
        ["VmRSS", "RssAnon", "RssFile"].map(|name| megabytes(&status, name));
    println!(
        "memory, {moment}: {resident:.0} MB resident, {own:.0} of its own, {files:.0} of mapped files"
    );
    Ok(())
}

/// Prints the most that was resident so far.
pub fn told_peak(moment: &str) -> Result<(), Box<dyn Error>> {
    let status = fs::read_to_string("/proc/self/status")?;
    println!(
        "memory, {moment}: {:.0} MB resident at most",
        megabytes(&status, "VmHWM")
    );
    Ok(())
}

fn megabytes(status: &str, name: &str) -> f64 {
    let line = status.lines().find(|line| line.starts_with(name));
    let kilobytes = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<f64>().ok());
    kilobytes.unwrap_or_default() / 1024.0
}
