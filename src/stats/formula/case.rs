//! A case: the numbers that the names of a formula stand for, and the formula worked through with them.

use super::figures::finer;
use super::{Expression, Formula, Function, Line, Operator};

/// Numbers of one kind, row by row, with what each row is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Column {
    /// What its rows are, as the sums over it name them: `articles`.
    pub index: String,
    /// Its name in formulas.
    pub name: String,
    /// Its numbers.
    pub values: Vec<f64>,
}

/// The numbers that a formula's names stand for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Case {
    numbers: Vec<(String, f64)>,
    columns: Vec<Column>,
}

/// One line of a formula, worked through.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The line.
    pub line: Line,
    /// The line's expression with the numbers put in; one for each row where the line makes a column.
    pub put_in: Vec<Expression>,
    /// What comes of it, as many as `put_in`.
    pub values: Vec<f64>,
    /// Whether the line makes a column, if only of one row.
    pub column: bool,
}

/// Terms of a sum that are written out; of more, the first two and the last.
const MOST_TERMS: usize = 6;

impl Case {
    /// With a number of this name.
    #[must_use]
    pub fn with(mut self, name: &str, number: impl Into<f64>) -> Self {
        self.numbers.push((name.to_owned(), number.into()));
        self
    }

    /// With a column of this name, whose rows are `index`.
    #[must_use]
    pub fn with_column(mut self, index: &str, name: &str, values: impl IntoIterator<Item = impl Into<f64>>) -> Self {
        let values = values.into_iter().map(Into::into).collect();
        self.columns.push(Column { index: index.to_owned(), name: name.to_owned(), values });
        self
    }

    /// The number of this name.
    #[must_use]
    pub fn number(&self, name: &str) -> Option<f64> {
        self.numbers.iter().rev().find(|(known, _)| known == name).map(|(_, number)| *number)
    }

    /// The column of this name.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().rev().find(|column| column.name == name)
    }

    /// How many rows the columns of an index have.
    pub(super) fn length(&self, index: &str) -> Option<usize> {
        self.columns.iter().find(|column| column.index == index).map(|column| column.values.len())
    }

    /// Works a formula through, line by line; `None` where a name has no number.
    #[must_use]
    pub fn work(mut self, formula: &Formula) -> Option<Vec<Step>> {
        let mut steps = Vec::new();
        for line in &formula.lines {
            let index = self.index_of(&line.expression).map(str::to_owned);
            let (put_in, values) = match &index {
                None => (
                    vec![self.put_in(&line.expression, &mut Vec::new())?],
                    vec![self.value(&line.expression, &Vec::new())?],
                ),
                Some(index) => {
                    let (mut put_in, mut values) = (Vec::new(), Vec::new());
                    for row in 0..self.length(index)? {
                        put_in.push(self.put_in(&line.expression, &mut vec![(index.as_str(), row)])?);
                        values.push(self.value(&line.expression, &vec![(index.as_str(), row)])?);
                    }
                    (put_in, values)
                }
            };
            let column = index.is_some();
            self = match index {
                None => self.with(&line.name, *values.first()?),
                Some(index) => self.with_column(&index, &line.name, values.iter().copied()),
            };
            steps.push(Step { line: line.clone(), put_in, values, column });
        }
        Some(steps)
    }

    /// The value of a formula: that of its last line. `None` where a name has no number, or the
    /// last line makes a column.
    #[must_use]
    pub fn evaluate(self, formula: &Formula) -> Option<f64> {
        let steps = self.work(formula)?;
        steps.last().filter(|step| !step.column)?.values.first().copied()
    }

    /// The index of the first column that the expression uses outside a sum over it.
    fn index_of(&self, expression: &Expression) -> Option<&str> {
        match expression {
            Expression::Number(..) => None,
            Expression::Symbol(name) if self.number(name).is_some() => None,
            Expression::Symbol(name) => self.column(name).map(|column| column.index.as_str()),
            Expression::Negative(x) => self.index_of(x),
            Expression::Binary(_, x, y) => self.index_of(x).or_else(|| self.index_of(y)),
            Expression::Call(_, all) | Expression::Terms(all, _) => all.iter().find_map(|x| self.index_of(x)),
            Expression::Sum(over, body) => self.index_of(body).filter(|index| index != over),
        }
    }

    /// The expression with numbers for its names, at these rows.
    fn put_in<'c>(&'c self, expression: &'c Expression, rows: &mut Vec<(&'c str, usize)>) -> Option<Expression> {
        let number = |value: f64| Expression::Number(value, finer(value));
        Some(match expression {
            Expression::Number(..) => expression.clone(),
            Expression::Symbol(_) => number(self.value(expression, rows)?),
            Expression::Negative(x) => Expression::Negative(Box::new(self.put_in(x, rows)?)),
            // A sign only tells whether a minus stands before the rest.
            Expression::Binary(Operator::Times, x, y) if matches!(**x, Expression::Call(Function::Sign, _)) => {
                let rest = self.put_in(y, rows)?;
                if self.value(x, rows)? < 0.0 { Expression::Negative(Box::new(rest)) } else { rest }
            }
            Expression::Binary(operator, x, y) => {
                Expression::Binary(*operator, Box::new(self.put_in(x, rows)?), Box::new(self.put_in(y, rows)?))
            }
            Expression::Call(Function::IfZero, all) => {
                let [x, zero, other] = &all[..] else { return None };
                let chosen = if self.value(x, rows)? == 0.0 { zero } else { other };
                self.put_in(chosen, rows)?
            }
            Expression::Call(function, all) => {
                Expression::Call(*function, all.iter().map(|x| self.put_in(x, rows)).collect::<Option<_>>()?)
            }
            Expression::Terms(all, cut) => {
                Expression::Terms(all.iter().map(|x| self.put_in(x, rows)).collect::<Option<_>>()?, *cut)
            }
            Expression::Sum(index, body) => {
                let length = self.length(index)?;
                let cut = length > MOST_TERMS;
                let mut terms = Vec::new();
                for row in (0..length).filter(|&row| !cut || row < 2 || row + 1 == length) {
                    rows.push((index, row));
                    terms.push(self.put_in(body, rows)?);
                    rows.pop();
                }
                match terms.len() {
                    0 => number(0.0),
                    1 => terms.remove(0),
                    _ => Expression::Terms(terms, cut),
                }
            }
        })
    }
}

impl Expression {
    /// Whether it says more than the number that comes of it.
    #[must_use]
    pub fn is_number(&self) -> bool {
        match self {
            Self::Number(..) => true,
            Self::Negative(x) => x.is_number(),
            Self::Binary(Operator::Times, x, y) => {
                x.is_number() && y.is_number() && matches!(**x, Self::Number(v, _) if v.abs() == 1.0)
            }
            _ => false,
        }
    }
}
