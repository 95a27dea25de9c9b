/** The storage adapter for relational databases. */
module dev.clientele.persistence.jdbc {
    requires transitive dev.clientele.persistence;
    requires transitive java.sql;
    requires com.google.common;
    requires static com.h2database;
    requires static org.postgresql.jdbc;
    requires org.slf4j;
    requires org.xerial.sqlitejdbc;
    requires tools.jackson.databind;
    requires static transitive org.jspecify;

    exports dev.clientele.persistence.jdbc;
}
