package io.keyholder.problems;

/** What any service may answer with, and the gateway too. */
public enum CommonProblem implements ProblemType {
    INVALID_REQUEST(
            400,
            "The request is not valid",
            "A field, a parameter or the body is missing, unknown, malformed or out of range.",
            "Correct each field that `violations` lists, and send the request again."),
    INVALID_CURSOR(
            400,
            "The cursor is not valid",
            "The cursor is broken, too old, or belongs to another caller, another list or other filters.",
            "Start again from the first page, without `cursor`, and keep the same filters from page to page."),
    UNAUTHENTICATED(
            401,
            "No valid access token",
            "The request has no access token, or one that is not accepted: expired, not yet valid, tampered with, for"
                    + " another audience, from an issuer that is not registered or not bound to that tenant, or of a"
                    + " suspended tenant.",
            "Get a new access token (not an ID or refresh token) from your organisation's identity provider and send"
                    + " it as `Authorization: Bearer …`."),
    FORBIDDEN(
            403,
            "Not allowed",
            "You can see this, but lack the permission that the request needs, or would grant a permission that you do"
                    + " not hold yourself. `detail` names it.",
            "Ask whoever administers roles in this context for the permission."),
    NOT_FOUND(
            404,
            "Not found",
            "Nothing is there, or nothing that you are allowed to know of: the two look the same.",
            "Check the address and the id. If you should see it, ask whoever administers roles in that context."),
    METHOD_NOT_ALLOWED(
            405,
            "Method not allowed",
            "The address exists, but not with this method.",
            "Use one of the methods that the `Allow` header lists."),
    NOT_ACCEPTABLE(
            406,
            "No such representation",
            "The response is not available in any media type that `Accept` lists.",
            "Accept `application/json`, or the type that the reference gives for this operation."),
    REQUEST_IN_PROGRESS(
            409,
            "The first request is still running",
            "A request with this `Idempotency-Key` has been received and not yet answered.",
            "Wait a moment, then send the same request with the same key: it returns the first one's answer."),
    LIMIT_REACHED(
            409,
            "A limit is reached",
            "The platform keeps only so many of these per tenant. `detail` names the limit and its value.",
            "Delete what is no longer needed, or ask the platform's operator to raise the limit."),
    PRECONDITION_FAILED(
            412,
            "Changed in the meantime",
            "The resource is no longer the version that `If-Match` names.",
            "Read it again, apply your change to the current state, and send that with the new `ETag`."),
    PAYLOAD_TOO_LARGE(
            413,
            "The body is too large",
            "Bodies can have at most 1 MiB, an import of rooms 16 MiB.",
            "Send less at once: split the import, or the list."),
    URI_TOO_LONG(
            414,
            "The address is too long",
            "The request line is longer than the platform reads: 8 KiB.",
            "Ask for less at once: fewer values of a filter, or one page after the other."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "Media type not supported",
            "This operation does not read the body's `Content-Type`, `charset` or `Content-Encoding`.",
            "Send `application/json` in UTF-8, for `PATCH` `application/merge-patch+json`, or what the reference says,"
                    + " uncompressed."),
    IDEMPOTENCY_KEY_REUSED(
            422,
            "The key was used for another request",
            "This `Idempotency-Key` came with a different body within the last 24 hours.",
            "Use a new key for each new request, and repeat a key only with the same body."),
    PRECONDITION_REQUIRED(
            428,
            "If-Match is needed",
            "Changing or deleting this needs `If-Match`, so that nobody else's change is lost.",
            "Read it, and send its `ETag` as `If-Match`."),
    HEADERS_TOO_LARGE(
            431,
            "The headers are too large",
            "All headers together can have at most 32 KiB, the access token 16 KiB.",
            "Send fewer or shorter headers. A token this long lists many groups: have your identity provider send"
                    + " fewer."),
    INTERNAL_ERROR(
            500,
            "Something went wrong on our side",
            "The platform failed unexpectedly. Whether the change was made is unknown.",
            "Try again with the same `Idempotency-Key`. If it keeps failing, give support the `traceId`."),
    SERVICE_UNAVAILABLE(
            503,
            "The service is not available",
            "The service that owns this address is down, starting or overloaded.",
            "Try again after the seconds in `Retry-After`."),
    ISSUER_UNAVAILABLE(
            503,
            "The identity provider is not available",
            "Your token cannot be verified: its issuer's keys are not known here yet, and the issuer does not answer.",
            "Try again after the seconds in `Retry-After`. If it keeps failing, ask whoever runs your identity"
                    + " provider."),
    CONSISTENCY_TIMEOUT(
            503,
            "Your change has not arrived here yet",
            "The change that `Keyholder-Consistency` names was made, but did not reach this service in time.",
            "Try again with the same token after the seconds in `Retry-After`."),
    ACCESS_DATA_STALE(
            503,
            "Access cannot be decided right now",
            "The service cannot be sure that it has heard of every revocation, and refuses rather than trust old data.",
            "Try again after the seconds in `Retry-After`.");

    private final Words words;

    CommonProblem(int status, String title, String meaning, String remedy) {
        this.words = new Words(status, title, meaning, remedy);
    }

    @Override
    public Words words() {
        return words;
    }
}
