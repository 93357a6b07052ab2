//! Titles and roles beside names.

use crate::marked::entities;

fn roles(source: &str) -> Vec<String> {
    entities(source).into_iter().flat_map(|entity| entity.roles).map(|role| role.text).collect()
}

#[test]
fn before_the_name() {
    for (source, role) in [
        ("Turkish Foreign Minister {Ana Bela PERSON} said", "Turkish Foreign Minister"),
        ("Britain's Prime Minister {Karl Orr PERSON} left", "Britain's Prime Minister"),
        ("Special counsel {Karl Orr PERSON} found", "Special counsel"),
        ("The {Kremlin ORG} spokesman {Ana Bela PERSON} said", "Kremlin spokesman"),
        ("Former U.S. President {Karl Orr PERSON} said", "Former U.S. President"),
        ("the opposition leader {Karl Orr PERSON}", "opposition leader"),
        ("Sen. {Karl Orr PERSON} voted", "Sen."),
        ("Secretary of State {Karl Orr PERSON} flew", "Secretary of State"),
        ("Deputy Chairman of the {Bee Council ORG} {Ana Bela PERSON}", "Deputy Chairman of the Bee Council"),
        ("presidential envoy to {Belar District GPE} {Ana Bela PERSON}", "presidential envoy to Belar District"),
        ("the French foreign minister, {Ana Bela PERSON}, said", "French foreign minister"),
        ("Vice President {Ana Bela PERSON} said", "Vice President"),
        ("police chief {Ana Bela PERSON} said", "police chief"),
        ("head coach {Karl Orr PERSON} said", "head coach"),
    ] {
        assert_eq!(roles(source), [role], "{source}");
    }
}

#[test]
fn behind_the_name() {
    for (source, role) in [
        ("{Ana Bela PERSON}, the {Kremlin ORG} spokesman, said", "Kremlin spokesman"),
        ("{Ana Bela PERSON}, CEO of {Orrsoft ORG}, said", "CEO of Orrsoft"),
        ("{Karl Orr PERSON}, 42, a truck driver from {Kyiv GPE}, said", "truck driver from Kyiv"),
        ("said {Karl Orr PERSON}, head of the {Bee Council ORG}.", "head of the Bee Council"),
        ("{Ana Bela PERSON}, a professor at {Belaford University ORG}, wrote", "professor at Belaford University"),
        ("{Ana Bela PERSON}, Ukraine's deputy economy minister, wrote", "Ukraine's deputy economy minister"),
        ("{Karl Orr PERSON}, the city's mayor, wrote", "city's mayor"),
    ] {
        assert_eq!(roles(source), [role], "{source}");
    }
}

#[test]
fn what_is_no_role() {
    for source in [
        "Mr {Orr PERSON} said",
        "{Karl Orr PERSON}, 42, said",
        "{Karl Orr PERSON}, who is tall, said",
        "In Paris, {Karl Orr PERSON} said",
        "{Karl Orr PERSON}, speaking in Paris, said",
        "{Ana Bela PERSON}, {Karl Orr PERSON} and others",
        "the minister said. {Ana Bela PERSON} left",
        "{Orr PERSON} wins",
    ] {
        assert_eq!(roles(source), [""; 0], "{source}");
    }
}

#[test]
fn each_wording_once() {
    let found =
        entities("President {Ana Bela PERSON} came. President {Bela PERSON} spoke. {Bela PERSON}, a pilot, flew.");
    let roles: Vec<&str> = found[0].roles.iter().map(|role| role.text.as_str()).collect();
    assert_eq!(roles, ["President", "pilot"]);
}
