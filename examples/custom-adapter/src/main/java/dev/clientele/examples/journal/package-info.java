/**
 * A storage adapter in a single append-only file, to show what it takes to write one.
 *
 * <p>{@link dev.clientele.examples.journal.JournalStorage} is the door. All that is stored are rows, the contract's own
 * records each under a path such as {@code document/account/acme/0190…}, in one sorted map that never changes: whoever
 * holds it has a snapshot. A {@code WorkingCopy} is one transaction's way from such a map to the next;
 * {@code JournalSession} and {@code JournalMigration} write into working copies what the contract asks. {@code Journal}
 * commits a copy: {@code JournalFile} appends what {@code RowCodec} makes of it, waits for the disk, and only then
 * everybody sees the new map. {@code Scan} answers queries, and {@code FieldView} shows records to a schema under which
 * they weren't stored.
 */
@NullMarked
package dev.clientele.examples.journal;

import org.jspecify.annotations.NullMarked;
