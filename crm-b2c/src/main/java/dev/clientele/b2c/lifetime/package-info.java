/**
 * From stored purchases to what each person may be worth.
 *
 * <p>{@link dev.clientele.b2c.scoring.Scoring} fits the models of {@link dev.clientele.b2c.scoring} to the stored purchase
 * histories as of a day and keeps the result as a {@link dev.clientele.b2c.scoring.Calibration}; scores all persons by it,
 * each getting a {@link dev.clientele.b2c.person.Score}; says what one person is worth; and compares what a calibration
 * expected with what happened after it ({@link dev.clientele.b2c.scoring.holdout.HoldOut}). What is fitted is said by a {@link
 * dev.clientele.b2c.scoring.CalibrationPlan}, what is valued by a {@link dev.clientele.b2c.scoring.Valuation}.
 *
 * <p>Histories are read one at a time: memory doesn't grow with the number of purchases, and with that of persons by some
 * dozens of bytes each.
 */
@NullMarked
package dev.clientele.b2c.lifetime;

import org.jspecify.annotations.NullMarked;
