/** What an import brings, and what it would do. */
@NullMarked
package io.keyholder.rooms.transfer.model;

import org.jspecify.annotations.NullMarked;
