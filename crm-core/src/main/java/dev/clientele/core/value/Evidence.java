package dev.clientele.core.value;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableMap;
import dev.clientele.core.text.TextRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The evidence behind a number: the size of the sample, and the figures of this customer that went in.
 *
 * <p>Inputs are few and named by the method's own words, such as {@code x}, {@code t_x} and {@code T} of a repeat-purchase
 * model, or {@code renewals} and {@code pAlive}. They hold no personal data. Immutable and thread-safe.
 *
 * @param sampleSize the observations that the method learned from, such as customers in the fit or renewals seen; 0 when
 *     nothing was learned
 * @param inputs figures by name, finite, in the order given; unmodifiable
 */
public record Evidence(long sampleSize, Map<String, Double> inputs) {
    private static final TextRule NAME = TextRule.key(60);
    private static final int MAX_INPUTS = 50;
    private static final Evidence NONE = new Evidence(0, Map.of());

    /** Checks names and numbers, and copies. */
    public Evidence {
        checkArgument(sampleSize >= 0, "sampleSize must not be below 0, got %s", sampleSize);
        checkArgument(inputs.size() <= MAX_INPUTS, "inputs must be at most %s, got %s", MAX_INPUTS, inputs.size());
        ImmutableMap.Builder<String, Double> copy = ImmutableMap.builder();
        inputs.forEach((name, value) -> copy.put(NAME.check("input name", name), finite(name, value)));
        inputs = copy.buildKeepingLast();
    }

    /** Returns evidence of nothing but the customer's own record: nothing was learned from others. */
    public static Evidence none() {
        return NONE;
    }

    /** Returns evidence of so many observations, without inputs yet. */
    public static Evidence of(long sampleSize) {
        return new Evidence(sampleSize, Map.of());
    }

    /** Returns a copy with one more input; a name given again is replaced. */
    public Evidence with(String name, double value) {
        Map<String, Double> more = new LinkedHashMap<>(inputs);
        more.put(NAME.check("input name", name), value);
        return new Evidence(sampleSize, more);
    }

    /** Returns a text for people: {@code 2357 observations; x = 2.0, t_x = 30.43}. */
    @Override
    public String toString() {
        String observed = sampleSize + (sampleSize == 1 ? " observation" : " observations");
        return inputs.isEmpty()
                ? observed
                : observed + "; " + Joiner.on(", ").withKeyValueSeparator(" = ").join(inputs);
    }

    private static Double finite(String name, Double value) {
        checkArgument(
                Double.isFinite(Objects.requireNonNull(value, name)), "input %s must be finite, got %s", name, value);
        return value;
    }
}
