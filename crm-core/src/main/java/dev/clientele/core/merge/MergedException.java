package dev.clientele.core.merge;

import dev.clientele.core.error.NotFoundException;
import java.io.Serial;
import java.util.UUID;

/** There is no such record any more, for it was put into another, which it names. */
public final class MergedException extends NotFoundException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final UUID survivor;

    /** See the class. */
    public MergedException(String type, UUID id, UUID survivor) {
        super(type, id, "the " + type + " " + id + " was merged into " + survivor);
        this.survivor = survivor;
    }

    /** The id of the record that stands in its place now. */
    public UUID survivor() {
        return survivor;
    }
}
