package io.keyholder.rbac.role;

import io.keyholder.access.Permission;
import io.keyholder.web.list.ListParameters;
import io.keyholder.web.list.Page;
import io.keyholder.web.list.Pages;
import io.keyholder.web.list.Results;
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

/** The catalogue that roles are made of. */
@Path("/permissions")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Roles", description = "Named sets of permissions, of a tenant's own or of one relationship.")
class PermissionResource {
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
        return pages.page(listing, new Catalogue(), PermissionView::of);
    }

    private record Catalogue() implements Results<Permission> {
        private static final List<Permission> ALL = List.of(Permission.values());

        @Override
        public List<Permission> page(List<String> after, int limit) {
            int from = after.isEmpty()
                    ? 0
                    : ALL.indexOf(Permission.named(after.getFirst()).orElseThrow()) + 1;
            return ALL.subList(from, Math.min(from + limit, ALL.size()));
        }

        @Override
        public long count() {
            return ALL.size();
        }

        @Override
        public List<String> keysOf(Permission permission) {
            return List.of(permission.permissionName());
        }
    }
}
