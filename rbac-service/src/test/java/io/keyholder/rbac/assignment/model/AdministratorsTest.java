package io.keyholder.rbac.assignment.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.access.AccessContext;
import io.keyholder.contracts.Ids;
import io.keyholder.contracts.Principal;
import io.keyholder.contracts.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AdministratorsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final UUID PARTNER = Ids.next();
    private static final Scope SOME = Scope.selected(List.of(), List.of(Ids.next()));

    private final Assignment first = assignment(details(Scope.all(), Period.always(), "paul"));

    @Test
    void shouldNeedTheOnlyOne() {
        assertThat(admins(first).needs(first.id(), NOW)).isTrue();
    }

    @Test
    void shouldNotNeedOneOfTwo() {
        Assignment second = assignment(details(Scope.all(), Period.always(), "pia"));

        assertThat(admins(first, second).needs(first.id(), NOW)).isFalse();
    }

    @Test
    void shouldNotCountOnesThatAreNarrowerOrEmptyOrEndOrHaveNotBegun() {
        Assignment narrower = assignment(details(SOME, Period.always(), "pia"));
        Assignment empty = assignment(details(Scope.all(), Period.always()));
        Assignment ending = assignment(details(Scope.all(), period(null, NOW.plusSeconds(60)), "pia"));
        Assignment later = assignment(details(Scope.all(), period(NOW.plusSeconds(60), null), "pia"));

        assertThat(admins(first, narrower, empty, ending, later).needs(first.id(), NOW))
                .isTrue();
    }

    @Test
    void shouldLetGoWhatDoesNotSufficeAnyway() {
        Assignment narrower = assignment(details(SOME, Period.always(), "pia"));

        assertThat(admins(first, narrower).needs(narrower.id(), NOW)).isFalse();
    }

    @Test
    void shouldBreakWithWhatLeavesNobodyOverAllRoomsWithoutAnEnd() {
        Administrators admins = admins(first);

        assertThat(admins.breakWith(first.id(), details(Scope.all(), Period.always()), NOW))
                .isTrue();
        assertThat(admins.breakWith(first.id(), details(SOME, Period.always(), "paul"), NOW))
                .isTrue();
        assertThat(admins.breakWith(first.id(), details(Scope.all(), period(null, NOW.plusSeconds(9)), "paul"), NOW))
                .isTrue();
        assertThat(admins.breakWith(first.id(), details(Scope.all(), period(NOW.plusSeconds(9), null), "paul"), NOW))
                .isTrue();
        assertThat(admins.breakWith(first.id(), details(Scope.all(), Period.always(), "pia"), NOW))
                .isFalse();
        assertThat(admins.breakWith(first.id(), details(Scope.all(), period(NOW.minusSeconds(9), null), "pia"), NOW))
                .isFalse();
    }

    private static Administrators admins(Assignment... assignments) {
        return new Administrators(List.of(assignments));
    }

    private static Assignment assignment(AssignmentDetails details) {
        return new Assignment(
                Ids.next(), Ids.next(), 1, new AccessContext(Ids.next(), Ids.next()), details, NOW, NOW, 1);
    }

    private static AssignmentDetails details(Scope scope, Period period, String... users) {
        List<Member> members = List.of(users).stream()
                .map(user -> new Member(new Principal(PARTNER, Principal.Type.USER, user)))
                .toList();
        return new AssignmentDetails("Primary admins", Optional.empty(), false, members, scope, period);
    }

    private static Period period(Instant startsAt, Instant endsAt) {
        return new Period(Optional.ofNullable(startsAt), Optional.ofNullable(endsAt));
    }
}
