package io.keyholder.localstack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A command line with what it adds to the environment. */
record Launch(List<String> command, Map<String, String> environment) {

    Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    Launch in(Surroundings surroundings) {
        var whole = new ArrayList<>(surroundings.prefix());
        whole.addAll(command);
        var all = new HashMap<>(environment);
        all.putAll(surroundings.environment());
        return new Launch(whole, all);
    }

    /** A program for the JVM that runs us: whoever found it has checked its version. */
    static Launch java(List<String> options, Map<String, String> environment) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        return new Launch(command, environment);
    }
}
