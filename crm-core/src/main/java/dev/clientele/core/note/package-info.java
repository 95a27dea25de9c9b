/**
 * Notes: free text that people write about records of any type. {@link dev.clientele.core.note.Notes} puts it on the timeline that
 * everything else that happens stands on ({@link dev.clientele.core.interaction}), for those who may see the record.
 *
 * <pre>{@code
 * Notes notes = new Notes(session);
 * notes.add(aurora, "Her hull was painted in Gdansk.");
 * notes.find(aurora).page(20);
 * }</pre>
 */
@NullMarked
package dev.clientele.core.note;

import org.jspecify.annotations.NullMarked;
