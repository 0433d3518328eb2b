package io.keyholder.invitation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.keyholder.access.Caller;
import io.keyholder.contracts.Ids;
import io.keyholder.contracts.Principal;
import io.keyholder.contracts.Principal.Type;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PrimaryAdminsTest {
    private static final UUID PARTNER = Ids.next();
    private static final Principal PAULA = new Principal(PARTNER, Type.USER, "paula");
    private static final Principal LEADS = new Principal(PARTNER, Type.GROUP, "leads");

    @Test
    void shouldBeAtLeastOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PrimaryAdmins(List.of()));
    }

    @Test
    void shouldBeNamedOnceEach() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PrimaryAdmins(List.of(PAULA, LEADS, PAULA)));
    }

    @Test
    void shouldTellAUserFromAGroupOfTheSameId() {
        Principal group = new Principal(PARTNER, Type.GROUP, "paula");

        assertThat(new PrimaryAdmins(List.of(PAULA, group)).include(caller(PARTNER, "tim", "paula")))
                .isTrue();
        assertThat(new PrimaryAdmins(List.of(PAULA)).include(caller(PARTNER, "tim", "paula")))
                .isFalse();
    }

    @Test
    void shouldIncludeTheCallerByUserOrGroup() {
        PrimaryAdmins admins = new PrimaryAdmins(List.of(PAULA, LEADS));

        assertThat(admins.include(caller(PARTNER, "paula"))).isTrue();
        assertThat(admins.include(caller(PARTNER, "tim", "leads"))).isTrue();
        assertThat(admins.include(caller(PARTNER, "tim", "others"))).isFalse();
    }

    @Test
    void shouldNotIncludeTheSameNamesOfAnotherTenant() {
        PrimaryAdmins admins = new PrimaryAdmins(List.of(PAULA, LEADS));

        assertThat(admins.include(caller(Ids.next(), "paula", "leads"))).isFalse();
    }

    private static Caller caller(UUID tenant, String user, String... groups) {
        return new Caller(tenant, user, Set.of(groups), false, false, null);
    }
}
