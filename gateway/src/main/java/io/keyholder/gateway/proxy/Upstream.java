package io.keyholder.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** A service, as one or several instances that take turns. */
public final class Upstream {
    private static final Logger LOG = Logger.getLogger(Upstream.class);

    private final String name;
    private final Instances instances;
    private final AtomicInteger turn = new AtomicInteger();

    Upstream(String name, List<URI> bases, Duration passOver) {
        this.name = name;
        this.instances = new Instances(bases, passOver);
    }

    /** The service's name. */
    public String name() {
        return name;
    }

    /** The instances, as far as they are known now. */
    Instances instances() {
        return instances;
    }

    /**
     * A connection to an instance. One that cannot be reached is passed over for the next: nothing has been sent yet.
     * Fails with {@link ServiceAway} when there is no further one.
     *
     * @param settings completes the request before it is made
     */
    public Future<HttpClientRequest> connect(HttpClient client, Consumer<RequestOptions> settings) {
        List<Instance> known = instances.all();
        return connect(client, settings, known, mostPromising(known), 1);
    }

    private Future<HttpClientRequest> connect(
            HttpClient client, Consumer<RequestOptions> settings, List<Instance> known, int index, int attempt) {
        Instance instance = known.get(index % known.size());
        RequestOptions request = instance.request();
        settings.accept(request);
        return client.request(request)
                .onSuccess(connected -> instance.markReachable())
                .recover(failure -> {
                    instance.markUnreachable();
                    LOG.warnf(
                            "instanceNotReached service=%s instance=%s reason=%s",
                            name, instance, failure.getMessage());
                    return attempt < known.size()
                            ? connect(client, settings, known, index + 1, attempt + 1)
                            : Future.failedFuture(new ServiceAway(name));
                });
    }

    /** Those of which the same may be expected take turns. */
    private int mostPromising(List<Instance> known) {
        int start = (turn.getAndIncrement() & Integer.MAX_VALUE) % known.size();
        int best = start;
        Instance.Promise most = known.get(start).promise();
        for (int i = 1; i < known.size() && most != Instance.Promise.SERVES; i++) {
            int index = (start + i) % known.size();
            Instance.Promise promise = known.get(index).promise();
            if (promise.compareTo(most) < 0) {
                best = index;
                most = promise;
            }
        }
        return best;
    }

    /** No instance of a service could be reached. */
    static final class ServiceAway extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ServiceAway(String name) {
            super(name, null, false, false);
        }
    }
}
