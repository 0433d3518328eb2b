/**
 * What every REST resource of the platform stands on: problems, bodies that are read only after the caller was authorised,
 * ETags, and the mapping of failures. Knows no aggregate of any service.
 */
@NullMarked
package io.keyholder.web;

import org.jspecify.annotations.NullMarked;
