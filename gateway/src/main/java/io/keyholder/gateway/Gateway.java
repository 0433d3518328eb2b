package io.keyholder.gateway;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The process. */
@QuarkusMain
public class Gateway {

    /** Starts the gateway, and returns when it has stopped. */
    public static void main(String... arguments) {
        // Quarkus answers a malformed target by a status alone. RequestTarget refuses more, and says why.
        System.setProperty("vertx.disableURIValidation", "true");
        Quarkus.run(arguments);
    }
}
