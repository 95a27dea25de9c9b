package dev.clientele.examples.benchmarks.storage;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** SQLite has no types for ids, decimals and times: text, scaled integers and ISO text of one width. */
final class SqlitePlain implements PlainDialect {

    private final PreparedStatement begin;
    private final PreparedStatement commit;
    private final PreparedStatement rollback;
    private final PreparedStatement lastPosition;

    /** On a connection whose transactions are begun and ended in SQL. */
    SqlitePlain(Connection connection, String log) throws SQLException {
        begin = connection.prepareStatement("begin immediate");
        commit = connection.prepareStatement("commit");
        rollback = connection.prepareStatement("rollback");
        lastPosition = connection.prepareStatement("select max(position) from " + log + " where tenant = ?");
    }

    @Override
    public void begin() throws SQLException {
        begin.execute();
    }

    @Override
    public void commit() throws SQLException {
        commit.execute();
    }

    @Override
    public void rollback() throws SQLException {
        rollback.execute();
    }

    @Override
    public String placeColumns() {
        return "position";
    }

    @Override
    public String placeParameters() {
        return "?";
    }

    @Override
    public LogPosition lastPlace(String tenant) throws SQLException {
        lastPosition.setString(1, tenant);
        try (ResultSet rows = lastPosition.executeQuery()) {
            return new LogPosition(rows.next() ? rows.getLong(1) : 0);
        }
    }

    @Override
    public int setPlace(PreparedStatement statement, int index, LogPosition place) throws SQLException {
        statement.setLong(index, place.position());
        return index + 1;
    }

    @Override
    public void setId(PreparedStatement statement, int index, UUID id) throws SQLException {
        statement.setString(index, id.toString());
    }

    @Override
    public UUID id(ResultSet row, int index) throws SQLException {
        return UUID.fromString(row.getString(index));
    }

    @Override
    public void setSubjects(PreparedStatement statement, int index, UUID only) throws SQLException {
        statement.setString(index, "[\"" + only + "\"]");
    }

    @Override
    public void setInstant(PreparedStatement statement, int index, Instant instant) throws SQLException {
        LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(27).append(time.toLocalDate()).append('T');
        two(text, time.getHour()).append(':');
        two(text, time.getMinute()).append(':');
        two(text, time.getSecond()).append('.');
        int micros = time.getNano() / 1000;
        two(text, micros / 10_000);
        two(text, micros / 100 % 100);
        two(text, micros % 100).append('Z');
        statement.setString(index, text.toString());
    }

    private static StringBuilder two(StringBuilder text, int number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    @Override
    public Instant instant(ResultSet row, int index) throws SQLException {
        String text = row.getString(index);
        long day = date(text).toEpochDay();
        int second = number(text, 11, 13) * 3600 + number(text, 14, 16) * 60 + number(text, 17, 19);
        return Instant.ofEpochSecond(day * 86_400 + second, number(text, 20, 26) * 1000L);
    }

    @Override
    public void setDate(PreparedStatement statement, int index, LocalDate date) throws SQLException {
        statement.setString(index, date.toString());
    }

    @Override
    public LocalDate date(ResultSet row, int index) throws SQLException {
        return date(row.getString(index));
    }

    private static LocalDate date(String text) {
        return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
    }

    private static int number(String text, int start, int end) {
        return Integer.parseInt(text, start, end, 10);
    }

    @Override
    public void setAmount(PreparedStatement statement, int index, BigDecimal amount) throws SQLException {
        statement.setLong(index, amount.setScale(4).unscaledValue().longValueExact());
    }

    @Override
    public BigDecimal amount(ResultSet row, int index) throws SQLException {
        return BigDecimal.valueOf(row.getLong(index), 4);
    }
}
