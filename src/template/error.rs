//! What may be wrong with a text, in words that tell its author what to do.

use crate::language::Message;
use crate::message;

/// A fault in a text, with its place.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {cause}")]
pub struct TemplateError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there.
    #[source]
    pub cause: Cause,
}

/// What is wrong with a line.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Cause {
    /// A `{` with no `}` on the same line.
    #[error("a blank is not closed")]
    UnclosedBlank,
    /// What stands in braces is no name.
    #[error("{{{0}}} is no name")]
    MalformedBlank(String),
    /// A name that stands for nothing.
    #[error("there is no {{{0}}}")]
    UnknownName(String),
    /// A name of a loop's member outside the loop.
    #[error("{{{name}}} stands outside [each {group}]")]
    OutsideLoop {
        /// The name.
        name: String,
        /// The group it belongs to.
        group: String,
    },
    /// A line in square brackets that is no instruction.
    #[error("[{0}] is no instruction")]
    UnknownInstruction(String),
    /// A condition that cannot be read.
    #[error("{0:?} is no condition")]
    MalformedCondition(String),
    /// `=` asked of a fact that has no fixed options.
    #[error("{0} is not a choice")]
    NotAChoice(String),
    /// `=` asked for an option there is not.
    #[error("{name} has no option {option}")]
    UnknownOption {
        /// The fact.
        name: String,
        /// The option that was asked for.
        option: String,
    },
    /// `[each …]` over nothing.
    #[error("there is no group {0}")]
    UnknownGroup(String),
    /// `[if …]` or `[each …]` without `[end]`.
    #[error("no [end] for this line")]
    Unclosed,
    /// `[else]` outside `[if …]`, or a second one.
    #[error("[else] belongs to no [if]")]
    StrayElse,
    /// `[end]` with nothing to end.
    #[error("[end] ends nothing")]
    StrayEnd,
    /// Sections nested deeper than [`super::Template::DEEPEST`], or a loop in a loop.
    #[error("nested too deep")]
    TooDeep,
}

impl TemplateError {
    /// Where and what, and what to do.
    #[must_use]
    pub fn message(&self) -> Message {
        let line = self.line;
        let Message { zh, en } = self.cause.message();
        message!("第 {line} 行：{zh}", "Line {line}: {en}")
    }
}

impl Cause {
    /// What is wrong, and what to do.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::UnclosedBlank => message!(
                "“{{”没有配对的“}}”，请补上；要印出花括号本身，请写“{{{{”。",
                "“{{” has no “}}”: add it. To print a brace, write “{{{{”."
            ),
            Self::MalformedBlank(text) => message!(
                "“{{{text}}}”不是可用的自动填写项，请从列表中选择；要印出花括号本身，请写“{{{{”。",
                "“{{{text}}}” is no name of a blank: choose one from the list. To print a brace, write “{{{{”."
            ),
            Self::UnknownName(name) => message!(
                "没有“{{{name}}}”这一项，请核对名称或从列表中选择。",
                "There is no “{{{name}}}”: check the name or choose one from the list."
            ),
            Self::OutsideLoop { name, group } => message!(
                "“{{{name}}}”只能写在“[each {group}]”和“[end]”之间。",
                "“{{{name}}}” may only stand between “[each {group}]” and “[end]”."
            ),
            Self::UnknownInstruction(text) => message!(
                "“[{text}]”不是可用的指令，请改为 [if …]、[else]、[each …] 或 [end]。",
                "“[{text}]” is no instruction: use [if …], [else], [each …] or [end]."
            ),
            Self::MalformedCondition(text) => message!(
                "条件“{text}”无法识别，请写成“known 名称”“名称 = 选项”或“名称 > 数字”。",
                "The condition “{text}” cannot be read: write “known name”, “name = option” or “name > number”."
            ),
            Self::NotAChoice(name) => message!(
                "“{name}”不是选择项，不能用“=”比较；请改用“known {name}”。",
                "“{name}” has no options to compare with “=”: use “known {name}”."
            ),
            Self::UnknownOption { name, option } => {
                message!("“{name}”没有“{option}”这个选项，请核对。", "“{name}” has no option “{option}”: check it.")
            }
            Self::UnknownGroup(group) => {
                message!("不能逐一列举“{group}”，请改为“member”。", "“{group}” cannot be gone through: use “member”.")
            }
            Self::Unclosed => message!("这一段没有结束，请在末尾加“[end]”。", "This section has no end: add “[end]”."),
            Self::StrayElse => {
                message!(
                    "“[else]”没有对应的“[if …]”，请删去或补上。",
                    "“[else]” belongs to no “[if …]”: take it away or add one."
                )
            }
            Self::StrayEnd => {
                message!("“[end]”没有对应的开头，请删去。", "“[end]” ends nothing: take it away.")
            }
            Self::TooDeep => {
                message!("条件或列举嵌套过深，请拆成几段。", "Conditions or loops are nested too deep: split the text.")
            }
        }
    }
}
