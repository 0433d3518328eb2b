package io.keyholder.rooms.transfer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The first row of a CSV file: which column is where. */
final class Header {
    private static final int LONGEST_NAME = 100;

    private final List<Optional<Column>> columns;

    private Header(List<Optional<Column>> columns) {
        this.columns = columns;
    }

    /** @param cells without those at the end that are empty */
    static Header of(List<String> cells) {
        return new Header(cells.stream().map(Column::titled).toList());
    }

    int size() {
        return columns.size();
    }

    boolean has(Column column) {
        return columns.contains(Optional.of(column));
    }

    /** What is wrong with it, in one line; empty: nothing. */
    String faults(List<String> cells) {
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            Optional<Column> column = columns.get(i);
            if (column.isEmpty()) {
                faults.add(shortened(cells.get(i)) + ": is not a column known here");
            } else if (columns.indexOf(column) < i) {
                faults.add(column.get().title() + ": appears twice");
            }
        }
        Column.NEEDED.stream()
                .filter(needed -> !has(needed))
                .forEach(needed -> faults.add(needed.title() + ": the column is missing"));
        return faults.isEmpty() ? "" : String.join("; ", faults) + ". The header may name " + Column.all() + ".";
    }

    /** The cells that say something. */
    Map<Column, String> named(List<String> cells) {
        Map<Column, String> named = new EnumMap<>(Column.class);
        for (int i = 0; i < columns.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                named.put(columns.get(i).orElseThrow(), cells.get(i));
            }
        }
        return named;
    }

    private static String shortened(String name) {
        String shown = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
        return shown.isEmpty() ? "a column without a name" : shown;
    }
}
