//! The script that stands between a program and the browser, as wasm-bindgen writes it, made smaller: each import
//! has a name with a hash, once in the script and once in the program, which no packer can shorten; and the script
//! is indented. (Trunk's own minifier doesn't read it.)

use crate::module::Module;

/// A script, and the names of its program's imports in it.
pub struct Glue {
    /// The script.
    pub script: String,
    /// For each imported function its new name; its old one where the script doesn't define it plainly.
    pub names: Vec<String>,
}

/// Shortens names and drops indentation and comments.
pub fn shorten(module: &Module, script: &str) -> Glue {
    let mut glue = Glue { script: bare(script), names: Vec::with_capacity(module.imported.len()) };
    for (number, (name, _)) in module.imported.iter().enumerate() {
        let short = format!("i~{number}");
        // Where it is defined: a key of the object of imports, at the start of a line.
        let (old, new) = (format!("\n{name}: "), format!("\n\"{short}\": "));
        if glue.script.matches(name).count() == 1 && glue.script.matches(&old).count() == 1 {
            glue.script = glue.script.replacen(&old, &new, 1);
            glue.names.push(short);
        } else {
            glue.names.push((*name).to_owned());
        }
    }
    glue
}

/// Without indentation, empty lines and lines of comment. Where a text runs over lines, all stays.
fn bare(script: &str) -> String {
    let quotes = |line: &&str| line.matches('`').count() % 2 == 1;
    if script.lines().any(|line| quotes(&line)) {
        return script.to_owned();
    }
    let mut out = String::with_capacity(script.len());
    let mut comment = false;
    for line in script.lines().map(str::trim) {
        comment |= line.starts_with("/*");
        if !comment && !line.is_empty() && !line.starts_with("//") {
            out.extend([line, "\n"]);
        }
        if line.ends_with("*/") {
            comment = false;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_keeps_what_it_says() {
        let script =
            "/* tslint */\nlet a = `x`; // kept\n\n/**\n * About b.\n */\n    const b = {\n        c: 1,\n    };\n";
        assert_eq!(bare(script), "let a = `x`; // kept\nconst b = {\nc: 1,\n};\n");
        let texts = "let a = `one\n    two`;\n";
        assert_eq!(bare(texts), texts, "a text over lines would change");
    }
}
