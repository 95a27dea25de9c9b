package dev.clientele.b2c.campaign.attribution;

/**
 * Paths that have no touch within the look-back window. They earn no channel any credit and are in no Markov chain.
 *
 * @param conversions the number of their conversions
 * @param value the value of these conversions
 * @param nonConversions the number of times that such a path ended without a conversion
 */
public record UnattributedPaths(long conversions, double value, long nonConversions) {}
