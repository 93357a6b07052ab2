use crate::cases::{FRIDAY, check};

#[test]
fn what_only_looks_like_time() {
    let cases = [
        "They may go, and he may not.",
        "Theresa May spoke to June Carter.",
        "The march through the town was long.",
        "He came second, a second time.",
        "Prices fall when springs dry and fall again.",
        "Ana Bela, 52, and a 9-year-old boy stood there.",
        "He is 52 years old, she 41 years of age.",
        "Call 555-1989 or come to Room 2012.",
        "Harbour won 21-14, then 3-2.",
        "It costs $1995 or #2000.",
        "About 2000 people came.",
        "It rose 1.5% to 1,998.25 points.",
        "Flight 1984 and Resolution 1973 passed.",
        "He reads the Daily News.",
        "The first half was dull, said the coach.",
        "A quarter of the town voted.",
        "He will march against it.",
        "I am 8 of them.",
        "The sun set, he sat, and they wed.",
        "see example.com/2021/05 or v2.10.2021b",
    ];
    for text in cases {
        check(Some(FRIDAY), &[(text, &[])]);
    }
}
