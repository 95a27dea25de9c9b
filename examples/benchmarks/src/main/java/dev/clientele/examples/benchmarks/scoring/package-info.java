/**
 * How fast repeat-purchase models are fitted and customers scored, and how often the right one is chosen: {@link
 * dev.clientele.examples.benchmarks.scoring.ScoringCommand} on customers in columns, {@link
 * dev.clientele.examples.benchmarks.scoring.StreamCommand} on purchases that don't fit into memory, {@link
 * dev.clientele.examples.benchmarks.scoring.FamilyChoiceCommand} and {@link
 * dev.clientele.examples.benchmarks.scoring.IntervalCoverageCommand} on customers whose true model is known. SCORING.md beside the
 * module's README has the figures.
 */
@NullMarked
package dev.clientele.examples.benchmarks.scoring;

import org.jspecify.annotations.NullMarked;
