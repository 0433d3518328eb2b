package io.keyholder.testing.backend;

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
        int status = StorageTool.execute(
                new String[] {"format", "--ignore-formatted", "--cluster-id", CLUSTER_ID, "--config", properties},
                System.out);
        if (status != 0) {
            System.exit(status);
        }
        Kafka.main(new String[] {properties});
    }
}
