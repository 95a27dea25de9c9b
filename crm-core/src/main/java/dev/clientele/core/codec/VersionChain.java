package dev.clientele.core.codec;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * The versions through which one owner has taken a type: whoever defined it, or one who extends it. Immutable.
 *
 * @param owner empty for whoever defined the type, else the name of an extension
 * @param steps from the first version to the latest
 * @param counted how many of the steps were counted together with those of extensions, in records stored before each owner had a
 *     chain of its own
 */
public record VersionChain(String owner, List<UpcastStep> steps, int counted) {

    /** Copies the steps. */
    public VersionChain {
        steps = ImmutableList.copyOf(steps);
    }

    /** Returns the number of steps taken by records that are stored now. */
    int version() {
        return steps.size();
    }

    /** Returns the first version whose programs can read what is stored now. */
    int readableFrom() {
        int from = steps.size();
        while (from > 0 && steps.get(from - 1).olderCanRead()) {
            from--;
        }
        return from;
    }

    /** Returns the names of the older fields that are written along with the fields in their place. */
    List<String> writtenFormers() {
        ImmutableList.Builder<String> names = ImmutableList.builder();
        for (UpcastStep step : steps) {
            FormerMapping<?, ?> mapping = step.mapping();
            if (mapping != null && mapping.goesBack()) {
                names.add(mapping.former().name());
            }
        }
        return names.build();
    }
}
