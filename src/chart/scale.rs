//! Scales: from values to pixels.
//!
//! A scale is total: whatever number goes in, a finite pixel inside the range comes out. What lies beyond
//! the domain is held at its end, what is no number stands at the start.

/// How values are spread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Spread {
    Linear,
    /// Powers of ten at equal distances.
    Log,
    /// Linear near 0, logarithmic away from it, on both sides: ln(1 + |v|) with v's sign.
    SymLog,
}

impl Spread {
    fn of(self, value: f64) -> f64 {
        match self {
            Spread::Linear => value,
            Spread::Log => value.max(f64::MIN_POSITIVE).ln(),
            Spread::SymLog => value.signum() * value.abs().ln_1p(),
        }
    }
}

/// A continuous scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    spread: Spread,
    low: f64,
    high: f64,
    start: f64,
    end: f64,
}

impl Scale {
    fn new(spread: Spread, domain: (f64, f64), range: (f64, f64)) -> Self {
        let clean = |value: f64| if value.is_nan() { 0.0 } else { value.clamp(-1e300, 1e300) };
        let (low, high) = (spread.of(clean(domain.0)), spread.of(clean(domain.1)));
        Self { spread, low, high, start: clean(range.0), end: clean(range.1) }
    }

    /// A linear scale: `domain.0` at `range.0`, `domain.1` at `range.1`; either may run backwards.
    pub fn linear(domain: (f64, f64), range: (f64, f64)) -> Self {
        Self::new(Spread::Linear, domain, range)
    }

    /// A logarithmic one; values of 0 and below stand where the smallest does.
    pub fn log(domain: (f64, f64), range: (f64, f64)) -> Self {
        Self::new(Spread::Log, domain, range)
    }

    /// Logarithmic on both sides of 0, linear near it.
    pub fn sym_log(domain: (f64, f64), range: (f64, f64)) -> Self {
        Self::new(Spread::SymLog, domain, range)
    }

    /// The pixel of a value: finite, and inside the range.
    pub fn at(&self, value: f64) -> f64 {
        if value.is_nan() {
            return self.start;
        }
        let span = self.high - self.low;
        if span == 0.0 {
            return (self.start + self.end) / 2.0;
        }
        let share = ((self.spread.of(value.clamp(-1e300, 1e300)) - self.low) / span).clamp(0.0, 1.0);
        self.start + share * (self.end - self.start)
    }

    /// Whether a value lies beyond the end of the domain (its second value), and so is held there.
    pub fn beyond_end(&self, value: f64) -> bool {
        let value = self.spread.of(value);
        if self.high >= self.low { value > self.high } else { value < self.high }
    }

    /// Whether it lies before the start of the domain.
    pub fn before_start(&self, value: f64) -> bool {
        let value = self.spread.of(value);
        if self.high >= self.low { value < self.low } else { value > self.low }
    }
}

/// Equal bands with gaps between them: rows and columns.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    start: f64,
    step: f64,
    gap: f64,
}

impl Band {
    /// `number` bands (at least one) over a range, `gap` pixels apart, never thinner than half a pixel.
    pub fn new(number: usize, range: (f64, f64), gap: f64) -> Self {
        let number = number.max(1) as f64;
        let step = (range.1 - range.0 + gap) / number;
        Self { start: range.0, step, gap: gap.min(step - 0.5).max(0.0) }
    }

    /// Where band `at` begins.
    pub fn start(&self, at: usize) -> f64 {
        self.start + at as f64 * self.step
    }

    /// Its middle.
    pub fn middle(&self, at: usize) -> f64 {
        self.start(at) + self.width() / 2.0
    }

    /// The width of each.
    pub fn width(&self) -> f64 {
        self.step - self.gap
    }

    /// From one start to the next.
    pub fn step(&self) -> f64 {
        self.step
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ends_meet_ends() {
        let scale = Scale::linear((0.0, 10.0), (100.0, 0.0));
        assert_eq!((scale.at(0.0), scale.at(5.0), scale.at(10.0)), (100.0, 50.0, 0.0));
        assert!(scale.beyond_end(10.1) && !scale.beyond_end(10.0) && scale.before_start(-1.0));
        let scale = Scale::log((1.0, 100.0), (0.0, 2.0));
        assert!((scale.at(10.0) - 1.0).abs() < 1e-12);
        assert_eq!(scale.at(0.0), 0.0);
        let scale = Scale::sym_log((-10.0, 10.0), (0.0, 1.0));
        assert!((scale.at(0.0) - 0.5).abs() < 1e-12);
        assert_eq!(Scale::linear((3.0, 3.0), (0.0, 8.0)).at(3.0), 4.0);
    }

    #[test]
    fn bands_fill_their_range() {
        let band = Band::new(4, (10.0, 90.0), 0.0);
        assert_eq!((band.start(0), band.middle(0), band.width(), band.start(3)), (10.0, 20.0, 20.0, 70.0));
        let band = Band::new(3, (0.0, 100.0), 5.0);
        assert!((band.start(2) + band.width() - 100.0).abs() < 1e-9);
    }

    proptest! {
        #[test]
        fn every_number_lands_inside(low in any::<f64>(), high in any::<f64>(), value in any::<f64>()) {
            for scale in [
                Scale::linear((low, high), (20.0, 700.0)),
                Scale::log((low, high), (20.0, 700.0)),
                Scale::sym_log((low, high), (20.0, 700.0)),
            ] {
                let at = scale.at(value);
                prop_assert!(at.is_finite() && (20.0..=700.0).contains(&at), "{at}");
            }
        }
    }
}
