/** The permission matrix of the specification, once for all who test against it. */
@NullMarked
package io.keyholder.testing.matrix;

import org.jspecify.annotations.NullMarked;
