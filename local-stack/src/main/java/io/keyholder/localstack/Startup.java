package io.keyholder.localstack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Starts components, each as soon as what it needs is ready; the first failure ends the others' waiting. */
final class Startup {

    private static final int LINES_SHOWN = 12;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);
    private static final Duration CANCEL_PATIENCE = Duration.ofSeconds(5);

    private final Directories directories;
    private final Progress progress;
    private final Surroundings surroundings;
    private final List<Running> started = new ArrayList<>();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private volatile boolean cancelled;

    Startup(Directories directories, Progress progress, Surroundings surroundings) {
        this.directories = directories;
        this.progress = progress;
        this.surroundings = surroundings;
    }

    /**
     * @param components in an order in which each comes after those it needs
     * @throws CancellationException if {@link #cancel} was called meanwhile
     */
    void start(List<Component> components) {
        var ready = new HashMap<String, CompletableFuture<Void>>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Component component : components) {
                var needed = component.needs().stream()
                        .filter(ready::containsKey)
                        .map(ready::get)
                        .toArray(CompletableFuture[]::new);
                ready.put(
                        component.name(),
                        CompletableFuture.allOf(needed).thenRunAsync(() -> startOrFail(component), executor));
            }
            CompletableFuture.allOf(ready.values().toArray(CompletableFuture[]::new))
                    .exceptionally(failed -> null)
                    .join();
        }
        var first = failure.get();
        if (first != null) {
            throw first;
        }
    }

    /** Stops what was started here and starts nothing more. */
    void cancel() {
        List<Running> toStop;
        synchronized (started) {
            cancelled = true;
            toStop = List.copyOf(started);
            started.clear();
        }
        Running.stop(toStop, CANCEL_PATIENCE);
    }

    private void startOrFail(Component component) {
        try {
            start(component);
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
            cancelled = true;
            throw e;
        }
    }

    private void start(Component component) {
        var begin = System.nanoTime();
        var process = ManagedProcess.find(directories.pidFile(component.name()));
        if (process.isPresent() && component.isReady()) {
            return;
        }
        if (process.isEmpty()) {
            component.prepare(progress);
        }
        var running = process.orElseGet(() -> launch(component));
        for (int attempt = 1; !becomesReady(component, running); attempt++) {
            refuseIfCancelled();
            if (running.isAlive() || attempt >= component.attempts()) {
                throw new StackException(failure(component, running.isAlive()));
            }
            Await.within(BETWEEN_ATTEMPTS, () -> cancelled);
            running = launch(component);
        }
        component.provision();
        progress.ready(component.name(), Duration.ofNanos(System.nanoTime() - begin), "127.0.0.1:" + component.port());
    }

    private ManagedProcess launch(Component component) {
        synchronized (started) {
            refuseIfCancelled();
            var process = ManagedProcess.launch(
                    component.launch().in(surroundings),
                    directories.pidFile(component.name()),
                    directories.log(component.name()));
            started.add(new Running(component, process));
            return process;
        }
    }

    private void refuseIfCancelled() {
        if (cancelled) {
            throw new CancellationException("The start was cancelled");
        }
    }

    private boolean becomesReady(Component component, ManagedProcess process) {
        Await.within(component.patience(), () -> cancelled || !process.isAlive() || component.isReady());
        return !cancelled && process.isAlive() && component.isReady();
    }

    private String failure(Component component, boolean alive) {
        var log = directories.log(component.name());
        var what = alive ? "is not ready after " + component.patience().toSeconds() + " s" : "stopped while starting";
        return "%s %s. The end of %s:%n%s".formatted(component.name(), what, log, lastLines(component.name()));
    }

    private String lastLines(String component) {
        try {
            var lines = new String(Files.readAllBytes(directories.log(component)), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()).stream()
                    .collect(Collectors.joining(System.lineSeparator() + "  ", "  ", ""));
        } catch (IOException e) {
            return "  (no log)";
        }
    }
}
