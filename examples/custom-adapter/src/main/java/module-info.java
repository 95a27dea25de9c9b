import org.jspecify.annotations.NullMarked;

/** A storage adapter that is not a database: one append-only file and its contents in memory. */
@NullMarked
module dev.clientele.examples.journal {
    requires transitive dev.clientele.persistence;
    requires org.pcollections;
    requires tools.jackson.databind;
    requires static transitive org.jspecify;

    exports dev.clientele.examples.journal;
}
