package dev.clientele.examples.benchmarks.account;

/** What an account is to the seller. */
public enum AccountStatus {
    /** May become one. */
    PROSPECT,
    /** Buys. */
    CUSTOMER,
    /** Bought once. */
    FORMER
}
