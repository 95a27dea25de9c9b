package dev.clientele.persistence.tck;

import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import org.jspecify.annotations.Nullable;

/** The hook that gives properties the seed and the number of tries that the command line asks for. */
final class SeedHook implements AroundPropertyHook {

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        @Nullable String seed = System.getProperty(PropertyContract.SEED);
        @Nullable Integer tries = Integer.getInteger(PropertyContract.TRIES);
        if (seed != null && !seed.isBlank()) {
            context.attributes().setSeed(seed);
            context.attributes().setAfterFailure(AfterFailureMode.PREVIOUS_SEED);
        }
        if (tries != null) {
            context.attributes().setTries(tries);
        }
        return property.execute();
    }
}
