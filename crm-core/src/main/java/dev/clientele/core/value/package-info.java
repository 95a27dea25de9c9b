/** What a customer is worth: cash flows, discounting, exchange rates, lifetime value. */
@NullMarked
package dev.clientele.core.value;

import org.jspecify.annotations.NullMarked;
