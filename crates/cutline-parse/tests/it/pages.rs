//! Pages as other sites set them, with invented articles: what stands around
//! the text differs from house to house, and so do captions and credits.

use cutline_doc::{BlockKind, Document};

use crate::{blocks, parse, said};

fn headline(document: &Document) -> &str {
    document.metadata.headline.map_or("", |span| document.slice(span))
}

fn published(document: &Document) -> &str {
    document.metadata.published.as_ref().map_or("", |p| p.value.as_str())
}

fn credit(document: &Document, n: usize) -> (Vec<&str>, Option<&str>) {
    let credit = document.captions[n].credit.as_ref().expect("a credit");
    (credit.photographer.iter().map(String::as_str).collect(), credit.agency.as_deref())
}

#[test]
fn public_broadcaster() {
    let page = parse(
        "Harbor strike enters third week - Island News\n\nHomepage\n\nAccessibility links\n\nSkip to content\nSign in\nHome\nNews\nSport\nWeather\n\n\
         Harbor strike enters third week\n\n12 March 2021\n\nShare\n\nBy Ana Bela\nIsland News, Port Elgin\n\n\
         Image source, Getty Images\nImage caption, Cranes have stood still since February\n\n\
         Talks to end a strike at the harbor have failed again, the union has said.\n\n\
         About 400 workers walked out in February over plans to cut their pay by a tenth.\n\n\
         The company says it has no choice, as fewer ships have called at the port.\n\n\
         \"We are not going back without a promise,\" said Kit Orr, who speaks for the crane drivers.\n\n\
         Image source, PA Media\nImage caption, Kit Orr says the workers will not give in\n\n\
         A further round of talks is planned for next week, according to the ministry.\n\n\
         Related Topics\n\nTrade unions\nPort Elgin\n\nMore on this story\n\nHarbor workers vote to strike\n3 February 2021\n\nTop Stories\n\nMayor resigns over water bill\n1 hour ago\n",
    );
    assert_eq!(headline(&page), "Harbor strike enters third week");
    assert_eq!(page.metadata.byline, ["Ana Bela"]);
    assert_eq!(published(&page), "2021-03-12");
    assert_eq!(said(&page), ["Cranes have stood still since February", "Kit Orr says the workers will not give in"]);
    assert_eq!(credit(&page, 0), (vec![], Some("Getty Images")));
    assert_eq!(credit(&page, 1), (vec![], Some("PA Media")));
    assert_eq!(blocks(&page, BlockKind::Paragraph).len(), 5);
}

#[test]
fn local_television() {
    let page = parse(
        "58°\nLog In\nNewsletter Sign Up\nLocal News\nWeather\nSports\n\nLOCAL NEWS\n\nBridge over Dalton River to close for two months\n\n\
         by: Tom Vale\n\nPosted: May 4, 2021 / 06:12 PM EDT\n\nUpdated: May 4, 2021 / 07:40 PM EDT\n\n\
         Cars cross the Dalton River bridge on Tuesday. (WXYD Photo/Tom Vale)\n\n\
         DALTON, Ohio (WXYD) — The bridge over the Dalton River will close next week for repairs that are to take two months.\n\n\
         City engineers found cracks in two of the pillars during an inspection in April.\n\n\
         “Nobody needs to worry,” said Rosa Sami, the city's chief engineer. “We found this early.”\n\n\
         Drivers will be sent over the railroad bridge, which is two miles to the north.\n\n\
         Copyright 2021 Dalton Media Inc. All rights reserved. This material may not be published, broadcast, rewritten, or redistributed.\n\n\
         Trending Stories\n\nMan finds ring in fish\nSchool board picks new chief\n",
    );
    assert_eq!(headline(&page), "Bridge over Dalton River to close for two months");
    assert_eq!(page.metadata.byline, ["Tom Vale"]);
    assert_eq!(published(&page), "2021-05-04T18:12");
    assert_eq!(page.metadata.modified.as_ref().map(|m| m.value.as_str()), Some("2021-05-04T19:40"));
    assert_eq!(page.metadata.section.as_deref(), Some("LOCAL NEWS"));
    assert_eq!(said(&page), ["Cars cross the Dalton River bridge on Tuesday."]);
    assert_eq!(page.metadata.dateline.as_ref().map(|d| d.place.as_str()), Some("DALTON, Ohio"));
    assert_eq!(blocks(&page, BlockKind::Paragraph).len(), 4);
}

#[test]
fn wire_agency_site() {
    let page = parse(
        "World\n\nMay 4, 2021 9:15 AM Updated 2 hours ago\n\nGrain prices fall after rain in the south\n\nBy Ana Bela, Kit Orr\n\n2 Min Read\n\n\
         FILE PHOTO: A worker unloads grain at a port near Odesa, Ukraine April 2, 2021. REUTERS/Lena Varga/File Photo\n\n\
         KYIV (Reuters) - Grain prices fell for a third day on Tuesday after rain in the south eased fears of a poor harvest, traders said.\n\n\
         Wheat for delivery in July lost 2% by midday, having risen by a tenth in April.\n\n\
         \"The rain came just in time,\" said Rosa Sami, who trades grain in Odesa.\n\n\
         Reporting by Ana Bela and Kit Orr; Editing by Tom Vale\n\nOur Standards: The Agency Principles.\n\nMore From World\n\nStorm nears islands\n",
    );
    assert_eq!(headline(&page), "Grain prices fall after rain in the south");
    assert_eq!(page.metadata.byline, ["Ana Bela", "Kit Orr"]);
    assert_eq!(published(&page), "2021-05-04T09:15");
    assert_eq!(page.metadata.agency.as_deref(), Some("Reuters"));
    assert_eq!(said(&page), ["FILE PHOTO: A worker unloads grain at a port near Odesa, Ukraine April 2, 2021."]);
    assert_eq!(credit(&page, 0), (vec!["Lena Varga"], Some("REUTERS")));
    assert_eq!(blocks(&page, BlockKind::Paragraph).len(), 3);
    assert_eq!(blocks(&page, BlockKind::AuthorBio).len(), 1);
}

