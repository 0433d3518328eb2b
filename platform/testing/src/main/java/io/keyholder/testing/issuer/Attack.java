package io.keyholder.testing.issuer;

/**
 * A token that must be refused, and what is wrong with it.
 *
 * @param name says what is wrong, for the name of a parameterised test
 * @param token the compact form
 */
public record Attack(String name, String token) {

    /** The name alone: a test's report is no place for tokens. */
    @Override
    public String toString() {
        return name;
    }
}
