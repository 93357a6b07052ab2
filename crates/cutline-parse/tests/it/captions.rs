//! Captions without a credit, told by their style alone, in five layouts.

use crate::{layouts, parse, said};

/// Invented captions: what an agency would write, less the credit.
const CAPTIONS: &[&str] = &[
    "Mayor Ana Bela greets farmers as they arrive Thursday at the town hall in Lodz.",
    "Journalists work Tuesday outside the harbor office in Varna, Bulgaria, where the two sides met for talks.",
    "President Kit Orr delivers a speech Monday during a meeting of the water board in Riga, Latvia.",
    "A van, believed to carry the envoys, leaves the consulate Wednesday in Izmir, Turkey.",
    "Finance Minister Rosa Sami, left, meets Friday with Governor Tom Vale at the central bank in Accra.",
    "Firefighters battle a blaze at a paper mill in Tampere, Finland, on Sunday.",
    "People walk past a closed shop in central Porto, Portugal, Friday, March 12, 2021.",
    "Demonstrators hold placards during a rally in Nairobi, Kenya, Tuesday, June 8, 2021.",
    "Kit Orr, right, poses with his daughter at their farm near Dalton on Saturday.",
    "A woman carries water through a flooded street in Dhaka, Bangladesh, on Monday.",
    "Smoke rises from a warehouse on the outskirts of Basra, Iraq, Wednesday, Aug. 4, 2021.",
    "Children play in the snow outside a school in Sapporo, Japan, on Thursday.",
    "Coach Ivo Mandel gestures during the second half of Saturday's match in Graz, Austria.",
    "An oil tanker is moored at the quay in Odesa, Ukraine, on Oct. 11, 2021.",
    "A general view of the stadium in Durban, South Africa, on Tuesday.",
    "Rescuers search for survivors Sunday in the rubble of a building in Izmir, Turkey.",
    "Lena Varga, second from left, stands with members of her crew on Friday in Gdansk, Poland.",
    "Protesters march toward parliament Wednesday in Tbilisi, Georgia.",
    "Governor Tom Vale speaks to reporters Monday at the state Capitol in Harmon.",
    "Soldiers stand guard at a checkpoint near Mosul, Iraq, on Tuesday.",
    "Ivo Mandel of Graz heads the ball past Kit Orr during the cup final Sunday in Vienna.",
    "Prime Minister Lena Varga shakes hands with King Aldo at the palace in Tirana, Albania, on Friday.",
    "Mourners light candles at a memorial for the miners in Katowice, Poland, Thursday, Nov. 4, 2021.",
    "Residents wade through floodwater after heavy rain in Cebu, Philippines, on Saturday.",
    "Ana Bela, center, walks with lawyers outside the courthouse in Trenton on Wednesday.",
    "A farmer inspects his dried-out field near Cordoba, Argentina, on Monday.",
    "Aerial view of homes damaged by the storm in Port Elgin on Tuesday.",
    "Workers unload sacks of grain from a ship in the port of Mombasa, Kenya, on Sunday.",
    "Tom Vale waves to supporters as he arrives Tuesday at a polling station in Quito, Ecuador.",
    "Police officers patrol a market after Sunday's explosion in Kano, Nigeria.",
    "Visitors look at a painting by Rosa Sami at the National Gallery in Oslo, Norway, on Thursday.",
    "Students attend a class outdoors Monday at a school in Lima, Peru.",
];

const PARAGRAPHS: &[&str] = &[
    "The council said it would raise the price of water for the second time in a year, after months of dry weather left the lakes half empty.",
    "“We did not want this,” said Ana Bela, the mayor. “But nobody has found another way.”",
    "Officials had warned since spring that the pipes were old and that repairs would cost more than the town could pay.",
    "Orr told reporters that the talks had ended without a deal, and that both sides would return home for the weekend.",
    "The price was last raised in March, when heavy rain washed away a road and cut off three villages for a week.",
    "Sami, who took office last year, has promised that poor families would pay no more than they did before.",
    "Farmers in the valley complained that the plan was made without them and asked the court to stop it.",
];

