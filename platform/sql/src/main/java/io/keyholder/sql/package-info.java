/**
 * Plain SQL over Jdbi, for what is read without entities and for what is written in bulk: {@link io.keyholder.sql.Sql} is a statement
 * with its parameters, {@link io.keyholder.sql.Database} runs it in the caller's transaction, {@link io.keyholder.sql.Row} is read by
 * hand, {@link io.keyholder.sql.Keyset} pages. Arrays travel as arrays, never as texts that are cast.
 */
@NullMarked
package io.keyholder.sql;

import org.jspecify.annotations.NullMarked;
