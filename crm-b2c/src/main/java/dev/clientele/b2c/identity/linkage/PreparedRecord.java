package dev.clientele.b2c.identity.linkage;

import dev.clientele.b2c.identity.comparison.ComparedValue;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record normalised once and ready to be scored against others of the same model; made by {@link
 * LinkageModel#prepare}. Immutable and safe for use by many threads.
 */
public final class PreparedRecord {
    private final RecordRef ref;
    private final @Nullable ComparedValue[] values;
    private final float[] surprisals;

    PreparedRecord(RecordRef ref, @Nullable ComparedValue[] values, float[] surprisals) {
        this.ref = ref;
        this.values = values;
        this.surprisals = surprisals;
    }

    /** Returns the place of the record. */
    public RecordRef ref() {
        return ref;
    }

    /** Returns the normalised value of the attribute at this index of the model; empty where it is missing. */
    public Optional<ComparedValue> value(int attribute) {
        return Optional.ofNullable(values[attribute]);
    }

    /** Returns whether nothing in the record can be compared. */
    public boolean isEmpty() {
        return Arrays.stream(values).allMatch(value -> value == null);
    }

    @Nullable
    ComparedValue at(int attribute) {
        return values[attribute];
    }

    /** The negative logarithm of the frequency of the value at this index. */
    float surprisal(int attribute) {
        return surprisals[attribute];
    }

    float[] surprisals() {
        return surprisals;
    }

    /** Returns a text without the values, which are personal. */
    @Override
    public String toString() {
        return "PreparedRecord[attributes=" + values.length + "]";
    }
}
