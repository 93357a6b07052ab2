use crate::cases::{FRIDAY, check};
use cutline_doc::TimexKind;

const CASES: &[(&str, &[(&str, &str)])] = &[
    ("The council meets each Thursday.", &[("each Thursday", "XXXX-WXX-4")]),
    ("The council meets every Monday at the hall.", &[("every Monday", "XXXX-WXX-1")]),
    ("It is held each July.", &[("each July", "XXXX-07")]),
    ("It is held every May 1.", &[("every May 1", "XXXX-05-01")]),
    ("It rains every day.", &[("every day", "P1D")]),
    ("It rains every night there.", &[("every night", "XXXX-XX-XXTNI")]),
    ("They pray every morning.", &[("every morning", "XXXX-XX-XXTMO")]),
    ("They vote every two years.", &[("every two years", "P2Y")]),
    ("They vote every four years.", &[("every four years", "P4Y")]),
    ("He calls every other day.", &[("every other day", "P2D")]),
    ("It opens every other Friday.", &[("every other Friday", "XXXX-WXX-5")]),
    ("It opens every weekend.", &[("every weekend", "XXXX-WXX-WE")]),
    ("They gather every summer.", &[("every summer", "XXXX-SU")]),
    ("They gather each year.", &[("each year", "P1Y")]),
    ("They gather each month.", &[("each month", "P1M")]),
    ("Results come out every quarter.", &[("every quarter", "P1Q")]),
    ("It rings every hour.", &[("every hour", "PT1H")]),
    ("It rings every 15 minutes.", &[("every 15 minutes", "PT15M")]),
    ("It rings every few minutes.", &[("every few minutes", "PTXM")]),
    ("The ferry runs daily.", &[("daily", "P1D")]),
    ("He spoke in his weekly address.", &[("weekly", "P1W")]),
    ("The monthly meeting was short.", &[("monthly", "P1M")]),
    ("Sales rise annually.", &[("annually", "P1Y")]),
    ("It is paid quarterly.", &[("quarterly", "P1Q")]),
    ("The hourly bus was late.", &[("hourly", "PT1H")]),
    ("They meet twice a month.", &[("twice a month", "P1M")]),
    ("They meet once a week.", &[("once a week", "P1W")]),
    ("They meet three times a day.", &[("three times a day", "P1D")]),
    ("They meet 12 times a year.", &[("12 times a year", "P1Y")]),
    ("They meet several times each week.", &[("several times each week", "P1W")]),
    ("They meet once every two weeks.", &[("once every two weeks", "P2W")]),
    ("He swims on Thursdays.", &[("Thursdays", "XXXX-WXX-4")]),
    ("He swims on Saturdays and Sundays.", &[("Saturdays", "XXXX-WXX-6"), ("Sundays", "XXXX-WXX-7")]),
    ("He swims on Friday nights.", &[("Friday nights", "XXXX-WXX-5TNI")]),
    ("It is closed on weekends.", &[("weekends", "XXXX-WXX-WE")]),
    ("It is open on weekdays.", &[("weekdays", "XXXX-WXX-WD")]),
    ("It costs $1 billion a year.", &[("a year", "P1Y")]),
    ("Some 40 flights a day land here.", &[("a day", "P1D")]),
    ("It makes 200 cars per week.", &[("per week", "P1W")]),
    ("About 4,500 people a month come.", &[("a month", "P1M")]),
    ("They meet every third Tuesday.", &[("every third Tuesday", "XXXX-WXX-2")]),
    ("It comes back every 76 years.", &[("every 76 years", "P76Y")]),
    ("She runs every Sunday morning.", &[("every Sunday morning", "XXXX-WXX-7TMO")]),
];

#[test]
fn repetitions() {
    check(Some(FRIDAY), CASES);
}

#[test]
fn repetitions_are_sets_and_need_no_anchor() {
    for (text, expected) in CASES {
        let found = cutline_timex::tag(text, None);
        assert_eq!(found.len(), expected.len(), "{text}");
        assert!(found.iter().all(|timex| timex.kind == TimexKind::Set && timex.interval.is_none()), "{text}");
    }
}
