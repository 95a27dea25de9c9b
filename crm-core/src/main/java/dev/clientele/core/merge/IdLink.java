package dev.clientele.core.merge;

import java.util.UUID;

/**
 * One id that leads to another.
 *
 * @param from the id of a record that was merged, or is an identity of another
 * @param fromType the name of its type
 * @param to the id of the record to which it leads
 * @param toType the name of that one's type
 */
record IdLink(UUID from, String fromType, UUID to, String toType) {}
