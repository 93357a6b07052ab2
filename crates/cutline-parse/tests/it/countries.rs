//! Web pages of many countries: invented articles in the mark-up habits of
//! real sites and content systems.

use cutline_doc::{BlockKind, Document};
use cutline_parse::{Hints, html};

/// What a page must be read as.
struct Told<'a> {
    headline: &'a str,
    byline: &'a [&'a str],
    published: &'a str,
    /// How many paragraphs there are, and words that the body must not hold.
    body: usize,
    absent: &'a [&'a str],
}

fn body(document: &Document) -> Vec<&str> {
    let blocks = document.blocks.iter().filter(|block| block.kind.is_body());
    blocks.map(|block| document.slice(block.span)).collect()
}

fn check(name: &str, page: &str, told: &Told<'_>) {
    let (document, _) = html(page, &Hints::default());
    document.check().expect("a parsed page holds its invariants");
    let metadata = &document.metadata;
    assert_eq!(metadata.headline.map(|span| document.slice(span)), Some(told.headline), "{name}");
    assert_eq!(metadata.byline, told.byline, "{name}");
    assert_eq!(metadata.published.as_ref().map(|p| p.value.as_str()), Some(told.published), "{name}");
    let body = body(&document);
    assert_eq!(body.len(), told.body, "{name}: {body:#?}");
    for words in told.absent {
        assert!(body.iter().all(|block| !block.contains(words)), "{name}: {words} stands in {body:#?}");
    }
}

#[test]
fn a_german_blog() {
    let page = "<!DOCTYPE html><html lang='de-DE'><head><title>Alte Brücke wieder offen | Der Uferbote</title></head><body class='single'>
        <header><h1 class='site-title'><a href='/'>Der Uferbote</a></h1><ul class='menu'><li><a href='/'>Startseite</a></li><li><a href='/impressum'>Impressum</a></li></ul></header>
        <div id='content'><article id='post-17' class='post-17 post type-post'><header class='entry-header'><h1 class='entry-title'>Alte Brücke wieder offen</h1>
        <div class='entry-meta'>Veröffentlicht am <a href='/17' rel='bookmark'><time class='entry-date' datetime='2016-03-13T09:20:00+01:00'>13. März 2016</time></a> von <span class='author vcard'><a class='url fn n' href='/author/jana' rel='author'>Jana Uferer</a></span></div></header>
        <div class='entry-content'><p>Die alte Brücke über den Fluss ist seit Sonntag wieder für den Verkehr frei, wie die Stadt am Abend mitteilte.</p>
        <p>„Wir haben jede Schraube geprüft“, sagte Bürgermeisterin Anna Beispiel vor Ort, wo Arbeiter die letzten Absperrungen wegräumten.</p>
        <p>Die Brücke war im November gesperrt worden, nachdem ein Prüfer Risse in zwei Pfeilern entdeckt hatte.</p>
        <p>Lesen Sie auch: <a href='/12'>Zweite Brücke bleibt gesperrt</a></p>
        <div class='sharedaddy'><h3>Teilen mit:</h3><ul><li><a href='#'>Twitter</a></li><li><a href='#'>Facebook</a></li></ul></div></div>
        <footer class='entry-meta'>Dieser Eintrag wurde in <a href='/cat'>Stadt</a> veröffentlicht.</footer></article>
        <nav id='nav-single'><a href='/16'>Vorheriger Beitrag</a></nav>
        <div id='comments'><h2>2 Kommentare</h2><ol class='commentlist'><li><div class='comment-author vcard'><cite class='fn'>Otto Leser</cite></div><p>Endlich, ich bin jahrelang über die andere Brücke gefahren und habe jeden Tag eine Stunde verloren.</p></li></ol></div></div>
        <div id='cookie'>Diese Website verwendet Cookies, um Ihnen den bestmöglichen Service zu bieten.</div></body></html>";
    let told = Told {
        headline: "Alte Brücke wieder offen",
        byline: &["Jana Uferer"],
        published: "2016-03-13T09:20:00+01:00",
        body: 3,
        absent: &["Cookies", "Lesen Sie", "Endlich"],
    };
    check("blog", page, &told);
}

