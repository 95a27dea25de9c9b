/**
 * The rival that a Java team would pick for audited records: Hibernate ORM with Envers, configured as its guides advise for
 * speed.
 */
@NullMarked
package dev.clientele.examples.benchmarks.orm;

import org.jspecify.annotations.NullMarked;
