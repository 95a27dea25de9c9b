import org.jspecify.annotations.NullMarked;

/** The reference storage adapter, in memory. */
@NullMarked
module dev.clientele.persistence.memory {
    requires com.google.common;
    requires transitive dev.clientele.persistence;
    requires static transitive org.jspecify;

    exports dev.clientele.persistence.memory;
}
