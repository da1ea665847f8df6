//! The value types of the filing's facts: codes, places, telephone numbers, addresses, dates, counts and
//! sums of money.
//!
//! Each is read once, at the edge, by `FromStr`; `Display` gives the one form that is stored and printed, and reading
//! that form gives the same value back. Whatever a keyboard, an input method or a copied page adds (full-width forms,
//! spaces of any kind, zero-width characters, hyphens, lower case) is no mistake of the user's and is taken away; every
//! other departure is an error of its own, whose `message` says in both languages what to do.
//!
//! This room never guesses a missing part, never looks anything up and never keeps what it was given: the raw text stays
//! with the caller, so that nothing typed is lost.

mod amount;
mod civil_date;
mod count;
mod division;
mod email;
mod entity_class;
mod phone;
mod postcode;
mod typed;
mod uscc;

pub use amount::{Amount, AmountError};
pub use civil_date::{CivilDate, CivilDateError, chinese_date};
pub use count::{Count, CountError};
pub use division::{Division, DivisionError};
pub use email::{Email, EmailError};
pub use entity_class::{Certificate, EntityClass, LegalPerson};
pub use phone::{Phone, PhoneError, PhoneKind};
pub use postcode::{Postcode, PostcodeError};
pub(crate) use typed::{compact, half_width, is_blank, is_invisible};
pub use uscc::{Uscc, UsccError};
