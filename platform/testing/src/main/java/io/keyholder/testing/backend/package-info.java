/**
 * Real PostgreSQL and Kafka for tests, as containers or as processes of this machine. One pair a JVM, started when first
 * asked for. Holds no test data and knows no service's schema or topics.
 */
@NullMarked
package io.keyholder.testing.backend;

import org.jspecify.annotations.NullMarked;
