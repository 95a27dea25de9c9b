/**
 * The databases that tests of stored things run on: {@link dev.clientele.testing.DatabaseKind} opens each as an
 * application would, or gives a test tenants of its own in one that all share, and begins the transactions of a host
 * application on it; {@link dev.clientele.testing.LimitedStorage} leaves
 * to the core what a storage could evaluate itself. A {@link dev.clientele.testing.Race} is one of threads, a {@link
 * dev.clientele.testing.ProcessRace} one of processes.
 *
 * <p>PostgreSQL is a real server in a process of its own, started when the first test asks for it and stopped with the tests;
 * its programs come from Maven Central.
 */
@NullMarked
package dev.clientele.testing;

import org.jspecify.annotations.NullMarked;
