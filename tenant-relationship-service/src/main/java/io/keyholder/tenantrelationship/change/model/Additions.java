package io.keyholder.tenantrelationship.change.model;

import io.keyholder.tenantrelationship.tenant.model.TenantDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What would let somebody else speak for a tenant, or be taken for it: issuers and domains that it does not have as such.
 * An issuer whose registration changes is a new one in place of the old. What a list loses goes with what it gains, so that
 * replacing an issuer never leaves the tenant with none that could consent.
 */
public record Additions(Part<String> domains, Part<TenantDetails.Issuer> issuers) {

    /** What one list gains and loses. */
    public record Part<T>(List<T> added, List<T> removed) {
        public Part {
            added = List.copyOf(added);
            removed = List.copyOf(removed);
        }

        private static <T> Part<T> between(List<T> present, List<T> wanted) {
            List<T> added = without(wanted, present);
            return added.isEmpty() ? new Part<>(List.of(), List.of()) : new Part<>(added, without(present, wanted));
        }

        private boolean isEmpty() {
            return added.isEmpty();
        }

        private List<T> appliedTo(List<T> present) {
            List<T> applied = new ArrayList<>(without(present, removed));
            applied.addAll(without(added, applied));
            return applied;
        }

        private static <T> List<T> without(List<T> all, List<T> others) {
            return all.stream().filter(one -> !others.contains(one)).toList();
        }
    }

    public static Additions between(TenantDetails present, TenantDetails wanted) {
        return new Additions(
                Part.between(present.domains(), wanted.domains()), Part.between(present.issuers(), wanted.issuers()));
    }

    public boolean areNone() {
        return domains.isEmpty() && issuers.isEmpty();
    }

    /** What is wanted, but for the lists that would gain something: those stay as they are. */
    public TenantDetails leftOutOf(TenantDetails wanted, TenantDetails present) {
        return wanted.with(
                domains.isEmpty() ? wanted.domains() : present.domains(),
                issuers.isEmpty() ? wanted.issuers() : present.issuers());
    }

    /**
     * The details with all of it.
     *
     * @return empty when what it would replace is no longer there as it was, or there by now in another way
     */
    public Optional<TenantDetails> appliedTo(TenantDetails present) {
        boolean untouched = present.issuers().containsAll(issuers.removed())
                && present.domains().containsAll(domains.removed());
        TenantDetails applied =
                present.with(domains.appliedTo(present.domains()), issuers.appliedTo(present.issuers()));
        return untouched && applied.namesEachIssuerOnce() ? Optional.of(applied) : Optional.empty();
    }

    /** For people and the log: what is added and removed, shortly. */
    public String summary() {
        List<String> words = new ArrayList<>();
        domains.added().forEach(domain -> words.add("+" + domain));
        domains.removed().forEach(domain -> words.add("-" + domain));
        issuers.added().forEach(issuer -> words.add("+" + issuer.issuer()));
        issuers.removed().forEach(issuer -> words.add("-" + issuer.issuer()));
        return String.join(" ", words);
    }
}
