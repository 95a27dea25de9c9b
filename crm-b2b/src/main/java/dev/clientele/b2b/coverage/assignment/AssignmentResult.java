package dev.clientele.b2b.coverage.assignment;

/**
 * A record and what was decided on it.
 *
 * @param record as it is stored now; as it was given if nobody gets it
 * @param assignment who gets it, and why
 * @param <T> the record type
 */
public record AssignmentResult<T>(T record, Assignment assignment) {}
