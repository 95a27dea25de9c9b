/**
 * Win probabilities of deals, learned from closed ones.
 *
 * <p>{@link dev.clientele.b2b.insight.winning.DealFeatures} describe a deal: categories and numbers by name. A {@link
 * dev.clientele.b2b.insight.winning.WinProbabilityMethod} learns a {@link
 * dev.clientele.b2b.insight.winning.WinProbabilityModel} from closed deals:
 *
 * <ul>
 *   <li>{@link dev.clientele.b2b.insight.winning.NaiveBayes}: counts of each word among won and lost deals, put
 *       together as if they were independent, after the rule by which Odoo counts stages.
 *   <li>{@link dev.clientele.b2b.insight.winning.LogisticRegression}: maximum likelihood with a ridge. S. le Cessie, J.
 *       C. van Houwelingen, <i>Ridge estimators in logistic regression</i>, Applied Statistics 41 (1992).
 *   <li>{@link dev.clientele.b2b.insight.winning.CalibratedMethod}: either of them, its log-odds mapped to the shares
 *       that came true. J. Platt, <i>Probabilistic outputs for support vector machines</i> (1999).
 * </ul>
 *
 * <p>{@link dev.clientele.b2b.insight.winning.WinModelAccuracy} measures a model on deals it hasn't seen: area under
 * the curve, Brier score, a table of reliability. {@link dev.clientele.b2b.insight.winning.WinProbabilities} learns
 * from the session's deals and updates the open ones; a probability set by hand stays until it is cleared.
 *
 * <p>A closed deal to learn from is a {@link dev.clientele.b2b.insight.winning.TrainingExample}.
 */
@NullMarked
package dev.clientele.b2b.insight.winning;

import org.jspecify.annotations.NullMarked;
