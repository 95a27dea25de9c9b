package dev.clientele.core.value;

import dev.clientele.core.error.ClienteleException;
import java.time.LocalDate;
import java.util.Objects;
import org.joda.money.CurrencyUnit;

/** No exchange rate is known for a pair of currencies on a date, so nothing was converted. */
public final class MissingExchangeRateException extends ClienteleException {
    private static final long serialVersionUID = 1;

    private final CurrencyUnit from;
    private final CurrencyUnit to;
    private final LocalDate date;

    /** Creates an exception that names the pair and the date, also in its message. */
    public MissingExchangeRateException(CurrencyUnit from, CurrencyUnit to, LocalDate date) {
        super("no exchange rate from " + from + " to " + to + " is in force on " + date, null);
        this.from = Objects.requireNonNull(from, "from");
        this.to = Objects.requireNonNull(to, "to");
        this.date = Objects.requireNonNull(date, "date");
    }

    /** Returns the currency that was to be converted. */
    public CurrencyUnit from() {
        return from;
    }

    /** Returns the currency that was asked for. */
    public CurrencyUnit to() {
        return to;
    }

    /** Returns the date on which a rate was needed. */
    public LocalDate date() {
        return date;
    }
}
