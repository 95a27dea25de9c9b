package dev.clientele.b2c.identity.resolution;

import java.util.UUID;

/**
 * Two records that may be about one person, for somebody to decide.
 *
 * @param first one record's id
 * @param second the other's
 * @param score natural log-odds that they are
 */
public record ReviewPair(UUID first, UUID second, double score) {}
