//! The colours, light and dark, as literal values for files. `static/theme.css` has the same for the page.
//!
//! What the tests of this module hold: every colour a text is set in reaches 4.5 : 1 on paper and on raised
//! ground in both themes, the paper's colour as much on every article's badge, the text of a cell on its shade;
//! and no two of the first five articles look the same to a person without red or green cones. The palette was
//! found by a search for the largest least distance under normal sight, deuteranopia and protanopia. Shape and
//! letter tell articles apart where colours do not.

use super::scene::Ink;

/// How many colours articles have before the palette repeats.
pub const ARTICLES: u32 = 8;

/// The colours of one theme, as `#rrggbb`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// The ground.
    pub paper: &'static str,
    /// Ground of what stands out: cards, fields.
    pub raised: &'static str,
    /// Text.
    pub ink: &'static str,
    /// Secondary text, axis lines.
    pub soft: &'static str,
    /// Rules and grid lines.
    pub line: &'static str,
    /// The page's own colour.
    pub accent: &'static str,
    /// Behind marked text.
    pub mark: &'static str,
    /// More than expected.
    pub plus: &'static str,
    /// Less than expected.
    pub minus: &'static str,
    /// The articles, A to H.
    pub articles: [&'static str; ARTICLES as usize],
    /// From nothing to most.
    pub sequential: [&'static str; 9],
}

/// Warm off-white and near-black.
pub const LIGHT: Theme = Theme {
    paper: "#faf7f1",
    raised: "#fffdf8",
    ink: "#1d1b18",
    soft: "#6b655b",
    line: "#e3dccf",
    accent: "#b4472e",
    mark: "#f6e3a1",
    plus: "#1f6591",
    minus: "#9a4a10",
    articles: ["#b4472e", "#37729f", "#56460a", "#52298f", "#0f7e64", "#71073a", "#654662", "#394fc1"],
    sequential: ["#e5eff3", "#ccdce4", "#b0c7d1", "#93b0bd", "#7497a7", "#4a7284", "#2f5f73", "#1a4b5f", "#01384c"],
};

/// Their counterpart for the dark.
pub const DARK: Theme = Theme {
    paper: "#171614",
    raised: "#1f1d1a",
    ink: "#ece6da",
    soft: "#a39b8d",
    line: "#35312b",
    accent: "#e07a5f",
    mark: "#5a4a12",
    plus: "#7fbdf0",
    minus: "#f0a060",
    articles: ["#eb7837", "#a4defe", "#e4c31a", "#b09aff", "#6fe0a4", "#c7679a", "#bfacba", "#6882df"],
    sequential: ["#1e2529", "#28353b", "#32464e", "#3d5763", "#476978", "#618a9d", "#75a7bd", "#91c3da", "#ade0f8"],
};

impl Theme {
    /// The literal colour of a role; `none` for [`Ink::None`].
    pub fn colour(&self, ink: Ink) -> &'static str {
        match ink {
            Ink::Ink => self.ink,
            Ink::Soft => self.soft,
            Ink::Line => self.line,
            Ink::Paper => self.paper,
            Ink::Accent => self.accent,
            Ink::Article(number) => self.articles[(number % ARTICLES) as usize],
            Ink::Sequential(step) => self.sequential[usize::from(step.min(8))],
            Ink::Plus => self.plus,
            Ink::Minus => self.minus,
            Ink::None => "none",
        }
    }
}

