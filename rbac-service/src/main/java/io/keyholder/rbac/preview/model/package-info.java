/** A proposal, and what it would change. Plain Java. */
@NullMarked
package io.keyholder.rbac.preview.model;

import org.jspecify.annotations.NullMarked;
