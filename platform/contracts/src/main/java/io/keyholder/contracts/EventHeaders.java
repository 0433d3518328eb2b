package io.keyholder.contracts;

/** The names of the headers of a record: CloudEvents 1.0, Kafka protocol binding, binary mode, and our extensions. */
public final class EventHeaders {
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String SUBJECT = "ce_subject";
    public static final String TIME = "ce_time";
    public static final String CONTENT_TYPE = "content-type";
    public static final String TRACEPARENT = "traceparent";
    public static final String TENANT = "ce_tenantid";
    public static final String RELATIONSHIP = "ce_relationshipid";
    public static final String ACTOR = "ce_actor";
    public static final String ACTOR_TENANT = "ce_actortenant";
    public static final String SEQUENCE = "ce_sequence";

    /** How far the relay had come with it, as {@link Watermark#position()} says; the relay adds it. */
    public static final String POSITION = "ce_position";

    private EventHeaders() {}
}
