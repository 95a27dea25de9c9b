package dev.clientele.examples.quickstart.source.foodmart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A promotion; number 0 stands for none and alone has no dates. The 1,864 share 51 names and some pairs run at once, so
 * only the number tells them apart.
 *
 * @param media such as {@code Daily Paper, Radio}
 * @param cost in US dollars
 * @param firstDay when it began
 * @param lastDay when it ended, not before {@code firstDay}
 */
public record Promotion(
        int id, String name, String media, BigDecimal cost, Optional<LocalDate> firstDay, Optional<LocalDate> lastDay) {

    /** The number that stands for no promotion. */
    public static final int NONE = 0;

    public Promotion {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(media, "media");
        Objects.requireNonNull(cost, "cost");
        Objects.requireNonNull(firstDay, "firstDay");
        Objects.requireNonNull(lastDay, "lastDay");
    }
}