impl Ink {
    /// The role as the page's stylesheet names it: `var(--article-3)`; `none` for [`Ink::None`].
    pub fn css(self) -> &'static str {
        const ARTICLE: [&str; ARTICLES as usize] = [
            "var(--article-0)",
            "var(--article-1)",
            "var(--article-2)",
            "var(--article-3)",
            "var(--article-4)",
            "var(--article-5)",
            "var(--article-6)",
            "var(--article-7)",
        ];
        const SEQUENTIAL: [&str; 9] = [
            "var(--seq-0)",
            "var(--seq-1)",
            "var(--seq-2)",
            "var(--seq-3)",
            "var(--seq-4)",
            "var(--seq-5)",
            "var(--seq-6)",
            "var(--seq-7)",
            "var(--seq-8)",
        ];
        match self {
            Ink::Ink => "var(--ink)",
            Ink::Soft => "var(--soft)",
            Ink::Line => "var(--line)",
            Ink::Paper => "var(--paper)",
            Ink::Accent => "var(--accent)",
            Ink::Article(number) => ARTICLE[(number % ARTICLES) as usize],
            Ink::Sequential(step) => SEQUENTIAL[usize::from(step.min(8))],
            Ink::Plus => "var(--plus)",
            Ink::Minus => "var(--minus)",
            Ink::None => "none",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Red, green and blue, linear, 0 to 1.
    fn linear(colour: &str) -> [f64; 3] {
        [1, 3, 5].map(|at| {
            let part = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        })
    }

    fn luminance(colour: &str) -> f64 {
        let [r, g, b] = linear(colour);
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// WCAG 2.2's contrast ratio.
    fn contrast(a: &str, b: &str) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// Machado, Oliveira & Fernandes 2009, severity 1.
    const SIGHTS: [(&str, [[f64; 3]; 3]); 3] = [
        ("normal sight", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
        (
            "deuteranopia",
            [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
        ),
        (
            "protanopia",
            [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
        ),
    ];

    /// A hundred times the distance in Oklab as seen by such eyes.
    fn distance(a: &str, b: &str, sight: &[[f64; 3]; 3]) -> f64 {
        let seen = |colour: &str| {
            let rgb = linear(colour);
            let [r, g, b] = sight.map(|row| row.iter().zip(rgb).map(|(m, v)| m * v).sum::<f64>().max(0.0));
            let l = (0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b).cbrt();
            let m = (0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b).cbrt();
            let s = (0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b).cbrt();
            [
                0.210_454_255_3 * l + 0.793_617_785 * m - 0.004_072_046_8 * s,
                1.977_998_495_1 * l - 2.428_592_205 * m + 0.450_593_709_9 * s,
                0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766 * s,
            ]
        };
        let (a, b) = (seen(a), seen(b));
        100.0 * a.iter().zip(b).map(|(x, y)| (x - y).powi(2)).sum::<f64>().sqrt()
    }

    #[test]
    fn every_text_colour_reaches_four_and_a_half_to_one() {
        for theme in [LIGHT, DARK] {
            let texts = [theme.ink, theme.soft, theme.accent, theme.plus, theme.minus];
            for colour in texts.iter().chain(&theme.articles) {
                for ground in [theme.paper, theme.raised] {
                    let ratio = contrast(colour, ground);
                    assert!(ratio >= 4.5, "{colour} on {ground}: {ratio:.2}");
                }
            }
            assert!(contrast(theme.ink, theme.mark) >= 4.5);
            for (step, shade) in theme.sequential.iter().enumerate() {
                let words = if step >= 5 { theme.paper } else { theme.ink };
                assert!(contrast(words, shade) >= 4.5, "{words} on step {step}");
            }
        }
    }

    #[test]
    fn shades_grow_away_from_the_paper() {
        for theme in [LIGHT, DARK] {
            for pair in theme.sequential.windows(2) {
                assert!(contrast(pair[1], theme.paper) > contrast(pair[0], theme.paper));
            }
        }
    }

    #[test]
    fn articles_stay_apart_for_every_eye() {
        for theme in [LIGHT, DARK] {
            for (sight, matrix) in &SIGHTS {
                for (a, first) in theme.articles.iter().enumerate() {
                    for (b, second) in theme.articles.iter().enumerate().skip(a + 1) {
                        let least = if b < 5 { 8.0 } else { 6.5 };
                        let found = distance(first, second, matrix);
                        assert!(found >= least, "{a} {first} and {b} {second} under {sight}: {found:.1}");
                    }
                }
            }
        }
    }

    /// The custom properties of the block that begins with `selector {`.
    fn block<'a>(sheet: &'a str, selector: &str) -> Vec<(&'a str, &'a str)> {
        let begin = sheet.find(selector).unwrap_or_else(|| panic!("no {selector}"));
        let body = &sheet[begin..];
        let body = &body[body.find('{').unwrap() + 1..body.find('}').unwrap()];
        body.lines().filter_map(|line| line.trim().strip_prefix("--")?.strip_suffix(';')?.split_once(": ")).collect()
    }

    #[test]
    fn the_stylesheet_has_the_same_values() {
        let sheet = include_str!("../../static/theme.css");
        let blocks = [
            (LIGHT, ":root[data-theme=\"light\"] {"),
            (DARK, ":root[data-theme=\"dark\"] {"),
            (DARK, ":root:not([data-theme=\"light\"]) {"),
        ];
        for (theme, selector) in blocks {
            let mut expected: Vec<(String, &str)> = vec![
                ("paper".into(), theme.paper),
                ("raised".into(), theme.raised),
                ("ink".into(), theme.ink),
                ("soft".into(), theme.soft),
                ("line".into(), theme.line),
                ("accent".into(), theme.accent),
                ("mark".into(), theme.mark),
                ("plus".into(), theme.plus),
                ("minus".into(), theme.minus),
            ];
            expected.extend(theme.articles.iter().enumerate().map(|(at, colour)| (format!("article-{at}"), *colour)));
            expected.extend(theme.sequential.iter().enumerate().map(|(at, colour)| (format!("seq-{at}"), *colour)));
            let found: Vec<(String, &str)> =
                block(sheet, selector).into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
            assert_eq!(found, expected, "{selector}");
        }
    }

    #[test]
    fn every_role_has_a_colour_and_a_property() {
        assert_eq!(LIGHT.colour(Ink::Article(9)), LIGHT.articles[1]);
        assert_eq!(LIGHT.colour(Ink::Sequential(200)), LIGHT.sequential[8]);
        assert_eq!(Ink::Article(9).css(), "var(--article-1)");
        assert_eq!(Ink::None.css(), "none");
    }
}
