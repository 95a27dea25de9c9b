package dev.clientele.b2b.deal.stakeholder;

/** The rating of a deal's stakeholders: red, amber or green. */
public enum RagStatus {
    /** The deal is in danger. */
    RED,
    /** A risk needs attention. */
    AMBER,
    /** No risk is known. */
    GREEN
}
