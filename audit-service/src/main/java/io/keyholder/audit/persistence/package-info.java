/**
 * The table of entries and its months, by JDBC: entries are rows that come by the thousand, are never changed, and are
 * read by pages, so that there is nothing for an object mapper to do.
 */
@NullMarked
package io.keyholder.audit.persistence;

import org.jspecify.annotations.NullMarked;
