package dev.clientele.core.codec;

import java.util.function.Function;

/**
 * The half of a declared type that isn't exported: the codec of its records. Immutable and thread-safe.
 *
 * @param <T> the record type
 */
public abstract class StoredType<T> {

    final RecordCodec<T> codec;

    /**
     * Creates the codec of a type.
     *
     * @param codec makes the codec, given the type that is being constructed; only the records it makes later use the type
     */
    protected StoredType(Function<StoredType<T>, RecordCodec<T>> codec) {
        this.codec = codec.apply(this);
    }
}
