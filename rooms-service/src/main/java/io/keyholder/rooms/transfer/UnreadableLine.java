package io.keyholder.rooms.transfer;

import io.keyholder.problems.ViolationCode;
import io.keyholder.rooms.transfer.model.BadLine;

/** A line of an import after which nothing more can be read. */
final class UnreadableLine extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient BadLine line;

    UnreadableLine(int line, ViolationCode code, String message) {
        super(message, null, false, false);
        this.line = new BadLine(line, code, message);
    }

    BadLine line() {
        return line;
    }
}
