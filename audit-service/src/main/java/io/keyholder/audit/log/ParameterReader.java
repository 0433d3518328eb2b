package io.keyholder.audit.log;

import io.keyholder.audit.log.model.Period;
import io.keyholder.contracts.Ids;
import io.keyholder.problems.Violation;
import io.keyholder.problems.ViolationCode;
import io.keyholder.web.ProblemException;
import io.keyholder.web.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads texts, and notes those that cannot be read, to name them all at once. */
final class ParameterReader {
    private final List<Violation> unreadable = new ArrayList<>();

    /** @param earliest where the period begins at the earliest, and by default */
    Period period(@Nullable String from, @Nullable String to, Instant earliest) {
        Optional<Instant> start = time("from", from);
        Optional<Instant> end = time("to", to);
        if (start.isPresent() && end.isPresent() && start.get().isAfter(end.get())) {
            unreadable.add(new Violation("from", ViolationCode.OUT_OF_RANGE, "must not be after to"));
        }
        return new Period(start.orElse(earliest), end).notBefore(earliest);
    }

    /** The named constants, in our spelling or in that of the export. */
    <E extends Enum<E>> Set<E> anyOf(
            String name, @Nullable List<String> texts, E[] constants, Function<E, String> exported) {
        Set<E> named = new HashSet<>();
        for (String text : orEmpty(texts)) {
            Arrays.stream(constants)
                    .filter(constant -> constant.name().equals(text)
                            || exported.apply(constant).equals(text))
                    .findFirst()
                    .ifPresentOrElse(
                            named::add,
                            () -> unreadable.add(new Violation(
                                    name, ViolationCode.NOT_ALLOWED, "must be one of " + all(constants))));
        }
        return named;
    }

    Set<String> texts(@Nullable List<String> texts) {
        return Set.copyOf(orEmpty(texts));
    }

    Set<UUID> ids(String name, @Nullable List<String> texts) {
        Set<UUID> ids = new HashSet<>();
        for (String text : orEmpty(texts)) {
            Ids.parse(text)
                    .ifPresentOrElse(
                            ids::add,
                            () -> unreadable.add(new Violation(name, ViolationCode.MALFORMED, "must be an id (UUID)")));
        }
        return ids;
    }

    /** @throws ProblemException {@code invalid-request} naming every parameter that could not be read */
    void refuseUnreadable() {
        if (!unreadable.isEmpty()) {
            throw ProblemException.invalid(unreadable);
        }
    }

    private Optional<Instant> time(String name, @Nullable String text) {
        Optional<Instant> time = Optional.ofNullable(text).flatMap(Times::parse);
        if (text != null && time.isEmpty()) {
            unreadable.add(new Violation(name, ViolationCode.MALFORMED, Times.RULE));
        }
        return time;
    }

    private static List<String> orEmpty(@Nullable List<String> texts) {
        return texts == null ? List.of() : texts;
    }

    private static <E extends Enum<E>> String all(E[] constants) {
        return Arrays.stream(constants).map(Enum::name).collect(Collectors.joining(", "));
    }
}
