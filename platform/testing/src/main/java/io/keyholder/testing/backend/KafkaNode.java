package io.keyholder.testing.backend;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import kafka.Kafka;
import kafka.tools.StorageTool;

/** The program of the process that {@link EmbeddedKafka} starts: formats the data directory if it is new, and runs. */
final class KafkaNode {

    static final String PROPERTIES = "server.properties";

    private static final String CLUSTER_ID = "keyholder-tests-one-node";

    private KafkaNode() {}

    /** @param args the node's directory, holding {@value PROPERTIES} */
    public static void main(String[] args) {
        String properties = Path.of(args[0], PROPERTIES).toString();
        format(properties);
        Kafka.main(new String[] {properties});
    }

    private static void format(String properties) {
        String[] command = {"format", "--ignore-formatted", "--cluster-id", CLUSTER_ID, "--config", properties};
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int status = StorageTool.execute(command, new PrintStream(said, true, StandardCharsets.UTF_8));
        if (status != 0) {
            throw new IllegalStateException("Cannot format: " + said.toString(StandardCharsets.UTF_8));
        }
    }
}
