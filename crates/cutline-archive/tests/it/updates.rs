//! The same documents give the same rows, whatever came before.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use cutline::Analysis;
use cutline_archive::Archive;
use proptest::prelude::*;

use crate::{analyzed, dump, nowhere, settle};

/// Texts that share people, captions and passages in many ways.
const TEXTS: [&str; 7] = [
    "PORT ELLERY (AP) — Mayor Ana Bela said on May 3, 2021, that the harbour bridge is safe. “We waited for it,” Bela \
     said.\n\nMayor Ana Bela, left, opens the harbour bridge in Port Ellery on May 3, 2021. (Rosa Sami/Reuters)\n",
    "Mayor Ana Maria Bela said on Tuesday that ships would pass the harbour bridge from June.\n\nMAYOR ANA BELA, LEFT, \
     OPENS THE HARBOUR BRIDGE IN PORT ELLERY...\n",
    "Bela met Kit Orr in Lodz, Poland. Orr, a former harbour master, praised the bridge and said that it would last.\n",
    "PORT ELLERY (AP) — Mayor Ana Bela said on May 3, 2021, that the harbour bridge is safe. “We waited for it,” Bela \
     said. The old bridge had been closed to all cars since the spring, and the ferry took an hour.\n",
    "Kit Orr, the son of the harbour master, left the court on Friday.\n\nKit Orr leaves the court in Lodz, Poland, on \
     May 4, 2021. The bridge was begun in 2001. (AP Photo/Rosa Sami)\n",
    "Prime Minister Orr spoke of Ellery Holdings and the European Union on 4 May 2021.\n",
    "No names, no dates, nothing else.\n",
];

const IDS: [&str; 5] = ["a.txt", "b.txt", "c.txt", "d.txt", "e.txt"];

/// What is done to an archive.
#[derive(Clone, Copy, Debug)]
enum Step {
    /// The document of this id gets this text.
    Put(usize, usize),
    Remove(usize),
    Settle,
}

fn step() -> impl Strategy<Value = Step> {
    let put = (0..IDS.len(), 0..TEXTS.len()).prop_map(|(id, text)| Step::Put(id, text));
    prop_oneof![6 => put, 2 => (0..IDS.len()).prop_map(Step::Remove), 2 => Just(Step::Settle)]
}

/// Analysed once: the tests put them in again and again.
fn analysis(id: usize, text: usize) -> &'static Analysis {
    static ALL: OnceLock<Vec<Vec<Analysis>>> = OnceLock::new();
    let all = || IDS.iter().map(|id| TEXTS.iter().map(|text| analyzed(id, text)).collect()).collect();
    &ALL.get_or_init(all)[id][text]
}

fn carry_out(archive: &mut Archive, step: Step, held: &mut BTreeMap<usize, usize>) {
    match step {
        Step::Put(id, text) => {
            archive.put(analysis(id, text), &text.to_string()).unwrap();
            held.insert(id, text);
        }
        Step::Remove(id) => {
            assert_eq!(archive.remove(IDS[id]).unwrap(), held.remove(&id).is_some());
        }
        Step::Settle => {
            settle(archive);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn an_archive_with_a_history_equals_one_from_scratch(steps in prop::collection::vec(step(), 1..16)) {
        let mut held = BTreeMap::new();
        let mut archive = Archive::open(&nowhere("history"), "1").unwrap();
        for step in steps {
            carry_out(&mut archive, step, &mut held);
        }
        settle(&mut archive);
        let mut scratch = Archive::open(&nowhere("scratch"), "1").unwrap();
        for (&id, &text) in held.iter().rev() {
            scratch.put(analysis(id, text), &text.to_string()).unwrap();
        }
        settle(&mut scratch);
        prop_assert_eq!(dump(&archive), dump(&scratch));
        prop_assert_eq!(archive.faults().unwrap(), Vec::<String>::new());
        prop_assert_eq!(archive.count().unwrap(), held.len() as u64);
    }
}

#[test]
fn what_is_put_in_comes_out() {
    let mut archive = Archive::open(&nowhere("round"), "1").unwrap();
    for id in 0..3 {
        archive.put(analysis(id, id), "s").unwrap();
    }
    let mut read = Vec::new();
    archive
        .each(|analysis| -> cutline_archive::Result<()> {
            read.push(analysis);
            Ok(())
        })
        .unwrap();
    assert_eq!(read.len(), 3);
    for (n, read) in read.iter().enumerate() {
        let put = analysis(n, n);
        assert_eq!((&read.id, &read.document, &read.entities), (&put.id, &put.document, &put.entities));
        assert_eq!(read.quotes.len(), put.quotes.len());
    }
    assert_eq!(archive.stamps().unwrap()["b.txt"], "s");
}

#[test]
fn settling_again_changes_nothing() {
    let mut archive = Archive::open(&nowhere("again"), "1").unwrap();
    for id in 0..IDS.len() {
        archive.put(analysis(id, id), "").unwrap();
    }
    assert!(!archive.is_settled().unwrap());
    let first = settle(&mut archive);
    assert!(archive.is_settled().unwrap() && first.names > 5 && first.captions == 2 && first.stories > 1, "{first:?}");
    let before = dump(&archive);
    assert_eq!(settle(&mut archive), cutline_archive::Settled::default());
    assert_eq!(dump(&archive), before);
}
