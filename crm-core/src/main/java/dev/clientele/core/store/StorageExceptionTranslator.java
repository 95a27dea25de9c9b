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
import dev.clientele.persistence.DuplicateKeyException;
import dev.clientele.persistence.InvalidRecordException;
import dev.clientele.persistence.SchemaException;
import dev.clientele.persistence.StorageException;
import dev.clientele.persistence.UnsupportedException;
import java.util.function.Supplier;

/** Translates the exceptions of storage into those of the core. */
public final class StorageExceptionTranslator {

    private StorageExceptionTranslator() {}

    /** Runs work; what storage throws comes out in the words of the core. */
    static <R> R runTranslated(Supplier<R> work) {
        try {
            return work.get();
        } catch (StorageException e) {
            throw translate(e);
        }
    }

    /** Returns the exception that a caller of the library gets; one of the core's own is that itself. */
    static ClienteleException translate(RuntimeException e) {
        return e instanceof ClienteleException own ? own : translate((StorageException) e);
    }

    /** Returns the exception that a caller of the library gets for one of storage. */
    public static ClienteleException translate(StorageException e) {
        String message = String.valueOf(e.getMessage());
        if (e instanceof ConflictException && e.getCause() instanceof DuplicateKeyException duplicate) {
            return new DuplicateException(duplicate.type(), duplicate.key(), e);
        } else if (e instanceof ConflictException conflict) {
            return conflict.ids().isEmpty()
                    ? new UnavailableException(message, e)
                    : new StaleVersionException(conflict.ids(), e);
        } else if (e instanceof DuplicateKeyException duplicate) {
            return new DuplicateException(duplicate.type(), duplicate.key(), e);
        } else if (e instanceof InvalidRecordException invalid) {
            return InvalidException.of(invalid.type(), invalid.field(), reason(invalid, message));
        } else if (e instanceof dev.clientele.persistence.CorruptDataException) {
            return new CorruptException(message, e);
        } else if (e instanceof dev.clientele.persistence.CommitOutcomeUnknownException) {
            return new OutcomeUnknownException(message, e);
        } else if (e instanceof SchemaException || e instanceof UnsupportedException) {
            return new StorageSetupException(message, e);
        }
        return new UnavailableException(message, e);
    }

    /** Returns the message without the type and field that it begins with: the violation's path says them. */
    private static String reason(InvalidRecordException e, String message) {
        String start = e.type() + "." + e.field() + ": ";
        return message.startsWith(start) ? message.substring(start.length()) : message;
    }
}
