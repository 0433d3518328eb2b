package io.keyholder.access.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.access.RegisteredIssuer;
import io.keyholder.access.RegisteredIssuer.TenantClaim;
import io.keyholder.contracts.TenantState;
import io.keyholder.contracts.TenantState.Status;
import io.keyholder.contracts.TokenReading;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TenantsTest {

    private static final String SHARED = "https://login.example";
    private static final String OWN = "https://id.aurora.example";

    private final UUID aurora = UUID.randomUUID();
    private final UUID borealis = UUID.randomUUID();
    private final Tenants tenants = new Tenants();

    @Nested
    class Issuers {

        @Test
        void shouldServeTheTenantsThatRegisteredThem() {
            tenants.put(tenant(aurora, Status.ACTIVE, List.of(), OWN, SHARED));
            tenants.put(tenant(borealis, Status.ACTIVE, List.of(), SHARED));

            assertThat(issuer(OWN).onlyTenant()).contains(aurora);
            assertThat(issuer(SHARED).onlyTenant()).isEmpty();
            assertThat(issuer(SHARED).allTenants()).containsExactlyInAnyOrder(aurora, borealis);
            assertThat(issuer(SHARED).isActive(aurora)).isTrue();
        }

        @Test
        void shouldBeSharedAlsoWhileOneTenantAloneHasThem() {
            tenants.put(tenant(aurora, Status.ACTIVE, List.of(), SHARED));

            assertThat(issuer(SHARED).isShared()).isTrue();
            assertThat(issuer(SHARED).onlyTenant()).isEmpty();
        }

        @Test
        void shouldFindATenantByWhatItsRegistrationSaysOfIt() {
            TokenReading reading = new TokenReading(
                    TokenReading.Preset.ENTRA,
                    null,
                    new TokenReading.Claims(null, "directory", null, null, null, null),
                    null);
            tenants.put(tenant(aurora, Status.ACTIVE, List.of(), SHARED));
            Object revision = issuer(SHARED).revision();

            tenants.put(new TenantState(
                    borealis,
                    "Borealis",
                    List.of(),
                    List.of(new TenantState.Issuer(SHARED, true, reading)),
                    true,
                    Status.ACTIVE,
                    Instant.EPOCH));

            assertThat(issuer(SHARED).revision()).isNotSameAs(revision);
            assertThat(issuer(SHARED).readingOf(borealis)).contains(reading);
            assertThat(issuer(SHARED).tenantsNamed(TenantClaim.of(reading), "directory"))
                    .containsExactly(borealis);
            assertThat(issuer(SHARED).tenantsNamed(TenantClaim.of(reading), borealis.toString()))
                    .isEmpty();
            assertThat(issuer(SHARED).tenantsNamed(TenantClaim.of(TokenReading.DEFAULT), aurora.toString()))
                    .containsExactly(aurora);

            tenants.put(tenant(borealis, Status.ACTIVE, List.of(), SHARED));
            assertThat(issuer(SHARED).tenantsNamed(TenantClaim.of(reading), "directory"))
                    .isEmpty();
        }

        @Test
        void shouldBeUnknownOnceNobodyNamesThem() {
            tenants.put(tenant(aurora, Status.ACTIVE, List.of(), OWN, SHARED));

            tenants.put(tenant(aurora, Status.ACTIVE, List.of(), SHARED));

            assertThat(tenants.issuer(OWN)).isEmpty();
            assertThat(issuer(SHARED).allTenants()).containsExactly(aurora);
        }

        @Test
        void shouldKeepASuspendedTenantAsOneWhoseTokensAreRefused() {
            tenants.put(tenant(aurora, Status.ACTIVE, List.of(), OWN));

            tenants.put(tenant(aurora, Status.SUSPENDED, List.of(), OWN));

            assertThat(issuer(OWN).allTenants()).containsExactly(aurora);
            assertThat(issuer(OWN).isActive(aurora)).isFalse();
        }

        @Test
        void shouldServeAResumedTenantAgain() {
            tenants.put(tenant(aurora, Status.SUSPENDED, List.of(), OWN));

            tenants.put(tenant(aurora, Status.ACTIVE, List.of(), OWN));

            assertThat(issuer(OWN).isActive(aurora)).isTrue();
        }

        @Test
        void shouldForgetARemovedTenantAlone() {
            tenants.put(tenant(aurora, Status.ACTIVE, List.of("aurora.example"), SHARED));
            tenants.put(tenant(borealis, Status.ACTIVE, List.of(), SHARED));

            tenants.remove(aurora);

            assertThat(issuer(SHARED).allTenants()).containsExactly(borealis);
            assertThat(issuer(SHARED).isActive(borealis)).isTrue();
            assertThat(issuer(SHARED).isActive(aurora)).isFalse();
            assertThat(tenants.ofDomain("aurora.example")).isEmpty();
        }

        private RegisteredIssuer issuer(String issuer) {
            return tenants.issuer(issuer).orElseThrow();
        }
    }

    @Nested
    class Domains {

        @Test
        void shouldPassFromOneTenantToAnotherWhicheverStateArrivesFirst() {
            tenants.put(tenant(borealis, Status.ACTIVE, List.of("polar.example")));
            tenants.put(tenant(aurora, Status.ACTIVE, List.of("polar.example")));

            tenants.put(tenant(aurora, Status.ACTIVE, List.of()));

            assertThat(tenants.ofDomain("polar.example").map(TenantState::id)).contains(borealis);
        }
    }

    private static TenantState tenant(UUID id, Status status, List<String> domains, String... issuers) {
        return new TenantState(
                id,
                "Tenant",
                domains,
                List.of(issuers).stream()
                        .map(issuer -> new TenantState.Issuer(issuer, issuer.equals(SHARED)))
                        .toList(),
                true,
                status,
                Instant.EPOCH);
    }
}
