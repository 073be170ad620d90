//! Finding where the plain part of a string ends, sixteen bytes at a time.

/// How many bytes are looked at in one step.
const WIDTH: usize = 16;

/// What is among sixteen bytes; bit `i` is byte `i`.
#[derive(Clone, Copy)]
struct Marks {
    /// A quote, a backslash or a control character.
    stops: u32,
    /// A byte of a character that is not ASCII.
    high: u32,
}

/// What else is among sixteen bytes: quotes, and brackets and braces that open or close.
#[derive(Clone, Copy)]
pub(crate) struct Structure {
    pub quotes: u32,
    pub opens: u32,
    pub closes: u32,
}

/// The structure of the sixteen bytes at a place; `None` where fewer are left.
#[inline(always)]
pub(crate) fn structure(text: &[u8], at: usize) -> Option<Structure> {
    text.get(at..).and_then(<[u8]>::first_chunk::<WIDTH>).map(brackets)
}

/// The plain part of a string.
#[derive(Clone, Copy)]
pub(crate) struct Plain {
    /// Where the quote, backslash or control character is that ends it, or the text's length.
    pub end: usize,
    /// Whether a character is not ASCII.
    pub high: bool,
}

/// Reads on from `start`, behind an opening quote, to the next byte that is not plain.
#[inline(always)]
pub(crate) fn plain(text: &[u8], start: usize) -> Plain {
    let mut at = start;
    let mut high = 0;
    while let Some(block) = text.get(at..).and_then(<[u8]>::first_chunk::<WIDTH>) {
        let found = marks(block);
        if found.stops != 0 {
            let before = (found.stops & found.stops.wrapping_neg()).wrapping_sub(1);
            high |= found.high & before;
            return Plain { end: at + found.stops.trailing_zeros() as usize, high: high != 0 };
        }
        high |= found.high;
        at += WIDTH;
    }
    tail(text, at, high)
}

/// The same for texts that are often longer than sixteen bytes: looks at twice as many in a step.
#[inline(always)]
pub(crate) fn plain_value(text: &[u8], start: usize) -> Plain {
    let mut at = start;
    let mut high = 0;
    while let Some(block) = text.get(at..).and_then(<[u8]>::first_chunk::<{ 2 * WIDTH }>) {
        let (Some(low), Some(top)) = (block.first_chunk(), block.last_chunk()) else { break };
        let (low, top) = (marks(low), marks(top));
        let stops = low.stops | (top.stops << WIDTH);
        let found = low.high | (top.high << WIDTH);
        if stops != 0 {
            let before = (stops & stops.wrapping_neg()).wrapping_sub(1);
            high |= found & before;
            return Plain { end: at + stops.trailing_zeros() as usize, high: high != 0 };
        }
        high |= found;
        at += 2 * WIDTH;
    }
    let rest = plain(text, at);
    Plain { end: rest.end, high: rest.high || high != 0 }
}

/// The last bytes of a text, with zeros behind them, which stop.
#[inline(never)]
fn tail(text: &[u8], at: usize, high: u32) -> Plain {
    let mut block = [0; WIDTH];
    for (to, from) in block.iter_mut().zip(text.get(at..).unwrap_or_default()) {
        *to = *from;
    }
    let found = marks(&block);
    let before = (found.stops & found.stops.wrapping_neg()).wrapping_sub(1);
    let ahead = found.stops.trailing_zeros() as usize;
    Plain { end: (at + ahead).min(text.len()), high: high | (found.high & before) != 0 }
}

#[cfg(any(target_arch = "x86_64", target_arch = "aarch64", target_feature = "simd128"))]
#[inline(always)]
fn marks(block: &[u8; WIDTH]) -> Marks {
    use wide::u8x16;
    let bytes = u8x16::new(*block);
    let quote = bytes.simd_eq(u8x16::splat(b'"'));
    let backslash = bytes.simd_eq(u8x16::splat(b'\\'));
    let control = bytes.min(u8x16::splat(0x1f)).simd_eq(bytes);
    Marks { stops: (quote | backslash | control).to_bitmask(), high: bytes.to_bitmask() }
}

#[cfg(any(target_arch = "x86_64", target_arch = "aarch64", target_feature = "simd128"))]
#[inline(always)]
fn brackets(block: &[u8; WIDTH]) -> Structure {
    use wide::u8x16;
    let bytes = u8x16::new(*block);
    // A bracket differs from its brace by one bit.
    let braces = bytes | u8x16::splat(0x20);
    Structure {
        quotes: bytes.simd_eq(u8x16::splat(b'"')).to_bitmask(),
        opens: braces.simd_eq(u8x16::splat(b'{')).to_bitmask(),
        closes: braces.simd_eq(u8x16::splat(b'}')).to_bitmask(),
    }
}

