package io.keyholder.invitation.invitation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.keyholder.access.Caller;
import io.keyholder.contracts.Ids;
import io.keyholder.contracts.NamedPrincipal;
import io.keyholder.contracts.Principal.Type;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PrimaryAdminsTest {
    private static final UUID PARTNER = Ids.next();
    private static final NamedPrincipal PAULA = new NamedPrincipal(PARTNER, Type.USER, "paula", "Paula");
    private static final NamedPrincipal LEADS = new NamedPrincipal(PARTNER, Type.GROUP, "leads", null);

    @Test
    void shouldBeAtLeastOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PrimaryAdmins(List.of()));
    }

    @Test
    void shouldBeNamedOnceEach() {
        NamedPrincipal byAnotherName = new NamedPrincipal(PARTNER, Type.USER, "paula", "P.");

        assertThatIllegalArgumentException().isThrownBy(() -> new PrimaryAdmins(List.of(PAULA, LEADS, byAnotherName)));
    }

    @Test
    void shouldTellAUserFromAGroupOfTheSameId() {
        NamedPrincipal group = new NamedPrincipal(PARTNER, Type.GROUP, "paula", null);

        assertThat(new PrimaryAdmins(List.of(PAULA, group)).mayInclude(caller(PARTNER, "tim", "paula")))
                .isTrue();
        assertThat(new PrimaryAdmins(List.of(PAULA)).mayInclude(caller(PARTNER, "tim", "paula")))
                .isFalse();
    }

    @Test
    void shouldIncludeTheCallerByUserOrGroup() {
        PrimaryAdmins admins = new PrimaryAdmins(List.of(PAULA, LEADS));

        assertThat(admins.mayInclude(caller(PARTNER, "paula"))).isTrue();
        assertThat(admins.mayInclude(caller(PARTNER, "tim", "leads"))).isTrue();
        assertThat(admins.mayInclude(caller(PARTNER, "tim", "others"))).isFalse();
    }

    @Test
    void shouldNotIncludeTheSameNamesOfAnotherTenant() {
        PrimaryAdmins admins = new PrimaryAdmins(List.of(PAULA, LEADS));

        assertThat(admins.mayInclude(caller(Ids.next(), "paula", "leads"))).isFalse();
    }

    @Test
    void shouldTakeUnknownGroupsForAnyThatIsNamed() {
        Caller unknown = new Caller(PARTNER, "tim", Set.of("others"), false, false, false, null);

        assertThat(new PrimaryAdmins(List.of(PAULA, LEADS)).mayInclude(unknown)).isTrue();
        assertThat(new PrimaryAdmins(List.of(PAULA)).mayInclude(unknown)).isFalse();
    }

    private static Caller caller(UUID tenant, String user, String... groups) {
        return new Caller(tenant, user, Set.of(groups), true, false, false, null);
    }
}
