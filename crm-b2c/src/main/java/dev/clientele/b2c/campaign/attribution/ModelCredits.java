package dev.clientele.b2c.campaign.attribution;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The credit of every channel by one model. The credits sum to the attributed conversions and their value.
 *
 * @param model the name of the model with its parameters
 * @param channels the credit by channel, in the order of their names; a channel without credit has 0
 */
public record ModelCredits(String model, SortedMap<String, ChannelCredit> channels) {

    /** Copies the map. */
    public ModelCredits {
        channels = Collections.unmodifiableSortedMap(new TreeMap<>(channels));
    }

    /**
     * Returns the credit of a channel.
     *
     * @throws IllegalArgumentException if no path has the channel
     */
    public ChannelCredit of(String channel) {
        ChannelCredit credit = channels.get(channel);
        if (credit == null) {
            throw new IllegalArgumentException("channel must be one of a path");
        }
        return credit;
    }
}
