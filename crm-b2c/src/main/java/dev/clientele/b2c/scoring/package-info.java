/**
 * Who will buy again, how often, and for how much: probability models of repeat purchasing.
 *
 * <p>A {@link dev.clientele.b2c.scoring.RepeatPurchaseFamily}, such as {@link dev.clientele.b2c.scoring.BgNbd}, is fitted to
 * a {@link dev.clientele.b2c.scoring.CustomerBase} by maximum likelihood and gives a
 * {@link dev.clientele.b2c.scoring.FittedModel}. That answers for each
 * {@link dev.clientele.b2c.scoring.CustomerSummary} with an {@link dev.clientele.b2c.scoring.Outlook}: probability of being
 * alive, expected purchases, next purchase, discounted purchases. A {@link dev.clientele.b2c.scoring.SpendFamily}, such as
 * {@link dev.clientele.b2c.scoring.GammaGamma}, does the same for spend, and
 * {@link dev.clientele.b2c.scoring.RepeatPurchaseValue} puts the two together. A fit that the data don't support throws a
 * {@link dev.clientele.b2c.scoring.NoFitException} that says why.
 *
 * <p>Everything is pure and immutable: the same customers give the same numbers to the last bit, in whatever order they
 * came and on however many processors. All answers are finite for all valid arguments; what is too small for a
 * {@code double} has a logarithmic form. Times are in a model's {@link dev.clientele.b2c.scoring.TimeStep}.
 *
 * <p>Literature:
 * <ul>
 *   <li>Fader, Hardie and Lee (2005), "Counting Your Customers" the Easy Way: An Alternative to the Pareto/NBD Model,
 *       Marketing Science 24(2), 275-284: BG/NBD.
 *   <li>Fader, Hardie and Lee (2005), RFM and CLV: Using Iso-Value Curves for Customer Base Analysis, Journal of Marketing
 *       Research 42(4), 415-430.
 *   <li>Fader and Hardie (2013), The Gamma-Gamma Model of Monetary Value, brucehardie.com/notes/025: spend.
 * </ul>
 */
@NullMarked
package dev.clientele.b2c.scoring;

import org.jspecify.annotations.NullMarked;
