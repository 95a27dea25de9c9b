import org.jspecify.annotations.NullMarked;

/** The contract suite for storage adapters. */
@NullMarked
@SuppressWarnings("module") // opened to the test engines, which need not be there
module dev.clientele.persistence.tck {
    requires transitive dev.clientele.persistence;
    requires transitive net.jqwik.api;
    requires transitive org.assertj.core;
    requires transitive org.junit.jupiter.api;
    requires static transitive org.jspecify;

    exports dev.clientele.persistence.tck;

    opens dev.clientele.persistence.tck;
}
