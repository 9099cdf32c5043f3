//! What `cargo test` leaves out, so that it says so: checks with dependencies or files of their own.

use std::{env, process::Command};

/// Runs the test target `name`, which is a package with a feature of that name.
fn run(name: &str) {
    let status = Command::new(env!("CARGO")).args(["test", "--locked", "--features", name, "--test", name]).status();
    assert!(status.is_ok_and(|status| status.success()));
}

#[test]
#[ignore = "needs the files of twitter-text and a reader of YAML: TWITTER_TEXT=… cargo test -- --ignored conformance"]
fn conformance_with_twitter_text() {
    assert!(env::var_os("TWITTER_TEXT").is_some(), "TWITTER_TEXT names the directory of extract.yml and validate.yml");
    run("conformance");
}

#[test]
#[ignore = "needs a tokenizer of HTML: cargo test -- --ignored html5gum"]
fn tags_of_html_as_html5gum_has_them() {
    run("html5gum");
}

#[test]
#[ignore = "needs proptest: cargo test -- --ignored properties"]
fn properties_of_any_text() {
    run("properties");
}
