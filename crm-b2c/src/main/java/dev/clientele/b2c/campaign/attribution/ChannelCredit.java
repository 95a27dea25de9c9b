package dev.clientele.b2c.campaign.attribution;

/**
 * The part of conversions and of their value that a model credits to a channel.
 *
 * @param conversions the number of conversions, in general a fraction
 * @param value their value, in the one currency of the aggregation
 */
public record ChannelCredit(double conversions, double value) {}
