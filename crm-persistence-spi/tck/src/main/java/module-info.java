/** The contract suite for storage adapters. */
module dev.clientele.persistence.tck {
    requires transitive dev.clientele.persistence;
    requires transitive net.jqwik.api;
    requires transitive org.assertj.core;
    requires transitive org.junit.jupiter.api;
    requires static transitive org.jspecify;
}
