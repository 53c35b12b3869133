//! Chance that can be repeated.

/// A generator of random numbers (SplitMix64), the same on every machine: a seed is all that is
/// needed to see again what happened.
#[derive(Clone, Debug)]
pub struct Random(u64);

/// The step of SplitMix64: an odd number whose bits look like chance themselves.
const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

impl Random {
    /// A generator that begins at a seed; neighbouring seeds have nothing in common.
    pub fn of(seed: u64) -> Self {
        Self(seed)
    }

    /// The generator of the nth thing that belongs to a seed.
    pub(crate) fn nth(seed: u64, number: u64) -> Self {
        Self(Self(seed ^ number.wrapping_mul(0xd6e8_feb8_6659_fd93)).bits())
    }

    /// 64 random bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STEP);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    /// 128 random bits, as a host gives them to the service.
    pub(crate) fn entropy(&mut self) -> u128 {
        u128::from(self.bits()) << 64 | u128::from(self.bits())
    }

    /// A number below a bound; zero where there is none.
    pub fn below(&mut self, bound: usize) -> usize {
        (self.bits() >> 11) as usize % bound.max(1)
    }

    /// A number from one bound to another, both included.
    pub(crate) fn between(&mut self, least: i64, most: i64) -> i64 {
        least + (self.bits() >> 1) as i64 % (most - least + 1)
    }

    /// Whether something happens that happens so often in a hundred times.
    pub(crate) fn in_hundred(&mut self, times: usize) -> bool {
        self.below(100) < times
    }

    /// One of several.
    pub(crate) fn pick<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        all.get(self.below(all.len()))
    }

    /// One of several that are written down, of which there is at least one.
    pub(crate) fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }
}
