//! Breaking a paragraph into lines.
//!
//! Every line takes as many letters as fit, and ends where a line may end. Where the rules would push the last letters
//! down, the marks of the line are squeezed first, as far as that makes room.

use std::ops::Range;

use super::characters::Class;
use super::letters::Letter;
use super::look::Side;
use super::paper::TOLERANCE;

/// Most that is put between two characters to fill a line, in parts of the size. A line that would need more stays short.
const MOST_WIDENING: f32 = 0.5;
/// The fewest letters of a broken word that stand on the next line.
const LEAST_REST: usize = 4;
/// From one tabulator to the next: two characters of the body, as in the DOCX.
const TAB: f32 = 32.0;

/// A line: which letters it has, and how they are fitted into its room.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Its letters, the spaces at its end among them.
    pub letters: Range<usize>,
    /// How many of them are left when the spaces that vanish at its end are not counted.
    ink: usize,
    /// How far it stands in.
    indent: f32,
    /// Where its first letter stands.
    start: f32,
    /// The share of what its marks have to give that is taken, from 0 to 1.
    squeeze: f32,
    /// What is taken from the mark at its end.
    tail: f32,
    /// What is put between every two characters that may be moved apart.
    widening: f32,
    /// The letter behind which that begins: a tabulator keeps its place.
    widens_from: usize,
    /// Whether it may even be put between the letters of a word, since there is nothing else.
    within_words: bool,
}

/// The room lines are broken for.
#[derive(Debug, Clone, Copy)]
pub struct Measure {
    /// From edge to edge.
    pub width: f32,
    /// How far the first line stands in.
    pub first: f32,
    /// The size of the characters.
    pub size: f32,
    /// How lines stand between the edges.
    pub side: Side,
}

/// Breaks letters into lines; there is at least one.
pub fn break_lines(letters: &[Letter], measure: Measure, lines: &mut Vec<Line>) {
    lines.clear();
    let mut start = 0;
    loop {
        let indent = if lines.is_empty() { measure.first } else { 0.0 };
        let setter = Setter { letters, measure, indent, room: (measure.width - indent).max(0.0), start };
        let end = setter.end();
        lines.push(setter.line(end));
        start = match letters.get(end) {
            Some(letter) if letter.class == Class::LineEnd => end + 1,
            Some(_) => end,
            None => return,
        };
    }
}

/// What breaks one line.
struct Setter<'a> {
    letters: &'a [Letter],
    measure: Measure,
    indent: f32,
    room: f32,
    start: usize,
}

