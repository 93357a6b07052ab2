//! The names of elements and attributes that mean something to a reader of news.

macro_rules! names {
    ($(#[doc = $what:literal] $type:ident { $($variant:ident = $name:literal,)+ })+) => {$(
        #[doc = $what]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub(crate) enum $type { $($variant,)+ Other }

        impl $type {
            /// The one of that lower-case name.
            pub fn from_name(name: &[u8]) -> $type {
                match name { $($name => $type::$variant,)+ _ => $type::Other }
            }
        }
    )+};
}

names! {
    /// Elements.
    Tag {
        A = b"a", Abbr = b"abbr", Address = b"address", Article = b"article", Aside = b"aside", B = b"b",
        Blockquote = b"blockquote", Body = b"body", Br = b"br", Button = b"button", Caption = b"caption",
        Center = b"center", Cite = b"cite", Code = b"code", Dd = b"dd", Details = b"details", Dialog = b"dialog",
        Div = b"div", Dl = b"dl", Dt = b"dt", Em = b"em", Fieldset = b"fieldset", Figcaption = b"figcaption",
        Figure = b"figure", Font = b"font", Footer = b"footer", Form = b"form", H1 = b"h1", H2 = b"h2", H3 = b"h3",
        H4 = b"h4", H5 = b"h5", H6 = b"h6", Head = b"head", Header = b"header", Hr = b"hr", Html = b"html", I = b"i",
        Iframe = b"iframe", Img = b"img", Input = b"input", Label = b"label", Li = b"li", Link = b"link",
        Main = b"main", Math = b"math", Meta = b"meta", Nav = b"nav", Noscript = b"noscript", Object = b"object",
        Ol = b"ol", Option = b"option", P = b"p", Picture = b"picture", Pre = b"pre", Q = b"q", S = b"s",
        Script = b"script", Section = b"section", Select = b"select", Small = b"small", Source = b"source",
        Span = b"span", Strong = b"strong", Style = b"style", Sub = b"sub", Summary = b"summary", Sup = b"sup",
        Svg = b"svg", Table = b"table", Tbody = b"tbody", Td = b"td", Template = b"template",
        Textarea = b"textarea", Tfoot = b"tfoot", Th = b"th", Thead = b"thead", Time = b"time", Title = b"title",
        Tr = b"tr", U = b"u", Ul = b"ul", Video = b"video", Audio = b"audio", Canvas = b"canvas",
        Area = b"area", Base = b"base", Col = b"col", Embed = b"embed", Param = b"param", Track = b"track",
        Wbr = b"wbr", Menu = b"menu", Mark = b"mark", Del = b"del", Ins = b"ins",
    }
    /// Attributes.
    Attr {
        Alt = b"alt", Charset = b"charset", Class = b"class", Content = b"content",
        Credit = b"data-credit", DataCaption = b"data-caption", DataSrc = b"data-src", DataType = b"data-type",
        Datetime = b"datetime", Hidden = b"hidden", Href = b"href", Id = b"id", Itemprop = b"itemprop",
        Itemtype = b"itemtype", Lang = b"lang", Name = b"name", Original = b"data-original",
        Property = b"property", Rel = b"rel", Role = b"role", Src = b"src", Srcset = b"srcset", Style = b"style",
        TestId = b"data-testid", Type = b"type", Component = b"data-component",
    }
}

impl Tag {
    /// Elements without an end tag.
    pub fn is_void(self) -> bool {
        use Tag::{Area, Base, Br, Col, Embed, Hr, Img, Input, Link, Meta, Param, Source, Track, Wbr};
        matches!(self, Area | Base | Br | Col | Embed | Hr | Img | Input | Link | Meta | Param | Source | Track | Wbr)
    }

    /// Elements whose words run on in the line.
    pub fn is_inline(self) -> bool {
        use Tag::{
            A, Abbr, B, Br, Button, Cite, Code, Del, Em, Font, I, Img, Input, Ins, Label, Mark, Other, Picture, Q, S,
            Small, Source, Span, Strong, Sub, Sup, Time, U, Wbr,
        };
        matches!(
            self,
            A | Abbr
                | B
                | Br
                | Button
                | Cite
                | Code
                | Del
                | Em
                | Font
                | I
                | Img
                | Input
                | Ins
                | Label
                | Mark
                | Other
                | Picture
                | Q
                | S
                | Small
                | Source
                | Span
                | Strong
                | Sub
                | Sup
                | Time
                | U
                | Wbr
        )
    }

    /// Elements that end an open paragraph.
    pub fn ends_paragraph(self) -> bool {
        use Tag::{Body, Caption, Dd, Dt, Head, Html, Option, Tbody, Td, Tfoot, Th, Thead, Tr};
        let inner =
            matches!(self, Body | Caption | Dd | Dt | Head | Html | Option | Tbody | Td | Tfoot | Th | Thead | Tr);
        !(self.is_inline() || self.is_opaque() || inner || matches!(self, Tag::Link | Tag::Meta | Tag::Noscript))
    }

    /// Elements whose content is not read as text of the page.
    pub fn is_opaque(self) -> bool {
        use Tag::{Audio, Canvas, Iframe, Math, Object, Script, Select, Style, Svg, Template, Textarea, Title, Video};
        matches!(
            self,
            Audio
                | Canvas
                | Iframe
                | Math
                | Object
                | Script
                | Select
                | Style
                | Svg
                | Template
                | Textarea
                | Title
                | Video
        )
    }

    /// The level of a heading.
    pub fn heading(self) -> Option<u8> {
        use Tag::{H1, H2, H3, H4, H5, H6};
        [H1, H2, H3, H4, H5, H6].iter().position(|&h| h == self).map(|n| n as u8 + 1)
    }
}
