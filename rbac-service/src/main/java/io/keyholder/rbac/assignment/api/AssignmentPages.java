package io.keyholder.rbac.assignment.api;

import io.keyholder.rbac.assignment.application.AssignmentFilter;
import io.keyholder.rbac.assignment.application.Assignments;
import io.keyholder.rbac.assignment.domain.Assignment;
import io.keyholder.rbac.context.domain.Context;
import io.keyholder.web.list.ListParameters;
import io.keyholder.web.list.Page;
import io.keyholder.web.list.PageRequest;
import io.keyholder.web.list.Pages;
import io.keyholder.web.text.Names;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;

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

    Page<AssignmentView> page(ListParameters listing, Context context, AssignmentFilter filter) {
        PageRequest page = pages.requested(listing);
        return pages.page(
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
}
