package io.keyholder.drills.fault;

import io.keyholder.localstack.Await;
import io.keyholder.localstack.LocalStack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Several processes killed within a moment, each at a time of its own.
 *
 * @param pauses before each of them
 */
record Together(List<String> components, List<Duration> pauses) implements Fault {
    private static final int AT_MOST = 4;
    private static final int A_MOMENT_MILLIS = 700;

    /** Up to four of them, chosen at random. */
    static Together of(List<String> components, Random random) {
        List<String> some = new ArrayList<>(components);
        Collections.shuffle(some, random);
        List<String> chosen = some.subList(0, 1 + random.nextInt(AT_MOST));
        return new Together(
                List.copyOf(chosen),
                chosen.stream()
                        .map(one -> Duration.ofMillis(random.nextInt(A_MOMENT_MILLIS)))
                        .toList());
    }

    @Override
    public String name() {
        return components.stream().map(component -> "kill-" + component).collect(Collectors.joining("+"));
    }

    @Override
    public void begin(LocalStack stack) {
        for (int i = 0; i < components.size(); i++) {
            Await.pause(pauses.get(i));
            stack.kill(components.get(i));
        }
    }

    /** They are killed at any time: also soon after everything was well again. */
    @Override
    public Duration lull() {
        return Duration.ZERO;
    }

    @Override
    public void end(LocalStack stack) {
        stack.start(components);
    }

    @Override
    public Duration duration() {
        return Duration.ZERO;
    }
}
