//! Formulas as MathML Core: what browsers draw.

use super::{Expression, Formula, Function, Line, Operator, begins_with_minus, binding, parts};

impl Formula {
    /// Its lines, each a `<math display="block">` of its own.
    #[must_use]
    pub fn mathml(&self) -> Vec<String> {
        self.lines.iter().map(Line::mathml).collect()
    }
}

impl Line {
    /// `name = expression`.
    #[must_use]
    pub fn mathml(&self) -> String {
        let mut out = String::from("<math display=\"block\"><mrow>");
        name(&mut out, &self.name);
        operator(&mut out, "=");
        self.expression.mathml(&mut out);
        out.push_str("</mrow></math>");
        out
    }

    /// `name = expression = value`, with the numbers put in; `row` tells of many which it is, from 1.
    #[must_use]
    pub fn worked(&self, row: Option<usize>, put_in: &Expression, value: &str) -> String {
        let mut out = String::from("<math display=\"block\"><mrow>");
        match row {
            None => name(&mut out, &self.name),
            Some(row) => {
                let (base, _, squared) = parts(&self.name);
                let below = row.to_string();
                name(&mut out, &[base, "_", &below, if squared { "²" } else { "" }].concat());
            }
        }
        if !put_in.is_number() {
            operator(&mut out, "=");
            put_in.mathml(&mut out);
        }
        operator(&mut out, "=");
        number(&mut out, value);
        out.push_str("</mrow></math>");
        out
    }
}

/// A name by itself, as a `<math>` element.
#[must_use]
pub fn symbol(text: &str) -> String {
    let mut out = String::from("<math>");
    name(&mut out, text);
    out.push_str("</math>");
    out
}

fn element(out: &mut String, tag: &str, text: &str) {
    out.push('<');
    out.push_str(tag);
    out.push('>');
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            c => out.push(c),
        }
    }
    out.push_str("</");
    out.push_str(tag);
    out.push('>');
}

fn operator(out: &mut String, sign: &str) {
    element(out, "mo", sign);
}

/// A bracket, as tall as what it holds.
fn bracket(out: &mut String, sign: &str) {
    out.push_str("<mo stretchy=\"true\">");
    out.push_str(sign);
    out.push_str("</mo>");
}

fn number(out: &mut String, text: &str) {
    match text.split_once("×10") {
        // 3.2×10⁻⁹: the raised digits are characters of their own, and read as such.
        Some((digits, power)) => {
            out.push_str("<mrow>");
            number(out, digits);
            operator(out, "×");
            element(out, "mn", &["10", power].concat());
            out.push_str("</mrow>");
        }
        None => match text.strip_prefix('−') {
            Some(size) => {
                out.push_str("<mrow><mo form=\"prefix\">−</mo>");
                element(out, "mn", size);
                out.push_str("</mrow>");
            }
            None => element(out, "mn", text),
        },
    }
}

fn name(out: &mut String, text: &str) {
    let (base, below, squared) = parts(text);
    let tag = match (below.is_empty(), squared) {
        (true, true) => "msup",
        (false, false) => "msub",
        (false, true) => "msubsup",
        (true, false) => "",
    };
    if !tag.is_empty() {
        out.push_str(&["<", tag, ">"].concat());
    }
    element(out, if base.contains(' ') { "mtext" } else { "mi" }, base);
    if !below.is_empty() {
        let digits = below.bytes().all(|byte| byte.is_ascii_digit());
        element(out, if digits { "mn" } else { "mi" }, below);
    }
    if squared {
        element(out, "mn", "2");
    }
    if !tag.is_empty() {
        out.push_str(&["</", tag, ">"].concat());
    }
}

/// Whether a product needs a sign before this: a number after anything, or words.
fn wants_sign(left: &Expression, right: &Expression) -> bool {
    let wordy = |x: &Expression| matches!(x, Expression::Symbol(name) if parts(name).0.chars().count() > 2);
    let starts_with_number = |x: &Expression| {
        let mut x = x;
        loop {
            match x {
                Expression::Number(..) | Expression::Negative(_) => return !begins_with_minus(x),
                Expression::Binary(Operator::Times | Operator::Power, first, _) => x = first,
                _ => return false,
            }
        }
    };
    let fractions = matches!(left, Expression::Binary(Operator::Over, ..))
        && matches!(right, Expression::Binary(Operator::Over, ..));
    wordy(left) || wordy(right) || fractions || starts_with_number(right)
}

