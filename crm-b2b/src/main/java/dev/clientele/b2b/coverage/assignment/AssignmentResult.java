package dev.clientele.b2b.coverage.assignment;

/**
 * A record with the decision on it.
 *
 * @param record the record as it is stored now; as it was given if it wasn't assigned
 * @param assignment the decision
 * @param <T> the record type
 */
public record AssignmentResult<T>(T record, Assignment assignment) {}