/// An article with the given captions between its paragraphs, a blank line
/// before each caption only.
fn article(captions: &[&str]) -> String {
    let mut article = String::new();
    for (n, caption) in captions.iter().enumerate() {
        let from = n * 2 % (PARAGRAPHS.len() - 1);
        article.push_str(&format!("{}\n{}\n\n{caption}\n", PARAGRAPHS[from], vary(PARAGRAPHS[from + 1], n)));
    }
    article + "The vote is due next month, the council said."
}

/// The paragraph, told apart from its other uses.
fn vary(paragraph: &str, n: usize) -> String {
    format!("{paragraph} That was point {} of the report, which the council had not made public.", n + 1)
}

/// Share of the captions found, and how many were found that are none.
fn score(layout: impl Fn(&str) -> String) -> (f64, usize) {
    let (mut found, mut false_ones) = (0, 0);
    for group in CAPTIONS.chunks(5) {
        let said = said(&parse(&layout(&article(group))));
        found += group.iter().filter(|caption| said.contains(&caption.to_string())).count();
        false_ones += said.iter().filter(|said| !group.contains(&said.as_str())).count();
    }
    (found as f64 / CAPTIONS.len() as f64, false_ones)
}

#[test]
fn blank_lines_before_captions_only() {
    assert_eq!(score(str::to_owned), (1.0, 0));
}

#[test]
fn blank_lines_everywhere() {
    assert_eq!(score(layouts::spaced), (1.0, 0));
}

#[test]
fn blank_lines_nowhere() {
    assert_eq!(score(layouts::dense), (1.0, 0));
}

#[test]
fn hard_wrapped() {
    assert_eq!(score(|article| layouts::wrapped(article, 72)), (1.0, 0));
}

#[test]
fn one_long_line() {
    assert_eq!(score(layouts::one_line), (1.0, 0));
}

/// Agencies sign articles too, and newsletters name their sources in brackets.
#[test]
fn sign_offs_are_no_credits() {
    for last in [
        "They filed a report on Nov 29 after he had failed to call his family. – Bernama",
        "The search was widely seen as aimed at money flows between the two firms. (Yonhap)",
        "Senators Lind (Mich.), Ivo Mandel (Ill.) and Ben Sami were on the list, as was Rosa Dent (Pa.).",
        "The storm drove two ferries aground overnight, the harbor office told its crews. [AP.]",
    ] {
        let told = "The council met for two hours and then voted to close the mill by the end of the year.";
        let article = format!(
            "{told}\n\nNobody was hurt in the storm, the mayor said later on that day.\n\n{told} It will open again.\n\n{last}\n"
        );
        assert_eq!(said(&parse(&article)), Vec::<String>::new(), "{last}");
    }
}

/// In an article that came without a page around it short lines are a list,
/// and a sentence about terms and conditions is no consent box.
#[test]
fn short_lines_of_plain_articles() {
    let told = "The council met for two hours and then voted to close the mill by the end of the year.";
    let terms = "In its May 3 letter the board said that it had varied the terms and conditions of the contract with the \
                 mill, although the union of the weavers in Lodz had asked the court for a delay of two months.";
    let article =
        format!("{told}\n\nAna Bela (Lodz);\n\nKit Orr (Varna);\n\nRosa Sami\n\n{terms}\n\n{told} Work ended.");
    let document = parse(&article);
    let kinds: Vec<&str> = document.blocks.iter().map(|block| block.kind.name()).collect();
    assert_eq!(kinds, ["paragraph", "list_item", "list_item", "heading", "paragraph", "paragraph"]);
    let alone = parse("In the Lodz council election of 2014 and the mayoral election that followed it");
    assert_eq!(alone.blocks[0].kind.name(), "paragraph");
}
