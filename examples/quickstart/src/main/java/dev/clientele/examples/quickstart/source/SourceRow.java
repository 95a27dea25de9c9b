package dev.clientele.examples.quickstart.source;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The row at which a query stands. Columns are named as the query names them; a value that is missing where one is asked
 * for is a {@link SourceDataException}. Only valid while its row is being read, by one thread.
 */
public final class SourceRow {

    private final ResultSet rows;

    SourceRow(ResultSet rows) {
        this.rows = rows;
    }

    /** A text, which may be empty, with damaged characters repaired. */
    public String text(String column) {
        return SourceText.repair(present(column, String.class));
    }

    /** A text, absent if the source has none or only blanks there. */
    public Optional<String> optionalText(String column) {
        return Optional.ofNullable(get(column, String.class))
                .filter(text -> !text.isBlank())
                .map(SourceText::repair);
    }

    public int integer(String column) {
        return present(column, Integer.class);
    }

    public OptionalInt optionalInteger(String column) {
        Integer value = get(column, Integer.class);
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    public long whole(String column) {
        return present(column, Long.class);
    }

    public boolean flag(String column) {
        return present(column, Boolean.class);
    }

    /** A decimal number, exact, without trailing zeros beyond two decimals. */
    public BigDecimal decimal(String column) {
        BigDecimal value = present(column, BigDecimal.class).stripTrailingZeros();
        return value.scale() < 2 ? value.setScale(2) : value;
    }

    /** The day of a date or of a point in time; what time of day it was is left out. */
    public LocalDate day(String column) {
        return present(column, LocalDateTime.class).toLocalDate();
    }

    /** As {@link #day}, absent if the source has none. */
    public Optional<LocalDate> optionalDay(String column) {
        return Optional.ofNullable(get(column, LocalDateTime.class)).map(LocalDateTime::toLocalDate);
    }

    private <T> T present(String column, Class<T> type) {
        T value = get(column, type);
        if (value == null) {
            throw new SourceDataException("column " + column + " has no value where one is needed");
        }
        return value;
    }

    private <T> @Nullable T get(String column, Class<T> type) {
        try {
            return rows.getObject(column, type);
        } catch (SQLException e) {
            throw new SourceDataException("column " + column + " cannot be read as " + type.getSimpleName(), e);
        }
    }
}
