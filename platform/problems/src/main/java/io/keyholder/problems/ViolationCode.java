package io.keyholder.problems;

/** What kind of thing is wrong with a field, for programs. Part of the contract: a code never changes its meaning. */
public enum ViolationCode {
    /** It must be there, and is not. */
    REQUIRED,
    /** No field or parameter of that name is known here. */
    UNKNOWN,
    /** It is of another JSON type than it must be. */
    WRONG_TYPE,
    /** It is not written as it must be: an id, a time, a domain, a text with characters that are not allowed. */
    MALFORMED,
    /** It is none of the values it may have. */
    NOT_ALLOWED,
    /** It is longer than it may be, or holds more than it may. */
    TOO_LONG,
    /** It is shorter than it must be, or holds less than it must. */
    TOO_SHORT,
    /** The number or time lies outside what is allowed. */
    OUT_OF_RANGE,
    /** It is given, or named, more than once. */
    DUPLICATE,
    /** It names something that does not exist, or that the caller cannot see. */
    NOT_FOUND,
    /** It contradicts another field, the address, or what is there. */
    CONTRADICTORY,
    /** It is not supported yet. */
    UNSUPPORTED
}
