//! A file as the rules see it: lines that know whether they are comments or tests.

/// One text file.
pub(super) struct Source {
    /// Relative to the root, with forward slashes.
    pub(super) path: String,
    pub(super) lines: Vec<Line>,
}

/// One line of a file.
pub(super) struct Line {
    pub(super) text: String,
    /// The line without its comment, if the file is Rust.
    pub(super) code: String,
    /// Whether the line only runs in tests.
    pub(super) is_test: bool,
}

impl Source {
    pub(super) fn new(path: &str, text: &str) -> Self {
        let is_rust = path.ends_with(".rs");
        let tests_begin = if is_rust { tests_begin(path, text) } else { usize::MAX };
        let lines = text
            .split('\n')
            .enumerate()
            .map(|(place, line)| Line {
                text: line.to_owned(),
                code: if is_rust { without_comment(line).to_owned() } else { line.to_owned() },
                is_test: place >= tests_begin,
            })
            .collect();
        Self { path: path.to_owned(), lines }
    }

    /// Whether the file stands in a folder, given with its final slash.
    pub(super) fn is_in(&self, folder: &str) -> bool {
        self.path.starts_with(folder)
    }

    /// The code without comments and tests.
    pub(super) fn shipped_code(&self) -> String {
        let lines = self.lines.iter().filter(|line| !line.is_test);
        lines.map(|line| line.code.as_str()).collect::<Vec<_>>().join("\n")
    }

    pub(super) fn is_rust(&self) -> bool {
        self.path.ends_with(".rs")
    }
}

impl Line {
    /// Whether the code names an identifier, as a whole word.
    pub(super) fn names(&self, word: &str) -> bool {
        let part_of_word = |c: char| c.is_alphanumeric() || c == '_';
        self.code.match_indices(word).any(|(place, _)| {
            !self.code[..place].ends_with(part_of_word)
                && !self.code[place + word.len()..].starts_with(part_of_word)
        })
    }
}

/// The first line of the tests: they come last in a file, or fill it.
fn tests_begin(path: &str, text: &str) -> usize {
    let fills = ["tests/", "benches/"].iter().any(|folder| path.contains(folder));
    if fills || path.ends_with("/tests.rs") {
        return 0;
    }
    let lines: Vec<&str> = text.lines().collect();
    let opens_tests = |place: &usize| {
        let mut item = lines[*place..].iter().skip_while(|line| line.starts_with("#["));
        lines[*place] == "#[cfg(test)]" && item.next().is_some_and(|line| line.ends_with('{'))
    };
    (0..lines.len()).find(opens_tests).unwrap_or(usize::MAX)
}

fn without_comment(line: &str) -> &str {
    if line.trim_start().starts_with("//") {
        return "";
    }
    line.split_once(" // ").map_or(line, |(code, _)| code)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn test_lines(path: &str, text: &str) -> Vec<bool> {
        Source::new(path, text).lines.iter().map(|line| line.is_test).collect()
    }

    #[test]
    fn tests_are_what_follows_their_module_or_stands_in_their_folder() {
        let text = "fn a() {}\n#[cfg(test)]\nmod tests {\n}";
        assert_eq!(test_lines("src/a.rs", text), [false, true, true, true]);
        let text = "#[cfg(test)]\n#[expect(missing_docs)]\nmod tests {\n}";
        assert_eq!(test_lines("src/a.rs", text), [true; 4]);
        assert_eq!(test_lines("tests/a.rs", text), [true; 4]);
        assert_eq!(test_lines("src/a/tests.rs", text), [true; 4]);
        assert_eq!(test_lines("src/a.rs", "#[cfg(test)]\nmod tests;\nfn b() {}"), [false; 3]);
    }

    #[test]
    fn words_in_comments_and_parts_of_words_are_not_names() {
        let names = |text| Source::new("a.rs", text).lines[0].names("f64");
        assert!(names("let a: f64 = b;"));
        assert!(!names("let a = to_f64(b);"));
        assert!(!names("/// Never an f64."));
        assert!(!names("let a = b; // not an f64"));
    }
}
