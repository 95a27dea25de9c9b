import org.jspecify.annotations.NullMarked;

/** The storage contract of Clientele: what an adapter for a database implements, and the criteria language it answers. */
@NullMarked
module dev.clientele.persistence {
    requires static transitive org.jspecify;

    exports dev.clientele.persistence;
    exports dev.clientele.persistence.criteria;
}
