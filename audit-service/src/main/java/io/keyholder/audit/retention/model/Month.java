package io.keyholder.audit.retention.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A partition of the log: a month by UTC. */
public record Month(YearMonth month) {
    private static final Pattern NAME = Pattern.compile("audit_entry_(\\d{4})_(\\d{2})");

    /** Empty for the table of what lies outside the months. */
    public static Optional<Month> named(String table) {
        Matcher name = NAME.matcher(table);
        return name.matches()
                ? Optional.of(new Month(YearMonth.of(Integer.parseInt(name.group(1)), Integer.parseInt(name.group(2)))))
                : Optional.empty();
    }

    public String table() {
        return "audit_entry_%04d_%02d".formatted(month.getYear(), month.getMonthValue());
    }

    public LocalDate firstDay() {
        return month.atDay(1);
    }

    /** Exclusive. */
    public Instant end() {
        return month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
