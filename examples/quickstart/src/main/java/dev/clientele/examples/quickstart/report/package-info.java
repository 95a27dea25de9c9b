/**
 * Asks the CRM and writes the answers down: text that depends on nothing but the stored data.
 *
 * <p>{@link dev.clientele.examples.quickstart.report.Report} puts the sections together, each of them a class that shows how
 * one kind of question is asked.
 */
@NullMarked
package dev.clientele.examples.quickstart.report;

import org.jspecify.annotations.NullMarked;
