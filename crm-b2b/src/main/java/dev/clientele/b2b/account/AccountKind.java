package dev.clientele.b2b.account;

/** What a business is to us. */
public enum AccountKind {
    /** Might buy. */
    PROSPECT,
    /** Buys. */
    CUSTOMER,
    /** Used to buy. */
    FORMER_CUSTOMER,
    /** Sells with us. */
    PARTNER,
    /** Sells against us. */
    COMPETITOR,
    /** Something else: a supplier, a public body, an investor. */
    OTHER
}
