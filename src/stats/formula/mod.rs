//! Formulas as data: written once beside a measure, shown as MathML and as plain text, shown with
//! numbers put in, and evaluated. What is explained is what is computed, because the tests evaluate
//! every formula and hold it to the function that makes the numbers on screen.
//!
//! # Notation
//!
//! A formula is one line or several, with `;` between; each gives a name to an expression, and the
//! last line is the measure's value:
//!
//! ```text
//! E = R * C / N; G² = 2 * sum(cells, O * ln(O / E))
//! ```
//!
//! Expressions have `+ - * / ^`, `|x|`, brackets, numbers, names and the functions `ln log2 log10
//! sqrt exp erfc sign min max`. A name has letters, digits and primes; `_` begins a subscript
//! (`s_min`), a `²` at its end is shown raised (`χ²`), and one with blanks stands in braces (`{log
//! ratio}`). A name is a number or a column of numbers, as the case has it; `sum(cells, …)` runs over
//! the rows of the columns of that name, and a line that uses a column outside a sum makes a column.
//! `if0(x, y, z)` is y where x is 0, and z elsewhere. 0 · x is 0 whatever x is, so that 0 · ln 0 is.

mod case;
mod evaluate;
pub mod figures;
mod mathml;
mod parse;
mod plain;

pub use case::{Case, Column, Step};
pub use mathml::symbol;

/// A formula: its lines.
#[derive(Clone, Debug, PartialEq)]
pub struct Formula {
    /// The lines, in order; the last gives the value.
    pub lines: Vec<Line>,
}

/// One line of a formula: a name and what it stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The name.
    pub name: String,
    /// What it stands for.
    pub expression: Expression,
}

/// An expression.
#[derive(Clone, Debug, PartialEq)]
pub enum Expression {
    /// A number, and how it is written.
    Number(f64, String),
    /// A name.
    Symbol(String),
    /// −x.
    Negative(Box<Expression>),
    /// x and y with an operator between.
    Binary(Operator, Box<Expression>, Box<Expression>),
    /// A function of its arguments.
    Call(Function, Vec<Expression>),
    /// The sum over the rows of the columns of this name.
    Sum(String, Box<Expression>),
    /// A sum with its terms written out; `true` where terms between the last two are left out.
    Terms(Vec<Expression>, bool),
}

/// What stands between two expressions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// x + y.
    Plus,
    /// x − y.
    Minus,
    /// x · y.
    Times,
    /// x / y.
    Over,
    /// x to the power of y.
    Power,
}

/// A function that formulas know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Function {
    /// Natural logarithm.
    Ln,
    /// Logarithm to base 2.
    Log2,
    /// Logarithm to base 10.
    Log10,
    /// Square root.
    Sqrt,
    /// e to the power of x.
    Exp,
    /// Complementary error function.
    Erfc,
    /// 1, 0 or −1, as x is above, at or below 0.
    Sign,
    /// |x|.
    Abs,
    /// The smallest of its arguments.
    Min,
    /// The largest of its arguments.
    Max,
    /// `if0(x, y, z)`: y where x is 0, z elsewhere.
    IfZero,
}

