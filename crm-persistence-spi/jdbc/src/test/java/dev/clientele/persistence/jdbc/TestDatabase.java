package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.Storage;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** An empty database of one of the three kinds, and how a host reaches it beside the storage. */
final class TestDatabase implements AutoCloseable {

    /** What there is an adapter for. */
    enum Kind {
        SQLITE,
        POSTGRES,
        H2
    }

    private final Kind kind;
    private final Path folder = Folders.create("database");
    private final String url;

    TestDatabase(Kind kind) {
        this.kind = kind;
        this.url = switch (kind) {
            case SQLITE -> "jdbc:sqlite:" + folder.resolve("crm.db");
            case POSTGRES -> PostgresServer.newPlace();
            case H2 -> H2Storage.url(folder.resolve("crm")) + ";LOCK_TIMEOUT=30000";
        };
    }

    Storage open() {
        return switch (kind) {
            case SQLITE -> SqliteStorage.open(folder.resolve("crm.db"));
            case POSTGRES -> PostgresStorage.builder(url).open();
            case H2 -> H2Storage.open(folder.resolve("crm"));
        };
    }

    /** Connections of the host. */
    DataSource source() {
        return switch (kind) {
            case SQLITE -> sqlite();
            case POSTGRES -> {
                PGSimpleDataSource source = new PGSimpleDataSource();
                source.setUrl(url);
                yield source;
            }
            case H2 -> {
                JdbcDataSource source = new JdbcDataSource();
                source.setUrl(url);
                yield source;
            }
        };
    }

    private DataSource sqlite() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(30_000);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl(url);
        return source;
    }

    @Override
    public void close() {
        if (kind == Kind.POSTGRES) {
            PostgresServer.drop(url);
        }
        Folders.delete(folder);
    }
}
