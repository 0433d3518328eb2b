package io.keyholder.web.consistency;

import jakarta.enterprise.context.ApplicationScoped;

/** What all services open is sealed with a secret that all of them know; what one alone opens, with one of its own. */
@ApplicationScoped
public class Signings {
    private final Signing shared;
    private final Signing own;

    Signings(ConsistencyConfig consistency, SigningConfig signing) {
        this.shared = new Signing(consistency.secret(), "keyholder.consistency.secret (KEYHOLDER_CONSISTENCY_SECRET)");
        this.own = signing.secret()
                .map(secrets -> new Signing(secrets, "keyholder.signing.secret (KEYHOLDER_SIGNING_SECRET)"))
                .orElse(shared);
    }

    /** Of what any service may have given out. */
    Signing shared() {
        return shared;
    }

    /** Of what this service alone gives out and takes back. */
    public Signing own() {
        return own;
    }
}
