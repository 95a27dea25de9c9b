package dev.clientele.examples.quickstart.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.joda.money.Money;

/** Numbers as people read them, the same on every machine: 1,234.50. */
final class NumberText {

    private static final int EXACT_DIGITS = 7;

    private NumberText() {}

    static String count(long count) {
        return format("#,##0").format(count);
    }

    /** An amount with its minor units; the currency stands in the table's head. */
    static String money(Money amount) {
        return format("#,##0.00").format(amount.getAmount());
    }

    /** An amount with its currency. */
    static String full(Money amount) {
        return amount.getCurrencyUnit() + " " + money(amount);
    }

    static String percent(BigDecimal share) {
        return format("0 %").format(share);
    }

    static String decimal(double number, int digits) {
        DecimalFormat format = format("#,##0");
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(number);
    }

    /** A fitted parameter to seven significant digits. */
    static String parameter(double value) {
        int digits = value == 0 ? 0 : EXACT_DIGITS - 1 - (int) Math.floor(Math.log10(Math.abs(value)));
        return decimal(value, Math.max(0, Math.min(digits, EXACT_DIGITS + 2)));
    }

    private static DecimalFormat format(String pattern) {
        DecimalFormat format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.HALF_EVEN);
        return format;
    }
}
