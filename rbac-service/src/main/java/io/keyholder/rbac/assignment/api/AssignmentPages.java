package io.keyholder.rbac.assignment.api;

import io.keyholder.rbac.assignment.application.AssignmentFilter;
import io.keyholder.rbac.assignment.application.Assignments;
import io.keyholder.rbac.assignment.domain.Assignment;
import io.keyholder.rbac.context.domain.Context;
import io.keyholder.web.list.Listing;
import io.keyholder.web.list.PageRequest;
import io.keyholder.web.list.Pages;
import io.keyholder.web.text.Names;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Lists of assignments, of a context or of a role. */
@RequestScoped
class AssignmentPages {
    private final Assignments assignments;
    private final AssignmentRequests requests;
    private final Pages pages;

    AssignmentPages(Assignments assignments, AssignmentRequests requests, Pages pages) {
        this.assignments = assignments;
        this.requests = requests;
        this.pages = pages;
    }

    Response answer(Listing listing, Context context, AssignmentFilter filter) {
        PageRequest page = pages.requested(listing);
        return pages.answer(
                page,
                assignments.list(filter, page.after(), page.limit() + 1),
                assignment -> keys(filter, assignment),
                () -> assignments.count(filter),
                assignment -> requests.view(context, assignment));
    }

    private static List<String> keys(AssignmentFilter filter, Assignment assignment) {
        String first = filter.sort().field().equals("name")
                ? Names.key(assignment.details().name())
                : assignment.createdAt().toString();
        return List.of(first, assignment.id().toString());
    }

    /** How a page is described in the reference. */
    @Schema(name = "AssignmentPage")
    record AssignmentPage(
            List<AssignmentView> items,
            @Nullable String nextCursor,
            @Nullable Long total) {}
}
