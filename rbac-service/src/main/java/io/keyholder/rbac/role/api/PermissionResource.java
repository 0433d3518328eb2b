package io.keyholder.rbac.role.api;

import io.keyholder.access.Permission;
import io.keyholder.web.list.ListParameters;
import io.keyholder.web.list.Page;
import io.keyholder.web.list.PageRequest;
import io.keyholder.web.list.Pages;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The catalogue that roles are made of. */
@Path("/permissions")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Roles", description = "Named sets of permissions, of a tenant's own or of one relationship.")
class PermissionResource {
    private static final List<Permission> CATALOGUE = List.of(Permission.values());

    private final Pages pages;

    PermissionResource(Pages pages) {
        this.pages = pages;
    }

    /** A permission as it is answered. */
    @Schema(name = "Permission", description = "What a role can hold.")
    record PermissionView(
            @Schema(examples = "rooms:view") String name,

            @Schema(description = "What it is about.", examples = "rooms")
            String feature,

            @Schema(examples = "See rooms.") String description) {

        static PermissionView of(Permission permission) {
            return new PermissionView(permission.permissionName(), permission.feature(), permission.description());
        }
    }

    @GET
    @Operation(
            operationId = "listPermissions",
            summary = "List permissions",
            description = "The whole catalogue, in its own order.")
    public Page<PermissionView> list(@BeanParam ListParameters listing) {
        PageRequest page = pages.requested(listing);
        int from = page.isFirst()
                ? 0
                : CATALOGUE.indexOf(Permission.named(page.after().getFirst()).orElseThrow()) + 1;
        int to = Math.min(from + page.limit() + 1, CATALOGUE.size());
        return pages.page(
                page,
                CATALOGUE.subList(from, to),
                permission -> List.of(permission.permissionName()),
                CATALOGUE::size,
                PermissionView::of);
    }

    /** How the list is described in the reference. */
    @Schema(name = "PermissionPage")
    record PermissionPage(
            List<PermissionView> items,
            @Nullable String nextCursor,
            @Nullable Long total) {}
}
