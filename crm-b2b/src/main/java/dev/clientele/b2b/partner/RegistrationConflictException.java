package dev.clientele.b2b.partner;

import dev.clientele.core.error.ClienteleException;
import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The failure of an approval or extension because of conflicts. It carries every conflict that stands in the way, not
 * only the first.
 */
public final class RegistrationConflictException extends ClienteleException {

    @Serial
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // always an immutable list of records
    private final List<RegistrationConflict> conflicts;

    /** Creates the exception with the conflicts, at least one. */
    public RegistrationConflictException(List<RegistrationConflict> conflicts, @Nullable Throwable cause) {
        super(
                "the registration can't be granted: "
                        + conflicts.stream()
                                .map(RegistrationConflict::message)
                                .distinct()
                                .collect(Collectors.joining("; ")),
                cause);
        this.conflicts = List.copyOf(conflicts);
    }

    /** Returns all conflicts that block. */
    public List<RegistrationConflict> conflicts() {
        return conflicts;
    }
}
