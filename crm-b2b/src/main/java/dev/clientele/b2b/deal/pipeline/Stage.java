package dev.clientele.b2b.deal.pipeline;

import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import dev.clientele.core.text.TextRule;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A stage of a pipeline. Immutable and thread-safe.
 *
 * @param id the id, which never changes: lower-case letters, digits and single hyphens, a letter first, at most 40
 * @param name the display name, unique within the pipeline; at most 80 code points
 * @param kind whether a deal in it is open, won or lost
 * @param probability the default probability of winning a deal in it: 0 to 1; 1 if won, 0 if lost
 * @param category the default forecast category of a deal in it
 * @param entry the gate that a deal passes on its way in
 * @param exit the gate that a deal passes on its way out
 * @param retired whether deals no longer enter it
 * @param mostDays the days after which a deal has been in it for too long; null for no limit
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
            throw new InvalidValueException("mostDays", ViolationCode.RANGE, "must be at least 1, got " + mostDays);
        }
        boolean closed = category == ForecastCategory.CLOSED;
        boolean fits = switch (kind) {
            case OPEN -> !closed;
            case WON -> closed && this.probability.compareTo(Probability.CERTAIN) == 0;
            case LOST -> category == ForecastCategory.OMITTED && this.probability.signum() == 0;
        };
        if (!fits) {
            throw new InvalidValueException(
                    "",
                    ViolationCode.FORM,
                    "a stage that is " + kind + " can't have the probability " + probability + " and the category "
                            + category);
        }
    }

    /** Returns a stage of open deals. */
    public static Stage open(String id, String name, BigDecimal probability, ForecastCategory category) {
        return new Stage(id, name, StageKind.OPEN, probability, category, Gate.open(), Gate.open(), false, null);
    }

    /**
     * Returns a stage of open deals, with the probability as text, such as "0.25"; otherwise as {@link #open(String,
     * String, BigDecimal, ForecastCategory)}.
     */
    public static Stage open(String id, String name, String probability, ForecastCategory category) {
        return open(id, name, Probability.parse(probability), category);
    }

    /** Returns a stage of won deals. */
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

    /** Returns a stage of lost deals. */
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

    /** Returns whether deals in it are open. */
    public boolean isOpen() {
        return kind == StageKind.OPEN;
    }

    /** Returns a copy with this entry gate. */
    public Stage withEntryGate(Gate gate) {
        return new Stage(id, name, kind, probability, category, gate, exit, retired, mostDays);
    }

    /** Returns a copy with this exit gate. */
    public Stage withExitGate(Gate gate) {
        return new Stage(id, name, kind, probability, category, entry, gate, retired, mostDays);
    }

    /** Returns a copy that deals no longer enter. */
    public Stage retire() {
        return new Stage(id, name, kind, probability, category, entry, exit, true, mostDays);
    }

    /** Returns a copy with another name. */
    public Stage withName(String newName) {
        return new Stage(id, newName, kind, probability, category, entry, exit, retired, mostDays);
    }

    /** Returns a copy with another default probability. */
    public Stage withProbability(BigDecimal newProbability) {
        return new Stage(id, name, kind, newProbability, category, entry, exit, retired, mostDays);
    }

    /** Returns a copy that allows this many days. */
    public Stage withMaxDays(int days) {
        return new Stage(id, name, kind, probability, category, entry, exit, retired, days);
    }
}
