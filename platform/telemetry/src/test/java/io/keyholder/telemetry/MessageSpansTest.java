package io.keyholder.telemetry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MessageSpansTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CAUSE = "00-" + TRACE + "-00f067aa0ba902b7-01";

    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final MessageSpans spans = new MessageSpans(OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                    .build())
            .build());

    @Nested
    class OfSending {

        @Test
        void shouldFollowFromWhatCausedTheMessage() {
            try (MessageSpans.Sending sending = spans.sending(List.of(toSend(CAUSE)))) {
                sending.acknowledged();
            }

            SpanData span = only();
            assertThat(span.getKind()).isEqualTo(SpanKind.PRODUCER);
            assertThat(span.getTraceId()).isEqualTo(TRACE);
            assertThat(span.getParentSpanId()).isEqualTo("00f067aa0ba902b7");
            assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        }

        @Test
        void shouldFailWithoutAnAcknowledgement() {
            spans.sending(List.of(toSend(CAUSE))).close();

            assertThat(only().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        }

        @Test
        void shouldLeaveOutWhatNothingCaused() {
            spans.sending(List.of(new ProducerRecord<>("rooms.v1", "key", new byte[0]), toSend("nonsense")))
                    .close();

            assertThat(exporter.getFinishedSpanItems()).isEmpty();
        }
    }

    @Nested
    class OfProcessing {

        @Test
        void shouldBeWhatTheWorkFollowsFrom() {
            AtomicReference<Optional<TraceParent>> during = new AtomicReference<>(Optional.empty());

            spans.processing(received(CAUSE), () -> during.set(TraceParent.current()));

            SpanData span = only();
            assertThat(during.get()).contains(new TraceParent("00-" + TRACE + "-" + span.getSpanId() + "-01"));
            assertThat(TraceParent.current()).isEmpty();
        }

        @Test
        void shouldFailWithTheWork() {
            assertThatIllegalStateException()
                    .isThrownBy(() -> spans.processing(received(CAUSE), () -> {
                        throw new IllegalStateException("broken");
                    }));

            assertThat(only().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        }

        @Test
        void shouldDoTheWorkAlsoWithoutATrace() {
            AtomicReference<String> done = new AtomicReference<>("");

            spans.processing(received("nonsense"), () -> done.set("done"));

            assertThat(done).hasValue("done");
            assertThat(exporter.getFinishedSpanItems()).isEmpty();
        }
    }

    private SpanData only() {
        assertThat(exporter.getFinishedSpanItems()).hasSize(1);
        return exporter.getFinishedSpanItems().getFirst();
    }

    private static ProducerRecord<String, byte[]> toSend(String traceparent) {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>("rooms.v1", "key", new byte[0]);
        message.headers().add(TraceParent.HEADER, traceparent.getBytes(UTF_8));
        return message;
    }

    private static ConsumerRecord<String, byte[]> received(String traceparent) {
        ConsumerRecord<String, byte[]> message = new ConsumerRecord<>("rooms.v1", 0, 7, "key", new byte[0]);
        message.headers().add(TraceParent.HEADER, traceparent.getBytes(UTF_8));
        return message;
    }
}
