package io.keyholder.invitation.invitation.model;

import io.keyholder.contracts.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the customer offers.
 *
 * @param partnerDomain a domain of the partner, in its one spelling
 * @param expiresInDays for how many days it can be answered
 * @param roomScope the rooms the delegation starts with
 * @param permissionCeiling what the partner's roles may hold at most; empty: the Primary admin's permissions
 * @param message for people
 */
public record Offer(
        String partnerDomain,
        int expiresInDays,
        Scope roomScope,
        Optional<List<String>> permissionCeiling,
        Optional<String> message) {
    public static final int LONGEST_DAYS = 30;

    public Offer {
        if (expiresInDays < 1 || expiresInDays > LONGEST_DAYS) {
            throw new IllegalArgumentException("An invitation is valid for 1 to " + LONGEST_DAYS + " days");
        }
        permissionCeiling = permissionCeiling.map(List::copyOf);
    }

    public Duration validity() {
        return Duration.ofDays(expiresInDays);
    }
}
