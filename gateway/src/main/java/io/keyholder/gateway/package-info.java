/**
 * The one door to the platform. What is here is the order in which a request meets the parts, which are below. The
 * gateway decides nothing about rooms, roles or relationships, and holds no state of its own.
 */
@NullMarked
package io.keyholder.gateway;

import org.jspecify.annotations.NullMarked;
