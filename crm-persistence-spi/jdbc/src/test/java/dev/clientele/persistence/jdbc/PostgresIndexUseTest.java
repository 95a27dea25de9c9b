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
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What PostgreSQL says about how it will answer, to the owner of the tables and behind row-level security. */
class PostgresIndexUseTest {

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
    private static final PostgresApplication GUARDED = new PostgresApplication();

    private final SchemaTables tables = new SchemaTables(
            SCHEMA, new PostgresDialect(true, PostgresIsolation.READ_COMMITTED), new TableNames("crm_"));

    @BeforeAll
    static void store() throws SQLException {
        GUARDED.apply(SCHEMA);
        try (Connection connection = DriverManager.getConnection(GUARDED.ownersUrl());
                Statement statement = connection.createStatement()) {
            statement.execute("insert into crm_person (tenant, id, version, name, city, emails, phones, body)"
                    + " select 'acme', gen_random_uuid(), 1, 'n' || i, 'c' || i % 2000, array['e' || i, 'all'],"
                    + " array['p' || i], '{}' from generate_series(1, 20000) i");
            statement.execute("analyze");
        }
    }

    @AfterAll
    static void drop() {
        GUARDED.close();
    }

    private String plan(boolean guarded, Criteria where) throws SQLException {
        DocumentTable table = tables.document("person");
        RowQuery<?> query =
                new RowQuery<>(tables.dialect(), table.source(), ACME, null, where, List.of(), table::read, row -> "");
        SqlBuilder explained = new SqlBuilder()
                .add("explain ")
                .add(query.sql(query.ranges(null).get(0)))
                .add(" limit 51");
        try (Connection connection = DriverManager.getConnection(guarded ? GUARDED.url() : GUARDED.ownersUrl())) {
            JdbcConnection link = new JdbcConnection(connection);
            connection.setAutoCommit(false);
            PostgresRowSecurity.setTenant(link, ACME);
            StringBuilder plan = new StringBuilder();
            try (PreparedStatement statement = explained.prepare(link);
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
            connection.rollback();
            return plan.toString();
        }
    }

    private static void assertAlongIndexes(String plan, String... indexes) {
        assertThat(plan).contains(indexes).doesNotContain("Seq Scan on crm_person");
        assertThat(plan).doesNotContain("Index Scan using crm_person_pkey on crm_person d_1");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void an_element_is_looked_up_in_the_index(boolean guarded) throws SQLException {
        assertAlongIndexes(plan(guarded, has("emails", "e77")), "crm_person$$by_email_pkey", "element = 'e77'");
        assertAlongIndexes(
                plan(guarded, hasAny("emails", List.of("e77", "e78", "e79"))),
                "crm_person$$by_email_pkey",
                "element = ANY");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void beside_another_condition_it_is_looked_up_in_the_index(boolean guarded) throws SQLException {
        assertAlongIndexes(
                plan(guarded, has("emails", "e77").and(Criteria.prefix("name", "n"))), "crm_person$$by_email_pkey");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void as_an_alternative_to_other_sets_and_fields_each_is_looked_up_in_its_index(boolean guarded)
            throws SQLException {
        assertAlongIndexes(
                plan(guarded, has("emails", "e77").or(hasAny("phones", List.of("p78", "p1")))),
                "crm_person$$by_email_pkey",
                "crm_person$$by_phone_pkey");
        assertAlongIndexes(
                plan(guarded, has("emails", "e77").or(equal("city", "c7"))),
                "crm_person$$by_email_pkey",
                "crm_person$$by_city");
        assertAlongIndexes(
                plan(
                        guarded,
                        has("emails", "e77")
                                .or(hasAny("phones", List.of("p78", "p1")))
                                .and(equal("city", "c77"))),
                "crm_person$$by_email_pkey",
                "crm_person$$by_phone_pkey");
    }
}
