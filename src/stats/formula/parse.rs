//! From the notation to the tree.

use super::{Expression, Formula, Function, Line, Operator};

impl Formula {
    /// Reads a formula.
    ///
    /// # Errors
    /// With what is wrong and where (in bytes), for whoever writes the formula: no formula of the
    /// catalogue fails, which a test holds.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut reader = Reader { text, at: 0, depth: 0 };
        let mut lines = Vec::new();
        loop {
            let name = reader.name().ok_or_else(|| reader.problem("a name"))?;
            reader.expect('=')?;
            let expression = reader.sum()?;
            lines.push(Line { name, expression });
            if !reader.take(';') {
                break;
            }
        }
        reader.blanks();
        if reader.at < text.len() { Err(reader.problem("an operator or `;`")) } else { Ok(Self { lines }) }
    }
}

/// Most brackets within brackets.
const DEEPEST: u32 = 64;

struct Reader<'t> {
    text: &'t str,
    at: usize,
    depth: u32,
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn problem(&self, wanted: &str) -> String {
        let rest: String = self.rest().chars().take(20).collect();
        ["byte ", &self.at.to_string(), ": ", wanted, " is wanted before `", &rest, "`"].concat()
    }

    fn blanks(&mut self) {
        self.at = self.text.len() - self.rest().trim_start().len();
    }

    fn take(&mut self, wanted: char) -> bool {
        self.blanks();
        let is = self.rest().starts_with(wanted);
        if is {
            self.at += wanted.len_utf8();
        }
        is
    }

    fn expect(&mut self, wanted: char) -> Result<(), String> {
        if self.take(wanted) { Ok(()) } else { Err(self.problem(&["`", &wanted.to_string(), "`"].concat())) }
    }

    fn name(&mut self) -> Option<String> {
        if self.take('{') {
            let end = self.rest().find('}')?;
            let name = self.rest()[..end].to_owned();
            self.at += end + 1;
            return Some(name).filter(|name| !name.is_empty());
        }
        let rest = self.rest();
        let is_part = |c: char| c.is_alphanumeric() || "_′²".contains(c);
        let end = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        let name = rest[..end].to_owned();
        if !name.starts_with(char::is_alphabetic) {
            return None;
        }
        self.at += end;
        Some(name)
    }

    fn sum(&mut self) -> Result<Expression, String> {
        let mut left = self.product()?;
        loop {
            let operator = if self.take('+') {
                Operator::Plus
            } else if self.take('-') {
                Operator::Minus
            } else {
                return Ok(left);
            };
            left = Expression::Binary(operator, Box::new(left), Box::new(self.product()?));
        }
    }

    fn product(&mut self) -> Result<Expression, String> {
        let mut left = self.signed()?;
        loop {
            let operator = if self.take('*') {
                Operator::Times
            } else if self.take('/') {
                Operator::Over
            } else {
                return Ok(left);
            };
            left = Expression::Binary(operator, Box::new(left), Box::new(self.signed()?));
        }
    }

    fn signed(&mut self) -> Result<Expression, String> {
        if self.take('-') { Ok(Expression::Negative(Box::new(self.signed()?))) } else { self.power() }
    }

    fn power(&mut self) -> Result<Expression, String> {
        let base = self.single()?;
        if !self.take('^') {
            return Ok(base);
        }
        Ok(Expression::Binary(Operator::Power, Box::new(base), Box::new(self.single()?)))
    }

    /// A number, a name, a call, or an expression in brackets.
    fn single(&mut self) -> Result<Expression, String> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(self.problem("an end of brackets"));
        }
        let found = self.single_within();
        self.depth -= 1;
        found
    }

    fn single_within(&mut self) -> Result<Expression, String> {
        if self.take('(') {
            let within = self.sum()?;
            self.expect(')')?;
            return Ok(within);
        }
        if self.take('|') {
            let within = self.sum()?;
            self.expect('|')?;
            return Ok(Expression::Call(Function::Abs, vec![within]));
        }
        let rest = self.rest();
        let digits = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
        if let Ok(value) = rest[..digits].parse() {
            let written = rest[..digits].to_owned();
            self.at += digits;
            return Ok(Expression::Number(value, written));
        }
        let Some(name) = self.name() else { return Err(self.problem("a number, a name or a bracket")) };
        if !self.rest().starts_with('(') {
            return Ok(Expression::Symbol(name));
        }
        self.take('(');
        if name == "sum" {
            let over = self.name().ok_or_else(|| self.problem("what the sum runs over"))?;
            self.expect(',')?;
            let body = self.sum()?;
            self.expect(')')?;
            return Ok(Expression::Sum(over, Box::new(body)));
        }
        let mut arguments = vec![self.sum()?];
        while self.take(',') {
            arguments.push(self.sum()?);
        }
        self.expect(')')?;
        let function = Function::ALL.iter().find(|known| known.1 == name);
        match function {
            Some((function, _, least, most)) if (*least..=*most).contains(&arguments.len()) => {
                Ok(Expression::Call(*function, arguments))
            }
            _ => Err(["there is no function ", &name, " of so many arguments"].concat()),
        }
    }
}
