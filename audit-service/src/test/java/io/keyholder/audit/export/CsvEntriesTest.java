package io.keyholder.audit.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.Ids;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvEntriesTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "＝1", "\uFEFF=1"})
    void shouldDefuseWhatASpreadsheetWouldCompute(String name) throws IOException {
        assertThat(line(name)).startsWith("\"Room\",\"'" + name + "\",\"Update\",");
    }

    @Test
    void shouldDefuseWhatBecomesACellWhereAnotherSeparatorIsUsed() throws IOException {
        assertThat(line("x;=cmd|'/C calc'!A0")).startsWith("\"Room\",\"x;'=cmd|'/C calc'!A0\",");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Room 1 = 2", "a-b", "1+1", "'quoted'", "ada@aurora.example", "#1"})
    void shouldLeaveOtherNamesAsTheyAre(String name) throws IOException {
        assertThat(line(name)).startsWith("\"Room\",\"" + name + "\",\"Update\",");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a,b", "a\nb", "a\rb", "a\r\nb"})
    void shouldQuoteEveryCell(String name) throws IOException {
        assertThat(line(name)).startsWith("\"Room\",\"" + name + "\",\"Update\",");
    }

    @Test
    void shouldDoubleQuotes() throws IOException {
        assertThat(line("the \"big\" room")).startsWith("\"Room\",\"the \"\"big\"\" room\",\"Update\",");
    }

    /** The line of an entry, the header's left out. */
    private static String line(String objectName) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvEntries csv = new CsvEntries(out);
        csv.flush();
        int header = out.size();
        csv.write(new AuditEntry(
                Ids.next(),
                Instant.EPOCH,
                AuditEntry.Category.ROOM,
                AuditEntry.Operation.UPDATE,
                AuditEntry.Result.SUCCESSFUL,
                null,
                objectName,
                null,
                "ada",
                null,
                null,
                null,
                1));
        csv.flush();
        return out.toString(UTF_8).substring(header);
    }
}
