//! Two stylesheets of many: one subject a file is for who writes them; a browser is quicker with one file, which
//! also packs to half the bytes. What the Overview does without (`data-late` in index.html) is the second one, which
//! comes with the page's late part (`static/late.js`).

use std::path::Path;

/// A stylesheet that a page links.
#[derive(Debug, PartialEq, Eq)]
struct Sheet<'a> {
    /// The whole element.
    element: &'a str,
    /// Its address, as the page states it.
    address: &'a str,
    /// What it is for, where it isn't for everything.
    media: Option<&'a str>,
    /// Whether the first view does without it.
    late: bool,
}

/// Joins the stylesheets that `index.html` links, in their order, into one that comes first and one that comes late,
/// with names made of their content, and takes the single ones away. What is for one medium only, as print, overrules
/// the rest: it stands at the end of both.
///
/// # Errors
/// When the page or a stylesheet can't be read or written, or the page links none.
pub fn join(folder: &Path) -> Result<(), String> {
    let page = folder.join("index.html");
    let failed = |path: &Path, reason: std::io::Error| format!("{}: {reason}", path.display());
    let html = std::fs::read_to_string(&page).map_err(|reason| failed(&page, reason))?;
    let sheets = sheets(&html);
    let first = sheets.first().ok_or_else(|| format!("{} links no stylesheet", page.display()))?;
    let (mut joined, mut late) = (String::new(), String::new());
    for sheet in &sheets {
        let path = folder.join(file(sheet.address));
        let text = std::fs::read_to_string(&path).map_err(|reason| failed(&path, reason))?;
        match sheet.media {
            Some(media) => {
                for part in [&mut joined, &mut late] {
                    part.extend(["@media ", media, "{", text.trim(), "}\n"]);
                }
            }
            None if sheet.late => late.extend([text.trim(), "\n"]),
            None => joined.extend([text.trim(), "\n"]),
        }
    }
    let name = format!("styles-{:016x}.css", hash([joined.as_str(), &late].concat().as_bytes()));
    let late_name = name.replace(".css", "_late.css");
    for (name, text) in [(&name, &joined), (&late_name, &late)] {
        let path = folder.join(name);
        std::fs::write(&path, text).map_err(|reason| failed(&path, reason))?;
    }
    let base = first.address.strip_suffix(file(first.address)).unwrap_or_default();
    let link = format!("<link href=\"{base}{name}\" rel=\"stylesheet\" data-then=\"{base}{late_name}\">");
    let mut html_now = html.replacen(first.element, &link, 1);
    for sheet in &sheets[1..] {
        html_now = html_now.replacen(sheet.element, "", 1);
    }
    std::fs::write(&page, html_now).map_err(|reason| failed(&page, reason))?;
    for sheet in sheets.iter().filter(|sheet| file(sheet.address) != name) {
        let path = folder.join(file(sheet.address));
        std::fs::remove_file(&path).map_err(|reason| failed(&path, reason))?;
    }
    eprintln!("split: {} stylesheets joined: {} bytes first, {} late", sheets.len(), joined.len(), late.len());
    Ok(())
}

/// The stylesheets that a page of Trunk's links. Trunk minifies pages: attributes may have no quotes.
fn sheets(html: &str) -> Vec<Sheet<'_>> {
    let links =
        html.match_indices("<link ").filter_map(|(start, _)| Some(&html[start..=start + html[start..].find('>')?]));
    links
        .filter(|element| attribute(element, "rel") == Some("stylesheet"))
        .filter_map(|element| {
            let late = element.contains(" data-late");
            Some(Sheet { element, address: attribute(element, "href")?, media: attribute(element, "media"), late })
        })
        .collect()
}

/// The value of an element's attribute, with or without quotes.
fn attribute<'a>(element: &'a str, name: &str) -> Option<&'a str> {
    let start = element.find(&format!(" {name}="))? + name.len() + 2;
    let rest = &element[start..];
    match rest.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next(),
        None => rest.split([' ', '>']).next(),
    }
}

/// The file of an address: what follows its last stroke.
fn file(address: &str) -> &str {
    address.rsplit('/').next().unwrap_or(address)
}

/// FNV-1a with 64 bits: tells one content from another, no more.
fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_are_joined_in_their_order_and_those_for_print_stay_so() {
        let folder = std::env::temp_dir().join(format!("parallax-styles-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let page = "<link href=/p/icon.svg rel=icon><link href=/p/a-1.css integrity=sha384-x/y= rel=stylesheet>\
                    <link rel=\"stylesheet\" href=\"/p/b-2.css\"><link href=/p/c-3.css media=print rel=stylesheet><link data-late=true href=/p/d-4.css rel=stylesheet><p>";
        std::fs::write(folder.join("index.html"), page).unwrap();
        for (name, text) in
            [("a-1.css", "a{b:c}\n"), ("b-2.css", "d{e:f}"), ("c-3.css", "g{h:i}"), ("d-4.css", "j{k:l}")]
        {
            std::fs::write(folder.join(name), text).unwrap();
        }
        join(&folder).unwrap();
        let joined = "a{b:c}\nd{e:f}\n@media print{g{h:i}}\n";
        // The second one is written in its order: what is for print was linked before.
        let late = "@media print{g{h:i}}\nj{k:l}\n";
        let name = format!("styles-{:016x}.css", hash([joined, late].concat().as_bytes()));
        let late_name = name.replace(".css", "_late.css");
        assert_eq!(std::fs::read_to_string(folder.join(&name)).unwrap(), joined);
        assert_eq!(std::fs::read_to_string(folder.join(&late_name)).unwrap(), late);
        let now = format!(
            "<link href=/p/icon.svg rel=icon><link href=\"/p/{name}\" rel=\"stylesheet\" data-then=\"/p/{late_name}\"><p>"
        );
        assert_eq!(std::fs::read_to_string(folder.join("index.html")).unwrap(), now);
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 3, "the single ones are gone");
        std::fs::write(folder.join("index.html"), "<p>").unwrap();
        assert!(join(&folder).unwrap_err().contains("links no stylesheet"));
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