#[test]
fn indian_daily() {
    let page = parse(
        "Home\nIndia\nCities\nOpinion\nSport\n\nFarmers block highway over canal plan\n\nThe farmers want the state to drop a plan that would take water from their fields\n\n\
         March 05, 2021 10:32 pm | Updated March 06, 2021 01:15 am IST - PATNA\n\nThe Northern Courier Bureau\n\n\
         Farmers sit on the highway near Patna on Friday. | Photo Credit: Rajan Dev\n\n\
         Hundreds of farmers on Friday blocked the national highway near Patna to protest against a plan to widen a canal.\n\n\
         The State government has said that the canal would bring water to 40 villages that have none.\n\n\
         “We were never asked,” said Mohan Lal, who farms two acres near the river.\n\n\
         The Chief Minister will meet the farmers on Monday, an official said.\n\n\
         Also Read | Canal plan faces delay\n\nRelated Topics\n\nagriculture\n/\nwater\n\nTop News Today\n",
    );
    assert_eq!(headline(&page), "Farmers block highway over canal plan");
    assert_eq!(published(&page), "2021-03-05T22:32");
    assert_eq!(page.metadata.byline, ["The Northern Courier Bureau"]);
    assert_eq!(said(&page), ["Farmers sit on the highway near Patna on Friday."]);
    assert_eq!(credit(&page, 0), (vec!["Rajan Dev"], None));
    assert_eq!(blocks(&page, BlockKind::Paragraph).len(), 4);
}

#[test]
fn american_cable_site() {
    let page = parse(
        "Markets\nTech\nMedia\n\nSmall airline orders nine planes\n\nBy Lena Varga, CXN Business\n\nUpdated 1413 GMT (2213 HKT) May 4, 2021\n\n\
         New York (CXN Business)A small airline has ordered nine planes, betting that people will fly again soon.\n\n\
         The order is worth about $900 million, the company said in a statement on Tuesday.\n\n\
         A plane of the airline lands at Port Elgin in March.\n\n\
         \"People want to see their families,\" said chief executive Aldo Marsh.\n\n\
         The first of the planes is due to arrive in the fall of next year.\n\nPaid Content\n\nTen ways to save on fuel\n",
    );
    assert_eq!(headline(&page), "Small airline orders nine planes");
    assert_eq!(page.metadata.byline, ["Lena Varga"]);
    assert!(published(&page).starts_with("2021-05-04"));
}

#[test]
fn british_tabloid() {
    let page = parse(
        "News\nFootball\nTV\nShowbiz\nTravel\n\nPARKING MAD\n\nDriver fined £60 after cat sits on ticket machine\n\nThe 61-year-old said the cat would not move\n\n\
         Rosa Sami\n\nPublished: 18:04, 4 May 2021\n\nUpdated: 18:20, 4 May 2021\n\n\
         A DRIVER has been fined £60 because a cat would not get off a ticket machine.\n\n\
         Tom Vale, 61, had tried to pay for an hour in the car park in Harmon on Monday.\n\n\
         3\n\nTom Vale says he did all he could Credit: Mirrorpix\n\n3\n\nThe cat is well known to people in Harmon Credit: SWNS\n\n\
         He said: \"I offered it my sandwich. It ate the sandwich and stayed where it was.\"\n\n\
         The council said that it would look at the case again.\n\nMOST READ IN NEWS\n\nOH DEER\n\nStag stuck in phone box for nine hours\n",
    );
    assert_eq!(headline(&page), "Driver fined £60 after cat sits on ticket machine");
    assert_eq!(page.metadata.byline, ["Rosa Sami"]);
    assert_eq!(published(&page), "2021-05-04T18:04");
    assert_eq!(said(&page), ["Tom Vale says he did all he could", "The cat is well known to people in Harmon"]);
    assert_eq!(credit(&page, 1), (vec![], Some("SWNS")));
    assert_eq!(blocks(&page, BlockKind::Paragraph).len(), 4);
}

#[test]
fn african_daily() {
    let page = parse(
        "Nation\nCounties\nBusiness\nSports\n\nTraders count losses after market fire\n\nTuesday, May 04, 2021\n\n\
         Traders look for goods in the ashes of Gikomba market in Nairobi on May 4, 2021. PHOTO | LENA VARGA | NATION STAR\n\n\
         By Kit Orr\n\nReporter\n\nNation Star Group\n\n\
         Hundreds of traders are counting losses after a fire tore through a market in Nairobi on Monday night.\n\n\
         The fire started at about 11pm and burnt for four hours before it was put out, police said.\n\n\
         “I have lost everything,” said Mary Wanja, who sold shoes there for 12 years.\n\n\
         The governor promised that the stalls would be built again.\n",
    );
    assert_eq!(headline(&page), "Traders count losses after market fire");
    assert_eq!(page.metadata.byline, ["Kit Orr"]);
    assert_eq!(published(&page), "2021-05-04");
    assert_eq!(said(&page), ["Traders look for goods in the ashes of Gikomba market in Nairobi on May 4, 2021."]);
    assert_eq!(blocks(&page, BlockKind::Paragraph).len(), 4);
}
