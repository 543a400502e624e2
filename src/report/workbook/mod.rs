//! `results.xlsx`: what the report says in figures, as a workbook to filter, chart and copy from.
//!
//! Sheets are plain data here, made by the functions that print the report: a number has the same digits in both.
//! `xlsx` alone knows the file format. The same data and language give the same bytes.

mod about;
mod assumptions;
mod figures;
mod sheet;
mod xlsx;

use super::data::ReportData;
use super::sections::Page;
use super::wording::{BookWords, Lang};

/// The workbook of a result.
///
/// # Errors
/// If it cannot be packed, which needs more memory than there is.
pub fn workbook(data: &ReportData, lang: Lang) -> std::io::Result<Vec<u8>> {
    let page = Page::new(data, lang);
    let words = BookWords::of(lang);
    let mut sheets = vec![
        figures::key_figures(&page, words),
        figures::years(&page, words),
        figures::payers(&page, words),
        figures::groups(&page, words),
        figures::districts(&page, words),
        assumptions::assumptions(&page, words),
    ];
    sheets.retain(|sheet| !sheet.rows.is_empty());
    sheets.insert(0, about::about(&page, words, &sheets));
    xlsx::pack(&sheets).map_err(std::io::Error::other)
}