impl Function {
    /// Every function, its name, and how many arguments it takes at least and at most.
    const ALL: [(Self, &'static str, usize, usize); 10] = [
        (Self::Ln, "ln", 1, 1),
        (Self::Log2, "log2", 1, 1),
        (Self::Log10, "log10", 1, 1),
        (Self::Sqrt, "sqrt", 1, 1),
        (Self::Exp, "exp", 1, 1),
        (Self::Erfc, "erfc", 1, 1),
        (Self::Sign, "sign", 1, 1),
        (Self::Min, "min", 2, 9),
        (Self::Max, "max", 2, 9),
        (Self::IfZero, "if0", 3, 3),
    ];
}

/// Names in a formula with a role: its own, a column's index, a free one.
impl Formula {
    /// Every name that the lines use and none of them gives, once each, in the order of their use;
    /// and the names of the indices that sums run over.
    #[must_use]
    pub fn symbols(&self) -> (Vec<&str>, Vec<&str>) {
        let (mut free, mut indices, mut given) = (Vec::new(), Vec::new(), Vec::new());
        for line in &self.lines {
            collect(&line.expression, &mut |name, index| {
                let list = if index { &mut indices } else { &mut free };
                if (index || !given.contains(&name)) && !list.contains(&name) {
                    list.push(name);
                }
            });
            given.push(line.name.as_str());
        }
        (free, indices)
    }
}

/// Tells `found` every name, and whether it is an index.
fn collect<'e>(expression: &'e Expression, found: &mut impl FnMut(&'e str, bool)) {
    match expression {
        Expression::Number(..) => {}
        Expression::Symbol(name) => found(name, false),
        Expression::Negative(x) => collect(x, found),
        Expression::Binary(_, x, y) => {
            collect(x, found);
            collect(y, found);
        }
        Expression::Call(_, all) | Expression::Terms(all, _) => {
            for x in all {
                collect(x, found);
            }
        }
        Expression::Sum(index, body) => {
            found(index, true);
            collect(body, found);
        }
    }
}

/// How closely an expression binds, for brackets: a sum 1, a product 2, a sign 3, a power 4, all else 5.
fn binding(expression: &Expression) -> u8 {
    match expression {
        Expression::Binary(Operator::Plus | Operator::Minus, ..) | Expression::Terms(..) | Expression::Sum(..) => 1,
        Expression::Binary(Operator::Times | Operator::Over, ..) => 2,
        Expression::Negative(_) => 3,
        Expression::Number(value, _) if value.is_sign_negative() => 3,
        Expression::Number(_, text) if text.contains('×') => 2,
        Expression::Binary(Operator::Power, ..) => 4,
        _ => 5,
    }
}

/// Whether it begins with a minus: behind an operator it then stands in brackets.
fn begins_with_minus(expression: &Expression) -> bool {
    match expression {
        Expression::Negative(_) => true,
        Expression::Number(value, _) => value.is_sign_negative() && *value != 0.0,
        Expression::Binary(Operator::Power, ..) => false,
        Expression::Binary(_, x, _) => begins_with_minus(x),
        Expression::Terms(terms, _) => terms.first().is_some_and(begins_with_minus),
        _ => false,
    }
}

/// A name in its parts: what stands on the line, its subscript (empty without), whether it ends in a raised 2.
fn parts(name: &str) -> (&str, &str, bool) {
    let (name, squared) = name.strip_suffix('²').map_or((name, false), |name| (name, true));
    let (base, below) = name.split_once('_').unwrap_or((name, ""));
    (base, below, squared)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> Option<f64> {
        Case::default()
            .with("a", 3)
            .with("zero", 0)
            .with_column("rows", "v", [1.0, 2.0, 4.0])
            .evaluate(&Formula::parse(text).unwrap())
    }

    #[test]
    fn binds_as_arithmetic_does() {
        for (text, expected) in [
            ("x = 1 + 2 * 3", 7.0),
            ("x = (1 + 2) * 3", 9.0),
            ("x = 8 / 4 / 2", 1.0),
            ("x = 8 - 4 - 2", 2.0),
            ("x = -a^2", -9.0),
            ("x = 2 * -a", -6.0),
            ("x = |1 - a| * 2", 4.0),
            ("x = sqrt(a * 3) + log2(8) + ln(1)", 6.0),
            ("x = sum(rows, v)", 7.0),
            ("x = sum(rows, v * v) / a", 7.0),
            ("x = zero * ln(zero)", 0.0),
            ("x = if0(zero, 5, a) + if0(a, 5, a)", 8.0),
            ("x = min(a, 2) + max(1, a, 2)", 5.0),
            ("x = sign(1 - a)", -1.0),
            ("y = a + 1; x = y * y", 16.0),
            ("u = v + a; x = sum(rows, u)", 16.0),
        ] {
            assert_eq!(value(text), Some(expected), "{text}");
        }
        assert_eq!(value("x = unknown"), None);
        assert_eq!(value("x = v"), None, "a column is no value");
    }

    #[test]
    fn what_is_wrong_is_said() {
        for text in
            ["", "x", "x = ", "x = 1 +", "x = (1", "x = f(1)", "x = ln(1, 2)", "x = 1 2", "x = sum(v)", "= 1", "x = |1"]
        {
            assert!(Formula::parse(text).is_err(), "{text}");
        }
        assert!(Formula::parse(&["x = ", &"(".repeat(10_000)].concat()).is_err(), "no stack is overrun");
    }

    #[test]
    fn shown_as_text_and_as_mathml() {
        let formula = Formula::parse("E_1 = R * C / N; G² = 2 * sum(cells, O * ln(O / E_1))").unwrap();
        assert_eq!(formula.plain(), "E₁ = R · C / N; G² = 2 · Σ O · ln(O / E₁)");
        let math = formula.mathml();
        assert_eq!(
            math[0],
            "<math display=\"block\"><mrow><msub><mi>E</mi><mn>1</mn></msub><mo>=</mo><mfrac><mrow><mrow><mi>R</mi>\
             <mo>\u{2062}</mo><mi>C</mi></mrow></mrow><mrow><mi>N</mi></mrow></mfrac></mrow></math>"
        );
        let brackets = Formula::parse("x = a - (b - c) * (d + 1)").unwrap();
        assert_eq!(brackets.plain(), "x = a − (b − c) · (d + 1)");
        assert_eq!(Formula::parse("x = (-a)^2").unwrap().plain(), "x = (−a)²");
        for line in math.iter().chain(&brackets.mathml()) {
            assert_eq!(line.matches('<').count() % 2, 0, "{line}");
        }
    }

    #[test]
    fn numbers_put_in() {
        let formula = Formula::parse("u = v / a; x = sign(1 - a) * 2 * sum(rows, u)").unwrap();
        let steps = Case::default().with("a", 3).with_column("rows", "v", [1.0, -2.0]).work(&formula).unwrap();
        let shown: Vec<String> = steps.iter().flat_map(|step| step.put_in.iter().map(Expression::plain)).collect();
        assert_eq!(shown, ["1 / 3", "−2 / 3", "−2 · (0.333333 + (−0.666667))"]);
        assert_eq!(steps[1].values, [2.0 / 3.0]);
        let many = Case::default().with_column("rows", "v", (1..=9).map(f64::from));
        let step = &many.work(&Formula::parse("x = sum(rows, v)").unwrap()).unwrap()[0];
        assert_eq!(step.put_in[0].plain(), "1 + 2 + … + 9");
        assert_eq!(step.values, [45.0]);
    }
}
