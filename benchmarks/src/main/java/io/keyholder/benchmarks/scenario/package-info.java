/** What is measured, each with its own tenants, rooms and relationships. */
@NullMarked
package io.keyholder.benchmarks.scenario;

import org.jspecify.annotations.NullMarked;
