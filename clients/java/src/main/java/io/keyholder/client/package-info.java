/** Keyholder's API as Java methods. Start at {@link io.keyholder.client.Keyholder}. */
@NullMarked
package io.keyholder.client;

import org.jspecify.annotations.NullMarked;
