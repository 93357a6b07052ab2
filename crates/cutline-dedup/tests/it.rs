//! Captions through the front door: which are of one picture, and what is said about it.

use cutline_dedup::{Captions, caption_signatures, group, relate};
use cutline_doc::{CaptionParts, Relation};

const LEAD: &str =
    "Mayor Ana Bela waves to supporters outside the old town hall in Lima, Peru, Thursday, Jan. 10, 2020.";
const CONTEXT: &str = "The city chose a new council after months of quarrels about the harbour.";

fn same(one: &str, two: &str) -> bool {
    let mut captions = Captions::new();
    captions.add(caption_signatures(&[one, two]));
    let clusters = captions.cluster(|caption| caption);
    clusters[0] == clusters[1]
}

fn base() -> String {
    format!("{LEAD} {CONTEXT} (AP Photo/Kit Orr)")
}

#[test]
fn sees_through_what_pages_do_to_captions() {
    let base = base();
    for other in [
        format!("Image 3 of 9 {base}"),
        format!("4of9{base}"),
        format!("Image caption {base}"),
        format!("<p>{base}</p>"),
        format!("{base} / Copyright 2020 The Associated Press. All rights reserved"),
        format!("{base} {base}"),
        base.to_uppercase(),
        base.replace(", ", "&amp;#44; "),
        LEAD.to_owned(),
        format!("{LEAD} {CONTEXT}Reuters"),
        format!("{LEAD} {CONTEXT} Photo: Kit Orr/AP"),
        format!("{LEAD} Another background sentence stands here instead of it."),
        format!("FILE - {}", base.replace("Thursday, Jan. 10, 2020", "on January 10, 2020")),
        base.replace("Thursday, Jan. 10, 2020", "Thursday"),
        base.replace("supporters", "suporters"),
        base.replace("outside the old", "outside old"),
        format!("{}…", &LEAD[..60]),
    ] {
        assert!(same(&base, &other), "apart: {other}");
    }
}

#[test]
fn another_slot_is_another_picture() {
    let base = base();
    for other in [
        base.replace("Ana Bela", "Zoe Marsh"),
        base.replace("Lima, Peru", "Quito, Ecuador"),
        base.replace("Thursday, Jan. 10", "Friday, Jan. 11"),
        format!("Two dogs sleep in the shade of a parked bus in Lima, Peru, Thursday, Jan. 10, 2020. {CONTEXT}"),
    ] {
        assert!(!same(&base, &other), "joined: {other}");
    }
    assert!(!same("Garden party at the palace, photo 5", "Garden party at the palace, photo 6"));
    assert!(!same("how to bake rye bread at home", "how to bake rye bread at home - rolls"));
    assert!(!same("(Photo: Kit Orr)", "(Photo: Ana Bela)"));
}

#[test]
fn the_lead_goes_on_to_the_sentence_that_tells_the_day() {
    let asked = "Does the old stone bridge over the river have a future?";
    let first = format!("{asked} Mayor Ana Bela looks at it in Lima, Peru, Monday, May 3, 2021. {CONTEXT}");
    let second = format!("{asked} Children play below it in Lima, Peru, Monday, May 3, 2021. {CONTEXT}");
    assert!(!same(&first, &second));
    assert!(!same(&second, &format!("{asked} Mayor Ana Bela looks at…")));
    assert!(same(&first, &format!("{asked} Mayor Ana Bela looks at…")));
    assert!(same(&first, &first.replace(CONTEXT, "Another background sentence stands here instead of it.")));
    assert!(same(
        &base().replace(", Thursday, Jan. 10, 2020", ""),
        &format!("{}…", &base().replace(", Thursday, Jan. 10, 2020", "")[..110])
    ));
}

#[test]
fn clusters_do_not_chain_across_dates_nor_depend_on_order() {
    let dated =
        |day: &str| format!("Mayor Ana Bela waves to supporters outside the old town hall in Lima, Peru, {day}.");
    let texts = [dated("Thursday, Jan. 10, 2020"), dated("Thursday"), dated("Thursday, Jan. 17, 2020")];
    for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2]] {
        let mut captions = Captions::new();
        captions.add(caption_signatures(&order.map(|at: usize| texts[at].clone())));
        let clusters = captions.cluster(|caption| caption);
        let place = |text: usize| clusters[order.iter().position(|&at| at == text).unwrap()];
        assert_ne!(place(0), place(2));
        assert_eq!(place(0), place(1), "the undated one goes to the earlier day");
    }
}

