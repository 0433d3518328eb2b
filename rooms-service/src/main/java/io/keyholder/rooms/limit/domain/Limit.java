package io.keyholder.rooms.limit.domain;

/**
 * What there may not be more of.
 *
 * @param name its name in the configuration, below {@code keyholder.rooms.limits}
 * @param what is limited, for people
 */
public record Limit(String name, long most, String what) {

    /** For who has reached it. */
    public String detail() {
        return "The limit `" + name + "` is reached: at most " + most + " " + what + ".";
    }
}
