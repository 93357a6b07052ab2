//! Paths through one sequence.

use crate::Chain;

/// The states of one sequence, position by position, with their scores.
///
/// Push a row for each position and add the scores of its features
/// ([`Model::emit`](crate::Model::emit)); then ask for the best path, or sum
/// over all paths and ask how likely a piece of a path is. A lattice is made to
/// be used again: [`clear`](Lattice::clear) keeps its memory.
#[derive(Clone, Debug, Default)]
pub struct Lattice {
    states: usize,
    scores: Vec<f32>,
    best: Vec<u16>,
    back: Vec<u16>,
    forward: Vec<f32>,
    backward: Vec<f32>,
    exp: Vec<f32>,
    scale: Vec<f32>,
}

/// With so few states a row is a fixed number of vectors.
const NARROW: usize = 16;
/// Scores this far below a position's best count as this far below it: keeps sums above nought in 32 bits.
const FLOOR: f32 = -60.0;
/// Behind a state that no path reaches the sums grow without bound; cut here, nought times them stays nought.
const CEILING: f32 = 1e30;

impl Lattice {
    /// An empty lattice of so many states.
    pub fn new(states: usize) -> Lattice {
        Lattice { states, ..Lattice::default() }
    }

    /// Forgets the sequence.
    pub fn clear(&mut self) {
        self.scores.clear();
    }

    /// Adds a position and returns its scores, all nought.
    pub fn push(&mut self) -> &mut [f32] {
        let at = self.scores.len();
        self.scores.resize(at + self.states, 0.0);
        &mut self.scores[at..]
    }

    /// How many positions.
    pub fn len(&self) -> usize {
        self.scores.len().checked_div(self.states).unwrap_or(0)
    }

    /// Whether there is no position yet.
    pub fn is_empty(&self) -> bool {
        self.scores.is_empty()
    }

    /// The scores of a position.
    pub fn scores(&self, position: usize) -> &[f32] {
        &self.scores[position * self.states..(position + 1) * self.states]
    }

    /// The scores of a position, to be changed.
    pub fn scores_mut(&mut self, position: usize) -> &mut [f32] {
        &mut self.scores[position * self.states..(position + 1) * self.states]
    }

    /// The best path (Viterbi): a state for each position. Of equals the lowest state wins.
    pub fn best(&mut self, chain: &Chain) -> &[u16] {
        let (states, len) = (self.states, self.len());
        self.best.clear();
        if len == 0 {
            return &self.best;
        }
        self.back.clear();
        self.back.resize(len * states, 0);
        if states <= NARROW {
            return self.best_narrow(chain);
        }
        let mut at: Vec<f32> = self.scores(0).iter().zip(chain.starts()).map(|(score, start)| score + start).collect();
        let mut next = vec![0.0f32; states];
        for position in 1..len {
            next.fill(f32::NEG_INFINITY);
            let back = &mut self.back[position * states..(position + 1) * states];
            for (from, &sum) in at.iter().enumerate().filter(|(_, sum)| **sum > f32::NEG_INFINITY) {
                step(sum, from as u16, chain.steps(from), &mut next, back);
            }
            for (sum, score) in next.iter_mut().zip(&self.scores[position * states..]) {
                *sum += score;
            }
            std::mem::swap(&mut at, &mut next);
        }
        at.iter_mut().zip(chain.ends()).for_each(|(sum, end)| *sum += end);
        self.trace(first_max(&at))
    }

    /// The same for few states: whole rows fit the registers of the machine.
    fn best_narrow(&mut self, chain: &Chain) -> &[u16] {
        let states = self.states;
        let mut steps = [[f32::NEG_INFINITY; NARROW]; NARROW];
        for (from, row) in steps.iter_mut().enumerate().take(states) {
            row[..states].copy_from_slice(chain.steps(from));
        }
        let mut at = [f32::NEG_INFINITY; NARROW];
        for ((sum, score), start) in at.iter_mut().zip(self.scores(0)).zip(chain.starts()) {
            *sum = score + start;
        }
        for position in 1..self.len() {
            let (mut next, mut back) = ([f32::NEG_INFINITY; NARROW], [0u32; NARROW]);
            for (from, row) in steps.iter().enumerate().take(states) {
                for to in 0..NARROW {
                    let through = at[from] + row[to];
                    let better = through > next[to];
                    next[to] = if better { through } else { next[to] };
                    back[to] = if better { from as u32 } else { back[to] };
                }
            }
            let range = position * states..(position + 1) * states;
            self.back[range.clone()].iter_mut().zip(back).for_each(|(to, from)| *to = from as u16);
            next.iter_mut().zip(&self.scores[range]).for_each(|(sum, score)| *sum += score);
            at = next;
        }
        at.iter_mut().zip(chain.ends()).for_each(|(sum, end)| *sum += end);
        self.trace(first_max(&at[..states]))
    }

    fn trace(&mut self, last: u16) -> &[u16] {
        let mut state = last;
        for position in (0..self.len()).rev() {
            self.best.push(state);
            state = self.back[position * self.states + state as usize];
        }
        self.best.reverse();
        &self.best
    }

