package io.keyholder.testing.backend;

/** Known by its address alone, since another class loader may have started it; and no test may stop it for the others. */
record SharedKafka(String bootstrapServers) implements KafkaBackend {}
