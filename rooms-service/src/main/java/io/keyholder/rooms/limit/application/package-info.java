/** Limits of what a tenant keeps: configured, and counted so that they hold for all requests at once. */
@NullMarked
package io.keyholder.rooms.limit.application;

import org.jspecify.annotations.NullMarked;
