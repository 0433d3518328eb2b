/** Texts from outside that have more than one spelling, each read into the one that is stored and compared. */
@NullMarked
package io.keyholder.web.text;

import org.jspecify.annotations.NullMarked;
