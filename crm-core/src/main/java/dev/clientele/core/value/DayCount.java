package dev.clientele.core.value;

import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * A day count convention: a count of the years between two dates.
 *
 * <p>The definitions follow the 2006 ISDA Definitions, section 4.16, where they name the convention. Whatever the
 * convention, time backward is the negative of time forward, and no time passes from a date to itself.
 */
public enum DayCount {
    /** Actual/365 Fixed: days over 365; the convention of spreadsheet {@code XNPV}. */
    ACT_365F("ACT/365F") {
        @Override
        double forward(LocalDate start, LocalDate end) {
            return days(start, end) / 365.0;
        }
    },
    /** Actual/360: days over 360, as on money markets. */
    ACT_360("ACT/360") {
        @Override
        double forward(LocalDate start, LocalDate end) {
            return days(start, end) / 360.0;
        }
    },
    /** Days over 364, a year of 52 weeks: what models that count in weeks mean by a year. */
    ACT_364("ACT/364") {
        @Override
        double forward(LocalDate start, LocalDate end) {
            return days(start, end) / 364.0;
        }
    },
    /** Days over 365.25, the mean Julian year. */
    ACT_365_25("ACT/365.25") {
        @Override
        double forward(LocalDate start, LocalDate end) {
            return days(start, end) / 365.25;
        }
    },
    /**
     * Actual/Actual ISDA: days in leap years over 366 plus days in other years over 365. The start date counts, the end
     * date doesn't.
     */
    ACT_ACT_ISDA("ACT/ACT ISDA") {
        @Override
        double forward(LocalDate start, LocalDate end) {
            if (start.getYear() == end.getYear()) {
                return days(start, end) / (double) start.lengthOfYear();
            }
            double first = (start.lengthOfYear() - start.getDayOfYear() + 1) / (double) start.lengthOfYear();
            double last = (end.getDayOfYear() - 1) / (double) end.lengthOfYear();
            return first + (end.getYear() - start.getYear() - 1) + last;
        }
    },
    /** 30/360 bond basis: months of 30 days; an end on the 31st counts as the 30th only after a start on the 30th or 31st. */
    THIRTY_360("30/360") {
        @Override
        double forward(LocalDate start, LocalDate end) {
            int startDay = Math.min(start.getDayOfMonth(), 30);
            int endDay = startDay == 30 ? Math.min(end.getDayOfMonth(), 30) : end.getDayOfMonth();
            return thirty(start, startDay, end, endDay);
        }
    },
    /** 30E/360, Eurobond basis: months of 30 days; the 31st always counts as the 30th. */
    THIRTY_E_360("30E/360") {
        @Override
        double forward(LocalDate start, LocalDate end) {
            return thirty(start, Math.min(start.getDayOfMonth(), 30), end, Math.min(end.getDayOfMonth(), 30));
        }
    };

    private final String text;

    DayCount(String text) {
        this.text = text;
    }

    /** Returns the count for {@code start} on or before {@code end}. */
    abstract double forward(LocalDate start, LocalDate end);

    /**
     * Computes the years from {@code start} to {@code end}; negative when {@code end} is earlier, zero when they are the same.
     *
     * @return a finite number of years
     */
    public double years(LocalDate start, LocalDate end) {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
        if (start.equals(end)) {
            return 0;
        }
        return start.isBefore(end) ? forward(start, end) : -forward(end, start);
    }

    /**
     * Returns the convention whose text form this is.
     *
     * @throws InvalidValueException if there is none
     */
    public static DayCount parse(String text) {
        Objects.requireNonNull(text, "text");
        for (DayCount convention : values()) {
            if (convention.text.equals(text)) {
                return convention;
            }
        }
        throw new InvalidValueException(
                "text", ViolationCode.FORM, "must be a day count such as ACT/365F, got " + text);
    }

    /** Returns the usual name, such as {@code ACT/365F}; {@link #parse} reads it. */
    @Override
    public String toString() {
        return text;
    }

    private static double days(LocalDate start, LocalDate end) {
        return ChronoUnit.DAYS.between(start, end);
    }

    private static double thirty(LocalDate start, int startDay, LocalDate end, int endDay) {
        long days = 360L * (end.getYear() - start.getYear())
                + 30L * (end.getMonthValue() - start.getMonthValue())
                + (endDay - startDay);
        return days / 360.0;
    }
}
