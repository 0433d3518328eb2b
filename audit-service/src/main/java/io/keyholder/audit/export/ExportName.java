package io.keyholder.audit.export;

import io.keyholder.audit.log.model.Period;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The name of an export's file: {@code audit-<from>-<to>.csv}, the times without colons, which not all systems take. */
final class ExportName {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private ExportName() {}

    static String of(Period period, Instant now, ExportFormat format) {
        return "audit-" + TIME.format(period.from()) + "-"
                + TIME.format(period.until().orElse(now)) + "." + format.extension();
    }
}
