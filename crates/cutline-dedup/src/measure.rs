//! How alike two sets are, and what a threshold allows to skip.

/// Which pairs are wanted: either threshold suffices.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Thresholds {
    /// Least Jaccard similarity, above 0 and at most 1.
    pub jaccard: Option<f64>,
    /// Least containment of the smaller set, above 0 and at most 1.
    pub containment: Option<f64>,
}

impl Thresholds {
    pub(crate) fn measures(self) -> Vec<Measure> {
        let all = [self.jaccard.map(Measure::Jaccard), self.containment.map(Measure::Containment)];
        let all: Vec<Measure> = all.into_iter().flatten().collect();
        for Measure::Jaccard(t) | Measure::Containment(t) in all.iter().copied() {
            assert!(t > 0.0 && t <= 1.0, "a threshold lies above 0 and at most at 1, not at {t}");
        }
        all
    }
}

/// Two texts that are alike, as places in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pair {
    /// The earlier text.
    pub first: u32,
    /// The later text.
    pub second: u32,
    /// How many shingles they share.
    pub shared: u32,
    /// How many shingles each has.
    pub sizes: (u32, u32),
}

impl Pair {
    /// Shared shingles by all shingles.
    pub fn jaccard(&self) -> f64 {
        let both = f64::from(self.sizes.0) + f64::from(self.sizes.1);
        f64::from(self.shared) / (both - f64::from(self.shared))
    }

    /// Shared shingles by those of the smaller set.
    pub fn containment(&self) -> f64 {
        f64::from(self.shared) / f64::from(self.sizes.0.min(self.sizes.1))
    }
}

/// A measure with its threshold.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Measure {
    Jaccard(f64),
    Containment(f64),
}

impl Measure {
    pub fn holds(self, pair: &Pair) -> bool {
        match self {
            Measure::Jaccard(t) => pair.jaccard() >= t,
            Measure::Containment(t) => pair.containment() >= t,
        }
    }

    /// The least overlap that can reach the threshold.
    #[inline]
    pub fn least(self, large: usize, small: usize) -> usize {
        match self {
            Measure::Jaccard(t) => at_least(t / (1.0 + t) * (large + small) as f64),
            Measure::Containment(t) => at_least(t * small as f64),
        }
    }

    /// The size of the smallest set worth comparing with one of `large`.
    pub fn smallest(self, large: usize) -> usize {
        match self {
            Measure::Jaccard(t) => at_least(t * large as f64),
            Measure::Containment(_) => 1,
        }
    }

    /// How many of a set's rarest shingles find it from a larger set.
    pub fn indexed(self, size: usize) -> usize {
        match self {
            Measure::Jaccard(t) => size + 1 - at_least(2.0 * t / (1.0 + t) * size as f64),
            Measure::Containment(t) => size + 1 - at_least(t * size as f64),
        }
    }

    /// How many of a set's rarest shingles find smaller sets.
    pub fn looked_up(self, size: usize) -> usize {
        match self {
            Measure::Jaccard(t) => size + 1 - at_least(t * size as f64),
            Measure::Containment(_) => size,
        }
    }
}

/// The least whole number that is not below `x`, rounding errors aside; at least 1.
#[inline]
fn at_least(x: f64) -> usize {
    let x = x - 1e-6;
    // Not `ceil`, which is a call where the processor may lack the instruction.
    let whole = x as usize;
    (whole + usize::from(whole as f64 != x)).max(1)
}
