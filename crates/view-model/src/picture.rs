//! A chart as a picture that stands for itself: an SVG file with its title, axes and legend, in colours of its own.
//!
//! A chart of the page takes its colours from style sheets and its words from elements beside the drawing. Somebody who
//! puts it into a letter or a slide has neither.

use std::fmt::Write;

/// A picture is so wide; its height is what it takes. All of it is in whole pixels, since what writes fractions is
/// larger than the rest.
const WIDTH: usize = 960;
const MARGIN: usize = 24;
const PLOT_HEIGHT: usize = 280;
const LINE: usize = 20;
const TITLE_SIZE: usize = 18;
const TEXT_SIZE: usize = 13;
/// A sample of a legend, with the space behind it.
const SAMPLE: (usize, usize, usize) = (16, 10, 6);

/// An element of a drawing: what kind it is, and its attributes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    /// `path`, `rect` or `line`.
    pub kind: String,
    /// Where it is and how it is painted, no longer by reference.
    pub attributes: Vec<(String, String)>,
}

/// A sign of the drawing and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meaning {
    /// The sign, in a field of 16 by 10.
    pub sample: Vec<Shape>,
    /// The words.
    pub words: String,
}

/// The colours and letters of a picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ink {
    /// What it is drawn on.
    pub background: String,
    /// The title.
    pub text: String,
    /// Axes and legend.
    pub muted: String,
    /// The families of letters.
    pub font: String,
}

/// A chart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// What it shows.
    pub title: String,
    /// What the levels come to, the highest first.
    pub levels: Vec<String>,
    /// The places along the lower edge.
    pub places: Vec<String>,
    /// The field of the drawing, as `viewBox` says it.
    pub field: String,
    /// The drawing.
    pub shapes: Vec<Shape>,
    /// What its signs mean.
    pub legend: Vec<Meaning>,
    /// How it is written.
    pub ink: Ink,
}

impl Picture {
    /// The picture as a file.
    #[must_use]
    pub fn svg(&self) -> String {
        let widest = self.levels.iter().map(|words| width_of(words)).max().unwrap_or(0);
        let gap = if self.levels.is_empty() { 0 } else { 8 };
        let (left, top) = (MARGIN + widest + gap, MARGIN + TITLE_SIZE + LINE);
        let (right, bottom) = (WIDTH - MARGIN, top + PLOT_HEIGHT);
        let mut drawn = String::new();
        self.draw_words(&mut drawn, left, right, top);
        let _ = write!(
            drawn,
            r#"<svg x="{left}" y="{top}" width="{}" height="{PLOT_HEIGHT}" viewBox="{}" preserveAspectRatio="none" overflow="visible">"#,
            right.saturating_sub(left),
            escaped(&self.field),
        );
        self.shapes.iter().for_each(|shape| draw(&mut drawn, shape));
        drawn.push_str("</svg>");
        let below = if self.places.is_empty() { bottom } else { bottom + LINE };
        let end = self.draw_legend(&mut drawn, below + LINE);
        let Ink { background, font, .. } = &self.ink;
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{end}" viewBox="0 0 {WIDTH} {end}" role="img" aria-label="{}" font-family="{}" font-size="{TEXT_SIZE}"><rect width="100%" height="100%" fill="{}"/>{drawn}</svg>"#,
            escaped(&self.title),
            escaped(font),
            escaped(background),
        )
    }

    /// The title and what the axes say.
    fn draw_words(&self, drawn: &mut String, left: usize, right: usize, top: usize) {
        let Ink { text, muted, .. } = &self.ink;
        let _ = write!(
            drawn,
            r#"<text x="{MARGIN}" y="{}" font-size="{TITLE_SIZE}" font-weight="600" fill="{}">{}</text>"#,
            MARGIN + TITLE_SIZE,
            escaped(text),
            escaped(&self.title),
        );
        for (level, words) in self.levels.iter().enumerate() {
            let y = top + part(PLOT_HEIGHT, level, self.levels.len()) + TEXT_SIZE / 3;
            write_text(drawn, (left - 8, y), "end", muted, words);
        }
        for (place, words) in self.places.iter().enumerate() {
            let anchor = match place {
                0 => "start",
                _ if place + 1 == self.places.len() => "end",
                _ => "middle",
            };
            let x = left + part(right.saturating_sub(left), place, self.places.len());
            write_text(drawn, (x, top + PLOT_HEIGHT + LINE), anchor, muted, words);
        }
    }

    /// The legend from `top` on, in as many lines as it takes; where the picture ends.
    fn draw_legend(&self, drawn: &mut String, top: usize) -> usize {
        let (width, height, gap) = SAMPLE;
        let (mut x, mut y) = (MARGIN, top);
        for Meaning { sample, words } in &self.legend {
            let own = width + gap + width_of(words);
            if x > MARGIN && x + own > WIDTH - MARGIN {
                (x, y) = (MARGIN, y + LINE);
            }
            let _ = write!(
                drawn,
                r#"<svg x="{x}" y="{y}" width="{width}" height="{height}" viewBox="0 0 {width} {height}" overflow="visible">"#,
            );
            sample.iter().for_each(|shape| draw(drawn, shape));
            drawn.push_str("</svg>");
            write_text(drawn, (x + width + gap, y + height), "start", &self.ink.muted, words);
            x += own + LINE;
        }
        let height = if self.legend.is_empty() { 0 } else { LINE };
        y + height + MARGIN / 2
    }
}

