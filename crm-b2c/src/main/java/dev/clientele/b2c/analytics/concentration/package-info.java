/**
 * Concentration of value on few customers: {@link dev.clientele.b2c.analytics.concentration.ValueConcentration} has the
 * deciles, the Lorenz curve and the Gini coefficient; {@link dev.clientele.b2c.analytics.concentration.DecileMigration}
 * says who moves up and down between two periods.
 *
 * <p>A {@link dev.clientele.b2c.analytics.concentration.RankedBuyer} is a customer with the place among all; a
 * {@link dev.clientele.b2c.analytics.concentration.ValueDecile} is a tenth of the customers.
 */
@NullMarked
package dev.clientele.b2c.analytics.concentration;

import org.jspecify.annotations.NullMarked;
