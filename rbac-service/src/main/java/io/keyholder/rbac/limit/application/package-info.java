/** How much of something one context may pile up, and one assignment hold: nobody fills the platform for the others. */
@NullMarked
package io.keyholder.rbac.limit.application;

import org.jspecify.annotations.NullMarked;
