/** A CRM on an embedded SQLite file, filled with real business and consumer data. */
@NullMarked
package dev.clientele.examples.quickstart;

import org.jspecify.annotations.NullMarked;