impl Expression {
    /// Appends it as MathML.
    fn mathml(&self, out: &mut String) {
        match self {
            Self::Number(_, text) => number(out, text),
            Self::Symbol(text) => name(out, text),
            Self::Negative(x) => {
                out.push_str("<mrow><mo form=\"prefix\">−</mo>");
                x.bound(3, out);
                out.push_str("</mrow>");
            }
            Self::Binary(sign, x, y) => binary(*sign, x, y, out),
            Self::Sum(index, body) => {
                out.push_str("<mrow><munder><mo movablelimits=\"false\">∑</mo>");
                element(out, "mtext", index);
                out.push_str("</munder>");
                body.bound(2, out);
                out.push_str("</mrow>");
            }
            Self::Terms(terms, cut) => {
                out.push_str("<mrow>");
                for (at, term) in terms.iter().enumerate() {
                    if at > 0 {
                        operator(out, "+");
                    }
                    if *cut && at + 1 == terms.len() {
                        element(out, "mi", "⋯");
                        operator(out, "+");
                    }
                    if at > 0 { term.after(2, out) } else { term.bound(1, out) }
                }
                out.push_str("</mrow>");
            }
            Self::Call(function, all) => called(*function, all, out),
        }
    }

    /// In brackets where it binds less closely than it must.
    fn bound(&self, least: u8, out: &mut String) {
        // A fraction's bar holds it together.
        let fraction = matches!(self, Self::Binary(Operator::Over, ..));
        if binding(self) >= least || (fraction && least <= 3) {
            self.mathml(out);
        } else {
            self.bracketed(out);
        }
    }

    /// As it stands behind an operator.
    fn after(&self, least: u8, out: &mut String) {
        let fraction = matches!(self, Self::Binary(Operator::Over, ..));
        // A sum goes on to the end of its product.
        let least = if matches!(self, Self::Sum(..)) { 1 } else { least };
        if begins_with_minus(self) && !fraction { self.bracketed(out) } else { self.bound(least, out) }
    }

    fn bracketed(&self, out: &mut String) {
        out.push_str("<mrow>");
        bracket(out, "(");
        self.mathml(out);
        bracket(out, ")");
        out.push_str("</mrow>");
    }
}

fn binary(sign: Operator, x: &Expression, y: &Expression, out: &mut String) {
    match sign {
        Operator::Over => {
            out.push_str("<mfrac>");
            for part in [x, y] {
                out.push_str("<mrow>");
                part.mathml(out);
                out.push_str("</mrow>");
            }
            out.push_str("</mfrac>");
        }
        Operator::Power => {
            out.push_str("<msup>");
            x.bound(5, out);
            y.bound(1, out);
            out.push_str("</msup>");
        }
        _ => {
            out.push_str("<mrow>");
            let (left, right) = match sign {
                Operator::Plus => (1, 2),
                Operator::Minus => (1, 2),
                _ => (2, 3),
            };
            x.bound(left, out);
            operator(
                out,
                match sign {
                    Operator::Plus => "+",
                    Operator::Minus => "−",
                    _ if wants_sign(x, y) => "×",
                    // Invisible times.
                    _ => "\u{2062}",
                },
            );
            y.after(right, out);
            out.push_str("</mrow>");
        }
    }
}

fn called(function: Function, all: &[Expression], out: &mut String) {
    let list = |out: &mut String| {
        for (at, x) in all.iter().enumerate() {
            if at > 0 {
                operator(out, ",");
            }
            x.mathml(out);
        }
    };
    match function {
        Function::Abs => {
            out.push_str("<mrow>");
            bracket(out, "|");
            list(out);
            bracket(out, "|");
            out.push_str("</mrow>");
        }
        Function::Sqrt => {
            out.push_str("<msqrt>");
            list(out);
            out.push_str("</msqrt>");
        }
        Function::IfZero => {
            if let [x, zero, other] = all {
                out.push_str("<mrow>");
                bracket(out, "{");
                out.push_str("<mtable columnalign=\"left\"><mtr><mtd>");
                zero.mathml(out);
                out.push_str("</mtd><mtd><mtext>where </mtext>");
                x.mathml(out);
                out.push_str("<mo>=</mo><mn>0</mn></mtd></mtr><mtr><mtd>");
                other.mathml(out);
                out.push_str("</mtd><mtd><mtext>elsewhere</mtext></mtd></mtr></mtable></mrow>");
            }
        }
        _ => {
            out.push_str("<mrow>");
            match function {
                Function::Log2 => out.push_str("<msub><mi>log</mi><mn>2</mn></msub>"),
                Function::Log10 => out.push_str("<msub><mi>log</mi><mn>10</mn></msub>"),
                Function::Ln => element(out, "mi", "ln"),
                Function::Exp => element(out, "mi", "exp"),
                Function::Erfc => element(out, "mi", "erfc"),
                Function::Sign => element(out, "mi", "sgn"),
                Function::Min => element(out, "mi", "min"),
                _ => element(out, "mi", "max"),
            }
            // Function application.
            operator(out, "\u{2061}");
            out.push_str("<mrow>");
            bracket(out, "(");
            list(out);
            bracket(out, ")");
            out.push_str("</mrow></mrow>");
        }
    }
}
