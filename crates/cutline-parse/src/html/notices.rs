//! What pages say for themselves, in the words of many languages: share,
//! subscribe, related, comments, consent. English ones are `crate::notice`'s.

use crate::notice::Notice;

/// What a short line is, if it is furniture.
pub(crate) fn read(line: &str) -> Option<Notice> {
    if line.len() > 400 {
        return None;
    }
    let low = line.to_lowercase();
    let low = low.trim_start_matches(|c: char| !c.is_alphanumeric());
    if CONSENT.iter().any(|phrase| low.contains(phrase)) {
        return Some(Notice::Interface);
    }
    if low.len() > 140 {
        return None;
    }
    let bare = low.trim_end_matches(|c: char| !c.is_alphanumeric());
    if WHOLE.contains(&bare) || HEADS.iter().any(|head| low.starts_with(head)) {
        return Some(Notice::Interface);
    }
    let related = RELATED.iter().any(|head| low.starts_with(head) && ends_word(&low[head.len()..]));
    related.then_some(Notice::RelatedLine)
}

fn ends_word(rest: &str) -> bool {
    !rest.starts_with(char::is_alphanumeric)
}

/// Sentences about cookies and consent.
#[rustfmt::skip]
const CONSENT: &[&str] = &[
    "verwendet cookies", "nutzt cookies", "cookies verwend", "verwenden cookies", "nutzen cookies", "cookie-einstellungen", "unsere datenschutz",
    "utilise des cookies", "utilisons des cookies", "utilisation des cookies", "utilisation de cookies", "politique de confidentialité",
    "utiliza cookies", "utilizamos cookies", "uso de cookies", "usamos cookies", "política de cookies", "política de privacidad",
    "utilizza cookie", "utilizza i cookie", "usa i cookie", "utilizziamo i cookie", "informativa sulla privacy", "uso dei cookie",
    "usa cookies", "política de privacidade", "maakt gebruik van cookies", "gebruikt cookies", "gebruiken cookies", "bruger cookies",
    "använder cookies", "bruker cookies", "käyttää evästeitä", "wykorzystuje pliki cookie", "używa plików cookie", "plików cookies",
    "používá cookies", "soubory cookie", "использует файлы cookie", "использует cookie", "файлы cookie", "χρησιμοποιεί cookies",
    "çerez", "felhasználói élmény", "sütiket használ",
];

/// Lines that are nothing else.
#[rustfmt::skip]
const WHOLE: &[&str] = &[
    "teilen", "drucken", "artikel drucken", "merken", "anzeige", "werbung", "kommentare", "kommentar schreiben", "zurück", "weiter", "nach oben",
    "zum seitenanfang", "startseite", "schlagwörter", "schlagworte", "autor", "foto", "bild", "mehr anzeigen", "mehr lesen", "weiterlesen",
    "partager", "imprimer", "publicité", "commentaires", "retour", "suivant", "précédent", "lire la suite", "réagir", "envoyer", "accueil",
    "compartir", "imprimir", "publicidad", "comentarios", "siguiente", "anterior", "leer más", "inicio", "etiquetas", "enviar", "guardar",
    "condividi", "stampa", "pubblicità", "commenti", "successivo", "precedente", "leggi tutto", "leggi anche", "continua a leggere", "home",
    "compartilhar", "partilhar", "publicidade", "comentários", "próximo", "leia mais", "delen", "afdrukken", "advertentie", "reacties", "lees meer",
    "del", "annonce", "udskriv", "kommentarer", "läs mer", "dela", "skriv ut", "les mer", "annons", "jaa", "tulosta", "kommentit", "mainos",
    "udostępnij", "drukuj", "komentarze", "reklama", "czytaj więcej", "sdílet", "tisk", "diskuse", "komentáře",
    "поделиться", "печать", "распечатать", "комментарии", "реклама", "читать далее", "читать дальше", "поділитися", "коментарі",
    "κοινοποίηση", "εκτύπωση", "σχόλια", "διαφήμιση", "paylaş", "yazdır", "yorumlar", "megosztás", "hozzászólások", "nyomtatás",
];

