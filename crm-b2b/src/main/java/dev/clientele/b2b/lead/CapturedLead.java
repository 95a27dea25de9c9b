package dev.clientele.b2b.lead;

import java.util.Objects;

/**
 * A lead that came in.
 *
 * @param lead as it is stored
 * @param matches who it may be already; itself not among them
 */
public record CapturedLead(Lead lead, LeadMatches matches) {

    /** Refuses nulls. */
    public CapturedLead {
        Objects.requireNonNull(lead, "lead");
        Objects.requireNonNull(matches, "matches");
    }
}
