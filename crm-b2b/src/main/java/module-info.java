/** Selling to businesses. */
module dev.clientele.b2b {
    requires transitive dev.clientele.core;
    requires static transitive org.jspecify;
}
