package io.keyholder.rbac.role;

import io.keyholder.access.BuiltInRole;
import io.keyholder.access.Permission;
import io.keyholder.contracts.Ids;
import io.keyholder.outbox.Provenance;
import io.keyholder.problems.RoleProblem;
import io.keyholder.rbac.context.model.Context;
import io.keyholder.rbac.limit.Limits;
import io.keyholder.rbac.role.model.Role;
import io.keyholder.rbac.role.model.RoleDetails;
import io.keyholder.record.Changed;
import io.keyholder.record.Limit;
import io.keyholder.record.Locked;
import io.keyholder.record.Outcome;
import io.keyholder.record.Recorder;
import io.keyholder.record.Refused;
import io.keyholder.web.text.LookAlikes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Creates, changes and deletes roles, in the caller's transaction. */
@ApplicationScoped
public class RoleCommands {
    private final RoleStore roles;
    private final RoleRecords records;
    private final Recorder recorder;
    private final Limits limits;
    private final Event<RoleDeleting> ends;
    private final Clock clock;

    RoleCommands(
            RoleStore roles,
            RoleRecords records,
            Recorder recorder,
            Limits limits,
            Event<RoleDeleting> ends,
            Clock clock) {
        this.roles = roles;
        this.records = records;
        this.recorder = recorder;
        this.limits = limits;
        this.ends = ends;
        this.clock = clock;
    }

    public Outcome<Role> create(Locked<Context> context, RoleDetails details, Provenance by) {
        Changed<Role> created = Role.custom(Ids.next(), context.now(), details, clock.instant());
        if (isTaken(context, created.after().id(), details)) {
            return nameTaken(details);
        }
        Optional<Limit> passed = limits.ofOneMoreRole(roles.countIn(context));
        return passed.isPresent() ? passed.get().refusal() : recorder.record(created, records, by);
    }

    public Outcome<Role> change(Locked<Context> context, Locked<Role> role, RoleDetails details, Provenance by) {
        Outcome<Role> outcome = role.now().change(details, clock.instant());
        return outcome instanceof Changed<Role> && isTaken(context, role.now().id(), details)
                ? nameTaken(details)
                : recorder.record(outcome, records, by);
    }

    /** On request: a custom role, with its assignments. */
    public Outcome<Role> delete(Locked<Role> role, Provenance by) {
        Outcome<Role> outcome = role.now().delete(clock.instant());
        if (outcome instanceof Changed<Role>) {
            ends.fire(new RoleDeleting(role, by));
        }
        return recorder.record(outcome, records, by);
    }

    /** At the end of its context: whichever, with its assignments. */
    public void end(Locked<Role> role, Provenance by) {
        ends.fire(new RoleDeleting(role, by));
        recorder.record(role.now().end(clock.instant()), records, by);
    }

    /** Gives a tenant a role that the platform provides: nothing that a person did, and so not for the log. */
    public void provide(Locked<Context> context, BuiltInRole role, Provenance by) {
        recorder.publish(Role.builtIn(Ids.next(), context.now(), role, clock.instant()), records, by);
    }

    /** The Primary admin role of a relationship that begins. */
    public Role open(Locked<Context> context, UUID id, Provenance by) {
        Changed<Role> created = Role.builtIn(id, context.now(), BuiltInRole.PRIMARY_ADMIN, clock.instant());
        recorder.record(created, records, by);
        return created.after();
    }

    /** The same of one that ended before it began: whoever awaits the role learns that it is no more. */
    public Role withdraw(Locked<Context> context, UUID id, Provenance by) {
        Role never = Role.builtIn(id, context.now(), BuiltInRole.PRIMARY_ADMIN, clock.instant())
                .after();
        records.withdraw(never, by);
        return never;
    }

    /** Brings a built-in role in step with the catalogue. */
    public Outcome<Role> renew(Locked<Context> context, Locked<Role> role, BuiltInRole kind, Provenance by) {
        Set<Permission> reached = context.now().reached(kind.permissions());
        return recorder.record(role.now().renew(kind, reached, clock.instant()), records, by);
    }

    /** Whether another role of the context has the name, or a built-in one could be taken for it. */
    private boolean isTaken(Locked<Context> context, UUID roleId, RoleDetails details) {
        return roles.isNameTaken(context, roleId, details.name())
                || roles.all(context).stream()
                        .map(Locked::now)
                        .filter(role -> role.type() == Role.Type.BUILT_IN)
                        .anyMatch(builtIn -> LookAlikes.alike(details.name(), builtIn.name()));
    }

    private static Outcome<Role> nameTaken(RoleDetails details) {
        return new Refused<>(RoleProblem.ROLE_NAME_TAKEN, "Another role here is named " + details.name() + ".");
    }
}
