package io.keyholder.problems;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every problem the platform answers with. A constant is part of the contract: its slug and status never change once
 * released, its words may. The page {@code /problems/<slug>} is made from it.
 */
public enum ProblemType {
    INVALID_REQUEST(
            "invalid-request",
            400,
            "The request is not valid",
            "A field, a parameter or the body is missing, unknown, malformed or outside what is allowed.",
            "Correct each field that `violations` names, and send the request again."),
    INVALID_CURSOR(
            "invalid-cursor",
            400,
            "The cursor is not valid",
            "The cursor is broken, too old, or belongs to another caller, another list or other filters.",
            "Start again at the first page, without `cursor`, and keep the filters the same from page to page."),
    UNAUTHENTICATED(
            "unauthenticated",
            401,
            "No valid access token",
            "The request carries no access token, or one that is not accepted: expired, not yet valid, changed, for"
                    + " another audience, of an issuer that is not registered or does not speak for that tenant, or of"
                    + " a tenant that is suspended.",
            "Get a new access token (not an ID or refresh token) from your organisation's identity provider and send"
                    + " it as `Authorization: Bearer …`."),
    FORBIDDEN(
            "forbidden",
            403,
            "Not allowed",
            "You can see this, but lack the permission that the request needs, or would hand on a right that you do"
                    + " not hold yourself. `detail` names the permission.",
            "Ask who administers roles in this context for the permission."),
    NOT_FOUND(
            "not-found",
            404,
            "Not found",
            "Nothing is there, or nothing that you may know of: the two look the same.",
            "Check the address and the id. If it should be yours to see, ask who administers roles in that context."),
    METHOD_NOT_ALLOWED(
            "method-not-allowed",
            405,
            "Method not allowed",
            "The address exists, but not with this method.",
            "Use one of the methods that the `Allow` header lists."),
    NOT_ACCEPTABLE(
            "not-acceptable",
            406,
            "No such representation",
            "The answer cannot be given in any media type that `Accept` names.",
            "Accept `application/json`, or the type that the reference names for this operation."),
    REQUEST_IN_PROGRESS(
            "request-in-progress",
            409,
            "The first request still runs",
            "A request with this `Idempotency-Key` has been received and is not answered yet.",
            "Wait a moment and send the same request with the same key again: it gives the first one's answer."),
    DOMAIN_TAKEN(
            "domain-taken",
            409,
            "The domain belongs to another tenant",
            "A verified domain belongs to exactly one tenant.",
            "Remove it from the other tenant first, or leave it out."),
    ISSUER_TAKEN(
            "issuer-taken",
            409,
            "The issuer belongs to another tenant",
            "An issuer speaks for one tenant, unless each of its tenants registers it as shared; the operators' own"
                    + " issuer speaks for none.",
            "Register the issuer as `shared` with every tenant that uses it, or use one of its own."),
    LIMIT_REACHED(
            "limit-reached",
            409,
            "A limit is reached",
            "The platform keeps only so many of these for one tenant. `detail` names the limit and its value.",
            "Delete what is no longer needed, or ask who runs the platform to raise the limit."),
    PARTNER_NOT_AVAILABLE(
            "partner-not-available",
            409,
            "No partner available at that domain",
            "The domain is not that of an organisation that can be invited. Why is not told.",
            "Check the domain's spelling with the partner, and that it takes part as a partner."),
    INVITATION_EXISTS(
            "invitation-exists",
            409,
            "An invitation is already pending",
            "There can be one pending invitation per customer and partner.",
            "Wait for the answer to the first one, or cancel it and invite again."),
    RELATIONSHIP_EXISTS(
            "relationship-exists",
            409,
            "The relationship already exists",
            "This partner already manages rooms for you, or is just being established.",
            "Change the delegation of the existing relationship, or end it before you invite again."),
    INVITATION_NOT_PENDING(
            "invitation-not-pending",
            409,
            "The invitation is no longer pending",
            "It has been accepted, denied or cancelled, or it has expired.",
            "Read it to see its status. A new invitation is the customer's to send."),
    CHANGE_NOT_PENDING(
            "change-not-pending",
            409,
            "The change is no longer pending",
            "It has been approved, rejected or withdrawn, it has expired, or what it was to replace has changed.",
            "Read it to see its status. A new one is the operator's to ask for."),
    RELATIONSHIP_NOT_ACTIVE(
            "relationship-not-active",
            409,
            "The relationship is not in the needed state",
            "The relationship is suspended or terminated, or already in the state that was asked for.",
            "Read it to see its status; a suspended one can be resumed by the customer."),
    RELATIONSHIP_TERMINATED(
            "relationship-terminated",
            409,
            "The relationship has ended",
            "A terminated relationship can be read, but nothing can be changed or created in it.",
            "Establish a new one by an invitation."),
    LAST_PRIMARY_ADMIN(
            "last-primary-admin",
            409,
            "The last Primary admin cannot be removed",
            "A relationship always keeps at least one Primary admin over all rooms and without an end date.",
            "Add another Primary admin first; to get the partner out, suspend or terminate the relationship."),
    LAST_ADMINISTRATOR(
            "last-administrator",
            409,
            "The last managed service administrator cannot be removed",
            "No Global admin of the tenant has signed in for 90 days, so nobody could name another administrator.",
            "Add another managed service administrator first, or let a Global admin sign in and make the change."),
    ROLE_NAME_TAKEN(
            "role-name-taken",
            409,
            "A role of that name exists",
            "Names of roles are unique within their context.",
            "Choose another name, or change the existing role."),
    ROLE_IN_USE(
            "role-in-use",
            409,
            "The role is assigned",
            "A role that has assignments cannot be deleted.",
            "Remove its assignments first."),
    BUILT_IN_ROLE(
            "built-in-role",
            409,
            "Built-in roles do not change",
            "A built-in role can be assigned, but neither changed nor deleted.",
            "Create a custom role with the permissions you need."),
    ASSIGNMENT_NAME_TAKEN(
            "assignment-name-taken",
            409,
            "An assignment of that name exists",
            "Names of assignments are unique within their role.",
            "Choose another name, or change the existing assignment."),
    ROOM_NAME_TAKEN(
            "room-name-taken",
            409,
            "A room of that name exists",
            "Names of rooms are unique within a tenant.",
            "Choose another name, or change the existing room."),
    EXTERNAL_ID_TAKEN(
            "external-id-taken",
            409,
            "A room of that external id exists",
            "A room's `externalId` is unique among a tenant's managed rooms.",
            "Choose another one, or change the room that has it; an import with `mode=UPSERT` does that."),
    ROOM_UNENROLLED(
            "room-unenrolled",
            409,
            "The room is unenrolled",
            "An unenrolled room can be read, but nothing about it can be changed, and it joins no group.",
            "Enrol the device anew: that is another room."),
    ROOM_GROUP_NAME_TAKEN(
            "room-group-name-taken",
            409,
            "A room group of that name exists",
            "Names of room groups are unique within a tenant.",
            "Choose another name, or change the existing group."),
    ROOM_GROUP_IN_USE(
            "room-group-in-use",
            409,
            "The room group is in use",
            "A delegation or an assignment refers to the group.",
            "Take it out of the delegations and assignments first."),
    PRECONDITION_FAILED(
            "precondition-failed",
            412,
            "Changed in the meantime",
            "The resource is no longer the version that `If-Match` names.",
            "Read it again, apply your change to what it is now, and send that with the new `ETag`."),
    PAYLOAD_TOO_LARGE(
            "payload-too-large",
            413,
            "The body is too large",
            "Bodies hold at most 1 MiB, an import of rooms 16 MiB.",
            "Send less at once: split the import, or the list."),
    URI_TOO_LONG(
            "uri-too-long",
            414,
            "The address is too long",
            "The line of method and address is longer than the platform reads: 8 KiB.",
            "Ask for less at once: fewer values of a filter, or one page after the other."),
    UNSUPPORTED_MEDIA_TYPE(
            "unsupported-media-type",
            415,
            "Media type not supported",
            "The body's `Content-Type`, its `charset` or its `Content-Encoding` is not one that this operation reads.",
            "Send `application/json` in UTF-8, for `PATCH` `application/merge-patch+json`, or what the reference names;"
                    + " not compressed."),
    IDEMPOTENCY_KEY_REUSED(
            "idempotency-key-reused",
            422,
            "The key was used for another request",
            "This `Idempotency-Key` came with a different body within the last 24 hours.",
            "Use a new key for each new request; repeat a key only with the same body."),
    PRECONDITION_REQUIRED(
            "precondition-required",
            428,
            "If-Match is needed",
            "Changing or deleting this needs `If-Match`, so that nobody's change is lost.",
            "Read it, and send its `ETag` as `If-Match`."),
    QUOTA_EXCEEDED(
            "quota-exceeded",
            429,
            "Too many requests",
            "You, or your organisation as a whole, have sent more requests than the rate allows.",
            "Wait as many seconds as `Retry-After` says; `RateLimit` tells on every answer what is left."),
    HEADERS_TOO_LARGE(
            "headers-too-large",
            431,
            "The headers are too large",
            "All headers together hold at most 32 KiB, an access token among them 16 KiB.",
            "Send fewer or shorter headers. A token that long names many groups: ask your identity provider for"
                    + " fewer."),
    INTERNAL_ERROR(
            "internal-error",
            500,
            "Something went wrong here",
            "The platform failed in a way that it did not foresee. Whether the change was made is not known.",
            "Try again with the same `Idempotency-Key`. If it goes on, tell support the `traceId`."),
    BAD_GATEWAY(
            "bad-gateway",
            502,
            "The service gave no usable answer",
            "The service that owns this address broke the connection off, or sent what is not an answer. Whether the"
                    + " change was made is not known.",
            "Try again in a moment, a change with the same `Idempotency-Key`."),
    SERVICE_UNAVAILABLE(
            "service-unavailable",
            503,
            "The service is not available",
            "The service that owns this address is away, starting, or overloaded.",
            "Try again after as many seconds as `Retry-After` says."),
    ISSUER_UNAVAILABLE(
            "issuer-unavailable",
            503,
            "The identity provider is not available",
            "Your token cannot be checked, because its issuer's keys are not known here yet and the issuer does not"
                    + " answer.",
            "Try again after as many seconds as `Retry-After` says. If it goes on, ask who runs your identity"
                    + " provider."),
    CONSISTENCY_TIMEOUT(
            "consistency-timeout",
            503,
            "Your change has not arrived here yet",
            "The change that `Keyholder-Consistency` names was made, but has not reached this service in time.",
            "Try again after as many seconds as `Retry-After` says, with the same token."),
    ACCESS_DATA_STALE(
            "access-data-stale",
            503,
            "Access cannot be decided at present",
            "The service cannot be sure to have heard of every revocation, and refuses rather than trust old data.",
            "Try again after as many seconds as `Retry-After` says."),
    GATEWAY_TIMEOUT(
            "gateway-timeout",
            504,
            "The service did not answer in time",
            "The service that owns this address took too long. Whether the change was made is not known.",
            "Try again, a change with the same `Idempotency-Key`.");

    private static final Map<String, ProblemType> BY_SLUG =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(ProblemType::slug, Function.identity()));

    private final String slug;
    private final int status;
    private final String title;
    private final String meaning;
    private final String remedy;

    ProblemType(String slug, int status, String title, String meaning, String remedy) {
        this.slug = slug;
        this.status = status;
        this.title = title;
        this.meaning = meaning;
        this.remedy = remedy;
    }

    /** The type of that slug, if there is one. */
    public static Optional<ProblemType> bySlug(String slug) {
        return Optional.ofNullable(BY_SLUG.get(slug));
    }

    /** Last part of the type's address, kebab-case. */
    public String slug() {
        return slug;
    }

    /** The {@code type} of a problem: a reference relative to the gateway. */
    public String uri() {
        return "/problems/" + slug;
    }

    /** HTTP status it is sent with. */
    public int status() {
        return status;
    }

    /** A few words, the same every time. */
    public String title() {
        return title;
    }

    /** What it means, for who gets it. */
    public String meaning() {
        return meaning;
    }

    /** What to do about it. */
    public String remedy() {
        return remedy;
    }
}