/// What lines of furniture begin with.
#[rustfmt::skip]
const HEADS: &[&str] = &[
    "newsletter abonnieren", "jetzt abonnieren", "abonnieren sie", "melden sie sich", "folgen sie uns", "folge uns", "auf facebook teilen",
    "auf twitter teilen", "per e-mail", "diesen artikel", "diesen beitrag teilen", "artikel teilen", "beitrag teilen", "teilen auf", "teilen mit",
    "schreibe einen kommentar", "kommentar hinterlassen", "kommentieren sie", "ihre e-mail-adresse", "deine e-mail-adresse", "dieser eintrag wurde",
    "veröffentlicht unter", "veröffentlicht in", "kategorien:", "kategorie:", "schlagwörter:", "schlagworte:", "tags:", "vorheriger beitrag", "nächster beitrag",
    "alle rechte vorbehalten", "lesezeit:",
    "partager sur", "partagez", "suivez-nous", "abonnez-vous", "inscrivez-vous", "laisser un commentaire", "laissez un commentaire", "votre adresse e-mail",
    "tous droits réservés", "mots-clés", "catégories :", "article précédent", "article suivant", "temps de lecture", "recevez nos", "recevez la",
    "compartir en", "comparte", "síguenos", "suscríbete", "suscríbase", "deja un comentario", "deja una respuesta", "tu dirección de correo",
    "todos los derechos reservados", "archivado en", "etiquetas:", "artículo anterior", "tiempo de lectura", "haz clic para compartir",
    "condividi su", "seguici", "iscriviti", "lascia un commento", "tutti i diritti riservati", "il tuo indirizzo email", "articolo precedente", "articolo successivo",
    "compartilhe", "siga-nos", "assine", "deixe um comentário", "todos os direitos reservados", "deel dit", "deel op", "volg ons", "schrijf je in",
    "geef een reactie", "alle rechten voorbehouden", "udostępnij na", "dodaj komentarz", "zapisz się", "wszelkie prawa", "sdílejte",
    "подписывайтесь", "подпишитесь", "оставить комментарий", "добавить комментарий", "все права защищены", "поделиться в", "следите за",
    "ακολουθήστε", "εγγραφείτε", "αφήστε ένα σχόλιο", "όλα τα δικαιώματα", "μοιραστείτε", "bizi takip", "yorum yap", "tüm hakları",
];

/// What headings of and links to other stories begin with.
#[rustfmt::skip]
const RELATED: &[&str] = &[
    "lesen sie auch", "lesen sie mehr", "lesen sie hier", "mehr zum thema", "auch interessant", "das könnte sie auch interessieren",
    "das könnte dich auch interessieren", "ähnliche artikel", "ähnliche beiträge", "verwandte artikel", "verwandte themen", "weitere artikel", "weitere nachrichten", "zum thema:", "siehe auch:",
    "lire aussi", "à lire aussi", "lire également", "à lire également", "sur le même sujet", "sur le même thème", "voir aussi", "articles similaires", "articles liés", "vous aimerez aussi",
    "lea también", "lee también", "le puede interesar", "te puede interesar", "te puede gustar", "más información", "noticias relacionadas", "artículos relacionados", "ver también", "entradas relacionadas",
    "leggi anche", "potrebbe interessarti", "ti potrebbe interessare", "articoli correlati", "notizie correlate", "vedi anche",
    "leia também", "veja também", "saiba mais", "notícias relacionadas", "lees ook", "zie ook", "gerelateerde artikelen", "læs også", "läs också", "les også", "lue myös", "katso myös",
    "czytaj też", "czytaj także", "zobacz też", "zobacz także", "przeczytaj także", "mohlo by vás zajímat", "čtěte také", "související články",
    "читайте также", "смотрите также", "по теме", "похожие статьи", "читайте також", "διαβάστε επίσης", "δείτε επίσης", "σχετικά άρθρα", "διαβάστε ακόμα",
    "ilgili haberler", "benzer yazılar", "kapcsolódó cikkek",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn furniture_of_many_languages_is_known_and_prose_is_not() {
        assert_eq!(read("Diese Website verwendet Cookies, um Ihnen mehr zu bieten."), Some(Notice::Interface));
        assert_eq!(read("Partager"), Some(Notice::Interface));
        assert_eq!(read("LEE TAMBIÉN: Otro puente cierra"), Some(Notice::RelatedLine));
        assert_eq!(read("Читайте также:"), Some(Notice::RelatedLine));
        for prose in ["Teilen der Stadt droht Wasser.", "Le maire a dit lundi que le pont est sûr.", "Por temática"] {
            assert_eq!(read(prose), None, "{prose}");
        }
    }
}
