package io.keyholder.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyholder.testing.backend.Database;
import io.keyholder.testing.backend.KafkaBackend;
import io.keyholder.testing.issuer.TestIssuer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KeyholderTestResource.class)
class KeyholderTestResourceIT {

    @Provided
    Database database;

    @Provided(Provided.SERVICE)
    Database asTheService;

    @Provided
    KafkaBackend kafka;

    @Provided
    TestIssuer operators;

    @Provided("aurora")
    TestIssuer aurora;

    @Provided("aurora")
    TestIssuer auroraAgain;

    @Test
    void shouldConfigureTheServiceAsItFillsTheTest() {
        assertThat(configured("keyholder.database.url")).isEqualTo(database.jdbcUrl());
        assertThat(configured("keyholder.database.username")).isEqualTo(asTheService.username());
        assertThat(configured("keyholder.database.password")).isEqualTo(asTheService.password());
        assertThat(configured("keyholder.database.owner.username")).isEqualTo(database.username());
        assertThat(configured("keyholder.database.owner.password")).isEqualTo(database.password());
        assertThat(configured("keyholder.kafka.bootstrap-servers")).isEqualTo(kafka.bootstrapServers());
        assertThat(configured("keyholder.operator.issuer")).isEqualTo(operators.issuer());
        assertThat(configured("keyholder.identity.allow-loopback-issuers")).isEqualTo("true");
        assertThat(configured("keyholder.consistency.secret")).hasSizeGreaterThan(32);
    }

    @Test
    void shouldTellIssuersByName() {
        assertThat(aurora).isSameAs(auroraAgain).isNotSameAs(operators);
    }

    @Test
    void shouldRunTheServiceAsAUserWhoMayNotChangeTheSchema() {
        assertThatThrownBy(() -> asTheService.execute("create table other (id int)"))
                .hasRootCauseMessage("ERROR: permission denied for schema public\n  Position: 14");
    }

    private static String configured(String key) {
        return ConfigProvider.getConfig().getValue(key, String.class);
    }
}
