//! The trained part: three linear models in one file.

use cutline_linear::{Hash, Model, ModelError};

use crate::lexicon::Class;
use crate::reading::{Kind, Piece};

/// Number of the feature code in [`crate::cues`] and [`crate::spans`]; it
/// changes whenever they do.
pub(crate) const FEATURE_SET: u32 = 2;

/// The models of a [`Quoter`](crate::Quoter).
#[derive(Clone, Debug)]
pub(crate) struct Models {
    /// How often a word is a cue: one weight, the logarithm of the odds.
    pub lexicon: Model,
    /// Whether a candidate is a cue.
    pub cues: Model,
    /// What belongs to a cue.
    pub spans: Model,
}

impl Models {
    /// Reads the three files that [`pack`] joined.
    pub fn load(bytes: &[u8]) -> Result<Models, ModelError> {
        let mut rest = bytes;
        let mut next = || {
            let (length, tail) = rest.split_first_chunk::<4>().ok_or(ModelError::Short)?;
            let (part, tail) = tail.split_at_checked(u32::from_le_bytes(*length) as usize).ok_or(ModelError::Short)?;
            rest = tail;
            Model::load(part, FEATURE_SET)
        };
        let models = Models { lexicon: next()?, cues: next()?, spans: next()? };
        let states = (models.lexicon.states(), models.cues.states(), models.spans.states());
        if states == (1, 2, crate::spans::STATES.len()) {
            Ok(models)
        } else {
            Err(ModelError::Broken("it holds other states than this program reads"))
        }
    }

    /// With a lexicon alone: enough to ask for odds.
    #[cfg(feature = "train")]
    pub fn lexicon_only(lexicon: &[u8]) -> Models {
        let load = |bytes: &[u8]| Model::load(bytes, FEATURE_SET).expect("weights that were just written");
        let empty = |states: &[&str]| cutline_linear::Weights::new(FEATURE_SET, states.iter().copied()).to_bytes();
        Models { lexicon: load(lexicon), cues: load(&empty(&["NO", "CUE"])), spans: load(&empty(crate::spans::STATES)) }
    }

    /// The logarithm of the odds that a piece is a cue, by its word alone.
    pub fn odds(&self, piece: &Piece) -> f32 {
        if !matches!(piece.kind, Kind::Word | Kind::Mark(b':')) {
            return NO_CUE;
        }
        let mut odds = [0.0];
        self.lexicon.emit(&[lexicon_key(piece.form)], &mut odds);
        if odds[0] == 0.0 {
            return if piece.class.is(Class::SPEECH | Class::SAYING) { UNSEEN_VERB } else { NO_CUE };
        }
        odds[0]
    }
}

/// Odds of what cannot be a cue.
pub(crate) const NO_CUE: f32 = -20.0;
/// Odds of a verb of speech that the training data do not hold.
const UNSEEN_VERB: f32 = -0.5;
/// Words with lower odds are not looked at.
pub(crate) const LEAST_ODDS: f32 = -3.5;

pub(crate) fn lexicon_key(form: u32) -> u32 {
    Hash::new(1).mix(u64::from(form)).key()
}

/// Joins model files, each behind its length.
#[cfg(feature = "train")]
pub(crate) fn pack(parts: &[Vec<u8>]) -> Vec<u8> {
    let mut out = Vec::new();
    for part in parts {
        out.extend((part.len() as u32).to_le_bytes());
        out.extend(part);
    }
    out
}
