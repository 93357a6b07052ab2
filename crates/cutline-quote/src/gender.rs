//! Whether 'he' or 'she' may mean a person: from titles before the name and
//! from given names that go with one of the two nearly always. Used only to
//! rule antecedents out, never reported.

use std::sync::OnceLock;

use cutline_doc::{Entity, Label, Mention};
use rustc_hash::FxHashMap;

use crate::lexicon::form;
use crate::reading::Paragraph;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gender {
    Female,
    Male,
}

/// The gender of each entity, by its id, where it is plain.
pub(crate) fn genders(
    text: &str,
    mentions: &[Mention],
    entities: &[Entity],
    paragraphs: &[Paragraph],
) -> Vec<Option<Gender>> {
    let mut genders: Vec<Option<Gender>> = entities
        .iter()
        .map(|entity| if entity.label == Label::Person { by_given_name(&entity.name) } else { None })
        .collect();
    for paragraph in paragraphs {
        for pair in paragraph.pieces.windows(2) {
            let Some(mention) = pair[1].mention.filter(|_| pair[0].mention.is_none()) else { continue };
            let title = by_title(text[pair[0].span].trim_end_matches('.'));
            let before = title.or_else(|| {
                (&text[pair[0].span] == ".").then(|| title_before_stop(text, pair[0].span.start)).flatten()
            });
            let entity = mentions[mention as usize].entity.and_then(|id| genders.get_mut(id as usize));
            if let (Some(gender), Some(slot)) = (before, entity) {
                *slot = Some(gender);
            }
        }
    }
    genders
}

fn title_before_stop(text: &str, stop: u32) -> Option<Gender> {
    let before = &text[..stop as usize];
    let from = before.rfind(|c: char| !c.is_ascii_alphabetic()).map_or(0, |at| at + 1);
    before.get(from..).and_then(by_title)
}

fn by_title(word: &str) -> Option<Gender> {
    match word {
        "Mr" | "Sir" | "Lord" | "King" | "Prince" | "Pope" | "Father" | "Brother" | "spokesman" | "chairman"
        | "congressman" | "Congressman" => Some(Gender::Male),
        "Mrs" | "Ms" | "Miss" | "Dame" | "Lady" | "Queen" | "Princess" | "Sister" | "spokeswoman" | "chairwoman"
        | "congresswoman" | "Congresswoman" => Some(Gender::Female),
        _ => None,
    }
}

fn by_given_name(name: &str) -> Option<Gender> {
    static NAMES: OnceLock<FxHashMap<u32, Gender>> = OnceLock::new();
    let names = NAMES.get_or_init(|| {
        let of = |list: &'static str, gender| list.split_whitespace().map(move |name| (form(name), gender));
        of(FEMALE, Gender::Female).chain(of(MALE, Gender::Male)).collect()
    });
    let mut words = name.split_whitespace();
    let first = words.next()?;
    words.next()?;
    names.get(&form(first)).copied()
}

/// Given names frequent in English-language news, each nearly always a woman's.
const FEMALE: &str = "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa margaret betty \
    sandra ashley dorothy kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura helen \
    sharon cynthia kathleen amy shirley angela anna ruth brenda pamela nicole katherine samantha christine catherine \
    virginia debra rachel janet emma carolyn maria heather diane julie joyce victoria kelly christina joan evelyn \
    lauren judith olivia martha cheryl megan andrea ann anne alice jean jane kathryn hannah gloria teresa sara janice \
    julia grace rose theresa denise marilyn amber danielle sophia diana charlotte natalie isabella hillary ivanka \
    melania kellyanne claire ellen elena irina olga natalia tatiana svetlana yulia oksana kate fiona priti ursula \
    marine giorgia sonia fatima aisha leila yasmin mei priya nikki carly tulsi kamala jill michele gretchen";

/// … a man's.
const MALE: &str = "james robert john michael david william richard joseph thomas charles christopher daniel matthew \
    anthony mark donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan \
    jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander frank patrick \
    raymond jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle ethan walter noah jeremy \
    christian keith roger terry austin sean gerald carl harold dylan arthur lawrence jordan jesse bryan billy bruce \
    gabriel joe logan alan juan albert willie elijah wayne randy vincent mason roy ralph bobby russell bradley philip \
    eugene vladimir dmitry dmitri sergey sergei igor ivan boris mikhail nikolai oleg yuri volodymyr viktor emmanuel \
    francois jean-luc olaf friedrich keir barack mike bill bob tom tim jim ted ben dan rob ron steve bernie marco mitt \
    newt chris rick rand jeb mohammed muhammad ahmed ali hassan hussein ibrahim omar recep xi narendra antonio carlos \
    luis pedro micheal sebastian stefan klaus hans jens lars giuseppe matteo silvio";
