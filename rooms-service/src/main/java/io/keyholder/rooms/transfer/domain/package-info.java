/** What an import brings, and what it would do. */
@NullMarked
package io.keyholder.rooms.transfer.domain;

import org.jspecify.annotations.NullMarked;
