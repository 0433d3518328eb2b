package io.keyholder.identity;

import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;

/**
 * A limit on requests that fail to authenticate. An application that wants one has a bean of this type; one that stands
 * behind another, as services behind the gateway, needs none. It is asked on event loops, and must not block.
 */
public interface Attempts {

    /** How long the sender must wait before it may try a token that is not known to be genuine; zero: not at all. */
    Duration pause(HttpServerRequest request);

    /** The request was answered with 401. */
    void failed(HttpServerRequest request);
}
