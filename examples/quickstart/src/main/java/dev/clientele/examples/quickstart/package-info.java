/**
 * A CRM on an embedded SQLite file, filled with real business and consumer data.
 *
 * <p>{@link dev.clientele.examples.quickstart.Quickstart} is the program: it opens the file, loads what is missing and prints
 * a report. Each floor is a package: {@link dev.clientele.examples.quickstart.source} reads the two public data sets, {@link
 * dev.clientele.examples.quickstart.business} and {@link dev.clientele.examples.quickstart.consumers} turn them into records
 * of the library, {@link dev.clientele.examples.quickstart.load} makes loading survive a crash, and {@link
 * dev.clientele.examples.quickstart.report} asks the CRM and writes the answers down.
 */
@NullMarked
package dev.clientele.examples.quickstart;

import org.jspecify.annotations.NullMarked;
