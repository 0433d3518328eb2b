package io.keyholder.web.list;

import io.keyholder.sql.Keyset;
import io.keyholder.web.text.Names;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The order of a list of things that have a name: by it, or by when they were created. */
public record NamedOrder(boolean byName, boolean descending) {
    private static final List<String> FIELDS = List.of("name", "createdAt");

    /** Of a list that nobody has asked to be ordered otherwise. */
    public static final NamedOrder NAMES = new NamedOrder(true, false);

    /**
     * @param asked {@code name}, {@code createdAt}, or one with a minus before it; null: by name
     * @throws io.keyholder.web.ProblemException {@code invalid-request} naming the fields
     */
    static NamedOrder parse(@Nullable String asked) {
        Sort sort = Sort.parse(asked, FIELDS);
        return new NamedOrder(sort.field().equals("name"), sort.descending());
    }

    /** Over the columns {@code name_key}, which holds the name as {@link Names#key} folds it, or {@code created_at}. */
    public Keyset keyset() {
        return byName ? Keyset.byText("name_key", descending) : Keyset.byTime("created_at", descending);
    }

    /** By what an item is ordered, as {@link Results#keysOf} wants it. */
    public List<String> keysOf(String name, Instant createdAt, UUID id) {
        return List.of(byName ? Names.key(name) : createdAt.toString(), id.toString());
    }
}
