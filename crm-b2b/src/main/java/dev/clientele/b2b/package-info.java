/** Selling to businesses: accounts, contacts, pipelines, opportunities and forecasts. */
@NullMarked
package dev.clientele.b2b;

import org.jspecify.annotations.NullMarked;
