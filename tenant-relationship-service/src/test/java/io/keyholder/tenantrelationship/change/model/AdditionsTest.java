package io.keyholder.tenantrelationship.change.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.contracts.TokenReading;
import io.keyholder.tenantrelationship.tenant.model.TenantDetails;
import io.keyholder.tenantrelationship.tenant.model.TenantDetails.Issuer;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdditionsTest {
    private static final Issuer OWN = new Issuer("https://login.aurora.example", false, TokenReading.DEFAULT);
    private static final Issuer OTHER = new Issuer("https://login.other.example", false, TokenReading.DEFAULT);

    private final TenantDetails present = details(List.of("a.example", "b.example"), OWN);

    private static TenantDetails details(List<String> domains, Issuer... issuers) {
        return new TenantDetails("Aurora", domains, List.of(issuers), false, TenantDetails.Status.ACTIVE);
    }

    @Test
    void shouldBeNoneWhereNothingIsAdded() {
        assertThat(Additions.between(present, present).areNone()).isTrue();
        assertThat(Additions.between(present, details(List.of("b.example"))).areNone())
                .isTrue();
    }

    @Test
    void shouldTakeWhatAListLosesWithWhatItGains() {
        TenantDetails wanted = details(List.of("b.example", "c.example"));

        Additions additions = Additions.between(present, wanted);

        assertThat(additions.domains().added()).containsExactly("c.example");
        assertThat(additions.domains().removed()).containsExactly("a.example");
        assertThat(additions.issuers().added()).isEmpty();
        assertThat(additions.issuers().removed()).isEmpty();
        assertThat(additions.leftOutOf(wanted, present)).isEqualTo(details(present.domains()));
        assertThat(additions.appliedTo(present)).contains(details(List.of("b.example", "c.example"), OWN));
        assertThat(additions.summary()).isEqualTo("+c.example -a.example");
    }

    @Test
    void shouldTakeAnIssuerThatIsReadInAnotherWayForANewOne() {
        Issuer shared = new Issuer(OWN.issuer(), true, TokenReading.DEFAULT);

        Additions additions = Additions.between(present, details(present.domains(), shared));

        assertThat(additions.issuers().added()).containsExactly(shared);
        assertThat(additions.issuers().removed()).containsExactly(OWN);
        assertThat(additions.appliedTo(present)).contains(details(present.domains(), shared));
    }

    @Test
    void shouldKeepWhatCameSinceAndBeOutdatedWhereWhatTheyReplaceIsGone() {
        Additions additions = Additions.between(present, details(List.of("b.example", "c.example"), OWN));

        assertThat(additions.appliedTo(details(List.of("a.example", "b.example"), OWN, OTHER)))
                .contains(details(List.of("b.example", "c.example"), OWN, OTHER));
        assertThat(additions.appliedTo(details(List.of("b.example"), OWN))).isEmpty();
    }

    @Test
    void shouldBeOutdatedWhereTheIssuerIsThereInAnotherWayByNow() {
        Additions additions = Additions.between(present, details(present.domains(), OWN, OTHER));

        assertThat(additions.appliedTo(
                        details(present.domains(), OWN, new Issuer(OTHER.issuer(), true, TokenReading.DEFAULT))))
                .isEmpty();
    }
}
