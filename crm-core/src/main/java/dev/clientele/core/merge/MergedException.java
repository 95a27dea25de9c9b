package dev.clientele.core.merge;

import dev.clientele.core.error.NotFoundException;
import java.io.Serial;
import java.util.UUID;

/** The record was merged into another, which the exception names. */
public final class MergedException extends NotFoundException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final UUID survivor;

    /** Creates an exception about a record that was merged into the survivor. */
    public MergedException(String type, UUID id, UUID survivor) {
        super(type, id, "the " + type + " " + id + " was merged into " + survivor);
        this.survivor = survivor;
    }

    /** Returns the id of the record that stands in its place now. */
    public UUID survivor() {
        return survivor;
    }
}
