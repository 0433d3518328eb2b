/**
 * What every module's tests stand on: the Quarkus test resource that joins database, Kafka and issuers. The parts live in
 * {@code backend}, {@code issuer} and {@code architecture}; nothing here is ever on the class path of a running service.
 */
@NullMarked
package io.keyholder.testing;

import org.jspecify.annotations.NullMarked;
