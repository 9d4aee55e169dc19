//! Logarithms, powers and their kin, in software.
//!
//! `f64::ln` and the like come from the platform: glibc natively, another library in WebAssembly,
//! and the two differ in the last bit now and then. Results must be byte-identical in both, so
//! everything in the crate that isn't plain arithmetic goes through this module and the crate
//! `libm`. Square roots, absolute values and roundings are exact everywhere (IEEE 754) and may be
//! taken from `f64`.

/// Natural logarithm.
#[must_use]
pub fn ln(x: f64) -> f64 {
    libm::log(x)
}

/// Logarithm to base 2.
#[must_use]
pub fn log2(x: f64) -> f64 {
    libm::log2(x)
}

/// Logarithm to base 10, for axes that count in decades.
#[must_use]
pub fn log10(x: f64) -> f64 {
    libm::log10(x)
}

/// e to the power of `x`.
#[must_use]
pub fn exp(x: f64) -> f64 {
    libm::exp(x)
}

/// `base` to the power of `exponent`.
#[must_use]
pub fn pow(base: f64, exponent: f64) -> f64 {
    libm::pow(base, exponent)
}

/// The complementary error function, 2/√π ∫ from `x` to ∞ of e^(-t²) dt: 2 to 0.
#[must_use]
pub fn erfc(x: f64) -> f64 {
    libm::erfc(x)
}

/// The logarithm of the gamma function, for `x` > 0.
#[must_use]
pub fn ln_gamma(x: f64) -> f64 {
    libm::lgamma(x)
}
