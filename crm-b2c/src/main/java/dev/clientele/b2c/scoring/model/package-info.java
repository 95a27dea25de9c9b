/**
 * Models of repeat purchasing and spend with known parameters.
 *
 * <p>A {@link dev.clientele.b2c.scoring.model.RepeatPurchaseModel}, such as {@link dev.clientele.b2c.scoring.model.BgNbdModel} or {@link dev.clientele.b2c.scoring.model.ParetoNbdModel}, forecasts a customer from the
 * purchases so far. The {@link dev.clientele.b2c.scoring.model.CustomerForecast} has the probability of being alive, expected and discounted purchases and the
 * time of the next. A {@link dev.clientele.b2c.scoring.model.SpendModel}, such as {@link dev.clientele.b2c.scoring.model.GammaGammaModel}, expects spend per purchase; it throws {@link dev.clientele.b2c.scoring.model.NoMeanException}
 * where it has no mean.
 *
 * <p>{@link dev.clientele.b2c.scoring.model.BatchScoring} scores millions of customers held in columns; its results are {@link dev.clientele.b2c.scoring.model.CustomerScores}.
 *
 * <p>The other models: {@link dev.clientele.b2c.scoring.model.NbdModel} without dropout,
 * {@link dev.clientele.b2c.scoring.model.MbgNbdModel}, {@link dev.clientele.b2c.scoring.model.CnbdKModel} for regular
 * purchases, {@link dev.clientele.b2c.scoring.model.GGompertzNbdModel}, and
 * {@link dev.clientele.b2c.scoring.model.BgBbModel} for purchases at discrete occasions. Limiting cases: {@link
 * dev.clientele.b2c.scoring.model.PoissonModel} where all customers buy at one rate, {@link
 * dev.clientele.b2c.scoring.model.CommonGammaModel} where they don't differ in spend.
 */
@NullMarked
package dev.clientele.b2c.scoring.model;

import org.jspecify.annotations.NullMarked;
