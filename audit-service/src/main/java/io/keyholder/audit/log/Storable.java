package io.keyholder.audit.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.TextNode;
import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.FieldChange;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry in a form that can always be stored. Services bound what they write; whatever does come, an entry that was
 * acknowledged gets into the log: a text that is too long for an index, or for reason, is cut, and ends with a mark by which
 * two that begin alike are still told apart.
 */
final class Storable {
    private static final int ID = 255;
    private static final int NAME = 4_000;
    private static final int CHANGES = 256 * 1024;
    private static final int MARK_BYTES = 8;

    private Storable() {}

    static AuditEntry form(AuditEntry entry) {
        return new AuditEntry(
                entry.id(),
                entry.time(),
                entry.category(),
                entry.operation(),
                entry.result(),
                cutOrNull(entry.objectId(), NAME),
                cut(entry.objectName(), NAME),
                entry.tenantId(),
                cut(entry.userId(), ID),
                entry.userTenantId(),
                entry.relationshipId(),
                cutOrNull(entry.reason(), ID),
                entry.count(),
                cutOrNull(entry.clientAddress(), ID),
                cutOrNull(entry.requestId(), ID),
                fitting(entry.changes()));
    }

    private static @Nullable String cutOrNull(@Nullable String text, int longest) {
        return text == null ? null : cut(text, longest);
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        String mark = "…#" + digest(text);
        return text.substring(0, longest - mark.length()) + mark;
    }

    private static List<FieldChange> fitting(List<FieldChange> changes) {
        String written = Changes.write(changes);
        return written == null || written.length() <= CHANGES
                ? changes
                : List.of(new FieldChange(
                        "…", null, TextNode.valueOf("(" + changes.size() + " fields, too long to be kept)")));
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, MARK_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
