package io.keyholder.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A W3C trace context: which trace the work at hand belongs to, and as whose consequence. Where traces are kept it is the
 * current span's; where they are not, it is still carried on, so that problems, log lines and events can be told together.
 *
 * @param value the whole header, well-formed
 */
public record TraceParent(String value) {
    /** The header's name. */
    public static final String HEADER = "traceparent";

    private static final Pattern FORM =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final int TRACE_ID_START = 3;
    private static final int TRACE_ID_END = 35;
    private static final int SPAN_ID_END = 52;

    /** The header's value, if it is well-formed; empty as well when there is none. */
    public static Optional<TraceParent> parse(@Nullable String header) {
        return header != null && header.length() == 55 && FORM.matcher(header).matches()
                ? Optional.of(new TraceParent(header))
                : Optional.empty();
    }

    /** The current span's; empty where traces are not kept. */
    public static Optional<TraceParent> current() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? Optional.of(new TraceParent("00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex()))
                : Optional.empty();
    }

    /** That of the request at hand, which has come with this header; empty when neither says one. */
    public static Optional<TraceParent> ofRequest(@Nullable String header) {
        return current().or(() -> parse(header));
    }

    /** A new trace, not sampled: whoever samples decides before. */
    public static TraceParent start() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        StringBuilder text = new StringBuilder(55).append("00-");
        appendHex(text, random.nextLong());
        appendHex(text, random.nextLong() | 1);
        text.append('-');
        appendHex(text, random.nextLong() | 1);
        return new TraceParent(text.append("-00").toString());
    }

    /** 32 hexadecimal digits: what a problem names as its {@code traceId}. */
    public String traceId() {
        return value.substring(TRACE_ID_START, TRACE_ID_END);
    }

    /** The same for OpenTelemetry: the parent of what follows from it. */
    SpanContext context() {
        return SpanContext.createFromRemoteParent(
                traceId(),
                value.substring(TRACE_ID_END + 1, SPAN_ID_END),
                TraceFlags.fromHex(value, SPAN_ID_END + 1),
                TraceState.getDefault());
    }

    private static void appendHex(StringBuilder text, long bits) {
        for (int shift = 60; shift >= 0; shift -= 4) {
            text.append(Character.forDigit((int) (bits >>> shift) & 0xF, 16));
        }
    }
}
