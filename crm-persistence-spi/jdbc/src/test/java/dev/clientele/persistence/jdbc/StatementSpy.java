package dev.clientele.persistence.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Notes the text of every statement on connections that it has wrapped, and judges what it has noted. */
final class StatementSpy {

    /** What says nothing about stored records: transactions, settings, the schema, and the record of it. */
    private static final Pattern NOT_ON_RECORDS = Pattern.compile(
            "begin.*|commit|rollback.*|savepoint.*|release .*|set .*|show .*"
                    + "|(create|alter|drop) .*"
                    + "|select [^(]* from (sqlite_schema|pragma_|information_schema|pg_catalog).*"
                    + "|select pg_advisory_xact_lock\\(\\d+\\)"
                    + "|select cast\\(cast\\(pg_current_xact_id_if_assigned\\(\\) as text\\) as bigint\\) \\+ EPOCH"
                    + "|select c.relname, a.attname from pg_catalog.pg_class .*"
                    + "|select system_identifier from pg_control_system\\(\\)"
                    + "|select \"kind\", \"source\", \"name\", \"definition\" from \"crm_\\$schema\""
                    + "|select \"definition\" from \"crm_\\$schema\" where \"kind\" = 'revision'"
                    + "|(insert into|merge into|update|delete from) \"crm_\\$schema\".*",
            Pattern.DOTALL);

    /** What a migration asks and does about the rows of all tenants. */
    private static final Pattern OF_MIGRATION = Pattern.compile("select 1 from .* having count\\(\\*\\) > 1 limit 1"
            + "|select 1 from .* >= 10+ or .* <= -10+ limit 1"
            + "|select 1 from .* where abs\\([^)]*\\) >= 10+ limit 1"
            + "|select 1 where greatest\\((\\(select max\\(\"position\\$tx\"\\) from [^)]*\\)(, )?)+\\) >= .*"
            + "|select distinct \"tenant\" from \"crm_\\$tenants\" .*"
            + "|insert into \"crm_\\$tenants\" \\(\"tenant\"\\) (values \\(\\?\\)|select \"tenant\" from .*)"
            + "|delete from \"[^\"]*\\$\\$[^\"]*\""
            + "|update .* \\* 10+ where .* is not null");

    private static final Pattern EPOCH = Pattern.compile(
            "\\(select cast\\(\"definition\" as bigint\\) from \"crm_\\$schema\" where \"kind\" = 'epoch'\\)");

    private final Set<String> statements = new ConcurrentSkipListSet<>();

    /** Asserts that every statement on records names the tenant, and that none holds text that a caller has given. */
    void assertEveryStatementOnRecordsNamesTheTenantAndHoldsNoTextOfCallers() {
        List<String> onRecords = statements.stream()
                .map(sql -> EPOCH.matcher(sql).replaceAll("EPOCH"))
                .filter(sql -> !NOT_ON_RECORDS.matcher(sql).matches())
                .filter(sql -> !OF_MIGRATION.matcher(sql).matches())
                .toList();
        assertThat(onRecords).hasSizeGreaterThan(50).allSatisfy(sql -> {
            assertThat(sql).containsPattern("\"tenant\" = \\?|insert into [^ ]+ \\(\"tenant\", ");
            assertThat(sql).doesNotContain("'");
        });
    }

    /** The pool, its connections watched. */
    DataSource watching(DataSource source) {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    Object result = invoke(source, method, arguments);
                    return result instanceof Connection connection ? watching(connection) : result;
                });
    }

    /** The connection, watched. */
    Connection watching(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().startsWith("prepare")) {
                        statements.add((String) arguments[0]);
                    }
                    Object result = invoke(connection, method, arguments);
                    return method.getName().equals("createStatement") ? watching((Statement) result) : result;
                });
    }

    private Statement watching(Statement statement) {
        return (Statement) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Statement.class}, (proxy, method, arguments) -> {
                    if (arguments != null && arguments[0] instanceof String sql) {
                        statements.add(sql);
                    }
                    return invoke(statement, method, arguments);
                });
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof SQLException failure ? failure : e;
        }
    }
}
