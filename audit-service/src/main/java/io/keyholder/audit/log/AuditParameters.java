package io.keyholder.audit.log;

import io.keyholder.audit.log.model.EntryFilter;
import io.keyholder.audit.log.model.LogQuery;
import io.keyholder.audit.log.model.Period;
import io.keyholder.contracts.AuditEntry;
import io.keyholder.web.ProblemException;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.NullUnmarked;

/**
 * What listing and exporting can be narrowed to. All are taken as texts and read by {@link #query}, once the caller is
 * authorised: a converter would speak before.
 */
@NullUnmarked // JAX-RS fills the fields, and leaves those null that the query does not name.
public class AuditParameters {

    @Parameter(
            description = "The earliest time, inclusive. By default, and at most, the retention back: 180 days.",
            schema = @Schema(type = SchemaType.STRING, format = "date-time", examples = "2026-01-01T00:00:00Z"))
    @QueryParam("from")
    String from;

    @Parameter(
            description = "The latest time, exclusive. By default up to now.",
            schema = @Schema(type = SchemaType.STRING, format = "date-time", examples = "2026-02-01T00:00:00Z"))
    @QueryParam("to")
    String to;

    @Parameter(
            description =
                    "Any of these kinds of objects. The export's spelling, `PartnerInvitation`, is taken as well.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = AuditEntry.Category.class))
    @QueryParam("category")
    List<String> category;

    @Parameter(
            description = "Any of these operations.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = AuditEntry.Operation.class))
    @QueryParam("operation")
    List<String> operation;

    @Parameter(
            description = "Any of these results.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = AuditEntry.Result.class))
    @QueryParam("resultStatus")
    List<String> resultStatus;

    @Parameter(description = "What any of these users did: the token's `sub`.")
    @QueryParam("userId")
    List<String> userId;

    @Parameter(
            description = "What users of any of these tenants did.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = UUID.class))
    @QueryParam("userTenantId")
    List<String> userTenantId;

    /**
     * What is asked of a tenant's log.
     *
     * @param earliest how far back it goes
     * @throws ProblemException {@code invalid-request} naming every parameter that cannot be read
     */
    public LogQuery query(UUID tenantId, Instant earliest) {
        ParameterReader reader = new ParameterReader();
        Period period = reader.period(from, to, earliest);
        EntryFilter filter = new EntryFilter(
                reader.anyOf("category", category, AuditEntry.Category.values(), AuditEntry.Category::exported),
                reader.anyOf("operation", operation, AuditEntry.Operation.values(), AuditEntry.Operation::exported),
                reader.anyOf("resultStatus", resultStatus, AuditEntry.Result.values(), AuditEntry.Result::exported),
                reader.texts(userId),
                reader.ids("userTenantId", userTenantId));
        reader.refuseUnreadable();
        return new LogQuery(tenantId, period, filter);
    }
}