impl Setter<'_> {
    fn letter(&self, at: usize) -> Option<&Letter> {
        self.letters.get(at)
    }

    fn class(&self, at: usize) -> Option<Class> {
        self.letter(at).map(|letter| letter.class)
    }

    /// Whether a line may be broken before this letter.
    fn breaks_before(&self, at: usize) -> bool {
        match (at.checked_sub(1).and_then(|before| self.class(before)), self.class(at)) {
            (Some(before), Some(next)) => before.may_break_before(next),
            _ => true,
        }
    }

    /// Where the pen stands after this letter, if it stood at `x` before.
    fn after(&self, at: usize, x: f32) -> f32 {
        self.letter(at).map_or(x, |letter| match letter.class {
            Class::Tab => ((x + self.indent + TOLERANCE) / TAB).floor() * TAB + TAB - self.indent,
            _ if at == self.start => x + letter.width,
            _ => x + letter.before + letter.width,
        })
    }

    /// Where the line ends: behind its last letter.
    fn end(&self) -> usize {
        let mut x = 0.0;
        let mut last_break = None;
        let mut at = self.start;
        while let Some(class) = self.class(at) {
            if class == Class::LineEnd {
                return at;
            }
            if at > self.start && self.breaks_before(at) {
                last_break = Some(at);
            }
            let next = self.after(at, x);
            if next > self.room + TOLERANCE && !class.is_space() {
                return self.break_at(at, x, last_break);
            }
            x = next;
            at += 1;
        }
        at
    }

    /// Where the line ends whose letter `at` no longer fits, standing at `x`.
    fn break_at(&self, at: usize, x: f32, last_break: Option<usize>) -> usize {
        if last_break == Some(at) {
            return at;
        }
        if let Some(end) = self.squeezed(at, x) {
            return end;
        }
        match last_break {
            Some(end) if !self.longer_than_a_line(end) => end,
            _ => self.anywhere(at),
        }
    }

    /// The next place to break, if the letters up to there can be squeezed in.
    fn squeezed(&self, at: usize, x: f32) -> Option<usize> {
        let mut given = self.gives(self.start..at);
        let mut x = x;
        let mut at = at;
        loop {
            x = self.after(at, x);
            given += self.letter(at).map_or(0.0, |letter| self.gives_at(at, letter));
            at += 1;
            // What comes next can give half its width at best.
            if x - self.room > given + self.measure.size + TOLERANCE {
                return None;
            }
            if self.class(at).is_none_or(|class| class == Class::LineEnd || class.is_space()) || self.breaks_before(at)
            {
                let fits = x - self.room <= self.gives(self.start..at) + TOLERANCE;
                return fits.then(|| self.with_spaces(at));
            }
        }
    }

    /// The end of a line with the spaces behind it: they do not begin the next one.
    fn with_spaces(&self, at: usize) -> usize {
        let spaces = self.letters.iter().skip(at).take_while(|letter| letter.class.is_space());
        at + spaces.count()
    }

    /// Whether what begins here would not fit on a line of its own.
    fn longer_than_a_line(&self, at: usize) -> bool {
        let mut x = 0.0;
        for (place, letter) in self.letters.iter().enumerate().skip(at) {
            if letter.class == Class::LineEnd || place > at && (letter.class.is_space() || self.breaks_before(place)) {
                return false;
            }
            x += letter.width + if place > at { letter.before } else { 0.0 };
            if x > self.measure.width + TOLERANCE {
                return true;
            }
        }
        false
    }

    /// The best place to break up to here where none is allowed: after a sign of an address, without leaving a crumb for
    /// the next line; not before what stands over a letter, and not before the first letter.
    fn anywhere(&self, at: usize) -> usize {
        let earliest = self.start + (at - self.start) / 2;
        let mut places = (earliest + 1..=at).rev();
        let sign = |class| matches!(class, Class::Sign | Class::LatinClosing);
        let follows_sign = |place: usize| {
            self.class(place).is_some_and(|class| class == Class::Letter) && self.class(place - 1).is_some_and(sign)
        };
        let rest = (at..at + LEAST_REST).take_while(|place| self.class(*place).is_some_and(Class::is_latin)).count();
        let best =
            places.find(|place| follows_sign(*place)).unwrap_or_else(|| match at.checked_sub(LEAST_REST - rest) {
                Some(place) if rest > 0 && place > earliest && self.class(place - 1).is_some_and(Class::is_latin) => {
                    place
                }
                _ => at,
            });
        let mut best = best.max(self.start + 1);
        while self.class(best) == Some(Class::Mark) {
            best += 1;
        }
        best
    }

    /// What the marks among these letters have to give.
    fn gives(&self, letters: Range<usize>) -> f32 {
        let inside = self.letters.iter().enumerate().take(letters.end).skip(letters.start);
        inside.map(|(at, letter)| self.gives_at(at, letter)).sum()
    }

    /// What a letter has to give: its empty half, and half of the room between Chinese and Latin.
    fn gives_at(&self, at: usize, letter: &Letter) -> f32 {
        let first = at == self.start;
        let half = self.measure.size / 2.0;
        match letter.class {
            Class::Closing if self.letter(at + 1).is_none_or(|next| next.before >= 0.0) => half,
            Class::Opening if !first && letter.before >= 0.0 => half,
            Class::Ideograph | Class::Letter if !first => letter.before.max(0.0) / 2.0,
            _ => 0.0,
        }
    }

    /// Fits the letters up to `end` into the line's room.
    fn line(&self, end: usize) -> Line {
        let broken = self.class(end).is_some_and(|class| class != Class::LineEnd);
        // Ideographic spaces at the end of a paragraph are there to move the words.
        let vanishes =
            |class: Class| if broken { class.is_space() } else { class.is_space() && class != Class::WideSpace };
        let letters = self.letters.get(self.start..end).unwrap_or_default();
        let spaces = letters.iter().rev().take_while(|letter| vanishes(letter.class)).count();
        let ink = end - spaces;
        let width = (self.start..ink).fold(0.0, |x, at| self.after(at, x));
        let mut line = Line {
            letters: self.start..end,
            ink: ink - self.start,
            indent: self.indent,
            start: self.indent,
            squeeze: 0.0,
            tail: 0.0,
            widening: 0.0,
            widens_from: self.start,
            within_words: false,
        };
        let slack = self.room - width;
        match self.measure.side {
            _ if slack < -TOLERANCE => self.squeeze(&mut line, ink, -slack),
            Side::Justified if broken => self.widen(&mut line, ink, slack),
            Side::Justified | Side::Left => {}
            Side::Centre => line.start += slack / 2.0,
            Side::Right => line.start += slack,
        }
        line
    }

    /// Takes what is missing from the marks, from the one at the line's end first: there nobody sees it.
    fn squeeze(&self, line: &mut Line, ink: usize, missing: f32) {
        let last = ink.checked_sub(1).and_then(|last| self.letter(last));
        let end = last.filter(|letter| letter.class == Class::Closing).map_or(0.0, |_| self.measure.size / 2.0);
        let others = self.gives(self.start..ink) - last.map_or(0.0, |letter| self.gives_at(ink - 1, letter));
        line.tail = missing.min(end);
        if others > 0.0 {
            line.squeeze = ((missing - line.tail) / others).clamp(0.0, 1.0);
        }
    }

    /// Spreads what is left over between the characters.
    fn widen(&self, line: &mut Line, ink: usize, slack: f32) {
        let letters = self.letters.get(self.start..ink).unwrap_or_default();
        let tab = letters.iter().rposition(|letter| letter.class == Class::Tab);
        let skipped = tab.map_or(0, |tab| tab + 1);
        let letters = letters.get(skipped..).unwrap_or_default();
        let pairs = letters.iter().zip(letters.iter().skip(1));
        let gaps = pairs.filter(|(one, next)| one.class.may_widen_before(next.class)).count();
        line.widens_from += skipped;
        line.within_words = gaps == 0;
        let gaps = if gaps > 0 { gaps } else { letters.len().saturating_sub(1) };
        #[expect(clippy::cast_precision_loss, reason = "a line has fewer letters than f32 counts exactly")]
        let widening = slack / gaps as f32;
        if widening.is_finite() && widening <= MOST_WIDENING * self.measure.size {
            line.widening = widening;
        }
    }

    /// Puts the letters of a line in their places: `each` is told a letter, where its origin stands and where it ends.
    fn place(&self, line: &Line, mut each: impl FnMut(&Letter, f32, f32)) {
        let mut pen = line.start;
        let mut last = None;
        let ink = line.letters.start + line.ink;
        for (at, letter) in self.letters.iter().enumerate().take(line.letters.end).skip(line.letters.start) {
            let taken = line.squeeze * self.gives_at(at, letter);
            let taken = if at + 1 == ink && letter.class == Class::Closing { line.tail } else { taken };
            if at > self.start {
                let shrinks = matches!(letter.class, Class::Ideograph | Class::Letter);
                pen += letter.before - if shrinks { taken } else { 0.0 };
                if at > line.widens_from && at < ink && line.widens(last, letter.class) {
                    pen += line.widening;
                }
            }
            let start = pen;
            pen = match letter.class {
                Class::Tab => self.after(at, pen - self.indent) + self.indent,
                Class::Opening | Class::Closing => pen + letter.width - taken,
                _ => pen + letter.width,
            };
            // The empty half of an opening mark comes first.
            let shift = if letter.class == Class::Opening { -taken } else { 0.0 };
            let edge = self.measure.width;
            each(letter, (start + shift).clamp(0.0, edge), pen.min(edge));
            last = Some(letter.class);
        }
    }
}

