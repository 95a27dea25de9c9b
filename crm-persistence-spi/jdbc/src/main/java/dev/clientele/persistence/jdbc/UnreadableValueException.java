package dev.clientele.persistence.jdbc;

import java.io.Serial;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Thrown if a column holds something that its type never writes. */
final class UnreadableValueException extends SQLException {

    @Serial
    private static final long serialVersionUID = 1L;

    UnreadableValueException(int column, @Nullable Throwable cause) {
        super("column " + column + " holds what its type never writes", cause);
    }
}
