package io.keyholder.web.shape;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Knows what ids stand for, as far as the caller of the request at hand may. A bean. */
public interface NameLookup {

    /** What ids it knows, as {@link Expandable#kind} says it. */
    String kind();

    /** @return by id; one whose name the caller may not see is left out */
    Map<UUID, Reference> find(Set<UUID> ids);
}