/// How far along a length one of `count` stands between the first and the last.
fn part(length: usize, place: usize, count: usize) -> usize {
    length * place / count.saturating_sub(1).max(1)
}

/// Room for words: letters are estimated, as nobody has measured them.
fn width_of(words: &str) -> usize {
    let tenths = |sign: char| if sign < '\u{1100}' { 6 } else { 10 };
    (words.chars().map(tenths).sum::<usize>() * TEXT_SIZE).div_ceil(10)
}

fn write_text(drawn: &mut String, (x, y): (usize, usize), anchor: &str, fill: &str, words: &str) {
    let (fill, words) = (escaped(fill), escaped(words));
    // Writing into a text cannot fail, here and above.
    let _ = write!(
        drawn,
        r#"<text x="{x}" y="{y}" text-anchor="{anchor}" fill="{fill}">{words}</text>"#
    );
}

fn draw(drawn: &mut String, shape: &Shape) {
    let _ = write!(drawn, "<{}", shape.kind);
    for (name, value) in &shape.attributes {
        let _ = write!(drawn, r#" {name}="{}""#, escaped(value));
    }
    drawn.push_str("/>");
}

/// A text between tags or quotes.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            // No file of XML may hold these, however they are written.
            control if control < ' ' && !"\t\n\r".contains(control) => {}
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::{Ink, Meaning, Picture, Shape};

    fn shape(path: &str) -> Shape {
        let attributes = vec![("d".to_owned(), path.to_owned())];
        Shape { kind: "path".to_owned(), attributes }
    }

    fn picture() -> Picture {
        let words = |all: &[&str]| all.iter().map(|&it| it.to_owned()).collect();
        Picture {
            title: "Paid & \"kept\" <today>".to_owned(),
            levels: words(&["$50,000", "$0"]),
            places: words(&["Jan 1", "Jul 1", "Dec 31"]),
            field: "0 0 365 1000".to_owned(),
            shapes: vec![shape("M0 1L2 3")],
            legend: vec![Meaning {
                sample: vec![shape("M0 5H16")],
                words: "Paid\u{1} out".to_owned(),
            }],
            ink: Ink { font: "\"Segoe UI\", serif".to_owned(), ..Ink::default() },
        }
    }

    #[test]
    fn a_picture_holds_every_word_and_shape_once() {
        let svg = picture().svg();
        for part in [
            ">Paid &amp; &quot;kept&quot; &lt;today&gt;</text>",
            ">$50,000</text>",
            ">$0</text>",
            ">Jan 1</text>",
            ">Jul 1</text>",
            ">Dec 31</text>",
            ">Paid out</text>",
            "viewBox=\"0 0 365 1000\"",
            "d=\"M0 1L2 3\"",
            "d=\"M0 5H16\"",
            "font-family=\"&quot;Segoe UI&quot;, serif\"",
        ] {
            assert_eq!(svg.matches(part).count(), 1, "{part} in {svg}");
        }
        assert_eq!(svg.matches("<svg").count(), svg.matches("</svg>").count());
    }

    #[test]
    fn a_long_legend_takes_more_lines_and_a_chart_of_nothing_is_a_picture() {
        let height = |picture: &Picture| -> f64 {
            let svg = picture.svg();
            let rest = svg.split_once("height=\"").expect("a height").1;
            rest.split_once('"').expect("an end").0.parse().expect("a number")
        };
        let one = picture();
        let mut several = one.clone();
        several.legend = vec![one.legend[0].clone(); 40];
        assert!(height(&several) > height(&one) + 60.0);
        assert!(several.svg().split(" x=\"").skip(1).all(|rest| {
            let x: f64 = rest.split_once('"').expect("an end").0.parse().expect("a number");
            (0.0..960.0).contains(&x)
        }));
        assert!(height(&Picture::default()) > 280.0);
    }
}
