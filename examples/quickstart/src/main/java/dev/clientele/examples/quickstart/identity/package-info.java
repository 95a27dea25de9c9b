/**
 * Persons from two sources: consumers of FoodMart whom people have entered, and a file of a web shop that was made from them with every
 * kind of dirt.
 *
 * <p>{@link dev.clientele.examples.quickstart.identity.WebShopFile} makes the file, {@link
 * dev.clientele.examples.quickstart.identity.IdentityLoad} brings both into one base, in a tenant of its own, so that the figures of the
 * other chapters stay those of FoodMart.
 */
@NullMarked
package dev.clientele.examples.quickstart.identity;

import org.jspecify.annotations.NullMarked;
