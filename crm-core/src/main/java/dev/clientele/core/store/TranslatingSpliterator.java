package dev.clientele.core.store;

import dev.clientele.persistence.StorageException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A stream of rows whose failures on the way are translated, since they come long after the call that gave the stream. */
final class TranslatingSpliterator<R> extends Spliterators.AbstractSpliterator<R> {

    private final Spliterator<R> rows;

    private TranslatingSpliterator(Spliterator<R> rows) {
        super(rows.estimateSize(), rows.characteristics() & (Spliterator.ORDERED | Spliterator.NONNULL));
        this.rows = rows;
    }

    static <R> Stream<R> of(Stream<R> rows) {
        return StreamSupport.stream(new TranslatingSpliterator<>(rows.spliterator()), false)
                .onClose(rows::close);
    }

    @Override
    public boolean tryAdvance(Consumer<? super R> action) {
        try {
            return rows.tryAdvance(action);
        } catch (StorageException e) {
            throw StorageExceptionTranslator.translate(e);
        }
    }
}
