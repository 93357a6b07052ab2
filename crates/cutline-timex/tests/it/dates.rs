use crate::cases::{FRIDAY, check, only};
use jiff::civil::date;

#[test]
fn dates_in_full() {
    check(
        None,
        &[
            ("on 2025-04-18 and 2025/04/19", &[("2025-04-18", "2025-04-18"), ("2025/04/19", "2025-04-19")]),
            ("Friday, March 10, 2023", &[("Friday, March 10, 2023", "2023-03-10")]),
            ("Rain fell on 3 May 2021.", &[("3 May 2021", "2021-05-03")]),
            ("Rain fell on the 3rd of May, 2021.", &[("the 3rd of May, 2021", "2021-05-03")]),
            ("Rain fell on May 3rd, 2021.", &[("May 3rd, 2021", "2021-05-03")]),
            ("in Sept. 2019, in March of 1996", &[("Sept. 2019", "2019-09"), ("March of 1996", "1996-03")]),
            ("on 31/1/2025", &[("31/1/2025", "2025-01-31")]),
            ("on 1/31/2025", &[("1/31/2025", "2025-01-31")]),
            ("on 3.5.2021", &[("3.5.2021", "2021-05-03")]),
            ("from March 3 to 5, 2021", &[("March 3", "2021-03-03"), ("5, 2021", "2021-03-05")]),
            ("Dec. 21, 1988, bombing", &[("Dec. 21, 1988", "1988-12-21")]),
            (
                "in 1985-87 and between 1990 and 1994",
                &[("1985", "1985"), ("87", "1987"), ("1990", "1990"), ("1994", "1994")],
            ),
            ("nineteen ninety-six", &[("nineteen ninety-six", "1996")]),
            ("by the year two thousand", &[("the year two thousand", "2000")]),
            ("in the late 1970s", &[("the late 1970s", "197")]),
            ("the mid-1990s", &[("the mid-1990s", "199")]),
            ("in the 20th century", &[("the 20th century", "19")]),
            ("in the summer of 1994", &[("the summer of 1994", "1994-SU")]),
            ("the third quarter of 1990", &[("the third quarter of 1990", "1990-Q3")]),
            ("Q3 2021", &[("Q3 2021", "2021-Q3")]),
            ("the first half of 2019", &[("the first half of 2019", "2019-H1")]),
            ("fiscal 1989 and fiscal year 2020", &[("fiscal 1989", "1989"), ("fiscal year 2020", "2020")]),
            ("in 44 BC", &[("44 BC", "BC0044")]),
            ("Christmas Day 1914", &[("Christmas Day 1914", "1914-12-25")]),
            ("the Fourth of July, 1976", &[("the Fourth of July, 1976", "1976-07-04")]),
        ],
    );
}

#[test]
fn days_near_publication() {
    check(
        Some(FRIDAY),
        &[
            ("He said Friday that", &[("Friday", "2025-01-31")]),
            ("He said Thursday that it will open Monday.", &[("Thursday", "2025-01-30"), ("Monday", "2025-02-03")]),
            ("They are scheduled to meet on Wednesday.", &[("Wednesday", "2025-02-05")]),
            ("Wednesday's ruling was short.", &[("Wednesday", "2025-01-29")]),
            ("Wednesday's vote will be close.", &[("Wednesday", "2025-02-05")]),
            (
                "today, tomorrow and yesterday",
                &[("today", "2025-01-31"), ("tomorrow", "2025-02-01"), ("yesterday", "2025-01-30")],
            ),
            ("the day before yesterday", &[("the day before yesterday", "2025-01-29")]),
            ("last week", &[("last week", "2025-W04")]),
            ("by the end of next week", &[("the end of next week", "2025-W06")]),
            ("early next year", &[("early next year", "2026")]),
            ("later this month", &[("later this month", "2025-01")]),
            ("over the weekend", &[("the weekend", "2025-W05-WE")]),
            ("six weeks ago", &[("six weeks ago", "2024-W51")]),
            ("two years ago", &[("two years ago", "2023")]),
            ("10 days ago", &[("10 days ago", "2025-01-21")]),
            ("five months ago", &[("five months ago", "2024-08")]),
            ("in June last year", &[("June last year", "2024-06")]),
            (
                "last June, this June and next June",
                &[("last June", "2024-06"), ("this June", "2025-06"), ("next June", "2025-06")],
            ),
            ("last fall", &[("last fall", "2024-FA")]),
            ("It opened in December.", &[("December", "2024-12")]),
            ("It opens in March.", &[("March", "2025-03")]),
            ("It closed on Nov. 25.", &[("Nov. 25", "2024-11-25")]),
            ("on Thanksgiving Day", &[("Thanksgiving Day", "2024-11-28")]),
            ("last Thanksgiving", &[("last Thanksgiving", "2024-11-28")]),
            ("It had been due to expire Thursday.", &[("Thursday", "2025-01-30")]),
            ("It began in the early summer.", &[("the early summer", "2024-SU")]),
            ("It closed in 2019 after a fire the year before.", &[("2019", "2019"), ("the year before", "2018")]),
            ("It broke 24 hours ago.", &[("24 hours ago", "2025-01-30")]),
            ("between 2000 and 2050", &[("2000", "2000"), ("2050", "2050")]),
            ("open from Monday to Friday", &[("Monday", "2025-01-27"), ("Friday", "2025-01-31")]),
            ("shut from Thursday to Tuesday", &[("Thursday", "2025-01-30"), ("Tuesday", "2025-02-04")]),
            ("a year and a half ago", &[("a year and a half ago", "2023-07")]),
            ("the 2019/20 season", &[("2019", "2019"), ("20", "2020")]),
            ("the week of March 6", &[("the week of March 6", "2025-W10")]),
            ("a decade ago", &[("a decade ago", "2015")]),
            (
                "It is now, right now, currently.",
                &[("now", "PRESENT_REF"), ("right now", "PRESENT_REF"), ("currently", "PRESENT_REF")],
            ),
            ("It may come soon, in the near future.", &[("soon", "FUTURE_REF"), ("the near future", "FUTURE_REF")]),
            ("recently, as in the past,", &[("recently", "PAST_REF"), ("the past", "PAST_REF")]),
        ],
    );
}

