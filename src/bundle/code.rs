//! 核验码: twenty letters and digits by which two people can tell, over the telephone, that they have the same bundle.
//!
//! `SHA256SUMS` holds the sum of every other file, so its own sum stands for all of them. The code is the first 100 bits of
//! it: nobody finds other files with a given code. It proves that two bundles are the same, never who made them.

/// The digits of Crockford's base 32: no I, L, O and U, which are misread.
const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// How many digits, five bits each.
const LENGTH: usize = 20;
/// How many digits stand together.
const GROUP: usize = 4;

/// The code of a bundle by the SHA-256 of its `SHA256SUMS`, in hexadecimal: `7K3M-90QX-…`.
pub fn code(sha256_of_sums: &str) -> String {
    let bits: Vec<u8> = sha256_of_sums.chars().flat_map(bits_of).collect();
    let mut code = String::new();
    for (place, five) in bits.chunks_exact(5).take(LENGTH).enumerate() {
        if place > 0 && place % GROUP == 0 {
            code.push('-');
        }
        let value = five.iter().fold(0, |value, bit| value << 1 | usize::from(*bit));
        code.extend(DIGITS.get(value).map(|digit| char::from(*digit)));
    }
    code
}

fn bits_of(digit: char) -> [u8; 4] {
    let value = digit.to_digit(16).unwrap_or_default();
    [3, 2, 1, 0].map(|bit| u8::from(value >> bit & 1 == 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_the_first_hundred_bits_in_groups_of_four() {
        let rows = [
            ("0000000000000000000000000000000000000000000000000000000000000000", "0000-0000-0000-0000-0000"),
            ("ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff", "ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ"),
            ("08421084210842108421084210ffffffffffffffffffffffffffffffffffffff", "1111-1111-1111-1111-1111"),
            ("00443214c74254b635cf84653a56d7c675be77df000000000000000000000000", "0123-4567-89AB-CDEF-GHJK"),
        ];
        for (sum, expected) in rows {
            assert_eq!(code(sum), expected);
        }
    }
}
