package dev.clientele.core.store;

import dev.clientele.core.error.ClienteleException;
import dev.clientele.core.error.CorruptException;
import dev.clientele.core.error.DuplicateException;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.OutcomeUnknownException;
import dev.clientele.core.error.StaleVersionException;
import dev.clientele.core.error.StorageSetupException;
import dev.clientele.core.error.UnavailableException;
import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.InvalidRecordException;
import dev.clientele.persistence.SchemaException;
import dev.clientele.persistence.StorageException;
import dev.clientele.persistence.UnsupportedException;

/** Storage's failures in the words of the core. */
public final class Failures {

    private Failures() {}

    /** The exception that a caller of the library gets for one of storage. */
    public static ClienteleException of(StorageException e) {
        String message = String.valueOf(e.getMessage());
        if (e instanceof ConflictException conflict) {
            return new StaleVersionException(conflict.ids(), e);
        } else if (e instanceof dev.clientele.persistence.DuplicateException duplicate) {
            return new DuplicateException(duplicate.type(), duplicate.key(), e);
        } else if (e instanceof InvalidRecordException invalid) {
            return InvalidException.of(invalid.type(), invalid.field(), message);
        } else if (e instanceof dev.clientele.persistence.CorruptException) {
            return new CorruptException(message, e);
        } else if (e instanceof dev.clientele.persistence.OutcomeUnknownException) {
            return new OutcomeUnknownException(message, e);
        } else if (e instanceof SchemaException || e instanceof UnsupportedException) {
            return new StorageSetupException(message, e);
        }
        return new UnavailableException(message, e);
    }
}