impl Line {
    fn widens(&self, before: Option<Class>, next: Class) -> bool {
        before.is_some_and(|before| before.may_widen_before(next) || self.within_words && next != Class::Mark)
    }
}

/// Puts the letters of a line in their places: `each` is told a letter, where its origin stands and where it ends.
pub fn place(letters: &[Letter], measure: Measure, line: &Line, each: impl FnMut(&Letter, f32, f32)) {
    let room = (measure.width - line.indent).max(0.0);
    Setter { letters, measure, indent: line.indent, room, start: line.letters.start }.place(line, each);
}

#[cfg(test)]
mod tests {
    use super::super::letters::Letters;
    use super::*;
    use crate::render::Typeface;

    const SIZE: f32 = 10.0;

    /// The lines of a text, each with where its ink ends, in parts of the size.
    fn broken(words: &str, width: f32, side: Side) -> Vec<(String, f32)> {
        let mut letters = Letters::default();
        letters.words(words, Typeface::FangSong, SIZE, false);
        let measure = Measure { width: width * SIZE, first: 0.0, size: SIZE, side };
        let mut lines = Vec::new();
        break_lines(letters.all(), measure, &mut lines);
        let draw = |line: &Line| {
            let mut drawn = (String::new(), 0.0f32);
            place(letters.all(), measure, line, |letter, _, end| {
                drawn.0.push(letter.character);
                if !letter.class.is_space() {
                    drawn.1 = end / SIZE;
                }
            });
            drawn
        };
        lines.iter().map(draw).collect()
    }

