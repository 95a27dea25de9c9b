package dev.clientele.b2c.campaign.attribution;

/**
 * The bounds within which the credit of a channel would lie in most samples of paths like these.
 *
 * @param low the lower bound of conversions and, apart from them, of value
 * @param high the upper bounds
 */
public record CreditInterval(ChannelCredit low, ChannelCredit high) {}
