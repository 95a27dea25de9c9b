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
public final class SqlFigures implements SalesFigures, AutoCloseable {

    private final Connection connection;

    /** Creates the tables of rates, one row a day, that the statements join. */
    public SqlFigures(Connection connection) throws SQLException {
        this.connection = connection;
        rates("rate_monthly", Market.rates(false));
        rates("rate_daily", Market.rates(true));
    }

    private void rates(String table, ExchangeRates rates) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists " + table);
            statement.execute("create table " + table
                    + " (currency text collate \"C\", day date, factor numeric, primary key (currency, day))");
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into " + table + " values (?, ?, ?)")) {
            for (LocalDate day = Market.START; day.isBefore(Market.END); day = day.plusDays(1)) {
                for (CurrencyUnit currency : Market.CURRENCIES) {
                    insert.setString(1, currency.getCode());
                    insert.setObject(2, day);
                    insert.setBigDecimal(
                            3, rates.rate(currency, Market.EUR, day).numerator());
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
    public Object ask(Question question) {
        String tenant = Market.TENANT.value();
        return switch (question) {
            case ACCOUNTS -> rows(Statements.rollUp("crm_account", "parent", "account"), tenant, tenant, tenant);
            case MANAGERS -> rows(Statements.rollUp("crm_sales_rep", "manager", "owner"), tenant, tenant, tenant);
            case QUARTER -> quarter("rate_monthly");
            case QUARTER_DAILY -> quarter("rate_daily");
            case YEAR -> rows(Statements.YEAR, tenant, Market.TODAY, Market.TODAY.plusYears(1));
            case FUNNEL -> rows(Statements.FUNNEL, tenant, People.id(3, 1).toString());
            case MONTHS -> rows(Statements.MONTHS, tenant);
            case OWNERS -> rows(Statements.OWNERS, tenant);
        };
    }

    private List<Object[]> quarter(String table) {
        return rows(Statements.quarter(table), Market.TENANT.value(), Market.TODAY, Market.TODAY.plusMonths(3));
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
    public SortedMap<String, String> words(Question question, Object answer) {
        return SqlWords.of(question, (List<Object[]>) answer);
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
