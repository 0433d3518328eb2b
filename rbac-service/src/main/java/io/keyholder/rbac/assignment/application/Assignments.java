package io.keyholder.rbac.assignment.application;

import io.keyholder.contracts.Principal;
import io.keyholder.rbac.assignment.domain.Assignment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Where assignments are kept. */
public interface Assignments {

    Optional<Assignment> find(UUID id);

    List<Assignment> ofRole(UUID roleId);

    /** Those of the context that name any of the principals and run at the time. */
    List<Assignment> running(UUID contextId, List<Principal> principals, Instant now);

    /** Those of the context that name any of the principals and have not ended at the time: some are yet to begin. */
    List<Assignment> unended(UUID contextId, List<Principal> principals, Instant now);

    /**
     * Takes note of one more of the context, which is locked, unless there are that many already.
     *
     * @return whether there may be one more
     */
    boolean admitOneMore(UUID contextId, int most);

    void add(Assignment assignment);

    void update(Assignment assignment);

    void remove(UUID id);

    /** In the filter's order; up to one more than the limit. */
    List<Assignment> list(AssignmentFilter filter, List<String> after, int limit);

    long count(AssignmentFilter filter);

    Stream<Assignment> all();
}
