use crate::flags::Diff;
use crate::status::Tally;

pub fn run(_flags: &Diff) -> anyhow::Result<Tally> {
    anyhow::bail!("not there yet")
}
