package dev.clientele.persistence.jdbc;

import static dev.clientele.persistence.DeclaredField.text;
import static dev.clientele.persistence.DeclaredField.textSet;
import static dev.clientele.persistence.criteria.Criteria.equal;
import static dev.clientele.persistence.criteria.Criteria.has;
import static dev.clientele.persistence.criteria.Criteria.hasAny;
import static dev.clientele.persistence.jdbc.Samples.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.Index;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.criteria.Criteria;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What SQLite says about how it will find what has an element. */
class SqliteSetIndexUseTest {

    private static final Schema SCHEMA = new Schema(
            List.of(new DocumentType(
                    "person",
                    List.of(text("name", 40), text("city", 40), textSet("emails", 100), textSet("phones", 100)),
                    List.of(),
                    List.of(
                            Index.on("by_city", "city"),
                            Index.on("by_email", "emails"),
                            Index.on("by_phone", "phones")))),
            List.of());
    private static final String EMAILS = "crm_person$$by_email";

    @TempDir
    Path folder;

    private final SchemaTables tables = new SchemaTables(SCHEMA, new SqliteDialect(), new TableNames("crm_"));
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

    private String plan(Criteria where) throws SQLException {
        DocumentTable table = tables.document("person");
        RowQuery<?> query =
                new RowQuery<>(tables.dialect(), table.source(), ACME, null, where, List.of(), table::read, row -> "");
        SqlBuilder explained = new SqlBuilder()
                .add("explain query plan ")
                .add(query.sql(query.ranges(null).get(0)));
        StringBuilder plan = new StringBuilder();
        try (PreparedStatement statement = explained.prepare(new JdbcConnection(connection));
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                plan.append(rows.getString("detail")).append('\n');
            }
        }
        return plan.toString();
    }

    private static void assertByIdFrom(String plan, String... lists) {
        assertThat(plan)
                .contains("sqlite_autoindex_crm_person_1 (tenant=? AND id=?)")
                .contains(lists);
        assertThat(plan).doesNotContain("d USING INDEX sqlite_autoindex_crm_person_1 (tenant=?)\n");
    }

    @Test
    void an_element_is_looked_up_in_the_index() throws SQLException {
        String list = "SEARCH h USING PRIMARY KEY (tenant=? AND element=?)";
        assertByIdFrom(plan(has("emails", "a")), list);
        assertByIdFrom(plan(hasAny("emails", List.of("a", "b"))), list);
        assertByIdFrom(
                plan(hasAny(
                        "emails",
                        IntStream.range(0, 1000).mapToObj(each -> "e" + each).toList())),
                list);
    }

    @Test
    void beside_another_condition_it_is_looked_up_in_the_index() throws SQLException {
        assertByIdFrom(plan(has("emails", "a").and(Criteria.containing("name", "n"))), "SEARCH h USING PRIMARY KEY");
    }

    @Test
    void as_an_alternative_each_is_looked_up_in_its_index() throws SQLException {
        assertThat(plan(has("emails", "a").or(has("phones", "p")).or(equal("city", "c"))))
                .contains("UNION", "crm_person$$by_city (tenant=? AND city=?)")
                .contains("sqlite_autoindex_crm_person_1 (tenant=? AND id=?)")
                .doesNotContain("(tenant=?)\n");
    }

    @Test
    void without_an_index_the_table_is_read() throws SQLException {
        assertThat(plan(Criteria.containing("name", "n")))
                .contains("sqlite_autoindex_crm_person_1 (tenant=?)\n")
                .doesNotContain(EMAILS);
    }
}