    fn lines(words: &str, width: f32) -> String {
        let lines: Vec<String> = broken(words, width, Side::Justified).into_iter().map(|(line, _)| line).collect();
        lines.join("|")
    }

    #[test]
    fn lines_end_where_the_rules_of_chinese_type_let_them() {
        let cases = [
            ("characters fill a line", "知识产权联盟", 4.0, "知识产权|联盟"),
            ("what is left over stays", "知识产权联盟", 4.9, "知识产权|联盟"),
            ("a line end in the text is a line end", "知识\n产权\r\n联盟\r章程", 9.0, "知识|产权|联盟|章程"),
            ("an empty line is a line", "知\n\n识", 9.0, "知||识"),
            ("a text that ends with a line end has a last line", "知\n", 9.0, "知|"),
            ("nothing is one line", "", 9.0, ""),
            ("a full stop is squeezed in at the end", "知识产权。联盟", 4.5, "知识产权。|联盟"),
            ("and comes with a character where there is no room", "知识产权。联盟", 4.0, "知识产|权。联盟"),
            ("marks within the line give room to the one at its end", "知，识产权。联盟", 5.0, "知，识产权。|联盟"),
            ("closing marks stay with what they close", "知识产权》）联盟", 5.0, "知识产权》）|联盟"),
            ("an opening mark does not end a line", "知识产（权联盟", 4.0, "知识产|（权联盟"),
            ("nor do several", "知识（《产权", 3.5, "知识|（《产权"),
            ("quotation marks are Chinese", "他说：“知识”产权", 4.0, "他说：|“知识”|产权"),
            ("a dash is not broken and begins no line", "知识产——权联盟", 4.0, "知识|产——权|联盟"),
            ("nor are the dots that leave something out", "知识产……权", 4.0, "知识|产……权"),
            ("a per cent sign stays with its number", "增长４６％的", 4.0, "增长４|６％的"),
            ("a number stays whole with its sign", "增长了46%以上", 4.2, "增长了|46%以上"),
            ("a date is not broken", "自今天2026-06-15起", 5.5, "自今天|2026-06-15|起"),
            ("an address is not broken", "信箱office@example.com处", 10.5, "信箱|office@example.com|处"),
            ("a code is not broken", "代码为91460000MA5T000012号", 11.5, "代码为|91460000MA5T000012|号"),
            ("a word longer than a line fills the line and goes on", "知xxxxxxxxxxxx", 3.5, "知xxx|xxxxx|xxxx"),
            ("an address that is, after one of its signs", "office@example.com", 9.0, "office@example.|com"),
            ("and a code leaves no crumb", "91460000MA5T000012", 10.2, "91460000MA5T00|0012"),
            ("a line is broken at a space, which vanishes", "aaaa bbbb cccc", 5.1, "aaaa bbbb |cccc"),
            ("a line is broken between Chinese and Latin", "知识IPR产权", 3.5, "知识|IPR产|权"),
            ("spaces to write in stay", "年　　月　　日", 9.0, "年　　月　　日"),
            ("a space does not begin a line that was broken", "知识产权　联盟", 4.0, "知识产权　|联盟"),
            ("a space at the beginning stays", "　　知识产权联盟", 4.0, "　　知识|产权联盟"),
            (
                "what stands over a letter stays with it",
                "xa\u{301}a\u{301}a\u{301}",
                1.15,
                "xa\u{301}|a\u{301}a\u{301}",
            ),
            ("controls and joiners vanish", "知\u{0}识\u{200b}产\u{feff}权", 9.0, "知识产权"),
            ("characters beyond the first plane count once", "𠮷𠮷𠮷🌴🌴", 2.0, "𠮷𠮷|𠮷🌴|🌴"),
            ("closing marks alone are broken anywhere", "，。，。，。，。", 3.0, "，。，。，|。，。"),
            ("opening marks alone too", "（（（（（（（（", 3.0, "（（（（（|（（（"),
            ("a line of no width takes one character", "知识", 0.0, "知|识"),
            ("an apostrophe is no quotation mark", "O’Brien与", 4.0, "O’Brien|与"),
        ];
        for (sentence, words, width, expected) in cases {
            assert_eq!(lines(words, width), expected, "{sentence}");
        }
    }

