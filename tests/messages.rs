//! Every message survives its way between page and worker, which is one of bytes.

mod questions;

use parallax::engine::Engine;
use parallax::protocol::{Call, Reply, Settings, VERSION};

fn through<T: serde::Serialize + serde::de::DeserializeOwned>(message: &T) -> T {
    postcard::from_bytes(&postcard::to_allocvec(message).unwrap()).unwrap()
}

#[test]
fn every_question_and_its_answer_arrive_as_they_were_sent() {
    let mut engine = Engine::with_bundled();
    let settings = Settings::default();
    let mut id = 0;
    for request in questions::questions(5, &["romania", "drones", "no such word"]) {
        id += 1;
        let call = Call { id, settings: settings.clone(), request };
        assert_eq!(through(&call), call);
        let reply = match engine.handle_with(&call.settings, &call.request, &mut |_| ()) {
            Ok(response) => Reply::Done(id, response),
            Err(error) => Reply::Failed(id, error),
        };
        // Compared as text: a number that is none equals nothing, not even itself.
        assert_eq!(format!("{:?}", through(&reply)), format!("{reply:?}"));
    }
    assert!(id > 20);
    let ready = Reply::Ready(VERSION.into());
    assert_eq!(through(&ready), ready);
}

#[test]
fn a_message_cut_short_is_an_error() {
    let bytes = postcard::to_allocvec(&Reply::Ready(VERSION.into())).unwrap();
    for length in 0..bytes.len() {
        assert!(postcard::from_bytes::<Reply>(&bytes[..length]).is_err());
    }
}
