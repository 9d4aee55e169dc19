//! The value of an expression.

use super::case::Case;
use super::{Expression, Function, Operator};
use crate::stats::elementary::{erfc, exp, ln, log2, log10, pow};

/// The rows that the sums around an expression are at: index and row.
pub(super) type Rows<'c> = Vec<(&'c str, usize)>;

impl Case {
    /// The value of an expression, at these rows; `None` where a name has none.
    pub(super) fn value<'c>(&'c self, expression: &'c Expression, rows: &Rows<'c>) -> Option<f64> {
        Some(match expression {
            Expression::Number(value, _) => *value,
            Expression::Symbol(name) => self.symbol(name, rows)?,
            Expression::Negative(x) => -self.value(x, rows)?,
            Expression::Binary(operator, x, y) => operate(*operator, self.value(x, rows)?, self.value(y, rows)?),
            Expression::Call(function, arguments) => {
                let values = arguments.iter().map(|x| self.value(x, rows)).collect::<Option<Vec<f64>>>()?;
                call(*function, &values)?
            }
            Expression::Sum(index, body) => {
                let mut sum = 0.0;
                for row in 0..self.length(index)? {
                    let mut rows = rows.clone();
                    rows.push((index, row));
                    sum += self.value(body, &rows)?;
                }
                sum
            }
            Expression::Terms(terms, _) => terms.iter().map(|x| self.value(x, rows)).sum::<Option<f64>>()?,
        })
    }

    fn symbol(&self, name: &str, rows: &Rows<'_>) -> Option<f64> {
        if let Some(number) = self.number(name) {
            return Some(number);
        }
        let column = self.column(name)?;
        let (_, row) = rows.iter().rev().find(|(index, _)| *index == column.index)?;
        column.values.get(*row).copied()
    }
}

fn operate(operator: Operator, x: f64, y: f64) -> f64 {
    match operator {
        Operator::Plus => x + y,
        Operator::Minus => x - y,
        // 0 · ln 0 = 0, as in every sum of O ln(O/E).
        Operator::Times if x == 0.0 || y == 0.0 => 0.0,
        Operator::Times => x * y,
        Operator::Over => x / y,
        Operator::Power if y == 2.0 => x * x,
        Operator::Power => pow(x, y),
    }
}

fn call(function: Function, values: &[f64]) -> Option<f64> {
    let x = *values.first()?;
    Some(match function {
        Function::Ln => ln(x),
        Function::Log2 => log2(x),
        Function::Log10 => log10(x),
        Function::Sqrt => x.sqrt(),
        Function::Exp => exp(x),
        Function::Erfc => erfc(x),
        Function::Sign if x == 0.0 => 0.0,
        Function::Sign => x.signum(),
        Function::Abs => x.abs(),
        Function::Min => values.iter().copied().fold(x, f64::min),
        Function::Max => values.iter().copied().fold(x, f64::max),
        Function::IfZero => *values.get(if x == 0.0 { 1 } else { 2 })?,
    })
}
