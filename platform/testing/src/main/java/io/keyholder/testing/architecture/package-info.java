/**
 * The architecture's rules as checks over compiled classes, the same for every module. Knows what it guards by name alone, so
 * it depends on no other module and on no framework it forbids.
 */
@NullMarked
package io.keyholder.testing.architecture;

import org.jspecify.annotations.NullMarked;
