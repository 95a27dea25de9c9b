package dev.clientele.b2b.partner;

import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.core.entity.Id;
import java.util.Objects;
import java.util.Optional;

/**
 * A conflict of a registration: another registration of the prospect, or an open deal with it.
 *
 * @param kind the kind of conflict
 * @param registration the other registration, if it is one and can be named
 * @param deal the deal, if it is one
 */
public record RegistrationConflict(
        RegistrationConflictKind kind, Optional<Id<DealRegistration>> registration, Optional<Id<Opportunity>> deal) {

    /** The kind of a registration conflict. */
    public enum RegistrationConflictKind {
        /** Another registration is submitted too. It doesn't hold anything up: the first one granted wins. */
        SUBMITTED("another registration of the company is handed in too"),
        /** Another registration is approved and holds. */
        APPROVED("another registration of the company is granted"),
        /** Another registration was approved at the same moment. */
        MEANWHILE("another registration of the company was granted at the same moment"),
        /** A deal that the partner hasn't sourced is open with the company. */
        OPEN_DEAL("a deal with the company is open that the partner hasn't brought");

        private final String message;

        RegistrationConflictKind(String message) {
            this.message = message;
        }
    }

    /** Refuses nulls. */
    public RegistrationConflict {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(registration, "registration");
        Objects.requireNonNull(deal, "deal");
    }

    static RegistrationConflict with(RegistrationConflictKind kind, Id<DealRegistration> registration) {
        return new RegistrationConflict(kind, Optional.of(registration), Optional.empty());
    }

    static RegistrationConflict with(Opportunity deal) {
        return new RegistrationConflict(RegistrationConflictKind.OPEN_DEAL, Optional.empty(), Optional.of(deal.id()));
    }

    static RegistrationConflict meanwhile() {
        return new RegistrationConflict(RegistrationConflictKind.MEANWHILE, Optional.empty(), Optional.empty());
    }

    /** Returns whether the conflict blocks an approval. */
    public boolean blocks() {
        return kind != RegistrationConflictKind.SUBMITTED;
    }

    /** Returns the message for people; it names nobody. */
    public String message() {
        return kind.message;
    }

    @Override
    public String toString() {
        return message();
    }
}
