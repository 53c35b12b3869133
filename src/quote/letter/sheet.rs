//! A letter in its words: parts one below the other, as a view and as text.

use crate::i18n::catalogue::quote;
use crate::i18n::{Language, in_language, t_with};
use leptos::prelude::*;

/// A letter in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its language.
    pub language: Language,
    /// What it says, from the top.
    pub parts: Vec<Part>,
}

/// A part of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// The head: the name and the lines below it.
    Head(String, Vec<String>),
    /// What the letter is about.
    Subject(String),
    /// What the following parts are about.
    Heading(String),
    /// Words.
    Paragraph(String),
    /// Names with their values.
    Facts(Vec<(String, String)>),
    /// Names with their amounts, and which of them the letter is about.
    Amounts(Vec<Amount>),
    /// What comes one after the other, each in lines.
    Steps(Vec<Vec<String>>),
    /// What stands side by side.
    Points(Vec<String>),
}

/// An amount with its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amount {
    /// How it goes into the next.
    pub sign: &'static str,
    /// What it is.
    pub name: String,
    /// How much, with its currency.
    pub amount: String,
    /// Whether the letter is about it.
    pub is_total: bool,
}

impl Sheet {
    /// The letter as text for an e-mail.
    #[must_use]
    pub fn text(&self) -> String {
        let parts = in_language(self.language, || {
            self.parts.iter().map(|part| part.lines().join("\n")).collect::<Vec<_>>()
        });
        parts.join("\n\n")
    }

    /// The letter on the page, and alone on paper.
    #[must_use]
    pub fn view(self) -> AnyView {
        const SUBJECT: &str = "letter-subject";
        let parts = self.parts.into_iter().map(|part| part.view(SUBJECT)).collect_view();
        view! {
            <article class="letter" lang=self.language.tag() aria-labelledby=SUBJECT>
                {parts}
            </article>
        }
        .into_any()
    }
}

impl Part {
    fn lines(&self) -> Vec<String> {
        match self {
            Self::Head(name, lines) => std::iter::once(name).chain(lines).cloned().collect(),
            Self::Subject(words) | Self::Heading(words) | Self::Paragraph(words) => {
                vec![words.clone()]
            }
            Self::Facts(facts) => facts.iter().map(|(name, value)| named(name, value)).collect(),
            Self::Amounts(amounts) => amounts.iter().map(Amount::line).collect(),
            Self::Steps(steps) => {
                let numbered = steps.iter().zip(1_usize..).flat_map(|(lines, number)| {
                    let first = format!("{number}. ");
                    let starts = std::iter::once(first).chain(std::iter::repeat("   ".to_owned()));
                    starts.zip(lines).map(|(start, line)| start + line)
                });
                numbered.collect()
            }
            Self::Points(points) => points.iter().map(|point| ["- ", point].concat()).collect(),
        }
    }

    fn view(self, subject: &'static str) -> AnyView {
        match self {
            Self::Head(name, lines) => view! {
                <div class="letter-head">
                    <strong>{name}</strong>
                    {broken(lines)}
                </div>
            }
            .into_any(),
            Self::Subject(words) => view! { <h2 id=subject>{words}</h2> }.into_any(),
            Self::Heading(words) => view! { <h3>{words}</h3> }.into_any(),
            Self::Paragraph(words) => view! { <p>{words}</p> }.into_any(),
            Self::Facts(facts) => {
                let fact = |(name, value)| {
                    view! {
                        <div>
                            <dt>{name}</dt>
                            <dd>{value}</dd>
                        </div>
                    }
                };
                view! { <dl class="letter-facts">{facts.into_iter().map(fact).collect_view()}</dl> }
                    .into_any()
            }
            Self::Amounts(amounts) => {
                let rows = amounts.into_iter().map(Amount::row).collect_view();
                view! { <table class="letter-amounts"><tbody>{rows}</tbody></table> }.into_any()
            }
            Self::Steps(steps) => {
                let step = |mut lines: Vec<String>| {
                    let rest = lines.split_off(lines.len().min(1));
                    view! { <li>{lines} {broken(rest)}</li> }
                };
                view! { <ol>{steps.into_iter().map(step).collect_view()}</ol> }.into_any()
            }
            Self::Points(points) => {
                let point = |words| view! { <li>{words}</li> };
                view! { <ul>{points.into_iter().map(point).collect_view()}</ul> }.into_any()
            }
        }
    }
}

impl Amount {
    fn line(&self) -> String {
        let line = named(&self.name, &self.amount);
        if self.sign.is_empty() { line } else { [self.sign, " ", &line].concat() }
    }

    fn row(self) -> AnyView {
        let Self { sign, name, amount, is_total } = self;
        view! {
            <tr class=is_total.then_some("total")>
                <th scope="row">
                    <span class="letter-sign">{sign}</span>
                    {name}
                </th>
                <td class="money">{amount}</td>
            </tr>
        }
        .into_any()
    }
}

fn named(name: &str, value: &str) -> String {
    t_with(quote::TEXT_LINE, &[("name", name.to_owned()), ("value", value.to_owned())])
}

/// Lines, each below what stands before it.
fn broken(lines: Vec<String>) -> AnyView {
    let line = |line| view! { <span class="letter-line">{line}</span> };
    lines.into_iter().map(line).collect_view().into_any()
}
