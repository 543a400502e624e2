//! Places that can be changed, and how.

use std::fs;
use std::ops::Range;
use std::path::Path;

use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{BinOp, Expr, ReturnType, Type, UnOp};

use crate::Outcome;

/// One change of one place.
#[derive(Clone, Debug)]
pub struct Site {
    /// Where the file lies in the repository.
    pub file: String,
    /// Its first and last line, from 1.
    pub lines: (usize, usize),
    /// The function that it is in.
    pub function: String,
    /// What is there.
    pub from: String,
    /// What comes in its place.
    pub to: String,
    /// Bytes of the whole expression; of the body of a function, the byte behind its brace.
    pub whole: Range<usize>,
    /// What the whole becomes.
    pub text: String,
    /// Whether it is put before a function's body, and not in an expression's place.
    pub is_body: bool,
}

/// All places of files in or below some folders.
pub fn all(root: &Path, files: &[String], places: &[&str]) -> Outcome<Vec<Site>> {
    let mut sites = Vec::new();
    for file in files {
        let is_rust = Path::new(file).extension().is_some_and(|end| end == "rs");
        if !is_rust || !places.iter().any(|place| file.starts_with(place)) || file.contains("/toy/") {
            continue;
        }
        let text = fs::read_to_string(root.join(file))?;
        let parsed = syn::parse_file(&text).map_err(|error| format!("{file}: {error}"))?;
        let mut finder = Finder { file, text: &text, function: String::new(), found: Vec::new() };
        finder.visit_file(&parsed);
        sites.append(&mut finder.found);
    }
    Ok(sites)
}

/// So many places, drawn by a hash of their words and the seed.
pub fn drawn(sites: &[Site], sample: u64, seed: u64) -> Vec<Site> {
    let mut by: Vec<(u64, &Site)> = sites.iter().map(|site| (site.hash(seed), site)).collect();
    by.sort_by_key(|(hash, _)| *hash);
    by.truncate(usize::try_from(sample).unwrap_or(usize::MAX));
    let mut drawn: Vec<Site> = by.into_iter().map(|(_, site)| site.clone()).collect();
    drawn.sort_by(|a, b| (&a.file, a.whole.start, &a.to).cmp(&(&b.file, b.whole.start, &b.to)));
    drawn
}

impl Site {
    /// FNV-1a and a mixing function over what it says.
    fn hash(&self, seed: u64) -> u64 {
        let words = format!("{seed} {} {} {} {:?}", self.file, self.from, self.to, self.whole);
        let hash = words
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        let mixed = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed ^ (mixed >> 31)
    }
}

/// Goes through a file.
struct Finder<'a> {
    file: &'a str,
    text: &'a str,
    function: String,
    found: Vec<Site>,
}

/// What an operator becomes, as cargo-mutants has it.
const fn others(op: &BinOp) -> (&'static str, &'static [&'static str]) {
    match op {
        BinOp::Add(_) => ("+", &["-", "*"]),
        BinOp::Sub(_) => ("-", &["+", "/"]),
        BinOp::Mul(_) => ("*", &["+", "/"]),
        BinOp::Div(_) => ("/", &["%", "*"]),
        BinOp::Rem(_) => ("%", &["/", "+"]),
        BinOp::Eq(_) => ("==", &["!="]),
        BinOp::Ne(_) => ("!=", &["=="]),
        BinOp::Lt(_) => ("<", &["==", ">", "<="]),
        BinOp::Gt(_) => (">", &["==", "<", ">="]),
        BinOp::Le(_) => ("<=", &[">"]),
        BinOp::Ge(_) => (">=", &["<"]),
        BinOp::And(_) => ("&&", &["||"]),
        BinOp::Or(_) => ("||", &["&&"]),
        BinOp::AddAssign(_) => ("+=", &["-=", "*="]),
        BinOp::SubAssign(_) => ("-=", &["+=", "/="]),
        BinOp::MulAssign(_) => ("*=", &["+=", "/="]),
        BinOp::DivAssign(_) => ("/=", &["%=", "*="]),
        _ => ("", &[]),
    }
}

/// Plain values of a type.
fn plain(output: &ReturnType) -> &'static [&'static str] {
    let ReturnType::Type(_, output) = output else { return &["()"] };
    let Type::Path(path) = &**output else { return &[] };
    let Some(last) = path.path.segments.last() else { return &[] };
    match last.ident.to_string().as_str() {
        "bool" => &["true", "false"],
        "u8" | "u16" | "u32" | "u64" | "usize" => &["0", "1"],
        "i8" | "i16" | "i32" | "i64" | "isize" => &["0", "1", "-1"],
        "f64" | "f32" => &["0.0", "1.0", "-1.0"],
        "Option" => &["None"],
        "Vec" => &["vec![]"],
        _ => &[],
    }
}

