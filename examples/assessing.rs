//! The checks as the page has them, built as it is shipped, for `tests/peers/assessing.mjs` to measure in a browser:
//! three functions in the global object, which take a dossier, assess it whole, and assess it after a keystroke.

use std::cell::RefCell;
use std::rc::Rc;

use chrono::NaiveDate;
use js_sys::{Reflect, global};
use wasm_bindgen::closure::{Closure, WasmClosure};

use jiemeng::checks::{Assessor, assess};
use jiemeng::dossier::{Answer, Dossier};

fn main() {
    let today = NaiveDate::from_ymd_opt(2026, 7, 1).unwrap_or_default();
    let held = Rc::new(RefCell::new((Dossier::default(), Assessor::default())));

    let taken = Rc::clone(&held);
    offer(
        "takeDossier",
        Closure::<dyn FnMut(String) -> u32>::new(move |json: String| {
            let dossier = Dossier::from_json(&json).unwrap_or_default();
            let found = assess(&dossier, today).findings.len();
            *taken.borrow_mut() = (dossier, Assessor::default());
            u32::try_from(found).unwrap_or(u32::MAX)
        }),
    );
    let whole = Rc::clone(&held);
    offer(
        "assessWhole",
        Closure::<dyn FnMut() -> u32>::new(move || {
            u32::try_from(assess(&whole.borrow().0, today).findings.len()).unwrap_or(u32::MAX)
        }),
    );
    offer(
        "assessKeystroke",
        Closure::<dyn FnMut(usize, String) -> u32>::new(move |place: usize, typed: String| {
            let (dossier, assessor) = &mut *held.borrow_mut();
            if let Some(member) = dossier.members.get_mut(place) {
                member.name = Answer::typed(&typed);
            }
            u32::try_from(assessor.assess(dossier, today).findings.len()).unwrap_or(u32::MAX)
        }),
    );
}

/// Puts a function into the global object, for good.
fn offer<F: ?Sized + WasmClosure>(name: &str, function: Closure<F>) {
    // The global object takes any name.
    let _always_set = Reflect::set(&global(), &name.into(), function.as_ref());
    function.forget();
}
