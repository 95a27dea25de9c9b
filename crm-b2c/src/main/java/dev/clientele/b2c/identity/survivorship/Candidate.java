package dev.clientele.b2c.identity.survivorship;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The value that one record says of a field.
 *
 * @param record the record
 * @param value the value, or null if people emptied the field
 * @param text the value's text; empty for none
 * @param at when it was said
 * @param verified whether it is verified
 * @param index the place in the record's list; 0 of a field with one value
 */
record Candidate<V>(SaidRecord record, @Nullable V value, String text, Instant at, boolean verified, int index) {

    boolean isByHand() {
        return record.isByHand();
    }
}
