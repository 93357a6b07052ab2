//! How well stories are grouped, related and traced to their origin, over
//! articles and reprints made of them:
//!
//! `score_stories FOLDER` reads `articles_dev.jsonl`, `articles_dev_reprint.jsonl`
//! and `articles_dev_reprint_lineage.tsv` (reprint, its article, what was done
//! to it, as `cut+edit`).

use std::collections::HashMap;
use std::error::Error;
use std::fs;
use std::path::Path;

use cutline_dedup::{Story, stories};
use cutline_doc::StoryRelation;

#[derive(serde::Deserialize)]
struct Article {
    id: String,
    text: String,
}

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("which folder?")?;
    let read = |name: &str| fs::read_to_string(Path::new(&folder).join(name));
    let lists = [read("articles_dev.jsonl")?, read("articles_dev_reprint.jsonl")?];
    let articles = lists.iter().flat_map(|list| list.lines()).map(serde_json::from_str);
    let articles: Vec<Article> = articles.collect::<Result<_, _>>()?;
    let lineage = read("articles_dev_reprint_lineage.tsv")?;
    let reprints = lineage.lines().filter_map(|line| {
        let mut fields = line.split('\t');
        Some(Reprint { id: fields.next()?, article: fields.next()?, done: fields.next()? })
    });
    score(&articles, &reprints.collect::<Vec<_>>());
    Ok(())
}

struct Reprint<'l> {
    id: &'l str,
    article: &'l str,
    done: &'l str,
}

impl Reprint<'_> {
    fn was(&self, change: &str) -> bool {
        self.done.split('+').any(|done| done == change)
    }

    /// What it may be called beside its article.
    fn relations(&self) -> &'static [StoryRelation] {
        use StoryRelation::{Cut, Same, Updated};
        let reworded = self.was("edit") || self.was("insert");
        match (self.was("cut") || self.was("drop"), reworded) {
            (true, true) => &[Cut, Updated],
            (true, false) => &[Cut],
            (false, _) if self.done == "exact" => &[Same],
            (false, _) => &[Same, Updated],
        }
    }
}

fn score(articles: &[Article], reprints: &[Reprint]) {
    let texts: Vec<Story> = articles.iter().map(|article| Story::of(&article.text)).collect();
    let groups = stories(&texts);
    let of_reprint: HashMap<&str, &Reprint> = reprints.iter().map(|reprint| (reprint.id, reprint)).collect();
    let family = |at: usize| of_reprint.get(articles[at].id.as_str()).map_or(articles[at].id.as_str(), |it| it.article);
    let mut group_of: HashMap<&str, (usize, StoryRelation)> = HashMap::new();
    let (mut same, mut pairs, mut origins, mut traced) = (0, 0, [0; 2], [0; 2]);
    for (number, group) in groups.iter().enumerate() {
        let members: Vec<usize> = group.members.iter().map(|member| member.index).collect();
        group_of
            .extend(group.members.iter().map(|member| (articles[member.index].id.as_str(), (number, member.relation))));
        for (at, &one) in members.iter().enumerate() {
            pairs += at;
            same += members[..at].iter().filter(|&&two| family(one) == family(two)).count();
        }
        let reprinted = members.iter().filter_map(|&at| of_reprint.get(articles[at].id.as_str()));
        let dated = usize::from(reprinted.clone().any(|reprint| reprint.was("dateline")));
        if reprinted.count() > 0 {
            origins[dated] += 1;
            traced[dated] += usize::from(!of_reprint.contains_key(articles[group.canonical].id.as_str()));
        }
    }
    let (mut found, mut related, mut right) = (0, 0, 0);
    for reprint in reprints {
        let (Some(&(group, relation)), Some(&(home, _))) = (group_of.get(reprint.id), group_of.get(reprint.article))
        else {
            continue;
        };
        found += usize::from(group == home);
        if group == home && articles[groups[group].canonical].id == reprint.article {
            related += 1;
            right += usize::from(reprint.relations().contains(&relation));
            if !reprint.relations().contains(&relation) && std::env::args().nth(2).is_some() {
                println!("{}\t{}\t{relation:?}", reprint.id, reprint.done);
            }
        }
    }
    tell("reprints grouped with their article", found, reprints.len());
    tell("pairs of a group that are of one family", same, pairs);
    tell("relations to the article as what was done", right, related);
    tell("origins that are no reprint, nobody having put a dateline before", traced[0], origins[0]);
    tell("the same, where a reprint was given a dateline", traced[1], origins[1]);
}

fn tell(what: &str, part: usize, all: usize) {
    println!("{what}: {part} of {all}, {:.1} %", 100.0 * part as f64 / all.max(1) as f64);
}
