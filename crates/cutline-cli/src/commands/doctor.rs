//! What is built in: formats, models, lists.

use clap::{CommandFactory, builder::PossibleValue};
use cutline::english::{models, sources};
use cutline_report::{Column, Page, Style, Table, Text};

use crate::flags::{Doctor, Flags};
use crate::out::Out;
use crate::status::Tally;

pub fn run(flags: &Doctor) -> anyhow::Result<Tally> {
    let mut out = Out::open(flags.output.file.as_deref())?;
    out.show(&page(), flags.format)?;
    out.finish()?;
    Ok(Tally::DONE)
}

fn page() -> Page {
    let mut page = Page::default();
    let system = format!("{} {}", std::env::consts::OS, std::env::consts::ARCH);
    page.heading(1, format!("cutline {}", env!("CARGO_PKG_VERSION")), system);
    page.heading(2, "Formats", "of each command");
    page.table(formats());
    page.heading(2, "Models", "with the checksums that records name");
    page.table(models_built_in());
    page.heading(2, "Lists", "with what they were made from");
    page.table(lists());
    page
}

/// What `--format` takes, command by command.
fn formats() -> Table {
    let mut table = Table::new([Column::keep(""), Column::wrap("", 30)]);
    for command in Flags::command().get_subcommands().filter(|command| !command.is_hide_set()) {
        let format = command.get_arguments().find(|argument| argument.get_id() == "format");
        let values = format.map(|argument| argument.get_possible_values()).unwrap_or_default();
        let names: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
        if !names.is_empty() {
            table.row([Text::strong(command.get_name()), Text::from(names.join(", "))]);
        }
    }
    table
}

fn models_built_in() -> Table {
    let mut table = Table::new([Column::keep(""), Column::keep("")]);
    for (name, checksum) in models() {
        table.row([Text::strong(*name), Text::from(checksum.as_str())]);
    }
    table
}

fn lists() -> Table {
    let mut table = Table::new([Column::keep("list"), Column::number("entries"), Column::wrap("", 30)]);
    for source in sources() {
        let about = Text::from(source.holds).and(Style::Plain, " ").and(Style::Faint, source.from);
        table.row([Text::strong(source.name), Text::from(source.entries.to_string()), about]);
    }
    table
}
