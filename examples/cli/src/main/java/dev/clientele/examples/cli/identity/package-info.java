/**
 * {@code identity}: which records of one or several files are of the same person, with probabilities, explanations and a page
 * of pictures.
 *
 * <p>{@link dev.clientele.examples.cli.identity.IdentityCommand} is the command. Records come from {@code RecordFiles}, their
 * columns from a {@code ColumnMapping}; truth and labels are files of pairs, whose ids {@code RecordIndex} finds.
 */
@NullMarked
package dev.clientele.examples.cli.identity;

import org.jspecify.annotations.NullMarked;
