//! Models from the outside: written, read, spoilt and asked.

use cutline_linear::{Chain, Hash, Lattice, Model, ModelError, Weights};
use proptest::prelude::*;

fn toy() -> Weights {
    let mut weights = Weights::new(3, ["O", "B", "I"]);
    weights.add(Hash::new(0).str("dr").key(), 1, 1.5);
    weights.add(Hash::new(0).str("orr").key(), 2, -0.75);
    for state in 0..3 {
        weights.add(Hash::new(1).mix(9).key(), state, state as f32);
    }
    weights.bias([0.25, 0.0, -0.25]);
    let never = Chain::NEVER;
    weights.chain(Chain::new(vec![0.0, 0.5, never, 0.0, 0.0, 1.0, 0.0, 0.0, 1.0], vec![0.0, 0.0, never], vec![0.0; 3]));
    weights
}

#[test]
fn a_model_scores_as_its_weights_say() {
    let model = Model::load(&toy().to_bytes(), 3).unwrap();
    let mut scores = [0.0; 3];
    model.emit(&[Hash::new(0).str("dr").key(), Hash::new(1).mix(9).key(), 12345], &mut scores);
    let wanted = [0.25, 2.5, 1.75];
    assert!(scores.iter().zip(wanted).all(|(score, wanted)| (score - wanted).abs() < 0.02), "{scores:?}");
    assert_eq!(model.labels(), ["O", "B", "I"]);
    assert_eq!(model.features(), 3);
}

#[test]
fn a_spoilt_file_is_an_error_with_a_sentence() {
    let bytes = toy().to_bytes();
    assert_eq!(Model::load(b"", 3).unwrap_err(), ModelError::Short);
    assert_eq!(Model::load(b"PK\x03\x04 and so on", 3).unwrap_err(), ModelError::Foreign);
    assert_eq!(Model::load(&bytes, 4).unwrap_err(), ModelError::FeatureSet { found: 3, wanted: 4 });
    let mut flipped = bytes.clone();
    flipped[60] ^= 1;
    assert_eq!(
        Model::load(&flipped, 3).unwrap_err().to_string(),
        "the model file is damaged: its checksum does not match"
    );
    for len in 0..bytes.len() {
        assert!(Model::load(&bytes[..len], 3).is_err(), "{len} bytes of {}", bytes.len());
    }
}

#[test]
fn pruning_drops_what_is_small() {
    let mut weights = toy();
    weights.prune(1.0);
    assert_eq!(weights.features(), 2);
}

/// All paths of a short sequence with their scores.
fn paths(scores: &[Vec<f32>], chain: &Chain) -> Vec<(Vec<u16>, f64)> {
    let mut made: Vec<(Vec<u16>, f64)> = vec![(vec![], 0.0)];
    for (position, row) in scores.iter().enumerate() {
        made = made
            .into_iter()
            .flat_map(|(path, sum)| {
                row.iter().zip(0u16..).map(move |(score, state)| {
                    let step = match path.last() {
                        Some(last) => chain.steps(*last as usize)[state as usize],
                        None => chain.starts()[state as usize],
                    };
                    let end = if position + 1 == scores.len() { chain.ends()[state as usize] } else { 0.0 };
                    let longer = path.iter().copied().chain([state]).collect();
                    (longer, sum + f64::from(*score) + f64::from(step) + f64::from(end))
                })
            })
            .collect();
    }
    made
}

fn chains() -> impl Strategy<Value = Chain> {
    let step = prop_oneof![4 => -2.0f32..2.0, 1 => Just(Chain::NEVER)];
    // Every step into the first state is open, so that no path gets stuck.
    (prop::collection::vec(step, 9), prop::collection::vec(-1.0f32..1.0, 6)).prop_map(|(mut steps, ends)| {
        (0..3).for_each(|from| steps[from * 3] = steps[from * 3].max(-2.0));
        Chain::new(steps, ends[..3].to_vec(), ends[3..].to_vec())
    })
}

proptest! {
    #[test]
    fn best_and_sum_agree_with_counting_all_paths(
        scores in prop::collection::vec(prop::collection::vec(-5.0f32..5.0, 3), 1..5),
        chain in chains(),
    ) {
        let mut lattice = Lattice::new(3);
        for row in &scores {
            lattice.push().copy_from_slice(row);
        }
        let all = paths(&scores, &chain);
        let top = all.iter().map(|(_, sum)| *sum).fold(f64::NEG_INFINITY, f64::max);
        let best = lattice.best(&chain).to_vec();
        let of_best = all.iter().find(|(path, _)| *path == best).unwrap().1;
        prop_assert!((of_best - top).abs() < 1e-3);

        let total: f64 = all.iter().map(|(_, sum)| sum.exp()).sum();
        prop_assert!((lattice.sum(&chain) - total.ln()).abs() < 1e-3);
        for state in 0..3u16 {
            let share: f64 = all.iter().filter(|(path, _)| path[0] == state).map(|(_, sum)| sum.exp()).sum();
            prop_assert!((f64::from(lattice.marginal(0, state as usize)) - share / total).abs() < 1e-3);
        }
        let likely = f64::from(lattice.path(&chain, 0, &best));
        prop_assert!((likely - top.exp() / total).abs() < 1e-3);
    }

    #[test]
    fn no_bytes_make_loading_panic(bytes in prop::collection::vec(any::<u8>(), 0..200), at in 0usize..400) {
        let _ = Model::load(&bytes, 3);
        let mut model = toy().to_bytes();
        let from = at % model.len();
        let to = (from + bytes.len()).min(model.len());
        model[from..to].copy_from_slice(&bytes[..to - from]);
        let _ = Model::load(&model, 3);
    }
}

#[cfg(feature = "train")]
mod learning {
    use cutline_linear::train::{Example, Settings, fit};

    use super::*;

    fn settings() -> Settings {
        Settings {
            feature_set: 3,
            labels: ["O", "B", "I"].map(String::from).into(),
            steps: Chain::free(3),
            epochs: 20,
            rate: 0.3,
            damp: 1e-3,
            shrink: 0.0,
            dropout: 0.1,
            least: 1,
            seed: 1,
        }
    }

    fn word(word: &str) -> Vec<u32> {
        vec![Hash::new(0).str(word).key()]
    }

    /// 'dr' is outside, the word behind it is B, the word behind that is I.
    fn examples(known: u64) -> Vec<Example> {
        let mut example = Example::new();
        for (text, state) in [("dr", 0), ("kit", 1), ("orr", 2), ("ran", 0)] {
            example.push(&word(text), if state == 2 { known } else { 1 << state });
        }
        vec![example; 4]
    }

    fn tag(weights: &Weights) -> Vec<u16> {
        let model = Model::load(&weights.to_bytes(), 3).unwrap();
        let mut lattice = Lattice::new(3);
        for text in ["ran", "dr", "kit", "orr"] {
            model.emit(&word(text), lattice.push());
        }
        lattice.best(model.chain()).to_vec()
    }

    #[test]
    fn gold_is_learned_twice_the_same() {
        let weights = fit(&examples(0b100), &settings());
        assert_eq!(tag(&weights), [0, 0, 1, 2]);
        assert_eq!(weights.to_bytes(), fit(&examples(0b100), &settings()).to_bytes());
    }

    #[test]
    fn partial_gold_rules_out_what_it_does_not_hold() {
        let weights = fit(&examples(0b110), &settings());
        let found = tag(&weights);
        assert_eq!(found[..3], [0, 0, 1]);
        assert_ne!(found[3], 0);
    }
}
