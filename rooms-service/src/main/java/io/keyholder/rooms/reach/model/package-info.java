/** How far somebody reaches among a customer's rooms. */
@NullMarked
package io.keyholder.rooms.reach.model;

import org.jspecify.annotations.NullMarked;
