package io.keyholder.web.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTableTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final CsvTable table = new CsvTable(out, List.of("name", "capacity"));

    @Test
    void shouldWriteTheNamesThoughNothingFollows() throws IOException {
        assertThat(written()).isEqualTo("name,capacity\r\n");
    }

    @Test
    void shouldQuoteEveryCell() throws IOException {
        table.row(List.of("Rainier", ""));
        table.row(List.of("a,b \"c\"\nd", "7"));

        assertThat(written()).isEqualTo("name,capacity\r\n\"Rainier\",\"\"\r\n\"a,b \"\"c\"\"\nd\",\"7\"\r\n");
    }

    @Test
    void shouldWriteUtf8() throws IOException {
        table.row(List.of("Łódź 😀", "1"));

        assertThat(written()).endsWith("\"Łódź 😀\",\"1\"\r\n");
    }

    private String written() throws IOException {
        table.flush();
        return out.toString(StandardCharsets.UTF_8);
    }
}
