package io.keyholder.drills.fault;

import io.keyholder.localstack.LocalStack;
import java.time.Duration;

/** Keycloak signs by a new key, and a while later what the former one has signed counts no more. */
record KeysRotated() implements Fault {

    @Override
    public String name() {
        return "keys-rotated";
    }

    @Override
    public void begin(LocalStack stack) {
        stack.addSigningKey();
    }

    @Override
    public void end(LocalStack stack) {
        stack.removeFormerSigningKeys();
    }

    @Override
    public Duration duration() {
        return Duration.ofSeconds(5);
    }
}
