//! Tells the tests whether there are files of twitter-text, so that without them they are ignored, and not passed.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=TWITTER_TEXT");
    println!("cargo::rustc-check-cfg=cfg(twitter_text)");
    if std::env::var_os("TWITTER_TEXT").is_some() {
        println!("cargo::rustc-cfg=twitter_text");
    }
}
