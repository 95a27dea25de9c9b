package dev.clientele.b2c.campaign.attribution;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sums of credit by the number of the channel. */
final class CreditTotals {
    private final BitSet known = new BitSet();
    private double[] conversions = new double[16];
    private double[] value = new double[16];

    void add(int channel, double addedConversions, double addedValue) {
        if (channel >= conversions.length) {
            conversions = Arrays.copyOf(conversions, channel * 2);
            value = Arrays.copyOf(value, channel * 2);
        }
        known.set(channel);
        conversions[channel] += addedConversions;
        value[channel] += addedValue;
    }

    void merge(CreditTotals other, int[] numbers) {
        other.known.stream().forEach(i -> add(numbers[i], other.conversions[i], other.value[i]));
    }

    ModelCredits toCredits(String model, ChannelIndex index) {
        SortedMap<String, ChannelCredit> credits = new TreeMap<>();
        known.stream().forEach(i -> credits.put(index.nameOf(i), new ChannelCredit(conversions[i], value[i])));
        return new ModelCredits(model, credits);
    }
}
