package io.keyholder.contracts;

/**
 * The order of an aggregate's states: a consumer applies a state whose sequence is newer than what it has and ignores
 * every other, which makes duplicates and reordering harmless.
 *
 * @param epoch rises when an owner was restored from a backup and publishes everything anew; older versions of the new
 *     epoch then win over newer ones of the old
 * @param version counts the aggregate's changes within the epoch, from 1
 */
public record Sequence(int epoch, long version) implements Comparable<Sequence> {

    public Sequence {
        if (epoch < 0 || version < 0) {
            throw new IllegalArgumentException("A sequence is not negative: " + epoch + "." + version);
        }
    }

    /** A version awaited of an owner whose epoch is not known to the one who waits. */
    public static Sequence anyEpoch(long version) {
        return new Sequence(0, version);
    }

    public static Sequence parse(String text) {
        int dot = text.indexOf('.');
        if (dot < 1) {
            throw new IllegalArgumentException("Not a sequence: " + text);
        }
        return new Sequence(Integer.parseInt(text.substring(0, dot)), Long.parseLong(text.substring(dot + 1)));
    }

    /** Whether it is known to be of an earlier epoch than this. */
    public boolean isBefore(int laterEpoch) {
        return epoch > 0 && epoch < laterEpoch;
    }

    public boolean isNewerThan(Sequence other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(Sequence other) {
        int byEpoch = Integer.compare(epoch, other.epoch);
        return byEpoch != 0 ? byEpoch : Long.compare(version, other.version);
    }

    @Override
    public String toString() {
        return epoch + "." + version;
    }
}
