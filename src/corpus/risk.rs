//! Scores and bands of risk, by both methods.
//!
//! Matrix: the lookup ("koordinat") matrix of Indonesian government risk registers, in which impact
//! weighs more than likelihood (an L1 × I5 event is "Tinggi"). Product: likelihood times impact. The
//! bands are the same: 1–5, 6–10, 11–15, 16–20, 21–25. Likelihood and impact are kept apart; a score is
//! never stored.

use crate::config::RiskMethod;

/// The lookup matrix: row likelihood 1 to 5, column impact 1 to 5.
const MATRIX: [[u8; 5]; 5] =
    [[1, 3, 5, 8, 20], [2, 7, 11, 13, 21], [4, 10, 14, 17, 22], [6, 12, 16, 19, 24], [9, 15, 18, 23, 25]];

/// Score (1 to 25) and band (1 to 5) of a likelihood and an impact, each 1 to 5.
pub fn score(method: RiskMethod, likelihood: u8, impact: u8) -> (u8, u8) {
    let (l, i) = (likelihood.clamp(1, 5), impact.clamp(1, 5));
    let score = match method {
        RiskMethod::Matrix => MATRIX[usize::from(l - 1)][usize::from(i - 1)],
        RiskMethod::Product => l * i,
    };
    (score, score.div_ceil(5))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn impact_weighs_more_in_the_matrix() {
        assert_eq!(score(RiskMethod::Matrix, 1, 5), (20, 4));
        assert_eq!(score(RiskMethod::Product, 1, 5), (5, 1));
        assert_eq!(score(RiskMethod::Matrix, 5, 4), (23, 5));
        assert_eq!(score(RiskMethod::Matrix, 3, 3), (14, 3));
        assert_eq!(score(RiskMethod::Matrix, 2, 2), (7, 2));
    }

    #[test]
    fn the_matrix_holds_each_score_once_and_never_falls() {
        let mut all: Vec<u8> = MATRIX.into_iter().flatten().collect();
        all.sort_unstable();
        assert_eq!(all, (1..=25).collect::<Vec<u8>>());
        for l in 0..5 {
            for i in 0..5 {
                assert!(l == 0 || MATRIX[l][i] > MATRIX[l - 1][i]);
                assert!(i == 0 || MATRIX[l][i] > MATRIX[l][i - 1]);
            }
        }
    }
}
