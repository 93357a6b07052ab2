//! The steps that look at many documents at once.

use cutline_doc::{Analysis, CaptionGroup, CaptionParts, CorpusEntity};
use cutline_entities::Overrides;

/// Groups the captions of many documents. The places in the groups count the
/// captions of all documents in order: those of the first, then those of the
/// second, and so on.
pub fn caption_groups(analyses: &[Analysis]) -> Vec<CaptionGroup> {
    let parts: Vec<CaptionParts> = analyses
        .iter()
        .map(|analysis| &analysis.document)
        .flat_map(|document| document.captions.iter().map(|caption| cutline_parse::parts_of(document, caption)))
        .collect();
    cutline_dedup::group(&parts)
}

/// Joins the entities of many documents.
pub fn corpus_entities(analyses: &[Analysis], overrides: &Overrides) -> Vec<CorpusEntity> {
    let entities: Vec<_> = analyses.iter().map(|analysis| analysis.entities.as_slice()).collect();
    cutline_entities::merge(&entities, cutline_english::lists(), overrides)
}
