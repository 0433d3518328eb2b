package io.keyholder.invitation.invitation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Nothing: there is nothing to say when cancelling. A body that names anything is refused. */
@Schema(name = "CancelRequest", description = "Nothing: leave the body out, or send an empty object.")
public record CancelRequest() {}
