//! Credits with the captions they belong to, posts with their author lines.

use cutline_doc::BlockKind;
use cutline_text::Span;

use crate::context::{Kind, Reader};
use crate::item::Mark;
use crate::layout::Layout;
use crate::style;

impl Reader<'_> {
    /// Gives each credit line to the caption it belongs to.
    pub(crate) fn pair_credits(&self, kinds: &mut [Kind]) {
        for n in 0..kinds.len() {
            if kinds[n].kind == BlockKind::Caption && kinds[n].credit.is_none() && n > 0 {
                self.take_credit_above(n, kinds);
            }
            self.guess_credit(n, kinds);
            if kinds[n].kind == BlockKind::Credit && !kinds[n].joined {
                self.pair_credit(n, kinds);
            }
        }
    }

    /// 'Image copyright …' stands above the caption it belongs to.
    fn take_credit_above(&self, n: usize, kinds: &mut [Kind]) {
        let above = kinds[n - 1].credit.is_some() && self.items[n].piece.gap <= 1;
        let free = kinds[n - 1].kind == BlockKind::Credit
            || kinds[n - 1].kind == BlockKind::Caption && kinds[n - 1].rule == "credit-alone";
        if above && free && self.items[n].mark == Mark::Caption("caption-label") {
            kinds[n - 1].kind = BlockKind::Caption;
            kinds[n - 1].rule = kinds[n].rule;
            kinds[n].joined = true;
        }
    }

    /// A short line right below one that stands alone: 'Berkeley Earth'.
    fn guess_credit(&self, n: usize, kinds: &mut [Kind]) {
        let item = &self.items[n];
        let short = item.is_short() && (1..=6).contains(&item.words) && !item.piece.bullet && item.piece.gap == 0;
        if !short || n == 0 || self.layout != Layout::Blank || !self.inside(n) {
            return;
        }
        let before = &self.items[n - 1];
        let after = self.items.get(n + 1).is_none_or(|next| next.piece.gap > 0);
        let pair = before.is_prose()
            && before.piece.gap > 0
            && before.words <= 60
            && matches!(kinds[n - 1].kind, BlockKind::Paragraph | BlockKind::Caption);
        let titled = self.line(n).split_whitespace().all(|w| {
            w.starts_with(|c: char| c.is_uppercase() || c == '/' || c == '|' || c == '&')
                || matches!(w, "of" | "for" | "the" | "via" | "and")
        });
        if pair && after && titled {
            let line = Span::of(self.line(n));
            kinds[n] = Kind { credit: Some(line), ..Kind::new(BlockKind::Credit, "line-below-caption") };
        }
    }

    fn pair_credit(&self, n: usize, kinds: &mut [Kind]) {
        let gap = self.items[n].piece.gap;
        let below = self
            .items
            .get(n + 1)
            .is_some_and(|next| next.mark == Mark::Caption("caption-label") && next.piece.gap <= 1);
        if below && gap > 0 {
            return;
        }
        let before = (0..n).rev().take(3).find(|&m| kinds[m].kind != BlockKind::Repeat);
        if let Some(m) = before
            && m + 1 == n
            && self.takes_credit(m, n, gap, kinds)
        {
            if kinds[m].kind != BlockKind::Caption {
                kinds[m] = Kind::new(BlockKind::Caption, "credit-below");
            }
            kinds[n].kind = BlockKind::Caption;
            kinds[n].joined = true;
            return;
        }
        let line = self.line(n);
        let alone = ["image copyright", "image source", "image credit", "photo credit"]
            .iter()
            .any(|head| crate::furniture::starts(line, head));
        let followed =
            self.items.get(n + 1).is_some_and(|next| next.piece.gap == 0 && matches!(next.mark, Mark::Caption(_)));
        if alone && !followed && self.near_article(n) {
            kinds[n].kind = BlockKind::Caption;
            kinds[n].rule = "credit-alone";
        }
    }

    pub(crate) fn near_article(&self, n: usize) -> bool {
        let from = self.head.headline.unwrap_or(self.head.body);
        self.body.is_some_and(|(_, to)| (from..=to + 3).contains(&n))
    }

    /// Whether the credit at `n` belongs to the piece at `m` just above it.
    fn takes_credit(&self, m: usize, n: usize, gap: u32, kinds: &[Kind]) -> bool {
        let item = &self.items[m];
        let labelled =
            matches!(&self.items[n].mark, Mark::Credit(found) if found.sure && found.inner.start > found.outer.start);
        match kinds[m].kind {
            BlockKind::Caption => {
                kinds[m].credit.is_none() && item.mark != Mark::Caption("credit") && gap <= 1 && !self.has_credit(m)
            }
            BlockKind::Paragraph
            | BlockKind::Heading
            | BlockKind::Subheadline
            | BlockKind::Interface
            | BlockKind::RelatedLinks
            | BlockKind::ListItem => {
                let words = (3..=80).contains(&item.words) && !item.is_interface();
                let apart = item.piece.gap > 0 || self.layout == Layout::Dense || item.piece.bullet;
                let near = self.near_article(n);
                let short = item.is_short() && item.words >= 4;
                let chained = self.layout == Layout::Blank && self.names_agency(n);
                let right_below =
                    gap == 0 && (apart || labelled || short || chained) && (item.is_short() || item.is_prose());
                let below = gap == 1 && labelled && item.words <= 45 && !self.is_told(m);
                words && near && (right_below || below)
            }
            _ => false,
        }
    }

    fn names_agency(&self, n: usize) -> bool {
        crate::credited::read(self.line(n), Span::default()).agency.is_some()
    }

    fn has_credit(&self, m: usize) -> bool {
        crate::credit::at_end(self.line(m)).is_some_and(|found| found.sure)
    }

    /// Whether a piece is running text by its style.
    fn is_told(&self, m: usize) -> bool {
        style::score(self.line(m)) < 0
    }

    /// Joins a post's words with its author line.
    pub(crate) fn join_posts(&self, kinds: &mut [Kind]) {
        for n in 1..kinds.len() {
            if kinds[n].kind != BlockKind::SocialPost || kinds[n].joined {
                continue;
            }
            let mut first = n - 1;
            while self.layout == Layout::Blank && first > 0 && self.items[first].piece.gap == 0 && n - first < 8 {
                first -= 1;
            }
            let words = (first..n).all(|m| {
                matches!(
                    kinds[m].kind,
                    BlockKind::Paragraph
                        | BlockKind::Heading
                        | BlockKind::RelatedLinks
                        | BlockKind::Interface
                        | BlockKind::ListItem
                )
            });
            if !words {
                continue;
            }
            kinds[first] = Kind::new(BlockKind::SocialPost, "post-words");
            for kind in &mut kinds[first + 1..=n] {
                *kind = Kind { joined: true, ..Kind::new(BlockKind::SocialPost, "post-author") };
            }
        }
    }
}