    #[test]
    fn lines_are_as_wide_as_they_should_be() {
        let cases = [
            ("a broken line goes to the edge", "知识产权联盟", 4.9, Side::Justified, &[4.9, 2.0][..]),
            ("but not where that would tear it apart", "知识abcdefghijkl", 8.0, Side::Justified, &[2.0, 6.11]),
            ("nor before a line end of the text", "知识\n产权", 4.9, Side::Justified, &[2.0, 2.0]),
            ("nor at the left", "知识产权联盟", 4.9, Side::Left, &[4.0, 2.0]),
            ("two marks beside each other take half a square less", "《知》（识）", 9.0, Side::Left, &[5.5]),
            ("a squeezed mark ends at the edge", "知识产权。联盟", 4.5, Side::Justified, &[4.5, 2.0]),
            ("Chinese and Latin keep a quarter apart", "知A识", 9.0, Side::Left, &[3.218]),
            ("a space between them is enough", "知 A 识", 9.0, Side::Left, &[3.23]),
            ("the middle", "知识", 5.0, Side::Centre, &[3.5]),
            ("the right", "知识", 5.0, Side::Right, &[5.0]),
            ("spaces at the right keep words away from the edge", "知识　", 5.0, Side::Right, &[4.0]),
        ];
        for (sentence, words, width, side, expected) in cases {
            let ends: Vec<f32> = broken(words, width, side).into_iter().map(|(_, end)| end).collect();
            let close = ends.len() == expected.len()
                && ends.iter().zip(expected).all(|(end, expected)| (end - expected).abs() < 0.01);
            assert!(close, "{sentence}: {ends:?}");
        }
    }
}
