/**
 * Merging of duplicate records, and undoing it.
 *
 * <p>{@link dev.clientele.core.merge.Merges} puts a record, the duplicate, into another, the survivor, and takes that back. It
 * knows no type by name: which records refer to the duplicate follows from the declared references of all types that the {@code
 * Crm} was given, a vendor's own among them; which rows may be there once only, from their unique keys.
 *
 * <pre>{@code
 * Merge merge = b2b.accounts().merge(globex, twin);
 * b2b.accounts().findCurrent(twin.id());      // Globex
 * b2b.accounts().timeline(globex.id());       // with what was recorded about the twin
 * MergeUndoResult undone = b2b.merges().undo(merge);   // both again; undone.conflicts() tells what others had a hand in since
 * }</pre>
 *
 * <p><b>A merge</b> is one transaction of as many batches as it takes, so its size is bounded by nothing but the database:
 *
 * <ol>
 *   <li>A survivor below the duplicate is lifted out of its line; it will stand in its place.
 *   <li>All that refers to the duplicate refers to the survivor. A row that would be there twice by that, such as a role at an
 *       account or a part in a deal, is put into its twin in the same way; of two that are marked as the one, such as two primary
 *       contacts, the survivor's stays marked. A reference of the survivor to its duplicate goes.
 *   <li>The duplicate is removed.
 *   <li>The survivor takes what it lacks, by a {@link dev.clientele.core.merge.SurvivorshipRule}.
 * </ol>
 *
 * <p>Each of these is a change like any other: validated, checked against versions and the access policy, recorded, told to
 * listeners. What the actor may not see or change can't be merged, nor what is referred to by such.
 *
 * <p><b>The duplicate's id</b> goes on to stand for the survivor ({@link dev.clientele.core.merge.MergedIds}): logs are never
 * rewritten, so who reads the timeline or the orders of the survivor reads under all its identities. Asked for by its old id the
 * record is a {@link dev.clientele.core.merge.MergedException} that names the survivor. Who knows it by a text that it had, such as
 * its id in another system, finds the survivor by that, too: imports do.
 *
 * <p><b>Other identities.</b> A record of another type can be an identity of one, such as what one of several systems says of a person: its
 * reference is declared {@link dev.clientele.core.entity.Trait#IDENTITY}. Its id leads to whom it refers to, in any order with merges,
 * and back as soon as it refers to another.
 *
 * <p><b>What is computed</b> about a record from logs follows: a {@link dev.clientele.core.MergeFollower} is told in the transaction of the
 * merge, and of its undo, when all else is done. Computed rows are no steps. One that has the absorbed record's id, such as its
 * ledger, is there for the follower and gone after that.
 *
 * <p><b>An undo</b> takes the {@link dev.clientele.core.merge.MergeStep}s, with their {@link
 * dev.clientele.core.merge.MovedReference}s, back, the last first. What somebody has changed since
 * stays as it is now and is told in {@link dev.clientele.core.merge.UndoConflict}; what was added to the survivor since stays with it. A
 * merge on which a later one builds can't be undone before that one: one into the same survivor, of the survivor into another, or
 * of a row that this one moved.
 *
 * <p>What records were before is read from the log of changes, so merges hold nobody's data but digests of it, and who may not see a record can't
 * read it here either. Whoever merges has to be let write and read the types {@code merge} and {@code merge_step}.
 */
@NullMarked
package dev.clientele.core.merge;

import org.jspecify.annotations.NullMarked;
