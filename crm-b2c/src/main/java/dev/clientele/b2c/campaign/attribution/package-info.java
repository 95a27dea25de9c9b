/**
 * Attribution: credits conversions to the channels that touched a customer before them. It isn't causation; what a channel
 * caused only an experiment shows.
 *
 * <p>A {@link dev.clientele.b2c.campaign.attribution.MarketingPath} has the channels in order, with conversions, their value
 * and how often none came; a {@link dev.clientele.b2c.campaign.attribution.LookBackWindow} bounds what may earn credit. {@link
 * dev.clientele.b2c.campaign.attribution.AttributionTotals} take paths one by one, in bounded memory, and can be merged, as
 * {@link dev.clientele.b2c.campaign.attribution.AttributionSettings} say. Values are plain doubles of a single currency:
 * they are weighed by models and never booked.
 *
 * <p>An {@link dev.clientele.b2c.campaign.attribution.AttributionResult} has the {@link
 * dev.clientele.b2c.campaign.attribution.ModelCredits} of each model, one {@link
 * dev.clientele.b2c.campaign.attribution.ChannelCredit} a channel, and the {@link
 * dev.clientele.b2c.campaign.attribution.UnattributedPaths}. The models:
 *
 * <ul>
 *   <li>{@link dev.clientele.b2c.campaign.attribution.AttributionRule}: first, last, linear, by position, decay by steps or
 *       by time.
 *   <li>{@link dev.clientele.b2c.campaign.attribution.MarkovAttribution}: the share of conversions that is lost when a
 *       channel is removed from an absorbing Markov chain of order 1 to 4, solved exactly (Anderl, Becker, von Wangenheim
 *       and Schumann 2016, Mapping the Customer Journey, International Journal of Research in Marketing 33(3), 457-474). A
 *       removed channel leads to the null state; repeats in a row count once.
 *   <li>Shapley values (Shapley 1953, A Value for n-Person Games, Annals of Mathematics Studies 28, 307-317) of the game in
 *       which a set of channels earns the conversions of all paths with no channel outside it. Each path is then a game of
 *       unanimity of its channels, so that the exact value is an equal share for each distinct one (Zhao, Mahboobi and
 *       Bagheri 2018, Shapley Value Methods for Attribution Modeling in Online Advertising, arXiv 1804.05327). It takes
 *       no sum over sets, and so any number of channels.
 * </ul>
 *
 * <p>An {@link dev.clientele.b2c.campaign.attribution.AttributionBootstrap} adds {@link
 * dev.clientele.b2c.campaign.attribution.AttributionIntervals}, a {@link
 * dev.clientele.b2c.campaign.attribution.CreditInterval} each, from a seed. An {@link
 * dev.clientele.b2c.campaign.attribution.AttributionLimitException} says which limit data would exceed.
 */
@NullMarked
package dev.clientele.b2c.campaign.attribution;

import org.jspecify.annotations.NullMarked;
