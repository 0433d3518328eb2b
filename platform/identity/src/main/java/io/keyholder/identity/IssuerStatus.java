package io.keyholder.identity;

/** What became of the last attempt to fetch an issuer's documents. */
public enum IssuerStatus {
    /** It says who it is and shows keys. */
    OK,
    /** No connection, or no answer in time. */
    UNREACHABLE,
    /** Its certificate is of nobody who is trusted, of another host or expired. */
    BAD_CERTIFICATE,
    /** Its address is one that the platform does not fetch from. */
    ADDRESS_NOT_ALLOWED,
    /** It answers, but not as an issuer of this name does, or its keys are not where it says they are. */
    BAD_ANSWER,
    /** It was not asked yet. */
    UNKNOWN
}
