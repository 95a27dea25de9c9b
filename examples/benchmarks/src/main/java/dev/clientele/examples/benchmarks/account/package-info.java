/** The accounts that the benchmarks store: plain rows as they come from elsewhere, and the record type made of them. */
@NullMarked
package dev.clientele.examples.benchmarks.account;

import org.jspecify.annotations.NullMarked;
