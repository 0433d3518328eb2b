/**
 * The stack as processes of this machine: PostgreSQL, Kafka, Keycloak and the six services, with their data in one
 * directory. {@link io.keyholder.localstack.LocalStack} is the way in, for the {@code keyholder} command and for tests
 * alike. Nothing resident is needed: each process is remembered by a file with its id, so that any later call finds what
 * runs and starts what is missing. Nothing here knows the domain beyond the demo's tenants and users.
 */
@NullMarked
package io.keyholder.localstack;

import org.jspecify.annotations.NullMarked;
