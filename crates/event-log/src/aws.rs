//! DynamoDB's own sentences, word for word.

/// Of a key that the item lacks.
pub(crate) fn key_missing(name: &str) -> String {
    format!("One or more parameter values were invalid: Missing the key {name} in the item")
}

/// Of a key of another type than the table's; both are DynamoDB's names of types.
pub(crate) fn key_type(name: &str, expected: &str, found: &str) -> String {
    format!(
        "One or more parameter values were invalid: Type mismatch for key {name} expected: {expected} actual: {found}"
    )
}

/// Of a key that is an empty string.
pub(crate) fn key_empty(name: &str) -> String {
    format!(
        "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty \
         string value. Key: {name}"
    )
}

/// Of a partition key that is too long.
pub(crate) const PARTITION_TOO_LONG: &str = "One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes";

/// Of a sort key that is too long.
pub(crate) const SORT_TOO_LONG: &str = "One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size limit of 1024 \
     bytes";

/// Of lists and maps that are nested too deeply.
pub(crate) const TOO_DEEP: &str = "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit";

/// Of an item that is too large.
pub(crate) const TOO_LARGE: &str = "Item size has exceeded the maximum allowed size";

/// Of a number with too many digits.
pub(crate) const DIGITS: &str = "Attempting to store more than 38 significant digits in a Number";

/// Of a number whose magnitude is too large.
pub(crate) const OVERFLOW: &str =
    "Number overflow. Attempting to store a number with magnitude larger than supported range";

/// Of a number whose magnitude is too small.
pub(crate) const UNDERFLOW: &str =
    "Number underflow. Attempting to store a number with magnitude smaller than supported range";
