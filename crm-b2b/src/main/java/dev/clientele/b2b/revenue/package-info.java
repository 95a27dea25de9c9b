/**
 * Revenue of existing customers, opened by {@link dev.clientele.b2b.revenue.Revenue}: {@link
 * dev.clientele.b2b.revenue.contract contracts}, {@link dev.clientele.b2b.revenue.order orders}, {@link
 * dev.clientele.b2b.revenue.retention retention}, {@link dev.clientele.b2b.revenue.whitespace whitespace} and {@link
 * dev.clientele.b2b.revenue.health account health}.
 */
@NullMarked
package dev.clientele.b2b.revenue;

import org.jspecify.annotations.NullMarked;
