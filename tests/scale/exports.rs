//! Files of the whole corpus: each in parts that nobody waits for long, or refused before a byte is written.

use std::time::Instant;

use parallax::protocol::exports::{Export, ExportAnswer, ExportQuery};
use parallax::protocol::{ConcordanceOrder, ConcordanceQuery, ErrorCode, Request, Response, Settings, TermMatrixQuery};

/// Bytes that a part has at most.
const MOST: usize = 4 << 20;

#[test]
fn files_of_the_whole_corpus_come_in_parts() {
    let mut engine = crate::engine();
    let texts = crate::number();
    let words = TermMatrixQuery { n: 1, minimum: 1, range: 1 };
    let pairs = TermMatrixQuery { n: 2, minimum: 2, range: 2 };
    let concordance = |order| {
        let terms = vec!["nato".to_owned(), "defence".to_owned(), "said that".to_owned()];
        Export::Concordance(ConcordanceQuery { terms, width: 8, order })
    };
    let files = [
        ("matrix", Export::Matrix(words)),
        ("matrix market", Export::MatrixMarket(words)),
        ("pairs, market", Export::MatrixMarket(pairs)),
        ("pairs, columns", Export::MatrixWords(pairs)),
        ("rows", Export::MatrixTexts),
        ("tokens", Export::Tokens),
        ("by place", concordance(ConcordanceOrder::Text)),
        ("by right context", concordance(ConcordanceOrder::Right)),
        ("bibtex", Export::BibTex),
        ("csl-json", Export::CslJson),
    ];
    let mut ask = |query| engine.handle(&Settings::default(), &Request::Export(query));
    for query in [words, pairs] {
        let start = Instant::now();
        let Ok(Response::Export(ExportAnswer::Sizes(sizes))) = ask(ExportQuery::Sizes(query)) else { unreachable!() };
        println!("{sizes:?} in {:.2} s", start.elapsed().as_secs_f64());
        assert_eq!(sizes.texts as usize, texts);
    }
    for (name, export) in files {
        let (mut bytes, mut parts, mut longest, mut at) = (0, 0, 0.0_f64, 0);
        loop {
            let start = Instant::now();
            let part = match ask(ExportQuery::Part(export.clone(), at)) {
                Ok(Response::Export(ExportAnswer::Part(part))) => part,
                Err(error) if matches!(export, Export::Matrix(_)) && at == 0 => {
                    assert_eq!(error.code, ErrorCode::OutOfRange);
                    println!("{name:<18} {error}");
                    break;
                }
                other => panic!("{name}: {other:?}"),
            };
            longest = longest.max(start.elapsed().as_secs_f64());
            bytes += part.bytes.0.len();
            parts += 1;
            assert!(part.bytes.0.len() < MOST, "{name}: {} bytes", part.bytes.0.len());
            match part.next {
                Some(next) => at = next,
                None => break,
            }
        }
        println!("{name:<18} {parts:>3} parts, {bytes:>10} bytes, the longest part {longest:>6.3} s");
    }
}
