//! What the characters are to a line: which may not begin or end one, which have room to give, which stay together.
//!
//! After GB/T 15834-2011 (5.1, where marks stand) and the *Requirements for Chinese Text Layout* of the W3C.

/// What a character is to a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// 汉字, and kana and hangul beside them.
    Ideograph,
    /// Whatever else fills a square: □ ① ＋ 🌴.
    Symbol,
    /// （《“: its left half is empty; may not end a line.
    Opening,
    /// ，。）》”: its right half is empty; may not begin a line.
    Closing,
    /// ％ ℃ ～: fills its square; may not begin a line.
    Trailing,
    /// ￥ №: fills its square; may not end a line.
    Leading,
    /// ／: may neither begin nor end a line.
    Between,
    /// — and …: two make one mark, which is never broken; may not begin a line.
    Long,
    /// Letters and digits: words, numbers, codes and addresses are never broken unless they are longer than a line.
    Letter,
    /// Signs within and around them: - / @ +.
    Sign,
    /// ( [ {: may not end a line.
    LatinOpening,
    /// ) , . %: may not begin a line.
    LatinClosing,
    /// A space: vanishes where a line ends.
    Space,
    /// The ideographic space, as wide as a character: room to write; vanishes where a line is broken.
    WideSpace,
    /// A tabulator.
    Tab,
    /// Stands over or under the character before.
    Mark,
    /// What follows begins a new line.
    LineEnd,
}

impl Class {
    /// The class of a character; `None` for what is not printed: controls, marks of direction, selectors, joiners.
    pub fn of(character: char) -> Option<Self> {
        let code = u32::from(character);
        Some(match code {
            // Most of any document.
            0x4e00..=0x9fff => Self::Ideograph,
            0x00..0x80 => return Self::of_ascii(character),
            0x80..0x3000 => return Self::of_western(character, code),
            _ => match character {
                '\u{3000}' => Self::WideSpace,
                '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{3164}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' => {
                    return None;
                }
                '\u{e0000}'..='\u{e0fff}' => return None,
                _ if code & 0xfffe == 0xfffe => return None,
                '《' | '〈' | '「' | '『' | '【' | '〔' | '〖' | '〘' | '〝' | '（' | '［' | '｛' | '｟' => {
                    Self::Opening
                }
                '、' | '。' | '〉' | '》' | '」' | '』' | '】' | '〕' | '〗' | '〙' | '〞' | '〟' | '！' | '）'
                | '，' | '．' | '：' | '；' | '？' | '］' | '｝' | '｠' => Self::Closing,
                '々' | '〻' | '・' | 'ー' | '％' | '～' | '〜' | '－' | '＂' | '＇' | '＿' | '￣' | '￠' => {
                    Self::Trailing
                }
                '＃' | '＄' | '￥' | '￡' | '￦' => Self::Leading,
                '／' | '＼' | '｜' => Self::Between,
                '\u{302a}'..='\u{302f}' | '\u{3099}' | '\u{309a}' => Self::Mark,
                '〇' | 'ぁ'..='ヿ' | '\u{3100}'..='\u{31bf}' | '\u{31f0}'..='\u{31ff}' => Self::Ideograph,
                '\u{3400}'..='\u{4dbf}' | '\u{ac00}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' => Self::Ideograph,
                '\u{20000}'..='\u{3ffff}' => Self::Ideograph,
                '\u{fb00}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' => Self::Letter,
                '\u{fe20}'..='\u{fe2f}' => Self::Mark,
                _ => Self::Symbol,
            },
        })
    }

    fn of_ascii(character: char) -> Option<Self> {
        Some(match character {
            '\n' | '\r' | '\u{b}' | '\u{c}' => Self::LineEnd,
            '\t' => Self::Tab,
            ' ' => Self::Space,
            '(' | '[' | '{' => Self::LatinOpening,
            ')' | ']' | '}' | ',' | '.' | ':' | ';' | '!' | '?' | '%' => Self::LatinClosing,
            _ if character.is_ascii_alphanumeric() => Self::Letter,
            _ if character.is_ascii_graphic() => Self::Sign,
            _ => return None,
        })
    }

    /// From the end of ASCII up to the Chinese marks.
    fn of_western(character: char, code: u32) -> Option<Self> {
        Some(match character {
            '\u{85}' | '\u{2028}' | '\u{2029}' => Self::LineEnd,
            '‘' | '“' => Self::Opening,
            '’' | '”' => Self::Closing,
            '—' | '―' | '…' | '⋯' | '⸺' => Self::Long,
            '·' | '‧' | '•' | '–' | '‰' | '′' | '″' | '℃' | '℉' | '°' => Self::Trailing,
            '№' => Self::Leading,
            '\u{2000}'..='\u{2006}' | '\u{2008}'..='\u{200a}' | '\u{205f}' => Self::Space,
            '\u{a0}' | '\u{2007}' | '\u{202f}' | '\u{2010}' | '\u{2011}' => Self::Sign,
            '±' | '×' | '÷' | '§' | '¶' => Self::Symbol,
            '\u{80}'..='\u{9f}' | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' => return None,
            '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' => return None,
            '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => return None,
            '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}' => Self::Mark,
            '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' => Self::Mark,
            '\u{1100}'..='\u{11ff}' => Self::Ideograph,
            '\u{2e80}'..='\u{2fff}' => Self::Ideograph,
            _ if character.is_alphanumeric() && !(0x2100..0x2c00).contains(&code) => Self::Letter,
            _ if code < 0x2010 => Self::Sign,
            _ => Self::Symbol,
        })
    }

    /// Whether it is a piece of what is never broken: words, numbers, codes, addresses.
    pub const fn is_latin(self) -> bool {
        matches!(self, Self::Letter | Self::Sign | Self::LatinOpening | Self::LatinClosing)
    }

    /// Whether it leaves no ink where a line is broken.
    pub const fn is_space(self) -> bool {
        matches!(self, Self::Space | Self::WideSpace | Self::Tab)
    }

    /// Whether a line may be broken between this and what follows.
    pub const fn may_break_before(self, next: Self) -> bool {
        match (self, next) {
            (_, Self::Mark | Self::LineEnd | Self::Space | Self::WideSpace | Self::Tab)
            | (_, Self::Closing | Self::Trailing | Self::Between | Self::Long | Self::LatinClosing)
            | (Self::Opening | Self::Leading | Self::Between | Self::LatinOpening, _) => false,
            (Self::Mark, next) => !next.is_latin(),
            (this, next) => !(this.is_latin() && next.is_latin()),
        }
    }

    /// Whether a justified line may be widened between this and what follows.
    pub const fn may_widen_before(self, next: Self) -> bool {
        match (self, next) {
            (_, Self::Mark | Self::LineEnd | Self::Space) | (Self::Long, Self::Long) => false,
            (Self::Mark, next) => !next.is_latin(),
            (this, next) => !(this.is_latin() && next.is_latin()),
        }
    }

    /// How much further from this than it stands by itself what follows is set, in parts of the size; less than nothing
    /// is closer.
    pub const fn room_before(self, next: Self) -> f32 {
        match (self, next) {
            // Two marks beside each other have more air between them than one needs.
            (Self::Closing, Self::Closing | Self::Opening) | (Self::Opening, Self::Opening) => -0.5,
            // Chinese characters and Latin words keep a little apart.
            (Self::Ideograph, Self::Letter) | (Self::Letter, Self::Ideograph) => 0.25,
            _ => 0.0,
        }
    }
}
