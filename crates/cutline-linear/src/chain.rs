//! Steps from state to state.

/// The weights of the steps from state to state, and which steps there are.
///
/// A step that cannot be has the weight [`Chain::NEVER`]. From every state some
/// step must lead on, or a path may come to nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Chain {
    states: usize,
    steps: Vec<f32>,
    starts: Vec<f32>,
    ends: Vec<f32>,
    exp_steps: Vec<f32>,
}

impl Chain {
    /// The weight of a step that cannot be.
    pub const NEVER: f32 = f32::NEG_INFINITY;

    /// A chain in which every step is free and equally likely.
    pub fn free(states: usize) -> Chain {
        Chain::new(vec![0.0; states * states], vec![0.0; states], vec![0.0; states])
    }

    /// Row `from`, column `to`; then the weights of starting and of ending in a state.
    ///
    /// # Panics
    /// If `steps` is not a square of the others' length.
    pub fn new(steps: Vec<f32>, starts: Vec<f32>, ends: Vec<f32>) -> Chain {
        let states = starts.len();
        assert!(steps.len() == states * states && ends.len() == states, "a chain of {states} states is a square");
        let exp_steps = steps.iter().map(|w| w.exp()).collect();
        Chain { states, steps, starts, ends, exp_steps }
    }

    /// How many states.
    pub fn states(&self) -> usize {
        self.states
    }

    /// The weights of the steps out of `from`, one for each state.
    pub fn steps(&self, from: usize) -> &[f32] {
        &self.steps[from * self.states..(from + 1) * self.states]
    }

    /// The weight of starting in each state.
    pub fn starts(&self) -> &[f32] {
        &self.starts
    }

    /// The weight of ending in each state.
    pub fn ends(&self) -> &[f32] {
        &self.ends
    }

    /// `exp` of the steps out of `from`: nought where there is no step.
    pub(crate) fn exp_steps(&self, from: usize) -> &[f32] {
        &self.exp_steps[from * self.states..(from + 1) * self.states]
    }
}
