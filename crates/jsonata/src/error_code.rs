//! The error codes of JSONata.

macro_rules! error_codes {
    ($($code:ident),+ $(,)?) => {
        /// An error code of JSONata, as its reference implementation defines them: `S` for syntax, `T` for types, `D` for
        /// what only a value decides.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(missing_docs, reason = "words_en has the sentence of each")]
        pub enum ErrorCode {
            $($code,)+
            /// `$eval`, which EventBridge does not have. AWS's code for this and the following is not known.
            HostEval,
            /// `$hash` with an unknown algorithm.
            HostAlgorithm,
            /// `$parse` of a text that is not JSON.
            HostParse,
            /// `$partition` with a size below 1.
            HostPartitionSize,
            /// `$range` with a step of 0.
            HostRangeStep,
            /// A code that this list does not have.
            Other,
        }

        impl ErrorCode {
            /// Every code.
            pub const ALL: &'static [Self] = &[
                $(Self::$code,)+
                Self::HostEval,
                Self::HostAlgorithm,
                Self::HostParse,
                Self::HostPartitionSize,
                Self::HostRangeStep,
                Self::Other,
            ];

            /// The code as JSONata writes it, such as `T2001`.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$code => stringify!($code),)+
                    Self::HostEval => "eval",
                    Self::HostAlgorithm => "hash-algorithm",
                    Self::HostParse => "parse-json",
                    Self::HostPartitionSize => "partition-size",
                    Self::HostRangeStep => "range-step",
                    Self::Other => "unknown",
                }
            }
        }
    };
}

error_codes! {
    S0101, S0102, S0103, S0104, S0105, S0106,
    S0201, S0202, S0203, S0204, S0205, S0206, S0207, S0208, S0209, S0210, S0211, S0212, S0213, S0214, S0215, S0216, S0217,
    S0301, S0302, S0303, S0401, S0402, S0500,
    T0410, T0411, T0412,
    D1001, D1002, T1003, D1004, T1005, T1006, T1007, T1008, D1009, T1010, D1011, D1012, D1013,
    T2001, T2002, T2003, T2004, D2005, T2006, T2007, T2008, T2009, T2010, T2011, T2012, T2013, D2014, D2015, D2016,
    D3001, D3010, D3011, D3012, D3020, D3030, D3040, D3050, D3060, D3061, D3070,
    D3080, D3081, D3082, D3083, D3084, D3085, D3086, D3087, D3088, D3089, D3090, D3091, D3092, D3093,
    D3100, D3110, D3120, D3121, D3130, D3131, D3132, D3133, D3134, D3135, D3136, D3137, D3138, D3139, D3140, D3141, D3150,
    U1001, U1003, U1004, U1006,
}

impl ErrorCode {
    /// The code with this name; [`Other`](Self::Other) where the list has none.
    #[must_use]
    pub fn of(name: &str) -> Self {
        Self::ALL.iter().find(|code| code.name() == name).copied().unwrap_or(Self::Other)
    }

    /// Whether it is found while an expression is read, so that AWS refuses it when it is stored.
    #[must_use]
    pub fn is_syntax(self) -> bool {
        self.name().starts_with('S')
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_codes_agree() {
        for code in ErrorCode::ALL {
            assert_eq!(ErrorCode::of(code.name()), *code);
        }
        assert_eq!(ErrorCode::of("T2001"), ErrorCode::T2001);
        assert_eq!(ErrorCode::of("X9999"), ErrorCode::Other);
        assert!(ErrorCode::S0201.is_syntax() && !ErrorCode::D3001.is_syntax());
    }
}