    /// Sums over all paths (forward-backward), for [`marginal`](Lattice::marginal)
    /// and [`path`](Lattice::path). Returns the logarithm of the sum.
    pub fn sum(&mut self, chain: &Chain) -> f64 {
        let size = self.scores.len();
        for part in [&mut self.forward, &mut self.backward, &mut self.exp] {
            part.clear();
            part.resize(size, 0.0);
        }
        self.scale.clear();
        let mut log = 0.0;
        for position in 0..self.len() {
            log += f64::from(self.exponents(position));
            log += self.forward_step(chain, position);
        }
        log + self.backward_steps(chain)
    }

    /// Fills `exp` of a position, best score 1, and returns that best score.
    fn exponents(&mut self, position: usize) -> f32 {
        let range = position * self.states..(position + 1) * self.states;
        let scores = &self.scores[range.clone()];
        let top = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        for (exp, &score) in self.exp[range].iter_mut().zip(scores) {
            // A state that is ruled out stays ruled out.
            *exp = if score == f32::NEG_INFINITY { 0.0 } else { (score - top).max(FLOOR).exp() };
        }
        top
    }

    fn forward_step(&mut self, chain: &Chain, position: usize) -> f64 {
        let (before, row) = self.forward.split_at_mut(position * self.states);
        let row = &mut row[..self.states];
        if position == 0 {
            row.iter_mut().zip(chain.starts()).for_each(|(sum, start)| *sum = start.exp());
        } else {
            for (from, &sum) in before[(position - 1) * self.states..].iter().enumerate() {
                add_scaled(row, chain.exp_steps(from), sum);
            }
        }
        let exp = &self.exp[position * self.states..];
        let total: f32 = row
            .iter_mut()
            .zip(exp)
            .map(|(sum, exp)| {
                *sum *= exp;
                *sum
            })
            .sum();
        let scale = if total > 0.0 { total.recip() } else { 1.0 };
        row.iter_mut().for_each(|sum| *sum *= scale);
        self.scale.push(scale);
        -f64::from(scale.ln())
    }

    fn backward_steps(&mut self, chain: &Chain) -> f64 {
        let (states, len) = (self.states, self.len());
        if len == 0 {
            return 0.0;
        }
        let last = (len - 1) * states;
        let ends: f32 = self.forward[last..].iter().zip(chain.ends()).map(|(sum, end)| sum * end.exp()).sum();
        let total = if ends > 0.0 { ends.recip() } else { 1.0 };
        for (sum, end) in self.backward[last..].iter_mut().zip(chain.ends()) {
            *sum = end.exp() * total;
        }
        let mut ahead = vec![0.0f32; states];
        for position in (0..len - 1).rev() {
            let next = (position + 1) * states;
            let scale = self.scale[position + 1];
            for (state, value) in ahead.iter_mut().enumerate() {
                *value = self.backward[next + state] * self.exp[next + state] * scale;
            }
            for from in 0..states {
                self.backward[position * states + from] = dot(chain.exp_steps(from), &ahead).min(CEILING);
            }
        }
        f64::from(ends.ln())
    }

    /// How likely it is that the path is in `state` at `position`. After [`sum`](Lattice::sum).
    pub fn marginal(&self, position: usize, state: usize) -> f32 {
        let at = position * self.states + state;
        self.forward[at] * self.backward[at]
    }

    /// Adds to `out`, for each state, how likely the step from `from` into it
    /// is at `position`, times `by`.
    #[cfg(feature = "train")]
    pub(crate) fn add_steps(&self, chain: &Chain, position: usize, from: usize, by: f32, out: &mut [f32]) {
        let before = self.forward[(position - 1) * self.states + from] * self.scale[position] * by;
        let here = position * self.states;
        let (exp, behind) = (&self.exp[here..here + self.states], &self.backward[here..here + self.states]);
        for (((out, step), exp), behind) in out.iter_mut().zip(chain.exp_steps(from)).zip(exp).zip(behind) {
            *out += before * step * exp * behind;
        }
    }

    /// How likely it is that the path runs through `states` from `position` on.
    /// After [`sum`](Lattice::sum).
    pub fn path(&self, chain: &Chain, position: usize, states: &[u16]) -> f32 {
        let Some((&first, rest)) = states.split_first() else { return 1.0 };
        let mut likely = self.forward[position * self.states + first as usize];
        let mut state = first as usize;
        for (at, &next) in (position + 1..).zip(rest) {
            let step = chain.exp_steps(state)[next as usize];
            state = next as usize;
            likely *= step * self.exp[at * self.states + state] * self.scale[at];
        }
        likely * self.backward[(position + rest.len()) * self.states + state]
    }
}

fn step(sum: f32, from: u16, steps: &[f32], next: &mut [f32], back: &mut [u16]) {
    for ((&weight, best), back) in steps.iter().zip(next).zip(back) {
        let through = sum + weight;
        if through > *best {
            *best = through;
            *back = from;
        }
    }
}

fn first_max(values: &[f32]) -> u16 {
    let mut best = 0;
    for (state, value) in values.iter().enumerate() {
        if *value > values[best] {
            best = state;
        }
    }
    best as u16
}

fn add_scaled(out: &mut [f32], row: &[f32], by: f32) {
    for (out, value) in out.iter_mut().zip(row) {
        *out += value * by;
    }
}

fn dot(a: &[f32], b: &[f32]) -> f32 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}
