use crate::cases::check;
use jiff::civil::date;

#[test]
fn bare_days_follow_the_dates_of_the_story() {
    let text = "The war began on 3 February 1943. On 10 March the army crossed the river. The next morning it took \
                the town. Two days later the bridge fell. In April the rains came. On 5 January 1944 it ended.";
    let expected: &[(&str, &str)] = &[
        ("3 February 1943", "1943-02-03"),
        ("10 March", "1943-03-10"),
        ("The next morning", "1943-03-11TMO"),
        ("Two days later", "1943-03-13"),
        ("April", "1943-04"),
        ("5 January 1944", "1944-01-05"),
    ];
    check(None, &[(text, expected)]);
}

#[test]
fn a_heading_gives_the_year() {
    let text = "1944\n\nOn 10 March the army moved.\n\nThe following month it stopped.\n\n1945\n\nOn 2 May it was over. \
                That year the town was rebuilt.";
    let expected: &[(&str, &str)] = &[
        ("1944", "1944"),
        ("10 March", "1944-03-10"),
        ("The following month", "1944-04"),
        ("1945", "1945"),
        ("2 May", "1945-05-02"),
        ("That year", "1945"),
    ];
    check(None, &[(text, expected)]);
}

#[test]
fn publication_long_after_does_not_pull_days_to_itself() {
    let text = "The siege began on 1 June 1812. By 15 June 1812 food ran short. On 20 July the gates opened. The \
                treaty was signed on 3 August 1812.";
    let found = cutline_timex::tag(text, Some(date(2009, 5, 1)));
    let values: Vec<&str> = found.iter().map(|timex| timex.value.as_str()).collect();
    assert_eq!(values, ["1812-06-01", "1812-06-15", "1812-07-20", "1812-08-03"]);
    assert_eq!(found[2].anchor.as_ref().map(|anchor| anchor.from.as_ref()), Some("narrative"));
}

#[test]
fn days_from_a_year_alone_stay_open() {
    check(
        None,
        &[("In 1944 it began. The following day it rained.", &[("1944", "1944"), ("The following day", "1944-XX-XX")])],
    );
}

#[test]
fn a_heading_gives_the_year_long_before_the_day_of_speech() {
    let text = "Work on the dam has stopped again, the council said Friday.\n\n1863\n\nOn 4 February the first stone was \
                laid.\n\n1871:\n\nOn 10 March the gates closed. The next morning the valley was a lake.";
    let found = cutline_timex::tag(text, Some(date(2015, 6, 3)));
    let values: Vec<&str> = found.iter().map(|timex| timex.value.as_str()).collect();
    assert_eq!(values, ["2015-05-29", "1863", "1863-02-04", "1871", "1871-03-10", "1871-03-11TMO"]);
}

#[test]
fn a_number_that_leads_a_line_is_no_heading() {
    for text in ["1863 people came.", "1863-65 was a hard time.", "1863, as it were"] {
        let found = cutline_timex::tag(text, None);
        assert!(found.iter().all(|timex| timex.rule != "year-heading"), "{text}: {found:?}");
    }
}
