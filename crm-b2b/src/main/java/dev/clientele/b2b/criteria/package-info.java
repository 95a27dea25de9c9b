/**
 * Criteria that are kept: {@link dev.clientele.b2b.criteria.StoredCriteria} is what segments, territory rules and assignment
 * rules have in common.
 */
@NullMarked
package dev.clientele.b2b.criteria;

import org.jspecify.annotations.NullMarked;
