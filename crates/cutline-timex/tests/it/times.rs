use crate::cases::{FRIDAY, check, only};
use cutline_doc::TimexKind;

#[test]
fn clock_times() {
    check(
        Some(FRIDAY),
        &[
            ("The store closed at 10 p.m. Wednesday, he said.", &[("10 p.m. Wednesday", "2025-01-29T22:00")]),
            ("Talks broke off at noon Thursday.", &[("noon Thursday", "2025-01-30T12:00")]),
            ("The vote ended at 7:15 p.m. and they left.", &[("7:15 p.m.", "2025-01-31T19:15")]),
            ("The shop opened around 7:15 p.m. on Tuesday.", &[("around 7:15 p.m. on Tuesday", "2025-01-28T19:15")]),
            ("He called at 9 a.m. EST Tuesday.", &[("9 a.m. EST Tuesday", "2025-01-28T09:00")]),
            ("The offer runs until 5 p.m. EST, Nov. 6.", &[("5 p.m. EST, Nov. 6", "2025-11-06T17:00")]),
            ("Published 14:15 GMT, 3 May 2021", &[("14:15 GMT, 3 May 2021", "2021-05-03T14:15Z")]),
            ("Jan 31, 2025, 2:15 PM", &[("Jan 31, 2025, 2:15 PM", "2025-01-31T14:15")]),
            ("It struck at 0735 GMT.", &[("0735 GMT", "2025-01-31T07:35Z")]),
            ("It struck at 14:30 local time.", &[("14:30 local time", "2025-01-31T14:30")]),
            ("Polls open at 8am on Sunday.", &[("8am on Sunday", "2025-01-26T08:00")]),
            ("Polls will open at 8am on Sunday.", &[("8am on Sunday", "2025-02-02T08:00")]),
            ("They met at 5 o'clock.", &[("5 o'clock", "2025-01-31T05:00")]),
            ("She rose at 4 in the morning.", &[("4 in the morning", "2025-01-31T04:00")]),
            ("She rose at seven a.m. yesterday.", &[("seven a.m. yesterday", "2025-01-30T07:00")]),
            ("On Jan. 3 at 10:35 a.m. it fell.", &[("Jan. 3 at 10:35 a.m.", "2025-01-03T10:35")]),
            (
                "The blast came at 10:35 a.m. (0735 GMT) Friday.",
                &[("10:35 a.m.", "2025-01-31T10:35"), ("0735 GMT", "2025-01-31T07:35Z"), ("Friday", "2025-01-31")],
            ),
            ("It expires at midnight.", &[("midnight", "2025-01-31T24:00")]),
            ("It rang at 12 a.m. and again.", &[("12 a.m.", "2025-01-31T00:00")]),
            ("Seen 2025-01-31T14:15:30Z in the log", &[("2025-01-31T14:15:30Z", "2025-01-31T14:15:30Z")]),
            ("Seen 2025-01-31 14:15 in the log", &[("2025-01-31 14:15", "2025-01-31T14:15")]),
            ("They met at 6:30 on Tuesday evening.", &[("6:30 on Tuesday evening", "2025-01-28T18:30")]),
            ("They spoke on Friday at 15:30.", &[("Friday at 15:30", "2025-01-31T15:30")]),
            ("The match starts at 7.30pm tomorrow.", &[("7.30pm tomorrow", "2025-02-01T19:30")]),
        ],
    );
}

#[test]
fn parts_of_the_day() {
    check(
        Some(FRIDAY),
        &[
            ("He resigned Thursday evening.", &[("Thursday evening", "2025-01-30TEV")]),
            ("He resigned on Friday morning.", &[("Friday morning", "2025-01-31TMO")]),
            ("It will be told this morning.", &[("this morning", "2025-01-31TMO")]),
            ("It rained last night.", &[("last night", "2025-01-30TNI")]),
            ("They will meet tonight.", &[("tonight", "2025-01-31TNI")]),
            ("They left yesterday afternoon.", &[("yesterday afternoon", "2025-01-30TAF")]),
            ("They leave tomorrow night.", &[("tomorrow night", "2025-02-01TNI")]),
            ("At mid-afternoon yesterday it slid.", &[("mid-afternoon yesterday", "2025-01-30TAF")]),
            ("It fell overnight in the north.", &[("overnight", "2025-01-30TNI")]),
            ("He died on the night of Jan. 3.", &[("the night of Jan. 3", "2025-01-03TNI")]),
            ("On the morning of Sept. 11, 2001, it was clear.", &[("the morning of Sept. 11, 2001", "2001-09-11TMO")]),
            (
                "On Jan. 3 it froze. The next morning it thawed.",
                &[("Jan. 3", "2025-01-03"), ("The next morning", "2025-01-04TMO")],
            ),
            ("On Jan. 3 it froze. That night he left.", &[("Jan. 3", "2025-01-03"), ("That night", "2025-01-03TNI")]),
            (
                "On Monday they met. The previous evening it had snowed.",
                &[("Monday", "2025-01-27"), ("The previous evening", "2025-01-26TEV")],
            ),
            ("Dealers sold in the morning.", &[("the morning", "2025-01-31TMO")]),
            ("Late Thursday night they agreed.", &[("Late Thursday night", "2025-01-30TNI")]),
            ("Early this morning it began.", &[("Early this morning", "2025-01-31TMO")]),
            ("They marched on Wednesday night in the rain.", &[("Wednesday night", "2025-01-29TNI")]),
            ("Last Friday evening he sang.", &[("Last Friday evening", "2025-01-24TEV")]),
            ("He will speak later this afternoon.", &[("later this afternoon", "2025-01-31TAF")]),
        ],
    );
}

#[test]
fn times_without_an_anchor_stay_open() {
    check(
        None,
        &[
            ("He left Thursday evening.", &[("Thursday evening", "XXXX-WXX-4TEV")]),
            ("He left at 10 p.m. Wednesday.", &[("10 p.m. Wednesday", "XXXX-WXX-3T22:00")]),
            ("It rained last night.", &[("last night", "XXXX-XX-XXTNI")]),
        ],
    );
}

#[test]
fn times_are_times() {
    assert_eq!(only("He left at 10 p.m. Wednesday.", None).kind, TimexKind::Time);
    let time = only("He left yesterday morning.", Some(FRIDAY));
    assert_eq!(time.interval, cutline_timex::interval("2025-01-30"));
}