/// Whether something is of tests alone.
fn is_test(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let path = attribute.path();
        let list = || attribute.meta.require_list().map(|list| list.tokens.to_string()).unwrap_or_default();
        path.is_ident("test") || (path.is_ident("cfg") && list().contains("test"))
    })
}

impl Finder<'_> {
    /// A change of the bytes of an expression, `part` of which becomes `to`.
    fn change(&mut self, whole: Range<usize>, part: Range<usize>, from: &str, to: &str) {
        let text = &self.text[whole.clone()];
        // A comment within would swallow what follows on its line.
        if self.function.is_empty() || text.contains("//") {
            return;
        }
        let changed = format!("{}{to}{}", &self.text[whole.start..part.start], &self.text[part.end..whole.end]);
        self.push(whole, from, to, changed.replace('\n', " "), false);
    }

    fn push(&mut self, whole: Range<usize>, from: &str, to: &str, text: String, is_body: bool) {
        let line = |at: usize| self.text[..at].matches('\n').count() + 1;
        self.found.push(Site {
            file: self.file.to_owned(),
            lines: (line(whole.start), line(whole.end)),
            function: self.function.clone(),
            from: from.to_owned(),
            to: to.to_owned(),
            whole,
            text,
            is_body,
        });
    }

    fn function(&mut self, signature: &syn::Signature, block: &syn::Block, go_on: impl FnOnce(&mut Self)) {
        // A function that runs while it is compiled cannot ask which change is on.
        if signature.constness.is_some() {
            return;
        }
        let outer = std::mem::replace(&mut self.function, signature.ident.to_string());
        if !block.stmts.is_empty() {
            let at = block.brace_token.span.open().byte_range().end;
            for value in plain(&signature.output) {
                self.push(at..at, "body", value, format!(" return {value}; "), true);
            }
        }
        go_on(self);
        self.function = outer;
    }
}

impl<'ast> Visit<'ast> for Finder<'_> {
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if !is_test(&item.attrs) {
            visit::visit_item_mod(self, item);
        }
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        if !is_test(&item.attrs) {
            self.function(&item.sig, &item.block, |finder| visit::visit_item_fn(finder, item));
        }
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        if !is_test(&item.attrs) {
            self.function(&item.sig, &item.block, |finder| visit::visit_impl_item_fn(finder, item));
        }
    }

    fn visit_item_const(&mut self, _: &'ast syn::ItemConst) {}

    fn visit_item_static(&mut self, item: &'ast syn::ItemStatic) {
        // Closures in the tables of mechanisms run later; what stands beside them does not.
        let outer = std::mem::take(&mut self.function);
        visit::visit_item_static(self, item);
        self.function = outer;
    }

    fn visit_impl_item_const(&mut self, _: &'ast syn::ImplItemConst) {}

    fn visit_expr_closure(&mut self, item: &'ast syn::ExprClosure) {
        let is_outside = self.function.is_empty();
        if is_outside {
            self.function = "closure".to_owned();
        }
        visit::visit_expr_closure(self, item);
        if is_outside {
            self.function = String::new();
        }
    }

    fn visit_pat(&mut self, _: &'ast syn::Pat) {}

    fn visit_type(&mut self, _: &'ast Type) {}

    fn visit_expr_repeat(&mut self, item: &'ast syn::ExprRepeat) {
        self.visit_expr(&item.expr);
    }

    fn visit_expr_binary(&mut self, item: &'ast syn::ExprBinary) {
        let whole = item.left.span().byte_range().start..item.right.span().byte_range().end;
        let part = item.op.span().byte_range();
        let (from, to) = others(&item.op);
        if !has_let(&item.left) && !has_let(&item.right) {
            for to in to {
                self.change(whole.clone(), part.clone(), from, to);
            }
        }
        visit::visit_expr_binary(self, item);
    }

    fn visit_expr_unary(&mut self, item: &'ast syn::ExprUnary) {
        let whole = item.span().byte_range();
        let part = item.op.span().byte_range();
        match item.op {
            UnOp::Not(_) => self.change(whole, part, "!", ""),
            UnOp::Neg(_) => self.change(whole, part, "-", ""),
            _ => {}
        }
        visit::visit_expr_unary(self, item);
    }
}

/// Whether a condition takes a pattern apart, which stands in no brackets.
fn has_let(expr: &Expr) -> bool {
    match expr {
        Expr::Let(_) => true,
        Expr::Binary(both) => has_let(&both.left) || has_let(&both.right),
        _ => false,
    }
}
