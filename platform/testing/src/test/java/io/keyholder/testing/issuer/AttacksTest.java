package io.keyholder.testing.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AttacksTest {

    private static final String TENANT = "01980000-0000-7000-8000-000000000001";
    private static final TokenSpec VALID = TokenSpec.of("ada").tenant(TENANT);

    private static TestIssuer issuer;
    private static TestIssuer attacker;

    @BeforeAll
    static void start() {
        issuer = TestIssuer.start("aurora");
        attacker = TestIssuer.start("attacker");
    }

    @AfterAll
    static void stop() {
        issuer.close();
        attacker.close();
    }

    static List<Attack> attacks() {
        return Attacks.all(issuer, attacker, VALID);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void shouldBeRefusedByAStrictValidator(Attack attack) {
        assertThat(new ReferenceValidator(issuer, TENANT).accepts(attack.token()))
                .isFalse();
        assertThat(attacker.requests()).isZero();
    }

    @ParameterizedTest
    @EnumSource(SigningAlgorithm.class)
    void shouldBeMadeFromATokenThatIsAccepted(SigningAlgorithm algorithm) {
        try (TestIssuer other = TestIssuer.start("borealis", algorithm)) {
            assertThat(new ReferenceValidator(other, TENANT).accepts(other.token(VALID)))
                    .isTrue();
            assertThat(Attacks.all(other, attacker, VALID))
                    .noneMatch(attack -> new ReferenceValidator(other, TENANT).accepts(attack.token()));
        }
    }

    @Test
    void shouldBeDifferentByNameAndToken() {
        assertThat(attacks()).extracting(Attack::name).doesNotHaveDuplicates();
        assertThat(attacks()).extracting(Attack::token).doesNotHaveDuplicates();
    }
}
