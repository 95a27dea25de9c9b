/**
 * Concentration of value on few customers: {@link dev.clientele.b2c.analytics.concentration.ValueConcentration} has the
 * deciles, the Lorenz curve and the Gini coefficient; {@link dev.clientele.b2c.analytics.concentration.DecileMigration}
 * says who moves up and down between two periods.
 */
@NullMarked
package dev.clientele.b2c.analytics.concentration;

import org.jspecify.annotations.NullMarked;
