/** The reference storage adapter, in memory. */
module dev.clientele.persistence.memory {
    requires transitive dev.clientele.persistence;
    requires static transitive org.jspecify;
}
