package io.keyholder.contracts.kafka;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/**
 * The program that gives the services' users their rights at Kafka, for deployments: it is in every service's image. Without an
 * argument it prints the commands that do the same.
 */
public final class Provision {

    private Provision() {}

    /** @param arguments a file with the client properties of a user who may: {@code bootstrap.servers} and the like */
    public static void main(String[] arguments) throws IOException, ExecutionException, InterruptedException {
        ServiceAcls acls = new ServiceAcls(ServiceRights::service);
        if (arguments.length == 0) {
            acls.commands().forEach(System.out::println);
            return;
        }
        Properties properties = new Properties();
        try (InputStream file = Files.newInputStream(Path.of(arguments[0]))) {
            properties.load(file);
        }
        try (Admin admin = Admin.create(properties)) {
            acls.apply(admin);
        }
        System.out.println("Every service's user has its rights, and no others.");
    }
}
