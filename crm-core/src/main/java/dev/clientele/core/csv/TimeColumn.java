package dev.clientele.core.csv;

import dev.clientele.core.error.ViolationCode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Objects;

/**
 * The column that tells when something happened: by the day, or by the time.
 *
 * @param header the header of the column
 * @param byDay whether cells are days: things happened as those began; else they are times such as {@code 2026-01-31T08:26:00Z} or
 *     {@code 2026-01-31 08:26}
 */
public record TimeColumn(String header, boolean byDay) {

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][' ']HH:mm[:ss]")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .appendPattern("[XXX]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    /** Checks that there is a header. */
    public TimeColumn {
        Objects.requireNonNull(header, "header");
    }

    /**
     * Returns when what a row tells of happened.
     *
     * @param days the form of days
     * @param zone of days, and of times without an offset
     * @throws CsvCellException if the cell is blank, or isn't of its form
     */
    public Instant read(CsvCells cells, CsvRow row, DayFormat days, ZoneId zone) {
        String cell = cells.require(header, row);
        if (byDay) {
            return CsvCellException.read(header, () -> days.parse(cell))
                    .atStartOfDay(zone)
                    .toInstant();
        }
        try {
            TemporalAccessor parsed = TIME.parseBest(cell, OffsetDateTime::from, LocalDateTime::from);
            return parsed instanceof OffsetDateTime there
                    ? there.toInstant()
                    : LocalDateTime.from(parsed).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new CsvCellException(
                    header, ViolationCode.FORM, "must be a time such as 2026-01-31T08:26:00Z or 2026-01-31 08:26");
        }
    }
}
