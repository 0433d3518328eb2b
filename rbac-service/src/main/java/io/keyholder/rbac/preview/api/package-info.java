/** Previews over HTTP. */
@NullMarked
package io.keyholder.rbac.preview.api;

import org.jspecify.annotations.NullMarked;
