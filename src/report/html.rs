//! A small builder of HTML. Text is escaped unless it is called trusted, so that a name can never become markup. The
//! same calls can build Markdown, so that what a page says can stand in a document too.

use super::escaped::escape;
use super::markdown::Markdown;

/// HTML under construction, or Markdown.
#[derive(Debug, Default)]
pub(super) struct Html(String, Option<Markdown>);

impl Html {
    /// The same for Markdown, whose pictures stand at `pictures` followed by their name.
    pub(super) fn markdown(pictures: &str) -> Self {
        Self(String::new(), Some(Markdown::new(pictures)))
    }

    /// What was built.
    pub(super) fn into_string(self) -> String {
        self.0
    }

    /// The pictures of what was built as Markdown.
    pub(super) fn pictures(&self) -> Vec<(String, String)> {
        self.1.as_ref().map(|markdown| markdown.pictures.clone()).unwrap_or_default()
    }

    /// Markup that this crate wrote itself.
    pub(super) fn trusted(&mut self, markup: &str) -> &mut Self {
        match &mut self.1 {
            Some(markdown) => markdown.trusted(&mut self.0, markup),
            None => self.0.push_str(markup),
        }
        self
    }

    /// Text, escaped.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        match &self.1 {
            Some(markdown) => markdown.text(&mut self.0, &unbroken(text)),
            None => self.0.push_str(&escape(&unbroken(text))),
        }
        self
    }

    /// An element with attributes and whatever `inside` adds.
    pub(super) fn inside(&mut self, tag: &str, attributes: &[(&str, &str)], inside: impl FnOnce(&mut Self)) {
        if let Some(markdown) = &mut self.1 {
            let before = markdown.open(&mut self.0, tag);
            inside(self);
            if let Some(markdown) = &mut self.1 {
                markdown.close(&mut self.0, tag, attributes, before);
            }
            return;
        }
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

/// One cell of a table.
#[derive(Clone, Debug)]
pub(super) struct Cell {
    text: String,
    class: &'static str,
    /// What unfolds the text; empty where it is not folded.
    summary: String,
}

impl Cell {
    /// Text.
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), class: "", summary: String::new() }
    }

    /// Several lines of text.
    pub(super) fn lines(lines: &[String]) -> Self {
        Self::text(lines.join("\n"))
    }

    /// Lines that are folded behind a summary; on paper the summary stands alone.
    pub(super) fn folded(summary: String, lines: &[String]) -> Self {
        Self { summary, ..Self::lines(lines) }
    }

    /// A number, set to the right.
    pub(super) fn number(text: impl Into<String>) -> Self {
        Self { text: text.into(), class: "n", summary: String::new() }
    }

    /// A verdict in its colour; the text holds word and shape.
    pub(super) fn verdict(text: impl Into<String>, class: &'static str) -> Self {
        Self { text: text.into(), class, summary: String::new() }
    }

    /// Whether it holds a verdict.
    fn is_verdict(&self) -> bool {
        !matches!(self.class, "" | "n")
    }

    fn write(&self, html: &mut Html, tag: &str, more: &[(&str, &str)]) {
        let mut attributes = more.to_vec();
        if self.class == "n" {
            attributes.push(("class", "n"));
        }
        html.inside(tag, &attributes, |h| {
            if self.is_verdict() {
                h.element("span", &[("class", &format!("verdict {}", self.class))], &self.text);
            } else if self.summary.is_empty() {
                self.lines_of(h);
            } else {
                h.inside("details", &[("class", "folded")], |h| {
                    h.element("summary", &[], &self.summary);
                    self.lines_of(h);
                });
            }
        });
    }

    fn lines_of(&self, html: &mut Html) {
        for (place, line) in self.text.split('\n').enumerate() {
            html.trusted(if place > 0 { "<br>" } else { "" }).text(line);
        }
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

    /// Whether its rows hold verdicts. On a narrow screen each row of such a table is a block of its own, so that its
    /// verdict is seen without scrolling sideways.
    fn is_judged(&self) -> bool {
        self.rows.iter().flat_map(|(cells, _)| cells).any(Cell::is_verdict)
    }

    /// Writes the table in a region that scrolls on a narrow screen and can be reached by keyboard.
    pub(super) fn write(&self, html: &mut Html) {
        let region =
            [("class", "scroll"), ("role", "region"), ("tabindex", "0"), ("aria-label", self.caption.as_str())];
        let judged = self.is_judged();
        let class = match (self.rows.len() <= WHOLE, judged) {
            (true, true) => "whole judged",
            (true, false) => "whole",
            (false, true) => "judged",
            (false, false) => "",
        };
        let mut attributes: Vec<(&str, &str)> = Vec::new();
        if !class.is_empty() {
            attributes.push(("class", class));
        }
        // Blocks in the place of rows would else be no table to a screen reader.
        attributes.extend(judged.then_some(("role", "table")));
        html.inside("div", &region, |h| {
            h.inside("table", &attributes, |h| {
                h.element("caption", &[], &self.caption);
                h.inside("thead", &[], |h| {
                    h.inside("tr", row_role(judged), |h| {
                        self.heads.iter().for_each(|cell| cell.write(h, "th", &[("scope", "col")]));
                    });
                });
                h.inside("tbody", &[], |h| self.rows.iter().for_each(|row| self.write_row(row, judged, h)));
            });
        });
    }

    fn write_row(&self, (cells, total): &(Vec<Cell>, bool), judged: bool, html: &mut Html) {
        let mut attributes = row_role(judged).to_vec();
        attributes.extend(total.then_some(("class", "total")));
        html.inside("tr", &attributes, |h| {
            for (i, (cell, head)) in cells.iter().zip(&self.heads).enumerate() {
                match (i, judged) {
                    (0, false) => cell.write(h, "th", &[("scope", "row")]),
                    (0, true) => cell.write(h, "th", &[("scope", "row"), ("role", "rowheader")]),
                    (_, false) => cell.write(h, "td", &[]),
                    (_, true) => cell.write(h, "td", &[("role", "cell"), ("data-head", &head.text)]),
                }
            }
        });
    }
}

/// The role of a row where it has to be told.
const fn row_role(told: bool) -> &'static [(&'static str, &'static str)] {
    if told { &[("role", "row")] } else { &[] }
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
        assert!(text.contains("<table class=\"whole judged\" role=\"table\">"), "a short table is not broken: {text}");
        let cell = "<td role=\"cell\" data-head=\"b\"><span class=\"verdict same\">= same</span></td>";
        assert!(text.contains(&format!("<th scope=\"row\" role=\"rowheader\">x</th>{cell}")), "{text}");
        let plain = Table { rows: vec![(vec![Cell::text("x"), Cell::number("1")], false)], ..table };
        let mut html = Html::default();
        plain.write(&mut html);
        assert!(html.into_string().contains("<th scope=\"row\">x</th><td class=\"n\">1</td>"));
    }
}
