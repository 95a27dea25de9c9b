package dev.clientele.core.customer;

/** A lawful basis for processing personal data: the six bases of article 6(1) of the GDPR. */
public enum LawfulBasis {
    /** The customer agreed: point (a). */
    CONSENT,
    /** A contract with the customer needs it: point (b). */
    CONTRACT,
    /** A law demands it: point (c). */
    LEGAL_OBLIGATION,
    /** A life depends on it: point (d). */
    VITAL_INTERESTS,
    /** A public task needs it: point (e). */
    PUBLIC_TASK,
    /** An interest that outweighs the customer's: point (f). */
    LEGITIMATE_INTEREST
}
