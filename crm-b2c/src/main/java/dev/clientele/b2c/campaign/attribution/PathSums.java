package dev.clientele.b2c.campaign.attribution;

/** Sums of conversions, value and ends without a conversion. */
final class PathSums {
    private long conversions;
    private double value;
    private long nonConversions;

    void add(long addedConversions, double addedValue, long addedNonConversions) {
        conversions = Math.addExact(conversions, addedConversions);
        value += addedValue;
        nonConversions = Math.addExact(nonConversions, addedNonConversions);
    }

    void merge(PathSums other) {
        add(other.conversions, other.value, other.nonConversions);
    }

    long conversions() {
        return conversions;
    }

    double value() {
        return value;
    }

    long nonConversions() {
        return nonConversions;
    }
}
