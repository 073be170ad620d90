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

#[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64", target_feature = "simd128")))]
#[inline(always)]
fn marks(block: &[u8; WIDTH]) -> Marks {
    words(block)
}

/// The same with two words of eight bytes, for processors without the instructions above.
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
    const ONES: u64 = 0x0101_0101_0101_0101;
    const TOPS: u64 = 0x8080_8080_8080_8080;
    // The top bit of each byte that is zero; exact, no borrow crosses a byte.
    let zero = |x: u64| !(((x & !TOPS) + !TOPS) | x) & TOPS;
    // Adding 0x60 to the low seven bits reaches the top bit from 0x20 on.
    let control = !(((bytes & !TOPS) + ONES * 0x60) | bytes) & TOPS;
    let stops = zero(bytes ^ (ONES * 0x22)) | zero(bytes ^ (ONES * 0x5c)) | control;
    // Gathers the top bit of each byte into the lowest eight bits.
    let gather = |tops: u64| ((tops >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56) as u32;
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
                    b"\"\\\x1f\x20\x00\x7f\x80\xff\x21\x23"[(pick / 4 % 10) as usize]
                } else {
                    pick
                };
            }
            let (fast, plain) = (marks(&block), words(&block));
            assert_eq!((fast.stops, fast.high), (plain.stops, plain.high), "{block:?}");
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
            if length > 0 {
                text[length / 2] = 0xc3;
                assert!(plain(&text, 0).high);
            }
        }
    }
}
