//! Parquet, one file a table.

use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::sync::Arc;

use parquet::basic::{Compression, ConvertedType, Repetition, Type as Physical};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DoubleType, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::{Type, TypePtr};

use super::{Cell, Column, Kind, Sink, Table};

/// A row group ends when its words take this many bytes.
const GROUP_BYTES: usize = 16 << 20;
/// Or when it has so many rows.
const GROUP_ROWS: usize = 1 << 17;

/// A Parquet file a table; every column may be null.
pub struct ParquetFolder {
    tables: Vec<ParquetTable>,
}

impl ParquetFolder {
    /// Makes the folder and the files `documents.parquet` and so on.
    ///
    /// # Errors
    /// If one cannot be made.
    pub fn create(folder: &Path) -> io::Result<ParquetFolder> {
        fs::create_dir_all(folder)?;
        let open = |&table: &Table| {
            let file = File::create(folder.join(table.name()).with_extension("parquet"))?;
            ParquetTable::new(file, table).map_err(io::Error::other)
        };
        Ok(ParquetFolder { tables: Table::ALL.iter().map(open).collect::<io::Result<_>>()? })
    }

    /// Writes out what is still held.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn finish(self) -> io::Result<()> {
        self.tables.into_iter().try_for_each(|table| table.finish().map_err(io::Error::other))
    }
}

impl Sink for ParquetFolder {
    fn row(&mut self, table: Table, cells: &[Cell<'_>]) -> io::Result<()> {
        self.tables[table as usize].row(cells).map_err(io::Error::other)
    }
}

struct ParquetTable {
    writer: SerializedFileWriter<File>,
    columns: Vec<Buffer>,
    rows: usize,
    bytes: usize,
}

impl ParquetTable {
    fn new(file: File, table: Table) -> Result<ParquetTable, ParquetError> {
        let properties = WriterProperties::builder().set_compression(Compression::SNAPPY);
        let properties = properties.set_created_by("cutline".into()).build();
        let writer = SerializedFileWriter::new(file, schema(table)?, Arc::new(properties))?;
        let columns = table.columns().iter().map(|&(_, kind)| Buffer::new(kind)).collect();
        Ok(ParquetTable { writer, columns, rows: 0, bytes: 0 })
    }

    fn row(&mut self, cells: &[Cell<'_>]) -> Result<(), ParquetError> {
        for (column, cell) in self.columns.iter_mut().zip(cells) {
            column.push(cell);
            self.bytes += if let Cell::Text(text) = cell { text.len() } else { 8 };
        }
        self.rows += 1;
        if self.rows >= GROUP_ROWS || self.bytes >= GROUP_BYTES { self.flush() } else { Ok(()) }
    }

    fn flush(&mut self) -> Result<(), ParquetError> {
        let mut group = self.writer.next_row_group()?;
        for column in &mut self.columns {
            let Some(writer) = group.next_column()? else { break };
            column.write(writer)?;
        }
        group.close()?;
        (self.rows, self.bytes) = (0, 0);
        Ok(())
    }

    fn finish(mut self) -> Result<(), ParquetError> {
        if self.rows > 0 {
            self.flush()?;
        }
        self.writer.close().map(|_| ())
    }
}

fn schema(table: Table) -> Result<TypePtr, ParquetError> {
    let field = |&(name, kind): &Column| {
        let (physical, converted) = match kind {
            Kind::Text => (Physical::BYTE_ARRAY, ConvertedType::UTF8),
            Kind::Whole => (Physical::INT64, ConvertedType::NONE),
            Kind::Real => (Physical::DOUBLE, ConvertedType::NONE),
            Kind::Truth => (Physical::BOOLEAN, ConvertedType::NONE),
        };
        let field = Type::primitive_type_builder(name, physical).with_repetition(Repetition::OPTIONAL);
        field.with_converted_type(converted).build().map(Arc::new)
    };
    let fields = table.columns().iter().map(field).collect::<Result<Vec<_>, _>>()?;
    Type::group_type_builder(table.name()).with_fields(fields).build().map(Arc::new)
}

/// The values of a column of one row group; for each row whether there is one.
struct Buffer {
    values: Values,
    levels: Vec<i16>,
}

enum Values {
    Text(Vec<ByteArray>),
    Whole(Vec<i64>),
    Real(Vec<f64>),
    Truth(Vec<bool>),
}

impl Buffer {
    fn new(kind: Kind) -> Buffer {
        let values = match kind {
            Kind::Text => Values::Text(Vec::new()),
            Kind::Whole => Values::Whole(Vec::new()),
            Kind::Real => Values::Real(Vec::new()),
            Kind::Truth => Values::Truth(Vec::new()),
        };
        Buffer { values, levels: Vec::new() }
    }

    /// Takes a cell; one of another kind than the column's counts as empty.
    fn push(&mut self, cell: &Cell<'_>) {
        let taken = match (&mut self.values, cell) {
            (Values::Text(values), Cell::Text(text)) => {
                values.push(ByteArray::from(text.as_bytes().to_vec()));
                true
            }
            (Values::Whole(values), Cell::Whole(number)) => {
                values.push(*number);
                true
            }
            (Values::Real(values), Cell::Real(number)) => {
                values.push(*number);
                true
            }
            (Values::Truth(values), Cell::Truth(truth)) => {
                values.push(*truth);
                true
            }
            _ => false,
        };
        self.levels.push(i16::from(taken));
    }

    fn write(&mut self, mut writer: SerializedColumnWriter<'_>) -> Result<(), ParquetError> {
        let levels = Some(std::mem::take(&mut self.levels));
        let levels = levels.as_deref();
        match &mut self.values {
            Values::Text(values) => {
                writer.typed::<ByteArrayType>().write_batch(&std::mem::take(values), levels, None)?;
            }
            Values::Whole(values) => {
                writer.typed::<Int64Type>().write_batch(&std::mem::take(values), levels, None)?;
            }
            Values::Real(values) => {
                writer.typed::<DoubleType>().write_batch(&std::mem::take(values), levels, None)?;
            }
            Values::Truth(values) => {
                writer.typed::<BoolType>().write_batch(&std::mem::take(values), levels, None)?;
            }
        }
        writer.close()
    }
}
