package io.keyholder.contracts.kafka;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.jspecify.annotations.Nullable;

/**
 * What the user as whom a service reaches Kafka could do beyond the service's {@link ServiceRights}. The broker is asked: one
 * without an authorizer allows everything to everybody.
 */
public sealed interface UserRights {

    /** Nothing but its work. */
    record Restricted() implements UserRights {}

    /** @param could what else, in words */
    record Excessive(String could) implements UserRights {}

    /** Not everything could be asked yet, and what is unknown is not taken for nothing. */
    record Unknown(String reason) implements UserRights {}

    /** What nobody but an administrator does to a topic. */
    Set<AclOperation> ADMINISTRATION = EnumSet.of(AclOperation.DELETE, AclOperation.ALTER, AclOperation.ALTER_CONFIGS);

    /** What nobody but an administrator does to the cluster. */
    Set<AclOperation> CLUSTER_ADMINISTRATION =
            EnumSet.of(AclOperation.ALTER, AclOperation.ALTER_CONFIGS, AclOperation.CLUSTER_ACTION);

    /** @param service by its name; one that is not known needs nothing */
    static UserRights of(String service, Admin admin) throws InterruptedException {
        Collection<String> written =
                ServiceRights.of(service).map(ServiceRights::written).orElse(List.of());
        List<String> could = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        ask(admin).forEach((topic, answer) -> {
            try {
                could.addAll(excessive(topic, operations(answer.get()), written.contains(topic)));
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof AuthorizationException)) {
                    unknown.add(topic + ": " + e.getMessage());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                unknown.add(topic);
            }
        });
        try {
            could.addAll(ofCluster(admin));
        } catch (ExecutionException e) {
            unknown.add("the cluster: " + e.getMessage());
        }
        if (!could.isEmpty()) {
            return new Excessive(String.join(", ", could));
        }
        return unknown.isEmpty() ? new Restricted() : new Unknown(String.join(", ", unknown));
    }

    private static Map<String, KafkaFuture<TopicDescription>> ask(Admin admin) {
        DescribeTopicsOptions withOperations = new DescribeTopicsOptions().includeAuthorizedOperations(true);
        return admin.describeTopics(ServiceRights.topics(), withOperations).topicNameValues();
    }

    private static List<String> excessive(String topic, Set<AclOperation> operations, boolean writes) {
        return operations.stream()
                .filter(operation -> ADMINISTRATION.contains(operation) || (operation == AclOperation.WRITE && !writes))
                .map(operation -> words(operation) + " " + topic)
                .sorted()
                .toList();
    }

    private static List<String> ofCluster(Admin admin) throws ExecutionException, InterruptedException {
        DescribeClusterOptions withOperations = new DescribeClusterOptions().includeAuthorizedOperations(true);
        Set<AclOperation> operations = known(
                admin.describeCluster(withOperations).authorizedOperations().get());
        return operations.stream()
                .filter(CLUSTER_ADMINISTRATION::contains)
                .map(operation -> words(operation) + " of the cluster")
                .sorted()
                .toList();
    }

    private static Set<AclOperation> operations(TopicDescription description) {
        return known(description.authorizedOperations());
    }

    /** A broker that does not say what is allowed is taken to allow everything. */
    private static Set<AclOperation> known(@Nullable Set<AclOperation> operations) {
        return Optional.ofNullable(operations).orElseGet(() -> EnumSet.allOf(AclOperation.class));
    }

    private static String words(AclOperation operation) {
        return operation.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
