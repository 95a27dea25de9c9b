package dev.clientele.persistence.jdbc;

import static dev.clientele.persistence.jdbc.Samples.ACME;
import static dev.clientele.persistence.jdbc.Samples.SCHEMA;
import static dev.clientele.persistence.jdbc.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Cursor;
import dev.clientele.persistence.criteria.Operator;
import dev.clientele.persistence.criteria.Query;
import dev.clientele.persistence.criteria.Sort;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What SQLite says about how it will answer: along an index, without sorting. */
class SqliteIndexUseTest {

    @TempDir
    Path folder;

    private final Dialect dialect = new SqliteDialect();
    private final SchemaTables tables = new SchemaTables(SCHEMA, dialect, new TableNames("crm_"));
    private Connection connection;

    @BeforeEach
    void open() throws Exception {
        Path path = folder.resolve("crm.db");
        try (SqliteStorage storage = SqliteStorage.open(path)) {
            storage.migration(SCHEMA).apply();
        }
        connection = new SqliteFile(path, Duration.ofSeconds(1), 1L << 30)
                .open(true, Deadline.in(Duration.ofSeconds(1)))
                .connection();
    }

    @AfterEach
    void close() throws Exception {
        connection.close();
    }

    private List<String> plans(RowQuery<?> query, @Nullable Cursor after) throws Exception {
        List<String> plans = new ArrayList<>();
        for (IndexRange segment : query.ranges(after)) {
            SqlBuilder explained = new SqlBuilder().add("explain query plan ").add(query.sql(segment));
            StringBuilder plan = new StringBuilder();
            try (PreparedStatement statement = explained.prepare(new JdbcConnection(connection));
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    plan.append(rows.getString("detail")).append('\n');
                }
            }
            plans.add(plan.toString());
        }
        return plans;
    }

    private RowQuery<?> accounts(Query query) {
        DocumentTable table = tables.document("account");
        return new RowQuery<>(
                dialect, table.source(), ACME, null, query.where(), query.order(), table::read, row -> "");
    }

    private RowQuery<?> interactions(LogQuery query) {
        LogTable table = tables.log("interaction");
        return new RowQuery<>(
                dialect,
                query.subject() == null ? table.source() : table.subjectSource(),
                ACME,
                query.subject(),
                query.where(),
                query.order(),
                row -> table.read(row, (position, appender) -> false),
                row -> "");
    }

    @Test
    void a_page_by_an_indexed_field_is_read_along_its_index() throws Exception {
        Query query = Query.all("account").sortedBy(Sort.ascending("revenue"));
        Cursor cursor = new Cursor(List.of(new BigDecimal("1.00")), id(1).toString());
        for (String plan : plans(accounts(query), cursor)) {
            assertThat(plan)
                    .contains("crm_account$$by_revenue (tenant=? AND revenue")
                    .doesNotContain("TEMP B-TREE");
        }
    }

    @Test
    void a_condition_on_an_indexed_field_is_looked_up() throws Exception {
        Query query = Query.where("account", Criteria.equal("email", "a@example.org"));
        assertThat(plans(accounts(query), null))
                .allSatisfy(plan -> assertThat(plan).contains("crm_account$$email_once (tenant=? AND email=?)"));
        Query prefix = Query.where("account", Criteria.prefix("name", "Gl")).sortedBy(Sort.ascending("name"));
        assertThat(plans(accounts(prefix), null).get(0)).contains("by_name (tenant=? AND name>? AND name<?)");
    }

    @Test
    void a_list_of_keys_is_looked_up_instead_of_a_tenant_read_in_the_order_of_its_ids() throws Exception {
        Criteria keys = Criteria.in("email", List.of("a@example.org", "b@example.org"));
        Query query = Query.where("account", Criteria.allOf(List.of(keys, Criteria.not(Criteria.missing("name")))));
        assertThat(plans(accounts(query), null))
                .allSatisfy(plan -> assertThat(plan).contains("crm_account$$email_once (tenant=? AND email=?)"));
        assertThat(plans(accounts(Query.where("account", keys).sortedBy(Sort.descending("revenue"))), null))
                .allSatisfy(plan -> assertThat(plan).contains("crm_account$$email_once (tenant=? AND email=?)"));
        Query names = Query.where("account", Criteria.in("name", List.of("Globex", "Initech")));
        assertThat(plans(accounts(names), null))
                .allSatisfy(plan -> assertThat(plan).contains("crm_account$$by_name (tenant=? AND name=?)"));
        LogQuery entries = LogQuery.all("interaction").and(Criteria.in(LogType.KEY, List.of("a:1", "a:2")));
        assertThat(plans(interactions(entries), null))
                .allSatisfy(plan -> assertThat(plan).contains("(tenant=? AND key=?)"));
    }

    @Test
    void a_timeline_newest_first_is_one_stretch_of_the_list_by_subject() throws Exception {
        LogQuery query = LogQuery.newestFirst("interaction", id(1))
                .and(Criteria.compare(LogType.OCCURRED_AT, Operator.BELOW, Instant.EPOCH));
        List<Cursor> starts = new ArrayList<>();
        starts.add(null);
        starts.add(new Cursor(List.of(Instant.EPOCH), "k"));
        for (Cursor start : starts) {
            for (String plan : plans(interactions(query), start)) {
                assertThat(plan)
                        .startsWith("SEARCH s USING PRIMARY KEY (tenant=? AND subject=? AND occurred_at")
                        .contains("SEARCH e USING INDEX sqlite_autoindex_crm_interaction_1 (tenant=? AND position=?)")
                        .doesNotContain("TEMP B-TREE");
            }
        }
    }

    @Test
    void all_entries_by_time_are_read_along_an_index() throws Exception {
        for (String plan : plans(interactions(LogQuery.all("interaction")), new Cursor(List.of(Instant.EPOCH), "k"))) {
            assertThat(plan)
                    .contains("crm_interaction$time (tenant=? AND occurred_at")
                    .doesNotContain("TEMP B-TREE");
        }
    }
}
