/**
 * Scoring of persons: probability of buying again, expected purchases and lifetime value from the stored purchase histories.
 *
 * <p>{@link dev.clientele.b2c.scoring.Scoring} is the door. It fits models to the stored histories as of a day, as a {@link
 * dev.clientele.b2c.scoring.CalibrationPlan} says, and stores the result as a {@link dev.clientele.b2c.scoring.Calibration};
 * scores all persons by it, each getting a {@link dev.clientele.b2c.person.Score}; computes the lifetime value of one
 * person by a {@link dev.clientele.b2c.scoring.Valuation}; predicts between which numbers the purchases and the spend of a person or of
 * everybody will lie; and compares what a calibration expected with what happened after
 * it. Histories are read one at a time: memory doesn't grow with the number of purchases, and with that of persons by some
 * dozens of bytes each.
 *
 * <p>The models need no store. Its packages, each depending on those before it:
 * <ul>
 *   <li>{@link dev.clientele.b2c.scoring.data}: the customers that models are fitted to.
 *   <li>{@link dev.clientele.b2c.scoring.model}: models with known parameters and their forecasts.
 *   <li>{@link dev.clientele.b2c.scoring.fit}: fitted models and their uncertainty.
 *   <li>{@link dev.clientele.b2c.scoring.family}: the kinds of model, to be fitted.
 *   <li>{@link dev.clientele.b2c.scoring.value}: lifetime value.
 *   <li>{@link dev.clientele.b2c.scoring.holdout}: the choice of a model, and accuracy on later purchases.
 * </ul>
 *
 * <p>A {@link dev.clientele.b2c.scoring.family.RepeatPurchaseFamily}, such as {@link dev.clientele.b2c.scoring.family.BgNbd}, is fitted to
 * a {@link dev.clientele.b2c.scoring.data.CustomerBase} by maximum likelihood and gives a
 * {@link dev.clientele.b2c.scoring.fit.FittedModel}. That answers for each
 * {@link dev.clientele.b2c.scoring.data.CustomerSummary} with an {@link dev.clientele.b2c.scoring.model.CustomerForecast}: probability of being
 * alive, expected purchases, next purchase, discounted purchases. A {@link dev.clientele.b2c.scoring.family.SpendFamily}, such as
 * {@link dev.clientele.b2c.scoring.family.GammaGamma}, does the same for spend, and
 * {@link dev.clientele.b2c.scoring.value.RepeatPurchaseValue} puts the two together. Where the data push a model's parameters
 * to a limit, the simpler model that describes them as well is fitted and named ({@link dev.clientele.b2c.scoring.fit.FitRemark}); a fit
 * that the data don't support at all throws a {@link dev.clientele.b2c.scoring.fit.NoFitException} that says why.
 *
 * <p>Everything is pure and immutable: the same customers give the same numbers to the last bit, in whatever order they
 * came and on however many processors. All answers are finite for all valid arguments; what is too small for a
 * {@code double} has a logarithmic form. Times are in a model's {@link dev.clientele.b2c.scoring.data.TimeStep}.
 *
 * <p>Which model: {@link dev.clientele.b2c.scoring.family.BgNbd} and {@link dev.clientele.b2c.scoring.family.MbgNbd} let customers leave
 * after a purchase, {@link dev.clientele.b2c.scoring.family.ParetoNbd} and {@link dev.clientele.b2c.scoring.family.GGompertzNbd} at any
 * time, {@link dev.clientele.b2c.scoring.family.Nbd} never; {@link dev.clientele.b2c.scoring.family.BgCnbdK} and {@link
 * dev.clientele.b2c.scoring.family.MbgCnbdK} are the first two for customers who buy at regular times; {@link
 * dev.clientele.b2c.scoring.family.BgBb} is for purchases that are possible only at given opportunities. {@link
 * dev.clientele.b2c.scoring.family.RepeatPurchaseFamilies} lists them all, {@link dev.clientele.b2c.scoring.holdout.ModelComparison}
 * chooses by how likely they make the data, {@link dev.clientele.b2c.scoring.fit.LikelihoodRatioTest} tests a model against a simpler one.
 *
 * <p>More: {@link dev.clientele.b2c.scoring.family.CovariateFamily} lets parameters depend on what is known of each customer; {@link
 * dev.clientele.b2c.scoring.fit.Uncertainty} says how sure a figure is; {@link dev.clientele.b2c.scoring.model.BatchScoring} scores
 * millions held in columns; {@link dev.clientele.b2c.scoring.data.CustomerHistogram} is kept up to date between fits; {@link
 * dev.clientele.b2c.scoring.value.PurchaseLifetimeValue} gives values in calendar time and money.
 *
 * <p>Literature:
 * <ul>
 *   <li>Ehrenberg (1959), The Pattern of Consumer Purchases, Applied Statistics 8(1), 26-41: NBD.
 *   <li>Schmittlein, Morrison and Colombo (1987), Counting Your Customers: Who Are They and What Will They Do Next?,
 *       Management Science 33(1), 1-24: Pareto/NBD; formulas after Fader and Hardie (2005), A Note on Deriving the
 *       Pareto/NBD Model and Related Expressions, brucehardie.com/notes/009.
 *   <li>Fader, Hardie and Lee (2005), "Counting Your Customers" the Easy Way: An Alternative to the Pareto/NBD Model,
 *       Marketing Science 24(2), 275-284: BG/NBD.
 *   <li>Batislam, Denizel and Filiztekin (2007), Empirical Validation and Comparison of Models for Customer Base Analysis,
 *       International Journal of Research in Marketing 24(3), 201-209: MBG/NBD.
 *   <li>Fader, Hardie and Shang (2010), Customer-Base Analysis in a Discrete-Time Noncontractual Setting, Marketing Science
 *       29(6), 1086-1108: BG/BB.
 *   <li>Bemmaor and Glady (2012), Modeling Purchasing Behavior with Sudden "Death": A Flexible Customer Lifetime Model,
 *       Management Science 58(5), 1012-1021: GGompertz/NBD.
 *   <li>Platzer and Reutterer (2016), Ticking Away the Moments: Timing Regularity Helps to Better Predict Customer Activity,
 *       Marketing Science 35(5), 779-799; Reutterer, Platzer and Schroeder (2021), Leveraging Purchase Regularity for
 *       Predicting Customer Behavior the Easy Way, International Journal of Research in Marketing 38(1), 194-215: (M)BG/CNBD-k.
 *   <li>Fader and Hardie (2007), Incorporating Time-Invariant Covariates into the Pareto/NBD and BG/NBD Models,
 *       brucehardie.com/notes/019.
 *   <li>Fader, Hardie and Lee (2005), RFM and CLV: Using Iso-Value Curves for Customer Base Analysis, Journal of Marketing
 *       Research 42(4), 415-430.
 *   <li>Akaike (1974), A New Look at the Statistical Model Identification, IEEE Transactions on Automatic Control 19(6), 716-723;
 *       Burnham and Anderson (2002), Model Selection and Multimodel Inference, 2nd edition, Springer: the choice of a model.
 *   <li>Fader and Hardie (2013), The Gamma-Gamma Model of Monetary Value, brucehardie.com/notes/025: spend.
 * </ul>
 *
 * <p>A calibration keeps {@link dev.clientele.b2c.scoring.ParameterEstimates}; the {@link
 * dev.clientele.b2c.scoring.ActiveCalibration} is the one that somebody has chosen. A run that has scored persons returns a {@link
 * dev.clientele.b2c.scoring.ScoringSummary}; a {@link dev.clientele.b2c.scoring.ScoringLease} keeps others out while it goes on.
 */
@NullMarked
package dev.clientele.b2c.scoring;

import org.jspecify.annotations.NullMarked;
