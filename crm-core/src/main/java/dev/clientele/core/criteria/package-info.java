/**
 * Criteria as text: saved views, segments and rules are stored and exchanged as JSON.
 *
 * <p>{@link dev.clientele.core.criteria.CriteriaJson} writes and reads the whole language, times relative to now included; a {@link
 * dev.clientele.core.criteria.StoredCriteria} is one kept in a record.
 */
@NullMarked
package dev.clientele.core.criteria;

import org.jspecify.annotations.NullMarked;
