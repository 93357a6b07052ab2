//! Sentences as newswire of the last years writes them.

use crate::cases::{FRIDAY, check};
use jiff::civil::date;

#[test]
fn sides_of_days_and_months() {
    check(
        Some(FRIDAY),
        &[
            ("The union plans a protest on Monday.", &[("Monday", "2025-02-03")]),
            ("The court will hear the case on Thursday.", &[("Thursday", "2025-02-06")]),
            (
                "He was arrested late Sunday and charged Monday.",
                &[("late Sunday", "2025-01-26"), ("Monday", "2025-01-27")],
            ),
            ("The fiscal year ends Sept. 30.", &[("The fiscal year", "2025"), ("Sept. 30", "2025-09-30")]),
            ("In April, the bank brought in a new head.", &[("April", "2024-04")]),
            ("She will be named captain in November.", &[("November", "2025-11")]),
            ("The mayor was shot to death on Oct. 23.", &[("Oct. 23", "2024-10-23")]),
            ("The bank extended the loan through April.", &[("April", "2025-04")]),
            ("Traders sold ahead of the weekend.", &[("the weekend", "2025-W05-WE")]),
            ("Over the weekend he rested.", &[("the weekend", "2025-W04-WE")]),
            ("This weekend he will travel.", &[("This weekend", "2025-W05-WE")]),
        ],
    );
    check(
        Some(date(2024, 3, 1)),
        &[
            ("They crashed last February.", &[("last February", "2023-02")]),
            ("They crashed last January.", &[("last January", "2024-01")]),
        ],
    );
}

#[test]
fn units_counts_and_references() {
    check(
        Some(FRIDAY),
        &[
            ("Earlier this week he resigned.", &[("Earlier this week", "2025-W05")]),
            ("Four years ago, in mid-February, it snowed.", &[("Four years ago", "2021"), ("mid-February", "2025-02")]),
            ("Over the past two years prices rose.", &[("the past two years", "P2Y")]),
            ("In recent days, rockets fell for 24 hours.", &[("recent days", "PXD"), ("24 hours", "PT24H")]),
            ("It was the worst in more than a decade.", &[("more than a decade", "P10Y")]),
            ("a weeklong strike and a yearlong study", &[("weeklong", "P1W"), ("yearlong", "P1Y")]),
            ("You may, in a year or two, save lives.", &[("a year or two", "P1Y")]),
            ("The town will one day be rich.", &[("one day", "FUTURE_REF")]),
            ("He stayed one day.", &[("one day", "P1D")]),
            ("the mid-90s and the early '80s", &[("the mid-90s", "199"), ("the early '80s", "198")]),
            ("In his mid-20s, he moved.", &[]),
            ("In the quarter ended July 31, it lost money.", &[("the quarter", "2024-Q2"), ("July 31", "2024-07-31")]),
        ],
    );
}

#[test]
fn stamps_and_clocks() {
    check(
        Some(FRIDAY),
        &[
            ("Posted: 01/29/2025 08:15:00 AM MDT", &[("01/29/2025 08:15:00 AM MDT", "2025-01-29T08:15:00")]),
            (
                "Updated 5:14 p.m. ET, Thu January 30, 2025",
                &[("5:14 p.m. ET, Thu January 30, 2025", "2025-01-30T17:14")],
            ),
            ("At 7:05 p.m. Thursday, it derailed.", &[("7:05 p.m. Thursday", "2025-01-30T19:05")]),
            ("The storm hit early Wednesday morning.", &[("early Wednesday morning", "2025-01-29TMO")]),
            ("Snow fell overnight.", &[("overnight", "2025-01-30TNI")]),
        ],
    );
}
