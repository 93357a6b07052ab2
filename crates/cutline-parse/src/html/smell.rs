//! What class names, ids and roles say about an element.
//!
//! Names are cut into words ('wp-caption-text', 'newsCaption' and
//! 'Figure_caption__x7' all hold 'caption'); words that sites of all countries
//! use for the same thing are the evidence.

use super::atoms::Attr;
use super::tree::{Id, Tree};

/// A set of hints.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Smell(pub u32);

impl Smell {
    pub const CAPTION: Smell = Smell(1);
    pub const CREDIT: Smell = Smell(1 << 1);
    pub const BYLINE: Smell = Smell(1 << 2);
    pub const TIME: Smell = Smell(1 << 3);
    pub const HEADLINE: Smell = Smell(1 << 4);
    pub const SUMMARY: Smell = Smell(1 << 5);
    pub const BODY: Smell = Smell(1 << 6);
    /// Menus, share buttons, advertisements, newsletter and consent boxes.
    pub const FURNITURE: Smell = Smell(1 << 7);
    /// Links to other stories.
    pub const RELATED: Smell = Smell(1 << 8);
    pub const COMMENTS: Smell = Smell(1 << 9);
    pub const BIO: Smell = Smell(1 << 10);
    pub const GALLERY: Smell = Smell(1 << 11);
    pub const VIDEO: Smell = Smell(1 << 12);
    pub const HIDDEN: Smell = Smell(1 << 13);
    pub const PULLQUOTE: Smell = Smell(1 << 14);
    pub const POST: Smell = Smell(1 << 15);
    pub const IMAGE: Smell = Smell(1 << 16);
    pub const CORRECTION: Smell = Smell(1 << 17);
    pub const CHROME: Smell = Smell(1 << 18);

    /// What the attributes of an element say.
    pub fn of(tree: &Tree, id: Id) -> Smell {
        let mut smell = Smell::default();
        for attr in [Attr::Class, Attr::Id, Attr::Role, Attr::Itemprop, Attr::TestId, Attr::Component, Attr::DataType] {
            if let Some(value) = tree.attr(id, attr) {
                smell = smell.with(words(value));
            }
        }
        if tree.attr(id, Attr::Hidden).is_some() || unseen(tree, id) {
            smell = smell.with(Smell::HIDDEN);
        }
        smell
    }

    pub fn has(self, any: Smell) -> bool {
        self.0 & any.0 != 0
    }

    pub const fn with(self, other: Smell) -> Smell {
        Smell(self.0 | other.0)
    }
}

fn unseen(tree: &Tree, id: Id) -> bool {
    tree.attr(id, Attr::Style).is_some_and(|style| {
        let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
        style.contains("display:none") || style.contains("visibility:hidden")
    })
}

/// The smells of all words in a value.
fn words(value: &str) -> Smell {
    let mut smell = Smell::default();
    let mut word = [0_u8; 16];
    let mut len = 0;
    let mut last_lower = false;
    for &byte in value.as_bytes().iter().take(512).chain(b" ") {
        let ends = !byte.is_ascii_alphabetic() || byte.is_ascii_uppercase() && last_lower;
        if ends {
            smell = smell.with(word_smell(&word[..len]));
            len = 0;
        }
        if byte.is_ascii_alphabetic() && len < word.len() {
            word[len] = byte.to_ascii_lowercase();
            len += 1;
        }
        last_lower = byte.is_ascii_lowercase();
    }
    smell
}

