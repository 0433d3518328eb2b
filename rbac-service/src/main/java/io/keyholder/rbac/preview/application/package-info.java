/** Works out what a change would do, without making it. */
@NullMarked
package io.keyholder.rbac.preview.application;

import org.jspecify.annotations.NullMarked;