#[test]
fn a_german_paper_without_metadata() {
    let page = "<html lang=de><head><title>Regen füllt die Seen - Uferbote</title></head><body><div class='kopf'><a href='/'>Nachrichten</a> <a href='/sport'>Sport</a></div>
        <div class='artikel'><span class='dachzeile'>Wetter</span><h2 class='ueberschrift'>Regen füllt die Seen</h2><p class='vorspann'>Nach Monaten der Dürre steigen die Pegel wieder.</p>
        <div class='autor'>Von Max Muster und Eva Beispiel</div><div class='datum'>Montag, 3. Mai 2021, 10:15 Uhr</div>
        <div class='artikeltext'><p>Nach drei Tagen Regen sind die Seen im Norden des Landes wieder gut gefüllt, wie der Wetterdienst am Montag mitteilte.</p>
        <p>Bauern rechnen dennoch mit einer schlechten Ernte, weil viele Felder unter Wasser stehen und nicht befahren werden können.</p></div>
        <p><a href='/druck'>Artikel drucken</a></p><div class='weitere'><h3>Mehr zum Thema</h3><ul><li><a href='/a'>Bauern fordern Hilfe vom Land</a></li><li><a href='/b'>Pegel steigen weiter</a></li></ul></div></div>
        <div class='fuss'>© 2021 Uferbote. Alle Rechte vorbehalten.</div></body></html>";
    let told = Told {
        headline: "Regen füllt die Seen",
        byline: &["Max Muster", "Eva Beispiel"],
        published: "2021-05-03T10:15",
        body: 2,
        absent: &["drucken", "Mehr zum", "Rechte"],
    };
    check("paper", page, &told);
}

#[test]
fn a_french_paper() {
    let page = "<html lang='fr'><head><meta property='og:title' content='Le vieux pont rouvre à la circulation'><title>Le vieux pont rouvre à la circulation – La Rive</title></head><body>
        <main><article class='article'><h1>Le vieux pont rouvre à la circulation</h1><p class='chapo'>Fermé depuis novembre, il a été réparé en quatre mois.</p>
        <p class='auteur'>Par Zoé Rivière et Luc Dupont</p><p class='date'>Publié le 03/05/2021 à 10h15 - Mis à jour le 04/05/2021 à 09h00</p>
        <figure><img src='pont.jpg'><figcaption class='legende'>Le vieux pont, lundi. © Paul Martin / AFP</figcaption></figure>
        <div class='texte'><p>Le vieux pont sur la rivière a rouvert lundi matin, après quatre mois de travaux, a annoncé la mairie.</p>
        <p>« Nous avons vérifié chaque boulon », a déclaré la maire, Anne Exemple, devant la presse réunie sur la rive.</p>
        <p><a href='/x'>À lire aussi : un second pont fermé pour l’hiver</a></p>
        <p>Les travaux ont coûté quatre millions d’euros, dont la moitié a été payée par la région, selon le conseil municipal.</p></div>
        <div class='partage'><span>Partager</span></div></article></main><p class='cookies'>Ce site utilise des cookies pour améliorer votre expérience.</p></body></html>";
    let told = Told {
        headline: "Le vieux pont rouvre à la circulation",
        byline: &["Zoé Rivière", "Luc Dupont"],
        published: "2021-05-03T10:15",
        body: 4,
        absent: &["Partager", "À lire", "cookies", "Paul Martin"],
    };
    check("paper", page, &told);
}

