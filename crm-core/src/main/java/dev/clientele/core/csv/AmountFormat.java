package dev.clientele.core.csv;

import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The form in which a file writes numbers and amounts of money. Immutable and thread-safe.
 *
 * <p>Read are digits with or without groups of three, a sign before or behind them or parentheses for what is below zero, an
 * exponent as statistics programs write it, white space and signs of currencies around it. A zero at the end of the decimals is
 * none: {@code 100000.00} are whole yen.
 */
public final class AmountFormat {

    private static final Pattern AROUND = Pattern.compile("[\\s\\p{Z}\\p{Sc}]+");
    private static final int MAX_EXPONENT = 400;

    private final char decimal;
    private final Pattern number;

    private AmountFormat(char decimal, String groups) {
        this.decimal = decimal;
        String point = Pattern.quote(String.valueOf(decimal));
        String grouped = "[0-9]{1,3}(?:[" + groups + "][0-9]{3})+(?:" + point + "[0-9]*)?";
        String plain = "[0-9]+(?:" + point + "[0-9]*)?|" + point + "[0-9]+";
        this.number = Pattern.compile("(?<sign>[-+\u2212]?)(?<number>" + grouped + "|" + plain
                + ")(?<exponent>[eE][-+]?[0-9]{1,3})?(?<behind>-?)");
    }

    /** Returns the form {@code 1234.5} or {@code 1,234.5}; groups may also be divided by a space or an apostrophe. */
    public static AmountFormat decimalPoint() {
        return new AmountFormat('.', ",'\u2019_");
    }

    /** Returns the form {@code 1234,5} or {@code 1.234,5}; groups may also be divided by a space or an apostrophe. */
    public static AmountFormat decimalComma() {
        return new AmountFormat(',', ".'\u2019_");
    }

    /** Returns the number of a text; empty if it is none of this form. */
    public Optional<BigDecimal> find(String text) {
        String bare = AROUND.matcher(text.strip()).replaceAll("_");
        boolean negative = bare.startsWith("(") && bare.endsWith(")");
        bare = negative ? bare.substring(1, bare.length() - 1) : bare;
        Matcher parts = number.matcher(trimmed(bare));
        if (!parts.matches()) {
            return Optional.empty();
        }
        StringBuilder plain = new StringBuilder();
        parts.group("number").chars().forEach(c -> {
            if (c == decimal) {
                plain.append('.');
            } else if (c >= '0' && c <= '9') {
                plain.append((char) c);
            }
        });
        BigDecimal value = new BigDecimal(plain.append(parts.group("exponent") == null ? "" : parts.group("exponent"))
                .toString());
        if (Math.abs((long) value.scale()) > MAX_EXPONENT) {
            return Optional.empty();
        }
        boolean below = negative
                || !parts.group("behind").isEmpty()
                || (!parts.group("sign").isEmpty() && !parts.group("sign").equals("+"));
        return Optional.of(below ? value.negate() : value);
    }

    /** Cuts what stood around the number and what stood between its sign and its first digit. */
    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && text.charAt(from) == '_') {
            from++;
        }
        while (from < to && text.charAt(to - 1) == '_') {
            to--;
        }
        String bare = text.substring(from, to);
        boolean signed = bare.length() > 1 && "-+\u2212".indexOf(bare.charAt(0)) >= 0 && bare.charAt(1) == '_';
        return signed ? bare.charAt(0) + bare.substring(2) : bare;
    }

    /**
     * Returns the number of a text.
     *
     * @throws InvalidValueException saying what is allowed, without the text
     */
    public BigDecimal parse(String text) {
        return find(text)
                .orElseThrow(() -> new InvalidValueException(
                        "", ViolationCode.FORM, "must be a number such as 1234" + decimal + "5"));
    }

    /**
     * Returns the amount of a text in a currency.
     *
     * @throws InvalidValueException saying what is allowed, without the text: a number with no more decimals than the
     *     currency has
     */
    public Money parse(String text, CurrencyUnit currency) {
        BigDecimal amount = parse(text).stripTrailingZeros();
        int decimals = currency.getDecimalPlaces();
        if (amount.scale() > decimals) {
            throw new InvalidValueException(new Violation(
                            "",
                            ViolationCode.DIGITS,
                            "must have at most " + decimals + " decimals in " + currency.getCode())
                    .with("max", decimals)
                    .with("where", "after")
                    .with("currency", currency.getCode()));
        }
        return Money.of(currency, amount);
    }

    /** Returns the number 1234.5 in this form. */
    @Override
    public String toString() {
        return "1234" + decimal + "5";
    }
}
