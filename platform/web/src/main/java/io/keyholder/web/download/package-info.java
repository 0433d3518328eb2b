/** Files that are sent as they are made. */
@NullMarked
package io.keyholder.web.download;

import org.jspecify.annotations.NullMarked;
