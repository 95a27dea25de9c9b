package dev.clientele.core.value;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.Comparators.greatest;

import com.google.common.collect.Streams;
import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.joda.money.Money;

/**
 * Divides an amount so that the parts add up to it exactly.
 *
 * <p>Every part first gets its share rounded toward zero to the minor unit; the minor units left over go, one each, to the
 * parts with the largest remainders, and among equal remainders to the earlier part (the largest remainder method of
 * Hamilton). So a part differs from its exact share by less than one minor unit, a part of weight zero gets nothing, and
 * dividing a negative amount gives the negated parts of the positive one. The arithmetic is exact.
 */
public final class Allocation {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Allocation() {}

    /**
     * Divides by weight.
     *
     * @param weights one for each part: none below 0, at least one above, at most 38 digits each
     * @return as many parts, in the order of the weights; unmodifiable
     * @throws InvalidValueException if there are no weights, one is negative or all are zero
     */
    public static List<Money> byWeight(Money amount, List<BigDecimal> weights) {
        List<BigInteger> whole = whole(weights);
        BigInteger sum = whole.stream().reduce(BigInteger.ZERO, BigInteger::add);
        checkArgument(sum.signum() != 0, "weights must have one above 0, got %s of 0", weights.size());
        BigInteger minor = amount.getAmount().unscaledValue();
        BigInteger[] parts = new BigInteger[whole.size()];
        BigInteger[] remainders = new BigInteger[whole.size()];
        BigInteger left = minor.abs();
        for (int i = 0; i < parts.length; i++) {
            BigInteger[] division = minor.abs().multiply(whole.get(i)).divideAndRemainder(sum);
            parts[i] = division[0];
            remainders[i] = division[1];
            left = left.subtract(division[0]);
        }
        IntStream.range(0, parts.length)
                .boxed()
                .collect(greatest(
                        left.intValueExact(),
                        Comparator.comparing((Integer i) -> remainders[i]).thenComparing(Comparator.reverseOrder())))
                .forEach(i -> parts[i] = parts[i].add(BigInteger.ONE));
        List<Money> result = new ArrayList<>(parts.length);
        for (BigInteger part : parts) {
            BigInteger signed = minor.signum() < 0 ? part.negate() : part;
            result.add(Money.of(amount.getCurrencyUnit(), new BigDecimal(signed, amount.getScale())));
        }
        return List.copyOf(result);
    }

    /**
     * Divides by per cent.
     *
     * @param percents one for each part: none below 0, together exactly 100
     * @throws InvalidValueException if they don't add up to 100
     */
    public static List<Money> byPercent(Money amount, List<BigDecimal> percents) {
        requireHundred(percents);
        return byWeight(amount, percents);
    }

    /** Divides by per cent among named parts, in the map's order; the result keeps it. */
    public static <K> Map<K, Money> byPercent(Money amount, Map<K, BigDecimal> percents) {
        requireHundred(List.copyOf(percents.values()));
        return byWeight(amount, percents);
    }

    /** Divides by weight among named parts, in the map's order; the result keeps it. */
    public static <K> Map<K, Money> byWeight(Money amount, Map<K, BigDecimal> weights) {
        List<Money> parts = byWeight(amount, List.copyOf(weights.values()));
        Map<K, Money> result = new LinkedHashMap<>();
        Streams.forEachPair(weights.keySet().stream(), parts.stream(), result::put);
        return Collections.unmodifiableMap(result);
    }

    /**
     * Divides into parts that differ by at most one minor unit, the larger ones first.
     *
     * @param parts how many, at least 1
     */
    public static List<Money> equally(Money amount, int parts) {
        checkArgument(parts >= 1, "parts must be at least 1, got %s", parts);
        return byWeight(amount, Collections.nCopies(parts, BigDecimal.ONE));
    }

    private static void requireHundred(List<BigDecimal> percents) {
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal percent : percents) {
            sum = sum.add(DecimalLimits.requireBounded("percent", percent));
        }
        if (sum.compareTo(HUNDRED) != 0) {
            throw new InvalidValueException(
                    "percents", ViolationCode.RANGE, "must add up to 100, got " + sum.toPlainString());
        }
    }

    /** Returns the weights as whole numbers in the same proportion. */
    private static List<BigInteger> whole(List<BigDecimal> weights) {
        int scale = 0;
        List<BigDecimal> kept = new ArrayList<>(weights.size());
        for (BigDecimal weight : weights) {
            BigDecimal bounded = DecimalLimits.requireBounded("weight", weight);
            checkArgument(bounded.signum() >= 0, "weights must not be below 0, got %s", weight);
            scale = Math.max(scale, bounded.scale());
            kept.add(bounded);
        }
        int common = scale;
        return kept.stream()
                .map(weight -> weight.setScale(common).unscaledValue())
                .toList();
    }
}
