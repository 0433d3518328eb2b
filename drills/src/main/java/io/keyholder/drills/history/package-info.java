/** What was asked and answered, and the rules that it is held against. Pure: it asks nobody anything. */
@NullMarked
package io.keyholder.drills.history;

import org.jspecify.annotations.NullMarked;