#[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64", target_feature = "simd128")))]
#[inline(always)]
fn marks(block: &[u8; WIDTH]) -> Marks {
    words(block)
}

#[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64", target_feature = "simd128")))]
#[inline(always)]
fn brackets(block: &[u8; WIDTH]) -> Structure {
    bracket_words(block)
}

#[cfg(any(test, not(any(target_arch = "x86_64", target_arch = "aarch64", target_feature = "simd128"))))]
const ONES: u64 = 0x0101_0101_0101_0101;
#[cfg(any(test, not(any(target_arch = "x86_64", target_arch = "aarch64", target_feature = "simd128"))))]
const TOPS: u64 = 0x8080_8080_8080_8080;

/// The top bit of each byte that is zero; exact, no carry crosses a byte.
#[cfg(any(test, not(any(target_arch = "x86_64", target_arch = "aarch64", target_feature = "simd128"))))]
#[inline(always)]
fn zero(bytes: u64) -> u64 {
    !(((bytes & !TOPS) + !TOPS) | bytes) & TOPS
}

/// Gathers the top bit of each byte into the lowest eight bits.
#[cfg(any(test, not(any(target_arch = "x86_64", target_arch = "aarch64", target_feature = "simd128"))))]
#[inline(always)]
fn gather(tops: u64) -> u32 {
    ((tops >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56) as u32
}

/// The same with two words of eight bytes, for processors without the instructions above.
#[cfg(any(test, not(any(target_arch = "x86_64", target_arch = "aarch64", target_feature = "simd128"))))]
#[inline(always)]
fn bracket_words(block: &[u8; WIDTH]) -> Structure {
    let whole = u128::from_le_bytes(*block);
    let is = |byte: u8, bits: u64| {
        let of = |word: u64| gather(zero((word | (ONES * bits)) ^ (ONES * u64::from(byte))));
        of(whole as u64) | (of((whole >> 64) as u64) << 8)
    };
    Structure { quotes: is(b'"', 0), opens: is(b'{', 0x20), closes: is(b'}', 0x20) }
}

/// The same with two words of eight bytes.
#[cfg(any(test, not(any(target_arch = "x86_64", target_arch = "aarch64", target_feature = "simd128"))))]
#[inline(always)]
fn words(block: &[u8; WIDTH]) -> Marks {
    let whole = u128::from_le_bytes(*block);
    let (low, high) = (word(whole as u64), word((whole >> 64) as u64));
    Marks { stops: low.stops | (high.stops << 8), high: low.high | (high.high << 8) }
}

#[cfg(any(test, not(any(target_arch = "x86_64", target_arch = "aarch64", target_feature = "simd128"))))]
#[inline(always)]
fn word(bytes: u64) -> Marks {
    // Adding 0x60 to the low seven bits reaches the top bit from 0x20 on.
    let control = !(((bytes & !TOPS) + ONES * 0x60) | bytes) & TOPS;
    let stops = zero(bytes ^ (ONES * 0x22)) | zero(bytes ^ (ONES * 0x5c)) | control;
    Marks { stops: gather(stops), high: gather(bytes & TOPS) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_to_look_find_the_same() {
        let mut state = 7_u64;
        for _ in 0..20_000 {
            let mut block = [0; WIDTH];
            for byte in &mut block {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                let pick = (state >> 33) as u8;
                *byte = if pick.is_multiple_of(4) {
                    b"\"\\\x1f\x20\x00\x7f\x80\xff[{]}\xdb\xfd"[(pick / 4 % 14) as usize]
                } else {
                    pick
                };
            }
            let (fast, plain) = (marks(&block), words(&block));
            assert_eq!((fast.stops, fast.high), (plain.stops, plain.high), "{block:?}");
            let (fast, plain) = (brackets(&block), bracket_words(&block));
            let fast = (fast.quotes, fast.opens, fast.closes);
            assert_eq!(fast, (plain.quotes, plain.opens, plain.closes), "{block:?}");
        }
    }

    #[test]
    fn the_end_is_found_at_every_length() {
        for length in 0..70 {
            let mut text = vec![b'a'; length];
            assert_eq!(plain(&text, 0).end, length);
            text.push(b'"');
            text.extend([b'"'; 20]);
            assert_eq!(plain(&text, 0).end, length);
            assert!(!plain(&text, 0).high);
            assert_eq!(plain_value(&text, 0).end, length);
            text.extend([b'"'; 40]);
            assert_eq!(plain_value(&text, 0).end, length);
            assert!(!plain_value(&text, 0).high);
            if length > 0 {
                text[length / 2] = 0xc3;
                assert!(plain(&text, 0).high && plain_value(&text, 0).high);
            }
        }
    }
}
