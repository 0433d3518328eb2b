package io.keyholder.e2e.actors;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The audit log as it is exported. */
public record AuditCsv(List<String> columns, List<Entry> entries) {

    /** One line, in the order of the columns. */
    public record Entry(
            String category,
            String objectName,
            String operation,
            String resultStatus,
            String tenantId,
            String creationTime,
            String userId,
            String userTenantId) {

        /** Without object and time, as one text: {@code Room Update Failed}. */
        public String what() {
            return category + " " + operation + " " + resultStatus;
        }

        static Entry of(String[] fields) {
            if (fields.length != 8) {
                throw new AssertionError("Not eight fields: " + String.join("|", fields));
            }
            return new Entry(fields[0], fields[1], fields[2], fields[3], fields[4], fields[5], fields[6], fields[7]);
        }
    }

    public static AuditCsv parse(String csv) {
        CsvMapper mapper =
                CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();
        try (var lines = mapper.readerFor(String[].class).<String[]>readValues(csv)) {
            List<String[]> all = lines.readAll();
            return new AuditCsv(
                    List.of(all.getFirst()), all.stream().skip(1).map(Entry::of).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Entry> of(String what, Actor actor) {
        return entries.stream()
                .filter(entry -> entry.what().equals(what) && entry.userId().equals(actor.id()))
                .toList();
    }
}
