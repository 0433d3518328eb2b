package io.keyholder.rooms.transfer;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The beginning of a CSV file, which tells what separates its cells: a line {@code sep=;}, as spreadsheets write it, or else
 * what the header has most of outside quotes.
 *
 * @param reader goes on at the header
 * @param linesBefore how many lines lie before that
 */
record CsvBeginning(Reader reader, char separator, int linesBefore) {
    private static final Pattern SAYS_SEPARATOR = Pattern.compile("(?i)\"?sep=(.)\"?\\s*");
    private static final char[] KNOWN = {',', ';', '\t'};

    static CsvBeginning of(TextLines text, ImportConfig limits) throws IOException {
        PushbackReader reader = new PushbackReader(text, limits.lineLength() + 2);
        int linesBefore = 0;
        char separator = 0;
        String line = line(reader);
        while (!line.isEmpty()
                && (line.isBlank() || SAYS_SEPARATOR.matcher(line).matches())) {
            Matcher said = SAYS_SEPARATOR.matcher(line);
            separator = said.matches() ? said.group(1).charAt(0) : separator;
            text.rowTaken();
            linesBefore++;
            line = line(reader);
        }
        reader.unread(line.toCharArray());
        return new CsvBeginning(reader, separator == 0 ? mostOf(line) : separator, linesBefore);
    }

    /** With its end, so that only what is read past the last line is empty. */
    private static String line(PushbackReader reader) throws IOException {
        StringBuilder line = new StringBuilder();
        int next = reader.read();
        while (next >= 0 && next != '\n' && next != '\r') {
            line.append((char) next);
            next = reader.read();
        }
        if (next >= 0) {
            line.append((char) next);
        }
        if (next == '\r') {
            int after = reader.read();
            if (after == '\n') {
                line.append('\n');
            } else if (after >= 0) {
                reader.unread(after);
            }
        }
        return line.toString();
    }

    private static char mostOf(String header) {
        char most = KNOWN[0];
        for (char candidate : KNOWN) {
            most = count(header, candidate) > count(header, most) ? candidate : most;
        }
        return most;
    }

    private static int count(String header, char separator) {
        boolean quoted = false;
        int count = 0;
        for (char next : header.toCharArray()) {
            quoted ^= next == '"';
            count += !quoted && next == separator ? 1 : 0;
        }
        return count;
    }
}
