/**
 * Accounts stored and read in three ways: through this library, by hand-written JDBC and by Hibernate ORM with Envers.
 *
 * <p>{@link dev.clientele.examples.benchmarks.storage.AccountStore} says what each has to be able to do, {@link
 * dev.clientele.examples.benchmarks.storage.StorageTasks} what is asked of it.
 */
@NullMarked
package dev.clientele.examples.benchmarks.storage;

import org.jspecify.annotations.NullMarked;