#[test]
fn without_an_anchor_nothing_is_guessed() {
    check(
        None,
        &[
            ("He said Thursday that", &[("Thursday", "XXXX-WXX-4")]),
            ("last week and last year", &[("last week", "XXXX-WXX"), ("last year", "XXXX")]),
            ("today", &[("today", "XXXX-XX-XX")]),
            ("over the weekend", &[("the weekend", "XXXX-WXX-WE")]),
            ("It closed on Nov. 25.", &[("Nov. 25", "XXXX-11-25")]),
            ("in the third quarter", &[("the third quarter", "XXXX-Q3")]),
            ("this summer", &[("this summer", "XXXX-SU")]),
        ],
    );
    assert_eq!(only("He left Thursday.", None).anchor, None);
    assert_eq!(only("He left Thursday.", None).interval, None);
}

#[test]
fn anchors_and_intervals_are_told() {
    let week = only("He left last week.", Some(FRIDAY));
    assert_eq!(week.anchor.map(|anchor| (anchor.day, anchor.from.into_owned())), Some((FRIDAY, "published".into())));
    assert_eq!(week.interval, Some((date(2025, 1, 20), date(2025, 1, 26))));
    assert_eq!(only("He left in 1996.", Some(FRIDAY)).anchor, None);
    assert_eq!(only("in the late 1970s", None).modifier.as_deref(), Some("END"));
}

#[test]
fn the_ends_of_a_range_are_linked() {
    for text in ["from Sept. 14 to Thursday", "March 3-5", "between 1985 and 1987", "1985-87", "May 3 through May 5"] {
        let found = cutline_timex::tag(text, Some(FRIDAY));
        let links: Vec<Option<u32>> = found.iter().map(|timex| timex.range_with).collect();
        assert_eq!(links, [Some(1), Some(0)], "{text}");
    }
    let apart = cutline_timex::tag("on Monday and Tuesday", Some(FRIDAY));
    assert!(apart.iter().all(|timex| timex.range_with.is_none()));
}

#[test]
fn days_off_the_calendar_stay_open_with_a_warning() {
    for (text, value) in [
        ("on February 31, 2021", "2021-02-XX"),
        ("on February 31", "XXXX-02-XX"),
        ("on 2021-02-31", "2021-02-XX"),
        ("in the year 99999", "XXXX"),
        ("on 31/4/2021", "2021-04-XX"),
    ] {
        let (found, warnings) = cutline_timex::tag_with_warnings(text, Some(FRIDAY));
        assert_eq!(found[0].value, value, "{text}");
        assert_eq!(found[0].rule, "out-of-range", "{text}");
        assert_eq!(found[0].interval, None);
        assert_eq!(warnings.len(), 1, "{text}");
    }
    assert!(cutline_timex::tag_with_warnings("on Feb. 29", Some(FRIDAY)).1.is_empty());
}

#[test]
fn the_order_of_day_and_month_is_learnt_and_told() {
    let found = cutline_timex::tag("born 4/5/2001, died 25/12/2020, buried 3/1/2021", None);
    let read: Vec<(&str, &str)> = found.iter().map(|timex| (timex.value.as_str(), timex.rule.as_ref())).collect();
    assert_eq!(
        read,
        [
            ("2001-04-05", "month-day-year-assumed"),
            ("2020-12-25", "day-month-year"),
            ("2021-01-03", "day-month-year-assumed")
        ]
    );
}

#[test]
fn results_compare_with_the_quarter_a_year_before() {
    let text = "Net income in the third quarter rose from $2 million a year earlier.";
    check(Some(date(1989, 11, 2)), &[(text, &[("the third quarter", "1989-Q3"), ("a year earlier", "1988-Q3")])]);
}