#[test]
fn a_spanish_paper() {
    let page = "<html lang='es'><head><title>El viejo puente reabre al tráfico | La Ribera</title><meta name='date' content='2021-05-03'></head><body><div id='wrapper'>
        <div class='noticia'><h1 class='titular'>El viejo puente reabre al tráfico</h1><div class='firma'>Por <a href='/autor/ana'>Ana Ejemplo</a> el 3 de mayo de 2021</div>
        <div class='cuerpo'><p>El viejo puente sobre el río reabrió el lunes por la mañana tras cuatro meses de obras, anunció el ayuntamiento.</p>
        <p>«Hemos revisado cada tornillo», dijo el alcalde, Luis Muestra, ante los periodistas reunidos en la orilla.</p>
        <p>LEE TAMBIÉN: <a href='/x'>Un segundo puente cierra por el invierno</a></p>
        <p>Las obras costaron cuatro millones de euros, la mitad de los cuales fueron pagados por la región.</p></div>
        <ul class='etiquetas'><li><a href='/t'>Puentes</a></li></ul><p>Compartir en Facebook</p></div></div></body></html>";
    let told = Told {
        headline: "El viejo puente reabre al tráfico",
        byline: &["Ana Ejemplo"],
        published: "2021-05-03",
        body: 3,
        absent: &["LEE", "Compartir", "Puentes"],
    };
    check("paper", page, &told);
}

#[test]
fn an_italian_page_of_line_breaks() {
    let page = "<html lang='it'><head><title>Il vecchio ponte riapre al traffico</title></head><body><table><tr><td><a href='/'>Home</a></td></tr></table>
        <div class='articolo'><h1>Il vecchio ponte riapre al traffico</h1><span class='autore'>di Marco Esempio</span> <span class='data'>Lunedì 3 Maggio 2021</span>
        <div class='testo'>Il vecchio ponte sul fiume ha riaperto lunedì mattina dopo quattro mesi di lavori, ha annunciato il comune della città.<br><br>
        «Abbiamo controllato ogni bullone», ha detto la sindaca Anna Prova ai giornalisti riuniti sulla riva del fiume lunedì.<br><br>
        I lavori sono costati quattro milioni di euro, la metà dei quali pagata dalla regione, secondo il consiglio comunale.</div>
        <div class='box'>Leggi anche</div><div><a href='/y'>Un secondo ponte chiude per l'inverno</a></div></div></body></html>";
    let told = Told {
        headline: "Il vecchio ponte riapre al traffico",
        byline: &["Marco Esempio"],
        published: "2021-05-03",
        body: 3,
        absent: &["Leggi", "secondo ponte"],
    };
    check("breaks", page, &told);
}

#[test]
fn greek_russian_and_polish_pages() {
    let page = |lang: &str, title: &str, by: &str, date: &str, one: &str, two: &str, more: &str| {
        format!(
            "<html lang='{lang}'><head><title>{title}</title></head><body><div class='main'><h1>{title}</h1><div class='author'>{by}</div><div class='date'>{date}</div>\
            <div class='text'><p>{one}</p><p>{two}</p><p>{more}</p></div></div></body></html>"
        )
    };
    let greek = page(
        "el",
        "Η παλιά γέφυρα ανοίγει ξανά",
        "Συντάκτης: Νίκος Ορφανός",
        "Δευτέρα, 3 Μαΐου 2021",
        "Η παλιά γέφυρα πάνω από το ποτάμι άνοιξε ξανά τη Δευτέρα το πρωί μετά από τέσσερις μήνες εργασιών.",
        "«Ελέγξαμε κάθε βίδα», είπε ο δήμαρχος στους δημοσιογράφους που είχαν συγκεντρωθεί στην όχθη.",
        "Διαβάστε επίσης: Δεύτερη γέφυρα κλείνει",
    );
    let told = |headline, byline| Told { headline, byline, published: "2021-05-03", body: 2, absent: &[] };
    check("greek", &greek, &told("Η παλιά γέφυρα ανοίγει ξανά", &["Νίκος Ορφανός"]));
    let russian = page(
        "ru",
        "Старый мост снова открыт",
        "Автор: Анна Белова",
        "3 мая 2021 г.",
        "Старый мост через реку снова открыт для движения с утра понедельника после четырёх месяцев ремонта.",
        "«Мы проверили каждый болт», — сказал мэр города журналистам, собравшимся на берегу реки в понедельник.",
        "Читайте также: Второй мост закрыт",
    );
    check("russian", &russian, &told("Старый мост снова открыт", &["Анна Белова"]));
    let polish = page(
        "pl",
        "Stary most znów otwarty",
        "Autor: Jan Przykład",
        "3 maja 2021",
        "Stary most na rzece jest od poniedziałku znów otwarty dla ruchu po czterech miesiącach remontu, podał ratusz.",
        "„Sprawdziliśmy każdą śrubę”, powiedziała burmistrz dziennikarzom zebranym na brzegu rzeki w poniedziałek.",
        "Czytaj też: Drugi most zamknięty",
    );
    check("polish", &polish, &told("Stary most znów otwarty", &["Jan Przykład"]));
}

