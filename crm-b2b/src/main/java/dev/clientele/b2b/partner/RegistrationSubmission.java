package dev.clientele.b2b.partner;

import java.util.List;
import java.util.Objects;

/**
 * A submitted registration with its conflicts at that time.
 *
 * @param registration as it is stored
 * @param conflicts the conflicts that the actor may see
 */
public record RegistrationSubmission(DealRegistration registration, List<RegistrationConflict> conflicts) {

    /** Copies the collections. */
    public RegistrationSubmission {
        Objects.requireNonNull(registration, "registration");
        conflicts = List.copyOf(conflicts);
    }
}
