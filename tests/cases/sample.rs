//! What the program says about the sample articles.

use crate::program::{run, top};

fn shown(arguments: &[&str]) -> String {
    let outcome = run(&top(), arguments);
    assert_eq!((outcome.stderr.as_str(), outcome.status), ("", Some(0)));
    outcome.stdout
}

#[test]
fn report_for_the_terminal() {
    insta::assert_snapshot!(shown(&["report", "seeds"]));
}

#[test]
fn report_in_markdown() {
    insta::assert_snapshot!(shown(&["report", "seeds", "--format", "markdown"]));
}
