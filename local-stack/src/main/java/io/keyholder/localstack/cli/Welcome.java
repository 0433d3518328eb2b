package io.keyholder.localstack.cli;

import io.keyholder.localstack.LocalStack;
import java.io.PrintStream;

/** What stands on the screen when everything is ready. */
record Welcome(PrintStream out) {

    void print(LocalStack stack, boolean demo, long seconds) {
        out.printf(
                """

                Everything is ready after %d s, with %.1f GiB of memory.

                  API         %s/v1
                  reference   %s/docs
                  Keycloak    %s
                """,
                seconds,
                StatusTable.totalMemory(stack.status()) / 1024.0,
                stack.gatewayUrl(),
                stack.gatewayUrl(),
                stack.keycloakUrl());
        if (demo) {
            out.printf("""

                    Try:

                      curl -H "Authorization: Bearer $(./keyholder token ada)" %s/v1/access/me

                    ./keyholder users lists who else there is, ./keyholder demo plays the whole story.
                    """, stack.gatewayUrl());
        }
    }
}
