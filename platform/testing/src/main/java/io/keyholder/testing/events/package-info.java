/**
 * Other services' facts, as a test of one service puts them on Kafka in their names. What a service does with them is its
 * own test's business.
 */
@NullMarked
package io.keyholder.testing.events;

import org.jspecify.annotations.NullMarked;