fn word_smell(word: &[u8]) -> Smell {
    match word {
        b"caption" | b"captions" | b"figcaption" | b"cutline" | b"imagecaption" | b"photocaption"
        | b"bildunterschrift" | b"bildtext" | b"legende" | b"legenda" | b"piefoto" | b"didascalia" | b"bijschrift"
        | b"bildtexter" | b"podpis" => Smell::CAPTION,
        b"bildquelle" | b"bildnachweis" | b"fotograf" | b"copyrights" | b"credito" | b"fotocredit" => Smell::CREDIT,
        b"credit" | b"credits" | b"copyright" | b"photographer" | b"photocredit" | b"attribution" | b"imagecredit" => {
            Smell::CREDIT
        }
        b"byline" | b"bylines" | b"author" | b"authors" | b"writer" | b"reporter" | b"contributor" | b"creator" => {
            Smell::BYLINE
        }
        b"autor" | b"autorin" | b"autoren" | b"autora" | b"autores" | b"auteur" | b"auteurs" | b"autore"
        | b"autori" | b"verfasser" | b"redakteur" | b"firma" | b"forfatter" | b"kirjoittaja" | b"yazar" | b"avtor"
        | b"vcard" => Smell::BYLINE,
        b"datum" | b"fecha" | b"dato" | b"tarih" | b"postdate" | b"entrydate" => Smell::TIME,
        b"date" | b"time" | b"timestamp" | b"datetime" | b"published" | b"pubdate" | b"updated" => Smell::TIME,
        b"headline" | b"title" | b"hed" => Smell::HEADLINE,
        b"subheadline" | b"subhead" | b"subtitle" | b"standfirst" | b"dek" | b"deck" | b"summary" | b"subheading"
        | b"kicker" | b"intro" | b"abstract" => Smell::SUMMARY,
        b"chapo" | b"chapeau" | b"entradilla" | b"sommario" | b"occhiello" | b"vorspann" | b"teasertext" | b"lead"
        | b"ingress" | b"bajada" | b"catenaccio" => Smell::SUMMARY,
        b"artikel" | b"artikeltext" | b"fliesstext" | b"articulo" | b"articolo" | b"testo" | b"corps" | b"cuerpo"
        | b"contenido" | b"contenu" | b"contenuto" | b"inhalt" | b"artigo" | b"texto" | b"texte" => Smell::BODY,
        b"body" | b"articlebody" | b"content" | b"article" | b"story" | b"entry" | b"post" | b"text" => Smell::BODY,
        b"share" | b"sharing" | b"social" | b"ad" | b"ads" | b"advert" | b"advertisement" | b"adverts" | b"sponsor"
        | b"sponsored" | b"newsletter" | b"subscribe" | b"subscription" | b"signup" | b"cookie" | b"cookies"
        | b"consent" | b"gdpr" | b"paywall" | b"modal" | b"popup" | b"breadcrumb" | b"breadcrumbs" | b"toolbar"
        | b"login" | b"register" | b"donate" | b"banner" | b"tags" | b"skip" | b"print" | b"follow" => Smell::FURNITURE,
        b"teilen" | b"partage" | b"partager" | b"compartir" | b"condividi" | b"compartilhar" | b"werbung"
        | b"anzeige" | b"anzeigen" | b"publicite" | b"pubblicita" | b"publicidad" | b"publicidade" | b"reklama"
        | b"abonnement" | b"sharedaddy" | b"shariff" | b"addtoany" | b"addthis" | b"drucken" | b"imprimer"
        | b"schlagworte" | b"tagcloud" | b"schlagwoerter" | b"sharebar" | b"postmeta" | b"postnav" | b"pagination"
        | b"pager" => Smell::FURNITURE,
        b"verwandte" | b"aehnliche" | b"relacionadas" | b"relacionados" | b"relacionado" | b"correlati"
        | b"correlate" | b"similaires" | b"connexes" | b"gerelateerd" | b"powiazane" | b"souvisejici" | b"jetpack"
        | b"yarpp" | b"crp" | b"weiterlesen" | b"leggianche" => Smell::RELATED,
        b"kommentar" | b"kommentare" | b"kommentarer" | b"commentaire" | b"commentaires" | b"comentario"
        | b"comentarios" | b"commenti" | b"commento" | b"reacties" | b"komentarze" | b"komentare" | b"commentlist"
        | b"reactions" => Smell::COMMENTS,
        b"related" | b"recommended" | b"recommendations" | b"recirc" | b"recirculation" | b"trending" | b"popular"
        | b"promo" | b"promos" | b"teaser" | b"teasers" | b"readmore" | b"outbrain" | b"taboola" | b"zergnet"
        | b"revcontent" | b"mostread" | b"morefrom" | b"upnext" | b"readnext" => Smell::RELATED,
        b"comment" | b"comments" | b"disqus" | b"livefyre" | b"coral" | b"respond" => Smell::COMMENTS,
        b"bio" | b"biography" | b"authorbio" => Smell::BIO,
        b"gallery" | b"slideshow" | b"carousel" | b"resgallery" | b"lightbox" => Smell::GALLERY,
        b"video" | b"player" | b"videoplayer" | b"jwplayer" | b"brightcove" => Smell::VIDEO,
        b"hidden" | b"hide" | b"visuallyhidden" | b"sr" | b"screenreader" | b"noprint" => Smell::HIDDEN,
        b"pullquote" | b"pull" => Smell::PULLQUOTE,
        b"tweet" | b"twitter" | b"instagram" | b"facebook" => Smell::POST,
        b"image" | b"photo" | b"picture" | b"figure" | b"img" | b"media" => Smell::IMAGE,
        b"correction" | b"corrections" | b"editorsnote" => Smell::CORRECTION,
        b"sidebar" | b"rail" | b"nav" | b"navbar" | b"navigation" | b"menu" | b"footer" | b"widget" => Smell::CHROME,
        _ => Smell::default(),
    }
}
