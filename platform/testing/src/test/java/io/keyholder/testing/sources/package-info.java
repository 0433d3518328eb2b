/** The checkout's own sources, for tests that hold documents to them. */
@NullMarked
package io.keyholder.testing.sources;

import org.jspecify.annotations.NullMarked;
