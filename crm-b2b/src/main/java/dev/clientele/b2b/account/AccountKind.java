package dev.clientele.b2b.account;

/** The relation of a business to the host. */
public enum AccountKind {
    /** A business that might buy. */
    PROSPECT,
    /** A business that buys. */
    CUSTOMER,
    /** A business that used to buy. */
    FORMER_CUSTOMER,
    /** A business that sells with the host. */
    PARTNER,
    /** A business that sells against the host. */
    COMPETITOR,
    /** Any other business: a supplier, a public body, an investor. */
    OTHER
}
