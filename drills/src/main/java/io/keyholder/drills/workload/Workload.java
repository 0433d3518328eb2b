package io.keyholder.drills.workload;

import io.keyholder.client.Keyholder;
import io.keyholder.client.Page;
import io.keyholder.drills.history.Exchange;
import io.keyholder.drills.history.History;
import io.keyholder.drills.history.Kind;
import io.keyholder.drills.history.Outcome;
import io.keyholder.driver.Deployment;
import io.keyholder.driver.Tenants;
import io.keyholder.localstack.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Customers who hand over a room, take it back, and change their rooms, one thing after another; and partners who ask for the room
 * all the while, with the token of the last change and without. Seeded: what is done, in which order, depends on the seed alone.
 */
public final class Workload implements AutoCloseable {
    private static final int READERS = 2;
    private static final int BETWEEN_READS_MILLIS = 40;
    private static final int BETWEEN_OPERATIONS_MILLIS = 200;
    private static final int PAGE = 200;
    private static final Set<String> CATEGORIES = Set.of("ROOM", "RELATIONSHIP", "DELEGATION", "ASSIGNMENT");
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(30);

    private final History history = new History();
    private final List<Scene> scenes;
    private final Operator operator;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean stopping;
    private volatile boolean givingUp;
    private volatile boolean anew;

    private Workload(int scenes, Deployment deployment, Tenants tenants, Supplier<String> operatorSignIn) {
        this.operator = new Operator(deployment.gateway(), operatorSignIn);
        this.scenes = IntStream.range(0, scenes)
                .mapToObj(i -> Scene.set(
                        Long.toString(System.nanoTime(), 36) + i, deployment, tenants, history, () -> givingUp))
                .toList();
    }

    /**
     * Returns once everybody is at work.
     *
     * @param operatorSignIn gives a new token of an operator
     */
    public static Workload start(
            int scenes, long seed, Deployment deployment, Tenants tenants, Supplier<String> operatorSignIn) {
        Workload workload = new Workload(scenes, deployment, tenants, operatorSignIn);
        Random seeds = new Random(seed);
        for (Scene scene : workload.scenes) {
            long own = seeds.nextLong();
            workload.threads.execute(() -> workload.change(scene, new Random(own)));
            IntStream.range(0, READERS).forEach(reader -> workload.threads.execute(() -> workload.read(scene, reader)));
        }
        workload.threads.execute(workload::operate);
        return workload;
    }

    public History history() {
        return history;
    }

    /** A database has gone back: everybody gives everything anew before they go on. */
    public void giveEverythingAnew() {
        anew = true;
    }

    /**
     * Whether in each scene something was acknowledged, and a partner allowed by what is current, that was asked after the time; and an
     * operator served.
     */
    public boolean worksSince(long time) {
        return operator.isServedSince(time)
                && scenes.stream()
                        .allMatch(scene -> isThere(scene, one -> one.kind().isChange() && one.isAcknowledged(), time)
                                && isThere(
                                        scene,
                                        one -> one.kind() == Kind.READ && one.status() == 200 && one.attentive(),
                                        time));
    }

    private boolean isThere(Scene scene, java.util.function.Predicate<Exchange> condition, long time) {
        return !history.where(one -> one.scene().equals(scene.name()) && one.asked() >= time && condition.test(one))
                .isEmpty();
    }

    /** Nobody begins anything any more; what is under way is answered, or given up in the end. */
    public void stop() {
        stopping = true;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LAST_ANSWERS.toSeconds(), TimeUnit.SECONDS)) {
                givingUp = true;
                threads.awaitTermination(LAST_ANSWERS.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * What there is in the end.
     *
     * @param patience for the audit log to have everything
     */
    public Outcome outcome(Duration patience) {
        Map<String, List<String>> names = new HashMap<>();
        List<String> entries = new ArrayList<>();
        scenes.forEach(scene -> {
            all(scene, user -> user.rooms().listRooms(query -> query.limit(PAGE)))
                    .forEach(room -> names.computeIfAbsent(room.getId().toString(), id -> new ArrayList<>())
                            .add(room.getName()));
            entries.addAll(entriesOf(scene, patience));
        });
        return new Outcome(names, entries);
    }

    /** The log comes a moment later: until it has as many entries as there were changes, or time is up. */
    private List<String> entriesOf(Scene scene, Duration patience) {
        int made = history.where(
                        one -> one.scene().equals(scene.name()) && one.kind().isChange() && one.isAcknowledged())
                .size();
        long end = System.nanoTime() + patience.toNanos();
        List<String> entries = entries(scene);
        while (entries.size() < made && System.nanoTime() < end) {
            Await.pause(Duration.ofMillis(500));
            entries = entries(scene);
        }
        return entries;
    }

    private static List<String> entries(Scene scene) {
        return all(
                        scene,
                        user -> user.audit()
                                .listAuditEvents(query ->
                                        query.resultStatus("SUCCESSFUL").limit(PAGE)))
                .stream()
                .filter(entry -> CATEGORIES.contains(entry.getCategory().getValue()))
                .map(entry -> "%s %s %s"
                        .formatted(
                                entry.getObjectId(),
                                entry.getCategory().getValue(),
                                entry.getOperation().getValue()))
                .toList();
    }

    private static <T> List<T> all(Scene scene, Function<Keyholder, Page<T>> first) {
        return Await.present("a list of scene " + scene.name(), LAST_ANSWERS, () -> scene.list(first));
    }

    @Override
    public void close() {
        stopping = true;
        givingUp = true;
        threads.shutdownNow();
    }

    private void read(Scene scene, int reader) {
        while (!stopping) {
            scene.read(reader % 2 == 0);
            Await.pause(Duration.ofMillis(BETWEEN_READS_MILLIS));
        }
    }

    private void operate() {
        while (!stopping) {
            operator.ask();
            Await.pause(Duration.ofMillis(BETWEEN_OPERATIONS_MILLIS));
        }
    }

    private void change(Scene scene, Random random) {
        boolean given = true;
        int number = 0;
        while (!stopping) {
            if (anew && given) {
                scene.giveEverything();
                given = false;
            }
            one(scene, random, number++);
            Await.pause(Duration.ofMillis(random.nextInt(150)));
        }
    }

    private static void one(Scene scene, Random random, int number) {
        List<UUID> rooms = scene.roomsMade().stream().sorted().toList();
        int what = random.nextInt(6);
        long hold = random.nextInt(800);
        switch (what) {
            case 0 -> takeAndGive(scene::suspend, hold, scene::resume);
            case 1 -> takeAndGive(scene::narrow, hold, scene::widen);
            case 2 -> takeAndGive(scene::unassign, hold, scene::assign);
            case 3 -> scene.createRoom("Room " + number);
            case 4 -> {
                if (!rooms.isEmpty()) {
                    scene.renameRoom(rooms.get(random.nextInt(rooms.size())), "Renamed " + number);
                }
            }
            default -> scene.createRoom("Room " + number);
        }
    }

    private static void takeAndGive(Runnable take, long hold, Runnable give) {
        take.run();
        Await.pause(Duration.ofMillis(hold));
        give.run();
    }
}
