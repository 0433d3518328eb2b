package io.keyholder.drills.fault;

import io.keyholder.localstack.LocalStack;
import io.keyholder.localstack.Surroundings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * No packet gets through between a service and what it calls. Nothing is refused and no connection ends: both sides wait. The service
 * is told from others by its group, which its sockets have.
 */
record Cut(String service, String from, Duration duration, boolean isStale) implements Fault {
    private static final String GROUP = "40001";
    private static final String TABLE = "keyholder_drill";

    @Override
    public String name() {
        return "cut-" + service + "-from-" + from;
    }

    @Override
    public Optional<String> lacks() {
        return Machine.lacksPacketFilter();
    }

    @Override
    public void prepare(LocalStack stack) {
        stack.restart(service, new Surroundings(List.of("setpriv", "--regid=" + GROUP, "--keep-groups"), Map.of()));
    }

    @Override
    public void begin(LocalStack stack) {
        Machine.run("nft", """
                table inet %1$s {
                  chain out {
                    type filter hook output priority 0
                    meta skgid %2$s tcp dport %3$d ct mark set 1
                    ct mark 1 drop
                  }
                  chain in {
                    type filter hook input priority 0
                    ct mark 1 drop
                  }
                }
                """.formatted(TABLE, GROUP, stack.port(from)));
    }

    @Override
    public void end(LocalStack stack) {
        Machine.run("nft", "delete", "table", "inet", TABLE);
    }

    @Override
    public void restore(LocalStack stack) {
        stack.restart(service, Surroundings.USUAL);
    }
}
