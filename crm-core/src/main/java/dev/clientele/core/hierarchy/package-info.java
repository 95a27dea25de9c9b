/**
 * Hierarchies of records: accounts with their subsidiaries, sales representatives with their managers, territories
 * with their parts. {@link dev.clientele.core.hierarchy.Hierarchy} adds up any figure over them, into a {@link
 * dev.clientele.core.hierarchy.RollUp} where the own figure is wanted too. {@link dev.clientele.core.hierarchy.IdHierarchy} does the same for
 * many records, reading none of them but its id and its parent's. That no record is above itself
 * is what the reference is declared with ({@code Trait.ACYCLIC}); a hierarchy made of other records checks it.
 */
@NullMarked
package dev.clientele.core.hierarchy;

import org.jspecify.annotations.NullMarked;
