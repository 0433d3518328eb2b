package io.keyholder.testing.configuration;

import java.util.Locale;
import java.util.Optional;

/**
 * One key of the configuration.
 *
 * @param type what a value looks like, in words
 * @param defaultValue what holds if nobody sets it
 * @param required whether the start fails without a value
 * @param meaning its documentation as Markdown in one line; empty if there is none
 * @param place where it is declared, for whoever has to document it
 */
record Key(String name, String type, Optional<String> defaultValue, boolean required, String meaning, String place) {

    /** The variable that sets it: MicroProfile Config's rule. */
    String variable() {
        return name.replace("*", "<NAME>").toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9<>]", "_");
    }

    boolean isDocumented() {
        return !meaning.isBlank();
    }

    Key optional() {
        return new Key(name, type, defaultValue, false, meaning, place);
    }
}
