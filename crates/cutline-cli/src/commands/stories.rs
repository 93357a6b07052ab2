use crate::flags::Stories;
use crate::status::Tally;

pub fn run(_flags: &Stories) -> anyhow::Result<Tally> {
    anyhow::bail!("not there yet")
}
