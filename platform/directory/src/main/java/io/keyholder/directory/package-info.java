/**
 * What a service knows of the rooms, room groups and delegations that rooms-service owns, filled by its events. What is not known
 * covers nothing. A service that depends on this module has rooms and groups; delegations only with the build property
 * {@code directory.delegations=true}, for its Kafka user must be allowed to read them.
 */
@NullMarked
package io.keyholder.directory;

import org.jspecify.annotations.NullMarked;
