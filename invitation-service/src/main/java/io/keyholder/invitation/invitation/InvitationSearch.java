package io.keyholder.invitation.invitation;

import io.keyholder.invitation.invitation.model.InvitationStatus;
import io.keyholder.web.list.Selection;
import io.keyholder.web.list.Sort;
import io.keyholder.web.text.Domain;
import io.keyholder.web.text.Names;
import jakarta.ws.rs.QueryParam;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.NullUnmarked;

/** Filters and order of the list of invitations. */
@NullUnmarked // JAX-RS fills the fields, and leaves those null that the query does not name.
public class InvitationSearch extends Selection {
    /** What an invitation has of a name is the domain it goes to. */
    private static final List<String> ORDERS = List.of("createdAt", "expiresAt", "partnerDomain", "name");

    /** The two boxes an invitation can lie in. */
    @Schema(name = "InvitationBox")
    public enum Box {
        SENT,
        RECEIVED
    }

    @Parameter(description = "Sent or received ones; without it both.")
    @QueryParam("box")
    Box box;

    @Parameter(description = "Any of these; without it the pending ones.")
    @QueryParam("status")
    List<InvitationStatus> status;

    @Parameter(description = "Of this customer alone.")
    @QueryParam("customerId")
    UUID customerId;

    @Parameter(description = "A part of the partner's domain, or of the inviting customer's name.")
    @QueryParam("q")
    String q;

    @Parameter(
            description = "The order, descending with a minus before it. `name` is the partner's domain.",
            schema =
                    @Schema(
                            implementation = String.class,
                            enumeration = {
                                "createdAt",
                                "-createdAt",
                                "expiresAt",
                                "-expiresAt",
                                "partnerDomain",
                                "-partnerDomain",
                                "name",
                                "-name"
                            },
                            defaultValue = "-createdAt"))
    @QueryParam("sort")
    String sort;

    /** What the caller may see of what is asked for. */
    InvitationFilter filter(InvitationAccess access) {
        boolean sent = box != Box.RECEIVED && access.seesSent();
        boolean received = box != Box.SENT && access.seesReceived();
        return new InvitationFilter(
                access.tenant(),
                sent,
                received,
                status == null || status.isEmpty() ? EnumSet.of(InvitationStatus.PENDING) : EnumSet.copyOf(status),
                Optional.ofNullable(customerId),
                Optional.ofNullable(q).map(text -> search(text, received ? access.invitersNamed(text) : Set.of())),
                among(),
                since(),
                Sort.parseLatestFirst(sort, ORDERS));
    }

    private static InvitationFilter.Search search(String text, Set<UUID> customers) {
        return new InvitationFilter.Search(Domain.parse(text).map(Domain::name).orElse(Names.key(text)), customers);
    }
}
