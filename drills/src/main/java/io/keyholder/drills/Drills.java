package io.keyholder.drills;

import io.keyholder.drills.fault.Fault;
import io.keyholder.drills.fault.Faults;
import io.keyholder.driver.Deployment;
import io.keyholder.driver.Tenants;
import io.keyholder.localstack.LocalStack;
import io.keyholder.localstack.Options;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Drills a stack of its own: {@code ./keyholder drill [NAME…]}. Names are those of faults; {@code all} is each of them, {@code some}
 * a few of them, {@code mixture} a random choice of them and {@code kills} processes that are killed at random, as many as
 * {@code --times} says. Ends with 1 where anything was found.
 */
public final class Drills {
    private static final int TIMES = 10;
    private static final int KILLS_IN_A_BATCH = 25;

    private Drills() {}

    public static void main(String[] words) {
        int status = 1;
        try {
            status = drill(List.of(words)) ? 0 : 1;
        } catch (IllegalArgumentException e) {
            System.err.println("drill: " + e.getMessage());
            status = 2;
        } catch (RuntimeException e) {
            e.printStackTrace();
        }
        System.exit(status);
    }

    private static boolean drill(List<String> words) {
        long seed = number(words, "--seed", System.nanoTime());
        int times = (int) number(words, "--times", TIMES);
        List<Planned> planned = plan(words, new Random(seed), times);
        Report report = new Report(System.out);
        report.begin(seed);
        Path base = Path.of(System.getProperty("keyholder.drills.stack"));
        LocalStack former = LocalStack.attach(Options.in(base));
        former.close();
        former.deleteData();
        LocalStack stack = LocalStack.start(Options.in(base).withoutDemoTenants());
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        boolean clean = true;
        try (Tenants tenants = new Tenants(Deployment.of(stack))) {
            for (Planned one : planned) {
                Optional<String> lack = one.lack();
                if (lack.isPresent()) {
                    report.addUndrilled(one.name(), lack.get());
                } else {
                    Drill.Result result = new Drill(stack, tenants, seed).run(one.name(), one.faults());
                    report.add(result);
                    clean &= result.findings().isEmpty();
                }
            }
        }
        return clean;
    }

    private record Planned(String name, List<Fault> faults) {

        Optional<String> lack() {
            return faults.stream().flatMap(fault -> fault.lacks().stream()).findFirst();
        }
    }

    private static List<Planned> plan(List<String> words, Random random, int times) {
        List<Planned> planned = new ArrayList<>();
        List<String> names =
                words.stream().filter(word -> !word.startsWith("--")).toList();
        for (String name : names.isEmpty() ? List.of("some") : names) {
            switch (name) {
                case "all" -> Faults.byName().keySet().forEach(fault -> planned.add(single(fault)));
                case "some" -> Faults.some().forEach(fault -> planned.add(single(fault)));
                case "mixture" -> planned.add(new Planned("mixture", mixture(random, times)));
                case "kills" -> planned.addAll(kills(random, times));
                default -> planned.add(single(name));
            }
        }
        return planned;
    }

    private static Planned single(String name) {
        Supplier<Fault> fault = Faults.byName().get(name);
        if (fault == null) {
            throw new IllegalArgumentException("There is no %s. There are: all, some, mixture, kills, %s."
                    .formatted(name, String.join(", ", Faults.byName().keySet())));
        }
        return new Planned(name, List.of(fault.get()));
    }

    /** A row of the report for each batch, so that what was seen is not lost with what comes after. */
    private static List<Planned> kills(Random random, int times) {
        List<Planned> batches = new ArrayList<>();
        for (int left = times; left > 0; left -= KILLS_IN_A_BATCH) {
            batches.add(new Planned("kills", Faults.kills(random, Math.min(left, KILLS_IN_A_BATCH))));
        }
        return batches;
    }

    private static List<Fault> mixture(Random random, int times) {
        List<Supplier<Fault>> faults = Faults.all().stream()
                .filter(fault -> fault.get().lacks().isEmpty())
                .toList();
        return IntStream.range(0, times)
                .mapToObj(i -> faults.get(random.nextInt(faults.size())).get())
                .toList();
    }

    private static long number(List<String> words, String option, long otherwise) {
        return words.stream()
                .filter(word -> word.startsWith(option + "="))
                .mapToLong(word -> Long.parseLong(word.substring(option.length() + 1)))
                .findFirst()
                .orElse(otherwise);
    }
}
