package io.keyholder.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One page of a list, which knows how to get the next one. */
public final class Page<T> {
    private final List<T> items;
    private final @Nullable String nextCursor;
    private final @Nullable Long total;
    private Function<String, Page<T>> following = cursor -> {
        throw new IllegalStateException("This page was not read by a client");
    };

    @JsonCreator
    Page(
            @JsonProperty("items") List<T> items,
            @JsonProperty("nextCursor") @Nullable String nextCursor,
            @JsonProperty("total") @Nullable Long total) {
        this.items = Objects.requireNonNullElse(items, List.of());
        this.nextCursor = nextCursor;
        this.total = total;
    }

    Page<T> followedBy(Function<String, Page<T>> next) {
        following = next;
        return this;
    }

    /** In the order that was asked for. */
    public List<T> items() {
        return items;
    }

    /** What to send as {@code cursor} to get the next page; empty on the last. */
    public Optional<String> nextCursor() {
        return Optional.ofNullable(nextCursor);
    }

    /** How many items there are in all, where {@code includeTotal} was asked for. */
    public OptionalLong total() {
        return total == null ? OptionalLong.empty() : OptionalLong.of(total);
    }

    /** Asks for the next page; empty after the last. */
    public Optional<Page<T>> next() {
        return nextCursor().map(following);
    }

    /** The items of this page and of all that follow, which are asked for as they are needed. */
    public Stream<T> all() {
        return Stream.iterate(Optional.of(this), Optional::isPresent, page -> page.flatMap(Page::next))
                .flatMap(page -> page.orElseThrow().items().stream());
    }
}
