use crate::InputErrorKind;
use crate::unpack::Stream;

/// What the header of a record says, as far as it matters.
#[derive(Debug, Default)]
pub(crate) struct Header {
    /// 'response', 'request', 'warcinfo'.
    record_type: String,
    /// The address that was asked for.
    pub target: Option<String>,
    record_id: Option<String>,
    pub date: Option<String>,
    pub content_type: Option<String>,
    pub length: Option<u64>,
    /// Why the record was cut short when it was made: 'length', 'time'.
    pub truncated: Option<String>,
}

/// A header beyond this many bytes is none.
const LONGEST: usize = 256 << 10;

impl Header {
    /// Reads a header and the empty line behind it.
    pub fn read(stream: &mut Stream) -> Result<Header, InputErrorKind> {
        let mut left = LONGEST;
        let version = line(stream, &mut left)?;
        if !version.starts_with("WARC/") {
            return Err(InputErrorKind::Warc("no record begins where one should".into()));
        }
        let (mut header, mut field) = (Header::default(), String::new());
        loop {
            let line = line(stream, &mut left)?;
            if line.starts_with([' ', '\t']) && !field.is_empty() {
                field.push(' ');
                field.push_str(line.trim());
                continue;
            }
            header.take(&field);
            if line.is_empty() {
                return Ok(header);
            }
            field = line;
        }
    }

    fn take(&mut self, field: &str) {
        let Some((name, value)) = field.split_once(':') else { return };
        let value = value.trim();
        let owned = || Some(value.to_owned()).filter(|value| !value.is_empty());
        match name.trim().to_ascii_lowercase().as_str() {
            "warc-type" => self.record_type = value.to_ascii_lowercase(),
            "warc-target-uri" => self.target = owned().map(|uri| uri.trim_matches(['<', '>']).to_owned()),
            "warc-record-id" => self.record_id = owned().map(|id| id.trim_matches(['<', '>']).to_owned()),
            "warc-date" => self.date = owned(),
            "content-type" => self.content_type = owned(),
            "content-length" => self.length = value.parse().ok(),
            "warc-truncated" => self.truncated = owned(),
            _ => {}
        }
    }

    /// The address, else the record's own id.
    pub fn id(&self) -> Option<String> {
        self.target.clone().or_else(|| self.record_id.clone())
    }

    /// Whether records of this kind may hold a text or page.
    pub fn holds_text(&self) -> bool {
        let kind = self.content_type.as_deref().unwrap_or("").trim_start().to_ascii_lowercase();
        let other = ["image/", "video/", "audio/", "font/", "text/dns"].iter().any(|start| kind.starts_with(start));
        matches!(self.record_type.as_str(), "response" | "resource" | "conversion") && !other && !self.is_log()
    }

    /// Whether it is filed under an address of wget's own log and command line.
    fn is_log(&self) -> bool {
        self.target.as_deref().is_some_and(|target| target.starts_with("metadata:"))
    }

    /// Whether the record holds what a server answered, head and all.
    pub fn is_http(&self) -> bool {
        let kind = self.content_type.as_deref().unwrap_or("application/http").trim_start();
        self.record_type == "response" && kind.to_ascii_lowercase().starts_with("application/http")
    }

    /// What to call it when it is passed over.
    pub fn kind(&self) -> String {
        match self.record_type.as_str() {
            _ if self.is_log() => "metadata records".into(),
            "response" | "resource" | "conversion" => self.content_type.clone().unwrap_or_default(),
            "" => "records of no type".into(),
            other => format!("{other} records"),
        }
    }
}

/// A line without its end.
fn line(stream: &mut Stream, left: &mut usize) -> Result<String, InputErrorKind> {
    let mut line = Vec::new();
    loop {
        let there = stream.fill()?;
        if there.is_empty() {
            return Err(InputErrorKind::Warc("its header is cut short".into()));
        }
        let end = memchr::memchr(b'\n', there);
        let piece = &there[..end.unwrap_or(there.len())];
        let rest = left.checked_sub(piece.len() + 1);
        *left = rest.ok_or_else(|| InputErrorKind::Warc("its header has no end".into()))?;
        line.extend_from_slice(piece);
        let passed = piece.len() + usize::from(end.is_some());
        stream.consume(passed);
        if end.is_some() {
            let line = line.strip_suffix(b"\r").unwrap_or(&line);
            return Ok(String::from_utf8_lossy(line).into_owned());
        }
    }
}
