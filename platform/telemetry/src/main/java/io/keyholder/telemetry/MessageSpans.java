package io.keyholder.telemetry;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jboss.logging.MDC;

/**
 * The spans of messages, by OpenTelemetry's conventions for messaging. A message carries the trace context of what caused
 * it; sending it and handling it are consequences of that. A message without one, such as a watermark, has no span.
 */
public final class MessageSpans {
    /** Under which log lines name the trace they belong to, in requests as well. */
    public static final String TRACE_ID = "traceId";

    private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
    private static final AttributeKey<String> OPERATION = AttributeKey.stringKey("messaging.operation.type");
    private static final AttributeKey<String> OPERATION_NAME = AttributeKey.stringKey("messaging.operation.name");
    private static final AttributeKey<String> DESTINATION = AttributeKey.stringKey("messaging.destination.name");
    private static final AttributeKey<String> PARTITION = AttributeKey.stringKey("messaging.destination.partition.id");
    private static final AttributeKey<Long> OFFSET = AttributeKey.longKey("messaging.kafka.offset");
    private static final AttributeKey<String> KEY = AttributeKey.stringKey("messaging.kafka.message.key");

    private final Tracer tracer;

    public MessageSpans(OpenTelemetry telemetry) {
        this.tracer = telemetry.getTracer("io.keyholder.messages");
    }

    /** Where traces are not kept. */
    public static MessageSpans none() {
        return new MessageSpans(OpenTelemetry.noop());
    }

    /** Begins the spans of messages that are sent together; to be ended when all are acknowledged, or will not be. */
    public Sending sending(List<ProducerRecord<String, byte[]>> messages) {
        return new Sending(messages.stream()
                .flatMap(message -> traceOf(message.headers()).stream()
                        .map(trace -> begin(trace, SpanKind.PRODUCER, "send", message.topic(), message.key())
                                .startSpan()))
                .toList());
    }

    /** Does the work that a message asks for, within a span of its own, and in its trace as far as logs are concerned. */
    public void processing(ConsumerRecord<String, byte[]> message, Runnable work) {
        Optional<TraceParent> trace = traceOf(message.headers());
        if (trace.isEmpty()) {
            work.run();
            return;
        }
        Span span = begin(trace.get(), SpanKind.CONSUMER, "process", message.topic(), message.key())
                .setAttribute(PARTITION, Integer.toString(message.partition()))
                .setAttribute(OFFSET, message.offset())
                .startSpan();
        MDC.put(TRACE_ID, trace.get().traceId());
        try (Scope current = span.makeCurrent()) {
            work.run();
        } catch (RuntimeException e) {
            span.recordException(e);
            span.setStatus(StatusCode.ERROR);
            throw e;
        } finally {
            MDC.remove(TRACE_ID);
            span.end();
        }
    }

    private SpanBuilder begin(TraceParent cause, SpanKind kind, String operation, String topic, String key) {
        return tracer.spanBuilder(operation + " " + topic)
                .setSpanKind(kind)
                .setParent(Context.root().with(Span.wrap(cause.context())))
                .setAttribute(SYSTEM, "kafka")
                .setAttribute(OPERATION, operation)
                .setAttribute(OPERATION_NAME, operation)
                .setAttribute(DESTINATION, topic)
                .setAttribute(KEY, key);
    }

    private static Optional<TraceParent> traceOf(Headers headers) {
        Header header = headers.lastHeader(TraceParent.HEADER);
        return header == null || header.value() == null
                ? Optional.empty()
                : TraceParent.parse(new String(header.value(), UTF_8));
    }

    /** Messages on their way. Ended without having been acknowledged, they have failed. */
    public static final class Sending implements AutoCloseable {
        private final List<Span> spans;
        private boolean acknowledged;

        private Sending(List<Span> spans) {
            this.spans = spans;
        }

        public void acknowledged() {
            acknowledged = true;
        }

        @Override
        public void close() {
            spans.forEach(span -> {
                if (!acknowledged) {
                    span.setStatus(StatusCode.ERROR, "Not acknowledged");
                }
                span.end();
            });
        }
    }
}
