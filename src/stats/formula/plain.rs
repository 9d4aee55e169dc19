//! Formulas as plain text with Unicode symbols: for files, for screen readers, for the documentation.

use super::{Expression, Formula, Function, Line, Operator, begins_with_minus, binding, parts};

impl Formula {
    /// Its lines as plain text, with `; ` between.
    #[must_use]
    pub fn plain(&self) -> String {
        self.lines.iter().map(Line::plain).collect::<Vec<_>>().join("; ")
    }
}

impl Line {
    /// `name = expression`.
    #[must_use]
    pub fn plain(&self) -> String {
        [name(&self.name), " = ".to_owned(), self.expression.plain()].concat()
    }
}

/// A name as plain text: subscripts of digits are set low, others stay behind their `_`.
fn name(text: &str) -> String {
    let (base, below, squared) = parts(text);
    let low = |c: char| char::from_u32(0x2080 + c.to_digit(10)?);
    let mut out = base.to_owned();
    if !below.is_empty() {
        match below.chars().map(low).collect::<Option<String>>() {
            Some(digits) => out.push_str(&digits),
            None => out.push_str(&["_", below].concat()),
        }
    }
    if squared {
        out.push('²');
    }
    out
}

impl Expression {
    /// As plain text.
    #[must_use]
    pub fn plain(&self) -> String {
        match self {
            Self::Number(_, text) => text.clone(),
            Self::Symbol(text) => name(text),
            Self::Negative(x) => ["−".to_owned(), x.within(3)].concat(),
            Self::Binary(operator, x, y) => {
                let (sign, left, right) = match operator {
                    Operator::Plus => (" + ", 1, 1),
                    Operator::Minus => (" − ", 1, 2),
                    Operator::Times => (" · ", 2, 3),
                    Operator::Over => (" / ", 2, 3),
                    Operator::Power if matches!(**y, Self::Number(two, _) if two == 2.0) => {
                        return [x.within(5), "²".to_owned()].concat();
                    }
                    Operator::Power => ("^", 5, 5),
                };
                [x.within(left), sign.to_owned(), y.behind(right)].concat()
            }
            Self::Sum(_, body) => ["Σ ".to_owned(), body.within(2)].concat(),
            Self::Terms(terms, cut) => {
                let mut texts: Vec<String> = terms.iter().map(|x| x.behind(1)).collect();
                if let Some(first) = terms.first() {
                    texts[0] = first.plain();
                }
                if *cut {
                    texts.insert(texts.len().saturating_sub(1), "…".to_owned());
                }
                texts.join(" + ")
            }
            Self::Call(function, all) => {
                let texts: Vec<String> = all.iter().map(Self::plain).collect();
                let before = match function {
                    Function::Abs => return ["|", &texts.join(", "), "|"].concat(),
                    Function::IfZero => {
                        if let [x, zero, other] = &texts[..] {
                            return [zero, " where ", x, " = 0, else ", other].concat();
                        }
                        "if0"
                    }
                    Function::Sqrt => "√",
                    Function::Ln => "ln",
                    Function::Log2 => "log₂",
                    Function::Log10 => "log₁₀",
                    Function::Exp => "exp",
                    Function::Erfc => "erfc",
                    Function::Sign => "sgn",
                    Function::Min => "min",
                    Function::Max => "max",
                };
                [before, "(", &texts.join(", "), ")"].concat()
            }
        }
    }

    /// As it stands behind an operator.
    fn behind(&self, least: u8) -> String {
        // A sum goes on to the end of its product.
        let sum = matches!(self, Self::Sum(..));
        if begins_with_minus(self) {
            ["(", &self.plain(), ")"].concat()
        } else {
            self.within(if sum { 1 } else { least })
        }
    }

    /// In brackets where it binds less closely than it must.
    fn within(&self, least: u8) -> String {
        let text = self.plain();
        if binding(self) < least { ["(", &text, ")"].concat() } else { text }
    }
}
