/**
 * The kinds of model by name, each of which can be fitted to customers or given its parameters.
 *
 * <p>A {@link dev.clientele.b2c.scoring.family.RepeatPurchaseFamily} is fitted to a {@link dev.clientele.b2c.scoring.data.CustomerBase}, a {@link dev.clientele.b2c.scoring.family.SpendFamily} to a {@link dev.clientele.b2c.scoring.data.SpendBase}, a
 * {@link dev.clientele.b2c.scoring.family.CovariateFamily} to a {@link dev.clientele.b2c.scoring.data.CovariateBase}. {@link dev.clientele.b2c.scoring.family.RepeatPurchaseFamilies} lists the repeat-purchase models:
 *
 * <ul>
 *   <li>{@link dev.clientele.b2c.scoring.family.BgNbd} and {@link dev.clientele.b2c.scoring.family.MbgNbd}: customers leave after a purchase.
 *   <li>{@link dev.clientele.b2c.scoring.family.BgCnbdK} and {@link dev.clientele.b2c.scoring.family.MbgCnbdK}: the same for customers who buy at regular times.
 *   <li>{@link dev.clientele.b2c.scoring.family.ParetoNbd} and {@link dev.clientele.b2c.scoring.family.GGompertzNbd}: customers leave at any time.
 *   <li>{@link dev.clientele.b2c.scoring.family.Nbd}: customers never leave; {@link dev.clientele.b2c.scoring.family.Poisson}: nor do
 *       they differ.
 *   <li>{@link dev.clientele.b2c.scoring.family.BgBb}: purchases are possible only at given opportunities.
 * </ul>
 *
 * <p>{@link dev.clientele.b2c.scoring.family.GammaGamma} is the spend model, {@link dev.clientele.b2c.scoring.family.CommonGamma} its limit
 * where customers don't differ; {@link dev.clientele.b2c.scoring.family.SpendFamilies} lists both. Where data push a model's parameters to
 * a limit, the simpler model is fitted instead.
 *
 * <p>A {@link dev.clientele.b2c.scoring.family.ParameterPrior} keeps the parameters of few customers within usual bounds: {@link
 * dev.clientele.b2c.scoring.family.RepeatPurchaseFamily#withPrior}.
 *
 * <p>A family with covariates fits a {@link dev.clientele.b2c.scoring.family.FittedCovariateModel}.
 */
@NullMarked
package dev.clientele.b2c.scoring.family;

import org.jspecify.annotations.NullMarked;
