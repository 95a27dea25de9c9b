package dev.clientele.b2c.identity.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares dates digit by digit and part by part; a date need not exist in the calendar, since errors are expected. */
enum DateComparison implements ValueComparison {
    INSTANCE;

    private static final List<String> LEVELS =
            List.of("equal", "slip or swap", "two parts equal", "year near", "different");

    @Override
    public List<String> levels() {
        return LEVELS;
    }

    @Override
    public double[] expectedShares() {
        return new double[] {0.82, 0.07, 0.03, 0.03, 0.05};
    }

    @Override
    public @Nullable ComparedValue prepare(@Nullable String raw) {
        String digits = raw == null ? "" : DateDigits.of(raw);
        return digits.isEmpty() ? null : ComparedValue.ofText(digits);
    }

    @Override
    public int level(ComparedValue a, ComparedValue b) {
        if (a.sameText(b)) {
            return 0;
        }
        String one = a.text();
        String other = b.text();
        if (one.length() != 8 || other.length() != 8) {
            return partial(one, other);
        }
        if (EditDistance.within(a, b, 1) || swapped(one, other)) {
            return 1;
        }
        boolean year = one.regionMatches(0, other, 0, 4);
        boolean month = one.regionMatches(4, other, 4, 2);
        boolean day = one.regionMatches(6, other, 6, 2);
        if ((year && (month || day)) || (month && day)) {
            return 2;
        }
        return year || yearsApart(one, other) <= 1 ? 3 : 4;
    }

    private static boolean swapped(String one, String other) {
        return one.regionMatches(0, other, 0, 4)
                && one.regionMatches(4, other, 6, 2)
                && one.regionMatches(6, other, 4, 2);
    }

    /** Dates of which one lacks the day or more. */
    private static int partial(String one, String other) {
        int known = Math.min(one.length(), other.length());
        if (known >= 6 && one.regionMatches(0, other, 0, 6)) {
            return 2;
        }
        if (known < 4) {
            return 4;
        }
        int apart = yearsApart(one, other);
        if (apart == 0) {
            return known == 4 ? 2 : 3;
        }
        return apart <= 1 ? 3 : 4;
    }

    private static int yearsApart(String one, String other) {
        return Math.abs(Integer.parseInt(one, 0, 4, 10) - Integer.parseInt(other, 0, 4, 10));
    }
}