#[test]
fn members_say_how_they_differ() {
    let base = base();
    let relation = |member: &str| relate(&base, member);
    assert_eq!(relation(&base).relation, Relation::Exact);
    assert_eq!(relation(&base.to_lowercase()).relation, Relation::Case);
    let cut = relation(&format!("{}...", &base[..42]));
    assert_eq!((cut.relation, cut.differs.as_deref()), (Relation::Truncated, Some("cut off after “outside”")));
    let bare = relation(&format!("{LEAD} {CONTEXT}"));
    assert_eq!((bare.relation, bare.differs.as_deref()), (Relation::Credit, Some("no credit")));
    let edited = relation(&base.replace("old town hall", "old station"));
    assert_eq!((edited.relation, edited.differs.as_deref()), (Relation::Edited, Some("“station” for “town hall”")));
}

#[test]
fn what_is_worded_otherwise_is_edited_and_furniture_is_not_wording() {
    let base = base();
    let relation = |member: &str| relate(&base, member).relation;
    assert_eq!(relation(&base.replace("Jan. 10", "January 10")), Relation::Edited);
    assert_eq!(relation(&base.replace(", Thursday", "")), Relation::Edited);
    assert_eq!(relation(&base.replace(' ', "  ")), Relation::Exact);
    assert_eq!(relation(&format!("Image 3 of 9 {base}")), Relation::Exact);
    assert_eq!(relation(&base.replace("(AP Photo/Kit Orr)", "Photo: Kit Orr/AP")), Relation::Credit);
    assert_eq!(relation(LEAD), Relation::Truncated);
}

#[test]
fn the_wording_that_most_captions_have_stands_for_all_then_the_lowest_id() {
    let base = base();
    let loose = base.replace("(AP Photo/Kit Orr)", "(Kit Orr / Associated Press)");
    let canonical = |texts: &[(&str, &str)]| {
        let mut captions = Captions::new();
        captions.add(caption_signatures(&texts.iter().map(|text| text.1).collect::<Vec<_>>()));
        let heads = captions.cluster(|at| texts[at as usize].0);
        assert!(heads.iter().all(|&head| head == heads[0]));
        texts[heads[0] as usize].0.to_owned()
    };
    assert_eq!(canonical(&[("a", &loose), ("c", &base), ("b", &base)]), "b");
    assert_eq!(canonical(&[("b", &loose), ("a", &base)]), "a");
    assert_eq!(canonical(&[("b", &base), ("a", &loose)]), "a");
    assert_eq!(canonical(&[("a", &base.replace(", 2020", "")), ("b", &base)]), "b", "the fuller date stands for both");
}

#[test]
fn thousands_that_share_nearly_all_are_told_apart() {
    let gallery =
        |n: usize| format!("{} wins a prize at the old town hall in Lima, Peru, photo {n}. {CONTEXT}", NAMES[n % 4]);
    let texts: Vec<String> = (0..3_000).map(|n| gallery(n / 2)).collect();
    let mut captions = Captions::new();
    captions.add(caption_signatures(&texts));
    let clusters = captions.cluster(|caption| caption);
    assert!(clusters.iter().enumerate().all(|(at, &head)| head as usize == at / 2 * 2));
}

const NAMES: [&str; 4] = ["Mayor Ana Bela", "Mayor Kit Orr", "Zoe Marsh", "Coach Tom Reyes of the harbour school"];

#[test]
fn groups_name_the_context_that_pictures_share() {
    let parts = |text: String| CaptionParts { text, ..CaptionParts::default() };
    let other = format!("Two dogs sleep in the shade of a parked bus in Lima, Peru, on Jan. 10, 2020. {CONTEXT}");
    let groups = group(&[parts(base()), parts(other), parts(LEAD.to_owned())]);
    let members: Vec<Vec<usize>> =
        groups.iter().map(|group| group.members.iter().map(|member| member.index).collect()).collect();
    assert_eq!(members, [vec![0, 2], vec![1]]);
    assert_eq!(groups[0].canonical, 0);
    let shared = &groups[1].shared_context[0];
    assert_eq!((shared.text.as_str(), shared.members.as_slice()), (CONTEXT, &[0, 1][..]));
}

#[test]
fn hostile_input_is_survived() {
    let long = "word ".repeat(200_000);
    let odd = ["", " ", "...", "\0\0", "((((((", "©", "Photo:", "1of1", "&&&&", "â€", "🏔️🏔️", "FILE -", &long];
    let groups = group(&odd.map(|text| CaptionParts { text: text.to_owned(), ..CaptionParts::default() }));
    assert_eq!(groups.iter().map(|group| group.members.len()).sum::<usize>(), odd.len());
    for text in odd {
        assert_eq!(relate(text, text).relation, Relation::Exact);
    }
}
