/** HTTP as no decent client speaks it. */
@NullMarked
package io.keyholder.testing.http;

import org.jspecify.annotations.NullMarked;
