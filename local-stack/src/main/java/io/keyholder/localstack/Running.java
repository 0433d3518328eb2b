package io.keyholder.localstack;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A component and the process it is. */
record Running(Component component, ManagedProcess process) {

    static Optional<Running> find(Component component, Directories directories) {
        return ManagedProcess.find(directories.pidFile(component.name()))
                .map(process -> new Running(component, process));
    }

    /** Asks all of them to stop at once, what needs others first, and kills those that do not in time. */
    static void stop(List<Running> all, Duration patience) {
        stopTogether(all.stream().filter(Running::needsOthers).toList(), patience);
        stopTogether(all.stream().filter(one -> !one.needsOthers()).toList(), patience);
    }

    private static void stopTogether(List<Running> some, Duration patience) {
        some.forEach(one -> one.process().signal(one.component().stopSignal()));
        some.forEach(one -> one.process().awaitEnd(patience));
    }

    private boolean needsOthers() {
        return !component.needs().isEmpty();
    }
}
