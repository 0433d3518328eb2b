package io.keyholder.drills.fault;

import io.keyholder.localstack.LocalStack;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** Somebody deletes topics, and Kafka goes on. */
record TopicsDeleted(List<String> topics) implements Fault {

    @Override
    public String name() {
        return "topics-deleted";
    }

    @Override
    public void begin(LocalStack stack) {
        try (Admin admin = Admin.create(Map.copyOf(stack.kafkaClientOf("administrator")))) {
            admin.deleteTopics(topics).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void end(LocalStack stack) {}
}
