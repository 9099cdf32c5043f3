//! Runs the examples as a user would.

use std::{
    env, fs,
    io::{self, Write},
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    sync::OnceLock,
    thread,
};

/// What a run left.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// The program of the example with this name.
///
/// `cargo test` and `cargo nextest run` build all examples before they run a test; only a choice of targets on their
/// command line (`--test …`) leaves them out, and then one that is missing or out of date is built here.
fn program(example: &str) -> PathBuf {
    static FRESH: OnceLock<()> = OnceLock::new();
    let test = env::current_exe().unwrap();
    // target/PROFILE/deps/this_test-0123456789abcdef
    let profile_dir = test.parent().unwrap().parent().unwrap();
    let program = profile_dir.join("examples").join(format!("{example}{}", env::consts::EXE_SUFFIX));
    FRESH.get_or_init(|| {
        if !is_fresh(&program).unwrap_or(false) {
            build(example, profile_dir.file_name().unwrap().to_str().unwrap());
        }
    });
    program
}

/// Whether no source of `program` is younger than it, by the list of them that cargo writes beside it.
fn is_fresh(program: &Path) -> io::Result<bool> {
    let built = fs::metadata(program)?.modified()?;
    let list = fs::read_to_string(program.with_extension("d"))?;
    let (_, sources) = list.trim_end().split_once(": ").unwrap_or_default();
    // A space within a path is escaped.
    let sources = sources.replace("\\ ", "\0");
    Ok(sources.split(' ').map(|source| source.replace('\0', " ")).all(|source| {
        let changed = fs::metadata(source).and_then(|source| source.modified());
        changed.is_ok_and(|changed| changed <= built)
    }))
}

fn build(example: &str, profile_dir: &str) {
    let profile = if profile_dir == "debug" { "dev" } else { profile_dir };
    let status = Command::new(env!("CARGO")).args(["build", "--profile", profile, "--example", example]).status();
    assert!(status.unwrap().success(), "`cargo build --example {example}` failed");
}

/// A run of the example with these arguments, with no terminal, and nothing in the environment that asks for color.
pub(crate) fn command(example: &str, args: &[&str]) -> Command {
    let mut command = Command::new(program(example));
    command.args(args);
    for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS"] {
        command.env_remove(variable);
    }
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

pub(crate) fn run(example: &str, args: &[&str]) -> Ran {
    ran(command(example, args).output().unwrap())
}

/// A run that finds `input` on its standard input.
pub(crate) fn run_with_input(example: &str, args: &[&str], input: &[u8]) -> Ran {
    let mut child = command(example, args).stdin(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    thread::scope(|scope| {
        // A run that stops early closes the pipe on us; that is its right.
        scope.spawn(move || {
            let _ = stdin.write_all(input);
        });
        ran(child.wait_with_output().unwrap())
    })
}

fn ran(Output { status, stdout, stderr }: Output) -> Ran {
    let [stdout, stderr] = [stdout, stderr].map(|bytes| String::from_utf8(bytes).unwrap());
    Ran { code: status.code(), stdout, stderr }
}
