//! Amounts, laws, languages, events, products and works, by rules.

use cutline_doc::Label;
use cutline_entities::rule_names;

use crate::marked::document;

fn found(text: &str, label: Label) -> Vec<String> {
    let document = document(text);
    let names = rule_names(&document, cutline_english::lists());
    names.iter().filter(|m| m.label == label).map(|m| document.slice(m.span).to_string()).collect()
}

fn check(label: Label, cases: &[(&str, &[&str])]) {
    for (text, names) in cases {
        assert_eq!(found(text, label), *names, "{text}");
    }
}

#[test]
fn money() {
    check(
        Label::Money,
        &[
            ("It cost $5 million.", &["$5 million"]),
            ("It cost US$1,169.50 in all.", &["US$1,169.50"]),
            ("Some £3.2bn and €40m went.", &["£3.2bn", "€40m"]),
            ("They paid 300 euros and 20 cents.", &["300 euros", "20 cents"]),
            ("A grant of 2 billion U.S. dollars", &["2 billion U.S. dollars"]),
            ("Rs 500 or RM7,856,920 or N$100 000", &["Rs 500", "RM7,856,920", "N$100 000"]),
            ("about $5-10 million", &["$5-10 million"]),
            ("a 300-euro fine", &["300-euro"]),
            ("five hundred dollars", &["five hundred dollars"]),
            ("millions of dollars", &["millions of dollars"]),
            ("They have won 5 medals; 5 won.", &[]),
            ("It weighs 200 pounds.", &[]),
            ("100 million pounds", &["100 million pounds"]),
            ("The dollar fell.", &[]),
        ],
    );
}

#[test]
fn percentages() {
    check(
        Label::Percent,
        &[
            ("It rose 3.5 percent.", &["3.5 percent"]),
            ("It rose 3.5% and fell 4 per cent.", &["3.5%", "4 per cent"]),
            ("5-10 percent", &["5-10 percent"]),
            ("twenty-five percent", &["twenty-five percent"]),
            ("two percentage points", &["two percentage points"]),
            ("a 10-percent cut", &["10-percent"]),
            ("growth of -9.1%", &["-9.1%"]),
            ("a percentage of them", &[]),
        ],
    );
}

#[test]
fn quantities() {
    check(
        Label::Quantity,
        &[
            ("He ran 10 miles.", &["10 miles"]),
            ("a 67-km road", &["67-km"]),
            ("some 40km off", &["40km"]),
            ("6 feet 2 inches tall", &["6 feet 2 inches"]),
            ("up to 110km/h and 90 km/h", &["110km/h", "90 km/h"]),
            ("minus 10 degrees Celsius", &["minus 10 degrees Celsius"]),
            ("It was 17.2°C.", &["17.2°C"]),
            ("3.2 million barrels per day", &["3.2 million barrels per day"]),
            ("two square miles", &["two square miles"]),
            ("8 by 10 feet", &["8 by 10 feet"]),
            ("thousands of tonnes", &["thousands of tonnes"]),
            ("It weighs 200 pounds.", &["200 pounds"]),
            ("varying degrees of success", &[]),
            ("on two feet of clay; the last mile", &[]),
            ("5m people on 5G", &[]),
        ],
    );
}

#[test]
fn laws() {
    check(
        Label::Law,
        &[
            ("under the Clean Bee Act of 1990,", &["Clean Bee Act of 1990"]),
            ("the Data Bee Protection Act 2018", &["Data Bee Protection Act 2018"]),
            ("the Treaty of Rome said", &["Treaty of Rome"]),
            ("the Paris Agreement", &["Paris Agreement"]),
            ("the Geneva Conventions", &["Geneva Conventions"]),
            ("the First Amendment", &["First Amendment"]),
            ("Article 5 of the Constitution", &["Article 5 of the Constitution"]),
            ("Section 256 of the Bee Procedure Act", &["Section 256 of the Bee Procedure Act"]),
            ("the Bank of Bela (Amendment) Act, 2016", &["Bank of Bela (Amendment) Act, 2016"]),
            ("the UN Convention on the Law of the Sea", &["UN Convention on the Law of the Sea"]),
            ("the Kyoto Protocol and the Paris Agreement", &["Kyoto Protocol", "Paris Agreement"]),
            ("in the Constitution, it says", &["Constitution"]),
            ("Bill Orr signed. The Act was old.", &[]),
            ("Belaford Law School", &[]),
            ("the agreement of 1990", &[]),
            ("the Lima Convention Center", &[]),
        ],
    );
}

#[test]
fn events() {
    check(
        Label::Event,
        &[
            ("since World War II", &["World War II"]),
            ("in the First World War", &["First World War"]),
            ("the Vietnam War", &["Vietnam War"]),
            ("the Syrian Civil War", &["Syrian Civil War"]),
            ("Hurricane Belinda hit", &["Hurricane Belinda"]),
            ("Tropical Storm Odo", &["Tropical Storm Odo"]),
            ("at the 2022 FIFA World Cup", &["2022 FIFA World Cup"]),
            ("the Winter Olympics", &["Winter Olympics"]),
            ("Super Bowl LIX", &["Super Bowl LIX"]),
            ("the Battle of Orr", &["Battle of Orr"]),
            ("the Belaford Film Festival", &["Belaford Film Festival"]),
            ("the Monaco Grand Prix", &["Monaco Grand Prix"]),
            ("the National Hurricane Center", &[]),
            ("a war on bees; the games", &[]),
            ("The Revolution ate its children", &[]),
        ],
    );
}

#[test]
fn products() {
    check(
        Label::Product,
        &[
            ("an F-16 and two MiG-29s", &["F-16", "MiG-29s"]),
            ("a Boeing 737 MAX 8 jet", &["Boeing 737 MAX 8"]),
            ("an Airbus A380", &["Airbus A380"]),
            ("S-400 missiles", &["S-400"]),
            ("the iPhone 14 Pro", &["iPhone 14 Pro"]),
            ("the tanker Bela Star sank", &["Bela Star"]),
            ("the icebreaker Orrsky left", &["Orrsky"]),
            ("the USS Orr sails", &["USS Orr"]),
            ("the G-20, the F-1 race, COVID-19, I-95", &[]),
            ("Boeing 2020 results", &[]),
        ],
    );
}

#[test]
fn works() {
    check(
        Label::WorkOfArt,
        &[
            ("the film “Crossing the Bees,” which", &["Crossing the Bees"]),
            ("her 2010 novel \"Bees of Orr\" won", &["Bees of Orr"]),
            ("a book called ‘The Bee Kings’", &["The Bee Kings"]),
            ("“Honey” director Karl Orr", &["Honey"]),
            ("a song titled “Bee, Bee”", &["Bee, Bee"]),
            ("said the book “was never finished”", &[]),
            ("“The Bees Are Back,” he said", &[]),
            ("his “Big Plan” failed", &[]),
        ],
    );
}

#[test]
fn languages() {
    check(
        Label::Language,
        &[
            ("She speaks French.", &["French"]),
            ("She speaks English, German and French well", &["English", "German", "French"]),
            ("translated into Arabic", &["Arabic"]),
            ("the Vietnamese language", &["Vietnamese"]),
            ("an English-language paper", &["English"]),
            ("he said in Spanish.", &["Spanish"]),
            ("fluent in Russian and Hindi", &["Russian", "Hindi"]),
            ("the French president", &[]),
            ("in Chinese cities", &[]),
        ],
    );
}