#[test]
fn no_day_is_later_than_the_crawl_and_the_address_is_the_last_resort() {
    let story = "<p>The old bridge over the river opened again on Monday morning after four months of work, the council said.</p>".repeat(3);
    let page = format!(
        "<html><head><meta name='date' content='2031-01-01'></head><body><article><h1>Old bridge opens again</h1>{story}</article>"
    );
    let crawled = Some("2021-05-09T10:00:00Z".to_owned());
    let read = |url: Option<&str>| {
        let hints = Hints { crawled: crawled.clone(), url: url.map(str::to_owned), ..Hints::default() };
        html(&page, &hints).0.metadata.published.map(|p| (p.value, p.how.to_string()))
    };
    assert_eq!(read(None), None);
    let told = Some(("2021-05-03".to_owned(), "address".to_owned()));
    assert_eq!(read(Some("https://example.org/2021/05/03/bridge")), told);
    assert_eq!(read(Some("https://example.org/news/2021-05-03-bridge.html")), told);
    assert_eq!(read(Some("https://example.org/news/20210503/bridge")), told);
    assert_eq!(read(Some("https://example.org/2021/05/bridge")), None, "no day is made up");
    assert_eq!(read(Some("https://example.org/2021/05/12/bridge")), None, "nothing from the future");
    let (document, _) = html(&page, &Hints { url: Some("https://example.org/x".into()), ..Hints::default() });
    assert_eq!(document.metadata.url.as_deref(), Some("https://example.org/x"));
    assert_eq!(document.blocks.iter().filter(|block| block.kind == BlockKind::Headline).count(), 1);
}

#[test]
fn references_written_twice_stay_and_are_named() {
    let page = "<article><h1>Rain in Lodz</h1><p>The mayor&amp;rsquo;s office said that it will rain in Lodz &amp; beyond until the week is over.</p></article>";
    let (document, _) = html(page, &Hints::default());
    assert!(document.text.contains("mayor&rsquo;s office"));
    let warning = document.warnings.iter().find(|warning| warning.code == "encoded-twice").unwrap();
    assert_eq!(warning.message, "references are encoded twice: 1; '&rsquo;' was most likely '’'");
    assert_eq!(document.slice(warning.span.unwrap()), "&rsquo;");
}

const STORY: [&str; 4] = [
    "Die alte Brücke über den Fluss ist seit Sonntag wieder für den Verkehr frei, wie die Stadt am Abend mitteilte.",
    "„Wir haben jede Schraube geprüft“, sagte Bürgermeisterin Anna Beispiel vor Ort, wo Arbeiter die letzten Absperrungen wegräumten.",
    "Die Brücke war im November gesperrt worden, nachdem ein Prüfer Risse in zwei Pfeilern entdeckt hatte.",
    "Die Kosten trägt zur Hälfte das Land, wie der Stadtrat nach langer Beratung am Montag beschlossen hat.",
];

