//! Scoring and decoding, positions per second.

use cutline_linear::{Hash, Lattice, Model, Weights};
use divan::counter::ItemsCount;
use divan::{Bencher, black_box};

const STATES: usize = 29;
const POSITIONS: usize = 64;

fn main() {
    divan::main();
}

fn model() -> Model {
    let mut weights = Weights::new(0, (0..STATES).map(|state| format!("S{state}")));
    for feature in 0..100_000u64 {
        for weight in 0..3 {
            let state = (feature * 7 + weight * 11) as usize % STATES;
            weights.add(Hash::new(0).mix(feature).key(), state, (feature % 13) as f32 - 6.0);
        }
    }
    Model::load(&weights.to_bytes(), 0).expect("a model just written")
}

fn features() -> Vec<Vec<u32>> {
    let key = |position: u64, at: u64| Hash::new(0).mix((position * 97 + at * 3571) % 200_000).key();
    (0..POSITIONS as u64).map(|position| (0..60).map(|at| key(position, at)).collect()).collect()
}

#[divan::bench]
fn emit(bencher: Bencher<'_, '_>) {
    let (model, features) = (model(), features());
    let mut lattice = Lattice::new(STATES);
    bencher.counter(ItemsCount::new(POSITIONS)).bench_local(|| {
        lattice.clear();
        features.iter().for_each(|features| model.emit(black_box(features), lattice.push()));
    });
}

#[divan::bench]
fn best(bencher: Bencher<'_, '_>) {
    let (model, mut lattice) = filled();
    bencher.counter(ItemsCount::new(POSITIONS)).bench_local(|| lattice.best(model.chain()).len());
}

#[divan::bench]
fn sum(bencher: Bencher<'_, '_>) {
    let (model, mut lattice) = filled();
    bencher.counter(ItemsCount::new(POSITIONS)).bench_local(|| lattice.sum(model.chain()));
}

fn filled() -> (Model, Lattice) {
    let model = model();
    let mut lattice = Lattice::new(STATES);
    features().iter().for_each(|features| model.emit(features, lattice.push()));
    (model, lattice)
}
