//! The elements of the report as Markdown: what [`super::html::Html`] does where it builds a document in the place of a
//! page. Tables of numbers behind a figure are left out; pictures become files of their own.

/// Where a document under construction is.
#[derive(Debug, Default)]
pub(super) struct Markdown {
    /// What stands before the name of a picture.
    at: String,
    /// Pictures, in their order: name and SVG.
    pub(super) pictures: Vec<(String, String)>,
    /// Elements that are open and left out.
    hidden: u32,
    /// Whether text stands as it is: in `code`.
    verbatim: bool,
    /// The picture of the figure that is open.
    svg: Option<String>,
}

impl Markdown {
    pub(super) fn new(pictures: &str) -> Self {
        Self { at: pictures.to_owned(), ..Self::default() }
    }

    /// Markup that this crate wrote itself: a picture, or the end of a line.
    pub(super) fn trusted(&mut self, to: &mut String, markup: &str) {
        if markup.starts_with("<svg") {
            self.svg = Some(markup.to_owned());
        } else if self.hidden == 0 {
            to.push_str(markup);
        }
    }

    /// Text, so that nothing in it is markup.
    pub(super) fn text(&self, to: &mut String, text: &str) {
        if self.hidden > 0 {
            return;
        }
        if self.verbatim {
            to.push_str(text);
            return;
        }
        for c in text.chars() {
            match c {
                '<' => to.push_str("&lt;"),
                '>' => to.push_str("&gt;"),
                '*' | '_' | '|' | '\\' | '`' | '[' | ']' | '#' => to.extend(['\\', c]),
                '\n' => to.push(' '),
                c => to.push(c),
            }
        }
    }

    /// An element begins; gives where it does.
    pub(super) fn open(&mut self, to: &mut String, tag: &str) -> usize {
        if matches!(tag, "details" | "nav" | "style") {
            self.hidden += 1;
        }
        if self.hidden == 0 {
            match tag {
                "b" => to.push_str("**"),
                "code" => to.push('`'),
                "li" => to.push_str("- "),
                "h3" => to.push_str("### "),
                "caption" => to.push('*'),
                "tr" => to.push('|'),
                "th" | "td" => to.push(' '),
                _ => {}
            }
        }
        self.verbatim = tag == "code";
        to.len()
    }

    /// An element that began at a place ends.
    pub(super) fn close(&mut self, to: &mut String, tag: &str, attributes: &[(&str, &str)], from: usize) {
        self.verbatim = false;
        if matches!(tag, "details" | "nav" | "style") {
            self.hidden -= 1;
            return;
        }
        if self.hidden > 0 {
            return;
        }
        match tag {
            "b" => to.push_str("**"),
            "code" => to.push('`'),
            "p" | "h3" => {
                to.truncate(to.trim_end().len());
                to.push_str("\n\n");
            }
            "li" | "tr" | "ul" | "tbody" => to.push('\n'),
            // A table without a caption stands below its head.
            "caption" if to.len() == from => to.truncate(from - 1),
            "caption" => to.push_str("*\n\n"),
            "th" | "td" => to.push_str(" |"),
            "thead" => {
                let columns = to[from..].matches(" |").count();
                to.extend(["|", &" --- |".repeat(columns), "\n"]);
            }
            "figure" => self.picture(to, attributes, from),
            _ => {}
        }
    }

    /// A figure: its picture as a file of its own, and below it what was written of it.
    fn picture(&mut self, to: &mut String, attributes: &[(&str, &str)], from: usize) {
        let Some(svg) = self.svg.take() else { return };
        let id = attributes.iter().find(|(name, _)| *name == "id").map_or("figure", |(_, id)| *id);
        let name = id.trim_start_matches("figure-").to_owned();
        let caption = to.split_off(from).trim().to_owned();
        let alt = caption.replace("**", "");
        to.extend(["![", &alt, "](", &self.at, &name, ".svg)\n\n*", &alt, "*\n\n"]);
        let svg = svg.replacen("<svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"", 1);
        self.pictures.push((name, svg));
    }
}

#[cfg(test)]
mod tests {
    use crate::report::html::{Cell, Html, Table};

    #[test]
    fn a_document_has_its_tables_lists_and_pictures() {
        let mut html = Html::markdown("img/x-");
        html.paragraph("a * b");
        html.inside("ul", &[], |h| h.element("li", &[], "one"));
        let mut table = Table::new("caption", vec![Cell::text("head"), Cell::number("n")]);
        table.row(vec![Cell::text("a|b"), Cell::number("1")]);
        table.write(&mut html);
        html.inside("figure", &[("id", "figure-cost")], |h| {
            h.trusted("<svg width=\"1\"></svg>");
            h.element("figcaption", &[], "What it costs");
            h.inside("details", &[], |h| h.paragraph("numbers"));
        });
        let pictures = html.pictures();
        assert_eq!(pictures.len(), 1);
        assert!(pictures[0].1.starts_with("<svg xmlns=") && pictures[0].0 == "cost");
        let text = html.into_string();
        assert_eq!(
            text,
            "a \\* b\n\n- one\n\n*caption*\n\n| head | n |\n| --- | --- |\n| a\\|b | 1 |\n\n\
             ![What it costs](img/x-cost.svg)\n\n*What it costs*\n\n"
        );
    }
}
