/**
 * The purchases and spend that models are fitted to and asked about.
 *
 * <p>One customer is a {@link dev.clientele.b2c.scoring.data.CustomerSummary}: the number of repeat purchases, the time of the last, the time observed. A
 * {@link dev.clientele.b2c.scoring.data.SpendSummary} has the mean spend, over the purchases that a {@link dev.clientele.b2c.scoring.data.SpendBasis} chooses. Times are in a {@link dev.clientele.b2c.scoring.data.TimeStep}.
 *
 * <p>Many customers are a {@link dev.clientele.b2c.scoring.data.CustomerBase}, a {@link dev.clientele.b2c.scoring.data.SpendBase}, or, with known figures about each, a {@link dev.clientele.b2c.scoring.data.CovariateBase}.
 * A {@link dev.clientele.b2c.scoring.data.CustomerHistogram} is kept up to date with every purchase and gives a base for any later day. A base is in a fixed
 * order, so the order in which customers came changes no bit of a fit.
 *
 * <p>A {@link dev.clientele.b2c.scoring.data.CustomerBaseBuilder} and a
 * {@link dev.clientele.b2c.scoring.data.CovariateBaseBuilder} collect customers one by one, in any order.
 */
@NullMarked
package dev.clientele.b2c.scoring.data;

import org.jspecify.annotations.NullMarked;
