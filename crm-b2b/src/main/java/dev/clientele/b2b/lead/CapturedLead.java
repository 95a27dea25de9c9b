package dev.clientele.b2b.lead;

import java.util.Objects;

/**
 * A lead that came in, with the records that may be the same person or company.
 *
 * @param lead as it is stored
 * @param matches existing records that may be the same; the lead itself isn't among them
 */
public record CapturedLead(Lead lead, LeadMatches matches) {

    /** Refuses nulls. */
    public CapturedLead {
        Objects.requireNonNull(lead, "lead");
        Objects.requireNonNull(matches, "matches");
    }
}
