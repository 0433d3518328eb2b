package io.keyholder.rooms.transfer;

import io.keyholder.rooms.room.model.Room;
import io.keyholder.web.csv.CsvTable;
import io.keyholder.web.csv.SafeCells;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;

/**
 * Rooms as CSV, in the columns that an import reads. Whose they are is said where they are not all of one's own tenant.
 * Texts that a spreadsheet would take for formulas are guarded; an import takes the guard away.
 */
final class CsvWriting implements RoomWriter {
    private final CsvTable csv;
    private final List<Column> columns;

    CsvWriting(OutputStream out, boolean severalTenants) {
        this.columns = Arrays.stream(Column.values())
                .filter(column -> severalTenants || column != Column.TENANT_ID)
                .toList();
        this.csv = new CsvTable(out, columns.stream().map(Column::title).toList());
    }

    @Override
    public void write(Room room) {
        csv.row(columns.stream()
                .map(column -> SafeCells.guard(cell(column, room)))
                .toList());
    }

    @Override
    public void flush() throws IOException {
        csv.flush();
    }

    private static String cell(Column column, Room room) {
        return switch (column) {
            case ID -> room.id().toString();
            case TENANT_ID -> room.tenantId().toString();
            default -> column.of(room.details());
        };
    }
}
