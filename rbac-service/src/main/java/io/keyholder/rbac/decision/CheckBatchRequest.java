package io.keyholder.rbac.decision;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Many questions at once. */
@Schema(name = "AccessCheckBatchRequest", description = "Many questions at once.")
record CheckBatchRequest(@NotEmpty @Size(max = 1000) List<@NotNull @Valid CheckRequest> checks) {}
