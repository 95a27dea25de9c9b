package dev.clientele.examples.benchmarks.orm;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.clientele.examples.benchmarks.account.AccountRow;
import dev.clientele.examples.benchmarks.storage.AccountStore;
import dev.clientele.examples.benchmarks.storage.PostgresDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/**
 * Through Hibernate ORM with Envers on PostgreSQL: inserts and updates in ordered batches that the driver makes inserts of
 * many rows, ids that need no asking, flushed and cleared after each batch, reading without transactions and without the
 * copies that finding changes needs.
 */
public final class HibernateAccounts implements AccountStore {

    private static final String NAME = "Hibernate";
    private static final String TENANT = "acme";
    private static final int PAGE = 50;
    private static final int FETCHED = 500;
    private static final int JDBC_BATCH = 500;

    private final PostgresDatabase database;
    private final List<UUID> ids = new ArrayList<>();
    private @Nullable HikariDataSource pool;
    private @Nullable SessionFactory factory;

    /** On this server. */
    public HibernateAccounts(PostgresDatabase database) {
        this.database = database;
    }

    @Override
    public void empty() {
        close();
        database.renew(NAME);
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl(database.url(NAME));
        settings.setMaximumPoolSize(4);
        HikariDataSource opened = new HikariDataSource(settings);
        pool = opened;
        Configuration configuration = new Configuration()
                .addAnnotatedClass(AuditedAccount.class)
                .addAnnotatedClass(Revision.class)
                .setProperty(AvailableSettings.HBM2DDL_AUTO, "create")
                .setProperty(AvailableSettings.STATEMENT_BATCH_SIZE, JDBC_BATCH)
                .setProperty(AvailableSettings.ORDER_INSERTS, true)
                .setProperty(AvailableSettings.ORDER_UPDATES, true)
                .setProperty(AvailableSettings.STATEMENT_FETCH_SIZE, FETCHED)
                .setProperty(AvailableSettings.USE_SECOND_LEVEL_CACHE, false);
        configuration.getProperties().put(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, opened);
        factory = configuration.buildSessionFactory();
        ids.clear();
    }

    private SessionFactory factory() {
        return Objects.requireNonNull(factory, "empty() comes first");
    }

    @Override
    public void load(List<AccountRow> rows) {
        factory().inTransaction(session -> {
            List<AuditedAccount> accounts = new ArrayList<>(rows.size());
            for (AccountRow row : rows) {
                AuditedAccount account = new AuditedAccount(TENANT, row);
                session.persist(account);
                accounts.add(account);
            }
            session.flush();
            session.clear();
            accounts.forEach(account -> ids.add(Objects.requireNonNull(account.id())));
        });
    }

    @Override
    public void settle() {
        try (Connection connection = Objects.requireNonNull(pool).getConnection()) {
            database.settle(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the database of " + NAME + " didn't settle", e);
        }
    }

    /** Reads without a transaction, which spares the server its beginning and end. */
    private <R> R reading(Function<Session, R> work) {
        return factory().fromSession(session -> {
            session.setDefaultReadOnly(true);
            return work.apply(session);
        });
    }

    @Override
    public long find(int account) {
        return reading(session -> figure(session.find(AuditedAccount.class, ids.get(account))));
    }

    private static long figure(AuditedAccount account) {
        return AccountStore.figure(account.name(), account.owner(), account.employees(), account.description());
    }

    @Override
    public long twoPages(String owner) {
        List<AuditedAccount> first = reading(session -> session.createSelectionQuery(
                        "from AuditedAccount where tenant = :tenant and owner = :owner order by id",
                        AuditedAccount.class)
                .setParameter("tenant", TENANT)
                .setParameter("owner", owner)
                .setMaxResults(PAGE)
                .getResultList());
        List<AuditedAccount> second = first.size() < PAGE
                ? List.of()
                : reading(session -> session.createSelectionQuery(
                                "from AuditedAccount where tenant = :tenant and owner = :owner and id > :after order by id",
                                AuditedAccount.class)
                        .setParameter("tenant", TENANT)
                        .setParameter("owner", owner)
                        .setParameter("after", first.get(PAGE - 1).id())
                        .setMaxResults(PAGE)
                        .getResultList());
        return Stream.concat(first.stream(), second.stream())
                .mapToLong(HibernateAccounts::figure)
                .sum();
    }

    @Override
    public void change(int account, String owner) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        factory()
                .inTransaction(session ->
                        session.find(AuditedAccount.class, ids.get(account)).contacted(owner, now));
    }

    @Override
    public long sums() {
        return reading(session -> {
            SelectionQuery<Object[]> query = session.createSelectionQuery(
                    "select industry, sum(employees), count(*) from AuditedAccount where tenant = :tenant"
                            + " group by industry order by industry",
                    Object[].class);
            return query.setParameter("tenant", TENANT).getResultList().stream()
                    .mapToLong(group -> AccountStore.figure((String) group[0], (Long) group[1], (Long) group[2]))
                    .sum();
        });
    }

    /** In a transaction, since the driver holds all rows in memory outside one. */
    @Override
    public long scan() {
        return factory().fromTransaction(session -> {
            session.setDefaultReadOnly(true);
            try (Stream<AuditedAccount> all = session.createSelectionQuery(
                            "from AuditedAccount where tenant = :tenant order by id", AuditedAccount.class)
                    .setParameter("tenant", TENANT)
                    .setFetchSize(FETCHED)
                    .getResultStream()) {
                return all.mapToLong(account -> {
                            long figure = figure(account);
                            session.detach(account);
                            return figure;
                        })
                        .sum();
            }
        });
    }

    @Override
    public void close() {
        if (factory != null) {
            factory.close();
            factory = null;
        }
        if (pool != null) {
            pool.close();
            pool = null;
        }
    }

    @Override
    public String toString() {
        return NAME + " + Envers";
    }
}
