package io.keyholder.invitation.api;

import io.keyholder.invitation.application.InvitationFilter;
import io.keyholder.invitation.application.Invitations;
import io.keyholder.invitation.domain.Invitation;
import io.keyholder.invitation.domain.InvitationStatus;
import io.keyholder.web.Access;
import io.keyholder.web.list.Sort;
import io.keyholder.web.text.Domain;
import io.keyholder.web.text.Names;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a list is asked for, cut to what the caller may see. */
@RequestScoped
class InvitationLists {
    private final Access access;
    private final InvitationVisibility visibility;
    private final Invitations invitations;
    private final InvitationViews views;
    private final Clock clock;

    InvitationLists(
            Access access,
            InvitationVisibility visibility,
            Invitations invitations,
            InvitationViews views,
            Clock clock) {
        this.access = access;
        this.visibility = visibility;
        this.invitations = invitations;
        this.views = views;
        this.clock = clock;
    }

    /** The two boxes an invitation can lie in. */
    @Schema(name = "InvitationBox")
    enum Box {
        SENT,
        RECEIVED
    }

    InvitationFilter filter(
            @Nullable Box box,
            @Nullable List<InvitationStatus> statuses,
            @Nullable UUID customerId,
            @Nullable String q,
            @Nullable List<UUID> ids,
            @Nullable Instant updatedSince,
            @Nullable String sort) {
        boolean received = box != Box.SENT && visibility.seesReceived();
        return new InvitationFilter(
                access.tenant(),
                box != Box.RECEIVED && visibility.seesSent(),
                received,
                statuses == null || statuses.isEmpty()
                        ? EnumSet.of(InvitationStatus.PENDING)
                        : EnumSet.copyOf(statuses),
                clock.instant(),
                Optional.ofNullable(customerId),
                Optional.ofNullable(q).map(text -> search(text, received)),
                ids == null ? Set.of() : Set.copyOf(ids),
                Optional.ofNullable(updatedSince),
                Sort.parseLatestFirst(sort, InvitationFilter.SORTED_BY));
    }

    /** By what the next page goes on. */
    static List<String> keysOf(Invitation invitation, Sort sort) {
        String key = switch (sort.field()) {
            case "createdAt" -> invitation.createdAt().toString();
            case "expiresAt" -> invitation.expiresAt().toString();
            default -> invitation.offer().partnerDomain();
        };
        return List.of(key, invitation.id().toString());
    }

    /** Names are known in memory alone, so the customers that are meant are found before the database is asked. */
    private InvitationFilter.Search search(String text, boolean received) {
        String key = Names.key(text);
        Set<UUID> named = !received
                ? Set.of()
                : invitations.customersThatInvited(access.tenant()).stream()
                        .filter(customer -> Names.key(views.nameOf(customer)).contains(key))
                        .collect(Collectors.toSet());
        return new InvitationFilter.Search(Domain.parse(text).map(Domain::name).orElse(key), named);
    }
}
