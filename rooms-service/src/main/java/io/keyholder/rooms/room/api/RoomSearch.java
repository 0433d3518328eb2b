package io.keyholder.rooms.room.api;

import io.keyholder.access.AccessContext;
import io.keyholder.access.AccessScope;
import io.keyholder.access.Permission;
import io.keyholder.problems.ViolationCode;
import io.keyholder.rooms.room.application.RoomFilter;
import io.keyholder.rooms.room.application.RoomFilter.Order;
import io.keyholder.rooms.room.domain.Reach;
import io.keyholder.rooms.room.domain.Room;
import io.keyholder.web.Access;
import io.keyholder.web.ProblemException;
import io.keyholder.web.list.Sort;
import jakarta.ws.rs.QueryParam;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.NullUnmarked;

/** The filters and the order of the list of rooms. */
@NullUnmarked // JAX-RS fills the fields, and leaves those null that the query does not name.
public class RoomSearch {
    private static final List<String> ORDERS = List.of("name", "createdAt");

    /** Whose rooms, seen from the caller. */
    public enum View {
        PARTNER
    }

    @Parameter(description = "Rooms of these customers alone. One that the caller does not see has no rooms here.")
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

    @Parameter(description = "Default: ACTIVE. Unenrolled rooms are their own tenant's to see.")
    @QueryParam("status")
    List<Room.Status> status;

    @Parameter(description = "Rooms whose name contains this, without regard to case.")
    @QueryParam("q")
    String q;

    @Parameter(description = "PARTNER leaves out the caller's own tenant.")
    @QueryParam("view")
    View view;

    @Parameter(
            description = "The order, descending with a minus before it.",
            schema =
                    @Schema(
                            implementation = String.class,
                            enumeration = {"name", "-name", "createdAt", "-createdAt"},
                            defaultValue = "name"))
    @QueryParam("sort")
    String sort;

    /** What the caller sees of what is asked for. */
    public RoomFilter filter(Access access, RoomAccess rooms) {
        UUID tenant = access.tenant();
        List<Reach> reaches = rooms.everywhere(Permission.ROOMS_VIEW, context -> isAskedFor(context, tenant));
        if (!isEmpty(groupId)) {
            AccessScope groups = new AccessScope(false, Set.of(), Set.copyOf(groupId));
            reaches = reaches.stream().map(reach -> reach.within(groups)).toList();
        }
        return new RoomFilter(
                reaches,
                countries(),
                isEmpty(externalId) ? Set.of() : Set.copyOf(externalId),
                isEmpty(status) ? Set.of(Room.Status.ACTIVE) : EnumSet.copyOf(status),
                Optional.ofNullable(q),
                order());
    }

    private boolean isAskedFor(AccessContext context, UUID tenant) {
        return (isEmpty(customerId) || customerId.contains(context.customerId()))
                && !(view == View.PARTNER && context.customerId().equals(tenant));
    }

    private Set<String> countries() {
        if (isEmpty(country)) {
            return Set.of();
        }
        if (!Country.Known.all().containsAll(country)) {
            throw ProblemException.invalid("country", ViolationCode.NOT_ALLOWED, Country.RULE);
        }
        return Set.copyOf(country);
    }

    private Order order() {
        Sort asked = Sort.parse(sort, ORDERS);
        return new Order("name".equals(asked.field()) ? Order.Key.NAME : Order.Key.CREATED_AT, asked.descending());
    }

    private static boolean isEmpty(List<?> values) {
        return values == null || values.isEmpty();
    }
}
