package io.keyholder.drills.history;

/** A time of which a service's database has lost what it had acknowledged, because it was restored to before. */
public record Lost(String service, long from, long until) {

    /** Whether the change may be among it: it was asked for before the end and may have been stored after the beginning. */
    public boolean covers(Exchange change) {
        return change.kind().owner().equals(service) && change.asked() <= until && change.answered() >= from;
    }
}
