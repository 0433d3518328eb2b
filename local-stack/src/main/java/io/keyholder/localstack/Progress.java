package io.keyholder.localstack;

import java.time.Duration;

/** Who wants to know how far a start is. Called from several threads. */
public interface Progress {

    void note(String component, String what);

    void ready(String component, Duration took, String where);

    static Progress silent() {
        return new Progress() {
            @Override
            public void note(String component, String what) {}

            @Override
            public void ready(String component, Duration took, String where) {}
        };
    }
}
