package io.keyholder.outbox.relay;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Does something once, at the moment when Kafka has acknowledged and the relay has not deleted yet. */
final class Interference {
    private final AtomicReference<Runnable> next = new AtomicReference<>(() -> {});

    void once(Runnable harm) {
        next.set(harm);
    }

    Supplier<Producer<String, byte[]>> on(Supplier<Producer<String, byte[]>> producers) {
        return () -> wrap(producers.get());
    }

    @SuppressWarnings("unchecked")
    private Producer<String, byte[]> wrap(Producer<String, byte[]> real) {
        return (Producer<String, byte[]>) Proxy.newProxyInstance(
                Interference.class.getClassLoader(), new Class<?>[] {Producer.class}, (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(real, arguments);
                        return method.getName().equals("send")
                                ? new Acknowledged((Future<RecordMetadata>) result)
                                : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private final class Acknowledged implements Future<RecordMetadata> {
        private final Future<RecordMetadata> real;

        Acknowledged(Future<RecordMetadata> real) {
            this.real = real;
        }

        @Override
        public RecordMetadata get() throws InterruptedException, ExecutionException {
            RecordMetadata acknowledged = real.get();
            next.getAndSet(() -> {}).run();
            return acknowledged;
        }

        @Override
        public RecordMetadata get(long timeout, TimeUnit unit)
                throws InterruptedException, ExecutionException, TimeoutException {
            RecordMetadata acknowledged = real.get(timeout, unit);
            next.getAndSet(() -> {}).run();
            return acknowledged;
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            return real.cancel(mayInterruptIfRunning);
        }

        @Override
        public boolean isCancelled() {
            return real.isCancelled();
        }

        @Override
        public boolean isDone() {
            return real.isDone();
        }
    }
}
