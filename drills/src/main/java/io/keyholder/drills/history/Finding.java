package io.keyholder.drills.history;

/** Something that must not be. */
public record Finding(String rule, String what) {

    @Override
    public String toString() {
        return rule + ": " + what;
    }
}