#[test]
fn a_blog_that_dates_above_and_signs_below() {
    let page = format!(
        "<html><head><title>Uferbote: Alte Brücke offen</title></head><body><h1 class='title'><a href='/'>Uferbote</a></h1><div class='date-outer'>
        <h2 class='date-header'><span>Sonntag, 13. März 2016</span></h2><div class='post hentry'><h3 class='post-title entry-title'>Alte Brücke offen</h3>
        <div class='post-body entry-content'>{}</div><div class='post-footer'><span class='post-author vcard'>Eingestellt von <span class='fn'>Jana Uferer</span></span></div></div></div>
        <div class='comments'><p>Otto: Endlich, ich bin jahrelang über die andere Brücke gefahren und habe jeden Tag eine Stunde verloren.</p></div></body></html>",
        STORY.join("<br /><br />")
    );
    check(
        "blog",
        &page,
        &Told {
            headline: "Alte Brücke offen",
            byline: &["Jana Uferer"],
            published: "2016-03-13",
            body: 4,
            absent: &["Endlich"],
        },
    );
}

#[test]
fn pages_laid_out_by_tables_and_bare_ones() {
    let table = format!(
        "<html><head><title>Alte Brücke offen</title></head><body><table><tr><td width=150><a href=/>Home</a><br><a href=/n>News</a></td>
        <td><font size=5><b>Alte Brücke offen</b></font><br><font size=1>Von Jana Uferer, 13.03.2016</font><br><br><font size=2>{}</font></td></tr></table>",
        STORY.join("<br><br>")
    );
    let (document, _) = html(&table, &Hints::default());
    assert_eq!(body(&document).len(), 4, "{:#?}", document.blocks);
    assert_eq!(document.metadata.published.unwrap().value, "2016-03-13");
    let bare = format!(
        "<html><head><title>Alte Brücke offen - Uferbote</title></head><body><a href='/'>Home</a><h2>Alte Brücke offen</h2><i>von Jana Uferer, 13.03.2016</i><p>{}</p><hr>Kontakt: post@example.org</body></html>",
        STORY.join("<p>")
    );
    check(
        "bare",
        &bare,
        &Told {
            headline: "Alte Brücke offen",
            byline: &["Jana Uferer"],
            published: "2016-03-13",
            body: 4,
            absent: &["Kontakt"],
        },
    );
}

#[test]
fn an_article_in_several_sections() {
    let [one, two, three, four] = STORY;
    let card = |title: &str| {
        format!(
            "<div class='card'><a href='/1'><h3>{title}</h3><p>Nach drei Tagen Regen stehen viele Felder unter Wasser und können nicht befahren werden.</p></a></div>"
        )
    };
    let page = format!(
        "<html lang='de'><head><title>Alte Brücke offen</title><script type='application/ld+json'>{{\"@graph\":[{{\"@type\":\"Article\",\"headline\":\"Alte Brücke offen\",
        \"author\":{{\"@id\":\"https://example.org/#/person/1\"}},\"datePublished\":\"2016-03-13\"}},{{\"@type\":[\"Person\"],\"@id\":\"https://example.org/#/person/1\",\"name\":\"Jana Uferer\"}}]}}</script></head>
        <body><main><h1>Alte Brücke offen</h1><section><div><p>{one}</p><p>{two}</p></div></section><div class='ad'>Anzeige</div><section><div><p>{three}</p></div></section>
        <section><div><p>{four}</p><p>{one}</p></div></section><section class='more'>{}{}{}</section></main></body></html>",
        card("Bauern fordern Hilfe vom Land wegen Regen"), card("Auch die zweite Brücke wird jetzt geprüft"), card("Pegel am Fluss steigen weiter an")
    );
    check(
        "sections",
        &page,
        &Told {
            headline: "Alte Brücke offen",
            byline: &["Jana Uferer"],
            published: "2016-03-13",
            body: 5,
            absent: &["Bauern", "Felder"],
        },
    );
}
