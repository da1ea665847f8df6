//! The declaration of facts: a struct, its questions and its addressing by key, from one list.

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
        #[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
        #[serde(default)]
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

            /// The fact with this key.
            #[must_use]
            pub fn fact(&self, key: &str) -> Option<&dyn Fact> {
                match key {
                    $( stringify!($fact) => Some(&self.$fact), )*
                    _ => None,
                }
            }

            /// The fact with this key, to be answered.
            pub fn fact_mut(&mut self, key: &str) -> Option<&mut dyn Fact> {
                match key {
                    $( stringify!($fact) => Some(&mut self.$fact), )*
                    _ => None,
                }
            }
        }
    };
}
pub(super) use facts;
