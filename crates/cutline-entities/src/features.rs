//! What a token looks like to the model.
//!
//! Words, shapes, affixes and clusters in a window of two, their conjunctions,
//! and what the lists know, as in Ratinov and Roth (2009). The second stage
//! adds what the first found elsewhere in the document.

use cutline_linear::Hash;

use crate::candidates::Run;
use crate::lists::Classes;
use crate::words::{Case, Entries, Type, Words};

/// The number of this feature code: changed with every change of the features,
/// so that weights trained for another are refused.
pub const FEATURE_SET: u32 = 2;

/// The features of one token, to be filled again and again.
pub type Features = Vec<u32>;

/// What stands where the sentence does not reach.
const NOTHING: u64 = 0x5EED;

/// A window of words round a token.
struct Window<'w> {
    words: &'w Words,
    sentence: (u32, u32),
    at: u32,
}

impl<'w> Window<'w> {
    fn get(&self, offset: i32) -> Option<&'w Type> {
        let at = self.at.checked_add_signed(offset)?;
        (at >= self.sentence.0 && at < self.sentence.1).then(|| self.words.of(at))
    }

    fn folded(&self, offset: i32) -> u64 {
        self.get(offset).map_or(NOTHING, |word| word.folded)
    }

    fn shape(&self, offset: i32) -> u64 {
        self.get(offset).map_or(NOTHING, |word| word.shape.runs)
    }

    fn cluster(&self, offset: i32, grain: usize) -> u64 {
        self.get(offset).map_or(0, |word| u64::from(word.clusters[grain]))
    }

    fn classes(&self, offset: i32) -> Classes {
        self.get(offset).map_or(Classes::NONE, |word| word.classes)
    }
}

/// Collects the features of the token at `at` of `run` that its sentence alone tells.
pub fn local(words: &Words, run: Run, at: u32, out: &mut Features) {
    let sentence = words.sentences[run.sentence as usize];
    let window = Window { words, sentence: (sentence.start, sentence.end), at };
    let here = words.of(at);
    let mut add = |template: u32, values: &[u64]| {
        let hash = values.iter().fold(Hash::new(template), |hash, value| hash.mix(*value));
        out.push(hash.key());
    };
    of_words(&window, here, &mut add);
    of_shapes(&window, here, &mut add);
    of_clusters(&window, &mut add);
    of_lists(&window, words.entries[at as usize], &mut add);
    of_place(&window, here, run, sentence.case, &mut add);
}

fn of_words(window: &Window<'_>, here: &Type, add: &mut impl FnMut(u32, &[u64])) {
    let folded = [-2, -1, 0, 1, 2].map(|offset| window.folded(offset));
    add(10, &[here.exact]);
    for (template, word) in (11..).zip(folded) {
        add(template, &[word]);
    }
    add(16, &[folded[1], folded[2]]);
    add(17, &[folded[2], folded[3]]);
    add(18, &[folded[0], folded[1]]);
    add(19, &[folded[3], folded[4]]);
    add(20, &[folded[1], folded[3]]);
    add(21, &[folded[1], here.shape.runs]);
    add(22, &[folded[3], here.shape.runs]);
    for (n, (head, tail)) in (0u32..).zip(here.heads.iter().zip(&here.tails)) {
        add(23 + n, &[*head]);
        add(27 + n, &[*tail]);
    }
    for (template, offset) in [(31, -1), (32, 1)] {
        add(template, &[window.get(offset).map_or(NOTHING, |word| word.tails[2])]);
    }
}

fn of_shapes(window: &Window<'_>, here: &Type, add: &mut impl FnMut(u32, &[u64])) {
    let shapes = [-2, -1, 0, 1, 2].map(|offset| window.shape(offset));
    for (template, shape) in (40..).zip(shapes) {
        add(template, &[shape]);
    }
    add(45, &[here.shape.lengths]);
    add(46, &[shapes[1], shapes[2]]);
    add(47, &[shapes[2], shapes[3]]);
    add(48, &[shapes[1], shapes[2], shapes[3]]);
    add(49, &[shapes[0], shapes[1], shapes[2]]);
    add(50, &[shapes[2], shapes[3], shapes[4]]);
    add(51, &[here.tails[2], shapes[1], shapes[3]]);
}

fn of_clusters(window: &Window<'_>, add: &mut impl FnMut(u32, &[u64])) {
    for (n, offset) in (0u32..).zip([-2, -1, 0, 1, 2]) {
        for grain in 0..3 {
            let cluster = window.cluster(offset, grain);
            if cluster != 0 {
                add(60 + n * 3 + grain as u32, &[cluster]);
            }
        }
    }
    let middle = [-2, -1, 0, 1, 2].map(|offset| window.cluster(offset, 1));
    add(80, &[middle[1], window.shape(0)]);
    add(81, &[middle[3], window.shape(0)]);
    add(82, &[middle[1], middle[2]]);
    add(83, &[middle[2], middle[3]]);
    add(84, &[middle[1], middle[3]]);
    add(85, &[middle[1], middle[2], middle[3]]);
    add(86, &[middle[3], middle[4]]);
    add(87, &[middle[0], middle[1]]);
    let fine = [-1, 0, 1].map(|offset| window.cluster(offset, 0));
    add(88, &[fine[0], window.shape(0)]);
    add(89, &[fine[2], window.shape(0)]);
    add(90, &[fine[1], window.shape(-1), window.shape(1)]);
}

fn of_lists(window: &Window<'_>, entries: Entries, add: &mut impl FnMut(u32, &[u64])) {
    let classes = [-1, 0, 1].map(|offset| window.classes(offset));
    for (template, classes) in (100..).zip(classes) {
        for bit in classes.bits() {
            add(template, &[u64::from(bit)]);
        }
    }
    let [before, here, after] = classes.map(|classes| u64::from(classes.0));
    add(103, &[here]);
    add(104, &[before, here]);
    add(105, &[here, after]);
    add(106, &[here, window.shape(-1), window.shape(1)]);
    for (template, classes) in (107..).zip([entries.begin, entries.inside, entries.last]) {
        for bit in classes.bits() {
            add(template, &[u64::from(bit)]);
        }
    }
}

fn of_place(window: &Window<'_>, here: &Type, run: Run, case: Case, add: &mut impl FnMut(u32, &[u64])) {
    let first = window.at == window.sentence.0;
    let case = case as u64;
    add(120, &[u64::from(first), here.shape.runs]);
    add(121, &[case, here.shape.runs]);
    if first {
        add(122, &[here.folded]);
        add(123, &[u64::from(here.clusters[1])]);
        add(124, &[window.shape(1)]);
    }
    if case != 0 {
        add(125, &[case, here.folded]);
        add(126, &[case, u64::from(here.clusters[1])]);
        add(127, &[case, u64::from(here.classes.0)]);
    }
    let before = outside(window, run.start.checked_sub(1));
    let behind = outside(window, Some(run.end));
    add(128, &[before, here.shape.runs]);
    add(129, &[behind, here.shape.runs]);
}

/// The word outside of the run.
fn outside(window: &Window<'_>, at: Option<u32>) -> u64 {
    let within = at.filter(|at| (window.sentence.0..window.sentence.1).contains(at));
    within.map_or(NOTHING, |at| window.words.of(at).folded)
}
