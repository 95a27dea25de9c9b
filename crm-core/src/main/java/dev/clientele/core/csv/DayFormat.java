package dev.clientele.core.csv;

import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The form in which a file writes its days. What is not on the calendar, such as 30 February, is no day; a time of day may be there
 * and is left out, so the day is the one that stands in the file, whatever zone that is in. Immutable and thread-safe.
 */
public final class DayFormat {

    private static final Pattern QUOTED = Pattern.compile("'[^']*'");
    private static final Pattern SHORT_YEAR = Pattern.compile("(?<![yu])(yy|uu)(?![yu])");
    /** Has no field with a value that another field could have. */
    private static final OffsetDateTime SAMPLE = OffsetDateTime.of(2013, 4, 25, 18, 47, 56, 0, ZoneOffset.UTC);

    private final DateTimeFormatter formatter;
    private final String pattern;
    private final String sample;

    private DayFormat(DateTimeFormatter formatter, String pattern, String sample) {
        this.formatter = formatter;
        this.pattern = pattern;
        this.sample = sample;
    }

    /** Returns the form of days such as {@code 1997-09-30}, with or without a time such as {@code 08:26} or {@code T08:26:00.5+01:00}. */
    public static DayFormat iso() {
        DateTimeFormatter formatter = new DateTimeFormatterBuilder()
                .append(DateTimeFormatter.ISO_LOCAL_DATE)
                .optionalStart()
                .appendPattern("['T'][' ']HH:mm[:ss]")
                .optionalStart()
                .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
                .optionalEnd()
                .appendPattern("[XXX]")
                .optionalEnd()
                .toFormatter(Locale.ROOT);
        return new DayFormat(
                formatter.withResolverStyle(ResolverStyle.STRICT),
                "yyyy-MM-dd",
                DateTimeFormatter.ISO_LOCAL_DATE.format(SAMPLE.toLocalDate()));
    }

    /** Returns the form of days such as {@code 30.09.1997}, with or without a time such as {@code 08:26}. */
    public static DayFormat german() {
        return of("d.M.yyyy[ HH:mm[:ss]]");
    }

    /** Returns the form of days such as {@code 9/30/1997}, with or without a time such as {@code 08:26} or {@code 8:26 AM}. */
    public static DayFormat american() {
        return of("M/d/yyyy[ h:mm[:ss] a][ H:mm[:ss]]");
    }

    /**
     * Returns the form of days of a pattern of {@link DateTimeFormatter}, such as {@code yyyyMMdd} or {@code dd.MM.yyyy HH:mm}, with English
     * names of months and days.
     *
     * @throws IllegalArgumentException if it is no pattern, gives no day, or leaves the century open
     */
    public static DayFormat of(String pattern) {
        String bare = QUOTED.matcher(pattern).replaceAll("");
        if (SHORT_YEAR.matcher(bare).find()) {
            throw new IllegalArgumentException(
                    "date format " + pattern + " must have a year of four digits: two leave the century open");
        }
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern(
                        bare.contains("G") ? pattern : proleptic(pattern), Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
        try {
            if (LocalDate.from(formatter.parse(formatter.format(SAMPLE))).equals(SAMPLE.toLocalDate())) {
                return new DayFormat(formatter, pattern, formatter.format(SAMPLE));
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("date format " + pattern + " must give a day, month and year", e);
        }
        throw new IllegalArgumentException("date format " + pattern + " must give a day, month and year");
    }

    /** Strict resolving needs an era beside a {@code y}, which nobody writes, so {@code u} stands in for it. */
    private static String proleptic(String pattern) {
        StringBuilder changed = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < pattern.length(); i++) {
            char letter = pattern.charAt(i);
            quoted ^= letter == '\'';
            changed.append(letter == 'y' && !quoted ? 'u' : letter);
        }
        return changed.toString();
    }

    /** Returns the day of a text; empty if it is none of this form, or not of the years 1 to 9999. */
    public Optional<LocalDate> find(String text) {
        try {
            LocalDate day = LocalDate.from(formatter.parse(text));
            return day.getYear() >= 1 && day.getYear() <= 9999 ? Optional.of(day) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns the day of a text.
     *
     * @throws InvalidValueException saying what is allowed, without the text
     */
    public LocalDate parse(String text) {
        return find(text)
                .orElseThrow(() -> new InvalidValueException(new Violation(
                                "", ViolationCode.FORM, "must be a day such as " + sample + ", in the form " + pattern)
                        .with("form", pattern)));
    }

    /** Returns the pattern. */
    @Override
    public String toString() {
        return pattern;
    }
}
