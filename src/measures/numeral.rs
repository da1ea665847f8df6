//! Chinese numerals as legal texts count with them: 第二十八条, （九）.

const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// A number from 0 to 999 in Chinese numerals: 十, 二十八, 一百零五, 一百一十. Larger ones in Arabic.
#[must_use]
pub fn chinese_number(number: u32) -> String {
    let digit = |value: u32| DIGITS.into_iter().zip(0..).find(|(_, own)| *own == value).map(|(digit, _)| digit);
    let (hundreds, tens, ones) = (number / 100, number / 10 % 10, number % 10);
    let mut text = String::new();
    if hundreds > 9 {
        return number.to_string();
    }
    if hundreds > 0 {
        text.extend(digit(hundreds));
        text.push('百');
    }
    if tens > 0 {
        if tens > 1 || hundreds > 0 {
            text.extend(digit(tens));
        }
        text.push('十');
    } else if hundreds > 0 && ones > 0 {
        text.push('零');
    }
    if ones > 0 || number == 0 {
        text.extend(digit(ones));
    }
    text
}

/// The number that Chinese numerals or Arabic digits stand for, if it is from 0 to 999 and written the usual way.
#[must_use]
pub fn read_chinese_number(text: &str) -> Option<u32> {
    match text.parse() {
        Ok(number) if number <= 999 && text.bytes().all(|byte| byte.is_ascii_digit()) => Some(number),
        _ => (0..=999).find(|number| chinese_number(*number) == text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_the_usual_way() {
        for (number, text) in [
            (0, "零"),
            (1, "一"),
            (10, "十"),
            (11, "十一"),
            (20, "二十"),
            (36, "三十六"),
            (100, "一百"),
            (105, "一百零五"),
            (110, "一百一十"),
            (999, "九百九十九"),
            (1000, "1000"),
        ] {
            assert_eq!(chinese_number(number), text);
        }
    }

    #[test]
    fn what_is_written_reads_back() {
        for number in 0..=999 {
            assert_eq!(read_chinese_number(&chinese_number(number)), Some(number));
            assert_eq!(read_chinese_number(&number.to_string()), Some(number));
        }
        for text in ["", "1000", "一十", "二二", "+5", "五个"] {
            assert_eq!(read_chinese_number(text), None, "{text}");
        }
    }
}
