/**
 * The conformance kit: what every storage adapter must pass, for our adapters and for anybody's.
 *
 * <p>An adapter's author writes a {@link dev.clientele.persistence.tck.StorageFixture}, which makes and removes a database,
 * and two small test classes, one extending {@link dev.clientele.persistence.tck.StorageConformance} and one {@link
 * dev.clientele.persistence.tck.StorageProperties}. Each test's name begins with the rule that it checks, as numbered in
 * {@link dev.clientele.persistence.Storage}, {@link dev.clientele.persistence.StorageSession} and {@link
 * dev.clientele.persistence.criteria}. What an adapter may lack is listed in {@link
 * dev.clientele.persistence.tck.Capability}.
 */
@NullMarked
package dev.clientele.persistence.tck;

import org.jspecify.annotations.NullMarked;
