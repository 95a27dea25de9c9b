package dev.clientele.b2b.partner;

import java.util.List;
import java.util.Objects;

/**
 * A registration that was handed in, and what else went on with the prospect then.
 *
 * @param registration as it is stored
 * @param conflicts that the actor may see
 */
public record RegistrationSubmission(DealRegistration registration, List<RegistrationConflict> conflicts) {

    /** Copies. */
    public RegistrationSubmission {
        Objects.requireNonNull(registration, "registration");
        conflicts = List.copyOf(conflicts);
    }
}
