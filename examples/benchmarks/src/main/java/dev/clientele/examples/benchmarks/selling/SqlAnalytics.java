package dev.clientele.examples.benchmarks.selling;

import dev.clientele.core.value.ExchangeRates;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Hand-written SQL on the library's tables, each question one statement. */
public final class SqlAnalytics implements SalesAnalytics, AutoCloseable {

    private final Connection connection;

    /** Creates the tables of rates, one row a day, that the statements join. */
    public SqlAnalytics(Connection connection) throws SQLException {
        this.connection = connection;
        rates("rate_monthly", MarketData.rates(false));
        rates("rate_daily", MarketData.rates(true));
    }

    private void rates(String table, ExchangeRates rates) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists " + table);
            statement.execute("create table " + table
                    + " (currency text collate \"C\", day date, factor numeric, primary key (currency, day))");
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into " + table + " values (?, ?, ?)")) {
            for (LocalDate day = MarketData.START; day.isBefore(MarketData.END); day = day.plusDays(1)) {
                for (CurrencyUnit currency : MarketData.CURRENCIES) {
                    insert.setString(1, currency.getCode());
                    insert.setObject(2, day);
                    insert.setBigDecimal(
                            3, rates.rate(currency, MarketData.EUR, day).numerator());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("analyze " + table);
        }
    }

    @Override
    public Object answer(SalesQuestion question) {
        String tenant = MarketData.TENANT.value();
        return switch (question) {
            case ACCOUNTS -> rows(SqlStatements.rollUp("crm_account", "parent", "account"), tenant, tenant, tenant);
            case MANAGERS -> rows(SqlStatements.rollUp("crm_sales_rep", "manager", "owner"), tenant, tenant, tenant);
            case QUARTER -> quarter("rate_monthly");
            case QUARTER_DAILY -> quarter("rate_daily");
            case YEAR -> rows(SqlStatements.YEAR, tenant, MarketData.TODAY, MarketData.TODAY.plusYears(1));
            case FUNNEL ->
                rows(SqlStatements.FUNNEL, tenant, SalesOrganization.id(3, 1).toString());
            case MONTHS -> rows(SqlStatements.MONTHS, tenant);
            case OWNERS -> rows(SqlStatements.OWNERS, tenant);
        };
    }

    private List<Object[]> quarter(String table) {
        return rows(
                SqlStatements.quarter(table),
                MarketData.TENANT.value(),
                MarketData.TODAY,
                MarketData.TODAY.plusMonths(3));
    }

    private List<Object[]> rows(String sql, Object... parameters) {
        List<Object[]> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet found = statement.executeQuery()) {
                int columns = found.getMetaData().getColumnCount();
                while (found.next()) {
                    @Nullable Object[] row = new Object[columns];
                    for (int i = 0; i < columns; i++) {
                        row[i] = found.getObject(i + 1);
                    }
                    rows.add(row);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a statement failed: " + sql, e);
        }
        return rows;
    }

    @Override
    @SuppressWarnings("unchecked") // as ask returned it
    public SortedMap<String, String> describe(SalesQuestion question, Object answer) {
        return SqlAnswerText.of(question, (List<Object[]>) answer);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    static BigDecimal decimal(@Nullable Object value) {
        return value == null ? BigDecimal.ZERO : (BigDecimal) value;
    }

    @Override
    public String toString() {
        return "hand-written SQL";
    }
}
