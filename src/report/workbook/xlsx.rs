//! Sheets as a file that spreadsheets open.
//!
//! Number formats are written in the form of the file format, which every spreadsheet shows in its own language: a
//! Dutch one with a decimal comma. All text is written as text, so none is ever a formula. Times are fixed: the same
//! sheets give the same bytes.

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Url, Workbook, Worksheet, XlsxError,
};

use super::sheet::{Sheet, Value};
use crate::report::wording::{Lang, Measure, Rounded};

/// Columns are as wide as what they hold, in characters, but no wider than this; longer text is broken into lines.
const WIDEST: usize = 48;
/// The column of text on the first sheet.
const WIDE: usize = 110;
/// The button of a filter beside a head, in characters.
const BUTTON: usize = 3;
/// The most characters that a cell is given, of 32,767 that the format takes.
const LONGEST: usize = 30_000;
/// A4 in the file format.
const A4: u8 = 9;

/// The file.
///
/// # Errors
/// If it cannot be packed.
pub(super) fn pack(sheets: &[Sheet]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let time = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_author("kantel").set_creation_datetime(&time));
    for sheet in sheets {
        write(sheet, book.add_worksheet())?;
    }
    book.save_to_buffer()
}

fn write(sheet: &Sheet, to: &mut Worksheet) -> Result<(), XlsxError> {
    to.set_name(sheet.name)?.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
    let first = u32::from(!sheet.heads.is_empty());
    let columns = sheet.rows.iter().map(Vec::len).max().unwrap_or(0).max(sheet.heads.len());
    for column in 0..columns {
        to.set_column_width(column as u16, width(sheet, column) as f64 + 1.5)?;
    }
    for (column, head) in sheet.heads.iter().enumerate() {
        to.write_string_with_format(0, column as u16, shortened(head), &head_format())?;
    }
    for (row, cells) in sheet.rows.iter().enumerate() {
        for (column, value) in cells.iter().enumerate() {
            put(to, first + row as u32, column as u16, value)?;
        }
    }
    if first > 0 {
        to.set_freeze_panes(1, sheet.held)?.set_repeat_rows(0, 0)?;
        to.autofilter(0, 0, sheet.rows.len() as u32, columns.saturating_sub(1) as u16)?;
    }
    Ok(())
}

/// Characters that a column is wide.
fn width(sheet: &Sheet, column: usize) -> usize {
    let head = sheet.heads.get(column).map_or(0, |head| longest_word(head).max(head.chars().count() / 2) + BUTTON);
    // The title of the first sheet runs over its neighbours.
    let rows = if sheet.heads.is_empty() { &sheet.rows[1..] } else { &sheet.rows };
    let cells = rows.iter().filter_map(|cells| cells.get(column)).map(shown).max().unwrap_or(0);
    head.max(cells).min(if sheet.heads.is_empty() { WIDE } else { WIDEST })
}

fn longest_word(text: &str) -> usize {
    text.split(' ').map(|word| word.chars().count()).max().unwrap_or(0)
}

/// Characters that a cell shows.
fn shown(value: &Value) -> usize {
    match value {
        Value::Nothing => 0,
        Value::Text(text) | Value::Label(text) | Value::Verdict(text, _) | Value::Measured { text, .. } => {
            text.chars().count()
        }
        Value::Number(x) => x.to_string().len(),
        Value::Year(year) => year.to_string().len(),
        Value::Address(text) | Value::To(text) => text.chars().count(),
    }
}

fn put(to: &mut Worksheet, row: u32, column: u16, value: &Value) -> Result<(), XlsxError> {
    let top = Format::new().set_align(FormatAlign::Top);
    let wrapped = || top.clone().set_text_wrap();
    match value {
        Value::Nothing => return Ok(()),
        Value::Text(text) => to.write_string_with_format(row, column, shortened(text), &wrapped())?,
        Value::Label(text) => {
            // The title is on the first row, and is not broken.
            let format = if row == 0 { top.set_font_size(14.0) } else { wrapped() };
            to.write_string_with_format(row, column, shortened(text), &format.set_bold())?
        }
        Value::Verdict(text, class) => {
            to.write_string_with_format(row, column, text, &top.set_font_color(colour(class)))?
        }
        Value::Number(x) => to.write_number_with_format(row, column, *x, &top)?,
        Value::Measured { rounded, measure, signed, lang, .. } => {
            let code = code(*lang, *measure, *rounded, *signed);
            to.write_number_with_format(row, column, rounded.value, &top.set_num_format(code))?
        }
        Value::Year(year) => to.write_number_with_format(row, column, *year, &top.set_num_format("0"))?,
        Value::Address(url) => to.write_url(row, column, *url)?,
        Value::To(name) => to.write_url(row, column, Url::new(format!("internal:'{name}'!A1")).set_text(*name))?,
    };
    Ok(())
}

/// A text that a cell takes.
fn shortened(text: &str) -> String {
    text.chars().take(LONGEST).collect()
}

fn head_format() -> Format {
    let format = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    format.set_background_color(Color::RGB(0x00E7_EEF3)).set_border_bottom(FormatBorder::Thin)
}

/// The colours of the report's verdicts.
fn colour(class: &str) -> Color {
    Color::RGB(match class {
        _ if class.contains("better") => 0x0014_532D,
        _ if class.contains("worse") => 0x008F_2414,
        _ if class.contains("neutral") => 0x000B_4F78,
        _ if class.contains("undecided") => 0x0058_4700,
        _ => 0x003D_4751,
    })
}

/// The format of a number: that which shows it as the report writes it.
fn code(lang: Lang, measure: Measure, rounded: Rounded, signed: bool) -> String {
    let digits = match rounded.decimals {
        0 => "#,##0".to_owned(),
        n => format!("#,##0.{}", "0".repeat(usize::from(n))),
    };
    let (euro, percent, points) = match lang {
        Lang::En => ("\"€\"", "%", "\"-points\""),
        Lang::Nl => ("\"€ \"", " %", "\"-punt\""),
    };
    let space = if lang == Lang::Nl && measure == Measure::Euros { " " } else { "" };
    let body = match (measure, lang) {
        (Measure::Euros, _) => format!("{euro}{digits}"),
        (Measure::Share, Lang::En) if signed => format!("{digits} {percent}{points}"),
        (Measure::Share, _) if signed => format!("{digits}{percent}{points}"),
        (Measure::Share, _) => format!("{digits}{percent}"),
        (Measure::Hours, Lang::En) => format!("{digits}\" hours\""),
        (Measure::Hours, Lang::Nl) => format!("{digits}\" uur\""),
        (Measure::Weeks, Lang::En) => format!("{digits}\" weeks\""),
        (Measure::Weeks, Lang::Nl) if (0.005..1.95).contains(&rounded.value.abs()) => format!("{digits}\" week\""),
        (Measure::Weeks, Lang::Nl) => format!("{digits}\" weken\""),
        (Measure::Count | Measure::Plain, _) => digits,
    };
    let plus = if signed { format!("+{space}") } else { String::new() };
    format!("{plus}{body};-{space}{body};{body}")
}
