/** What can go wrong, done to a stack of this machine. */
@NullMarked
package io.keyholder.drills.fault;

import org.jspecify.annotations.NullMarked;
