//! Files of the whole corpus, as they begin; the references whole.

use parallax::engine::Engine;
use parallax::protocol::exports::{Export, ExportAnswer, ExportQuery};
use parallax::protocol::{ConcordanceOrder, ConcordanceQuery, Request, Response, TermMatrixQuery};

use super::{ask, golden, questions};

#[test]
fn files_of_the_whole_corpus() {
    let mut engine = Engine::with_bundled().with_lists(questions::BuiltIn);
    let matrix = TermMatrixQuery { n: 1, minimum: 10, range: 3 };
    let pairs = TermMatrixQuery { n: 2, minimum: 4, range: 2 };
    let concordance = |order| {
        Export::Concordance(ConcordanceQuery {
            terms: vec!["alliance".into(), "defence spending".into()],
            width: 6,
            order,
        })
    };
    let files = [
        ("Document-term matrix, words at least 10 times in 3 texts", Export::Matrix(matrix), 99),
        ("The same as Matrix Market", Export::MatrixMarket(matrix), 30),
        ("Its rows", Export::MatrixTexts, 99),
        ("Its columns", Export::MatrixWords(matrix), 99),
        ("Its notes", Export::MatrixNotes(matrix), 20),
        ("Columns of pairs at least 4 times in 2 texts", Export::MatrixWords(pairs), 99),
        ("Token table", Export::Tokens, 130),
        ("Concordance by right context", concordance(ConcordanceOrder::Right), 40),
        ("Concordance by left context", concordance(ConcordanceOrder::Left), 12),
        ("BibTeX", Export::BibTex, 999),
        ("CSL-JSON", Export::CslJson, 999),
    ];
    let mut out = String::new();
    for (name, export, lines) in files {
        let question = Request::Export(ExportQuery::Part(export, 0));
        let Response::Export(ExportAnswer::Part(part)) = ask(&mut engine, question) else { unreachable!() };
        let text = String::from_utf8(part.bytes.0).unwrap();
        out.push_str(&format!("{name} ({} lines)\n\n", text.lines().count()));
        text.lines().take(lines).for_each(|line| out.push_str(&format!("{}\n", line.trim_end_matches('\r'))));
        out.push('\n');
    }
    golden("exports.txt", &out);
}
