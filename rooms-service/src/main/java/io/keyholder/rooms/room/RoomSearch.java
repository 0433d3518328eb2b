package io.keyholder.rooms.room;

import io.keyholder.access.AccessContext;
import io.keyholder.access.AccessScope;
import io.keyholder.access.Permission;
import io.keyholder.problems.ViolationCode;
import io.keyholder.rooms.reach.RoomAccess;
import io.keyholder.rooms.reach.model.Reach;
import io.keyholder.rooms.room.model.Room;
import io.keyholder.web.Access;
import io.keyholder.web.ProblemException;
import io.keyholder.web.list.NamedSelection;
import jakarta.ws.rs.QueryParam;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.NullUnmarked;

/** Filters and order of the list of rooms. */
@NullUnmarked // JAX-RS fills the fields, and leaves those null that the query does not name.
public class RoomSearch extends NamedSelection {
    /** Whose rooms, seen from the caller. */
    public enum View {
        PARTNER
    }

    @Parameter(description = "Only rooms of these customers. One that the caller cannot see has no rooms here.")
    @QueryParam("customerId")
    List<UUID> customerId;

    @Parameter(description = "Rooms in any of these groups.")
    @QueryParam("groupId")
    List<UUID> groupId;

    @Parameter(description = "Rooms in any of these countries (ISO 3166-1 alpha-2).")
    @QueryParam("country")
    List<String> country;

    @Parameter(description = "Rooms with any of these external ids.")
    @QueryParam("externalId")
    List<String> externalId;

    @Parameter(
            description = "Rooms in any of these states. Default: ACTIVE. Only their own tenant sees unenrolled rooms.")
    @QueryParam("status")
    List<Room.Status> status;

    @Parameter(description = "Rooms whose name contains this, ignoring case.")
    @QueryParam("q")
    String q;

    @Parameter(description = "PARTNER leaves out the caller's own tenant.")
    @QueryParam("view")
    View view;

    /** What the caller sees of what is asked for. */
    public RoomFilter filter(Access access, RoomAccess rooms) {
        UUID tenant = access.tenant();
        List<Reach> reaches = rooms.everywhere(Permission.ROOMS_VIEW, context -> isAskedFor(context, tenant));
        return new RoomFilter(
                reaches.stream().map(this::narrowed).toList(),
                countries(),
                setOf(externalId),
                isEmpty(status) ? Set.of(Room.Status.ACTIVE) : EnumSet.copyOf(status),
                Optional.ofNullable(q),
                since(),
                order());
    }

    private Reach narrowed(Reach reach) {
        Reach among = among().isEmpty() ? reach : reach.within(new AccessScope(false, among(), Set.of()));
        return isEmpty(groupId) ? among : among.within(new AccessScope(false, Set.of(), Set.copyOf(groupId)));
    }

    private boolean isAskedFor(AccessContext context, UUID tenant) {
        return (isEmpty(customerId) || customerId.contains(context.customerId()))
                && !(view == View.PARTNER && context.customerId().equals(tenant));
    }

    private Set<String> countries() {
        if (!isEmpty(country) && !Country.Known.all().containsAll(country)) {
            throw ProblemException.invalid("country", ViolationCode.NOT_ALLOWED, Country.RULE);
        }
        return setOf(country);
    }

    private static Set<String> setOf(List<String> values) {
        return isEmpty(values) ? Set.of() : Set.copyOf(values);
    }

    private static boolean isEmpty(List<?> values) {
        return values == null || values.isEmpty();
    }
}
