package dev.clientele.b2b.deal.pipeline;

import dev.clientele.core.text.TextRule;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One step of a pipeline. Immutable and thread-safe.
 *
 * @param id stays the same for good: lower-case letters, digits and single hyphens, a letter first, at most 40
 * @param name what people call it, unique within the pipeline; at most 80 code points
 * @param kind whether a deal in it is open, won or lost
 * @param probability of being won, by default, for a deal in it: 0 to 1; 1 if won, 0 if lost
 * @param category how firmly a deal in it is counted on, by default
 * @param entry what must hold of a deal before it comes in
 * @param exit what must hold of a deal before it goes on
 * @param retired whether deals no longer enter it
 * @param mostDays after how many days a deal has been in it for too long; null if it may stay for ever
 */
public record Stage(
        String id,
        String name,
        StageKind kind,
        BigDecimal probability,
        ForecastCategory category,
        Gate entry,
        Gate exit,
        boolean retired,
        @Nullable Integer mostDays) {

    private static final TextRule ID = TextRule.slug(40);
    private static final TextRule NAME = TextRule.line(80);

    /** Checks that probability and category fit the kind. */
    public Stage(
            String id,
            String name,
            StageKind kind,
            BigDecimal probability,
            ForecastCategory category,
            @Nullable Gate entry,
            @Nullable Gate exit,
            boolean retired,
            @Nullable Integer mostDays) {
        this.id = ID.check("stage id", id);
        this.name = NAME.check("stage name", name);
        this.kind = Objects.requireNonNull(kind, "kind");
        this.probability = Probability.check("probability", probability);
        this.category = Objects.requireNonNull(category, "category");
        this.entry = entry == null ? Gate.open() : entry;
        this.exit = exit == null ? Gate.open() : exit;
        this.retired = retired;
        this.mostDays = mostDays;
        if (mostDays != null && mostDays < 1) {
            throw new IllegalArgumentException("mostDays must be at least 1, got " + mostDays);
        }
        boolean closed = category == ForecastCategory.CLOSED;
        boolean fits = switch (kind) {
            case OPEN -> !closed;
            case WON -> closed && this.probability.compareTo(Probability.CERTAIN) == 0;
            case LOST -> category == ForecastCategory.OMITTED && this.probability.signum() == 0;
        };
        if (!fits) {
            throw new IllegalArgumentException("a stage that is " + kind + " can't have the probability " + probability
                    + " and the category " + category);
        }
    }

    /** A stage in which deals are open. */
    public static Stage open(String id, String name, BigDecimal probability, ForecastCategory category) {
        return new Stage(id, name, StageKind.OPEN, probability, category, Gate.open(), Gate.open(), false, null);
    }

    /** As {@link #open(String, String, BigDecimal, ForecastCategory)} with the probability as text, such as "0.25". */
    public static Stage open(String id, String name, String probability, ForecastCategory category) {
        return open(id, name, Probability.parse(probability), category);
    }

    /** A stage of deals that are won. */
    public static Stage won(String id, String name) {
        return new Stage(
                id,
                name,
                StageKind.WON,
                Probability.CERTAIN,
                ForecastCategory.CLOSED,
                Gate.open(),
                Gate.open(),
                false,
                null);
    }

    /** A stage of deals that are lost. */
    public static Stage lost(String id, String name) {
        return new Stage(
                id,
                name,
                StageKind.LOST,
                Probability.NEVER,
                ForecastCategory.OMITTED,
                Gate.open(),
                Gate.open(),
                false,
                null);
    }

    /** Whether deals in it are open. */
    public boolean isOpen() {
        return kind == StageKind.OPEN;
    }

    /** The same with this gate before it. */
    public Stage entry(Gate gate) {
        return new Stage(id, name, kind, probability, category, gate, exit, retired, mostDays);
    }

    /** The same with this gate behind it. */
    public Stage exit(Gate gate) {
        return new Stage(id, name, kind, probability, category, entry, gate, retired, mostDays);
    }

    /** The same, closed to deals that aren't in it yet. */
    public Stage retire() {
        return new Stage(id, name, kind, probability, category, entry, exit, true, mostDays);
    }

    /** The same under another name. */
    public Stage withName(String newName) {
        return new Stage(id, newName, kind, probability, category, entry, exit, retired, mostDays);
    }

    /** The same with another default probability. */
    public Stage withProbability(BigDecimal newProbability) {
        return new Stage(id, name, kind, newProbability, category, entry, exit, retired, mostDays);
    }

    /** The same, for so many days at most. */
    public Stage withMaxDays(int days) {
        return new Stage(id, name, kind, probability, category, entry, exit, retired, days);
    }
}
