package io.keyholder.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyholder.testing.http.Certificate;
import io.keyholder.testing.issuer.TestIssuer;
import io.keyholder.testing.issuer.TokenSpec;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Issuers whose certificates no public authority has signed, reached by a proxy. */
@QuarkusTest
@QuarkusTestResource(OperatorIssuer.class)
@QuarkusTestResource(value = OwnNetwork.class, restrictToAnnotatedClass = true)
class OwnNetworkIT {
    @Inject
    FakeIssuers issuers;

    @Inject
    IssuerStatuses statuses;

    Certificate certificate;
    TunnelProxy proxy;

    @Test
    void shouldTrustWhatConfigurationTrusts() {
        try (TestIssuer issuer = TestIssuer.start("own", certificate)) {
            assertThat(statusOfATokenOf(issuer)).isEqualTo(200);
            assertThat(statuses.of(issuer.issuer()).status()).isEqualTo(IssuerStatus.OK);
            URI address = URI.create(issuer.issuer());
            assertThat(proxy.targets()).contains(address.getHost() + ":" + address.getPort());
        }
    }

    @Test
    void shouldTrustNoOther() {
        try (TestIssuer stranger = TestIssuer.start("stranger", Certificate.of("stranger"))) {
            assertThat(statusOfATokenOf(stranger)).isEqualTo(503);
            assertThat(stranger.requests()).isZero();
        }
    }

    @Test
    void shouldTellTheOneFromTheOtherWithoutAToken() {
        try (TestIssuer issuer = TestIssuer.start("own", certificate);
                TestIssuer stranger = TestIssuer.start("stranger", Certificate.of("stranger"))) {
            // Whoever asks waits for a moment only: what is not known by then comes with the next.
            await().untilAsserted(() -> {
                statuses.learn(List.of(issuer.issuer(), stranger.issuer()));

                assertThat(statuses.of(issuer.issuer()).status()).isEqualTo(IssuerStatus.OK);
                assertThat(statuses.of(stranger.issuer()).status()).isEqualTo(IssuerStatus.BAD_CERTIFICATE);
            });
        }
    }

    private int statusOfATokenOf(TestIssuer issuer) {
        issuers.register(issuer.issuer(), UUID.randomUUID());
        return given().header("Authorization", "Bearer " + issuer.token(TokenSpec.of("ada")))
                .get("/v1/whoami")
                .statusCode();
    }
}
