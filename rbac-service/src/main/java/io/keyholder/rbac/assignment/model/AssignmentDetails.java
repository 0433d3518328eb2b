package io.keyholder.rbac.assignment.model;

import io.keyholder.contracts.Principal;
import io.keyholder.contracts.Scope;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What who administers roles decides of an assignment.
 *
 * @param members each principal once
 */
public record AssignmentDetails(
        String name,
        Optional<String> description,
        boolean emailNotifications,
        List<Member> members,
        Scope scope,
        Period period) {

    /**
     * How much it names.
     *
     * @param ids of rooms and room groups
     */
    public record Size(int members, int ids) {}

    public AssignmentDetails {
        members = List.copyOf(members);
    }

    public Set<Principal> principals() {
        return members.stream().map(Member::principal).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public Optional<Member> member(Principal principal) {
        return members.stream().filter(is(principal)).findFirst();
    }

    public Size size() {
        return new Size(
                members.size(), scope.roomIds().size() + scope.roomGroupIds().size());
    }

    public AssignmentDetails with(Member added) {
        return withMembers(
                Stream.concat(members.stream().filter(is(added.principal()).negate()), Stream.of(added)));
    }

    public AssignmentDetails without(Principal removed) {
        return withMembers(members.stream().filter(is(removed).negate()));
    }

    public AssignmentDetails with(Scope changed) {
        return new AssignmentDetails(name, description, emailNotifications, members, changed, period);
    }

    /** Whether it gives nobody anything, from now on, that the other does not give as well. */
    public boolean isWithin(AssignmentDetails other, Instant now) {
        Period remaining = period.remaining(now);
        return other.principals().containsAll(principals())
                && isWithin(other.scope)
                && (remaining.isEmpty() || remaining.isWithin(other.period.remaining(now)));
    }

    private boolean isWithin(Scope other) {
        return other.coversAll()
                || (!scope.coversAll()
                        && Set.copyOf(other.roomIds()).containsAll(scope.roomIds())
                        && Set.copyOf(other.roomGroupIds()).containsAll(scope.roomGroupIds()));
    }

    private AssignmentDetails withMembers(Stream<Member> changed) {
        return new AssignmentDetails(name, description, emailNotifications, changed.toList(), scope, period);
    }

    private static Predicate<Member> is(Principal principal) {
        return member -> member.principal().equals(principal);
    }
}
