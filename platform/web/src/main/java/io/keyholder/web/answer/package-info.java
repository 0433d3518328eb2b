/**
 * What operations answer with: a resource or a summary with its status, its ETag and the headers that follow from both, rendered
 * in one place.
 */
@NullMarked
package io.keyholder.web.answer;

import org.jspecify.annotations.NullMarked;
