//! A small builder of HTML. Text is escaped unless it is called trusted, so that a name can never become markup.

/// HTML under construction.
#[derive(Debug, Default)]
pub(super) struct Html(String);

impl Html {
    /// What was built.
    pub(super) fn into_string(self) -> String {
        self.0
    }

    /// Markup that this crate wrote itself.
    pub(super) fn trusted(&mut self, markup: &str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// Text, escaped.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        self.0.push_str(&escape(&unbroken(text)));
        self
    }

    /// An element with attributes and whatever `inside` adds.
    pub(super) fn inside(&mut self, tag: &str, attributes: &[(&str, &str)], inside: impl FnOnce(&mut Self)) {
        self.0.push('<');
        self.0.push_str(tag);
        for (name, value) in attributes {
            self.0.extend([" ", *name, "=\"", &escape(value), "\""]);
        }
        self.0.push('>');
        inside(self);
        self.0.extend(["</", tag, ">"]);
        if matches!(
            tag,
            "p" | "li"
                | "ul"
                | "tr"
                | "section"
                | "table"
                | "figure"
                | "details"
                | "article"
                | "div"
                | "h1"
                | "h2"
                | "h3"
        ) {
            self.0.push('\n');
        }
    }

    /// An element that holds text.
    pub(super) fn element(&mut self, tag: &str, attributes: &[(&str, &str)], text: &str) {
        self.inside(tag, attributes, |h| {
            h.text(text);
        });
    }

    /// A paragraph.
    pub(super) fn paragraph(&mut self, text: &str) {
        self.element("p", &[], text);
    }

    /// A paragraph in small print.
    pub(super) fn note(&mut self, text: &str) {
        self.element("p", &[("class", "note")], text);
    }
}

/// Text in which no line ends between a sign and the euro sign behind it: a word joiner (U+2060) stands there.
fn unbroken(text: &str) -> String {
    text.replace("−€", "−\u{2060}€").replace("+€", "+\u{2060}€")
}

/// Text as it may stand in HTML and in attributes.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

/// One cell of a table.
#[derive(Clone, Debug)]
pub(super) struct Cell {
    text: String,
    class: &'static str,
    english: bool,
    note: &'static str,
}

impl Cell {
    /// Text.
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), class: "", english: false, note: "" }
    }

    /// Several lines of text.
    pub(super) fn lines(lines: &[String]) -> Self {
        Self::text(lines.join("\n"))
    }

    /// A number, set to the right.
    pub(super) fn number(text: impl Into<String>) -> Self {
        Self { text: text.into(), class: "n", english: false, note: "" }
    }

    /// A verdict in its colour; the text holds word and shape.
    pub(super) fn verdict(text: impl Into<String>, class: &'static str) -> Self {
        Self { text: text.into(), class, english: false, note: "" }
    }

    /// Marks the text as English, whatever the page's language.
    pub(super) fn in_english(mut self) -> Self {
        self.english = true;
        self
    }

    /// Adds a note after a colon, which is English whatever the page's language; an empty one adds nothing.
    pub(super) fn noted(mut self, note: &'static str) -> Self {
        self.note = note;
        self
    }

    fn write(&self, html: &mut Html, tag: &str, scope: Option<&str>) {
        let numeric = self.class == "n";
        let mut attributes: Vec<(&str, &str)> = scope.map(|s| ("scope", s)).into_iter().collect();
        if numeric {
            attributes.push(("class", "n"));
        }
        if self.english {
            attributes.push(("lang", "en"));
        }
        html.inside(tag, &attributes, |h| {
            if numeric || self.class.is_empty() {
                for (place, line) in self.text.split('\n').enumerate() {
                    h.trusted(if place > 0 { "<br>" } else { "" }).text(line);
                }
            } else {
                h.element("span", &[("class", &format!("verdict {}", self.class))], &self.text);
            }
            if !self.note.is_empty() {
                h.text(": ").element("span", &[("lang", "en")], self.note);
            }
        });
    }
}

/// The most rows of a table that stands on one page of paper.
const WHOLE: usize = 16;

/// A table: a caption, column heads, and rows whose first cell is their head.
#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    /// What the table shows; read out first by a screen reader.
    pub(super) caption: String,
    /// Column heads.
    pub(super) heads: Vec<Cell>,
    /// Rows; the flag makes one bold (a total, or what differs).
    pub(super) rows: Vec<(Vec<Cell>, bool)>,
}

impl Table {
    /// A table without rows yet.
    pub(super) fn new(caption: impl Into<String>, heads: Vec<Cell>) -> Self {
        Self { caption: caption.into(), heads, rows: Vec::new() }
    }

    /// Adds a row.
    pub(super) fn row(&mut self, cells: Vec<Cell>) {
        self.rows.push((cells, false));
    }

    /// Adds a row in bold.
    pub(super) fn total(&mut self, cells: Vec<Cell>) {
        self.rows.push((cells, true));
    }

    /// Writes the table in a region that scrolls on a narrow screen and can be reached by keyboard.
    pub(super) fn write(&self, html: &mut Html) {
        let region =
            [("class", "scroll"), ("role", "region"), ("tabindex", "0"), ("aria-label", self.caption.as_str())];
        let whole: &[(&str, &str)] = if self.rows.len() <= WHOLE { &[("class", "whole")] } else { &[] };
        html.inside("div", &region, |h| {
            h.inside("table", whole, |h| {
                h.element("caption", &[], &self.caption);
                h.inside("thead", &[], |h| {
                    h.inside("tr", &[], |h| self.heads.iter().for_each(|cell| cell.write(h, "th", Some("col"))));
                });
                h.inside("tbody", &[], |h| {
                    for (cells, total) in &self.rows {
                        let class: &[(&str, &str)] = if *total { &[("class", "total")] } else { &[] };
                        h.inside("tr", class, |h| {
                            for (i, cell) in cells.iter().enumerate() {
                                if i == 0 {
                                    cell.write(h, "th", Some("row"));
                                } else {
                                    cell.write(h, "td", None);
                                }
                            }
                        });
                    }
                });
            });
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_never_become_markup() {
        let mut html = Html::default();
        html.element("p", &[("title", "a\"b")], "<script>x</script> & 'y'");
        assert_eq!(html.into_string(), "<p title=\"a&quot;b\">&lt;script&gt;x&lt;/script&gt; &amp; &#39;y&#39;</p>\n");
    }

    #[test]
    fn a_sign_stays_with_its_euros() {
        let mut html = Html::default();
        html.text("from −€2,600 to +€300, or − € 2.600");
        assert_eq!(html.into_string(), "from −\u{2060}€2,600 to +\u{2060}€300, or − € 2.600");
    }

    #[test]
    fn tables_have_scoped_heads() {
        let mut table = Table::new("c", vec![Cell::text("a"), Cell::number("b")]);
        table.row(vec![Cell::text("x"), Cell::verdict("= same", "same")]);
        let mut html = Html::default();
        table.write(&mut html);
        let text = html.into_string();
        assert!(text.contains("<th scope=\"col\" class=\"n\">b</th>"), "{text}");
        assert!(text.contains("<table class=\"whole\">"), "a short table is not broken: {text}");
        assert!(text.contains("<th scope=\"row\">x</th><td><span class=\"verdict same\">= same</span></td>"), "{text}");
    }
}
