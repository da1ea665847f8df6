//! The declaration of facts: a struct, its questions, its addressing by key and its reading, from one list.

use std::borrow::Cow;

use super::answer::Fact;
use super::question::Question;

/// How one fact of a part is reached, to be read and to be answered.
pub(super) type FactOf<P> = (fn(&P) -> &dyn Fact, fn(&mut P) -> &mut dyn Fact);

/// The place of the question with this key, sought from a place onwards and then before it.
pub(super) fn place_of(questions: &[Question], key: &str, from: usize) -> Option<usize> {
    let is_it = |question: &Question| question.key == key;
    let (before, after) = questions.split_at_checked(from).unwrap_or((questions, &[]));
    let ahead = after.iter().position(is_it).map(|place| place + before.len());
    ahead.or_else(|| before.iter().position(is_it))
}

/// The name of a field, copied only where it is escaped.
#[derive(serde::Deserialize)]
pub(super) struct Key<'k>(#[serde(borrow)] pub Cow<'k, str>);

/// Declares a part of the dossier. Each row is a fact: name, type, question. Fields that are not facts come first.
/// Unknown fields of a newer version survive in `extra`.
macro_rules! facts {
    (
        $(#[$meta:meta])*
        $name:ident $( with { $( $(#[$plain_meta:meta])* $plain:ident : $plain_type:ty ),* $(,)? } )? {
            $( $(#[$fact_meta:meta])* $fact:ident : $value:ty = $question:expr; )*
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Default, serde::Serialize)]
        pub struct $name {
            $( $( $(#[$plain_meta])* pub $plain: $plain_type, )* )?
            $(
                $(#[$fact_meta])*
                #[serde(skip_serializing_if = "Answer::is_blank")]
                pub $fact: Answer<$value>,
            )*
            /// Fields this version does not know, kept as they came.
            #[serde(flatten)]
            pub extra: serde_json::Map<String, serde_json::Value>,
        }

        impl $name {
            /// The questions of this part, in the order they are asked.
            pub const QUESTIONS: &'static [Question] =
                &[$( $question.declared(stringify!($fact), <$value as FactValue>::KIND) ),*];

            /// The facts, in the order of their questions.
            const FACTS: &'static [FactOf<Self>] =
                &[$( ((|part| &part.$fact) as fn(&Self) -> &dyn Fact, |part| &mut part.$fact) ),*];

            /// Every question with its fact, in the order in which they are asked.
            pub fn facts(&self) -> impl Iterator<Item = (&'static Question, &dyn Fact)> {
                Self::QUESTIONS.iter().zip(Self::FACTS).map(|(question, (fact, _))| (question, fact(self)))
            }

            /// Whether something was typed for a fact that cannot be read as its value.
            #[must_use]
            pub fn has_unread(&self) -> bool {
                false $(|| matches!(self.$fact, Answer::Unread(_)))*
            }

            /// The fact with this key.
            #[must_use]
            pub fn fact(&self, key: &str) -> Option<&dyn Fact> {
                self.fact_at(place_of(Self::QUESTIONS, key, 0)?)
            }

            /// The fact whose question is at this place among [`Self::QUESTIONS`].
            #[must_use]
            pub fn fact_at(&self, place: usize) -> Option<&dyn Fact> {
                Self::FACTS.get(place).map(|(fact, _)| fact(self))
            }

            /// The fact with this key, to be answered.
            pub fn fact_mut(&mut self, key: &str) -> Option<&mut dyn Fact> {
                Self::FACTS.get(place_of(Self::QUESTIONS, key, 0)?).map(|(_, fact)| fact(self))
            }
        }

        // Not derived: a derived reader of so many fields with `flatten` is slower, and as large as all the rest.
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Whole;
                impl<'de> serde::de::Visitor<'de> for Whole {
                    type Value = $name;
                    fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
                        f.write_str(concat!("the fields of ", stringify!($name)))
                    }
                    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut fields: A) -> Result<$name, A::Error> {
                        let mut part = $name::default();
                        // Files hold the facts in the order in which they are declared.
                        let mut next = 0;
                        while let Some(Key(key)) = fields.next_key()? {
                            match key.as_ref() {
                                $( $( stringify!($plain) => part.$plain = fields.next_value()?, )* )?
                                known => match place_of($name::QUESTIONS, known, next) {
                                    Some(place) => {
                                        next = place + 1;
                                        if let Some((_, fact)) = $name::FACTS.get(place) {
                                            fields.next_value_seed(Typed(fact(&mut part)))?;
                                        }
                                    }
                                    None => {
                                        part.extra.insert(key.into_owned(), fields.next_value()?);
                                    }
                                },
                            }
                        }
                        Ok(part)
                    }
                }
                deserializer.deserialize_map(Whole)
            }
        }
    };
}
pub(super) use facts;
